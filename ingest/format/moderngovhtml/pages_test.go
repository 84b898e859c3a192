package moderngovhtml_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"councilgraph/ingest/format/moderngovhtml"
	"councilgraph/ingest/record"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what is read now to the want.json files; look at the difference before you commit it")

// TestPages reads every page under testdata. A page's first line is its address: <!-- URL: ... -->.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*/page.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			doc := document(t, path)
			page, err := moderngovhtml.Parse(string(doc.Bytes), doc)
			if err != nil {
				t.Fatal(err)
			}
			spans(t, page)
			var got bytes.Buffer
			e := json.NewEncoder(&got)
			e.SetEscapeHTML(false)
			e.SetIndent("", " ")
			if err := e.Encode(structure(page)); err != nil {
				t.Fatal(err)
			}
			same(t, filepath.Join(filepath.Dir(path), "want.json"), got.String())
			same(t, filepath.Join(filepath.Dir(path), "want.txt"), page.Text+"\n")
		})
	}
}

// structure is what the markup says. What the sentences of minutes say of people, votes and references is
// tested where it is read, in ingest/minutes.
func structure(page record.Page) record.Page {
	if page.Page.Type == record.PageVotes {
		return page
	}
	for i := range page.Meetings {
		for k := range page.Meetings[i].Items {
			it := &page.Meetings[i].Items[k]
			it.Participations, it.Votes, it.NamedVotes, it.References, it.Motions = nil, nil, nil, nil, nil
		}
	}
	return page
}

// same compares with a golden file.
func same(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with: go test ./ingest/format/moderngovhtml -run TestPages -update", err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s: want -, got +:\n%s", path, d)
	}
}

func document(t testing.TB, path string) record.Document {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc := record.Document{Name: path, Bytes: b}
	if first, rest, ok := strings.Cut(string(b), "\n"); ok && strings.HasPrefix(first, "<!-- URL: ") {
		doc.URL, doc.Bytes = strings.TrimSuffix(strings.TrimPrefix(first, "<!-- URL: "), " -->"), []byte(rest)
	}
	return doc
}

// spans checks that every span of a page lies in its text and that those of quoted facts hold their words.
func spans(t testing.TB, page record.Page) {
	t.Helper()
	text := []rune(page.Text)
	quote := func(s record.Span) string { return strings.Join(strings.Fields(string(text[s.Start:s.End])), " ") }
	every(reflect.ValueOf(page), func(s record.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			t.Fatalf("span %+v is outside the text of %d code points", s, len(text))
		}
	})
	holds := func(what, want string, s record.Span) {
		if got := quote(s); got != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%s: the place holds %q, the fact says %q", what, got, want)
		}
	}
	for _, m := range page.Meetings {
		for _, f := range m.Documents {
			holds("document", f.Title, f.Span)
		}
		for _, i := range m.Items {
			for _, r := range i.Resolutions {
				holds("resolution", r.Text, r.Span)
			}
			for _, a := range i.Amounts {
				holds("amount", a.AsWritten, a.Span)
			}
			for _, f := range i.Documents {
				holds("document", f.Title, f.Span)
			}
		}
	}
}

// every calls f for each span in v.
func every(v reflect.Value, f func(record.Span)) {
	if s, ok := v.Interface().(record.Span); ok {
		f(s)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			every(v.Field(i), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			every(v.Index(i), f)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			every(v.Elem(), f)
		}
	}
}
