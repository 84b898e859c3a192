package graph_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
)

// answered is an answer as it came over the wire.
type answered struct {
	*http.Response
	body string
}

// do sends a request as it is: nothing is compressed, and no redirect followed, that was not asked for.
func (a *api) do(t testing.TB, method, path, body string, header map[string]string) answered {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, a.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/json")
	}
	for k, v := range header {
		req.Header.Set(k, v)
	}
	client := &http.Client{Transport: &http.Transport{DisableCompression: true, DisableKeepAlives: true}}
	res, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	got, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answered{res, string(got)}
}

// get asks a query by GET.
func (a *api) get(t testing.TB, query string, header map[string]string) answered {
	t.Helper()
	return a.do(t, http.MethodGet, "/?"+url.Values{"query": {query}}.Encode(), "", header)
}

// The status and the form of an answer, by what is asked and what is accepted.
func TestHTTP_status(t *testing.T) {
	a := newAPI(t)
	ask := func(query string) string {
		b, err := json.Marshal(map[string]string{"query": query})
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	const newer, older = "application/graphql-response+json", "application/json"
	for _, c := range []struct {
		about, method, path, body, accept string
		status                            int
		kind, holds                       string
	}{
		{"a query", "POST", "", ask(`{__typename}`), newer, 200, newer, `{"data":{"__typename":"Query"}}`},
		{"a query of before", "POST", "", ask(`{__typename}`), older, 200, older, `{"data":{"__typename":"Query"}}`},
		{"a query of anyone", "POST", "", ask(`{__typename}`), "", 200, older, `{"data":{"__typename":"Query"}}`},
		{"a GET", "GET", "?query=%7B__typename%7D", "", newer, 200, newer, `{"data":{"__typename":"Query"}}`},
		{"grammar", "POST", "", ask(`{`), newer, 400, newer, `{"errors":[{"message":"Expected Name, found <EOF>"`},
		{"grammar, before", "POST", "", ask(`{`), older, 200, older, `{"errors":[`},
		{"a field that is not there", "POST", "", ask(`{nothing}`), newer, 400, newer, "GRAPHQL_VALIDATION_FAILED"},
		{"a field that is not there, before", "POST", "", ask(`{nothing}`), older, 200, older, "GRAPHQL_VALIDATION_FAILED"},
		{"part of it failed", "POST", "", ask(`{__typename council{name}}`), newer, 200, newer, `"data":{"__typename":"Query","council":null}`},
		{"all of it failed", "POST", "", ask(`{councils(first: 101){totalCount}}`), newer, 200, newer, `"data":null`},
		{"a limit", "POST", "", ask(`{councils(first:100){nodes{meetings(first:100){nodes{agendaItems{resolutions{id}}}}}}}`), newer, 400, newer, "NODE_LIMIT_EXCEEDED"},
		{"a mutation by GET", "GET", "?query=mutation%7B__typename%7D", "", newer, 405, newer, "GET only reads"},
		{"a mutation by GET, before", "GET", "?query=mutation%7B__typename%7D", "", older, 405, older, "GET only reads"},
		{"a mutation by POST", "POST", "", ask(`mutation{__typename}`), newer, 400, newer, "GRAPHQL_VALIDATION_FAILED"},
		{"no query", "POST", "", `{"operationName": "A"}`, older, 400, older, "has no query"},
		{"no query by GET", "GET", "", "", older, 400, older, "has no query"},
		{"a query that is no text", "POST", "", `{"query": ["{__typename}"]}`, older, 400, older, "query of the request is not a text"},
		{"variables that are no object", "POST", "", `{"query": "{__typename}", "variables": "{}"}`, older, 400, older, "variables of the request is not an object"},
		{"two bodies", "POST", "", `{"query": "{__typename}"}{}`, older, 400, older, "not one JSON object"},
		{"null", "POST", "", `null`, older, 400, older, "not one JSON object"},
		{"nothing that is here", "POST", "", ask(`{__typename}`), "text/html", 406, newer, "Accept"},
		{"an address that is too long", "GET", "?query=%7B__typename%7D&x=" + strings.Repeat("x", 9000), "", older, 414, newer, `"limit":8192`},
		{"parameters that are badly encoded", "GET", "?query=%7B__typename%7D&x=%zz", "", older, 400, older, "percent-encoded"},
	} {
		t.Run(c.about, func(t *testing.T) {
			header := map[string]string{}
			if c.accept != "" {
				header["Accept"] = c.accept
			}
			got := a.do(t, c.method, "/"+c.path, c.body, header)
			if got.StatusCode != c.status || got.Header.Get("Content-Type") != c.kind+"; charset=utf-8" || !strings.Contains(got.body, c.holds) {
				t.Errorf("%d %s %s; want %d %s ... %s ...", got.StatusCode, got.Header.Get("Content-Type"), got.body, c.status, c.kind, c.holds)
			}
			if c.status != 200 && strings.Contains(got.body, `"data"`) {
				t.Errorf("nothing ran, and yet there is data: %s", got.body)
			}
		})
	}
}

// A body in another encoding than UTF-8 is refused rather than misread.
func TestHTTP_charset(t *testing.T) {
	a := newAPI(t)
	for kind, status := range map[string]int{
		"application/json; charset=UTF-8": 200, "application/json; charset=latin1": 415, "text/plain": 415, "application/json;": 200, "": 415,
	} {
		if got := a.do(t, "POST", "/", `{"query": "{__typename}"}`, map[string]string{"Content-Type": kind}); got.StatusCode != status {
			t.Errorf("%q: %d %s, want %d", kind, got.StatusCode, got.body, status)
		}
	}
}

// A body that is compressed is refused rather than misread.
func TestHTTP_compressedBody(t *testing.T) {
	a := newAPI(t)
	if got := a.do(t, "POST", "/", `{"query": "{__typename}"}`, map[string]string{"Content-Encoding": "gzip"}); got.StatusCode != http.StatusUnsupportedMediaType {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
}

// Pages of any site may ask, and learn what the answer's headers say.
func TestHTTP_crossOrigin(t *testing.T) {
	a := newAPI(t)
	before := a.do(t, "OPTIONS", "/", "", map[string]string{"Origin": "https://example.org", "Access-Control-Request-Method": "POST"})
	if before.StatusCode != http.StatusNoContent || before.Header.Get("Access-Control-Allow-Methods") != "GET, HEAD, POST, OPTIONS" || before.Header.Get("Access-Control-Allow-Headers") == "" {
		t.Errorf("%d %v", before.StatusCode, before.Header)
	}
	for _, got := range []answered{before, a.get(t, `{__typename}`, nil), a.do(t, "PUT", "/", "", nil)} {
		if got.Header.Get("Access-Control-Allow-Origin") != "*" || got.Header.Get("Access-Control-Allow-Credentials") != "" || !strings.Contains(got.Header.Get("Access-Control-Expose-Headers"), "X-Request-Id") {
			t.Errorf("%d %v", got.StatusCode, got.Header)
		}
	}
	if got := a.do(t, "PUT", "/", "", nil); got.StatusCode != http.StatusMethodNotAllowed || got.Header.Get("Allow") != "GET, HEAD, POST, OPTIONS" {
		t.Errorf("%d %v", got.StatusCode, got.Header)
	}
}

// HEAD is GET without the body: the same status and headers.
func TestHTTP_head(t *testing.T) {
	a := newAPI(t)
	path := "/?" + url.Values{"query": {`{councils{nodes{name}}}`}}.Encode()
	get, head := a.do(t, "GET", path, "", nil), a.do(t, "HEAD", path, "", nil)
	if head.StatusCode != http.StatusOK || head.body != "" || head.Header.Get("Content-Length") != strconv.Itoa(len(get.body)) {
		t.Errorf("%d %v %q; GET gave %d bytes", head.StatusCode, head.Header, head.body, len(get.body))
	}
}

// A query with very many mistakes is told of twenty, whether they are found before it runs or while it runs.
func TestHTTP_manyErrors(t *testing.T) {
	a := newAPI(t)
	var b, run bytes.Buffer
	for i := range 50 {
		b.WriteString(" nothing" + strconv.Itoa(i))
		run.WriteString(" a" + strconv.Itoa(i) + ": meetings(first: 101) { totalCount }")
	}
	if found := a.post(t, "{ councils { nodes {"+b.String()+"} } }", nil).Errors; len(found) != 20 || found[19].Extensions["code"] != "GRAPHQL_VALIDATION_FAILED" {
		t.Errorf("%d errors: %v", len(found), found)
	}
	var r struct {
		Errors     []any
		Extensions map[string]any
	}
	got := a.get(t, "{ councils(first: 1) { nodes {"+run.String()+"} } }", nil)
	if err := json.Unmarshal([]byte(got.body), &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Errors) != 20 || r.Extensions["errorsLeftOut"] != float64(30) {
		t.Errorf("%d errors, %v", len(r.Errors), r.Extensions)
	}
}

// An answer that would be too large becomes an error that says how to go on.
func TestHTTP_largeAnswer(t *testing.T) {
	a := newAPI(t)
	if err := a.db.Client.Content.Update().SetText(strings.Repeat("x", 11<<20)).Exec(t.Context()); err != nil {
		t.Fatal(err)
	}
	r := a.post(t, `{ sources(first: 1) { nodes { text } } }`, nil)
	if len(r.Errors) != 1 || r.Errors[0].Extensions["code"] != "RESPONSE_TOO_LARGE" || r.Data != nil || !strings.Contains(r.Errors[0].Message, "application/x-ndjson") {
		t.Errorf("%+v", r.Errors)
	}
}
