package database

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/pressly/goose/v3"
)

// ErrNewer says that something was made by a newer program than this one.
var ErrNewer = errors.New("a newer program made it")

// Step is the name of the last migration that the tables have had, which is the same for both dialects. It fails with ErrNewer where
// this program does not know the migration, and where there are no tables.
func (d *Database) Step(ctx context.Context) (string, error) {
	p, err := d.provider(d.DB)
	if err != nil {
		return "", err
	}
	version, err := p.GetDBVersion(ctx)
	if err != nil {
		return "", fmt.Errorf("look at the database's version: %w", err)
	}
	if version == 0 {
		return "", errors.New("the database has no tables; run councilgraph migrate, or name another one")
	}
	for _, s := range p.ListSources() {
		if s.Version == version {
			return stepName(s), nil
		}
	}
	return "", fmt.Errorf("the database's tables are of migration %d, which this program does not know: %w", version, ErrNewer)
}

// MigrateTo brings the tables of an empty database as far as the named migration. It fails with ErrNewer where this program does
// not know it.
func (d *Database) MigrateTo(ctx context.Context, step string) error {
	p, err := d.provider(d.DB)
	if err != nil {
		return err
	}
	for _, s := range p.ListSources() {
		if stepName(s) != step {
			continue
		}
		if _, err := p.UpTo(ctx, s.Version); err != nil {
			return fmt.Errorf("migrate the database: %w", err)
		}
		return nil
	}
	return fmt.Errorf("the migration %.60q is not known to this program: %w", step, ErrNewer)
}

// stepName is the name of a migration's file without its time, which differs between the dialects.
func stepName(s *goose.Source) string {
	_, name, _ := strings.Cut(strings.TrimSuffix(filepath.Base(s.Path), ".sql"), "_")
	return name
}
