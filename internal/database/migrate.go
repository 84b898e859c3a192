package database

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"entgo.io/ent/dialect"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// migrations are append-only: one SQL file for each step and dialect.
//
//go:embed migrations/*/*.sql
var migrations embed.FS

// Migrate brings the tables up to date and says how many steps that took. Each step runs in a
// transaction of its own and is remembered, so that what was done is not done again.
func (d *Database) Migrate(ctx context.Context) (int, error) {
	p, err := d.provider(d.DB)
	if err != nil {
		return 0, err
	}
	if behind, err := d.pending(ctx, d.DB); err != nil {
		return 0, err
	} else if behind > 0 { // a step may alter an index, so all must be there
		if err := d.Make(ctx, nil); err != nil {
			return 0, err
		}
	}
	done, err := p.Up(ctx)
	if err != nil {
		return len(done), fmt.Errorf("migrate the database: %w", err)
	}
	return len(done), d.FillFigures(ctx)
}

// Pending says how many steps the tables are behind: those of the server that the context is pinned to, where there are several.
func (d *Database) Pending(ctx context.Context) (n int, err error) {
	if d.fleet == nil {
		return d.pending(ctx, d.DB)
	}
	err = d.fleet.run(ctx, func(asked context.Context, s *server) (bool, error) {
		n, err = d.pending(asked, s.client.DB())
		return false, err
	})
	return n, err
}

func (d *Database) pending(ctx context.Context, db *sql.DB) (int, error) {
	p, err := d.provider(db)
	if err != nil {
		return 0, err
	}
	now, latest, err := p.GetVersions(ctx)
	if err != nil {
		return 0, fmt.Errorf("look at the database's version: %w", err)
	}
	n := 0
	for _, s := range p.ListSources() {
		if s.Version > now && s.Version <= latest {
			n++
		}
	}
	return n, nil
}

func (d *Database) provider(db *sql.DB) (*goose.Provider, error) {
	folder, kind := "migrations/sqlite", goose.DialectSQLite3
	if d.Dialect == dialect.Postgres {
		folder, kind = "migrations/postgres", goose.DialectPostgres
	}
	steps, err := fs.Sub(migrations, folder)
	if err != nil {
		return nil, fmt.Errorf("read the migrations: %w", err)
	}
	var options []goose.ProviderOption
	if d.Dialect == dialect.Postgres { // two programs that migrate at once take turns
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return nil, fmt.Errorf("read the migrations: %w", err)
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	p, err := goose.NewProvider(kind, db, steps, options...)
	if err != nil {
		return nil, fmt.Errorf("read the migrations: %w", err)
	}
	return p, nil
}
