package sample

import (
	"io/fs"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/fetch"
	"councilgraph/ingest/redact"
	"councilgraph/internal/register"
)

// The manifest lists every page, each with a council of the register, and nothing in them is private.
func TestWrite(t *testing.T) {
	manifest, err := Write(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	councils, err := register.Load()
	if err != nil {
		t.Fatal(err)
	}
	listed := []string{"manifest.jsonl"}
	for doc, err := range fetch.Walk(t.Context(), []string{manifest}, fetch.Options{}) {
		if err != nil {
			t.Error(err)
			continue
		}
		listed = append(listed, doc.Name[len(manifest)-len("manifest.jsonl"):])
		if c, ok := councils.ByCode(doc.Council); !ok || c.Abolished() {
			t.Errorf("%s: council %q is not one in being", doc.Name, doc.Council)
		}
		if doc.FetchedAt == "" || doc.MediaType != "text/plain" {
			t.Errorf("%s: fetched at %q, media type %q", doc.Name, doc.FetchedAt, doc.MediaType)
		}
		if _, n := redact.Redact(doc); n != 0 {
			t.Errorf("%s: %d private things", doc.Name, n)
		}
	}
	pages, err := Pages()
	if err != nil {
		t.Fatal(err)
	}
	there, err := fs.Glob(pages, "*")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(listed)
	if d := cmp.Diff(there, listed); d != "" || len(there) != 7 {
		t.Errorf("pages (-there +listed):\n%s", d)
	}
}
