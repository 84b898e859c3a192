package dbtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"councilgraph/ent/migrate"
	"councilgraph/internal/database"
)

// Dump is the graph without ids, by table: every row in words, relations by the key of the node that they
// lead to. Two databases with equal dumps hold the same graph. What pages claim, whom they name and their texts, which
// the API does not show, and what is kept of attendances are among it. Councils, which the register gives, and what is history, as the feed of
// changes and redirects, are left out.
func Dump(t testing.TB, db *database.Database) map[string][]string {
	t.Helper()
	keys := map[int64]string{}
	for _, table := range migrate.Tables {
		if slices.ContainsFunc(table.Columns, isKey) {
			for _, r := range rows(t, db, `SELECT "id", "key" FROM "`+table.Name+`"`) {
				keys[r[0].(int64)] = table.Name + " " + fmt.Sprint(r[1])
			}
		}
	}
	out := map[string][]string{}
	for _, table := range migrate.Tables {
		if !slices.ContainsFunc(table.Columns, isKey) && !slices.Contains(beside, table.Name) || table.Name == "councils" {
			continue
		}
		var columns []string
		bools := map[string]bool{}
		for _, c := range table.Columns[1:] {
			if c.Name == "bytes" { // which are packed
				continue
			}
			columns = append(columns, c.Name)
			bools[c.Name] = c.Type == field.TypeBool
		}
		out[table.Name] = []string{}
		for _, r := range rows(t, db, `SELECT "`+strings.Join(columns, `", "`)+`" FROM "`+table.Name+`"`) {
			var b strings.Builder
			for i, v := range r {
				switch n, whole := v.(int64); {
				case whole && strings.HasSuffix(columns[i], "_id"):
					v = keys[n]
				case whole && bools[columns[i]]: // as SQLite keeps it
					v = n != 0
				}
				fmt.Fprintf(&b, "%s=%v ", columns[i], v)
			}
			out[table.Name] = append(out[table.Name], b.String())
		}
		slices.Sort(out[table.Name])
	}
	return out
}

// beside are the tables of what pages claim, whom they name and what they hold, and of what follows from that by person.
var beside = []string{"mentions", "claims", "identifiers", "bodies", "contents", "attendance_years"}

func rows(t testing.TB, db *database.Database, query string) [][]any {
	t.Helper()
	found, err := db.DB.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = found.Close() }()
	columns, err := found.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]any
	for found.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := found.Scan(into...); err != nil {
			t.Fatal(err)
		}
		out = append(out, values)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func isKey(c *schema.Column) bool { return c.Name == "key" }
