package database

import (
	"context"
	"database/sql"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"
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
	return r.why(ctx, handed(found, each))
}

// ReadAll sends all statements together; see rows.Reader.
func (r *postgresReader) ReadAll(ctx context.Context, all []rows.Statement) error {
	if len(all) == 1 {
		return r.Read(ctx, all[0].Text, all[0].Args, all[0].Each)
	}
	var batch pgx.Batch
	for _, s := range all {
		batch.Queue(s.Text, s.Args...)
	}
	results := r.pool.SendBatch(ctx, &batch)
	defer func() { _ = results.Close() }() // after an error, which it repeats, or a panic: else the connection is never given back
	for _, s := range all {
		found, err := results.Query()
		if err == nil {
			err = handed(found, s.Each)
		}
		if err != nil {
			return r.why(ctx, err)
		}
	}
	return r.why(ctx, results.Close())
}

// ReadEach sends the statement for all ids together; see rows.Reader.
func (r *postgresReader) ReadEach(ctx context.Context, statement string, ids []int64, args []any, each func(int64, rows.Row) error) error {
	return r.ReadAll(ctx, repeated(statement, ids, args, each))
}

// repeated are the statements of ReadEach.
func repeated(statement string, ids []int64, args []any, each func(int64, rows.Row) error) []rows.Statement {
	all := make([]rows.Statement, len(ids))
	for i, id := range ids {
		all[i] = rows.Statement{Text: statement, Args: append([]any{id}, args...), Each: func(row rows.Row) error { return each(id, row) }}
	}
	return all
}

// handed hands rows over until there are no more, and closes them.
func handed(found pgx.Rows, each func(rows.Row) error) error {
	defer found.Close()
	row := postgresRow{fields: found.FieldDescriptions()}
	for found.Next() {
		row.values = found.RawValues()
		if err := each(&row); err != nil {
			return err
		}
	}
	return found.Err()
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
