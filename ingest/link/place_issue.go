package link

import (
	"fmt"
	"slices"
	"strings"
)

// issues settles which claims of issues are one: by the source's number, else by the title. A title that
// two numbers bear is an issue of its own.
func (p *places) issues() {
	byName := map[string][]string{} // numbers by title's slug
	for _, i := range p.kinds[Issue] {
		c := p.claims[i]
		if id, name := c.id(), p.slug(c.Name); id != "" && name != "" && !slices.Contains(byName[name], id) {
			byName[name] = append(byName[name], id)
		}
	}
	for _, i := range p.kinds[Issue] {
		c := p.claims[i]
		id, name := c.id(), p.slug(c.Name)
		if id == "" && len(byName[name]) == 1 {
			id = byName[name][0]
		}
		switch {
		case id != "":
			p.answer[i] = p.council + "/issue/" + id
		case name != "":
			p.answer[i] = p.council + "/issue/" + IssueSlug(name)
		}
	}
}

// IssueSlug is the slug of an issue's title as it stands in addresses, where digits alone are numbers of
// the source.
func IssueSlug(title string) string {
	if title != "" && strings.Trim(title, "0123456789") == "" {
		return "title-" + title
	}
	return title
}

// decisions settles which claims of published decisions are one: by the source's number, else by day and
// title; the second of a day and title on a page is another decision.
func (p *places) decisions() {
	byName := map[string][]string{} // numbers by day and title
	seen := map[string]int{}
	name := func(c Place) string {
		if c.Date == "" || p.slug(c.Name) == "" {
			return ""
		}
		return c.Date + "-" + p.slug(c.Name)
	}
	for _, i := range p.kinds[Decision] {
		c := p.claims[i]
		if id, n := c.id(), name(c); id != "" && n != "" && !slices.Contains(byName[n], id) {
			byName[n] = append(byName[n], id)
		}
	}
	inOrder := slices.Clone(p.kinds[Decision])
	slices.SortStableFunc(inOrder, func(a, b int) int { return p.claims[a].Position - p.claims[b].Position })
	for _, i := range inOrder {
		c := p.claims[i]
		id, n := c.id(), name(c)
		if id == "" && n != "" {
			seen[c.Source+" "+n]++
			if len(byName[n]) == 1 && seen[c.Source+" "+n] == 1 {
				id = byName[n][0]
			}
		}
		switch {
		case id != "":
			p.answer[i] = p.council + "/decision/" + NumberSlug(id)
		case n == "" || len(byName[n]) > 1:
			p.answer[i] = c.Fallback
		case seen[c.Source+" "+n] > 1:
			p.answer[i] = fmt.Sprintf("%s/decision/%s-%d", p.council, n, seen[c.Source+" "+n])
		default:
			p.answer[i] = p.council + "/decision/" + n
		}
	}
}
