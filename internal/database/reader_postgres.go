package database

import (
	"context"
	"database/sql"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5/pgxpool"

	"councilgraph/internal/rows"
)

// postgresReader reads by the protocol of PostgreSQL itself: statements are prepared once for each connection
// and text, values come in their binary form and are read where they lie.
type postgresReader struct{ pool *pgxpool.Pool }

// Dialect is dialect.Postgres.
func (*postgresReader) Dialect() string { return dialect.Postgres }

// Read runs a statement; see rows.Reader.
func (r *postgresReader) Read(ctx context.Context, statement string, args []any, each func(rows.Row) error) error {
	found, err := r.pool.Query(ctx, statement, args...)
	if err != nil {
		return r.why(ctx, err)
	}
	defer found.Close()
	row := postgresRow{fields: found.FieldDescriptions()}
	for found.Next() {
		row.values = found.RawValues()
		if err := each(&row); err != nil {
			return err
		}
	}
	return r.why(ctx, found.Err())
}

// why is the context's error where that has ended the statement.
func (*postgresReader) why(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func (r *postgresReader) stats(s *sql.DBStats) {
	p := r.pool.Stat()
	s.MaxOpenConnections, s.OpenConnections = int(p.MaxConns()), int(p.TotalConns())
	s.InUse, s.Idle = int(p.AcquiredConns()), int(p.IdleConns())
	s.WaitCount, s.WaitDuration = p.EmptyAcquireCount(), p.EmptyAcquireWaitTime()
	s.MaxIdleClosed, s.MaxIdleTimeClosed, s.MaxLifetimeClosed = 0, p.MaxIdleDestroyCount(), p.MaxLifetimeDestroyCount()
}

func (r *postgresReader) close() error {
	r.pool.Close()
	return nil
}
