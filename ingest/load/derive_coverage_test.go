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
func TestWithGaps(t *testing.T) {
	held := counts{items: 1}
	for _, tt := range []struct {
		from, to string
		want     int
	}{{"2026-01", "2026-02", 2}, {"2025-11", "2026-02", 4}, {"", "2026-02", 2}, {"2006-01", "2026-01", 241}, {"1826-01", "2026-01", 2}} {
		got := withGaps(map[string]counts{tt.from: held, tt.to: held, "2026-03": {}})
		if len(got) != tt.want || got[tt.from] != held || got[tt.to] != held {
			t.Errorf("%s to %s: %d months, want %d: %v", tt.from, tt.to, len(got), tt.want, got)
		}
	}
	if got := withGaps(map[string]counts{"2025-11": held, "2026-02": held}); got["2025-12"] != (counts{}) || len(got) != 4 {
		t.Errorf("the gap is filled by %v", got)
	}
	for _, month := range []string{"2025-12", "2026-01", "0900-11"} {
		if got := monthNamed(monthNumber(month)); got != month {
			t.Errorf("%s came back as %s", month, got)
		}
	}
}
