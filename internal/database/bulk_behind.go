package database

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"sync"
)

// behind writes to SQLite while the transaction that it belongs to goes on. An INSERT is all work of this process,
// and a loader has other work to do meanwhile: what it asks next is mostly of other tables. What is written is written in the
// order in which it came.
type behind struct {
	statements // of those that write

	mu      sync.Mutex
	waiting map[string]int // by table, how much waits
	last    chan struct{}  // closed when what came last is written
	err     error          // the first
}

func newBehind(tx *sql.Tx) *behind {
	none := make(chan struct{})
	close(none)
	return &behind{statements: newStatements(tx), waiting: map[string]int{}, last: none}
}

// rows has rows written, of which it keeps the values.
func (b *behind) rows(ctx context.Context, table, columns string, values []any) error {
	return b.write(ctx, table, func() error { return b.insert(ctx, table, columns, values) })
}

// statement has a statement run that inserts into a table.
func (b *behind) statement(ctx context.Context, table, text string, args []any) error {
	return b.write(ctx, table, func() error {
		_, err := b.exec(ctx, text, args)
		return err
	})
}

// write has something written to a table. Where something waits for the same table, it waits until that is written: so no
// more is held than a loader has in its hands.
func (b *behind) write(ctx context.Context, table string, work func() error) error {
	if err := b.before(ctx, table); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	before, written := b.last, make(chan struct{})
	b.last = written
	b.waiting[table]++
	go func() {
		defer close(written)
		<-before
		err := b.failed()
		if err == nil {
			err = work()
		}
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.waiting[table]--; b.waiting[table] == 0 {
			delete(b.waiting, table)
		}
		b.err = err
	}()
	return nil
}

func (b *behind) failed() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.err
}

// before is to be called before a statement is asked: it waits for the rows of tables that the statement names.
func (b *behind) before(ctx context.Context, statement string) error {
	b.mu.Lock()
	last, named := b.last, false
	for table := range b.waiting {
		named = named || strings.Contains(statement, table)
	}
	b.mu.Unlock()
	if named {
		return b.until(ctx, last)
	}
	return b.failed()
}

// all waits until all rows are written.
func (b *behind) all(ctx context.Context) error {
	b.mu.Lock()
	last := b.last
	b.mu.Unlock()
	return b.until(ctx, last)
}

// until waits. A transaction whose time is up lets go of its connection only when whoever waits here gives way.
func (b *behind) until(ctx context.Context, written <-chan struct{}) error {
	select {
	case <-written:
		return b.failed()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// insert writes rows by a statement of as many rows as are worth it, and the rest by one row each.
func (b *behind) insert(ctx context.Context, table, columns string, values []any) error {
	width := strings.Count(columns, ",") + 1
	for n := max(1, bulkValues/width); len(values) > 0; n = 1 {
		if len(values) < n*width {
			continue
		}
		text := inserting(table, columns, width, n)
		for ; len(values) >= n*width; values = values[n*width:] {
			if _, err := b.exec(ctx, text, values[:n*width]); err != nil {
				return err
			}
		}
	}
	return nil
}

// behindEnd ends a transaction when all that waits is written.
type behindEnd struct {
	ending
	behind *behind
}

// Commit keeps what was written, if all of it was.
func (e behindEnd) Commit() error {
	if err := e.behind.all(context.Background()); err != nil {
		return errors.Join(err, e.ending.Rollback())
	}
	return e.ending.Commit()
}

// Rollback forgets it.
func (e behindEnd) Rollback() error {
	_ = e.behind.all(context.Background()) // who begins anew is not interested
	return e.ending.Rollback()
}
