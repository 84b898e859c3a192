package fetch

import (
	"context"
	"math/rand/v2"
	"net/url"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// host is what a client knows of a host. Whoever asks it holds its turn.
type host struct {
	turn    chan struct{} // holds one token while somebody asks
	reading sync.Mutex    // held by whoever reads robots.txt

	robots *robotstxt.Group // nil until read; guarded by reading
	read   time.Time        // when

	mu   sync.Mutex
	next time.Time // not before this time
	pace time.Duration
}

func (l *Live) host(at *url.URL) *host {
	l.mu.Lock()
	defer l.mu.Unlock()
	name := at.Scheme + "://" + at.Host
	h := l.hosts[name]
	if h == nil {
		h = &host{turn: l.turn(at.Host), pace: l.options.Pace}
		l.hosts[name] = h
	}
	return h
}

// turn is the turn of a host, which its http and its https share. The caller holds the lock.
func (l *Live) turn(name string) chan struct{} {
	for _, scheme := range []string{"http", "https"} {
		if h := l.hosts[scheme+"://"+name]; h != nil {
			return h.turn
		}
	}
	return make(chan struct{}, 1)
}

// enter waits for the host's turn and for its rest to be over.
func (h *host) enter(ctx context.Context) error {
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	h.mu.Lock()
	rest := time.Until(h.next)
	h.mu.Unlock()
	if err := sleep(ctx, rest); err != nil {
		<-h.turn
		return err
	}
	return nil
}

// leave ends a turn: the host rests for its pace and a little more, or for as long as it asked.
func (h *host) leave(asked time.Duration) {
	h.mu.Lock()
	rest := h.pace
	if rest > 0 {
		rest += rand.N(rest/3 + 1) //nolint:gosec // to spread requests, not to hide anything
	}
	h.next = time.Now().Add(max(rest, asked))
	h.mu.Unlock()
	<-h.turn
}

// sleep waits, unless ctx ends before.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
