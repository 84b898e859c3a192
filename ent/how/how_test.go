package how_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent/how"
)

// Every part has a name of its own, and a set names its parts in the order in which they are listed.
func TestNames(t *testing.T) {
	all := how.Mask(0)
	for m := how.Present; m <= how.DecisionMaker; m <<= 1 {
		all |= m
		names := m.Names()
		if len(names) != 1 || how.Named(names[0]) != m {
			t.Errorf("part %d has the names %v, which mean %d", m, names, how.Named(names[0]))
		}
	}
	want := []string{
		"PRESENT", "CHAIR", "MOVER", "SECONDER", "VOTED_FOR", "VOTED_AGAINST", "ABSTAINED",
		"SPEAKER", "PRESENTER", "DECLARED_INTEREST", "DECISION_MAKER",
	}
	if d := cmp.Diff(want, all.Names()); d != "" {
		t.Error(d)
	}
	if m := how.Named("MENTIONED"); m != 0 {
		t.Errorf("being mentioned is part %d, want none", m)
	}
}
