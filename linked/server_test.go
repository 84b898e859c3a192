package linked_test

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/register"
	"councilgraph/linked"
	"councilgraph/sample"
)

// withSample is a store with the sample in it.
func withSample(t testing.TB) *database.Database {
	t.Helper()
	db := dbtest.New(t)
	loader, err := load.New(db.Client, db.Dialect, ingest.ReaderVersion, time.Now, ingest.Read)
	if err != nil {
		t.Fatal(err)
	}
	known, err := register.Load()
	if err != nil {
		t.Fatal(err)
	}
	var councils []record.RegisteredCouncil
	for _, c := range known.Councils() {
		switch c.GSSCode {
		case "E09000006", "E06000034", "E09000014", "E09000023", "E10000034":
			councils = append(councils, record.RegisteredCouncil{Code: c.Code, Name: c.Name, ShortName: c.ShortName, Slug: c.Slug, GSSCode: c.GSSCode, Kind: string(c.Kind)})
		}
	}
	if _, err := loader.Councils(t.Context(), councils); err != nil {
		t.Fatal(err)
	}
	manifest, err := sample.Write(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	report, err := ingest.Pipeline{Councils: codes{known}, Loader: loader}.Run(t.Context(), []string{manifest})
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("load the sample: %v %v", err, report.Problems)
	}
	return db
}

type codes struct{ *register.Register }

func (c codes) Code(code string) (string, error) {
	found, ok := c.ByCode(code)
	if !ok {
		return "", fmt.Errorf("no council %q", code)
	}
	return found.Code, nil
}

func (c codes) Host(url string) (string, error) {
	found, err := c.ByHost(url)
	return found.Code, err
}

// site serves the sample as linked data, with a page for people that names what it was asked for.
func site(t *testing.T) (*httptest.Server, *linked.Server, *database.Database) {
	t.Helper()
	db := withSample(t)
	var data *linked.Server
	people := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		ld, err := data.JSONLD(r.Context(), "/id/"+strings.TrimPrefix(r.URL.Path, "/doc/"))
		_, _ = fmt.Fprintf(w, "<p>%s %v<script type=\"application/ld+json\">%s</script>", r.URL.Path, err, ld)
	})
	data = linked.New(linked.Config{Store: db.Client, HTML: people, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	mux := http.NewServeMux()
	mux.Handle("/id/", data.ID())
	mux.Handle("/doc/", data.Doc())
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s, data, db
}

// ask asks without following redirects.
func ask(t *testing.T, method, url string, header ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(body)
}

const item = "/bromley/executive/2017-01-11/152"

func TestDoc_negotiates(t *testing.T) {
	s, _, _ := site(t)
	for _, c := range []struct {
		path, accept string
		status       int
		mediaType    string
	}{
		{"/doc" + item, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 200, "text/html"},
		{"/doc" + item, "", 200, "text/html"},
		{"/doc" + item, "*/*", 200, "text/html"},
		{"/doc" + item, "application/json", 200, "application/json"},
		{"/doc" + item, "application/ld+json", 200, "application/ld+json"},
		{"/doc" + item, "application/*", 200, "application/ld+json"},
		{"/doc" + item, "text/turtle", 200, "text/turtle"},
		{"/doc" + item, "text/turtle;q=0.4, application/n-triples;q=0.5, text/html;q=0.1", 200, "application/n-triples"},
		{"/doc" + item, "text/turtle;q=0, text/*;q=0.5", 200, "text/html"},
		{"/doc" + item, "text/html;q=0, */*;q=0.1", 200, "application/ld+json"},
		{"/doc" + item, "text/plain", 200, "text/plain"},
		{"/doc" + item, "application/rdf+xml", 406, "text/plain"},
		{"/doc" + item, "nonsense", 406, "text/plain"},
		{"/doc" + item + ".ttl", "text/html", 200, "text/turtle"},
		{"/doc" + item + ".nt", "application/rdf+xml", 200, "application/n-triples"},
		{"/doc" + item + ".jsonld", "", 200, "application/ld+json"},
		{"/doc" + item + ".html", "text/turtle", 200, "text/html"},
		{"/doc/bromley/nowhere.ttl", "", 404, "text/plain"},
	} {
		header := []string{"Accept", c.accept}
		if c.accept == "" {
			header = nil
		}
		res, body := ask(t, "GET", s.URL+c.path, header...)
		if got, _, _ := strings.Cut(res.Header.Get("Content-Type"), ";"); res.StatusCode != c.status || got != c.mediaType {
			t.Errorf("%s %q: %d %s, want %d %s", c.path, c.accept, res.StatusCode, got, c.status, c.mediaType)
		}
		if res.Header.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s %q: no script may read it", c.path, c.accept)
		}
		if c.status == 406 && (!strings.Contains(body, "text/turtle") || !strings.Contains(body, "application/ld+json")) {
			t.Errorf("a refusal that does not say what there is: %s", body)
		}
	}
}

func TestDoc_headers(t *testing.T) {
	s, _, _ := site(t)
	res, body := ask(t, "GET", s.URL+"/doc"+item, "Accept", "text/turtle")
	if got := res.Header.Get("Content-Location"); got != "/doc"+item+".ttl" {
		t.Errorf("Content-Location %s", got)
	}
	if !strings.Contains(strings.Join(res.Header.Values("Vary"), ","), "Accept") {
		t.Error("no Vary")
	}
	all := strings.Join(res.Header.Values("Link"), "\n")
	for _, want := range []string{
		`<` + s.URL + `/doc` + item + `>; rel="canonical"`, `<` + s.URL + `/data#terms>; rel="license"`,
		`</doc` + item + `.nt>; rel="alternate"; type="application/n-triples"`, `</doc` + item + `.html>; rel="alternate"; type="text/html"`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s in\n%s", want, all)
		}
	}
	tag := res.Header.Get("ETag")
	if again, _ := ask(t, "GET", s.URL+"/doc"+item+".ttl", "If-None-Match", `"x", `+tag); tag == "" || again.StatusCode != http.StatusNotModified {
		t.Errorf("%q: %d", tag, again.StatusCode)
	}
	if other, _ := ask(t, "GET", s.URL+"/doc"+item+".nt", "If-None-Match", tag); other.StatusCode != http.StatusOK {
		t.Errorf("another form has the same tag: %d", other.StatusCode)
	}
	head, nothing := ask(t, "HEAD", s.URL+"/doc"+item+".ttl")
	if head.StatusCode != http.StatusOK || nothing != "" || head.Header.Get("ETag") != tag || head.ContentLength != int64(len(body)) {
		t.Errorf("HEAD: %d %q %d", head.StatusCode, nothing, head.ContentLength)
	}
	if res, _ := ask(t, "POST", s.URL+"/doc"+item+".ttl"); res.StatusCode != http.StatusMethodNotAllowed || res.Header.Get("Allow") == "" {
		t.Errorf("POST: %d", res.StatusCode)
	}
	if res, _ := ask(t, "OPTIONS", s.URL+"/doc"+item+".ttl", "Origin", "https://y.example"); res.StatusCode != http.StatusNoContent {
		t.Errorf("OPTIONS: %d", res.StatusCode)
	}
	for range 5 {
		if _, again := ask(t, "GET", s.URL+"/doc"+item+".ttl"); again != body {
			t.Fatal("another document the second time")
		}
	}
}

func TestID_leadsToItsDocument(t *testing.T) {
	s, _, db := site(t)
	for _, c := range []struct {
		path     string
		status   int
		location string
	}{
		{"/id" + item, 303, "/doc" + item},
		{"/id" + item + ".ttl", 303, "/doc" + item + ".ttl"},
		{"/id/bromley/nowhere", 303, "/doc/bromley/nowhere"},
		{"/id/bromley/old", 301, "/id/bromley/executive"},
		{"/id/bromley/old.nt", 301, "/id/bromley/executive.nt"},
		{"/id/bromley/merged", 301, "/id/bromley/executive"},
		{"/doc/bromley/old.nt", 301, "/doc/bromley/executive.nt"},
	} {
		if c.path == "/id/bromley/old" { // an address that was given up, and one of a node that was merged
			to := db.Client.Committee.Query().Where().AllX(t.Context())
			for _, committee := range to {
				if committee.URI == "/id/bromley/executive" {
					db.Client.Address.Create().SetURI("/id/bromley/old").SetNodeID(committee.ID).ExecX(t.Context())
					db.Client.Address.Create().SetURI("/id/bromley/merged").SetNodeID(committee.ID + 1000).ExecX(t.Context())
					db.Client.Redirect.Create().SetFromID(committee.ID + 1000).SetToID(committee.ID).ExecX(t.Context())
				}
			}
		}
		res, _ := ask(t, "GET", s.URL+c.path, "Accept", "text/turtle")
		if res.StatusCode != c.status || res.Header.Get("Location") != c.location || !strings.Contains(strings.Join(res.Header.Values("Vary"), ","), "Accept") {
			t.Errorf("%s: %d %s, want %d %s", c.path, res.StatusCode, res.Header.Get("Location"), c.status, c.location)
		}
	}
}

// A page for people holds the very statements of its JSON-LD.
func TestJSONLD_inPages(t *testing.T) {
	s, _, _ := site(t)
	_, html := ask(t, "GET", s.URL+"/doc"+item+".html")
	_, alone := ask(t, "GET", s.URL+"/doc"+item+".jsonld")
	_, inside, _ := strings.Cut(html, "<script type=\"application/ld+json\">")
	inside, _, _ = strings.Cut(inside, "</script>")
	if inside != alone || !json.Valid([]byte(inside)) || !strings.Contains(html, "<p>/doc"+item+" ") {
		t.Errorf("the page holds %s\nwant %s", html, alone)
	}
}
