package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"

	"councilgraph/ingest/harvest"
	"councilgraph/ingest/harvest/rounds"
	"councilgraph/internal/database/queue"
)

// checkRounds checks the flags of a service.
func (o *harvestOptions) checkRounds() error {
	switch {
	case o.lease < time.Second || o.turn < time.Second:
		return errors.New("--lease and --turn must be at least a second")
	case o.every == 0:
		return nil
	case o.every < time.Minute:
		return fmt.Errorf("--every %s: a minute is the least", o.every)
	case o.warc != "" || o.asJSON:
		return errors.New("--warc and --json are for a harvest that ends: leave them out, or --every")
	}
	return nil
}

// rounds harvests councils again and again, until ctx is over.
func (o *harvestOptions) rounds(ctx context.Context, store *curated, h harvest.Harvester, sites []rounds.Council, out *harvestOutput) error {
	r := rounds.Rounds{
		Councils: sites, Every: o.every, Parallel: o.parallel, Turn: o.turn, Grace: max(o.lease, 2*o.timeout), Worker: h.Holder,
		Store: store.db.Client, Log: faults(out.log), Now: time.Now,
		Run: func(ctx context.Context, c rounds.Council, stop <-chan struct{}) (harvest.Report, error) {
			report, err := h.Run(ctx, o.task(c, stop))
			out.done(report, err)
			return report, err
		},
	}
	out.log.Info("harvesting again and again", "councils", len(sites), "every", o.every.String(), "parallel", o.parallel, "worker", h.Holder)
	open := &queue.Queue{}
	err := r.Work(ctx, func(config *river.Config) (rounds.Queue, error) {
		q, err := queue.Open(ctx, store.db, config)
		if err == nil {
			open = q
		}
		return q, err
	})
	out.log.Info("stopped")
	return errors.Join(err, open.Close())
}

// task is the harvest of a council, whose days follow from the day on which it begins.
func (o *harvestOptions) task(c rounds.Council, stop <-chan struct{}) harvest.Task {
	from, to := span(c.From, c.To, time.Now())
	return harvest.Task{Council: c.Code, Places: c.Places, From: from, To: to, Committees: c.Committees, Again: o.again, Stop: stop}
}

// span is the days of the meetings and decisions that are asked for: where nothing is said, from a year ago to half a year ahead.
func span(from, to string, now time.Time) (first, last string) {
	if from == "" {
		from = now.AddDate(-1, 0, 0).Format(time.DateOnly)
	}
	if to == "" {
		to = now.AddDate(0, 6, 0).Format(time.DateOnly)
	}
	return from, to
}

// faults is a log of what goes wrong alone: a queue has much to say of itself.
func faults(log *slog.Logger) *slog.Logger { return slog.New(above{log.Handler()}) }

type above struct{ slog.Handler }

// Enabled says whether something is worth the log.
func (a above) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && a.Handler.Enabled(ctx, level)
}

// WithAttrs keeps the level.
func (a above) WithAttrs(attrs []slog.Attr) slog.Handler { return above{a.Handler.WithAttrs(attrs)} }

// WithGroup keeps the level.
func (a above) WithGroup(name string) slog.Handler { return above{a.Handler.WithGroup(name)} }
