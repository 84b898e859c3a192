package page

import (
	"context"
	"encoding/xml"
	"net/http"
	"strings"
	"testing"
	"time"
)

// answers answers every question with one text.
func answers(text string) Ask {
	return func(context.Context, Question) ([]byte, error) { return []byte(text), nil }
}

// A feed has what RFC 4287 wants of it: ids that differ, times, links, and text that is escaped.
func TestAtom(t *testing.T) {
	s := site(t, func(c *Config) {
		c.Ask = answers(`{"dataset":{"lastIngest":"2024-02-08T10:00:00Z"},"resource":{"__typename":"Committee","uri":"/id/x/planning","name":"Planning & <b>","council":{"name":"Examples"},
			"resolutions":{"nodes":[
				{"uri":"/id/x/planning/2024-02-07/1/resolution/1","kind":"APPROVED","text":"That <i>a</i> & b","date":"2024-02-07","committee":{"name":"Planning"},"council":{"name":"Examples"},"sources":[{"fetchedAt":"2024-02-09T00:00:00Z"}]},
				{"uri":"/id/x/planning/2024-02-07/1/resolution/2","kind":"NOTED","text":"Noted.","date":null,"committee":null,"council":{"name":"Examples"},"sources":[]}],
			"pageInfo":{"hasNextPage":true,"endCursor":"a b"}}}}`)
	})
	w := get(s.Handler(), http.MethodGet, "http://example.org/feeds/x/planning/decisions.atom")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/atom+xml; charset=utf-8" || w.Header().Get("ETag") == "" {
		t.Fatalf("status %d, %v", w.Code, w.Header())
	}
	var f atomFeed
	if err := xml.Unmarshal(w.Body.Bytes(), &f); err != nil {
		t.Fatalf("%v:\n%s", err, w.Body)
	}
	if f.ID != "http://example.org/feeds/x/planning/decisions.atom" || f.Title != "Decisions: Planning & <b>, Examples" || f.Author.Name == "" || f.Updated != "2024-02-09T00:00:00Z" {
		t.Errorf("feed %+v", f)
	}
	links := map[string]string{}
	for _, l := range f.Links {
		links[l.Rel] = l.Href
	}
	if links["self"] != f.ID || links["alternate"] != "http://example.org/doc/x/planning" || links["next"] != f.ID+"?after=a+b" {
		t.Errorf("links %v", links)
	}
	ids := map[string]bool{f.ID: true}
	for _, e := range f.Entries {
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil || ids[e.ID] || e.Title == "" || e.Summary == "" || len(e.Links) != 1 {
			t.Errorf("entry %+v: %v", e, err)
		}
		ids[e.ID] = true
	}
	if len(f.Entries) != 2 || !strings.Contains(f.Entries[0].Summary, "That <i>a</i> & b (Planning, Examples, 7 February 2024)") || f.Entries[1].Updated != "2024-02-08T10:00:00Z" {
		t.Errorf("entries %+v", f.Entries)
	}
	for _, at := range []string{"/feeds/x/other.atom", "/feeds/meetings.ics", "/feeds/x/y/z/meetings.ics"} {
		if got := get(s.Handler(), http.MethodGet, at).Code; got != http.StatusNotFound {
			t.Errorf("%s: status %d", at, got)
		}
	}
	if got := get(s.Handler(), http.MethodGet, "/feeds/old/planning/meetings.ics"); got.Code != http.StatusMovedPermanently || got.Header().Get("Location") != "/feeds/x/planning/meetings.ics" {
		t.Errorf("an address that was merged: status %d, to %q", got.Code, got.Header().Get("Location"))
	}
}
