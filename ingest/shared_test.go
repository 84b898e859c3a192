package ingest_test

import (
	"os"
	"path/filepath"
	"testing"
)

// The real pages and the shared cases give one graph in whatever order they go in.
func TestRun_shared(t *testing.T) {
	root := os.Getenv("SHARED")
	if root == "" {
		t.Skip("SHARED does not name the folder of the shared cases")
	}
	docs := append(pagesOf(t, filepath.Join(root, "cases", "fixtures", "*.txt")), pagesOf(t, filepath.Join(root, "seeds", "*.txt"))...)
	if len(docs) < 29 {
		t.Fatalf("%d pages, want 24 cases and 5 seeds", len(docs))
	}
	sameInAnyOrder(t, docs, rounds(t, 20))
}
