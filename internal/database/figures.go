package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"councilgraph/internal/figures"
)

// FillFigures counts the nodes of a store that keeps no figures yet: one that was filled in bulk, or that is
// older than they are. Where figures are kept, or there is nothing to count, it does nothing.
func (d *Database) FillFigures(ctx context.Context) (err error) {
	for _, held := range []struct {
		table string
		want  bool
	}{{"figures", false}, {"committees", true}} {
		var one int
		err := d.DB.QueryRowContext(ctx, "SELECT 1 FROM "+held.table+" LIMIT 1").Scan(&one)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("look for %s: %w", held.table, err)
		}
		if errors.Is(err, sql.ErrNoRows) == held.want {
			return nil
		}
	}
	tx, err := d.DB.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, tx.Rollback())
		}
	}()
	for _, statement := range figures.Fill(d.Dialect) {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("count nodes: %w", err)
		}
	}
	return tx.Commit()
}
