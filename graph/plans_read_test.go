package graph_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
)

// reading is how a database would answer a statement.
type reading struct {
	// Sought says that the list's own table is read through an index, by a condition; else it is walked.
	sought bool
	// Sorts says that rows are sorted, all that fulfil the condition. Sorting those that tie does not count.
	sorts bool
	// Whole are tables that are read from one end to the other before the first row is known.
	whole []string
	text  string
}

// explain asks for the plan. On PostgreSQL what a large store would not choose is switched off: an empty one is
// quicker to read than any index.
func (p *planned) explain(t *testing.T, s statement, table string) reading {
	t.Helper()
	if p.db.Dialect == dialect.Postgres {
		return p.explainPostgres(t, s, table)
	}
	return p.explainSQLite(t, s, table)
}

func (p *planned) explainSQLite(t *testing.T, s statement, table string) reading {
	t.Helper()
	rows, err := p.db.DB.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+s.query, s.args...)
	if err != nil {
		t.Fatalf("%v\n%s", err, s.query)
	}
	defer func() { _ = rows.Close() }()
	var a reading
	depth := map[int]int{}
	for rows.Next() {
		var id, parent, unused int
		var line string
		if err := rows.Scan(&id, &parent, &unused, &line); err != nil {
			t.Fatal(err)
		}
		depth[id] = depth[parent] + 1
		a.text += strings.Repeat("  ", depth[id]) + line + "\n"
		switch {
		case line == "USE TEMP B-TREE FOR ORDER BY" && depth[id] == 1:
			a.sorts = true
		case strings.HasPrefix(line, "SEARCH "+table+" ") && depth[id] <= 2: // 2 within OR
			a.sought = true
		case strings.HasPrefix(line, "SCAN "+table+" VIRTUAL TABLE INDEX") && strings.Contains(line, ":M"): // by words that must match
			a.sought = true
		case strings.HasPrefix(line, "SCAN ") && !strings.Contains(line, "VIRTUAL TABLE") && depth[id] > 1:
			a.whole = append(a.whole, line)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return a
}

// step is one step of PostgreSQL's plan.
type step struct {
	Kind      string `json:"Node Type"`
	Relation  string `json:"Relation Name"`
	IndexCond string `json:"Index Cond"`
	Join      string `json:"Join Type"`
	Below     []step `json:"Plans"`
}

func (p *planned) explainPostgres(t *testing.T, s statement, table string) reading {
	t.Helper()
	conn, err := p.db.DB.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	for _, off := range []string{"seqscan", "hashjoin", "mergejoin", "sort"} {
		if _, err := conn.ExecContext(t.Context(), "SET enable_"+off+" = off"); err != nil {
			t.Fatal(err)
		}
	}
	var text string
	if err := conn.QueryRowContext(t.Context(), "EXPLAIN (FORMAT JSON, COSTS OFF) "+s.query, s.args...).Scan(&text); err != nil {
		t.Fatalf("%v\n%s", err, s.query)
	}
	var plans []struct{ Plan step }
	if err := json.Unmarshal([]byte(text), &plans); err != nil {
		t.Fatal(err)
	}
	a := reading{text: regexp.MustCompile(`(?m)^ *[\[\]{}],?\n`).ReplaceAllString(text, "")}
	var walk func(one step)
	walk = func(one step) {
		switch {
		case one.Kind == "Sort":
			a.sorts = true
		case one.Kind == "Seq Scan":
			a.whole = append(a.whole, one.Kind+" on "+one.Relation)
		case one.Relation == table && one.IndexCond != "":
			a.sought = true
		case one.Relation == table && one.Kind == "Bitmap Heap Scan":
			a.sought = true
		}
		for _, below := range one.Below {
			walk(below)
		}
	}
	walk(plans[0].Plan)
	return a
}

func (a reading) String() string {
	return fmt.Sprintf("sought %t, sorts %t, whole %q\n%s", a.sought, a.sorts, a.whole, a.text)
}
