package rounds

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/riverqueue/river"

	"councilgraph/ent/council"
	entharvest "councilgraph/ent/harvest"
	"councilgraph/ingest/harvest"
)

// attempts is how often in a row a council's harvest is begun in one period where it fails.
const attempts = 5

type worker struct {
	river.WorkerDefaults[Council]
	r    Rounds
	stop chan struct{} // closed when this worker is to end
}

// Work harvests a council for its turn. What is left then, or when the worker is to end, goes back into the queue; so does
// a council whose host another worker asks.
func (w *worker) Work(ctx context.Context, job *river.Job[Council]) error {
	turn := make(chan struct{})
	over := time.AfterFunc(w.r.Turn, func() { close(turn) })
	defer over.Stop()
	report, err := w.r.Run(ctx, job.Args, either(ctx, turn, w.stop))
	switch {
	case errors.Is(err, harvest.ErrHeld):
		return river.JobSnooze(w.r.Grace)
	case err != nil && w.ends():
		return river.JobSnooze(0)
	case errors.Is(err, harvest.ErrNoSystem) && !w.known(ctx, job.Args.Code):
		return river.JobCancel(err) // there may never have been one: the next period is soon enough
	case err != nil:
		return err
	case report.Paused:
		return river.JobSnooze(0)
	case report.Stopped != "":
		return fmt.Errorf("%s was left alone: %s", job.Args.Code, report.Stopped)
	}
	return nil
}

// known says whether a council's system was ever found.
func (w *worker) known(ctx context.Context, code string) bool {
	c, err := w.r.Store.Council.Query().Where(council.RegisterCode(code)).OnlyID(ctx)
	if err != nil {
		return false
	}
	found, err := w.r.Store.Harvest.Query().Where(entharvest.CouncilID(c)).Exist(ctx)
	return err == nil && found
}

func (w *worker) ends() bool {
	select {
	case <-w.stop:
		return true
	default:
		return false
	}
}

// either is closed when one of two is, or ctx is over.
func either(ctx context.Context, a, b <-chan struct{}) <-chan struct{} {
	out := make(chan struct{})
	go func() {
		defer close(out)
		select {
		case <-a:
		case <-b:
		case <-ctx.Done():
		}
	}()
	return out
}

// firstRest is how long a council rests whose harvest has failed; each time more in a row that is four times as long.
const firstRest = 10 * time.Minute

// NextRetry is when a council that has failed is tried again: after a rest that grows, and at once where it was rather
// the worker that crashed, or its turn that was cut off.
func (w *worker) NextRetry(job *river.Job[Council]) time.Time {
	now := w.r.Now()
	if job.AttemptedAt != nil && now.Sub(*job.AttemptedAt) >= w.r.Turn+w.r.Grace {
		return now
	}
	rest := firstRest
	for range job.Attempt - 1 {
		rest *= 4
	}
	return now.Add(min(rest, w.r.Every/2))
}
