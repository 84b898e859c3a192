package graph_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect"

	"councilgraph/graph/generated"
)

// walks are the conditions that no index serves: they leave most of what there is, or what they leave is known
// only when each node is looked at. A page of them is full before much is read, their count reads all, and the time
// of a statement bounds both. docs/http.md says so.
var walks = []string{"NEQ", "NotIn", "NotNil", "not", "has true", "has false", "withIDNEQ"}

// Each condition of each filter is served by an index on either database: what is counted is sought. A page is sought,
// or walked in its order; nothing is read whole first.
func TestPlans_filters(t *testing.T) {
	p := newPlanned(t)
	api := generated.NewExecutableSchema(generated.Config{}).Schema()
	checked := 0
	for _, l := range p.lists(t) {
		table := tables(t)[strings.ToLower(l.name)]
		fields, _ := l.offered(t, api)
		for _, c := range l.conditions(fields) {
			checked++
			page, count := p.ask(t, l, c.value, "", false, true)
			a := p.explain(t, page, table)
			if len(a.whole) > 0 || !a.sought && a.sorts {
				t.Errorf("%s %s: a page reads too much: %v%s", l.name, c.field, a, page.query)
			}
			if p.db.Dialect == dialect.SQLite && a.sorts && c.how == "EQ" && !little(l.name, c.of) {
				t.Errorf("%s %s: a page sorts: %v%s", l.name, c.field, a, page.query)
			}
			if slices.Contains(walks, c.how) {
				continue
			}
			counted := table
			if c.field == "textMatches" { // whose index tells alone
				counted = "search_words"
			}
			if a := p.explain(t, count, counted); !a.sought || len(a.whole) > 0 {
				t.Errorf("%s %s: the count reads too much: %v%s", l.name, c.field, a, count.query)
			}
		}
	}
	if checked < 1000 {
		t.Errorf("only %d conditions looked at", checked)
	}
}

// places are orders that tell things apart within one meeting or one council. Within all of a council or a committee
// they sort what it has.
var places = []string{"POSITION", "NUMBER", "THREAD", "NAME", "TITLE"}

// little says that what a list has of one other node is little, and may be sorted: councils and committees are the
// ones that have much, but for kinds of node of which the whole country has only some thousands. What one page says
// is little too.
func little(kind, link string) bool {
	if slices.Contains([]string{"Committee", "Ward", "Party", "Evidence"}, kind) {
		return true
	}
	return strings.HasSuffix(link, "ID") && !slices.Contains([]string{"ID", "SourceID", "CouncilID", "CommitteeID"}, link)
}

// Each order is served by an index in either direction, alone and together with what lists are usually narrowed by:
// a page reads no more than it shows. What hangs on one person, meeting, item or issue is little, and may be sorted.
func TestPlans_orders(t *testing.T) {
	p := newPlanned(t)
	api := generated.NewExecutableSchema(generated.Config{}).Schema()
	checked := 0
	for _, l := range p.lists(t) {
		table := tables(t)[strings.ToLower(l.name)]
		_, orders := l.offered(t, api)
		for _, order := range append(orders, "") {
			for _, desc := range []bool{false, true} {
				checked++
				page, _ := p.ask(t, l, nil, order, desc, false)
				if a := p.explain(t, page, table); a.sorts {
					t.Errorf("%s by %s, %t: %v", l.name, order, desc, a)
				}
				for _, link := range l.links() {
					checked++
					where := filled(reflect.PointerTo(l.where), link)
					page, _ := p.ask(t, l, where.Interface(), order, desc, false)
					a := p.explain(t, page, table)
					large := !little(l.name, link)
					if p.db.Dialect == dialect.Postgres && !large {
						continue // with sorting switched off it walks the order instead of sorting a few
					}
					if slices.Contains(places, order) {
						continue
					}
					if !a.sought || large && a.sorts {
						t.Errorf("%s of %s by %s, %t: %v", l.name, link, order, desc, a)
					}
				}
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d orders looked at", checked)
	}
}
