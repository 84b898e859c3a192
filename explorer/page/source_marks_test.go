package page

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever facts stand in a text and however they overlap, its pieces together are the text, what is marked is where facts stand, and
// each fact has its anchor.
func TestPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(rapid.StringN(1, 60, -1).Draw(t, "text"))
		from := rapid.IntRange(0, len(text)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(text)).Draw(t, "to")
		var claims []sourceClaim
		for range rapid.IntRange(0, 8).Draw(t, "claims") {
			start := rapid.IntRange(0, len(text)-1).Draw(t, "start")
			claims = append(claims, sourceClaim{Start: start, End: rapid.IntRange(start+1, len(text)).Draw(t, "end"), Rule: "r", Subject: &subject{Type: "Person", URI: "/id/x/person/a", Name: "A"}})
		}
		var whole strings.Builder
		at, anchors := from, map[string]int{}
		for _, p := range pieces(text, from, to, claims) {
			within := false
			for _, c := range claims {
				within = within || c.Start <= at && at < c.End
			}
			if p.Marked != within || p.Marked != (p.Says != "") || p.Marked != (p.Href == "/doc/x/person/a") {
				t.Fatalf("at %d: %+v, a fact there: %t", at, p, within)
			}
			for _, id := range p.IDs {
				anchors[id]++
			}
			whole.WriteString(p.Text)
			at += len([]rune(p.Text))
		}
		if whole.String() != string(text[from:to]) {
			t.Fatalf("%q, not %q", whole.String(), string(text[from:to]))
		}
		for _, c := range claims {
			shown := c.Start < to && c.End > from
			if n := anchors[anchor(c.Start, c.End)]; shown && n != 1 || !shown && n != 0 {
				t.Fatalf("%d anchors of %d to %d in %d to %d", n, c.Start, c.End, from, to)
			}
		}
	})
}
