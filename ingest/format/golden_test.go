package format_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what is read now to the want.json files; look at the difference before you commit it")

// TestPages reads every page under testdata. A page's first line may be its address: "URL: ...".
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*/page.txt")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			page, err := format.Parse(document(t, path))
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
			golden := filepath.Join(filepath.Dir(path), "want.json")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v; write it with: go test ./ingest/format -run TestPages -update", err)
			}
			if d := cmp.Diff(string(want), got.String()); d != "" {
				t.Errorf("want -, got +:\n%s", d)
			}
		})
	}
}

// structure is what the formats themselves read of a page. What its sentences say of people, votes and
// references is tested where it is read, in ingest/minutes.
func structure(page record.Page) record.Page {
	for i := range page.Meetings {
		m := &page.Meetings[i]
		if page.Page.Type != record.PageAttendance {
			m.Attendances = nil
		}
		m.Declarations = nil
		for k := range m.Items {
			it := &m.Items[k]
			it.Participations, it.Votes, it.NamedVotes, it.References = nil, nil, nil, nil
		}
	}
	return page
}

func document(t *testing.T, path string) record.Document {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc := record.Document{Name: path, Bytes: b}
	if first, rest, ok := strings.Cut(string(b), "\n"); ok && strings.HasPrefix(first, "URL: ") {
		doc.URL, doc.Bytes = strings.TrimPrefix(first, "URL: "), []byte(rest)
	}
	return doc
}

// spans checks that every place lies in the text and that a resolution's and an amount's place holds its words.
func spans(t *testing.T, page record.Page) {
	t.Helper()
	text := []rune(page.Text)
	quote := func(s record.Span) string {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			t.Fatalf("span %+v is outside the text of %d code points", s, len(text))
		}
		return strings.Join(strings.Fields(string(text[s.Start:s.End])), " ")
	}
	// A table's bars stand between the lines of a fact, and are no part of it.
	plain := func(s string) string {
		return strings.Join(strings.Fields(strings.ReplaceAll(s, "|", " ")), " ")
	}
	same := func(what, want string, s record.Span) {
		if got := quote(s); plain(got) != plain(want) {
			t.Errorf("%s: the place holds %q, the fact says %q", what, got, want)
		}
	}
	for _, m := range page.Meetings {
		quote(m.Span)
		for _, i := range m.Items {
			quote(i.Span)
			for _, r := range i.Resolutions {
				same("resolution", r.Text, r.Span)
			}
			for _, a := range i.Amounts {
				same("amount", a.AsWritten, a.Span)
			}
			for _, f := range i.Documents {
				same("document", f.Title, f.Span)
			}
			for _, p := range i.Participations {
				quote(p.Span)
			}
		}
	}
}
