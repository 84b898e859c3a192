package rounds

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// plan is the job of looking for councils whose time has come. One worker does it, whom the queue has elected.
type plan struct{}

// Kind is the kind of job.
func (plan) Kind() string { return "plan" }

type planner struct {
	river.WorkerDefaults[plan]
	r     Rounds
	queue Queue // set before the queue is started
}

// Work puts every council into the queue whose time has come and that is not there.
func (p *planner) Work(ctx context.Context, _ *river.Job[plan]) error {
	last, waiting, err := p.known(ctx)
	if err != nil {
		return err
	}
	for _, c := range p.r.Councils {
		if waiting[c.Code] || !due(c.Code, last[c.Code], p.r.Now(), p.r.Every) {
			continue
		}
		if _, err := p.queue.Insert(ctx, c, &river.InsertOpts{Queue: harvests, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: live()}}); err != nil {
			return fmt.Errorf("put %s into the queue: %w", c.Code, err)
		}
	}
	return nil
}

// known tells when each council was harvested last, and which are in the queue.
func (p *planner) known(ctx context.Context) (last map[string]time.Time, waiting map[string]bool, err error) {
	last, waiting = map[string]time.Time{}, map[string]bool{}
	if err := p.stored(ctx, last); err != nil {
		return nil, nil, err
	}
	for _, of := range []struct {
		states []rivertype.JobState
		order  river.JobListOrderByField
	}{
		{live(), river.JobListOrderByID},
		{[]rivertype.JobState{rivertype.JobStateCompleted, rivertype.JobStateDiscarded, rivertype.JobStateCancelled}, river.JobListOrderByFinalizedAt},
	} {
		jobs, err := p.queue.JobList(ctx, river.NewJobListParams().Kinds(Council{}.Kind()).States(of.states...).OrderBy(of.order, river.SortOrderDesc).First(10_000))
		if err != nil {
			return nil, nil, fmt.Errorf("read the queue: %w", err)
		}
		for _, j := range jobs.Jobs {
			var c Council
			if err := json.Unmarshal(j.EncodedArgs, &c); err != nil {
				return nil, nil, fmt.Errorf("read job %d of the queue: %w", j.ID, err)
			}
			if j.FinalizedAt == nil {
				waiting[c.Code] = true
			} else if last[c.Code].Before(*j.FinalizedAt) {
				last[c.Code] = *j.FinalizedAt
			}
		}
	}
	return last, waiting, nil
}

// stored reads when councils were harvested last, by whatever command.
func (p *planner) stored(ctx context.Context, last map[string]time.Time) error {
	codes := map[int]string{}
	councils, err := p.r.Store.Council.Query().All(ctx)
	if err != nil {
		return fmt.Errorf("read the councils: %w", err)
	}
	for _, c := range councils {
		codes[c.ID] = c.RegisterCode
	}
	harvests, err := p.r.Store.Harvest.Query().All(ctx)
	if err != nil {
		return fmt.Errorf("read when councils were harvested: %w", err)
	}
	for _, h := range harvests {
		if at, err := time.Parse(time.RFC3339, h.FinishedAt); err == nil {
			last[codes[h.CouncilID]] = at
		}
	}
	return nil
}
