package moderngovxml_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/ingest/format/moderngovxml"
	"councilgraph/ingest/record"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what is read now to the want.json files; look at the difference before you commit it")

// TestAnswers reads every answer under testdata: want.json is what they say, want.txt the text that
// the places count in.
func TestAnswers(t *testing.T) {
	pages, err := filepath.Glob("testdata/*/page.xml")
	if err != nil || len(pages) < 11 {
		t.Fatalf("%d pages, error %v", len(pages), err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			page := parse(t, path)
			places(t, page)
			var got bytes.Buffer
			e := json.NewEncoder(&got)
			e.SetEscapeHTML(false)
			e.SetIndent("", " ")
			if err := e.Encode(structure(page)); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join(filepath.Dir(path), "want.json"), got.String())
			golden(t, filepath.Join(filepath.Dir(path), "want.txt"), page.Text)
		})
	}
}

// structure is what the answers' structure says, and resolutions and votes. What else sentences say of
// people and references is tested where it is read, in ingest/minutes.
func structure(page record.Page) record.Page {
	for i := range page.Meetings {
		m := &page.Meetings[i]
		m.Declarations = nil
		for k := range m.Items {
			it := &m.Items[k]
			it.Participations, it.Motions, it.NamedVotes, it.References = nil, nil, nil, nil
		}
	}
	return page
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with: go test ./ingest/format/moderngovxml -run TestAnswers -update", err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s: want -, got +:\n%s", path, d)
	}
}

func parse(t *testing.T, path string) record.Page {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page, mine, err := moderngovxml.Parse(string(b), record.Document{Name: path})
	if err != nil || !mine {
		t.Fatalf("mine %v, error %v", mine, err)
	}
	return page
}

// places checks that every place lies in the text and that it holds the words of its fact.
func places(t *testing.T, page record.Page) {
	t.Helper()
	text := []rune(page.Text)
	quote := func(s record.Span) string {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			t.Fatalf("span %+v is outside the text of %d code points", s, len(text))
		}
		return string(text[s.Start:s.End])
	}
	tidy := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	holds := func(what, words string, s record.Span) {
		if got := quote(s); !strings.Contains(tidy(got), tidy(words)) {
			t.Errorf("%s: the place holds %q, the fact says %q", what, got, words)
		}
	}
	for _, p := range page.People {
		holds("person", p.AsWritten, p.Span)
	}
	for _, c := range page.Committees {
		holds("committee", c.Name, c.Span)
	}
	for _, w := range page.Wards {
		holds("ward", w.Name, w.Span)
	}
	for _, e := range page.Elections {
		holds("election", e.Title, e.Span)
		for _, a := range e.Areas {
			holds("area", a.Title, a.Span)
		}
		for _, c := range e.Candidates {
			holds("candidate", c.Name, c.Span)
		}
	}
	for _, m := range page.Meetings {
		quote(m.Span)
		for _, a := range m.Attendances {
			holds("attendance", a.AsWritten, a.Span)
		}
		for _, d := range m.Declarations {
			quote(d.Span)
		}
		for _, i := range m.Items {
			holds("item", i.Title, i.Span)
			for _, r := range i.Resolutions {
				holds("resolution", r.Text, r.Span)
			}
			for _, a := range i.Amounts {
				holds("amount", a.AsWritten, a.Span)
			}
			for _, f := range i.Documents {
				holds("document", f.Title, f.Span)
			}
			for _, p := range i.Participations {
				quote(p.Span)
			}
		}
	}
}
