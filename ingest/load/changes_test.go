package load

import (
	"fmt"
	"testing"
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
			for _, s := range c.done() {
				if s.id == 2 {
					got += s.action
				}
			}
			if got != test.want || len(c.done()) == 0 {
				t.Errorf("%s, want %s: %s", got, test.want, fmt.Sprint(c.done()))
			}
		})
	}
}
