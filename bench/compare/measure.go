package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"
)

// plan is how to measure.
type plan struct {
	questions []question
	clients   []int
	rounds    int
	long      time.Duration // of one run
	server    int           // the process of PostgreSQL's server, 0 where its time cannot be read
	log       io.Writer
}

// measure runs every question on every system, round by round. Within a round the systems take turns, in another order each
// time, so that what else the machine does hits all alike.
func (p plan) measure(ctx context.Context, all []*running, r *results) error {
	for round := range p.rounds {
		for _, q := range p.questions {
			for _, clients := range p.clients {
				for _, s := range order(all, round) {
					if err := ctx.Err(); err != nil {
						return err
					}
					shots := s.shots[q.name]
					if len(shots) == 0 {
						continue
					}
					t, err := p.run(ctx, s, shots, clients)
					if err != nil {
						return fmt.Errorf("%s, %s, %d clients: %w", s.name, q.number, clients, err)
					}
					c := cell{q.number, s.name, clients}
					r.Runs[c.key()] = append(r.Runs[c.key()], t)
					fmt.Fprintf(p.log, "round %d  %s  %2d clients  %-20s %9.1f/s  p50 %-10v p99 %-10v CPU %.3f+%.3f ms  wrong %d\n", round+1, q.number, clients, s.name, t.Rate,
						t.P50.Round(10*time.Microsecond), t.P99.Round(10*time.Microsecond), ms(t.App), ms(t.DB), t.Wrong)
				}
			}
		}
	}
	return nil
}

// order is all systems, beginning with another one in each round, and the other way round in every second.
func order(all []*running, round int) []*running {
	out := slices.Concat(all[round%len(all):], all[:round%len(all)])
	if round%2 == 1 {
		slices.Reverse(out)
	}
	return out
}

// run asks for a while so that everything is warm, and then measures.
func (p plan) run(ctx context.Context, s *running, shots []shot, clients int) (taken, error) {
	if _, err := load(ctx, s.addr, shots, clients, p.long/6); err != nil {
		return taken{}, err
	}
	app, db, err := p.spent(s)
	if err != nil {
		return taken{}, err
	}
	m, err := load(ctx, s.addr, shots, clients, p.long)
	if err != nil {
		return taken{}, err
	}
	appAfter, dbAfter, err := p.spent(s)
	if err != nil || m.requests == 0 {
		return taken{}, fmt.Errorf("no request ended: %w", err)
	}
	n := time.Duration(m.requests)
	return taken{m.rate(), m.p50, m.p99, (appAfter - app) / n, (dbAfter - db) / n, m.wrong}, nil
}

// spent is the processor time of a system and of its database's server so far.
func (p plan) spent(s *running) (app, db time.Duration, err error) {
	if app, _, err = spent(s.cmd.Process.Pid); err != nil {
		return 0, 0, err
	}
	if !s.sqlite && p.server > 0 {
		db, err = spentBelow(p.server)
	}
	return app, db, err
}

func ms(d time.Duration) float64 { return d.Seconds() * 1000 }
