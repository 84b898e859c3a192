package load

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent"
	"councilgraph/internal/database"
)

// covers fails where coverage holds something else than what follows from the nodes.
func covers(t *testing.T, db *database.Database) {
	t.Helper()
	ctx := context.Background()
	tx, err := db.Client.Tx(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	was := coverageRows(tx)
	tx.Coverage.Delete().ExecX(ctx)
	s := &store{tx: tx, dialect: db.Dialect}
	all := touched{}
	for _, id := range tx.Meeting.Query().IDsX(ctx) {
		all.add("Meeting", int64(id))
	}
	for _, id := range tx.AgendaItem.Query().IDsX(ctx) {
		all.add("AgendaItem", int64(id))
	}
	if err := (coverage{}).refresh(ctx, s, all, nil); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(coverageRows(tx), was); d != "" {
		t.Fatalf("coverage is not in step with the nodes (-should +is):\n%s", d)
	}
}

func coverageRows(tx *ent.Tx) []string {
	out := []string{}
	for _, c := range tx.Coverage.Query().AllX(context.Background()) {
		out = append(out, fmt.Sprintf("%012d %s %+v", c.CommitteeID, c.Month, countsOf(c)))
	}
	slices.Sort(out)
	return out
}

// Months between two are given; what lies too far apart for both days to be right is not filled.
func TestMonthsBetween(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		want     int
	}{{"2026-01", "2026-02", 0}, {"2025-11", "2026-02", 2}, {"", "2026-02", 0}, {"2006-01", "2026-01", 239}, {"1826-01", "2026-01", 0}} {
		got, err := monthsBetween(tt.from, tt.to)
		if err != nil || len(got) != tt.want {
			t.Errorf("%s to %s: %d months, want %d (%v)", tt.from, tt.to, len(got), tt.want, err)
		}
	}
}
