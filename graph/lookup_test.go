package graph_test

import (
	"strings"
	"testing"
)

// Whatever has an id can be fetched again by it, and by its lasting address.
func TestRefetch(t *testing.T) {
	a := newAPI(t)
	for _, list := range []string{"councils", "committees", "people", "meetings", "agendaItems", "resolutions", "issues", "sources"} {
		t.Run(list, func(t *testing.T) {
			n := at(a.ask(t, "{ "+list+"(first: 1) { nodes { __typename id uri } } }", nil), list, "nodes", 0)
			if n == nil {
				t.Fatal("nothing in the sample")
			}
			again := a.ask(t, `query($id: ID!, $uri: String!) { node(id: $id) { __typename id } nodes(ids: [$id, "1"]) { id } resource(uri: $uri) { __typename id } }`,
				map[string]any{"id": at(n, "id"), "uri": "https://any.example" + at(n, "uri").(string)})
			for _, path := range [][]any{{"node", "id"}, {"nodes", 0, "id"}, {"resource", "id"}} {
				if got := at(again, path...); got != at(n, "id") {
					t.Errorf("%v is %v, want %v", path, got, at(n, "id"))
				}
			}
			if at(again, "node", "__typename") != at(n, "__typename") || at(again, "nodes", 1) != nil {
				t.Errorf("%v", again)
			}
		})
	}
}

// Evidence is the page's very words.
func TestEvidence(t *testing.T) {
	a := newAPI(t)
	data := a.ask(t, `{ resolutions(first: 100) { nodes { evidence { start end quote source { text sha256 } } allEvidence { quote } sources { id } } }
		participations(first: 100) { nodes { evidence { start end quote source { text } } } } people(first: 100) { nodes { evidence { start end quote source { text } } } } }`, nil)
	for _, list := range []string{"resolutions", "participations", "people"} {
		nodes := at(data, list, "nodes").([]any)
		if len(nodes) == 0 {
			t.Errorf("no %s in the sample", list)
		}
		for _, n := range nodes {
			text := []rune(at(n, "evidence", "source", "text").(string))
			start, end := int(at(n, "evidence", "start").(float64)), int(at(n, "evidence", "end").(float64))
			if quote := at(n, "evidence", "quote"); quote != string(text[start:end]) || quote == "" {
				t.Errorf("%s: quote %q, text %q", list, quote, string(text[start:end]))
			}
		}
	}
}

// A page is found by any spelling of its address.
func TestSource_spelling(t *testing.T) {
	a := newAPI(t)
	url, _ := at(a.ask(t, `{ sources(first: 1, where: {urlNotNil: true}) { nodes { url } } }`, nil), "sources", "nodes", 0, "url").(string)
	if url == "" {
		t.Fatal("no source of the sample has an address")
	}
	got := a.ask(t, `query($u: String!) { source(url: $u) { url } }`, map[string]any{"u": strings.Replace(url, "https:", "http:", 1) + "&bcr=2"})
	if at(got, "source", "url") != url {
		t.Errorf("%v, want %s", got, url)
	}
}
