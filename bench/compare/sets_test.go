package main

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/searchtext"
)

// The sets are the same each time, lead to what there is, and words are found alike by letters and as words.
func TestPick(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 4000, Councils: 2, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	first, err := pick(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	again, err := pick(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, again, cmp.AllowUnexported(value{})); diff != "" {
		t.Errorf("picked otherwise the second time:\n%s", diff)
	}
	found, err := in(t.Context(), db, first)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range found {
		var n int
		err := db.DB.QueryRowContext(t.Context(), "SELECT (SELECT count(*) FROM resolutions WHERE agenda_item_id = "+v.item+") * (SELECT count(*) FROM attendances WHERE person_id = "+v.person+
			") * (SELECT count(*) FROM resolutions WHERE council_id = "+v.council+" AND lower(text) LIKE '%"+v.word+"%')").Scan(&n)
		if err != nil || n == 0 {
			t.Fatalf("%+v leads to nothing (%v)", v, err)
		}
	}
}

// A word of which another form stands in a text, or which stands within a longer word, or in too many texts, is asked for by nobody.
func TestAlike(t *testing.T) {
	texts := []string{"budget and parking", "budgets and parking", "parking at carparking place", "parking and forest", "the forest", "a forest", "deforestation"}
	for range 50 {
		texts = append(texts, "the report be noted")
	}
	byStem, plain := map[string]map[int]bool{}, map[string]string{}
	for i, text := range texts {
		for _, w := range searchtext.Words(text) {
			if byStem[w.Stem] == nil {
				byStem[w.Stem] = map[int]bool{}
			}
			byStem[w.Stem][i] = true
			plain[w.Plain] = w.Stem
		}
	}
	got := alike(rand.New(rand.NewPCG(1, 2)), texts, byStem, plain, 4)
	if diff := cmp.Diff([]string{"parking"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
