package load

import (
	"testing"

	"councilgraph/internal/figures"
)

// Every kind of node that pages state is counted, from its own table, and nothing else is.
func TestFigures_kinds(t *testing.T) {
	for _, o := range order {
		if k, ok := figures.Counted(o.name); !ok || k.Table != o.table {
			t.Errorf("%s of the table %s is counted from %q", o.name, o.table, k.Table)
		}
	}
	if n := len(figures.Kinds()) + len(figures.Plain()); n != len(order) {
		t.Errorf("%d kinds are counted, and pages state %d", n, len(order))
	}
}

// What goes and what comes is written in one pass: figures are rows of all councils, and a writer that came back to them
// could wait for one that waits for it.
func TestFigures_onePass(t *testing.T) {
	l, db := setUp(t)
	written("https://democracy.bromley.gov.uk/ieListDocuments.aspx?CId=1&MId=2", "2026-01-20T00:00:00Z", full()).load(t, l)
	tx, err := db.Client.Tx(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tx.Rollback() }) // nothing is to stay
	s := &store{tx: tx, dialect: db.Dialect}
	items := tx.AgendaItem.Query().IDsX(t.Context())
	gone := touched{}
	for _, id := range items {
		gone.add("AgendaItem", int64(id))
	}
	counted := func() (n int) {
		t.Helper()
		query := "SELECT coalesce(max(nodes), 0) FROM figures WHERE node_type = 'AgendaItem'"
		if err := s.rows(t.Context(), query, nil, func(r scanner) error { return r.Scan(&n) }); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if err := (keptFigures{}).forget(t.Context(), s, gone); err != nil {
		t.Fatal(err)
	}
	if n := counted(); n != len(items) || n == 0 {
		t.Errorf("%d items are counted before the pass, want %d", n, len(items))
	}
	if err := (keptFigures{}).refresh(t.Context(), s, nil, gone); err != nil {
		t.Fatal(err)
	}
	if n := counted(); n != 0 {
		t.Errorf("%d items are counted after it", n)
	}
}
