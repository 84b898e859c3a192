package command

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/harvest"
)

// harvestOutput shows what harvests do. It is used by all of them at once.
type harvestOutput struct {
	streams Streams
	asJSON  bool
	live    bool
	log     *slog.Logger
	all     int

	mu      sync.Mutex
	now     map[string]harvest.Progress // by council, of those at work
	reports []harvest.Report
	failed  []error
}

func newHarvestOutput(s Streams, asJSON bool, all int) *harvestOutput {
	return &harvestOutput{streams: s, asJSON: asJSON, live: terminal(s.Err), log: harvestLog(s.Err), all: all, now: map[string]harvest.Progress{}}
}

// progress shows how far the harvests are before the eyes of whoever watches.
func (o *harvestOutput) progress(p harvest.Progress) {
	if !o.live {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.now[p.Council] = p
	asked, left, longest := 0, 0, time.Duration(0)
	for _, p := range o.now {
		asked, left = asked+p.Asked, left+p.Left
		if p.Asked > 0 {
			longest = max(longest, p.Took/time.Duration(p.Asked)*time.Duration(p.Left))
		}
	}
	_, _ = fmt.Fprintf(o.streams.Err, "\r\033[K%s: %d pages, %d known to come; all: %d of %d councils done, %d pages, %d to come, about %s left",
		p.Council, p.Asked, p.Left, len(o.reports), o.all, asked, left, longest.Round(time.Second))
}

// done notes the end of one harvest.
func (o *harvestOutput) done(r harvest.Report, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.now, r.Council)
	o.reports = append(o.reports, r)
	o.log.Info("harvested", "council", r.Council, "base", r.Base, "service", r.Service, "asked", r.Asked, "taken", r.Taken, "unchanged", r.Unchanged,
		"withdrawn", r.Withdrawn, "gaps", len(r.Problems), "stopped", r.Stopped, "error", err)
	if err != nil {
		o.failed = append(o.failed, fmt.Errorf("%s: %w", r.Council, err))
	}
}

// conclude prints the reports and says whether all went well.
func (o *harvestOutput) conclude() error {
	if o.live {
		_, _ = fmt.Fprintln(o.streams.Err)
	}
	if o.asJSON {
		if err := printJSON(o.streams.Out, o.reports); err != nil {
			return err
		}
	}
	gaps := 0
	for _, r := range o.reports {
		gaps += len(r.Problems)
		if o.asJSON {
			continue
		}
		if err := printHarvest(o.streams, r); err != nil {
			return err
		}
	}
	switch err := errors.Join(o.failed...); {
	case err != nil:
		return err
	case gaps > 0:
		return errReported
	}
	return nil
}

func printHarvest(s Streams, r harvest.Report) error {
	for _, p := range r.Problems {
		if _, err := fmt.Fprintf(s.Err, "%s: %s\n", p.File, p.Reason); err != nil {
			return err
		}
	}
	if r.Asked > 0 {
		if err := printNodes(s, ingest.Report{Nodes: r.Nodes}); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(s.Out, "%s: %d pages asked for, %d taken in, %d as before, %d withdrawn, %d gaps\n", r.Council, r.Asked, r.Taken, r.Unchanged, r.Withdrawn, len(r.Problems))
	return err
}
