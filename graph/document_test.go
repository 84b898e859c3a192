package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// Documents show what came of their files, page by page as asked for, and are found by the text; compiled queries give the same
// as others.
func TestDocument_file(t *testing.T) {
	a := newAPI(t)
	m := searchable("Quagga Committee", "2025-02-03", "Okapi review")
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	for i := range 3 {
		m.Documents = append(m.Documents, record.File{Title: fmt.Sprintf("Appendix %d", i), URL: fmt.Sprintf("https://democracy.bromley.example/documents/s%d/a.pdf", i), Span: span})
	}
	a.take(t, m)
	l := a.loader(t)
	pages := map[int]string{}
	for n := 1; n <= 12; n++ {
		pages[n] = fmt.Sprintf("Page %d speaks of pangolins.", n)
	}
	delete(pages, 2)
	for _, f := range []load.File{
		{URL: m.Documents[0].URL, Status: load.FileRead, FetchedAt: "2026-03-01T00:00:00Z", SHA256: "aa", Size: 5000, MediaType: "application/pdf", PageCount: 12, Pages: pages, Redacted: true, AskedAt: "2026-03-01T00:00:00Z"},
		{URL: m.Documents[1].URL, Status: load.FileEncrypted, Reason: "it cannot be read without a password", SHA256: "bb", Size: 7, MediaType: "application/pdf", AskedAt: "2026-03-01T00:00:00Z"},
	} {
		if _, err := l.SetFile(t.Context(), "BRY", f); err != nil {
			t.Fatal(err)
		}
	}
	query := `{ meetings(where: {hasCommitteeWith: [{name: "Quagga Committee"}]}) { nodes { documents { title file {
		status reason url fetchedAt sha256 size mediaType pageCount redacted some: pages { number } next: pages(first: 3, from: 10) { number text } none: pages(from: 13) { number } } } } } }`
	files := at(a.ask(t, query, nil), "meetings", "nodes", 0, "documents").([]any)
	got, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"file":{"fetchedAt":"2026-03-01T00:00:00Z","mediaType":"application/pdf","next":[{"number":10,"text":"Page 10 speaks of pangolins."},{"number":11,"text":"Page 11 speaks of pangolins."},{"number":12,"text":"Page 12 speaks of pangolins."}],"none":[],"pageCount":12,"reason":null,"redacted":true,"sha256":"aa","size":5000,"some":[{"number":1},{"number":3},{"number":4},{"number":5}],"status":"READ","url":"https://democracy.bromley.example/documents/s0/a.pdf"},"title":"Appendix 0"},` +
		`{"file":{"fetchedAt":null,"mediaType":"application/pdf","next":[],"none":[],"pageCount":null,"reason":"it cannot be read without a password","redacted":false,"sha256":"bb","size":7,"some":[],"status":"ENCRYPTED","url":"https://democracy.bromley.example/documents/s1/a.pdf"},"title":"Appendix 1"},{"file":null,"title":"Appendix 2"}]`
	if d := cmp.Diff(want, string(got)); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
	newOracle(t, a.db).compare(t, made{text: query})

	edge := at(a.ask(t, `{ search(query: "pangolins speaks") { edges { snippet node { ... on Document { title } } } } }`, nil), "search", "edges", 0)
	if title, snippet := at(edge, "node", "title"), fmt.Sprint(at(edge, "snippet")); title != "Appendix 0" || !strings.Contains(snippet, "<mark>pangolins</mark>") {
		t.Errorf("found: %v %v", title, snippet)
	}
	for args, code := range map[string]string{"first: 51": "PAGE_SIZE_EXCEEDED", "first: -1": "INVALID_PAGINATION", "from: 0": "BAD_USER_INPUT"} {
		r := a.post(t, `{ meetings(first: 1, where: {hasCommitteeWith: [{name: "Quagga Committee"}]}) { nodes { documents { file { pages(`+args+`) { number } } } } } }`, nil)
		if len(r.Errors) == 0 || fmt.Sprint(r.Errors[0].Extensions["code"]) != code {
			t.Errorf("pages(%s): %+v, want %s", args, r.Errors, code)
		}
	}
}
