package page

import (
	"context"
	"net/http"
	"strings"
	"testing"
)

// The page of a document says what is known of its file, shows its text ten pages at a time, and escapes it.
func TestDocument(t *testing.T) {
	var asked []any
	s := site(t, func(c *Config) {
		c.Ask = func(_ context.Context, q Question) ([]byte, error) {
			if !strings.Contains(q.Query, "query DocumentText") {
				return []byte(`{"resource":{"__typename":"AgendaItem","uri":"/id/x/cabinet/2024-02-07/5","number":"5","title":"Roads","date":"2024-02-07","council":{"uri":"/id/x","name":"Examples","shortName":"Ex"},
					"documents":[{"id":"11","position":1,"title":"Report"},{"id":"12","position":2,"title":null,"reportReference":"R1"}]}}`), nil
			}
			asked = append(asked, q.Variables["id"], q.Variables["from"])
			return []byte(`{"node":{"file":{"status":"READ","reason":null,"fetchedAt":"2024-02-01T00:00:00Z","size":1234,"pageCount":25,"redacted":true,"pages":[{"number":11,"text":"<b>eleven</b>"}]}}}`), nil
		}
	})
	body := get(s.Handler(), http.MethodGet, "/doc/x/cabinet/2024-02-07/5/document/2?page=11").Body.String()
	for _, want := range []string{"<h1>Report R1</h1>", "&lt;b&gt;eleven&lt;/b&gt;", "Fetched on 1 February 2024", "1234 bytes", "pages: 25", "were taken out",
		`href="/doc/x/cabinet/2024-02-07/5/document/2?page=21"`, `href="/doc/x/cabinet/2024-02-07/5/document/2">`, `href="/doc/x/cabinet/2024-02-07/5"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s:\n%s", want, body)
		}
	}
	if len(asked) != 2 || asked[0] != "12" || asked[1] != 11 {
		t.Errorf("asked for %v, want document 12 from page 11", asked)
	}
	if got := get(s.Handler(), http.MethodGet, "/doc/x/cabinet/2024-02-07/5/document/3").Code; got != http.StatusNotFound {
		t.Errorf("a document that is not listed: status %d", got)
	}
	for path, want := range map[string]bool{"x/y/document/2": true, "x/y/document/0": false, "x/y/document/01": false, "x/y/document/a": false, "x/document": false} {
		if _, _, ok := documentPath(path); ok != want {
			t.Errorf("%s as the address of a document: %t", path, ok)
		}
	}
}
