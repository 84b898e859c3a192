package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/record"
)

func write(t testing.TB, folder, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipped(t *testing.T, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sum(content string) string {
	s := sha256.Sum256([]byte(content))
	return hex.EncodeToString(s[:])
}

// collect walks to the end and gives documents and errors in order.
func collect(t *testing.T, o Options, paths ...string) ([]record.Document, []error) {
	t.Helper()
	var docs []record.Document
	var errs []error
	for doc, err := range Walk(t.Context(), paths, o) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, doc)
	}
	return docs, errs
}

func TestWalk_Folder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "b.html", []byte("<p>two</p>"))
	write(t, dir, "a.txt", []byte("one"))
	write(t, dir, "c/d.xml.gz", zipped(t, []byte("<meeting/>")))
	write(t, dir, ".hidden", []byte("no"))
	write(t, dir, ".git/config", []byte("no"))
	docs, errs := collect(t, Options{}, dir)
	if errs != nil {
		t.Fatal(errs)
	}
	want := []record.Document{
		{Name: filepath.Join(dir, "a.txt"), MediaType: "text/plain", SHA256: sum("one"), Bytes: []byte("one")},
		{Name: filepath.Join(dir, "b.html"), MediaType: "text/html", SHA256: sum("<p>two</p>"), Bytes: []byte("<p>two</p>")},
		{Name: filepath.Join(dir, "c/d.xml.gz"), MediaType: "text/xml", SHA256: sum("<meeting/>"), Bytes: []byte("<meeting/>")},
	}
	if d := cmp.Diff(want, docs); d != "" {
		t.Errorf("documents (-want +got):\n%s", d)
	}
}

func TestWalk_BadFilesDoNotStopIt(t *testing.T) {
	dir := t.TempDir()
	page := zipped(t, bytes.Repeat([]byte("Minutes of the meeting. "), 500))
	tests := []struct {
		name    string
		content []byte
		want    error
	}{
		{"a-empty.txt", nil, ErrEmpty},
		{"b-large.txt", bytes.Repeat([]byte("x"), 2001), ErrTooLarge},
		{"c-cut.txt.gz", page[:len(page)/2], ErrBrokenGzip},
		{"d-head.txt.gz", page[:5], ErrBrokenGzip},
		{"e-plain.txt.gz", []byte("not gzip"), ErrNotGzip},
		{"f-bomb.txt.gz", page, ErrTooLarge}, // 12,000 bytes once decompressed
		{"g-hollow.gz", zipped(t, nil), ErrEmpty},
	}
	for _, tt := range tests {
		write(t, dir, tt.name, tt.content)
	}
	write(t, dir, "z-good.txt", bytes.Repeat([]byte("x"), 2000))
	docs, errs := collect(t, Options{MaxBytes: 2000}, filepath.Join(dir, "none.txt"), dir)
	if len(docs) != 1 || filepath.Base(docs[0].Name) != "z-good.txt" {
		t.Errorf("documents %v, want the good one", docs)
	}
	if len(errs) != len(tests)+1 {
		t.Fatalf("%d errors, want %d: %v", len(errs), len(tests)+1, errs)
	}
	if !errors.Is(errs[0], ErrMissing) {
		t.Errorf("missing file: %v", errs[0])
	}
	for i, tt := range tests {
		err := errs[i+1]
		var e *Error
		if !errors.Is(err, tt.want) || !errors.As(err, &e) || filepath.Base(e.File) != tt.name {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
		if !strings.Contains(err.Error(), tt.name) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: message %q", tt.name, err)
		}
	}
}

// A file of 200 MB is refused by its size: almost nothing is allocated.
func TestFile_LargeIsNotRead(t *testing.T) {
	path := write(t, t.TempDir(), "large.html", []byte("x"))
	if err := os.Truncate(path, 200<<20); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := File(path, Options{})
	runtime.ReadMemStats(&after)
	if !errors.Is(err, ErrTooLarge) {
		t.Fatalf("error %v, want ErrTooLarge", err)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 1<<20 {
		t.Errorf("%d bytes were allocated", used)
	}
}

func TestFile_NotAFile(t *testing.T) {
	if _, err := File(t.TempDir(), Options{}); !errors.Is(err, ErrNotAFile) {
		t.Errorf("a folder: error %v", err)
	}
	if _, err := File(os.DevNull, Options{}); !errors.Is(err, ErrNotAFile) {
		t.Errorf("a device: error %v", err)
	}
}

func TestFile_DetectsMediaType(t *testing.T) {
	dir := t.TempDir()
	for name, tt := range map[string]struct{ content, want string }{
		"page":             {"<!DOCTYPE html><html>", "text/html"},
		"notes":            {"Minutes of the meeting", "text/plain"},
		"feed":             {`<?xml version="1.0"?><a/>`, "text/xml"},
		"ieIssue.ASPX":     {"x", "text/html"},
		"mgMeeting.txt":    {"<html>", "text/plain"},
		"picture.unknown":  {"\x89PNG\r\n\x1a\n", "image/png"},
		"minutes.PDF":      {"x", "application/pdf"},
		"answer.json":      {"{}", "application/json"},
		"unknown.bin":      {"\x00\x01\x02", "application/octet-stream"},
		"windows-1252.txt": {"\x93quoted\x94", "text/plain"},
	} {
		doc, err := File(write(t, dir, name, []byte(tt.content)), Options{})
		if err != nil || doc.MediaType != tt.want {
			t.Errorf("%s: media type %q, %v; want %q", name, doc.MediaType, err, tt.want)
		}
		if doc.FetchedAt != "" {
			t.Errorf("%s: fetched at %q, which nobody knows", name, doc.FetchedAt)
		}
	}
}

func TestWalk_StopsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		write(t, dir, name, []byte(name))
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var got []string
	for doc, err := range Walk(ctx, []string{dir, dir}, Options{}) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, filepath.Base(doc.Name))
		cancel()
	}
	if d := cmp.Diff([]string{"a.txt", "context canceled"}, got); d != "" {
		t.Error(d)
	}
}

func TestWalk_CallerMayLeave(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt", []byte("a"))
	write(t, dir, "b.txt", []byte("b"))
	n := 0
	for _, err := range Walk(t.Context(), []string{dir}, Options{}) {
		if err != nil {
			t.Error(err)
		}
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d documents after leaving", n)
	}
}
