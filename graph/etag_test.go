package graph_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"
)

// A GET is answered from a cache until the data changes: the same tag for the same question, and no
// answer where the client has it already.
func TestETag(t *testing.T) {
	a := newAPI(t)
	const query = `{ resolutions { totalCount nodes { text } } }`
	first := a.get(t, query, nil)
	tag := first.Header.Get("ETag")
	if first.StatusCode != http.StatusOK || len(tag) < 10 || first.Header.Get("Cache-Control") != "public, max-age=60, stale-while-revalidate=600" || first.Header.Get("Vary") != "Accept, Accept-Encoding" {
		t.Fatalf("%d %v", first.StatusCode, first.Header)
	}
	for _, held := range []string{tag, `"other", ` + tag, "W/" + tag} {
		again := a.get(t, query, map[string]string{"If-None-Match": held})
		if again.StatusCode != http.StatusNotModified || again.body != "" || again.Header.Get("ETag") != tag || again.Header.Get("Cache-Control") != first.Header.Get("Cache-Control") {
			t.Errorf("If-None-Match: %s: %d %v %s", held, again.StatusCode, again.Header, again.body)
		}
	}
	if head := a.do(t, "HEAD", "/?"+url.Values{"query": {query}}.Encode(), "", nil); head.Header.Get("ETag") != tag {
		t.Errorf("HEAD: %v", head.Header)
	}

	a.ingest(t, 2, "A bandstand", "that a bandstand be built.")
	then := a.get(t, query, map[string]string{"If-None-Match": tag})
	if then.StatusCode != http.StatusOK || then.Header.Get("ETag") == tag || then.body == first.body {
		t.Errorf("after a change: %d %v", then.StatusCode, then.Header)
	}
	a.ingest(t, 2, "A bandstand", "that a bandstand be built.")
	if same := a.get(t, query, map[string]string{"If-None-Match": then.Header.Get("ETag")}); same.StatusCode != http.StatusNotModified {
		t.Errorf("after taking in what was known: %d %v", same.StatusCode, same.Header)
	}
}

// What makes another answer makes another tag.
func TestETag_parts(t *testing.T) {
	a := newAPI(t)
	const query = `query A($n: Int) { councils(first: $n) { totalCount } } query B { __typename }`
	seen := map[string]string{}
	for _, c := range []struct{ about, parameters, accept, encoding string }{
		{"as it is", "operationName=A", "", ""},
		{"another operation", "operationName=B", "", ""},
		{"with variables", `operationName=A&variables={"n":1}`, "", ""},
		{"with others", `operationName=A&variables={"n":2}`, "", ""},
		{"with extensions", `operationName=A&extensions={"x":2}`, "", ""},
		{"in another form", "operationName=A", "application/graphql-response+json", ""},
		{"packed", "operationName=A", "", "gzip"},
		{"packed in another way", "operationName=A", "", "br"},
	} {
		got := a.do(t, "GET", "/?query="+url.QueryEscape(query)+"&"+c.parameters, "", map[string]string{"Accept": c.accept, "Accept-Encoding": c.encoding})
		tag := got.Header.Get("ETag")
		if other, ok := seen[tag]; ok || tag == "" {
			t.Errorf("%s: %d, the tag %s is that of %q", c.about, got.StatusCode, tag, other)
		}
		seen[tag] = c.about
	}
	if got := a.do(t, "GET", `/?operationName=A&variables={"n":%201}&query=`+url.QueryEscape(query), "", nil); seen[got.Header.Get("ETag")] != "with variables" {
		t.Errorf("the same question in another spelling has the tag %s", got.Header.Get("ETag"))
	}
}

// A tag that is known is answered without running anything: here running would fail.
func TestETag_withoutRunning(t *testing.T) {
	a := newAPI(t)
	const query = `{ councils { nodes { name } } }`
	tag := a.get(t, query, nil).Header.Get("ETag")
	if _, err := a.db.DB.Exec("ALTER TABLE councils RENAME TO gone"); err != nil {
		t.Fatal(err)
	}
	if got := a.get(t, query, map[string]string{"If-None-Match": tag}); got.StatusCode != http.StatusNotModified {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
	if got := a.get(t, query, nil); got.Header.Get("ETag") != "" || got.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("an error is kept: %v %s", got.Header, got.body)
	}
}

// Errors, refusals and POST are not kept.
func TestETag_notKept(t *testing.T) {
	a := newAPI(t)
	for about, got := range map[string]answered{
		"grammar":        a.get(t, `{`, nil),
		"part of it":     a.get(t, `{ __typename council { name } }`, nil),
		"no query":       a.do(t, "GET", "/", "", nil),
		"another method": a.do(t, "DELETE", "/", "", nil),
		"POST":           a.do(t, "POST", "/", `{"query": "{ __typename }"}`, nil),
	} {
		if got.Header.Get("ETag") != "" || got.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v", about, got.StatusCode, got.Header)
		}
	}
}

// Taking in what changes nothing leaves the version, and whatever changes something raises it.
func TestETag_otherProcess(t *testing.T) {
	a := newAPI(t)
	const query = `{ changes(last: 1) { nodes { nodeType } } }`
	tag := a.get(t, query, nil).Header.Get("ETag")
	// Another process writes: nothing here is told.
	at := time.Now().UTC().Format(time.RFC3339)
	if _, err := a.db.DB.Exec(`INSERT INTO changes (action, node_type, node_id, at) VALUES ('UPDATED', 'Council', 1, '` + at + `')`); err != nil {
		t.Fatal(err)
	}
	if got := a.get(t, query, map[string]string{"If-None-Match": tag}); got.StatusCode != http.StatusOK {
		t.Errorf("%d", got.StatusCode)
	}
}
