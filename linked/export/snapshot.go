package export

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent"
)

// snapshot is one state of the data: one transaction that only reads, in which nothing changes whatever others write.
type snapshot struct {
	tx      *sql.Conn // has the transaction
	dialect string
	client  *ent.Client // reads in the same transaction
	version string
	// last is when the data changed last, RFC 3339; "" where it is empty.
	last string
	// council is the id of the council that is exported, 0 for all.
	council int64
}

// begin are the statements that begin to read. SQLite's own pages are read instead of being mapped, so that what is held in memory
// does not grow with the file.
func begin(kind string) []string {
	if kind == dialect.Postgres {
		return []string{"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
	}
	return []string{"PRAGMA mmap_size = 0", "PRAGMA cache_size = -16000", "BEGIN DEFERRED"}
}

func open(ctx context.Context, db *sql.DB, kind string) (*snapshot, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("begin to read: %w", err)
	}
	s := &snapshot{tx: conn, dialect: kind}
	for _, statement := range begin(kind) {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			s.close()
			return nil, fmt.Errorf("begin to read: %w", err)
		}
	}
	s.client = ent.NewClient(ent.Driver(entsql.NewDriver(kind, entsql.Conn{ExecQuerier: conn})))
	var id int64
	err = conn.QueryRowContext(ctx, "SELECT id, at FROM changes ORDER BY id DESC LIMIT 1").Scan(&id, &s.last)
	if err != nil && !errors.Is(err, sql.ErrNoRows) { // without a row nothing was ever taken in
		s.close()
		return nil, fmt.Errorf("read the version of the data: %w", err)
	}
	s.version = strconv.FormatInt(id, 10)
	return s, nil
}

// close ends the transaction, which has changed nothing, and the connection with it: its settings are not those of others.
func (s *snapshot) close() {
	_ = s.tx.Raw(func(any) error { return driver.ErrBadConn }) // it has been thrown away already where it broke
	_ = s.tx.Close()
}

// narrow keeps to one council.
func (s *snapshot) narrow(ctx context.Context, slug string) error {
	if slug == "" {
		return nil
	}
	query := "SELECT id FROM councils WHERE slug = ?"
	if s.dialect == dialect.Postgres {
		query = "SELECT id FROM councils WHERE slug = $1"
	}
	err := s.tx.QueryRowContext(ctx, query, slug).Scan(&s.council)
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("%w: no council has the slug %q; councils(first: 100) { nodes { slug name } } lists them", ErrOptions, slug)
	}
	return err
}
