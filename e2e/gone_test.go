package e2e

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"councilgraph/internal/database"
)

// gone fails where a word stands anywhere in a database: in the files of SQLite, what was deleted
// included, or in any row of any table of PostgreSQL. Usage: gone ADDRESS WORD
func gone(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: gone ADDRESS WORD")
	}
	found, err := standing(args[0], args[1])
	ts.Check(err)
	if (len(found) == 0) == neg {
		ts.Fatalf("%q stands in %v", args[1], found)
	}
}

// standing are the files or tables in which a word stands.
func standing(address, word string) (found []string, err error) {
	if path, ok := strings.CutPrefix(address, "sqlite:"); ok {
		for _, name := range []string{path, path + "-wal"} {
			content, err := os.ReadFile(name)
			if err != nil && !os.IsNotExist(err) {
				return nil, err
			}
			if bytes.Contains(bytes.ToLower(content), []byte(strings.ToLower(word))) {
				found = append(found, name)
			}
		}
		return found, nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	db, err := database.Open(ctx, address)
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }()
	rows, err := db.DB.QueryContext(ctx, "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'")
	if err != nil {
		return nil, err
	}
	var tables []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		tables = append(tables, name)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for _, name := range append(tables, "pg_stats") { // which holds values that are frequent
		var n int
		query := fmt.Sprintf(`SELECT count(*) FROM %q t WHERE t::text ILIKE $1`, name)
		if err := db.DB.QueryRowContext(ctx, query, "%"+word+"%").Scan(&n); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if n > 0 {
			found = append(found, name)
		}
	}
	return found, nil
}
