package main

import (
	"context"
	"fmt"
	"time"

	"councilgraph/internal/database"
)

// prepareView makes the view over which those systems answer Q5 that cannot group over relations or by month, in a
// schema of its own. Its comment says what PostGraphile must know of it.
func prepareView(ctx context.Context, db *database.Database) error {
	for _, s := range []string{
		`CREATE SCHEMA IF NOT EXISTS bench`,
		`CREATE OR REPLACE VIEW bench.monthly AS SELECT council_id, substr(date, 1, 7) || '-01' AS month, count(*) AS n FROM resolutions GROUP BY 1, 2`,
		`COMMENT ON VIEW bench.monthly IS E'@foreignKey (council_id) references public.councils (id)'`,
		`ANALYZE`,
	} {
		if _, err := db.DB.ExecContext(ctx, s); err != nil {
			return fmt.Errorf("make the view of Q5: %w", err)
		}
	}
	return nil
}

// postmaster is the process of the server of PostgreSQL, whose children do the work; 0 where that runs elsewhere.
func postmaster(ctx context.Context, db *database.Database) int {
	var worker int
	if err := db.DB.QueryRowContext(ctx, "SELECT pg_backend_pid()").Scan(&worker); err != nil {
		return 0
	}
	pid, err := parent(worker)
	if err != nil {
		return 0
	}
	return pid
}

// counter counts the statements that a database has run.
type counter struct{ db *database.Database }

// newCounter is nil where the server does not count: it must load pg_stat_statements when it starts.
func newCounter(ctx context.Context, db *database.Database) *counter {
	if _, err := db.DB.ExecContext(ctx, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements"); err != nil {
		return nil
	}
	c := &counter{db}
	if _, err := c.statements(ctx); err != nil {
		return nil
	}
	return c
}

// statements is how many were run so far, but for what begins and ends transactions, and for this one.
func (c *counter) statements(ctx context.Context) (int64, error) {
	var n int64
	err := c.db.DB.QueryRowContext(ctx, `SELECT coalesce(sum(calls), 0)::bigint FROM pg_stat_statements
WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT ILIKE '%pg_stat_statements%' AND query !~* '^(begin|commit|rollback)'`).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count the statements: %w", err)
	}
	return n, nil
}

// settle waits until the server has nothing left to do but for what is asked of it.
func settle(ctx context.Context, db *database.Database) error {
	if _, err := db.DB.ExecContext(ctx, "CHECKPOINT"); err != nil {
		return nil //nolint:nilerr // only some may ask for it, and it is a courtesy
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Second):
		return nil
	}
}
