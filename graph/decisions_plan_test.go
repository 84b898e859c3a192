package graph_test

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/graph"
)

// watched is a store that keeps the statements that are asked of it.
type watched struct {
	dialect.Driver
	asked *[]statement
	one   sync.Mutex // fields beside each other ask at once
}

type statement struct {
	query string
	args  []any
}

func (w *watched) Query(ctx context.Context, query string, args, v any) error {
	w.one.Lock()
	*w.asked = append(*w.asked, statement{query, args.([]any)})
	w.one.Unlock()
	return w.Driver.Query(ctx, query, args, v)
}

// plan is how the database would answer the statement: the lines of its plan that read a table.
func (a *api) plan(t *testing.T, s statement) []string {
	t.Helper()
	conn, err := a.db.DB.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	explain := "EXPLAIN QUERY PLAN "
	if a.db.Dialect == dialect.Postgres {
		explain = "EXPLAIN "
		if _, err := conn.ExecContext(t.Context(), "SET enable_seqscan = off"); err != nil { // tables of a few rows are scanned otherwise
			t.Fatal(err)
		}
	}
	rows, err := conn.QueryContext(t.Context(), explain+s.query, s.args...)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for rows.Next() {
		into := make([]any, len(columns))
		for i := range into {
			into[i] = new(any)
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprint(*into[len(into)-1].(*any))
		if regexp.MustCompile(`SCAN|SEARCH|Scan`).MatchString(line) {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
}

// From a member to decisions, attendance and agreement, every table is read through an index that begins
// with what is asked for, on either database: no table is read from one end to the other.
func TestDecisions_plans(t *testing.T) {
	var asked []statement
	store := &watched{asked: &asked}
	a := newAPI(t, func(c *graph.Config) { c.Resolver.Store = ent.NewClient(ent.Driver(store)) })
	store.Driver = entsql.OpenDB(a.db.Dialect, a.db.DB)
	for month := 1; month <= 9; month++ {
		a.take(t, sitting(fmt.Sprintf("2025-%02d-10", month), "for", "that one be done", "that two be done"))
	}
	ann := at(a.ask(t, `{ people(where: {name: "Ann Birch"}) { nodes { id } } }`, nil), "people", "nodes", 0, "id").(string)
	cy := at(a.ask(t, `{ people(where: {name: "Cy Dale"}) { nodes { id } } }`, nil), "people", "nodes", 0, "id").(string)
	for name, q := range map[string]string{
		"one person":    `{ node(id: "%s") { ... on Person { decisions { totalCount edges { how node { text } } } } } }`,
		"how and where": `{ node(id: "%s") { ... on Person { decisions(how: VOTED_FOR, where: {kind: AGREED, dateGT: "2025-02-01"}) { totalCount nodes { id } } } } }`,
		"two people":    `{ nodes(ids: ["%s", "` + cy + `"]) { ... on Person { decisions(first: 5) { totalCount edges { how node { people { person { name } how } } } } } } }`,
		"rate":          `{ node(id: "%s") { ... on Person { attendanceRate(from: "2025-02-01") { rate } } } }`,
		"rate of years": `{ node(id: "%s") { ... on Person { attendanceRate(from: "2025-01-01") { rate } } } }`,
		"agreement":     `{ node(id: "%s") { ... on Person { agreement(with: "` + cy + `", to: "2025-06-01") { rate } } } }`,
	} {
		t.Run(name, func(t *testing.T) {
			asked = nil
			a.ask(t, fmt.Sprintf(q, ann), nil)
			if len(asked) == 0 || len(asked) > 10 {
				t.Errorf("%d statements", len(asked))
			}
			for _, s := range asked {
				lines := a.plan(t, s)
				if len(lines) == 0 {
					t.Errorf("no plan for %s", s.query)
				}
				for _, line := range lines {
					if readsWhole(line, lines) {
						t.Errorf("%s\nin the plan of %s", line, s.query)
					}
				}
			}
		})
	}
}

// readsWhole says whether a line of a plan reads a whole table. What the statement itself makes of rows that
// it has found through an index is read whole too, under the same name or one that it gives.
func readsWhole(line string, plan []string) bool {
	if strings.Contains(line, "Seq Scan on") {
		return true
	}
	table, scans := strings.CutPrefix(line, "SCAN ")
	if !scans || table == "by_meeting" || strings.HasPrefix(table, "(subquery") {
		return false
	}
	for _, other := range plan {
		if strings.HasPrefix(other, "SEARCH "+table+" USING") {
			return false
		}
	}
	return true
}
