package graph

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"councilgraph/internal/rows"
)

// feed tells streams when the data has changed. It asks the store itself, so that what other processes
// take in is noticed too: once each interval for all streams together, and not at all while there are none.
type feed struct {
	version  func(context.Context) (dataVersion, error)
	interval time.Duration
	most     streamLimits
	log      *slog.Logger

	mu      sync.Mutex
	streams int
	byName  map[string]int     // streams of each client that has any
	stop    context.CancelFunc // ends asking; nil while there are no streams
	at      int                // the version that was seen last
	moved   chan struct{}      // closed when the version moves, and replaced
}

// streamLimits are how many streams there are at a time.
type streamLimits struct{ all, client int }

func newFeed(version func(context.Context) (dataVersion, error), interval time.Duration, most streamLimits, log *slog.Logger) *feed {
	return &feed{version: version, interval: interval, most: most, log: log, byName: map[string]int{}, moved: make(chan struct{})}
}

// join counts a stream of a client in, and gives what counts it out; nil where there are too many. mine and
// all are how many there would be.
func (f *feed) join(ctx context.Context, client string) (leave func(), mine, all int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	mine, all = f.byName[client]+1, f.streams+1
	if mine > f.most.client || all > f.most.all {
		return nil, mine, all
	}
	f.byName[client], f.streams = mine, all
	if all == 1 {
		ctx, stop := context.WithCancel(context.WithoutCancel(ctx)) // it serves the streams that come later too
		f.stop = stop
		go f.watch(ctx)
	}
	return sync.OnceFunc(func() { f.leave(client) }), mine, all
}

func (f *feed) leave(client string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.byName[client]--; f.byName[client] == 0 {
		delete(f.byName, client)
	}
	if f.streams--; f.streams == 0 {
		f.stop()
	}
}

// watch asks for the version until there are no streams.
func (f *feed) watch(ctx context.Context) {
	tick := time.NewTicker(f.interval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		rows.Renew(ctx)
		v, err := f.version(ctx)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			f.log.WarnContext(ctx, "the streams cannot see whether the data has changed", "error", err)
		default:
			f.move(v.id)
		}
	}
}

// move wakes the streams where the version is a new one.
func (f *feed) move(to int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if to > f.at {
		f.at = to
		close(f.moved)
		f.moved = make(chan struct{})
	}
}

// wait gives a version beyond the one that a stream has seen, once there is one.
func (f *feed) wait(ctx context.Context, seen int) (int, error) {
	for {
		f.mu.Lock()
		at, moved := f.at, f.moved
		f.mu.Unlock()
		if at > seen {
			return at, nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
}

// pause waits as long as the feed does between two looks.
func (f *feed) pause(ctx context.Context) error {
	select {
	case <-time.After(f.interval):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
