package database_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"ariga.io/atlas/sql/migrate"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// The migrations make the very tables that the schema asks for: nothing is left to plan after them.
func TestMigrate_agreesWithSchema(t *testing.T) {
	ctx := context.Background()
	db := dbtest.New(t)
	tables, err := database.Tables(db.Dialect)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	look := func(next schema.Applier) schema.Applier {
		return schema.ApplyFunc(func(_ context.Context, _ dialect.ExecQuerier, plan *migrate.Plan) error {
			for _, c := range plan.Changes {
				left = append(left, c.Cmd)
			}
			return nil
		})
	}
	m, err := schema.NewMigrate(entsql.OpenDB(db.Dialect, db.DB), schema.WithApplyHook(look), schema.WithDropColumn(true), schema.WithDropIndex(true))
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Create(ctx, tables...); err != nil {
		t.Fatal(err)
	}
	if len(left) > 0 {
		t.Errorf("the schema asks for more than the migrations make; run internal/database/makemigration:\n%v", left)
	}
}

// A second run finds nothing to do.
func TestMigrate_twice(t *testing.T) {
	ctx := context.Background()
	db := dbtest.Open(t, dbtest.Address(t))
	before, err := db.Pending(ctx)
	if err != nil {
		t.Fatal(err)
	}
	first, err := db.Migrate(ctx)
	if err != nil {
		t.Fatal(err)
	}
	second, err := db.Migrate(ctx)
	if err != nil {
		t.Fatal(err)
	}
	after, err := db.Pending(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if first == 0 || first != before || second != 0 || after != 0 {
		t.Errorf("steps pending %d, done %d, done again %d, pending %d; want n, n, 0, 0 with n > 0", before, first, second, after)
	}
}

// Both databases take the same steps: a backup of the one is restored into the other by the name of its last step.
func TestMigrate_sameSteps(t *testing.T) {
	steps := func(folder string) (out []string) {
		files, err := filepath.Glob(filepath.Join("migrations", folder, "*.sql"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			_, name, _ := strings.Cut(filepath.Base(f), "_")
			out = append(out, name)
		}
		return out
	}
	if d := cmp.Diff(steps("sqlite"), steps("postgres")); d != "" {
		t.Errorf("the steps of SQLite and of PostgreSQL differ (-SQLite +PostgreSQL):\n%s", d)
	}
}
