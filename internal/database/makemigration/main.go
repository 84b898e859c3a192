// Makemigration writes the next migration of both dialects: what the schema asks for beyond what the
// migrations so far make. It needs an empty PostgreSQL database to try them on.
//
//	go run ./internal/database/makemigration -postgres postgres://localhost/empty -name add_motions
//
// What ent does not know of (the index of words) is written by hand, into both folders. Then only the hashes
// of the files are missing:
//
//	go run ./internal/database/makemigration -hash
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"

	"councilgraph/internal/database"
)

func main() {
	postgres := flag.String("postgres", "", "address of an empty PostgreSQL database")
	name := flag.String("name", "", "what the migration does, in a few_words")
	hash := flag.Bool("hash", false, "write only the hashes of the files, for a migration written by hand")
	flag.Parse()
	if err := run(*postgres, *name, *hash); err != nil {
		fmt.Fprintln(os.Stderr, "makemigration:", err)
		os.Exit(1)
	}
}

// folder is where the migrations of a dialect stand.
func folder(dialect string) string {
	return filepath.Join("internal", "database", "migrations", dialect)
}

func run(postgres, name string, hash bool) error {
	if hash {
		for _, d := range []string{"sqlite", "postgres"} {
			if err := writeHashes(folder(d)); err != nil {
				return fmt.Errorf("%s: %w", d, err)
			}
		}
		return nil
	}
	if postgres == "" || name == "" {
		return errors.New("pass -postgres ADDRESS and -name WORDS")
	}
	scratch, err := os.MkdirTemp("", "makemigration")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	for dialect, address := range map[string]string{"sqlite": "sqlite:" + filepath.Join(scratch, "empty.db"), "postgres": postgres} {
		if err := write(address, folder(dialect), name); err != nil {
			return fmt.Errorf("%s: %w", dialect, err)
		}
	}
	return nil
}

func write(address, folder, name string) error {
	ctx := context.Background()
	db, err := database.Open(ctx, address)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	dir, err := sqltool.NewGooseDir(folder)
	if err != nil {
		return err
	}
	tables, err := database.Tables(db.Dialect)
	if err != nil {
		return err
	}
	m, err := schema.NewMigrate(entsql.OpenDB(db.Dialect, db.DB), schema.WithDir(dir), schema.WithFormatter(sqltool.GooseFormatter),
		schema.WithMigrationMode(schema.ModeReplay), schema.WithDialect(db.Dialect), schema.WithDropColumn(true), schema.WithDropIndex(true), schema.WithErrNoPlan(true))
	if err != nil {
		return err
	}
	if err := m.NamedDiff(ctx, name, tables...); errors.Is(err, migrate.ErrNoPlan) {
		fmt.Println(folder + ": nothing to do")
		return nil
	} else if err != nil {
		return err
	}
	return outsideTransaction(dir, folder)
}

// writeHashes writes atlas.sum for the files as they are.
func writeHashes(folder string) error {
	dir, err := sqltool.NewGooseDir(folder)
	if err != nil {
		return err
	}
	return writeSum(dir)
}

func writeSum(dir *sqltool.GooseDir) error {
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	return migrate.WriteSumFile(dir, sum)
}

// outsideTransaction marks the steps that rebuild a table. SQLite does that with foreign keys switched
// off, and cannot switch them within a transaction: rows that lead to the table would be refused or cut
// loose.
func outsideTransaction(dir *sqltool.GooseDir, folder string) error {
	const mark, rebuilds = "-- +goose NO TRANSACTION\n", "PRAGMA foreign_keys = off"
	files, err := filepath.Glob(filepath.Join(folder, "*.sql"))
	if err != nil {
		return err
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		if text := string(b); strings.Contains(text, rebuilds) && !strings.HasPrefix(text, mark) {
			if err := os.WriteFile(f, []byte(mark+text), 0o644); err != nil {
				return err
			}
		}
	}
	return writeSum(dir)
}
