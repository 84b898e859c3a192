package format_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
	"councilgraph/ingest/redact"
)

var (
	updateLevel = flag.Bool("update-level", false, "raise level.json of each set of pages to the present figures where they are higher")
	showMisses  = flag.Bool("misses", false, "log every fact missed or wrongly given")
)

// TestAccuracy reads every page of testdata/cases and compares what it reads with the gold beside the page,
// which was written by hand before the page was read. It fails where a figure falls under its committed level.
// What the figures mean stands in docs/accuracy.md.
func TestAccuracy(t *testing.T) { holdLevel(t, "testdata/cases") }

// TestUnseen does the same for testdata/unseen, pages that no rule was made or mended for: its figures say what to
// expect of a page from elsewhere, and they say so only as long as nobody mends a rule with these pages in view.
func TestUnseen(t *testing.T) { holdLevel(t, "testdata/unseen") }

// holdLevel prints the figures of a set of pages and fails where one is under the set's level.json.
func holdLevel(t *testing.T, set string) {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join(set, "*", "page.txt"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages under %s: %v", set, err)
	}
	s := measure(t, pages)
	t.Logf("%d pages\n%s", len(pages), s.table())
	now := map[string]float64{"all": rounded(s.all().f1())}
	for name, f := range s {
		if f.found+f.missed+f.extra > 0 {
			now[name] = rounded(f.f1())
		}
	}
	levelFile := filepath.Join(set, "level.json")
	level := readLevel(t, levelFile)
	for name, least := range level {
		if now[name] < least {
			t.Errorf("%s: F1 %.3f is under the level of %.3f; the lost facts show with -misses", name, now[name], least)
		}
	}
	if *updateLevel {
		raise(t, levelFile, level, now)
	}
}

// measure reads the pages and compares each with the gold beside it.
func measure(t *testing.T, pages []string) scores {
	t.Helper()
	s := scores{}
	for _, path := range pages {
		folder := filepath.Dir(path)
		want, err := readGold(filepath.Join(folder, "gold.json"))
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := redact.Redact(caseDocument(t, path))
		page, err := format.Parse(doc)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			page = record.Page{}
		}
		for _, line := range s.page(want.facts(), readFacts(page)) {
			if *showMisses {
				t.Logf("%s %s", filepath.Base(folder), line)
			}
		}
	}
	return s
}

// caseDocument is the page without its first line, which is its address: "URL: ...", or "URL:" where it is unknown.
func caseDocument(t *testing.T, path string) record.Document {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	first, rest, _ := bytes.Cut(b, []byte("\n"))
	url, ok := strings.CutPrefix(string(first), "URL:")
	if !ok {
		t.Fatalf("%s: the first line is %q, want URL: and the address", path, first)
	}
	return record.Document{Name: path, URL: strings.TrimSpace(url), Bytes: rest}
}

// rounded cuts a figure to three places, so that it compares with the printed and the stored one.
func rounded(f float64) float64 { return math.Floor(f*1000+1e-9) / 1000 }

// readLevel is the least F1 of each type of fact; none where the file is not there yet.
func readLevel(t *testing.T, levelFile string) map[string]float64 {
	t.Helper()
	level := map[string]float64{}
	b, err := os.ReadFile(levelFile)
	if errors.Is(err, fs.ErrNotExist) {
		return level
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &level); err != nil {
		t.Fatalf("%s: %v", levelFile, err)
	}
	return level
}

// raise writes the higher of the committed and the present figure of each type of fact.
func raise(t *testing.T, levelFile string, level, now map[string]float64) {
	t.Helper()
	for name, f := range now {
		level[name] = max(level[name], f)
	}
	b, err := json.MarshalIndent(level, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(levelFile, append(b, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}
