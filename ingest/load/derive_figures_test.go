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
