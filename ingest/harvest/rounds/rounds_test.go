package rounds_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"councilgraph/ent/council"
	"councilgraph/ingest/harvest"
	"councilgraph/ingest/harvest/rounds"
	"councilgraph/internal/database"
	"councilgraph/internal/database/queue"
	"councilgraph/internal/dbtest"

	gocmp "github.com/google/go-cmp/cmp"
)

// rig works rounds on a store, with harvests that the test decides.
type rig struct {
	rounds.Rounds
	db *database.Database

	mu   sync.Mutex
	runs []string // the councils that were harvested, in order
}

func newRig(t *testing.T, run func(ctx context.Context, c rounds.Council, nth int, stop <-chan struct{}) (harvest.Report, error), codes ...string) *rig {
	t.Helper()
	g := &rig{db: dbtest.New(t)}
	g.Rounds = rounds.Rounds{
		Every: time.Hour, Parallel: 2, Turn: time.Minute, Grace: time.Minute, Worker: t.Name(), Store: g.db.Client, Log: slog.New(slog.DiscardHandler), Now: time.Now,
		Run: func(ctx context.Context, c rounds.Council, stop <-chan struct{}) (harvest.Report, error) {
			g.mu.Lock()
			g.runs = append(g.runs, c.Code)
			nth := 0
			for _, r := range g.runs {
				if r == c.Code {
					nth++
				}
			}
			g.mu.Unlock()
			return run(ctx, c, nth, stop)
		},
	}
	for _, code := range codes {
		g.Councils = append(g.Councils, rounds.Council{Code: code, Places: []string{"https://" + code + ".example"}})
		g.db.Client.Council.Create().SetKey("council/" + code).SetURI("/id/" + code).SetName(code).SetShortName(code).SetSlug(code).SetRegisterCode(code).
			SetKind(council.KindUnitary).SetNation("England").SetNameSort(code).SaveX(t.Context())
	}
	return g
}

// work works until enough says that it is enough, and answers all jobs.
func (g *rig) work(t *testing.T, enough func(jobs []*rivertype.JobRow) bool) []*rivertype.JobRow {
	t.Helper()
	ctx, end := context.WithTimeout(t.Context(), 3*time.Minute)
	defer end()
	var q *queue.Queue
	opened := make(chan struct{})
	over := make(chan error, 1)
	go func() {
		over <- g.Work(ctx, func(config *river.Config) (rounds.Queue, error) {
			config.TestOnly = true // which begins without a random rest
			var err error
			q, err = queue.Open(ctx, g.db, config)
			close(opened)
			return q, err
		})
	}()
	<-opened
	jobs := func() []*rivertype.JobRow {
		found, err := q.JobList(t.Context(), river.NewJobListParams().Kinds("harvest").First(1000))
		if err != nil {
			t.Error(err)
			return nil
		}
		return found.Jobs
	}
	for !enough(jobs()) {
		if ctx.Err() != nil {
			t.Fatalf("it is never enough: %+v", jobs())
		}
		time.Sleep(20 * time.Millisecond)
	}
	end()
	if err := <-over; err != nil {
		t.Error(err)
	}
	out := jobs()
	if err := q.Close(); err != nil {
		t.Error(err)
	}
	return out
}

func in(state rivertype.JobState, n int) func([]*rivertype.JobRow) bool {
	return func(jobs []*rivertype.JobRow) bool {
		found := 0
		for _, j := range jobs {
			if j.State == state {
				found++
			}
		}
		return found == n
	}
}

// Every council is harvested once in a period, and not again by a worker that is started anew.
func TestWork(t *testing.T) {
	g := newRig(t, func(context.Context, rounds.Council, int, <-chan struct{}) (harvest.Report, error) {
		return harvest.Report{}, nil
	}, "AAA", "BBB", "CCC")
	id := g.db.Client.Council.Query().Where(council.RegisterCode("CCC")).OnlyIDX(t.Context())
	// One of them was harvested by another command a minute ago.
	ago := time.Now().UTC().Add(-time.Minute).Format(time.RFC3339)
	g.db.Client.Harvest.Create().SetCouncilID(id).SetBase("https://ccc.example").SetStartedAt(ago).SetFinishedAt(ago).ExecX(t.Context())
	g.work(t, in(rivertype.JobStateCompleted, 2))
	g.Worker += " again"
	began := time.Now()
	g.work(t, func([]*rivertype.JobRow) bool { return time.Since(began) > 3*time.Second })
	slices.Sort(g.runs)
	if d := gocmp.Diff([]string{"AAA", "BBB"}, g.runs); d != "" {
		t.Error(d)
	}
	// When the period is over, each has its turn again.
	g.Worker, g.Now = t.Name()+" later", func() time.Time { return time.Now().Add(2 * time.Hour) }
	g.work(t, in(rivertype.JobStateCompleted, 5))
}

// What comes of a harvest decides when the council is tried again.
func TestWork_outcomes(t *testing.T) {
	broken := errors.New("broken")
	for name, of := range map[string]struct {
		report harvest.Report
		err    error
		known  bool
		state  rivertype.JobState
		rest   time.Duration // about
	}{
		"failed":                         {err: broken, state: rivertype.JobStateRetryable, rest: 10 * time.Minute},
		"left alone":                     {report: harvest.Report{Stopped: "5 pages in a row could not be had"}, state: rivertype.JobStateRetryable, rest: 10 * time.Minute},
		"held by another worker":         {err: fmt.Errorf("a.example: %w", harvest.ErrHeld), state: rivertype.JobStateScheduled, rest: time.Minute},
		"no system, as ever":             {err: harvest.ErrNoSystem, state: rivertype.JobStateCancelled},
		"no system, where there was one": {err: harvest.ErrNoSystem, known: true, state: rivertype.JobStateRetryable, rest: 10 * time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			g := newRig(t, func(context.Context, rounds.Council, int, <-chan struct{}) (harvest.Report, error) {
				return of.report, of.err
			}, "AAA")
			if of.known {
				id := g.db.Client.Council.Query().OnlyIDX(t.Context())
				g.db.Client.Harvest.Create().SetCouncilID(id).SetBase("https://aaa.example").SetStartedAt("2026-01-01T00:00:00Z").SetFinishedAt("2026-01-01T01:00:00Z").ExecX(t.Context())
			}
			jobs := g.work(t, in(of.state, 1))
			if rest := time.Until(jobs[0].ScheduledAt); of.rest > 0 && (rest > of.rest || rest < of.rest-30*time.Second) {
				t.Errorf("tried again in %s, want about %s", rest, of.rest)
			}
			if len(g.runs) != 1 {
				t.Errorf("%d harvests", len(g.runs))
			}
		})
	}
}

// A council that is not done within its turn goes on after the others, and counts as harvested when it is.
func TestWork_turns(t *testing.T) {
	g := newRig(t, func(_ context.Context, c rounds.Council, nth int, stop <-chan struct{}) (harvest.Report, error) {
		if c.Code == "AAA" && nth < 3 {
			<-stop
			return harvest.Report{Paused: true}, nil
		}
		return harvest.Report{}, nil
	}, "AAA", "BBB")
	g.Parallel, g.Turn = 1, 4*time.Second
	jobs := g.work(t, in(rivertype.JobStateCompleted, 2))
	if d := gocmp.Diff([]string{"AAA", "BBB", "AAA", "AAA"}, g.runs); d != "" {
		t.Errorf("turns: %s", d)
	}
	for _, j := range jobs {
		if j.Attempt != 1 {
			t.Errorf("%s: %d attempts", j.EncodedArgs, j.Attempt)
		}
	}
}

// A worker that is told to end lets harvests store what they have, and the next goes on with them at once.
func TestWork_drained(t *testing.T) {
	begun := make(chan struct{}, 1)
	g := newRig(t, func(_ context.Context, _ rounds.Council, nth int, stop <-chan struct{}) (harvest.Report, error) {
		if nth > 1 {
			return harvest.Report{}, nil
		}
		begun <- struct{}{}
		<-stop
		return harvest.Report{Paused: true}, nil
	}, "AAA")
	jobs := g.work(t, func([]*rivertype.JobRow) bool { return len(begun) > 0 })
	if jobs[0].State != rivertype.JobStateAvailable {
		t.Errorf("it is %s after the end", jobs[0].State)
	}
	g.Worker += " again"
	g.work(t, in(rivertype.JobStateCompleted, 1))
}
