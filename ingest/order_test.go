package ingest_test

import (
	"bytes"
	stdcmp "cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
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
// again change nothing; and neither the order in which they go in matters nor which go in together.
func TestRun_allCases(t *testing.T) {
	docs := pagesOf(t, "format/testdata/cases/*/page.txt")
	if len(docs) < 40 {
		t.Fatalf("%d cases, want at least 40", len(docs))
	}
	sameInAnyOrder(t, docs, rounds(t, 4))
}

// rounds is how many orders are tried: fewer where each costs a server more.
func rounds(t *testing.T, n int) int {
	t.Helper()
	if testing.Short() || os.Getenv("TEST_DATABASE_URL") != "" {
		return max(2, n/5)
	}
	return n
}

// sameInAnyOrder takes the documents in, in so many random orders and random batches, and wants the same
// graph each time.
func sameInAnyOrder(t *testing.T, docs []record.Document, rounds int) {
	t.Helper()
	var want map[string][]string
	for round := range rounds {
		random := rand.New(rand.NewPCG(3, uint64(round)))
		shuffled := append([]record.Document{}, docs...)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		p, dump := pipeline(t)
		for len(shuffled) > 0 {
			n := len(shuffled)
			if round > 0 {
				n = min(n, 1+random.IntN(1+random.IntN(40)))
			}
			report, err := p.Run(t.Context(), []string{folder(t, shuffled[:n])})
			if err != nil || len(report.Problems) > 0 || report.Loaded != n {
				t.Fatalf("round %d: %d of %d pages went in: %v %+v", round, report.Loaded, n, err, report.Problems)
			}
			shuffled = shuffled[n:]
		}
		got := dump()
		if want == nil {
			want = got
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("round %d: another graph:\n%.6000s", round, d)
		}
		if round > 1 {
			continue
		}
		again := folder(t, docs)
		unchanged(t, "the pages again", func() (ingest.Report, error) { return p.Run(t.Context(), []string{again}) })
		unchanged(t, "a rebuild", func() (ingest.Report, error) { return p.Rebuild(t.Context()) })
		if d := cmp.Diff(want, dump()); d != "" {
			t.Fatalf("round %d, after a rebuild: another graph:\n%.6000s", round, d)
		}
	}
}

// pipeline is a pipeline on a fresh database with one council, and what the database then holds.
func pipeline(t *testing.T) (ingest.Pipeline, func() map[string][]string) {
	t.Helper()
	db := dbtest.New(t)
	loader, err := load.New(db.Client, db.Dialect, 1, time.Now, ingest.Read)
	if err != nil {
		t.Fatal(err)
	}
	council := record.RegisteredCouncil{Code: "AAA", Name: "Ambleford Council", ShortName: "Ambleford", Slug: "ambleford", Kind: "UNITARY"}
	if _, err := loader.Councils(t.Context(), []record.RegisteredCouncil{council}); err != nil {
		t.Fatal(err)
	}
	return ingest.Pipeline{Councils: oneCouncil{}, Loader: loader}, func() map[string][]string { return dbtest.Dump(t, db) }
}

func unchanged(t *testing.T, what string, run func() (ingest.Report, error)) {
	t.Helper()
	report, err := run()
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("%s: %v %+v", what, err, report.Problems)
	}
	if n := report.Nodes.Total(); n.Inserted+n.Updated+n.Deleted+n.Merged > 0 || n.Unchanged == 0 {
		t.Errorf("%s changed something: %+v", what, report.Nodes)
	}
}

// pagesOf are pages whose first line may give their address, each with its own day.
func pagesOf(t *testing.T, pattern string) []record.Document {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var out []record.Document
	for i, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc := record.Document{Name: file, Bytes: b, MediaType: "text/plain", FetchedAt: fmt.Sprintf("2026-10-%02dT00:00:00Z", i%28+1)}
		if head, rest, ok := bytes.Cut(b, []byte("\n")); ok && bytes.HasPrefix(head, []byte("URL:")) {
			doc.URL, doc.Bytes = string(bytes.TrimSpace(head[len("URL:"):])), rest
		}
		sum := sha256.Sum256(doc.Bytes)
		doc.SHA256 = hex.EncodeToString(sum[:])
		out = append(out, doc)
	}
	return out
}

// folder holds the documents with a manifest, and is named by the manifest.
func folder(t *testing.T, docs []record.Document) string {
	t.Helper()
	folder := t.TempDir()
	var lines bytes.Buffer
	for i, doc := range docs {
		name := fmt.Sprintf("%d.txt", i)
		if err := os.WriteFile(filepath.Join(folder, name), doc.Bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&lines, `{"file": %q, "council": %q, "url": %q, "fetchedAt": %q}`+"\n", name, stdcmp.Or(doc.Council, "AAA"), doc.URL, doc.FetchedAt)
	}
	path := filepath.Join(folder, "manifest.jsonl")
	if err := os.WriteFile(path, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
