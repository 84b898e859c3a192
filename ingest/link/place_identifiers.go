package link

import (
	"slices"
	"strings"
)

// Identifiers are what a claim can be found by. parent is the claim under which it stands, the zero Place
// where there is none.
//
// Two claims can change each other's answer only where a chain leads from one to the other, each link of
// which is one of these: the two share an identifier; one stands under the other, but for a meeting
// under its committee; or they are days of committees that are one (see Aliases). So Places of a chain's
// claims, with all claims of the council's committees, answers what Places of all would.
func (p Place) Identifiers(parent Place, slug func(string) string) []string {
	var out []string
	id, name := p.id(), slug(p.Name)
	if id != "" {
		out = append(out, p.Kind+" "+id)
	}
	switch p.Kind {
	case Committee, Issue:
		if name != "" {
			out = append(out, p.Kind+" named "+name)
		}
	case Decision:
		if name != "" && p.Date != "" {
			out = append(out, p.Kind+" "+p.Date+" named "+name)
		}
	case Meeting:
		if p.Date == "" || parent.Kind != Committee {
			break
		}
		for _, c := range parent.Identifiers(Place{}, slug) {
			out = append(out, onDay(c, p.Date))
		}
	}
	return out
}

func onDay(committee, date string) string { return committee + " on " + date }

// Aliases says for each identifier of a committee, as Identifiers gives them, which others can mean the
// same committee, itself among them, sorted. A meeting's identifier "X on 2020-01-14" stands for "Y on
// 2020-01-14" too where Y is an alias of X: Also spells them out.
func Aliases(committees []Place, slug func(string) string) map[string][]string {
	into := map[string]string{}
	var root func(string) string
	root = func(s string) string {
		if into[s] == "" || into[s] == s {
			return s
		}
		into[s] = root(into[s])
		return into[s]
	}
	for _, c := range committees {
		if c.Kind != Committee {
			continue
		}
		ids := c.Identifiers(Place{}, slug)
		for _, id := range ids {
			if into[id] == "" {
				into[id] = id
			}
			if a, b := root(ids[0]), root(id); a != b {
				into[max(a, b)] = min(a, b)
			}
		}
	}
	groups := map[string][]string{}
	for _, id := range sortedKeys(into) {
		groups[root(id)] = append(groups[root(id)], id)
	}
	out := make(map[string][]string, len(into))
	for id := range into {
		out[id] = groups[root(id)]
	}
	return out
}

// Also adds to identifiers those under which claims of the same meetings can stand, sorted.
func Also(identifiers []string, aliases map[string][]string) []string {
	out := slices.Clone(identifiers)
	for _, id := range identifiers {
		if committee, date, ok := cutDay(id); ok {
			for _, alias := range aliases[committee] {
				out = append(out, onDay(alias, date))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// cutDay takes a meeting's identifier apart.
func cutDay(id string) (committee, date string, ok bool) {
	if !strings.HasPrefix(id, Committee+" ") {
		return "", "", false
	}
	i := strings.LastIndex(id, " on ")
	if i < 0 {
		return "", "", false
	}
	return id[:i], id[i+len(" on "):], true
}
