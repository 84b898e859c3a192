package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/graph/generated"
	"councilgraph/internal/rows"
)

// overheard hears the statements of compiled queries that are sent together, and for each node, too.
type overheard struct {
	*heard
	asked []statement
}

func (o *overheard) Read(ctx context.Context, text string, args []any, each func(rows.Row) error) error {
	o.asked = append(o.asked, statement{text, args})
	return o.heard.Reader.Read(ctx, text, args, each)
}

func (o *overheard) ReadAll(ctx context.Context, all []rows.Statement) error {
	for _, s := range all {
		o.asked = append(o.asked, statement{s.Text, s.Args})
	}
	return o.heard.Reader.ReadAll(ctx, all)
}

func (o *overheard) ReadEach(ctx context.Context, text string, ids []int64, args []any, each func(int64, rows.Row) error) error {
	o.asked = append(o.asked, statement{text, append([]any{ids[0]}, args...)})
	return o.heard.Reader.ReadEach(ctx, text, ids, args, each)
}

// listOfNodes is a field of the API that gives pages of nodes of a kind.
type listOfNodes struct {
	field, kind string
	orders      []string // "" for that where none is asked
	filters     []string // fields of the filter
}

// listsOf are those of a type.
func listsOf(api *ast.Schema, of string) (out []listOfNodes) {
	for _, f := range api.Types[of].Fields {
		kind, is := strings.CutSuffix(f.Type.Name(), "Connection")
		if !is || api.Types[kind] == nil || f.Arguments.ForName("first") == nil || slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }) {
			continue
		}
		l := listOfNodes{field: f.Name, kind: kind, orders: []string{""}}
		if order := f.Arguments.ForName("orderBy"); order != nil {
			for _, v := range api.Types[api.Types[order.Type.Name()].Fields.ForName("field").Type.Name()].EnumValues {
				l.orders = append(l.orders, v.Name)
			}
		}
		if where := f.Arguments.ForName("where"); where != nil {
			for _, f := range api.Types[where.Type.Name()].Fields {
				l.filters = append(l.filters, f.Name)
			}
		}
		out = append(out, l)
	}
	return out
}

// What the compiler asks of the database is read by an index too: each list in each order, at the root, of a council and of a
// committee, and as the list of other nodes, of which the statement takes a page for each.
func TestPlans_compiled(t *testing.T) {
	empty, p := newPlanned(t), newPlanned(t)
	if _, err := synthetic.Write(t.Context(), p.db, synthetic.Options{Resolutions: 300, Councils: 3, Seed: 3, Derived: true}); err != nil {
		t.Fatal(err)
	}
	council, committee := p.db.Client.Council.Query().FirstX(t.Context()), p.db.Client.Committee.Query().FirstX(t.Context())
	api := generated.NewExecutableSchema(generated.Config{}).Schema()
	checked := 0
	// look asks a query and looks how its last statement of the table of the kind is read.
	look := func(p *planned, query, kind string) (a reading, ok bool) {
		table := tables(t)[strings.ToLower(kind)]
		o := &overheard{heard: &heard{Reader: p.db.Reader()}}
		askOf(t, p.db, o, query)
		for _, s := range slices.Backward(o.asked) {
			text := strings.ReplaceAll(s.query, "`", `"`)
			byID := strings.Contains(text, `AS c0 WHERE c0."id"`) // of a list whose resolver tells which nodes it has
			if strings.Contains(text, `"`+table+`"`) && !byID {
				checked++
				return p.explain(t, s, table), true
			}
		}
		return a, false
	}
	for _, root := range listsOf(api, "Query") {
		for _, order := range root.orders {
			for _, direction := range []string{"ASC", "DESC"} {
				by := ""
				if order != "" {
					by = fmt.Sprintf("orderBy:[{field:%s,direction:%s}]", order, direction)
				}
				query := fmt.Sprintf(`{%s(first:20,%s){nodes{id}}}`, root.field, by)
				if a, ok := look(empty, query, root.kind); ok && (a.sorts || len(a.whole) > 0) {
					t.Errorf("%s: %v", query, a)
				}
				for filter, id := range map[string]int{"councilID": council.ID, "committeeID": committee.ID} {
					if !slices.Contains(root.filters, filter) || slices.Contains(places, order) || little(root.kind, "CouncilID") {
						continue
					}
					query := fmt.Sprintf(`{%s(first:20,where:{%s:"%d"},%s){nodes{id}}}`, root.field, filter, id, by)
					if a, ok := look(empty, query, root.kind); ok && (!a.sought || a.sorts || len(a.whole) > 0) {
						t.Errorf("%s: %v", query, a)
					}
				}
				if order != "" || direction == "DESC" {
					continue
				}
				for _, below := range listsOf(api, root.kind) {
					for _, order := range below.orders {
						by := ""
						if order != "" {
							by = fmt.Sprintf("orderBy:[{field:%s,direction:DESC}]", order)
						}
						query := fmt.Sprintf(`{%s(first:3){nodes{%s(first:2,%s){nodes{id}}}}}`, root.field, below.field, by)
						a, ok := look(p, query, below.kind)
						large := (root.kind == "Council" || root.kind == "Committee") && !slices.Contains(places, order) && !little(below.kind, "CouncilID")
						if p.db.Dialect == dialect.Postgres && (!large || below.kind == "Source") {
							continue // with sorting switched off it walks the order instead of sorting a few; and there is one source
						}
						if ok && (!a.sought || len(a.whole) > 0 || large && a.sorts) {
							t.Errorf("%s: %v", query, a)
						}
					}
				}
			}
		}
	}
	if checked < 150 {
		t.Errorf("only %d statements looked at", checked)
	}
}
