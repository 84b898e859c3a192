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

	turn    sync.Mutex // held while a statement writes, and by whoever reads in a turn
	mu      sync.Mutex
	waiting map[string]chan struct{} // by table, what is closed when all that came for it is written
	last    chan struct{}            // and when all that came is
	queue   []queued                 // what waits, in its order
	err     error                    // the first
	told    bool                     // whether somebody was given it
}

// queued is something that waits to be written.
type queued struct {
	written chan struct{}
	size    int
}

// queuedAtMost is how much waits at most, or one piece of work: so many values, each 64 bytes of texts or of others being one more.
const queuedAtMost = 400_000

// size is how much values are of that.
func size(values []any) int {
	n := 1 + len(values)
	for _, v := range values {
		switch v := v.(type) {
		case string:
			n += len(v) / 64
		case []byte:
			n += len(v) / 64
		}
	}
	return n
}

func newBehind(tx *sql.Tx) *behind {
	none := make(chan struct{})
	close(none)
	return &behind{statements: newStatements(tx), waiting: map[string]chan struct{}{}, last: none}
}

// rows has rows written, of which it keeps the values.
func (b *behind) rows(ctx context.Context, table, columns string, values []any) error {
	width := strings.Count(columns, ",") + 1
	if len(values)%width != 0 {
		return noRows(table, len(values), width)
	}
	return b.write(ctx, table, size(values), func() error {
		return insertRows(table, columns, width, values, func(text string, args []any) error { return b.run(ctx, text, args) })
	})
}

// statement has a statement run that inserts into a table.
func (b *behind) statement(ctx context.Context, table, text string, args []any) error {
	return b.write(ctx, table, size(args), func() error { return b.run(ctx, text, args) })
}

// run runs a statement when nobody reads.
func (b *behind) run(ctx context.Context, text string, args []any) error {
	b.turn.Lock()
	defer b.turn.Unlock()
	_, err := b.exec(ctx, text, args)
	return err
}

// write has something of a size written to a table, by work. Where too much waits it waits for some of that.
func (b *behind) write(ctx context.Context, table string, size int, work func() error) error {
	if err := b.until(ctx, b.room(size)...); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	before, written := b.last, make(chan struct{})
	b.last, b.waiting[table] = written, written
	b.queue = append(b.queue, queued{written, size})
	go func() {
		defer close(written)
		<-before
		b.mu.Lock()
		err := b.err
		b.mu.Unlock()
		if err == nil {
			err = work()
		}
		b.mu.Lock()
		defer b.mu.Unlock()
		b.queue = b.queue[1:] // it was the first
		if b.err = err; b.waiting[table] == written {
			delete(b.waiting, table)
		}
	}()
	return nil
}

// room is what must be written before there is room for so much, the last of it: none where there is.
func (b *behind) room(size int) (last []chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := len(b.queue) - 1; i >= 0; i-- {
		if size += b.queue[i].size; size > queuedAtMost {
			return []chan struct{}{b.queue[i].written}
		}
	}
	return nil
}

// before is to be called before a statement is asked: it waits for the rows of tables that the statement names.
func (b *behind) before(ctx context.Context, statement string) error {
	b.mu.Lock()
	var named []chan struct{}
	for table, written := range b.waiting {
		if strings.Contains(statement, table) {
			named = append(named, written)
		}
	}
	b.mu.Unlock()
	return b.until(ctx, named...)
}

// all waits until all rows are written.
func (b *behind) all(ctx context.Context) error {
	b.mu.Lock()
	last := b.last
	b.mu.Unlock()
	return b.until(ctx, last)
}

// until waits. A transaction whose time is up lets go of its connection only when whoever waits here gives way.
func (b *behind) until(ctx context.Context, written ...chan struct{}) error {
	for _, one := range written {
		select {
		case <-one:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.told = b.err != nil
	return b.err
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

// Rollback forgets it. What could not be written is told, where nobody was told yet: who only tried wants to know.
func (e behindEnd) Rollback() error {
	told := e.behind.told
	err := e.behind.all(context.Background())
	if told {
		err = nil
	}
	return errors.Join(err, e.ending.Rollback())
}
