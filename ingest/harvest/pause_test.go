package harvest_test

import (
	"sync"
	"testing"
	"time"

	"councilgraph/ingest/harvest"
	"councilgraph/internal/testsite"
)

// A harvest that is told to stop stores what it has had; the next one goes on and asks for none of it again.
func TestRun_paused(t *testing.T) {
	g, s := newRig(t, "AAA"), start(t, testsite.Options{Seed: 22})
	g.live.Pace = 2 * time.Millisecond
	asked := map[string]bool{}
	for turn := 1; ; turn++ {
		stop := make(chan struct{})
		end := sync.OnceFunc(func() { close(stop) })
		g.Progress = func(p harvest.Progress) {
			if p.Asked >= 13 {
				end()
			}
		}
		part := task("AAA", s)
		part.Stop = stop
		report, n := g.run(t, part, s)
		gapless(t, report.Problems)
		for i, r := range s.Requests() {
			if asked[r.Target] && i > 1 { // robots.txt and the committees tell where the system stands
				t.Errorf("turn %d asked for %s again", turn, r.Target)
			}
			asked[r.Target] = true
		}
		if !report.Paused {
			break
		}
		if n > 25 || report.Left == 0 || turn > 20 {
			t.Fatalf("turn %d: %d requests, %d pages left", turn, n, report.Left)
		}
	}
	equal(t, "after all turns", s.Truth(), told(t, g.db.Client, "AAA"))
}

// A harvest that is told to stop with the last page is over: what is left to do needs nothing of the site.
func TestRun_told_to_stop_with_the_last_page(t *testing.T) {
	g, s := newRig(t, "AAA"), start(t, testsite.Options{Seed: 22})
	stop := make(chan struct{})
	last := sync.OnceFunc(func() { close(stop) })
	g.Progress = func(p harvest.Progress) {
		if p.Left == 0 {
			last()
		}
	}
	part := task("AAA", s)
	part.Stop = stop
	report, _ := g.run(t, part, s)
	gapless(t, report.Problems)
	select {
	case <-stop:
	default:
		t.Fatal("it was never told to stop")
	}
	if report.Paused || report.Left != 0 {
		t.Errorf("paused %v with %d pages left, want over", report.Paused, report.Left)
	}
	equal(t, "in the end", s.Truth(), told(t, g.db.Client, "AAA"))
	g.now = g.now.Add(time.Minute)
	if _, n := g.run(t, task("AAA", s), s); n > 3 {
		t.Errorf("%d requests a minute later, want none but for where the system stands", n)
	}
}
