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
	live    bool // somebody watches
	forEver bool
	log     *slog.Logger

	mu      sync.Mutex
	shown   harvestProgress
	logged  map[string]time.Time // by council, when its progress was logged last
	reports []harvest.Report     // of a run that ends
	failed  []error
}

// newHarvestOutput shows the harvests of so many councils, or of 0 where it goes on for ever.
func newHarvestOutput(s Streams, asJSON bool, all int, name func(code string) string) *harvestOutput {
	return &harvestOutput{
		streams: s, asJSON: asJSON, live: terminal(s.Err), forEver: all == 0, log: harvestLog(s.Err), logged: map[string]time.Time{},
		shown: harvestProgress{w: s.Err, all: all, name: name, now: map[string]harvest.Progress{}},
	}
}

// progress shows how far the harvests are before the eyes of whoever watches, else in the log.
func (o *harvestOutput) progress(p harvest.Progress) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.shown.now[p.Council] = p
	now := time.Now()
	switch {
	case o.live && now.Sub(o.shown.at) >= shownEvery:
		o.shown.draw(width(o.streams.Err))
	case !o.live && o.logged[p.Council].IsZero():
		o.logged[p.Council] = now
	case !o.live && now.Sub(o.logged[p.Council]) >= loggedEvery:
		o.logged[p.Council] = now
		o.log.Info("harvesting", "council", p.Council, "asked", p.Asked, "left", p.Left, "pages_a_second", rate(p), "seconds_left", int(remaining(p).Seconds()))
	}
}

// done notes the end of one harvest.
func (o *harvestOutput) done(r harvest.Report, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.shown.now, r.Council)
	delete(o.logged, r.Council)
	o.shown.over++
	o.shown.asked += r.Asked
	o.log.Info("harvested", "council", r.Council, "base", r.Base, "service", r.Service, "asked", r.Asked, "taken", r.Taken, "unchanged", r.Unchanged,
		"withdrawn", r.Withdrawn, "files", r.Files, "texts", r.Texts, "gaps", len(r.Problems), "stopped", r.Stopped, "paused", r.Paused, "left", r.Left, "error", err)
	if !o.forEver {
		o.reports = append(o.reports, r)
		if err != nil {
			o.failed = append(o.failed, fmt.Errorf("%s: %w", r.Council, err))
		}
		return
	}
	if !o.live {
		return
	}
	o.shown.wipe()
	words := fmt.Sprintf("%d pages asked for, %d taken in, %d withdrawn, %d gaps", r.Asked, r.Taken, r.Withdrawn, len(r.Problems))
	if err != nil {
		words = err.Error()
	}
	_, _ = fmt.Fprintf(o.streams.Err, "%s %s: %s\n", time.Now().Format(time.TimeOnly), o.shown.name(r.Council), words)
}

// close takes the progress away.
func (o *harvestOutput) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.shown.wipe()
}

// conclude prints the reports and says whether all went well.
func (o *harvestOutput) conclude() error {
	o.close()
	if o.asJSON {
		if err := printJSON(o.streams.Out, o.reports); err != nil {
			return err
		}
	}
	gaps, paused := 0, 0
	for _, r := range o.reports {
		gaps += len(r.Problems)
		if r.Paused {
			paused++
		}
		if o.asJSON {
			continue
		}
		if err := printHarvest(o.streams, r); err != nil {
			return err
		}
	}
	missing := o.shown.all - len(o.reports)
	switch err := errors.Join(o.failed...); {
	case err != nil:
		return err
	case paused > 0 || missing > 0:
		return fmt.Errorf("it was told to stop: %d councils were begun and %d were not; the same command goes on where it was", paused, missing)
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
	left := ""
	if r.Files > 0 {
		left = fmt.Sprintf(", %d files of documents asked for, %d new", r.Files, r.Texts)
	}
	if r.Left > 0 {
		left += fmt.Sprintf(", %d still to be asked for", r.Left)
	}
	_, err := fmt.Fprintf(s.Out, "%s: %d pages asked for, %d taken in, %d as before, %d withdrawn, %d gaps%s\n", r.Council, r.Asked, r.Taken, r.Unchanged, r.Withdrawn, len(r.Problems), left)
	return err
}
