package database

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// writing is ent's driver for a program that writes much. Within a transaction
//   - SQLite keeps statements that come again prepared, which would take a tenth of the time of loading otherwise;
//   - PostgreSQL takes COPY "table" ("column", ...) FROM STDIN with values as arguments, row behind row.
type writing struct {
	*entsql.Driver
	dialect string
}

// Tx begins a transaction.
func (w writing) Tx(ctx context.Context) (dialect.Tx, error) { return w.BeginTx(ctx, nil) }

// BeginTx begins a transaction with options.
func (w writing) BeginTx(ctx context.Context, o *entsql.TxOptions) (dialect.Tx, error) {
	conn, err := w.DB().Conn(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := conn.BeginTx(ctx, o)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	on := w.Conn // with the dialect
	if w.dialect == dialect.Postgres {
		on.ExecQuerier = copying{tx, &Bulk{conn: conn, dialect: w.dialect}}
	} else {
		on.ExecQuerier = &preparing{tx, map[string]*sql.Stmt{}}
	}
	return &entsql.Tx{Conn: on, Tx: ending{tx, conn}}, nil
}

// ending ends a transaction and gives its connection back.
type ending struct {
	*sql.Tx
	conn *sql.Conn
}

func (e ending) Commit() error   { return errors.Join(e.Tx.Commit(), e.conn.Close()) }
func (e ending) Rollback() error { return errors.Join(e.Tx.Rollback(), e.conn.Close()) }

// copying is a transaction of PostgreSQL that takes COPY.
type copying struct {
	*sql.Tx
	bulk *Bulk
}

func (c copying) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if !strings.HasPrefix(query, "COPY ") {
		return c.Tx.ExecContext(ctx, query, args...)
	}
	return nil, c.bulk.copyBy(ctx, query, strings.Count(query, ",")+1, args)
}

// preparedAtMost is how many statements a transaction keeps prepared at most.
const preparedAtMost = 500

// preparing is a transaction that prepares a statement when it comes for the second time, and keeps it. Statements
// close with their transaction.
type preparing struct {
	*sql.Tx
	known map[string]*sql.Stmt // nil for what came once
}

func (p *preparing) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	stmt, again := p.known[query]
	if stmt != nil || len(p.known) >= preparedAtMost && !again {
		return stmt, nil
	}
	if !again {
		p.known[query] = nil
		return nil, nil
	}
	stmt, err := p.Tx.PrepareContext(ctx, query)
	if err == nil {
		p.known[query] = stmt
	}
	return stmt, err
}

// ExecContext runs a statement.
func (p *preparing) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	stmt, err := p.prepared(ctx, query) //nolint:sqlclosecheck // it closes with the transaction
	switch {
	case err != nil:
		return nil, err
	case stmt == nil:
		return p.Tx.ExecContext(ctx, query, args...)
	}
	return stmt.ExecContext(ctx, args...)
}

// QueryContext asks a query.
func (p *preparing) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	stmt, err := p.prepared(ctx, query) //nolint:sqlclosecheck // it closes with the transaction
	switch {
	case err != nil:
		return nil, err
	case stmt == nil:
		return p.Tx.QueryContext(ctx, query, args...)
	}
	return stmt.QueryContext(ctx, args...)
}
