package graph_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// What is no table is refused with the way to make it one.
func TestFlat_refused(t *testing.T) {
	a := newAPI(t)
	for _, c := range []struct{ query, parameters, code, message string }{
		{`{ __typename }`, "", "NOT_FLAT", "no list"},
		{`{ councils { totalCount } }`, "", "NOT_FLAT", "no list"},
		{`{ councils { nodes { name } } meetings { nodes { date } } }`, "", "NOT_FLAT", "two lists, councils.nodes and meetings.nodes"},
		{`{ councils { nodes { name } edges { cursor } } }`, "", "NOT_FLAT", "two lists"},
		{`{ councils { nodes { name meetings { nodes { date } } } } }`, "", "NOT_FLAT", "meetings.nodes is a list within each row"},
		{`{ a: council(slug: "bromley") { b: name meetings { nodes { a: council { b: name } } } } }`, "", "NOT_FLAT", "two columns would be called a.b"},
		{`{ councils(last: 2) { nodes { name } } }`, "&all=true", "NOT_FLAT", "backwards with last"},
		{`{ resource(uri: "/id/bromley/composed-example-committee/2024-02-07") { ... on Meeting { agendaItems { title } } } }`, "&all=true", "NOT_FLAT", "has no pages"},
		{`{ councils { nodes { name } } }`, "&all=yes", "BAD_REQUEST", "true or false"},
		{`{ councils { nodes { name } } }`, "&after=x", "INVALID_CURSOR", "no cursor of this server"},
		{`{ councils(first: 101) { nodes { name } } }`, "", "PAGE_SIZE_EXCEEDED", "at most 100"},
		{`{ councils { nodes { nothing } } }`, "", "GRAPHQL_VALIDATION_FAILED", "nothing"},
	} {
		for _, header := range []map[string]string{asCSV, asNDJSON} {
			got := a.do(t, "GET", "/?query="+url.QueryEscape(c.query)+c.parameters, "", header)
			if got.StatusCode != http.StatusBadRequest || !strings.Contains(got.body, `"code":"`+c.code+`"`) || !strings.Contains(got.body, c.message) || !strings.HasPrefix(got.Header.Get("Content-Type"), "application/graphql-response+json") {
				t.Errorf("%s: %d %v %s; want %s ... %s ...", c.query, got.StatusCode, got.Header, got.body, c.code, c.message)
			}
		}
	}
	if got := a.do(t, "GET", "/?all=true&query="+url.QueryEscape(`{ councils { nodes { name } } }`), "", nil); got.StatusCode != http.StatusBadRequest || !strings.Contains(got.body, "Accept: text/csv") {
		t.Errorf("all=true as JSON: %d %s", got.StatusCode, got.body)
	}
}

// A failure at the start is an error as ever.
func TestFlat_failure(t *testing.T) {
	a := newAPI(t)
	if _, err := a.db.DB.Exec("ALTER TABLE resolutions RENAME TO gone"); err != nil {
		t.Fatal(err)
	}
	for _, header := range []map[string]string{asCSV, asNDJSON} {
		if got := a.get(t, `{ resolutions { nodes { text } } }`, header); got.StatusCode != http.StatusInternalServerError || !strings.Contains(got.body, `"code":"INTERNAL"`) || strings.Contains(got.body, "table") {
			t.Errorf("%d %s", got.StatusCode, got.body)
		}
	}
}

// Rows are kept by caches like other answers, each form and page under its own tag.
func TestFlat_etag(t *testing.T) {
	a := newAPI(t)
	query := url.QueryEscape(`{ councils(first: 5) { nodes { name } } }`)
	seen := map[string]bool{}
	for _, parameters := range []string{"", "&all=true"} {
		for _, header := range []map[string]string{asCSV, asNDJSON, nil} {
			if header == nil && parameters != "" {
				continue
			}
			several := parameters != "" && header["Accept"] == "application/x-ndjson"
			got := a.do(t, "GET", "/?query="+query+parameters, "", header)
			tag := got.Header.Get("ETag")
			if several && tag == "" && got.Header.Get("Cache-Control") == "no-store" {
				continue // its end is not known when it begins
			}
			if tag == "" || seen[tag] || several {
				t.Errorf("%v %s: the tag %q", header, parameters, tag)
			}
			seen[tag] = true
			again := map[string]string{"If-None-Match": tag, "Accept": header["Accept"]}
			if got := a.do(t, "GET", "/?query="+query+parameters, "", again); got.StatusCode != http.StatusNotModified {
				t.Errorf("%v %s: %d", header, parameters, got.StatusCode)
			}
		}
	}
}
