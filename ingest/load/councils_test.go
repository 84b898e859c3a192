package load

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent"
	entchange "councilgraph/ent/change"
	"councilgraph/ingest/record"
	"councilgraph/internal/dbtest"
)

// Documents of several councils, the same bytes among them, give what they give one by one: the graph, its figures, the feed and what is kept
// of the pages. PostgreSQL refuses them, and keeps nothing.
func TestLoad_councils(t *testing.T) {
	other := record.RegisteredCouncil{Code: "AAA", Name: "Ambleford Council", ShortName: "Ambleford", Slug: "ambleford", Kind: "UNITARY"}
	one := written("https://a.example/1", "2026-01-15", full())
	same, moved, reworded := one, one, minutes("", "2026-02-11", named("Sue Marlow"))
	same.doc.Council, moved.doc.Council, reworded.doc.Council = "AAA", "AAA", "AAA"
	moved.doc.URL = "https://a.example/2"
	later := minutes("", "2026-01-14", named("Marlow"))
	var docs []Reading
	for _, p := range []paper{one, same, later, moved, reworded} {
		docs = append(docs, p.reading(t))
	}
	type kept struct {
		Outcome Outcome
		Dump    map[string][]string
		Feed    []string
	}
	refuses := false
	load := func(t *testing.T, batches ...[]Reading) (kept, error) {
		l, db := setUp(t)
		refuses = l.Writers() > 1
		if _, err := l.Councils(t.Context(), []record.RegisteredCouncil{other}); err != nil {
			t.Fatal(err)
		}
		out := Outcome{}
		for _, b := range batches {
			o, err := l.Load(t.Context(), b...)
			if err != nil {
				return kept{Dump: dbtest.Dump(t, db)}, err
			}
			out.Add(o)
		}
		dbtest.CheckFigures(t, db, "loaded")
		var feed []string
		for _, c := range db.Client.Change.Query().Where(entchange.NodeTypeNEQ("Council")).Order(ent.Asc(entchange.FieldID)).AllX(t.Context()) {
			feed = append(feed, fmt.Sprint(c.Action, c.NodeType, value(c.NodeURI), value(c.CouncilID)))
		}
		return kept{out, dbtest.Dump(t, db), feed}, nil
	}
	want, err := load(t, []Reading{docs[0], docs[2]}, []Reading{docs[1], docs[3], docs[4]})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(want.Dump["contents"]); n != 3 {
		t.Fatalf("%d contents, want 3", n)
	}
	got, err := load(t, docs)
	if refuses {
		if err == nil || len(got.Dump["sources"]) > 0 {
			t.Errorf("%v, %d sources", err, len(got.Dump["sources"]))
		}
		return
	}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("%v, together:\n%.5000s", err, d)
	}
}
