package dbtest

import (
	"database/sql"
	"fmt"
	"slices"
	"testing"

	"councilgraph/internal/database"
	"councilgraph/internal/figures"
)

// CheckFigures fails the test where the figures that are kept are not those of the nodes, counted anew. The
// database stays as it is.
func CheckFigures(t testing.TB, db *database.Database, when string) {
	t.Helper()
	tx, err := db.DB.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := readFigures(t, tx, "kept")
	if err != nil {
		t.Fatal(err)
	}
	_, err = tx.ExecContext(t.Context(), "ALTER TABLE figures RENAME TO kept_figures")
	if err == nil {
		_, err = tx.ExecContext(t.Context(), "CREATE TABLE figures (node_type text, cut text, council_id bigint, committee_id bigint, value text, period text, nodes bigint)")
	}
	for _, statement := range figures.Fill(db.Dialect) {
		if err == nil {
			_, err = tx.ExecContext(t.Context(), statement)
		}
	}
	var counted []string
	if err == nil {
		counted, err = readFigures(t, tx, "counted")
	}
	if undone := tx.Rollback(); err != nil || undone != nil {
		t.Fatalf("%s: count anew: %v %v", when, err, undone)
	}
	if slices.Equal(kept, counted) {
		return
	}
	for _, f := range kept {
		if !slices.Contains(counted, f) {
			t.Errorf("%s: kept    %s", when, f)
		}
	}
	for _, f := range counted {
		if !slices.Contains(kept, f) {
			t.Errorf("%s: counted %s", when, f)
		}
	}
	t.FailNow()
}

// readFigures are all figures in words, in order.
func readFigures(t testing.TB, tx *sql.Tx, as string) ([]string, error) {
	t.Helper()
	rows, err := tx.QueryContext(t.Context(), "SELECT node_type, cut, council_id, committee_id, value, period, nodes FROM figures AS "+as) // a name of its own: a server keeps the plan of a text, and the table changes
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []string
	for rows.Next() {
		var kind, cut, value, period string
		var council, committee, nodes int64
		if err := rows.Scan(&kind, &cut, &council, &committee, &value, &period, &nodes); err != nil {
			return nil, err
		}
		out = append(out, fmt.Sprintf("%s cut by %q, council %d, committee %d, %q, %q: %d", kind, cut, council, committee, value, period, nodes))
	}
	slices.Sort(out)
	return out, rows.Err()
}
