package database

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// pooler finds out whether a pooler such as pgbouncer stands in front of PostgreSQL, and puts up with it. There,
// each transaction can have another connection to the server: a statement that was prepared in one is
// unknown in the next, and what is set in one stays set for strangers.
type pooler struct {
	statement time.Duration // what a statement may take, 0 is without end

	mu    sync.Mutex
	known bool
	there bool
}

// before looks at the server once, and sets connections up for a pooler where there is one: statements are described once
// and have no name, and their time is bounded from here.
func (p *pooler) before(ctx context.Context, c *pgx.ConnConfig) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.known {
		there, err := pooled(ctx, c)
		if err != nil {
			return err
		}
		p.known, p.there = true, there
	}
	if p.there {
		if c.DefaultQueryExecMode == pgx.QueryExecModeCacheStatement {
			c.DefaultQueryExecMode = pgx.QueryExecModeCacheDescribe
		}
		if p.statement > 0 {
			c.Tracer = timedStatements{p.statement}
		}
	}
	return nil
}

// after bounds the time of statements by the server itself, where the connection is ours.
func (p *pooler) after(ctx context.Context, c *pgx.Conn) error {
	p.mu.Lock()
	there := p.there
	p.mu.Unlock()
	if there || p.statement <= 0 {
		return nil
	}
	_, err := c.Exec(ctx, fmt.Sprintf("SET statement_timeout = %d", max(1, p.statement.Milliseconds())))
	return err
}

// pooled says whether a pooler answers: it gives each client a number of its own, where PostgreSQL gives that of the process.
func pooled(ctx context.Context, c *pgx.ConnConfig) (bool, error) {
	config := c.Copy()
	config.DefaultQueryExecMode = pgx.QueryExecModeExec
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return false, err
	}
	defer func() { _ = conn.Close(ctx) }() // it was only asked
	var process uint32
	if err := conn.QueryRow(ctx, "SELECT pg_backend_pid()").Scan(&process); err != nil {
		return false, err
	}
	return process != conn.PgConn().PID(), nil
}

// timedStatements bounds the time of each statement that goes through a pooler; statements that are sent together have that of
// all of them. When it is up, the statement is cancelled and the connection given up.
type timedStatements struct{ most time.Duration }

type timedKey struct{}

// TraceQueryStart begins the time.
func (t timedStatements) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	return t.begin(ctx, 1)
}

func (t timedStatements) begin(ctx context.Context, statements int) context.Context {
	ctx, cancel := context.WithTimeout(ctx, t.most*time.Duration(statements))
	return context.WithValue(ctx, timedKey{}, cancel)
}

// TraceQueryEnd ends it.
func (timedStatements) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryEndData) {
	end(ctx)
}

// TraceBatchStart begins the time of statements that are sent together.
func (t timedStatements) TraceBatchStart(ctx context.Context, _ *pgx.Conn, data pgx.TraceBatchStartData) context.Context {
	return t.begin(ctx, data.Batch.Len())
}

// TraceBatchQuery does nothing: the time is that of all of them.
func (timedStatements) TraceBatchQuery(context.Context, *pgx.Conn, pgx.TraceBatchQueryData) {}

// TraceBatchEnd ends it.
func (timedStatements) TraceBatchEnd(ctx context.Context, _ *pgx.Conn, _ pgx.TraceBatchEndData) {
	end(ctx)
}

func end(ctx context.Context) {
	if cancel, ok := ctx.Value(timedKey{}).(context.CancelFunc); ok {
		cancel()
	}
}
