package link

import (
	"maps"
	"slices"
	"strings"
)

// compounds lets the names that leave out the hyphen of a surname of two words, or the accent of its particle, have the surname
// that others show: beside Sian Lloyd-Jones, "Lloyd Jones" is a surname alone.
func compounds(names map[string]*name) {
	known := map[string]bool{}
	for _, n := range names {
		if s := n.words[n.surname:]; len(s) > 1 {
			known[strings.Join(s, " ")] = true
		}
	}
	if len(known) == 0 {
		return
	}
	for _, text := range slices.Sorted(maps.Keys(names)) {
		n := names[text]
		for from := range n.surname {
			if known[strings.Join(n.words[from:], " ")] {
				n.surname = from
				break
			}
		}
	}
}
