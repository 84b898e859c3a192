package database

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/internal/turn"
)

// writing is ent's driver for a program that writes much. Within a transaction
//   - it takes COPY "table" ("column", ...) FROM STDIN with values as arguments, row behind row, which it keeps; for SQLite that is
//     written by INSERTs, while the transaction goes on (see behind);
//   - SQLite keeps statements that come again prepared, which would take a tenth of the time of loading otherwise.
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
	on, end := w.Conn, ending{tx, conn} // with the dialect
	if w.dialect == dialect.Postgres {
		on.ExecQuerier = copying{tx, &Bulk{conn: conn, dialect: w.dialect}}
		return &entsql.Tx{Conn: on, Tx: end}, nil
	}
	b := newBehind(tx)
	on.ExecQuerier = &preparing{tx, newStatements(tx), b}
	return &entsql.Tx{Conn: on, Tx: behindEnd{end, b}}, nil
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
	if table, columns, ok := copied(query); ok {
		width := strings.Count(columns, ",") + 1
		if len(args)%width != 0 {
			return nil, noRows(table, len(args), width)
		}
		return nil, c.bulk.copyBy(ctx, query, width, args)
	}
	return c.Tx.ExecContext(ctx, query, args...)
}

// copied are the table and the columns of a COPY; ok is false for another statement.
func copied(query string) (table, columns string, ok bool) {
	rest, ok := strings.CutPrefix(query, `COPY "`)
	if !ok {
		return "", "", false
	}
	table, rest, _ = strings.Cut(rest, `" (`)
	columns, _, ok = strings.Cut(rest, ") FROM STDIN")
	return table, columns, ok
}

// preparing is a transaction of SQLite that keeps statements prepared which come again, and writes rows behind.
type preparing struct {
	*sql.Tx
	statements
	behind *behind
}

// ExecContext runs a statement, when all that came before is written. Where it inserts, it is done behind, and what came of it is not told.
func (p *preparing) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if table, columns, ok := copied(query); ok {
		return nil, p.behind.rows(ctx, table, columns, args)
	}
	if rest, ok := strings.CutPrefix(query, "INSERT INTO "); ok {
		if end := strings.IndexAny(rest, " (\t\n"); end > 0 {
			return nil, p.behind.statement(ctx, strings.Trim(rest[:end], "`\""), query, args)
		}
	}
	if err := p.behind.all(ctx); err != nil {
		return nil, err
	}
	return p.exec(ctx, query, args)
}

// QueryContext asks a query, when what it names is written, or, where it writes itself, when everything is.
func (p *preparing) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	before := p.behind.all
	if strings.HasPrefix(query, "SELECT ") {
		before = func(ctx context.Context) error { return p.behind.before(ctx, query) }
	}
	if err := before(ctx); err != nil {
		return nil, err
	}
	turn.Begin(ctx, p.behind.turn.Lock, p.behind.turn.Unlock)
	return p.query(ctx, query, args)
}
