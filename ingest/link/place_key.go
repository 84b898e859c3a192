package link

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"councilgraph/ingest/record"
)

// reserved are the words that stand for something else in addresses.
var reserved = []string{"person", "issue", "source", "meeting", "item", "resolution", "committee", "decision", "document", "ward", "party"}

// CommitteeSlug is a committee's slug as it stands in addresses, kept apart from the words that stand
// for something else there.
func CommitteeSlug(slug string) string {
	if slices.Contains(reserved, slug) {
		return slug + "-committee"
	}
	return slug
}

// NumberSlug is an item's number, or a number of the source, as it stands in an address.
func NumberSlug(number string) string {
	const longest = 200
	return record.Shorten(strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '(', r == ')':
			return r
		}
		return '-'
	}, strings.ToLower(number)), "-."), longest, "-")
}

// want is a key that a thing would have if it were alone, and what orders those that want the same one.
type want struct {
	key   string
	order []string
	give  func(key string)
}

// assign gives each thing its key: of those that want one key the first in order has it, the others have
// -2, -3 behind it, and never the key that another one wants.
func (p *places) assign(wants []want) {
	slices.SortStableFunc(wants, func(a, b want) int {
		return cmp.Or(cmp.Compare(a.key, b.key), slices.Compare(a.order, b.order))
	})
	var later []want
	for i, w := range wants {
		if i > 0 && wants[i-1].key == w.key || p.taken[w.key] {
			later = append(later, w)
			continue
		}
		p.taken[w.key] = true
		w.give(w.key)
	}
	for _, w := range later {
		n := 2
		for p.taken[fmt.Sprintf("%s-%d", w.key, n)] {
			n++
		}
		key := fmt.Sprintf("%s-%d", w.key, n)
		p.taken[key] = true
		w.give(key)
	}
}

// natural is a number as text that orders as the number does: 9 before 10; nothing comes last.
func natural(s string) string {
	if s == "" {
		return "~"
	}
	if strings.Trim(s, "0123456789") != "" {
		return "z" + s
	}
	s = strings.TrimLeft(s, "0")
	return fmt.Sprintf("%06d%s", len(s), s)
}

// last is a text that orders behind all others where it is empty.
func last(s string) string {
	if s == "" {
		return "~"
	}
	return s
}
