package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// operators are the ends of names of filters, longer before shorter.
var operators = []string{"NotNil", "IsNil", "NotIn", "NEQ", "GTE", "LTE", "In", "GT", "LT"}

// questions are all that is asked of a list: a page by each filter, what fulfils it counted, and a page in each order of the whole and of
// what hangs on one other node. Missing is how many filters there is no value for.
func questions(l list, found []sample, chance *rand.Rand, together bool) (out []string, missing int) {
	ask := func(where, order, what string) {
		args := []string{"first: 20"}
		if where != "" {
			args = append(args, "where: {"+where+"}")
		}
		if order != "" {
			args = append(args, "orderBy: ["+order+"]")
		}
		out = append(out, fmt.Sprintf("{ %s(%s) { %s } }", l.name, strings.Join(args, ", "), what))
	}
	const page, count = "nodes { id }", "totalCount"
	var orders []string
	for _, field := range l.orders {
		for _, direction := range []string{"ASC", "DESC"} {
			orders = append(orders, "{field: "+field+", direction: "+direction+"}")
		}
	}
	for _, order := range orders {
		ask("", order, page)
	}
	for _, f := range l.where.Fields {
		filters := l.filters(f.Name, found, chance)
		if len(filters) == 0 {
			missing++
		}
		for _, where := range filters {
			ask(where, "", page)
			ask(where, "", count)
			if together || strings.HasSuffix(f.Name, "ID") {
				for _, order := range orders {
					ask(where, order, page)
				}
			}
		}
	}
	return out, missing
}

// filters are what a field of a filter is asked with.
func (l list) filters(name string, found []sample, chance *rand.Rand) []string {
	id := func() string { return value("id", found, chance) }
	switch name {
	case "not":
		return written("not: {id: %s}", id())
	case "and", "or":
		return written(name+": [{id: %s}, {id: "+id()+"}]", id())
	case "textMatches":
		return written("textMatches: %s", word(found, chance))
	}
	base, operator := split(name, l)
	link, with := strings.CutSuffix(strings.TrimPrefix(base, "has"), "With")
	switch {
	case strings.HasPrefix(base, "has") && with:
		return written(base+": [{id: %s}]", value(strings.ToLower(link[:1])+link[1:]+"ID", found, chance))
	case strings.HasPrefix(base, "has"):
		return []string{base + ": true", base + ": false"}
	case operator == "IsNil" || operator == "NotNil":
		return []string{name + ": true"}
	case operator == "In" || operator == "NotIn":
		if v := value(base, found, chance); v != "" {
			return []string{fmt.Sprintf("%s: [%s, %s]", name, v, value(base, found, chance))}
		}
		return nil
	}
	return written(name+": %s", value(base, found, chance))
}

// written is the filter with the value; none where there is no value.
func written(filter, value string) []string {
	if value == "" {
		return nil
	}
	return []string{fmt.Sprintf(filter, value)}
}

// split tells a field's name and its operator apart: dateGTE is date and GTE.
func split(name string, l list) (base, operator string) {
	for _, o := range operators {
		if b, ok := strings.CutSuffix(name, o); ok && l.where.Fields.ForName(b) != nil {
			return b, o
		}
	}
	return name, ""
}

// value is one that the data has, as a query writes it; "" for none.
func value(field string, found []sample, chance *rand.Rand) string {
	var all []string
	for _, s := range found {
		if v := s[field]; v != "" {
			all = append(all, v)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return all[chance.IntN(len(all))]
}

// word is a word of five letters or more from some text, quoted.
func word(found []sample, chance *rand.Rand) string {
	for _, field := range []string{"text", "title", "name", "subject"} {
		for w := range strings.FieldsSeq(strings.Trim(value(field, found, chance), `"`)) {
			if w = strings.Trim(w, ".,;:()"); len(w) >= 5 && !strings.ContainsAny(w, `\"`) {
				return fmt.Sprintf("%q", w)
			}
		}
	}
	return ""
}
