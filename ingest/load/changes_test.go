package load

import (
	"fmt"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
)

// A node has one step in a transaction, and one that comes and goes has none.
func TestChanges(t *testing.T) {
	for name, test := range map[string]struct {
		steps []string
		want  string
	}{
		"created, then updated": {[]string{"CREATED", "UPDATED"}, "CREATED"},
		"updated twice":         {[]string{"UPDATED", "UPDATED"}, "UPDATED"},
		"updated, then deleted": {[]string{"UPDATED", "DELETED"}, "DELETED"},
		"created, then deleted": {[]string{"CREATED", "DELETED"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var c changes
			c.note("UPDATED", "Person", 1, nil)
			for _, s := range test.steps {
				c.note(s, "Person", 2, nil)
			}
			got := ""
			n := 0
			for s := range c.done() {
				n++
				if s.id == 2 {
					got += s.action
				}
			}
			if got != test.want || n == 0 {
				t.Errorf("%s, want %s: %s", got, test.want, fmt.Sprint(c.steps))
			}
		})
	}
}

// The ids of the feed grow in the order in which transactions end: the second writer waits for the first.
func TestChanges_inOrder(t *testing.T) {
	l, db := setUp(t)
	if db.Dialect != dialect.Postgres {
		t.Skip("SQLite has one writer by nature")
	}
	begin := func() *writer {
		tx, err := db.Client.Tx(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = tx.Rollback() }) // an error where it has ended
		w := &writer{loader: l, store: &store{tx: tx, dialect: db.Dialect}, at: "2026-01-02T03:04:05Z"}
		w.changes.note("UPDATED", "Person", 1, nil)
		return w
	}
	first, second := begin(), begin()
	if err := first.writeChanges(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := second.store.tx.ExecContext(t.Context(), "SET LOCAL lock_timeout = '100ms'"); err != nil {
		t.Fatal(err)
	}
	if err := second.writeChanges(t.Context()); err == nil || !strings.Contains(err.Error(), "lock timeout") {
		t.Errorf("the second writer does not wait: %v", err)
	}
	if err := first.store.tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := begin().writeChanges(t.Context()); err != nil {
		t.Errorf("after the first has ended: %v", err)
	}
}
