package harvest_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/ingest/fetch"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/testsite"

	gocmp "github.com/google/go-cmp/cmp"
)

// What a harvest archives gives the same graph without any network, and holds nothing that is private.
func TestRun_archive(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wexcombe.warc.gz")
	archive, err := fetch.CreateWARC(path, "councilgraph/1 (+mailto:records@wexcombe.example)")
	if err != nil {
		t.Fatal(err)
	}
	g, s := newRig(t, "AAA"), start(t, testsite.Options{Seed: 22})
	g.Archive = archive.Add
	report, _ := g.run(t, task("AAA", s), s)
	gapless(t, report.Problems)
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := fetch.CreateWARC(path, "x"); err == nil {
		t.Error("an archive that was there already was written over")
	}

	other := newRig(t, "AAA")
	p := other.Pipeline
	p.Council = "AAA"
	again, err := p.Run(t.Context(), []string{path})
	if err != nil || len(again.Problems) > 0 || again.Loaded != report.Taken || again.Skipped > 0 {
		t.Fatalf("%d of %d pages went in, %d were passed over: %v %v", again.Loaded, report.Taken, again.Skipped, err, again.Problems)
	}
	if d := gocmp.Diff(dbtest.Dump(t, g.db), dbtest.Dump(t, other.db)); d != "" {
		t.Errorf("another graph:\n%.4000s", d)
	}

	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(all), "GetCouncillorsByWard") {
		t.Error("the archive lacks the answer that home addresses stand in")
	}
	for _, private := range []string{"Weir Cottages", "01632 960001", "ZZ9 9ZZ"} {
		if strings.Contains(string(all), private) {
			t.Errorf("the archive holds %q", private)
		}
	}
}
