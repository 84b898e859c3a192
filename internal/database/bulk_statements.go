package database

import (
	"context"
	"database/sql"
)

// preparedAtMost is how many statements a transaction keeps prepared at most.
const preparedAtMost = 500

// statements runs statements of a transaction: one that comes for the second time it prepares, and keeps. They close with the transaction.
type statements struct {
	of    *sql.Tx
	known map[string]*sql.Stmt // nil for what came once
}

func newStatements(tx *sql.Tx) statements { return statements{tx, map[string]*sql.Stmt{}} }

func (s statements) prepared(ctx context.Context, text string) (*sql.Stmt, error) {
	stmt, again := s.known[text]
	if stmt != nil || len(s.known) >= preparedAtMost && !again {
		return stmt, nil
	}
	if !again {
		s.known[text] = nil
		return nil, nil
	}
	stmt, err := s.of.PrepareContext(ctx, text)
	if err == nil {
		s.known[text] = stmt
	}
	return stmt, err
}

func (s statements) exec(ctx context.Context, text string, args []any) (sql.Result, error) {
	stmt, err := s.prepared(ctx, text) //nolint:sqlclosecheck // it closes with the transaction
	switch {
	case err != nil:
		return nil, err
	case stmt == nil:
		return s.of.ExecContext(ctx, text, args...)
	}
	return stmt.ExecContext(ctx, args...)
}

func (s statements) query(ctx context.Context, text string, args []any) (*sql.Rows, error) {
	stmt, err := s.prepared(ctx, text) //nolint:sqlclosecheck // it closes with the transaction
	switch {
	case err != nil:
		return nil, err
	case stmt == nil:
		return s.of.QueryContext(ctx, text, args...)
	}
	return stmt.QueryContext(ctx, args...)
}
