package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"councilgraph/ingest/fetch"
	"councilgraph/ingest/harvest"
	"councilgraph/internal/config"
)

// harvestOptions are the flags of harvest.
type harvestOptions struct {
	council    string
	from, to   string
	committees []string
	contact    string
	pace       time.Duration
	timeout    time.Duration
	maxBytes   int64
	parallel   int
	private    bool
	again      bool
	asJSON     bool
	warc       string
}

func harvestSites(c *config.Config, s Streams) *cobra.Command {
	var o harvestOptions
	cmd := &cobra.Command{
		Use:   "harvest COUNCIL|ADDRESS...",
		Short: "Bring councils' sites into the graph, and later what has changed of them",
		Long: `Bring councils' sites into the graph: committees, people, meetings, agendas, minutes, votes, issues, decisions. A
council is named by its GSS or register code, its slug, or the address of its system's pages. Run again, it asks only
for what can have changed; cut short, it goes on where it was.

  councilgraph harvest --contact records@example.org E09000006
  councilgraph harvest --contact records@example.org bromley --from 2024-01-01 --committee "Executive"
  councilgraph harvest --contact records@example.org https://cds.bromley.gov.uk

The web service is asked first, then the pages for what it lacks; where it is off, the pages alone. Sites are asked as
robots.txt allows, one request at a time, with a rest after each. Who asks, and how to reach them, is told to every
site, so --contact must be given. What could not be had is listed, and kept for the API's coverage and failures.
The exit code is 0 only where everything was had.`,
		Args: arguments(cobra.MinimumNArgs(1), "at least one council or address"),
		RunE: func(cmd *cobra.Command, args []string) error { return runHarvest(cmd.Context(), *c, args, o, s) },
	}
	f := cmd.Flags()
	databaseFlag(f, c)
	correctionsFlag(f, c)
	f.StringVar(&o.contact, "contact", fromEnv("contact", ""), "an e-mail or web address at which councils can reach you")
	f.StringVar(&o.council, "council", "", "code of the council, where an address does not tell whose it is")
	f.StringVar(&o.from, "from", "", "first day of the meetings and decisions, as 2026-01-31; a year ago where nothing is said")
	f.StringVar(&o.to, "to", "", "last day of the meetings and decisions; half a year ahead where nothing is said")
	f.StringArrayVar(&o.committees, "committee", nil, "only this committee's meetings, by its name or its number on the site; can be given again")
	f.DurationVar(&o.pace, "pace", time.Second, "rest between two requests to one host; a little is added at random")
	f.DurationVar(&o.timeout, "timeout", 2*time.Minute, "how long a request may take")
	f.Int64Var(&o.maxBytes, "max-bytes", fetch.DefaultMaxBytes, "size of a page above which it is refused")
	f.IntVar(&o.parallel, "parallel", 4, "how many councils are harvested at a time")
	f.BoolVar(&o.private, "allow-private", false, "ask private and loopback addresses too")
	f.BoolVar(&o.again, "again", false, "ask for every page again, however lately it was asked for")
	f.BoolVar(&o.asJSON, "json", false, "print the reports as JSON")
	f.StringVar(&o.warc, "warc", "", "also write what is fetched to this web archive (.warc.gz), without what is private; ingest reads it")
	return cmd
}

func (o *harvestOptions) check(now time.Time) error {
	if o.from == "" {
		o.from = now.AddDate(-1, 0, 0).Format(time.DateOnly)
	}
	if o.to == "" {
		o.to = now.AddDate(0, 6, 0).Format(time.DateOnly)
	}
	for flag, day := range map[string]string{"--from": o.from, "--to": o.to} {
		if err := harvest.Day(day); err != nil {
			return fmt.Errorf("%s: %w", flag, err)
		}
	}
	switch {
	case o.from > o.to:
		return fmt.Errorf("--from %s is after --to %s", o.from, o.to)
	case !strings.ContainsAny(o.contact, "@/") || strings.ContainsAny(o.contact, " \r\n()"):
		return errors.New("--contact: pass an e-mail or web address at which councils can reach you; it is told to every site that is asked")
	case o.warc != "" && !strings.HasSuffix(o.warc, ".warc.gz"):
		return fmt.Errorf("--warc %s: name a file that ends in .warc.gz", o.warc)
	case o.pace < 0 || o.timeout <= 0 || o.maxBytes <= 0 || o.parallel < 1:
		return errors.New("--pace must not be below 0, --timeout, --max-bytes and --parallel must be above 0")
	}
	return nil
}

// agent is the User-Agent: the program and how to reach who runs it.
func (o *harvestOptions) agent() string {
	to := o.contact
	if !strings.Contains(to, "://") {
		to = "mailto:" + to
	}
	version := programVersion()
	if version == "" || strings.ContainsAny(version, " ()") {
		version = "unknown"
	}
	return "councilgraph/" + version + " (+" + to + ")"
}

func runHarvest(ctx context.Context, c config.Config, names []string, o harvestOptions, s Streams) (err error) {
	if err := o.check(time.Now()); err != nil {
		return &usageError{err}
	}
	store, err := openCurated(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.db.Close()) }()
	tasks, err := store.tasks(names, o)
	if err != nil {
		return &usageError{err}
	}
	manners := fetch.Manners(o.agent())
	manners.Pace, manners.Timeout, manners.MaxBytes, manners.Private = o.pace, o.timeout, o.maxBytes, o.private
	out := newHarvestOutput(s, o.asJSON, len(tasks))
	h := harvest.Harvester{
		Site: fetch.NewLive(manners), Pipeline: store.pipeline(), Store: store.db.Client, Now: time.Now, Holder: worker(), Log: out.log, Progress: out.progress,
	}
	if o.warc != "" {
		archive, failed := fetch.CreateWARC(o.warc, o.agent())
		if failed != nil {
			return fmt.Errorf("begin the web archive: %w", failed)
		}
		h.Archive = archive.Add
		defer func() { err = errors.Join(err, archive.Close()) }()
	}
	var work sync.WaitGroup
	room := make(chan struct{}, o.parallel)
	for _, t := range tasks {
		work.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			report, err := h.Run(ctx, t)
			out.done(report, err)
		})
	}
	work.Wait()
	return out.conclude()
}

// worker is a name for this run that no other has.
func worker() string {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	return fmt.Sprintf("%s %d %d", host, os.Getpid(), time.Now().UnixNano())
}

// harvestLog is where a harvest says what it does: in words on a terminal, else one JSON object a line.
func harvestLog(w io.Writer) *slog.Logger {
	if terminal(w) {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewJSONHandler(w, nil))
}
