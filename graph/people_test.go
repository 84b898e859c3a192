package graph_test

import (
	"fmt"
	"testing"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/link"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// spoken is a meeting at which people spoke who are named so.
func spoken(date string, names ...string) record.Meeting {
	span := record.Span{Start: 0, End: 9, Rule: "test"}
	item := record.AgendaItem{Number: "1", Title: "Swings", Span: span}
	for i, name := range names {
		item.Participations = append(item.Participations, record.Participation{
			Name: name, AsWritten: "Councillor " + name, Title: "Councillor", Kind: "councillor", How: "speaker", Span: record.Span{Start: i, End: i + 9, Rule: "test"},
		})
	}
	return record.Meeting{Committee: "Parks Panel", Date: date, Span: span, Items: []record.AgendaItem{item}}
}

const parts = `participations(where: {%s}, first: 50) { totalCount nodes {
  asWritten unsettled candidates { name } person { name names { name firstSeen lastSeen } identifiers { value } }
  resolvedBy { rule evidence { name role quote start end source { uri text } } }
} }`

// Who somebody is comes with the rule and the words that settled it; who is open comes with who could be meant.
func TestResolvedBy(t *testing.T) {
	a := newAPI(t)
	a.take(t, spoken("2026-01-14", "Sue Marlow", "Marlow"))
	a.take(t, spoken("2027-02-11", "Sue Marlow", "Brian Marlow"))
	a.take(t, spoken("2027-03-11", "Marlow"))

	open := at(a.ask(t, fmt.Sprintf(`{ `+parts+` }`, `unsettled: CANDIDATES, personIDIsNil: true`), nil), "participations", "nodes").([]any)
	if len(open) != 1 || fmt.Sprint(at(open[0], "candidates")) != "[map[name:Brian Marlow] map[name:Sue Marlow]]" || at(open[0], "resolvedBy") != nil {
		t.Errorf("open: %v", open)
	}
	settled := at(a.ask(t, fmt.Sprintf(`{ `+parts+` }`, `asWritten: "Councillor Marlow", personIDNotNil: true`), nil), "participations", "nodes").([]any)
	if len(settled) != 1 {
		t.Fatalf("settled: %v", settled)
	}
	if rule := at(settled[0], "resolvedBy", "rule"); rule != "PAGE" {
		t.Errorf("settled by %v, want PAGE", rule)
	}
	if name := at(settled[0], "person", "names", 0, "name"); name != "Marlow" || at(settled[0], "person", "names", 0, "lastSeen") != "2026-01-14" {
		t.Errorf("other names: %v", at(settled[0], "person"))
	}
	because := at(settled[0], "resolvedBy", "evidence", 0)
	if at(because, "name") != "Sue Marlow" {
		t.Errorf("because of %v", because)
	}
	text := []rune(at(because, "source", "text").(string))
	start, end := int(at(because, "start").(float64)), int(at(because, "end").(float64))
	if quote := at(because, "quote"); quote != string(text[start:end]) || quote == "" {
		t.Errorf("the quote %q is not at %d to %d", quote, start, end)
	}
}

// The id and the address of somebody who was found to be another lead to that other.
func TestNode_merged(t *testing.T) {
	a := newAPI(t)
	a.take(t, spoken("2026-01-14", "Marlow"))
	a.take(t, spoken("2026-02-11", "Zoe Quill"))
	old := at(a.ask(t, `{ people(where: {name: "Marlow"}) { nodes { id uri } } }`, nil), "people", "nodes", 0)
	other := at(a.ask(t, `{ people(where: {name: "Zoe Quill"}) { nodes { id } } }`, nil), "people", "nodes", 0, "id")
	a.correct(t, "BRY", "marlow", "zoe-quill")
	got := a.ask(t, `query ($id: ID!, $other: ID!, $uri: String!) { node(id: $id) { id } nodes(ids: [$other, $id]) { id } resource(uri: $uri) { id } }`,
		map[string]any{"id": at(old, "id"), "other": other, "uri": at(old, "uri")})
	for _, path := range [][]any{{"node", "id"}, {"nodes", 0, "id"}, {"nodes", 1, "id"}, {"resource", "id"}} {
		if id := at(got, path...); id != other {
			t.Errorf("%v is %v, want %v", path, id, other)
		}
	}
	change := at(a.ask(t, `{ changes(where: {action: MERGED}) { nodes { nodeID nodeURI survivorID survivorURI } } }`, nil), "changes", "nodes", 0)
	if at(change, "nodeID") != at(old, "id") || at(change, "survivorID") != other || at(change, "nodeURI") != at(old, "uri") {
		t.Errorf("the feed says %v", change)
	}
}

// correct says that two people are one.
func (a *api) correct(t testing.TB, council, one, other string) {
	t.Helper()
	l := a.loader(t)
	l.Correct(map[string][]link.Correction{council: {{Kind: "merge", Person: one, To: other}}})
	if _, err := l.Relink(t.Context(), council); err != nil {
		t.Fatal(err)
	}
}

func (a *api) loader(t testing.TB) *load.Loader {
	t.Helper()
	l, err := load.New(a.db.Client, a.db.Dialect, ingest.ReaderVersion, time.Now, readTaken)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
