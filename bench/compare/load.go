package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// shot is a request with what its right answer is.
type shot struct {
	request []byte
	want    uint32 // the sum of the answer that was compared with those of the other systems
	stamp   int    // where in the request stand the digits of unasked; 0 for none
}

// unasked is a comment that a query ends with so that it is one that was never asked before: other digits take the place of these each time.
const unasked = "#000000000000000000000000"

// stamped is the request as it is asked this time. Buffer belongs to the client, which is one of many.
func (s shot) stamped(buffer []byte, at time.Time, client int) []byte {
	buffer = append(buffer[:0], s.request...)
	copy(buffer[s.stamp:], fmt.Sprintf("%019d%05d", at.UnixNano(), client))
	return buffer
}

// measured is what one run of one system came to.
type measured struct {
	requests, wrong int
	took            time.Duration
	p50, p99        time.Duration
}

func (m measured) rate() float64 { return float64(m.requests) / m.took.Seconds() }

// load asks for so long, as many clients at a time, each as soon as it has its answer. Answers that are not what they
// were when they were compared are counted as wrong; a connection that breaks ends the run.
func load(ctx context.Context, addr string, shots []shot, clients int, long time.Duration) (measured, error) {
	var group sync.WaitGroup
	took, wrong, errs := make([][]time.Duration, clients), make([]int, clients), make([]error, clients)
	began := time.Now()
	for c := range clients {
		group.Go(func() {
			w, err := dial(ctx, addr)
			if err != nil {
				errs[c] = err
				return
			}
			defer w.close()
			var buffer []byte
			for i := c * len(shots) / clients; ; i++ {
				s := shots[i%len(shots)]
				from := time.Now()
				if from.Sub(began) > long {
					return
				}
				request := s.request
				if s.stamp > 0 {
					buffer = s.stamped(buffer, from, c)
					request = buffer
				}
				status, body, err := w.ask(request, from)
				if err != nil {
					errs[c] = err
					return
				}
				took[c] = append(took[c], time.Since(from))
				if status != 200 || sum(body) != s.want {
					wrong[c]++
				}
			}
		})
	}
	group.Wait()
	m := measured{took: time.Since(began)}
	for _, n := range wrong {
		m.wrong += n
	}
	all := slices.Concat(took...)
	m.requests = len(all)
	if len(all) > 0 {
		slices.Sort(all)
		m.p50, m.p99 = all[len(all)/2], all[len(all)*99/100]
	}
	return m, errors.Join(errs...)
}
