package export

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
)

// sqlite writes a database of plain tables: those of the API's kinds with their own values, relations as foreign keys, an index on
// each of them, and the table dataset with the version. It has none of the tables that the program keeps for itself.
func (r *run) sqlite(ctx context.Context) error {
	all, err := tables()
	if err != nil {
		return err
	}
	path := part(r.Out)
	if err := remove(path, path+"-journal", path+"-wal", path+"-shm"); err != nil {
		return err
	}
	db, err := r.Create(ctx, path)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	err = r.fill(ctx, db, all)
	if err := errors.Join(err, db.Close()); err != nil {
		return errors.Join(err, remove(path, path+"-journal", path+"-wal", path+"-shm"))
	}
	return os.Rename(path, r.Out)
}

func (r *run) fill(ctx context.Context, db *sql.DB, all []table) error {
	// The file is thrown away where anything goes wrong, so nothing needs to be safe before the end. Foreign keys are declared for
	// readers and not looked at: issues and references lead both ways.
	for _, s := range []string{"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA foreign_keys = OFF", "PRAGMA cache_size = -16000", "PRAGMA mmap_size = 0"} {
		if _, err := db.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	if _, err := db.ExecContext(ctx, `CREATE TABLE "dataset" ("version" TEXT NOT NULL, "lastIngest" TEXT, "council" TEXT, "licence" TEXT NOT NULL, "attribution" TEXT NOT NULL)`); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, `INSERT INTO "dataset" VALUES (?, NULLIF(?, ''), NULLIF(?, ''), ?, ?)`, r.version, r.last, r.Council, r.Licence, r.Attribution); err != nil {
		return err
	}
	for _, t := range all {
		own := ownColumns(t)
		if _, err := db.ExecContext(ctx, createTable(t, own)); err != nil {
			return err
		}
		if err := r.fillTable(ctx, db, t, own); err != nil {
			return err
		}
		for _, i := range own {
			if c := t.columns[i]; c.to != "" {
				if _, err := db.ExecContext(ctx, fmt.Sprintf(`CREATE INDEX "%s_%s" ON "%s" ("%s")`, t.name, c.name, t.name, c.name)); err != nil {
					return err
				}
			}
		}
	}
	_, err := db.ExecContext(ctx, "PRAGMA optimize")
	return err
}

// ownColumns are the places of the columns that are a row's own; addresses of others are a join away.
func ownColumns(t table) []int {
	var out []int
	for i, c := range t.columns {
		if c.from == "" {
			out = append(out, i)
		}
	}
	return out
}

func createTable(t table, own []int) string {
	types := map[valueKind]string{textValue: "TEXT", intValue: "INTEGER", floatValue: "REAL", boolValue: "INTEGER", idValue: "INTEGER"}
	lines := make([]string, len(own))
	for i, at := range own {
		c := t.columns[at]
		lines[i] = `"` + c.name + `" ` + types[c.kind]
		switch {
		case c.name == "id":
			lines[i] += " PRIMARY KEY"
		case !c.null:
			lines[i] += " NOT NULL"
		}
		if c.to != "" {
			lines[i] += ` REFERENCES "` + c.to + `" ("id")`
		}
		if c.name == "uri" {
			lines[i] += " UNIQUE"
		}
	}
	return `CREATE TABLE "` + t.name + `" (` + strings.Join(lines, ", ") + ")"
}

func (r *run) fillTable(ctx context.Context, db *sql.DB, t table, own []int) error {
	insert := `INSERT INTO "` + t.name + `" VALUES (?` + strings.Repeat(", ?", len(own)-1) + ")"
	args := make([]any, len(own))
	return r.rows(ctx, t, 0, func(rows [][]any, _ int64) error {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }() // it is over already where all went well
		s, err := tx.PrepareContext(ctx, insert)
		if err != nil {
			return err
		}
		defer func() { _ = s.Close() }()
		for _, row := range rows {
			for i, at := range own {
				args[i] = row[at]
			}
			if _, err := s.ExecContext(ctx, args...); err != nil {
				return fmt.Errorf("write %s: %w", t.kind, err)
			}
		}
		r.wrote(t.kind, len(rows))
		return tx.Commit()
	})
}
