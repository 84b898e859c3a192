// Package harvest brings a council's site into the graph, and on later days what has changed of it: it knows what to
// ask for, in which order, and when to ask again.
//
// The council's web service is asked first, then the pages for what it lacks; where it is switched off, the pages
// alone. What is fetched goes through the same ingest as a file would, and tells what to ask for next. What is
// known of each page is kept in the store, so that a harvest that was cut short goes on where it was.
package harvest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"councilgraph/ent"
	"councilgraph/ingest"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// Harvester is what harvests need. It may be used for several councils at once.
type Harvester struct {
	Site     *fetch.Live
	Pipeline ingest.Pipeline
	Store    *ent.Client
	// Now is the clock by which pages are due.
	Now func() time.Time
	// Holder names this worker as no other is named, so that one worker at a time asks a host.
	Holder string
	// Hosts are those that this worker's harvests ask, the same for all of them; nil where there is one harvest at a time.
	Hosts *Hosts
	// Lease is how long a host stays this worker's when it says nothing, as after a crash; 0 is two minutes.
	Lease time.Duration
	// Log is told what is done and what goes wrong.
	Log *slog.Logger
	// Archive is given every page that was fetched and read, without what is private, if it is set.
	Archive func(record.Document) error
	// FileBytes is the size above which a document's file is refused, 0 for what is usual. Files are asked for where the pipeline
	// reads them.
	FileBytes int64
	// Progress is called after each page, if it is set.
	Progress func(Progress)
}

// Task is a council to harvest.
type Task struct {
	// Council is its register code.
	Council string
	// Places are addresses at which its system may stand, the likeliest first.
	Places []string
	// From and To are the first and the last day (2006-01-02) of the meetings and decisions that are asked for.
	From, To string
	// Committees are the names or the source's numbers of the only committees whose meetings are asked for; none for all.
	Committees []string
	// Again says that pages are asked for again, however lately they were asked for.
	Again bool
	// Stop, where it is not nil, is closed when the harvest is to end soon: what was had is stored, the next one goes on.
	Stop <-chan struct{}
}

// Progress is how far a harvest is.
type Progress struct {
	Council string
	Asked   int           // pages so far
	Left    int           // pages that are known and still to be asked for; more can become known
	Took    time.Duration // so far
}

// Report is what a harvest did.
type Report struct {
	Council   string           `json:"council"`
	Base      string           `json:"base"`      // address under which the system stands
	Service   bool             `json:"service"`   // whether its web service answers
	Asked     int              `json:"asked"`     // pages
	Taken     int              `json:"taken"`     // pages that were new or had changed
	Unchanged int              `json:"unchanged"` // pages that were as before
	Withdrawn int              `json:"withdrawn"` // pages that the site no longer has
	Files     int              `json:"files"`     // files of documents that were asked for
	Texts     int              `json:"texts"`     // files among them that were new or had changed
	Left      int              `json:"left"`      // pages that are still to be asked for, where the harvest was stopped
	Stopped   string           `json:"stopped,omitempty"`
	Paused    bool             `json:"paused,omitempty"` // it was told to stop; the next one goes on
	Nodes     load.Outcome     `json:"nodes"`
	Problems  []ingest.Problem `json:"problems"` // gaps: pages that could not be had or read
}

// ErrNoSystem says that no council's system was found where one should be.
var ErrNoSystem = errors.New("no council's system was found; pass the address under which its pages stand")

// Run harvests a council. A page that cannot be had or read is reported and kept as a failure, and the others go on; the
// error is for what stops the harvest.
func (h Harvester) Run(ctx context.Context, t Task) (Report, error) {
	r, err := h.begin(ctx, t)
	if err != nil {
		return Report{Council: t.Council}, err
	}
	going, stop := context.WithCancelCause(ctx)
	r.stop = stop
	defer r.release(ctx)
	defer r.heed(going)()
	if err = r.whole(going); err != nil && going.Err() != nil {
		err = context.Cause(going)
	}
	r.report.Nodes, r.report.Problems = r.intake.Report().Nodes, r.intake.Report().Problems
	return r.report, err
}

// whole is a whole harvest of a council.
func (r *run) whole(ctx context.Context) error {
	if err := r.find(ctx); err != nil {
		return err
	}
	if len(r.task.Committees) > 0 && r.service && len(r.listed) == 0 {
		return fmt.Errorf("the site lists no committee %q; name it as the site does, or by its number there", r.task.Committees)
	}
	r.seed()
	// A page can show that one of an earlier kind is out of date, so there is a second round; each page is asked for once.
	for !r.over() && r.left() > 0 {
		for _, k := range kinds {
			if err := r.askAll(ctx, k); err != nil {
				return err
			}
			if r.over() {
				break
			}
		}
	}
	return r.finish(ctx)
}

// finish takes back what the site no longer has, and notes that the harvest is over.
func (r *run) finish(ctx context.Context) error {
	if r.report.Paused {
		r.apart() // it may have been told to stop with the last list
	}
	if err := r.flush(ctx); err != nil {
		return err
	}
	if r.report.Paused {
		if r.report.Left = r.left(); r.report.Left > 0 {
			return nil
		}
		r.report.Paused = false // it was told to stop with the last page
	}
	if r.report.Stopped == "" {
		if err := r.withdraw(ctx); err != nil {
			return err
		}
	}
	if r.report.Stopped == "" {
		if err := r.documents(ctx); err != nil || r.report.Paused {
			return err
		}
	}
	if r.report.Stopped != "" {
		r.report.Left = r.left()
		why := fmt.Errorf("the harvest was stopped with %d pages to ask for: %s", r.report.Left, r.report.Stopped)
		return r.gap(ctx, r.base+"/", "", why)
	}
	if err := r.Pipeline.Loader.Recovered(ctx, r.task.Council, r.base+"/"); err != nil {
		return err
	}
	return r.memory.finished(ctx, r.at())
}
