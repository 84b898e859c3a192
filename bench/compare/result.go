package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// cell is what is measured together: a question, a system and how many clients ask.
type cell struct {
	Question, System string
	Clients          int
}

// taken is one run of a cell.
type taken struct {
	Rate     float64 // requests a second
	P50, P99 time.Duration
	App, DB  time.Duration // processor time of a request: the system's, and its database's server's
	Wrong    int
}

// results are all runs, and what is known of the systems beside.
type results struct {
	Runs       map[string][]taken // by cell.key
	Statements map[string]float64 // by cell.key of 0 clients
	Bytes      map[string]int     // by cell.key of 0 clients
	Memory     map[string]int64   // the most of each system, by its name
	Refused    map[string]string  // why a system is not timed, by its name, or by cell.key of 0 clients
}

func newResults() *results {
	return &results{map[string][]taken{}, map[string]float64{}, map[string]int{}, map[string]int64{}, map[string]string{}}
}

func (c cell) key() string {
	return fmt.Sprintf("%s %s %d", c.Question, c.System, c.Clients)
}

// median is the middle run of a cell in each of its figures; ok is false where there is none.
func (r *results) median(c cell) (m taken, ok bool) {
	runs := r.Runs[c.key()]
	if len(runs) == 0 {
		return taken{}, false
	}
	m = taken{
		Rate: middle(runs, func(t taken) float64 { return t.Rate }),
		P50:  middle(runs, func(t taken) time.Duration { return t.P50 }), P99: middle(runs, func(t taken) time.Duration { return t.P99 }),
		App: middle(runs, func(t taken) time.Duration { return t.App }), DB: middle(runs, func(t taken) time.Duration { return t.DB }),
	}
	for _, t := range runs {
		m.Wrong += t.Wrong
	}
	return m, true
}

func middle[T cmp.Ordered](runs []taken, of func(taken) T) T {
	all := make([]T, len(runs))
	for i, t := range runs {
		all[i] = of(t)
	}
	slices.Sort(all)
	return all[len(all)/2]
}
