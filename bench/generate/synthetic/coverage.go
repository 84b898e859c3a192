package synthetic

import (
	"slices"
	"time"
)

// covered is what the records hold of a committee in a month: 0 for no committee, "" for no day.
type covered struct {
	committee int
	month     string
}

// known are the counts of a month, by the column of the table.
type known map[string]int

// month are the counts to which what is written next belongs.
func (b *borough) month(committee int, day string) known {
	c := covered{committee, ""}
	if day != "" {
		c.month = day[:len("2006-01")]
	}
	if b.covered[c] == nil {
		b.covered[c] = known{}
	}
	return b.covered[c]
}

// coverage writes what the records hold of each committee by month, from its first month to its last, as loading
// derives it from the nodes.
func (b *borough) coverage() {
	if b.w.texts == nil {
		return
	}
	var all []covered
	for c := range b.covered {
		all = append(all, c)
	}
	slices.SortFunc(all, func(x, y covered) int {
		if x.committee != y.committee {
			return x.committee - y.committee
		}
		if x.month < y.month {
			return -1
		}
		return 1
	})
	for i, c := range all {
		b.cover(c, b.covered[c])
		if i+1 < len(all) && all[i+1].committee == c.committee && c.month != "" {
			for _, gap := range between(c.month, all[i+1].month) {
				b.cover(covered{c.committee, gap}, nil)
			}
		}
	}
}

func (b *borough) cover(c covered, n known) {
	v := values{"council_id": b.id, "committee_id": c.committee, "month": c.month}
	for _, column := range []string{"meetings", "cancelled", "with_agenda", "with_minutes", "with_decisions", "items", "cut_items", "unresolved", "failed"} {
		v[column] = n[column]
	}
	b.w.add("coverages", v)
}

// between are the months between two.
func between(from, to string) (out []string) {
	first, err := time.Parse("2006-01", from)
	if err != nil {
		panic("a month of this package: " + err.Error())
	}
	for t := first.AddDate(0, 1, 0); t.Format("2006-01") < to; t = t.AddDate(0, 1, 0) {
		out = append(out, t.Format("2006-01"))
	}
	return out
}
