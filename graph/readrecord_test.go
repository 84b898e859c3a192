package graph_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
	"councilgraph/internal/register"
)

// Every key of the record that read prints is named in its document.
func TestReadRecord_keys(t *testing.T) {
	text, err := os.ReadFile("../docs/read-record.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[reflect.Type]bool{}
	var look func(of reflect.Type)
	look = func(of reflect.Type) {
		for of.Kind() == reflect.Slice || of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || seen[of] {
			return
		}
		seen[of] = true
		for i := range of.NumField() {
			f := of.Field(i)
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if key == "-" {
				continue
			}
			if key == "" || !strings.Contains(string(text), "`"+key+"`") {
				t.Errorf("docs/read-record.md does not name %q of %s.%s", key, of.Name(), f.Name)
			}
			look(f.Type)
		}
	}
	look(reflect.TypeFor[record.Page]())
}

// The document's page gives the document's record.
func TestReadRecord_example(t *testing.T) {
	text, err := os.ReadFile("../docs/read-record.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "```text\n")
	page, rest, _ := strings.Cut(rest, "```")
	_, rest, _ = strings.Cut(rest, "```json\n")
	printed, _, _ := strings.Cut(rest, "```")
	var want, got any
	if err := json.Unmarshal([]byte(printed), &want); err != nil {
		t.Fatal(err)
	}
	known, err := register.Load()
	if err != nil {
		t.Fatal(err)
	}
	lewisham, _ := known.ByCode("E09000023")
	read, err := format.Parse(record.Document{Name: "page.txt", Council: lewisham.Code, Bytes: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	read.Council = &record.Council{Code: lewisham.Code, Name: lewisham.Name}
	b, err := json.Marshal(read)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(withoutRules(want), withoutRules(got)); d != "" {
		t.Errorf("printed (-) and read (+):\n%s", d)
	}
}

// withoutRules leaves the names of rules out: they may change without a change of what is read.
func withoutRules(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "rule")
		for _, e := range v {
			withoutRules(e)
		}
	case []any:
		for _, e := range v {
			withoutRules(e)
		}
	}
	return v
}
