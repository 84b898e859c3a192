package linked_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"councilgraph/linked"
	"councilgraph/linked/export"
)

// dataSite serves the data as a whole, with two exports.
func dataSite(t *testing.T) (*httptest.Server, linked.Data) {
	t.Helper()
	db, folder := withSample(t), t.TempDir()
	for _, f := range []export.Format{export.NDJSON, export.NQuads} {
		o := export.Options{Format: f, Base: "https://x.example", Council: "bromley"}
		o.Out = filepath.Join(folder, o.NameIn())
		r, err := export.Run(t.Context(), db.DB, db.Dialect, o)
		if err != nil {
			t.Fatal(err)
		}
		if err := export.Publish(folder, o, r, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "private.txt"), []byte("not listed"), 0o600); err != nil {
		t.Fatal(err)
	}
	day := "2026-01-02T03:04:05Z"
	d := linked.Data{Folder: folder, Licence: "L", Attribution: "A", Version: func(context.Context) (string, *string, error) { return "7", &day, nil }}
	s := linked.New(linked.Config{Store: db.Client, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	html := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if err := d.Page(r.Context(), w); err != nil {
			t.Error(err)
		}
	})
	mux := http.NewServeMux()
	for _, suffix := range []string{"", ".html", ".json", ".jsonld", ".ttl", ".nt"} {
		mux.Handle("/data"+suffix, s.Data(d, html))
		mux.Handle("/def/council"+suffix, s.Vocabulary(nil))
		mux.Handle("/.well-known/void"+suffix, s.Void(d))
	}
	mux.Handle("/data/", s.Files(d))
	mux.Handle("/def/shapes.ttl", s.Shapes())
	site := httptest.NewServer(mux)
	t.Cleanup(site.Close)
	return site, d
}

func TestData_forms(t *testing.T) {
	s, _ := dataSite(t)
	for _, c := range []struct {
		path, accept string
		status       int
		mediaType    string
		holds        string
	}{
		{"/data", "text/html", 200, "text/html", "councilgraph-bromley.ndjson.gz"},
		{"/data", "application/json", 200, "application/json", `"licence": "L"`},
		{"/data", "application/ld+json", 200, "application/ld+json", "dcat:Dataset"},
		{"/data.json", "text/html", 200, "application/json", `"version": "7"`},
		{"/data.ttl", "", 200, "text/turtle", `owl:versionInfo "7"`},
		{"/data", "image/png", 406, "text/plain", "text/turtle"},
		{"/.well-known/void", "", 200, "application/ld+json", "void:Dataset"},
		{"/.well-known/void", "text/turtle", 200, "text/turtle", "void:dataDump <" + s.URL + "/data/councilgraph-bromley.nq.gz>"},
		{"/.well-known/void.html", "", 404, "text/plain", ".ttl"},
		{"/def/council", "text/turtle", 200, "text/turtle", "/def/council#Resolution> a owl:Class"},
		{"/def/council", "text/html", 406, "text/plain", "text/turtle"},
		{"/def/council.nt", "", 200, "application/n-triples", "/def/council#committee-kind-full-council>"},
		{"/def/shapes.ttl", "", 200, "text/turtle", "@prefix cd: <" + s.URL + "/def/council#> ."},
	} {
		header := []string{"Accept", c.accept}
		if c.accept == "" {
			header = nil
		}
		res, body := ask(t, "GET", s.URL+c.path, header...)
		if got, _, _ := strings.Cut(res.Header.Get("Content-Type"), ";"); res.StatusCode != c.status || got != c.mediaType || !strings.Contains(body, c.holds) {
			t.Errorf("%s %q: %d %s, want %d %s with %s; it is %.300s", c.path, c.accept, res.StatusCode, got, c.status, c.mediaType, c.holds, body)
		}
	}
}

func TestData_files(t *testing.T) {
	s, d := dataSite(t)
	_, text := ask(t, "GET", s.URL+"/data.json")
	var list struct {
		Files []struct {
			URL, SHA256 string
			Bytes       int
		}
	}
	if err := json.Unmarshal([]byte(text), &list); err != nil || len(list.Files) != 2 {
		t.Fatalf("%v %s", err, text)
	}
	for _, f := range list.Files {
		whole, body := ask(t, "GET", f.URL)
		if whole.StatusCode != http.StatusOK || len(body) != f.Bytes || whole.Header.Get("Content-Type") != "application/gzip" || whole.Header.Get("ETag") != `"`+f.SHA256+`"` {
			t.Errorf("%s: %d %v, %d of %d bytes", f.URL, whole.StatusCode, whole.Header, len(body), f.Bytes)
		}
		some, middle := ask(t, "GET", f.URL, "Range", "bytes=10-19", "If-Range", `"`+f.SHA256+`"`)
		if some.StatusCode != http.StatusPartialContent || middle != body[10:20] {
			t.Errorf("a range of %s: %d %q", f.URL, some.StatusCode, middle)
		}
		if again, _ := ask(t, "GET", f.URL, "If-None-Match", `"`+f.SHA256+`"`); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s again: %d", f.URL, again.StatusCode)
		}
	}
	for _, name := range []string{"private.txt", "manifest.json", "../data_test.go", "%2e%2e%2fx", ""} {
		if res, body := ask(t, "GET", s.URL+"/data/"+name); res.StatusCode == http.StatusOK {
			t.Errorf("%q: %s", name, body)
		}
	}
	before := d.Stamp()
	if err := os.Chtimes(filepath.Join(d.Folder, export.ManifestName), time.Time{}, time.Now().Add(time.Hour)); err != nil || before == "" || d.Stamp() == before {
		t.Errorf("the stamp is that of another list: %q %v", before, err)
	}
}

// A server without exports says how to make some.
func TestData_none(t *testing.T) {
	d := linked.Data{Version: func(context.Context) (string, *string, error) { return "0", nil, nil }}
	var page bytes.Buffer
	if err := d.Page(t.Context(), &page); err != nil || !strings.Contains(page.String(), "--exports") {
		t.Errorf("%v %s", err, &page)
	}
}
