package ingest_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/dbtest"
)

// oneCouncil says that every page is the same council's.
type oneCouncil struct{}

func (oneCouncil) Code(string) (string, error) { return "AAA", nil }
func (oneCouncil) Host(string) (string, error) { return "AAA", nil }

// All composed pages of the reader's cases go in, whatever their kind; going in again and being read
// again change nothing; and the order in which they go in does not matter.
func TestRun_allCases(t *testing.T) {
	lines := manifest(t)
	var want map[string][]string
	for round := range 3 {
		db := dbtest.New(t)
		loader, err := load.New(db.Client, db.Dialect, 1, time.Now, ingest.Read)
		if err != nil {
			t.Fatal(err)
		}
		council := record.RegisteredCouncil{Code: "AAA", Name: "Ambleford Council", ShortName: "Ambleford", Slug: "ambleford", Kind: "UNITARY"}
		if _, err := loader.Councils(t.Context(), []record.RegisteredCouncil{council}); err != nil {
			t.Fatal(err)
		}
		p := ingest.Pipeline{Councils: oneCouncil{}, Loader: loader}
		shuffled := append([]string{}, lines...)
		if round > 0 {
			rand.New(rand.NewPCG(3, uint64(round))).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		}
		path := write(t, shuffled)
		report, err := p.Run(t.Context(), []string{path})
		if err != nil || len(report.Problems) > 0 || report.Loaded != len(lines) {
			t.Fatalf("%d of %d pages went in: %v %+v", report.Loaded, len(lines), err, report.Problems)
		}
		got := dbtest.Dump(t, db)
		if want == nil {
			want = got
			unchanged(t, "the pages again", func() (ingest.Report, error) { return p.Run(t.Context(), []string{path}) })
			unchanged(t, "a rebuild", func() (ingest.Report, error) { return p.Rebuild(t.Context()) })
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("round %d: another graph:\n%s", round, d)
		}
	}
}

func unchanged(t *testing.T, what string, run func() (ingest.Report, error)) {
	t.Helper()
	report, err := run()
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("%s: %v %+v", what, err, report.Problems)
	}
	if n := report.Nodes.Total(); n.Inserted+n.Updated+n.Deleted > 0 || n.Unchanged == 0 {
		t.Errorf("%s changed something: %+v", what, report.Nodes)
	}
}

// manifest lists the reader's cases, each with its own address and its own day.
func manifest(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("format/testdata/cases/*/page.txt")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d cases, %v; want at least 40", len(files), err)
	}
	var out []string
	for i, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		head, err := bufio.NewReader(f).ReadString('\n')
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if err != nil {
			t.Fatal(err)
		}
		full, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		line, err := json.Marshal(map[string]string{
			"file": full, "council": "AAA", "url": strings.TrimSpace(strings.TrimPrefix(head, "URL:")), "fetchedAt": fmt.Sprintf("2026-10-%02d", i%28+1),
		})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(line))
	}
	return out
}

// write puts the pages, without their first lines, and a manifest into a folder.
func write(t *testing.T, lines []string) string {
	t.Helper()
	folder := t.TempDir()
	var out []string
	for i, line := range lines {
		var m map[string]string
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(m["file"])
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(b), "\n")
		m["file"] = fmt.Sprintf("%d.txt", i)
		if err := os.WriteFile(filepath.Join(folder, m["file"]), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		moved, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(moved))
	}
	path := filepath.Join(folder, "manifest.jsonl")
	if err := os.WriteFile(path, []byte(strings.Join(out, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
