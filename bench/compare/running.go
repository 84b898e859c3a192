package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// running is a system that is up, with what it will be asked.
type running struct {
	system
	*server
	shots      map[string][]shot // by the name of the question, only those whose answers are right
	bytes      map[string]int    // of the median answer
	statements map[string]float64
	refused    map[string]string // by the name of the question, why it is not timed
}

// number is a JSON number with the digits of a text.
func number(digits string) json.Number { return json.Number(digits) }

// prove asks every set once and keeps those questions whose answers have the same core as the reference's. The
// system that answers first is the reference; ids are compared where the databases are the same.
func (r *running) prove(ctx context.Context, q question, sets []value, reference map[string][]string) error {
	if !r.known(q) {
		r.refused[q.name] = "has no form of it"
		return nil
	}
	shots, cores, sizes, err := r.answersTo(ctx, q, sets)
	if err != nil {
		r.refused[q.name] = err.Error()
		return nil //nolint:nilerr // what a system cannot do is a result
	}
	if shots == nil {
		r.refused[q.name] = "has no form of it"
		return nil
	}
	for i, c := range cores {
		bare, err := withoutIDs(c)
		if err != nil {
			return err
		}
		for key, text := range map[string]string{fmt.Sprint(q.name, " ", r.sqlite): c, q.name: bare} {
			if len(reference[key]) <= i {
				reference[key] = append(reference[key], text)
			} else if reference[key][i] != text {
				r.refused[q.name] = "answers otherwise than the others: " + difference(reference[key][i], text)
				return nil
			}
		}
	}
	slices.Sort(sizes)
	r.shots[q.name], r.bytes[q.name] = shots, sizes[len(sizes)/2]
	return nil
}

func (r *running) answersTo(ctx context.Context, q question, sets []value) (shots []shot, cores []string, sizes []int, err error) {
	w, err := dial(ctx, r.addr)
	if err != nil {
		return nil, nil, nil, err
	}
	defer w.close()
	if q.asks(sets[0]) == nil {
		sets = sets[:1]
	}
	for _, v := range sets {
		text, err := body(r.system, q, v)
		if err != nil || text == "" {
			return nil, nil, nil, err
		}
		request := post(r.addr, "/graphql", []byte(text))
		status, answer, err := w.ask(request, time.Now())
		if err != nil {
			return nil, nil, nil, err
		}
		if status != 200 {
			return nil, nil, nil, fmt.Errorf("status %d: %.200s", status, answer)
		}
		c, err := core(q, answer)
		if err != nil {
			return nil, nil, nil, err
		}
		shots, cores, sizes = append(shots, shot{request, sum(answer), bytes.Index(request, []byte(unasked)) + 1}), append(cores, c), append(sizes, len(answer))
	}
	return shots, cores, sizes, nil
}

// difference shows where two texts part.
func difference(want, got string) string {
	i := 0
	for i < min(len(want), len(got)) && want[i] == got[i] {
		i++
	}
	from := max(0, i-40)
	return fmt.Sprintf("%.100q, not %.100q", got[from:], want[from:])
}

// count asks some of a question one after the other and notes how many statements that took.
func (r *running) count(ctx context.Context, q question, c *counter) error {
	shots := r.shots[q.name]
	if len(shots) == 0 || r.sqlite || c == nil {
		return nil
	}
	w, err := dial(ctx, r.addr)
	if err != nil {
		return err
	}
	defer w.close()
	before, err := c.statements(ctx)
	if err != nil {
		return err
	}
	const asked = 20
	for i := range asked {
		if _, _, err := w.ask(shots[i%len(shots)].request, time.Now()); err != nil {
			return err
		}
	}
	after, err := c.statements(ctx)
	if err != nil {
		return err
	}
	r.statements[q.name] = float64(after-before) / asked
	return nil
}
