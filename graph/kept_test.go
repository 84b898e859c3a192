package graph_test

import (
	"context"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"testing"

	"councilgraph/graph"
)

// keeping is a server that keeps so many bytes of answers, and tells in which way it answered last.
func keeping(t *testing.T, bytes int) (*api, *string) {
	way := new(string)
	return newAPI(t, func(c *graph.Config) {
		c.Kept = bytes
		c.Observe = func(r *http.Request) (context.Context, func(graph.Asked)) {
			return r.Context(), func(a graph.Asked) { *way = a.Way }
		}
	}), way
}

// The same question has the same answer, from memory, until the data changes; whichever way it is asked.
func TestKept(t *testing.T) {
	a, way := keeping(t, 1<<20)
	const query = `{ resolutions(first: 50) { totalCount nodes { text } } }`
	body := `{"query": "{ resolutions(first: 50) { totalCount nodes { text } } }"}`
	first := a.do(t, "POST", "/", body, nil)
	if first.StatusCode != http.StatusOK || *way != "compiled" {
		t.Fatalf("%d %s, by %s", first.StatusCode, first.body, *way)
	}
	for _, encoding := range []string{"", "gzip", "zstd", "br", "gzip"} {
		again := a.do(t, "POST", "/", body, map[string]string{"Accept-Encoding": encoding})
		if *way != "kept" || again.Header.Get("Content-Encoding") != encoding || encoding == "" && again.body != first.body {
			t.Errorf("%q: %d, by %s, in %q\n%s", encoding, again.StatusCode, *way, again.Header.Get("Content-Encoding"), again.body)
		}
		if encoding == "gzip" && len(again.body) >= len(first.body) {
			t.Errorf("%d bytes compressed, %d as they are", len(again.body), len(first.body))
		}
	}
	got := a.get(t, query, nil)
	if *way != "kept" || got.body != first.body || got.Header.Get("ETag") == "" {
		t.Errorf("GET: by %s: %v %s", *way, got.Header, got.body)
	}
	if again := a.get(t, query, map[string]string{"If-None-Match": got.Header.Get("ETag")}); again.StatusCode != http.StatusNotModified {
		t.Errorf("GET with its tag: %d", again.StatusCode)
	}

	a.ingest(t, 2, "A bandstand", "that a bandstand be built.")
	then := a.do(t, "POST", "/", body, nil)
	if *way != "compiled" || then.body == first.body || !strings.Contains(then.body, "bandstand") {
		t.Errorf("after a change: by %s: %s", *way, then.body)
	}
}

// One question can be written in many ways, all of which have the answer that is kept; and a body has no other's answer, however much
// they are alike.
func TestKept_written(t *testing.T) {
	a, way := keeping(t, 1<<20)
	const query = `{ councils(first: 2) { nodes { name } } }`
	first := a.do(t, "POST", "/", `{"query": "`+query+`"}`, nil)
	for round := range 3 {
		for i := range 20 {
			if got := a.do(t, "POST", "/", `{"query":`+strings.Repeat(" ", i)+`"`+query+`", "variables": {}}`, nil); i+round > 0 && *way != "kept" || got.body != first.body {
				t.Fatalf("with %d blanks: by %s: %s", i, *way, got.body)
			}
		}
	}
	json := a.do(t, "POST", "/", `{"query": "`+query+`"}`, map[string]string{"Accept": "application/json"})
	if got := json.Header.Get("Content-Type"); !strings.HasPrefix(got, "application/json") || json.body != first.body {
		t.Errorf("in another form: %s %s", got, json.body)
	}
	for _, body := range []string{`{"query": "` + query + ` "}`, `{"query": "` + query + `"} `, `{"query": "` + query + `"}x`} {
		got := a.do(t, "POST", "/", body, nil)
		if bad := strings.HasSuffix(body, "x"); bad != (got.StatusCode == http.StatusBadRequest) {
			t.Errorf("%s: %d %s", body, got.StatusCode, got.body)
		}
	}
}

// What depends on more than the data is not kept, nor are mistakes.
func TestKept_not(t *testing.T) {
	a, way := keeping(t, 1<<20)
	for _, body := range []string{
		`{"query": "{ rateLimit { cost } }"}`,
		`{"query": "{ councils { totalCount } }", "extensions": {"cost": true}}`,
		`{"query": "{ councils(first: 1000) { totalCount } }"}`,
		`{"query": "{ nothing }"}`,
	} {
		for range 3 {
			a.do(t, "POST", "/", body, nil)
			if *way == "kept" {
				t.Errorf("kept: %s", body)
			}
		}
	}
	for _, variables := range []string{`{"n": 1}`, `{"n": 2}`} {
		a.do(t, "POST", "/", `{"query": "query ($n: Int) { councils(first: $n) { nodes { name } } }", "variables": `+variables+`}`, nil)
		if *way == "kept" {
			t.Errorf("kept with other variables: %s", variables)
		}
	}
}

// What is kept is bounded: the answers not asked for longest go first.
func TestKept_bounded(t *testing.T) {
	a, way := keeping(t, 40_000)
	ask := func(first int) {
		t.Helper()
		a.do(t, "POST", "/", `{"query": "query ($n: Int) { councils(first: $n) { nodes { name uri } } }", "variables": {"n": `+strings.Repeat("1", first)+`}}`, map[string]string{"Accept-Encoding": "gzip"})
	}
	ask(1)
	ask(1)
	if *way != "kept" {
		t.Fatalf("by %s", *way)
	}
	for i := range 200 {
		a.do(t, "POST", "/", `{"query": "{ councils(first: 9) { nodes { name uri } } } #`+strings.Repeat("x", i)+`"}`, nil)
	}
	ask(1)
	if *way == "kept" {
		t.Error("kept though 200 others came")
	}
	a.do(t, "POST", "/", `{"query": "{ councils(first: 100) { nodes { name uri slug kind region nation system website } } }"}`, nil)
	a.do(t, "POST", "/", `{"query": "{ councils(first: 100) { nodes { name uri slug kind region nation system website } } }"}`, nil)
	if *way == "kept" {
		t.Error("an answer is kept that takes up more than an eighth of the room")
	}
}

// What is kept of a query that was asked once does not hold its text: neither its answer, by the name of the operation, nor
// its plan, beyond a bound, by the operation.
func TestKept_texts(t *testing.T) {
	a, way := keeping(t, 64<<20)
	comment := strings.Repeat("x", 15<<10)
	ask := func(i int) {
		body := fmt.Sprintf(`{"query": "query Named%d { __typename } #%s"}`, i, comment)
		if r := a.do(t, "POST", "/", body, nil); r.StatusCode != http.StatusOK || *way != "compiled" {
			t.Fatalf("%d %s, by %s", r.StatusCode, r.body, *way)
		}
	}
	held := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	ask(0)
	before := held()
	const many = 4000
	for i := range many {
		ask(1 + i)
	}
	if took := held() - before; took > many*int64(len(comment))/2 {
		t.Errorf("%d MB are held after %d queries of %d bytes", took>>20, many, len(comment))
	}
}
