package database

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

const (
	// checkEvery is how often each server is looked at, and how often again once it is lost.
	checkEvery = 500 * time.Millisecond
	// checkTime is how long it may take to answer.
	checkTime = 2 * time.Second
	// checkStall is how much later the end of that time may be noticed. Beyond that this program itself stood still, and whether the
	// server answers is not known.
	checkStall = 500 * time.Millisecond
)

// whereItIs is how far a server's log is written or, of a replica, applied.
const whereItIs = `SELECT pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END, '0/0')::bigint`

// begin looks at all servers once and from then on in the background.
func (f *fleet) begin(ctx context.Context) error {
	checks := make([]*check, 0, 1+len(f.replicas))
	var failed error
	answered := false
	for _, s := range f.servers() { // the primary first, so that it is known how far replicas are behind
		c := &check{fleet: f, server: s}
		checks = append(checks, c)
		if err := c.look(ctx); err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", s.name, err))
		}
		answered = answered || s.answers.Load()
	}
	if !answered {
		for _, c := range checks {
			c.hangUp()
		}
		return failed
	}
	background, stop := context.WithCancel(context.WithoutCancel(ctx))
	f.stop = stop
	for _, c := range checks {
		f.checkers.Go(func() { c.run(background) })
	}
	return nil
}

// check looks at one server, over a connection of its own: a pool that is used up says nothing of the server.
type check struct {
	fleet  *fleet
	server *server
	conn   *pgx.Conn // nil where it must be made anew
}

func (c *check) run(ctx context.Context) {
	defer c.hangUp()
	tick := time.NewTicker(checkEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-c.server.lost:
		}
		began := time.Now()
		if err := c.look(ctx); err != nil && ctx.Err() == nil {
			c.fleet.leave(c.server, err)
			if errors.Is(err, context.DeadlineExceeded) && time.Since(began) < checkTime+checkStall && c.fleet.pick() != nil {
				c.server.fellSilent()
			}
			select { // what leave has just asked for is done
			case <-c.server.lost:
			default:
			}
		}
	}
}

// look asks the server how far it is, and says whether it is read from now on.
func (c *check) look(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	reached, err := c.ask(ctx)
	if err == nil {
		err = c.server.speaks(ctx)
	}
	if err != nil {
		c.hangUp()
		return err
	}
	f, s := c.fleet, c.server
	s.reached.Store(reached)
	s.answers.Store(true)
	behind := time.Duration(0)
	if s == f.primary {
		f.lag.saw(reached, time.Now())
	} else {
		behind = f.lag.of(reached, time.Now())
	}
	fit := behind <= f.lag.most
	if was := s.fit.Swap(fit); was != fit && fit {
		f.log.InfoContext(ctx, "a database server is read", "server", s.name)
	} else if was != fit {
		f.log.WarnContext(ctx, "a database server is left out", "server", s.name, "behind", behind.String())
	}
	return nil
}

func (c *check) ask(ctx context.Context) (reached int64, err error) {
	if c.conn == nil {
		config := c.server.pool.Config().ConnConfig
		config.DefaultQueryExecMode = pgx.QueryExecModeExec // whatever stands in between, nothing is kept there
		if c.conn, err = pgx.ConnectConfig(ctx, config); err != nil {
			return 0, err
		}
	}
	err = c.conn.QueryRow(ctx, whereItIs).Scan(&reached)
	return reached, err
}

func (c *check) hangUp() {
	if c.conn != nil {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = c.conn.Close(ctx) // it may be broken
		c.conn = nil
	}
}

// lagging knows when the primary had come how far. By that, a replica is behind since the primary was first seen to
// have more than it has applied: so an idle primary leaves nobody behind, clocks of two machines are never
// compared, and a lost primary puts no replica further behind that had all of it.
type lagging struct {
	most time.Duration

	mu   sync.Mutex
	seen []sighting // in order of both
}

type sighting struct {
	reached int64
	at      time.Time
}

// saw notes how far the primary has come.
func (l *lagging) saw(reached int64, at time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if n := len(l.seen); n > 0 && l.seen[n-1].reached >= reached {
		return
	}
	l.seen = append(l.seen, sighting{reached, at})
	for len(l.seen) > 1 && at.Sub(l.seen[1].at) > 2*l.most { // whoever has not reached the second is behind too far
		l.seen = l.seen[1:]
	}
}

// of is how long a replica has been behind.
func (l *lagging) of(reached int64, now time.Time) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, s := range l.seen {
		if s.reached > reached {
			return now.Sub(s.at)
		}
	}
	return 0
}
