package graph

import (
	"context"
	"fmt"
	"strconv"
	"sync"
	"time"
)

// countTime is how long counting one table may take: it goes on when the request that asked has ended, so
// that the next one finds the figure.
const countTime = time.Minute

// tally remembers how many rows tables have, for one version of the data: counting reads a whole index.
type tally struct {
	mu      sync.Mutex
	version dataVersion
	known   map[string]*counted
}

// counted is one figure, from when done is closed.
type counted struct {
	done chan struct{}
	n    int
	err  error
}

// of is the figure of a table, counted once however many ask at once.
func (c *tally) of(ctx context.Context, v dataVersion, table string, count func(context.Context, string) (int, error)) (int, error) {
	f := c.figure(ctx, v, table, count)
	select {
	case <-f.done:
		return f.n, f.err
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func (c *tally) figure(ctx context.Context, v dataVersion, table string, count func(context.Context, string) (int, error)) *counted {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known == nil || c.version != v {
		c.version, c.known = v, map[string]*counted{}
	}
	known := c.known
	if f, ok := known[table]; ok {
		return f
	}
	f := &counted{done: make(chan struct{})}
	known[table] = f
	go func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), countTime)
		defer cancel()
		f.n, f.err = count(ctx, table)
		close(f.done)
		if f.err != nil { // the next request tries again
			c.mu.Lock()
			delete(known, table)
			c.mu.Unlock()
		}
	}()
	return f
}

// countRows counts a table of the store; the name is one of the store's own.
func (r *Resolver) countRows(ctx context.Context, table string) (n int, err error) {
	rows, err := r.Store.QueryContext(ctx, "SELECT COUNT(*) FROM "+strconv.Quote(table))
	if err != nil {
		return 0, fmt.Errorf("count %s: %w", table, err)
	}
	defer func() { _ = rows.Close() }()
	if rows.Next() {
		err = rows.Scan(&n)
	}
	if err == nil {
		err = rows.Err()
	}
	if err != nil {
		return 0, fmt.Errorf("count %s: %w", table, err)
	}
	return n, nil
}
