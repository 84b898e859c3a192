package load

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"councilgraph/ingest/record"
	"councilgraph/internal/dbtest"
)

// Two councils publish the same bytes, and are loaded at the same time, in opposite order: each writer waits for what the
// other holds, and all goes in, as if one had come behind the other.
func TestLoad_concurrent(t *testing.T) {
	const pages = 30
	graph := func(together bool) map[string][]string {
		l, db := setUp(t)
		councils := []record.RegisteredCouncil{bromley, bromley}
		councils[1].Code, councils[1].Slug, councils[1].GSSCode = "OTH", "other", "E09000099"
		if _, err := l.Councils(t.Context(), councils); err != nil {
			t.Fatal(err)
		}
		var writers sync.WaitGroup
		for i, c := range councils {
			var docs []Reading
			for n := range pages {
				m := full()
				m.Date = fmt.Sprintf("2026-01-%02d", n+1)
				p := written("", "", m)
				p.doc.Council = c.Code
				p.doc.SHA256 = fmt.Sprintf("%012d%052d", n, n)
				docs = append(docs, p.reading(t))
			}
			if i == 1 {
				slices.Reverse(docs)
			}
			write := func() {
				if _, err := l.Load(t.Context(), docs...); err != nil {
					t.Error(err)
				}
			}
			if together {
				writers.Go(write)
			} else {
				write()
			}
		}
		writers.Wait()
		return dbtest.Dump(t, db)
	}
	apart, together := graph(false), graph(true)
	for table, rows := range apart {
		if len(rows) != len(together[table]) {
			t.Errorf("%s: %d rows, want %d", table, len(together[table]), len(rows))
		}
	}
	if len(apart["resolutions"]) < 2*pages {
		t.Errorf("only %d resolutions", len(apart["resolutions"]))
	}
}

// What another writer came in the way of is told from what is wrong by itself.
func TestCollided(t *testing.T) {
	for code, want := range map[string]bool{"23505": true, "40001": true, "40P01": true, "23503": false, "57014": false} {
		if got := collided(fmt.Errorf("write: %w", &pgconn.PgError{Code: code})); got != want {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
	if collided(nil) || collided(ErrUnknownCouncil) {
		t.Error("nobody came in the way")
	}
}
