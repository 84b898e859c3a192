package graph_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/graph"
)

func hashOf(query string) string {
	sum := sha256.Sum256([]byte(query))
	return hex.EncodeToString(sum[:])
}

// named asks by the hash alone, or with the query where it is not "".
func (a *api) named(t *testing.T, method, hash, query string) answered {
	t.Helper()
	extensions := `{"persistedQuery": {"version": 1, "sha256Hash": "` + hash + `"}}`
	if method == http.MethodGet {
		v := url.Values{"extensions": {extensions}}
		if query != "" {
			v.Set("query", query)
		}
		return a.do(t, method, "/?"+v.Encode(), "", nil)
	}
	body, err := json.Marshal(map[string]any{"query": query, "extensions": json.RawMessage(extensions)})
	if err != nil {
		t.Fatal(err)
	}
	return a.do(t, method, "/", strings.Replace(string(body), `,"query":""`, "", 1), nil)
}

// A client asks by hash, is told to send the query, sends it with the hash, and can from then on ask by hash.
func TestPersisted_automatic(t *testing.T) {
	for _, method := range []string{"GET", "POST"} {
		a := newAPI(t)
		const query = `{ councils { totalCount } }`
		if got := a.named(t, method, hashOf(query), ""); got.StatusCode != http.StatusOK || !strings.Contains(got.body, `"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}`) || got.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s before: %d %s", method, got.StatusCode, got.body)
		}
		whole := a.named(t, method, hashOf(query), query)
		if !strings.Contains(whole.body, `"totalCount":`) {
			t.Errorf("%s with both: %d %s", method, whole.StatusCode, whole.body)
		}
		after := a.named(t, method, hashOf(query), "")
		if after.body != whole.body || after.Header.Get("ETag") != whole.Header.Get("ETag") {
			t.Errorf("%s after: %d %s", method, after.StatusCode, after.body)
		}
		if method == "GET" {
			if got := a.do(t, "GET", "/?documentId=sha256:"+hashOf(query), "", nil); got.body != whole.body {
				t.Errorf("by documentId: %s", got.body)
			}
		}
	}
}

// A query is kept under its own hash only, and only where it is valid and not too long.
func TestPersisted_notKept(t *testing.T) {
	a := newAPI(t)
	if got := a.named(t, "POST", hashOf("{ other }"), `{ __typename }`); got.StatusCode != http.StatusBadRequest || !strings.Contains(got.body, "SHA-256") {
		t.Errorf("another hash: %d %s", got.StatusCode, got.body)
	}
	invalid, long := `{ nothing }`, `{ __typename }`+strings.Repeat(" ", 17<<10)
	for _, query := range []string{invalid, long} {
		a.named(t, "POST", hashOf(query), query)
		if got := a.named(t, "POST", hashOf(query), ""); !strings.Contains(got.body, "PERSISTED_QUERY_NOT_FOUND") {
			t.Errorf("%.20s: %s", query, got.body)
		}
	}
	for _, extension := range []string{`{"persistedQuery": 1}`, `{"persistedQuery": {"version": 1}}`, `{"persistedQuery": {"version": 2, "sha256Hash": "00"}}`} {
		if got := a.do(t, "POST", "/", `{"query": "{ __typename }", "extensions": `+extension+`}`, nil); got.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: %d %s", extension, got.StatusCode, got.body)
		}
	}
}

// What clients leave is bounded: the oldest goes.
func TestPersisted_bounded(t *testing.T) {
	a := newAPI(t)
	first := `{ first: __typename }`
	a.named(t, "POST", hashOf(first), first)
	for i := range 1000 {
		query := `{ a` + strings.Repeat("x", i%40) + hashOf(string(rune(i)))[:12] + `: __typename }`
		a.named(t, "POST", hashOf(query), query)
	}
	if got := a.named(t, "POST", hashOf(first), ""); !strings.Contains(got.body, "PERSISTED_QUERY_NOT_FOUND") {
		t.Errorf("after a thousand others: %s", got.body)
	}
}

// Documents that the server was started with are asked by name; with Only, nothing else is answered.
func TestPersisted_trusted(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const count, kind = `{ councils { totalCount } }`, "query Kind { __typename }\n"
	write("map.json", `{"count": "`+count+`"}`)
	write("kind.graphql", kind)
	write("notes.txt", "not a document")
	documents, err := graph.ReadDocuments(folder)
	if err != nil {
		t.Fatal(err)
	}
	documents.Only = true
	a := newAPI(t, func(c *graph.Config) { c.Documents = documents })
	for about, got := range map[string]answered{
		"by name":            a.do(t, "GET", "/?documentId=count", "", nil),
		"by name, POST":      a.do(t, "POST", "/", `{"documentId": "count"}`, nil),
		"by hash":            a.do(t, "GET", "/?documentId=sha256:"+hashOf(count), "", nil),
		"by Apollo's hash":   a.named(t, "GET", hashOf(kind), ""),
		"by its whole text":  a.get(t, count, nil),
		"by hash, with text": a.named(t, "POST", hashOf(kind), kind),
	} {
		if got.StatusCode != http.StatusOK || !strings.Contains(got.body, `{"data":{`) {
			t.Errorf("%s: %d %s", about, got.StatusCode, got.body)
		}
	}
	newer := map[string]string{"Accept": "application/graphql-response+json"}
	for about, c := range map[string]struct {
		got    answered
		status int
		code   string
	}{
		"another query":            {a.get(t, `{ __typename }`, newer), 403, "DOCUMENT_NOT_TRUSTED"},
		"another, by Apollo":       {a.named(t, "POST", hashOf(`{ __typename }`), `{ __typename }`), 200, "DOCUMENT_NOT_TRUSTED"},
		"a name that is not there": {a.do(t, "GET", "/?documentId=other", "", newer), 400, "PERSISTED_QUERY_NOT_FOUND"},
		"both":                     {a.do(t, "POST", "/", `{"documentId": "count", "query": "{ __typename }"}`, newer), 400, "BAD_REQUEST"},
	} {
		if c.got.StatusCode != c.status || !strings.Contains(c.got.body, c.code) {
			t.Errorf("%s: %d %s; want %d %s", about, c.got.StatusCode, c.got.body, c.status, c.code)
		}
	}
}

// A document that is of no use is refused at the start, by its file and its name.
func TestReadDocuments_refused(t *testing.T) {
	for _, c := range []struct{ name, text, message string }{
		{"a.json", `{"bad": "{ nothing }"}`, `a.json: document "bad": input:1:3: Cannot query field`},
		{"a.json", `["{ __typename }"]`, "a.json: write one JSON object of names and documents"},
		{"a.json", `{}`, "holds none"},
		{"a.graphql", `{`, "a.graphql: document"},
		{"a.json", `{"long": "{ __typename }` + strings.Repeat(" ", 17<<10) + `"}`, "at most 16384 are taken"},
	} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, c.name), []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := graph.ReadDocuments(folder); err == nil || !strings.Contains(err.Error(), c.message) {
			t.Errorf("%.40s: %v; want ... %s ...", c.text, err, c.message)
		}
	}
	if _, err := graph.ReadDocuments(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("no error for a folder that is not there")
	}
}
