package example

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"councilgraph/explorer"
	"councilgraph/explorer/page"
)

// pages are the pages of examples over an API that answers every query with the same data, and says which queries it was asked.
func pages(t *testing.T, data string, fault error) (*Pages, *[]string) {
	t.Helper()
	asked := &[]string{}
	site, err := page.New(page.Config{
		Ask: func(_ context.Context, q page.Question) ([]byte, error) {
			*asked = append(*asked, q.Query)
			return []byte(data), fault
		},
		Version: func(context.Context) (string, error) { return "7", nil }, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(site)
	if err != nil {
		t.Fatal(err)
	}
	return p, asked
}

func get(p *Pages, at string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	p.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, at, nil))
	return w
}

// data has a list with more rows than the list of examples shows, a formula, an address, and an element of HTML.
const data = `{"a": {"totalCount": 5, "nodes": [{"uri": "/id/x/1", "text": "=1+1"}, {"uri": "/id/x/2", "text": "<b>two"}, {"text": "3"}, {"text": "4"}, {"text": "five"}]}}`

func TestList(t *testing.T) {
	p, asked := pages(t, data, nil)
	w := get(p, Path)
	body := w.Body.String()
	examples, err := explorer.Examples()
	if err != nil {
		t.Fatal(err)
	}
	if w.Code != 200 || len(*asked) != len(examples) {
		t.Fatalf("status %d, %d queries asked of %d examples", w.Code, len(*asked), len(examples))
	}
	at := 0
	for _, e := range inOrder(examples) {
		i := strings.Index(body[at:], `<a href="/examples/`+e.Name+`">`+e.Title+`</a>`)
		if i < 0 {
			t.Fatalf("%s is missing, or not under its heading %s", e.Name, e.Group)
		}
		at += i
		if !strings.Contains(body[at:], e.About) {
			t.Errorf("%s: its sentence is missing", e.Name)
		}
	}
	for _, want := range []string{"3 of 5 rows", `<a href="/doc/x/1">/id/x/1</a>`, "&lt;b&gt;two", `href="/examples/01-newest-decisions/a.nodes.csv"`, `href="/graphiql/?query=`} {
		if !strings.Contains(body, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, bad := range []string{"<b>two", "five", "totalCount</th>"} {
		if strings.Contains(body, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
}

// inOrder are the examples by their headings, as the page shows them.
func inOrder(examples []explorer.Example) []explorer.Example {
	var all []explorer.Example
	seen := map[string]bool{}
	for _, e := range examples {
		if seen[e.Group] {
			continue
		}
		seen[e.Group] = true
		for _, other := range examples {
			if other.Group == e.Group {
				all = append(all, other)
			}
		}
	}
	return all
}

func TestOne(t *testing.T) {
	p, asked := pages(t, data, nil)
	w := get(p, Path+"/09-votes")
	if w.Code != 200 || len(*asked) != 1 || !strings.Contains((*asked)[0], "query Votes") {
		t.Fatalf("status %d, asked %v", w.Code, *asked)
	}
	if body := w.Body.String(); !strings.Contains(body, ">five<") || !strings.Contains(body, "5 rows") || !strings.Contains(body, "query Votes") {
		t.Errorf("not all rows, or not the query: %s", body)
	}
	file := get(p, Path+"/09-votes/a.nodes.csv")
	want := "\uFEFFa.totalCount,a.nodes.uri,a.nodes.text\r\n5,/id/x/1,'=1+1\r\n5,/id/x/2,<b>two\r\n5,,3\r\n5,,4\r\n5,,five\r\n"
	if got := file.Body.String(); got != want || file.Header().Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Errorf("%s: %q, want %q", file.Header().Get("Content-Type"), got, want)
	}
	if d := file.Header().Get("Content-Disposition"); d != `inline; filename="councilgraph-09-votes-a.nodes.csv"` {
		t.Errorf("Content-Disposition: %s", d)
	}
}

func TestRefused(t *testing.T) {
	p, _ := pages(t, data, nil)
	for _, at := range []string{"/no-such", "/no-such/a.csv", "/09-votes/b.csv", "/09-votes/a.nodes", "/09-votes.csv"} {
		if w := get(p, Path+at); w.Code != 404 {
			t.Errorf("%s: status %d, want 404", at, w.Code)
		}
	}
	p, _ = pages(t, data, errors.New("the store has gone"))
	if w := get(p, Path); w.Code != 500 || strings.Contains(w.Body.String(), "the store has gone") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
}
