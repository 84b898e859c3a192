package load

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
)

// thread is an issue that items make: one that a page names, or one that they make by themselves.
type thread struct {
	key   string
	issue *issueRow // nil for one that no row stands for yet
	lead  *matter
}

// joined says of which thread an item is, and why.
type joined struct {
	thread *thread
	by     string
}

// knot is what is so far known to be one thread.
type knot struct {
	items []*matter
	label string // key of the issue that it belongs to, "" for none yet
}

const (
	yearsApart  = 2 // years between neighbours in a thread, at most
	manyReports = 8 // items that have one report before them, at most
	regular     = 4 // meetings of one committee within a year that make a title standing business
)

// group says for each item of which thread it is; an item that is of none is not in it. The surest evidence
// comes first, and what it has settled, weaker evidence does not change. What would put one item into two
// issues puts it into neither.
func (t *threads) group(ctx context.Context) (map[int64]joined, error) {
	out := map[int64]joined{}
	knots := map[int64]*knot{}
	for _, id := range inOrder(t.items) {
		m := t.items[id]
		if own := t.own(m); own != nil && !m.gone {
			out[id] = joined{&thread{key: own.key, issue: own}, cmp.Or(m.ownBy, "ISSUE_ID")}
			if t.settled(m) {
				knots[id] = &knot{[]*matter{m}, own.key}
			}
		} else if t.open(m) {
			knots[id] = &knot{items: []*matter{m}}
		}
	}
	by := map[int64]string{}
	for _, level := range []struct {
		by     string
		groups [][]int64
	}{{"MINUTE_REFERENCE", t.minuteGroups()}, {"REPORT_REFERENCE", t.reportGroups(knots)}, {"SAME_TITLE", t.titleGroups(knots)}} {
		tie(knots, level.groups, func(m *matter) { by[m.id] = level.by })
	}
	var loose []*knot
	seen := map[*knot]bool{}
	for _, id := range inOrder(knots) {
		k := knots[id]
		if seen[k] {
			continue
		}
		seen[k] = true
		if k.label == "" {
			loose = append(loose, k)
			continue
		}
		for _, m := range k.items {
			if _, own := out[m.id]; !own {
				out[m.id] = joined{&thread{key: k.label, issue: t.issues[k.label]}, by[m.id]}
			}
		}
	}
	names, err := t.name(ctx, loose)
	for _, n := range names {
		for _, m := range n.items {
			out[m.id] = joined{n.thread, by[m.id]}
		}
	}
	return out, err
}

// tie joins the knots of each group. A knot that belongs to an issue gives it to those that belong to none
// and connects nothing beyond; knots that would be given two issues stay as they are.
func tie(knots map[int64]*knot, groups [][]int64, joined func(*matter)) {
	into := map[*knot]*knot{}
	root := func(k *knot) *knot {
		for into[k] != nil {
			k = into[k]
		}
		return k
	}
	labels := map[*knot]map[string]bool{}
	for _, ids := range groups {
		var first *knot
		var given []string
		for _, id := range ids {
			switch k := knots[id]; {
			case k == nil:
			case k.label != "":
				given = append(given, k.label)
			case first == nil:
				first = root(k)
			case root(k) != first:
				r := root(k)
				into[r] = first
				for label := range labels[r] {
					mark(labels, first, label)
				}
			}
		}
		for _, label := range given {
			if first != nil {
				mark(labels, first, label)
			}
		}
	}
	members := map[*knot][]*knot{}
	for _, id := range inOrder(knots) {
		if k := knots[id]; k.label == "" && !slices.Contains(members[root(k)], k) {
			members[root(k)] = append(members[root(k)], k)
		}
	}
	for r, all := range members {
		if len(labels[r]) > 1 || len(labels[r]) == 0 && len(all) == 1 {
			continue
		}
		one := &knot{}
		for label := range labels[r] {
			one.label = label
		}
		for _, k := range all {
			one.items = append(one.items, k.items...)
		}
		for _, m := range one.items {
			knots[m.id] = one
			joined(m)
		}
	}
}

func mark(labels map[*knot]map[string]bool, k *knot, label string) {
	if labels[k] == nil {
		labels[k] = map[string]bool{}
	}
	labels[k][label] = true
}

func (t *threads) minuteGroups() [][]int64 {
	var out [][]int64
	for _, p := range t.pairs {
		out = append(out, p[:])
	}
	return out
}

func (t *threads) reportGroups(knots map[int64]*knot) [][]int64 {
	by := map[string][]*matter{}
	for id := range knots {
		if m := t.items[id]; m.report != "" {
			by[m.report] = append(by[m.report], m)
		}
	}
	var out [][]int64
	for _, report := range sorted(by) {
		if len(by[report]) <= manyReports {
			out = append(out, neighbours(by[report])...)
		}
	}
	return out
}

// titleGroups are the items of one title. A title that comes before a committee again and again is standing
// business, whatever its words.
func (t *threads) titleGroups(knots map[int64]*knot) [][]int64 {
	by := map[string][]*matter{}
	for id := range knots {
		if m := t.items[id]; m.titleKey != "" && m.date != "" {
			by[m.titleKey] = append(by[m.titleKey], m)
		}
	}
	var out [][]int64
	for _, title := range sorted(by) {
		if !comesRegularly(by[title]) {
			out = append(out, neighbours(by[title])...)
		}
	}
	return out
}

func comesRegularly(all []*matter) bool {
	days := map[int64][]string{}
	for _, m := range all {
		if !slices.Contains(days[m.committee], m.date) {
			days[m.committee] = append(days[m.committee], m.date)
		}
	}
	for _, d := range days {
		slices.Sort(d)
		for i := regular - 1; i < len(d); i++ {
			if d[i] < years(d[i-regular+1], 1) {
				return true
			}
		}
	}
	return false
}

// neighbours are the items in time, parted where more than two years lie between one and the next.
func neighbours(all []*matter) [][]int64 {
	inTime(all)
	var out [][]int64
	for i, m := range all {
		if i == 0 || m.date > years(all[i-1].date, yearsApart) || all[i-1].date == "" {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], m.id)
	}
	return out
}

func inTime(all []*matter) {
	slices.SortFunc(all, func(a, b *matter) int { return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.key, b.key)) })
}

// unfiled is a thread that items make by themselves.
type unfiled struct {
	*thread
	items []*matter
}

// name gives addresses to the threads that no page names: the title of the first item, the second thread of
// a title with .2 behind it, which is no title's. One meeting makes no thread.
func (t *threads) name(ctx context.Context, loose []*knot) ([]unfiled, error) {
	var out []unfiled
	keys := many[string]{}
	for _, k := range loose {
		inTime(k.items)
		meetings := many[string]{}
		lead := k.items[0]
		for _, m := range slices.Backward(k.items) {
			meetings.add(strconv.FormatInt(m.meeting, 10) + m.date)
			if m.titleKey != "" {
				lead = m
			}
		}
		if len(meetings) > 1 {
			n := unfiled{&thread{lead: lead}, k.items}
			n.key = n.address()
			keys.add(n.key)
			out = append(out, n)
		}
	}
	if err := t.readIssues(ctx, "key", keys.values()); err != nil {
		return nil, err
	}
	slices.SortFunc(out, func(a, b unfiled) int {
		return cmp.Or(cmp.Compare(a.lead.date, b.lead.date), cmp.Compare(a.lead.key, b.lead.key))
	})
	taken := map[string]int{}
	for _, n := range out {
		key := n.key
		taken[key]++
		if is := t.issues[key]; is != nil && !is.inferred && !is.gone && taken[key] == 1 {
			taken[key]++ // an issue that has a page of its own
		}
		if taken[key] > 1 {
			n.key += "." + strconv.Itoa(taken[key])
		}
	}
	return out, nil
}

// address is the key of a thread by its first item that has a telling title, else by its first item's place.
func (n unfiled) address() string {
	council, rest, _ := strings.Cut(n.lead.key, "/")
	if n.lead.titleKey == "" {
		return council + "/issue/" + strings.ReplaceAll(rest, "/", ".")
	}
	return council + "/issue/" + strings.ReplaceAll(n.lead.titleKey, " ", "-")
}
