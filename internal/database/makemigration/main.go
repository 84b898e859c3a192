// Makemigration writes the next migration of both dialects: what the schema asks for beyond what the
// migrations so far make. It needs an empty PostgreSQL database to try them on.
//
//	go run ./internal/database/makemigration -postgres postgres://localhost/empty -name add_motions
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"

	"councilgraph/internal/database"
)

func main() {
	postgres := flag.String("postgres", "", "address of an empty PostgreSQL database")
	name := flag.String("name", "", "what the migration does, in a few_words")
	flag.Parse()
	if err := run(*postgres, *name); err != nil {
		fmt.Fprintln(os.Stderr, "makemigration:", err)
		os.Exit(1)
	}
}

func run(postgres, name string) error {
	if postgres == "" || name == "" {
		return errors.New("pass -postgres ADDRESS and -name WORDS")
	}
	scratch, err := os.MkdirTemp("", "makemigration")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	for folder, address := range map[string]string{"sqlite": "sqlite:" + filepath.Join(scratch, "empty.db"), "postgres": postgres} {
		if err := write(address, filepath.Join("internal", "database", "migrations", folder), name); err != nil {
			return fmt.Errorf("%s: %w", folder, err)
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
	} else if err != nil {
		return err
	}
	return nil
}
