package load

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"councilgraph/ent"
	entchange "councilgraph/ent/change"
	"councilgraph/ingest/record"
)

// Whoever follows the feed while several councils are written at once reads every change, though ids are
// given out before transactions end.
func TestChanges_concurrent(t *testing.T) {
	l, db := setUp(t)
	councils := []record.RegisteredCouncil{bromley}
	for i := range 3 {
		c := bromley
		c.Code, c.Slug, c.GSSCode = fmt.Sprint("C", i), fmt.Sprint("council-", i), fmt.Sprint("E0900009", i)
		councils = append(councils, c)
	}
	if _, err := l.Councils(t.Context(), councils); err != nil {
		t.Fatal(err)
	}
	var writers sync.WaitGroup
	for _, c := range councils {
		writers.Go(func() {
			for day := 1; day <= 6; day++ {
				m := full()
				m.Date = fmt.Sprintf("2026-01-%02d", day)
				p := written("", "", m)
				p.doc.Council, p.doc.SHA256 = c.Code, p.doc.SHA256[:50]+fmt.Sprintf("%014s", c.Code)
				if _, err := l.Load(t.Context(), p.reading(t)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	done := make(chan struct{})
	go func() { writers.Wait(); close(done) }()
	var read []int
	last := 0
	for over := false; ; {
		ids, err := db.Client.Change.Query().Where(entchange.IDGT(last)).Order(ent.Asc(entchange.FieldID)).IDs(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(ids) > 0 {
			read, last = append(read, ids...), ids[len(ids)-1]
		}
		if over {
			break
		}
		select {
		case <-done:
			over = true // once more, for what came since
		default:
		}
	}
	all := db.Client.Change.Query().Order(ent.Asc(entchange.FieldID)).IDsX(t.Context())
	if !slices.Equal(read, all) {
		t.Errorf("%d changes were read, there are %d", len(read), len(all))
	}
	if len(all) < 1000 {
		t.Errorf("only %d changes", len(all))
	}
}
