package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"entgo.io/ent/dialect"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/ent/council"
	"councilgraph/internal/dbtest"
)

// The list of several councils is read council by council on PostgreSQL and shows the same pages as any other way: forwards and
// backwards, in each order, with one of them named twice.
func TestSeveral(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 300, Councils: 3, Seed: 3, Derived: true}); err != nil {
		t.Fatal(err)
	}
	ids := db.Client.Council.Query().Where(council.HasMeetings()).Order(council.ByID()).IDsX(t.Context())
	if len(ids) != 3 {
		t.Fatalf("%d councils have meetings", len(ids))
	}
	o := newOracle(t, db)
	pages := 0
	for _, kind := range []string{"resolutions", "agendaItems", "meetings"} {
		for _, order := range []string{"", ",orderBy:[{field:DATE,direction:DESC}]", ",orderBy:[{field:DATE}]"} {
			for _, way := range [][2]string{{"first", "after"}, {"last", "before"}} {
				cursor := ""
				for range 3 {
					q := fmt.Sprintf(`{list:%s(where:{councilIDIn:["%d","%d","%d"]},%s:3%s%s){nodes{id date council{name}} pageInfo{endCursor startCursor hasNextPage hasPreviousPage} totalCount}}`,
						kind, ids[0], ids[2], ids[0], way[0], order, cursor)
					got := o.compare(t, made{text: q})
					var r struct {
						Data struct {
							List struct {
								Nodes    []struct{ ID string }
								PageInfo struct{ EndCursor, StartCursor string }
							}
						}
					}
					if err := json.Unmarshal(got.Body.Bytes(), &r); err != nil {
						t.Fatal(err)
					}
					if len(r.Data.List.Nodes) != 3 {
						t.Fatalf("%s: %d entries", q, len(r.Data.List.Nodes))
					}
					pages++
					cursor = fmt.Sprintf(",%s:%q", way[1], map[string]string{"after": r.Data.List.PageInfo.EndCursor, "before": r.Data.List.PageInfo.StartCursor}[way[1]])
				}
			}
		}
	}
	if o.ways["compiled"] < pages {
		t.Errorf("of %d pages not all were compiled: %v", pages, o.ways)
	}
}

// Read so are lists that ask for a few councils, or committees, and nothing else, and only in an order that an index has: no more is read of
// each than the page has room for.
func TestSeveral_statements(t *testing.T) {
	db := dbtest.New(t)
	for where, several := range map[string]bool{
		`{councilIDIn:["1","2"]}`:                               true,
		`{committeeIDIn:["1","2"]}`:                             true,
		`{and:[{councilIDIn:["1","2"]}]}`:                       true,
		`{councilIDIn:["1"]}`:                                   false,
		`{councilIDIn:[` + strings.Repeat(`"1",`, 50) + `"2"]}`: false,
		`{councilIDIn:["1","2"],kind:RESOLVED}`:                 false,
		`{councilIDIn:["1","2"],committeeIDIn:["1"]}`:           false,
		`{councilIDIn:["1","2"],textMatches:"budget"}`:          false,
	} {
		for order, indexed := range map[string]bool{"ID": true, "DATE": true, "POSITION": false} {
			listening := &heard{Reader: db.Reader()}
			orderBy := fmt.Sprintf("orderBy:[{field:%s}]", order)
			if order == "ID" {
				orderBy = ""
			}
			listening.ask(t, db, fmt.Sprintf(`{resolutions(where:%s,%s){nodes{id}}}`, where, orderBy))
			lateral := strings.Contains(strings.Join(listening.statements, ""), "LATERAL")
			if lateral != (several && indexed && db.Dialect == dialect.Postgres) {
				t.Errorf("%s in order of %s: %v\n%s", where, order, lateral, strings.Join(listening.statements, "\n"))
			}
			if !lateral {
				continue
			}
			asked := statement{listening.statements[len(listening.statements)-1], listening.args}
			if a := (&planned{api: &api{db: db}}).explain(t, asked, "resolutions"); !a.sought || len(a.whole) > 0 || strings.Count(a.text, `"Sort"`) != 1 {
				t.Errorf("%s in order of %s: not the first of each are sorted, and nothing else: %v", where, order, a)
			}
		}
	}
}
