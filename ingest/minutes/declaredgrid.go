package minutes

import (
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// The heads of the columns of a table of declarations, each a line or a cell of its own.
var (
	gridName = regexp.MustCompile(`(?i)^(?:name(?: of (?:member|councillor))?|member(?: name)?|councillor|members?['’]? name)$`)
	gridItem = regexp.MustCompile(`(?i)^(?:(?:agenda )?item(?: (?:no\.?|number|ref\.?))?|minute(?: (?:no\.?|number))?|application(?: (?:no\.?|number))?)$`)
	gridKind = regexp.MustCompile(`(?i)^(?:(?:type|nature|kind|category) of (?:interest|declaration)|interest(?: type)?|type)$`)
	gridMore = regexp.MustCompile(`(?i)^(?:reason(?:s| for (?:interest|declaration))?|details?|subject|action(?: taken)?|title|description|comments?)$`)
	gridCell = regexp.MustCompile(`^\D{0,12}?(\d{1,4}[a-z]?(?:\.\d{1,2})?)\b`)
)

// declaredInGrid reads a table of declarations by the heads of its columns: its rows begin with a name and
// have as many cells as there are heads. lines are those that the table holds.
func declaredInGrid(paragraphs []Paragraph) (facts []DeclarationFact, lines map[int]bool) {
	cells := cellsOf(paragraphs)
	for i := range cells {
		if !gridName.MatchString(cells[i].text) {
			continue
		}
		item, kind, n := -1, -1, 1
		for i+n < len(cells) && n < 6 {
			t := cells[i+n].text
			if item < 0 && gridItem.MatchString(t) {
				item = n
			} else if kind < 0 && gridKind.MatchString(t) {
				kind = n
			} else if !gridMore.MatchString(t) {
				break
			}
			n++
		}
		if item < 0 || n < 3 {
			continue
		}
		lines = map[int]bool{}
		for k := i; k < i+n; k++ {
			lines[cells[k].par] = true
		}
		for k := i + n; k+n <= len(cells); k += n {
			p := paragraphs[cells[k].par]
			who, ok := cellName(Paragraph{cells[k].text, p.Start + cells[k].from})
			number := gridCell.FindStringSubmatch(cells[k+item].text)
			if !ok || number == nil {
				break
			}
			at := Place{p.Start + cells[k].from + who.from, p.Start + cells[k].from + who.to, "declared-in-table"}
			d := DeclarationFact{record.Declaration{Person: who.name, Item: number[1]}, at}
			if kind > 0 {
				d.Kind = strings.TrimSpace(head(cells[k+kind].text, 60))
				if m := kindWords.FindString(d.Kind); m != "" {
					d.Kind = m
				} else if strings.Contains(strings.ToLower(cells[i+kind].text), "nature") {
					d.Kind = "" // the column says in words what the interest is, the title of what kind
				}
			}
			for j := k; j < k+n; j++ {
				lines[cells[j].par] = true
				if interestLeft.MatchString(cells[j].text) {
					d.Left = yes()
				}
			}
			facts = append(facts, d)
		}
		if len(facts) > 0 {
			return facts, lines
		}
	}
	return nil, nil
}
