package e2e

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/dbtest"
	"councilgraph/internal/register"
)

// Pages that stand in a web archive's text (WET) under addresses of their councils, among other sites' pages, give the graph
// that they give as files whose manifest names their councils.
func TestSeeds_archive(t *testing.T) {
	root := os.Getenv("SHARED")
	if root == "" || testing.Short() {
		t.Skip("SHARED does not name the folder of the real pages")
	}
	known, err := register.Load()
	if err != nil {
		t.Fatal(err)
	}
	binary, folder := buildBinary(t), t.TempDir()
	manifest, err := os.ReadFile(filepath.Join(root, "seeds", "manifest.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var archive bytes.Buffer
	put := func(nth int, address, text string) {
		t.Helper()
		z := gzip.NewWriter(&archive)
		_, err := fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-05-04T03:02:01Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			address, nth, len(text), text)
		if err != nil || z.Close() != nil {
			t.Fatal("a record cannot be written")
		}
	}
	seeds := 0
	for line := range strings.Lines(string(manifest)) {
		var page struct{ File, Council string }
		if err := json.Unmarshal([]byte(line), &page); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(root, "seeds", page.File))
		if err != nil {
			t.Fatal(err)
		}
		council, ok := known.ByCode(page.Council)
		if !ok || len(council.Hosts) == 0 {
			t.Fatalf("%s: no host of the council is known", page.Council)
		}
		seeds++
		put(2*seeds, fmt.Sprintf("https://www.elsewhere%d.example/minutes", seeds), "RESOLVED that this is another site's page.")
		// An address without numbers: those would tell more than the pages do.
		put(2*seeds+1, fmt.Sprintf("https://%s/pages/%d", council.Hosts[0], seeds), string(text))
	}
	path := filepath.Join(folder, "seeds.warc.wet.gz")
	if err := os.WriteFile(path, archive.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	graph := func(source string) map[string][]string {
		t.Helper()
		address := dbtest.Address(t)
		out, err := exec.CommandContext(t.Context(), binary, "ingest", "--database", address, source).CombinedOutput()
		if err != nil || strings.Contains(string(out), "passed over") {
			t.Fatalf("%s: %v\n%s", source, err, out)
		}
		dump := dbtest.Dump(t, dbtest.Open(t, address))
		for table, rows := range dump {
			for i, row := range rows {
				rows[i] = strings.Join(strings.Fields(whence.ReplaceAllString(marked.ReplaceAllString(row, "$1"), "$1 ")), " ")
			}
			slices.Sort(rows)
			if len(rows) == 0 || slices.Contains([]string{"mentions", "claims", "identifiers", "bodies"}, table) {
				delete(dump, table) // what is kept of pages themselves, by their addresses and times
			}
		}
		return dump
	}
	files, captured := graph(filepath.Join(root, "seeds", "manifest.jsonl")), graph(path)
	if len(files["sources"]) != seeds || seeds != 5 || len(files["resolutions"]) < 5 {
		t.Errorf("%d sources and %d resolutions of %d pages", len(files["sources"]), len(files["resolutions"]), seeds)
	}
	if d := cmp.Diff(files, captured); d != "" {
		t.Errorf("the archive gives another graph:\n%.6000s", d)
	}
}

// whence is where a page came from and when, which an archive tells and the files do not, and how it ranks for that.
var whence = regexp.MustCompile(`(source/[0-9a-f]{64}) https?://\S+|(?:^| )(?:url|fetched_at(?:_asc|_desc)?|rank)=\S+`)

// marked is the short name of a source with the mark of its address.
var marked = regexp.MustCompile(`(/[0-9a-f]{12})-[0-9a-f]{6}\b`)
