// Package rounds harvests councils again and again: each has its moment in every period, so that a day's councils are
// spread over the day. What is to be done waits in a queue that any number of workers, on any number of machines, take
// from; each council is in it once.
package rounds

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"councilgraph/ent"
	"councilgraph/ingest/harvest"
)

// Rounds is what harvests again and again.
type Rounds struct {
	// Councils are harvested; the councils of the worker that leads at the moment count.
	Councils []Council
	// Every is the period in which each of them has its turn, at least a minute.
	Every time.Duration
	// Parallel is how many this worker harvests at a time.
	Parallel int
	// Turn is how long a council is harvested before the next that waits has its turn; it goes on later.
	Turn time.Duration
	// Grace is what a harvest may take beyond its turn to come to an end; after twice that it has crashed, and another
	// worker goes on with it.
	Grace time.Duration
	// Worker is this worker's name, as no other has.
	Worker string
	// Store tells when councils were harvested last.
	Store *ent.Client
	// Run harvests a council, until stop is closed.
	Run func(ctx context.Context, c Council, stop <-chan struct{}) (harvest.Report, error)
	// Log is told what goes wrong.
	Log *slog.Logger
	// Now is the clock.
	Now func() time.Time
}

// Queue is where what is to be done waits.
type Queue interface {
	Insert(ctx context.Context, args river.JobArgs, opts *river.InsertOpts) (*rivertype.JobInsertResult, error)
	JobList(ctx context.Context, params *river.JobListParams) (*river.JobListResult, error)
	Start(ctx context.Context) error
	Stop(ctx context.Context) error
	StopAndCancel(ctx context.Context) error
}

// Council is a council to be harvested, as it waits in the queue.
type Council struct {
	// Code is its register code. It is in the queue once at a time.
	Code string `json:"code" river:"unique"`
	// Places, From, To and Committees are those of a harvest.Task; days that are "" follow from the day of the harvest.
	Places     []string `json:"places"`
	From       string   `json:"from,omitempty"`
	To         string   `json:"to,omitempty"`
	Committees []string `json:"committees,omitempty"`
}

// Kind is the kind of job.
func (Council) Kind() string { return "harvest" }

// The queues within the queue: looking for councils whose time has come waits for no harvest.
const (
	harvests = "harvests"
	plans    = "plans"
)

// ending is how long harvests may take to store what they have when the worker is told to stop.
const ending = 30 * time.Second

// Work works until ctx is over: it then lets what is being asked for come to its end, stores it and puts the rest back
// into the queue.
func (r Rounds) Work(ctx context.Context, open func(*river.Config) (Queue, error)) error {
	planner, worker := &planner{r: r}, &worker{r: r, stop: make(chan struct{})}
	q, err := open(r.config(planner, worker))
	if err != nil {
		return err
	}
	planner.queue = q
	working := context.WithoutCancel(ctx)
	if err := q.Start(working); err != nil {
		return fmt.Errorf("start the queue of jobs: %w", err)
	}
	<-ctx.Done()
	close(worker.stop)
	soft, cancel := context.WithTimeout(working, ending)
	defer cancel()
	err = q.Stop(soft)
	if errors.Is(err, context.DeadlineExceeded) {
		hard, cancel := context.WithTimeout(working, ending)
		defer cancel()
		err = q.StopAndCancel(hard)
	}
	if err != nil {
		return fmt.Errorf("stop the queue of jobs: %w", err)
	}
	return nil
}

func (r Rounds) config(p *planner, w *worker) *river.Config {
	workers := river.NewWorkers()
	river.AddWorker(workers, p)
	river.AddWorker(workers, w)
	return &river.Config{
		ID: r.Worker, Logger: r.Log, Workers: workers,
		Queues: map[string]river.QueueConfig{harvests: {MaxWorkers: r.Parallel}, plans: {MaxWorkers: 1}},
		// Harvests last, so nothing is lost by looking for them once a second, and it also works behind a pooler.
		PollOnly:    true,
		JobTimeout:  r.Turn + r.Grace,
		MaxAttempts: attempts,
		// When a council was last harvested is read from the jobs that are over.
		RescueStuckJobsAfter: r.Turn + 2*r.Grace, CompletedJobRetentionPeriod: r.kept(), DiscardedJobRetentionPeriod: r.kept(), CancelledJobRetentionPeriod: r.kept(),
		PeriodicJobs: []*river.PeriodicJob{
			river.NewPeriodicJob(river.PeriodicInterval(min(time.Minute, r.Every/10)), func() (river.JobArgs, *river.InsertOpts) {
				return plan{}, &river.InsertOpts{Queue: plans, MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByState: live()}}
			}, &river.PeriodicJobOpts{RunOnStart: true}),
		},
	}
}

// kept is how long it is remembered that a harvest is over.
func (r Rounds) kept() time.Duration { return max(2*r.Every, 48*time.Hour) }

// live are the states of a job that is not over.
func live() []rivertype.JobState {
	return []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled}
}
