package graph

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"councilgraph/internal/limits"
)

// clock is a time that a test sets.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func someClients(change func(*limits.Limits)) (*clients, *clock) {
	l := limits.Default()
	change(&l)
	c := &clock{time.Date(2026, 1, 6, 9, 0, 0, 0, time.UTC)}
	return newClients(&l, c.now), c
}

// A client spends its points, may overdraw once, waits for as long as it is told, and gets them back in time.
func TestClients_points(t *testing.T) {
	all, clock := someClients(func(l *limits.Limits) { l.Points, l.Refill = 100, 10 })
	if b := all.spend("a", 1, 0); b.limit != 100 || b.remaining != 100 || b.wait != 0 || !b.full.Equal(clock.at) {
		t.Errorf("at first: %+v", b)
	}
	if b := all.spend("a", 1, 60); b.remaining != 40 || b.wait != 0 || !b.full.Equal(clock.at.Add(6*time.Second)) {
		t.Errorf("after 60 points: %+v", b)
	}
	b := all.spend("a", 1, 90)
	if b.remaining != 0 || b.spent != 150 || b.wait != 5100*time.Millisecond || !b.full.Equal(clock.at.Add(15*time.Second)) {
		t.Errorf("overdrawn: %+v", b)
	}
	if b := all.spend("b", 1, 0); b.remaining != 100 {
		t.Errorf("another client: %+v", b)
	}
	clock.at = clock.at.Add(b.wait)
	if b := all.spend("a", 1, 0); b.remaining != 1 || b.wait != 0 {
		t.Errorf("after the wait: %+v", b)
	}
	clock.at = clock.at.Add(time.Hour)
	if b := all.spend("a", 1, 0); b.remaining != 100 {
		t.Errorf("after an hour: %+v", b)
	}
	if b := all.spend("key c", 10, 0); b.limit != 1000 || b.remaining != 1000 {
		t.Errorf("with a key: %+v", b)
	}
}

// So many clients are remembered and no more. The one not seen for longest is forgotten first, but never one with
// a request that runs.
func TestClients_bounded(t *testing.T) {
	all, _ := someClients(func(l *limits.Limits) { l.Clients, l.Points = 10, 100 })
	if ok, _, _ := all.begin("running", 1); !ok {
		t.Fatal("the first request may not run")
	}
	all.spend("old", 1, 50)
	for i := range 1000 {
		all.spend(fmt.Sprint(i), 1, 1)
	}
	if n := len(all.byName); n != 10 || all.recent.Len() != n {
		t.Errorf("%d clients are remembered, and %d in order; want 10", n, all.recent.Len())
	}
	if b := all.spend("old", 1, 0); b.remaining != 100 {
		t.Errorf("a forgotten client begins anew: %+v", b)
	}
	all.end("running")
	if all.running != 0 || all.byName["running"].Value.(*client).running != 0 {
		t.Error("the running request was lost")
	}
}

// As many requests wait for a place as may run, of one client and of all, and a client that waits is not forgotten.
func TestClients_queue(t *testing.T) {
	all, _ := someClients(func(l *limits.Limits) { l.Clients, l.Concurrent, l.Everyone = 1, 2, 3 })
	for i, c := range []struct {
		name string
		ok   bool
	}{{"a", true}, {"a", true}, {"a", false}, {"b", true}, {"b", false}, {"c", false}} {
		if ok := all.queue(c.name, 1); ok != c.ok {
			t.Errorf("request %d of %s waits: %t, want %t", i+1, c.name, ok, c.ok)
		}
	}
	for _, name := range []string{"a", "a", "b"} {
		all.unqueue(name)
	}
	if !all.queue("c", 1) || all.waiting != 1 || len(all.byName) != 1 {
		t.Errorf("when they are gone %d wait, and %d clients are remembered", all.waiting, len(all.byName))
	}
}

// Whatever is asked in whatever order, nobody has more points than there are, and no more requests run than may.
func TestClients_invariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, clock := someClients(func(l *limits.Limits) { l.Clients, l.Points, l.Refill, l.Concurrent, l.Everyone = 3, 50, 5, 2, 4 })
		running := map[string]int{}
		total := 0
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			name := rapid.SampledFrom([]string{"a", "b", "c", "d", "e"}).Draw(t, "client")
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0:
				b := all.spend(name, 1, rapid.IntRange(0, 80).Draw(t, "points"))
				if b.remaining > 50 || b.remaining < 0 || b.wait < 0 || b.full.Before(clock.at) || (b.remaining == 0) != (b.wait > 0) {
					t.Fatalf("%+v", b)
				}
			case 1:
				ok, _, _ := all.begin(name, 1)
				if may := running[name] < 2 && total < 4; ok != may {
					t.Fatalf("%s has %d of %d requests; may another run: %t", name, running[name], total, ok)
				}
				if ok {
					running[name]++
					total++
				}
			case 2:
				if running[name] > 0 {
					all.end(name)
					running[name]--
					total--
				}
			case 3:
				clock.at = clock.at.Add(time.Duration(rapid.IntRange(0, 20).Draw(t, "seconds")) * time.Second)
			}
			if len(all.byName) > 3+total {
				t.Fatalf("%d clients are remembered while %d requests run", len(all.byName), total)
			}
		}
	})
}
