package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"councilgraph/ingest"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/load"
	"councilgraph/internal/config"
	"councilgraph/internal/database"
)

// ingestOptions are the flags of ingest.
type ingestOptions struct {
	council  string
	maxBytes int64
	bulk     bool
	asJSON   bool
}

func ingestPages(c *config.Config, s Streams) *cobra.Command {
	var o ingestOptions
	cmd := &cobra.Command{
		Use:   "ingest PATH...",
		Short: "Take pages into the graph: files, folders, a manifest or web archives",
		Long: `Take pages into the graph. A PATH is a page's file, a folder of them, a web archive (.warc or .wet, packed
or not, of any size), or a manifest.jsonl with one JSON object a line:

  {"file": "page.txt", "council": "E09000006", "url": "https://...", "mediaType": "text/plain", "fetchedAt": "2024-05-01T12:00:00Z"}

Only file must be given; the council is a GSS or register code and can be told from url or --council.
A page that cannot be taken is reported and the others go on. What a web archive holds beside councils' pages
is passed over. Taking a page in again changes nothing.

With --bulk, and into an empty database by itself, pages are read by all processors and loaded council by council,
which suits an archive; pages that the database holds already are passed by, so that a run that was stopped
goes on where it was. The graph is the same either way.
The exit code is 0 only where every page went in.`,
		Args: arguments(cobra.MinimumNArgs(1), "at least one file, folder, manifest or web archive"),
		RunE: func(cmd *cobra.Command, args []string) error { return runIngest(cmd.Context(), *c, args, o, s) },
	}
	databaseFlag(cmd.Flags(), c)
	correctionsFlag(cmd.Flags(), c)
	cmd.Flags().StringVar(&o.council, "council", "", "code of the council of pages that do not say whose they are")
	cmd.Flags().Int64Var(&o.maxBytes, "max-bytes", fetch.DefaultMaxBytes, "size of a page above which it is refused")
	cmd.Flags().BoolVar(&o.bulk, "bulk", false, "take in an archive: gather pages by council, pass by what the database holds already")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "print the report as JSON")
	return cmd
}

func runIngest(ctx context.Context, c config.Config, paths []string, o ingestOptions, s Streams) (err error) {
	if o.maxBytes <= 0 {
		return &usageError{fmt.Errorf("--max-bytes %d: pass a number above 0", o.maxBytes)}
	}
	store, err := openCurated(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.db.Close()) }()
	p := store.pipeline()
	p.Council, p.Fetch = o.council, fetch.Options{MaxBytes: o.maxBytes}
	showProgress(&p, o.asJSON, s)
	empty, err := store.loader.Empty(ctx)
	if err != nil {
		return err
	}
	run := p.Run
	if o.bulk || empty {
		run = p.Bulk
	}
	if empty {
		if err := store.db.Defer(ctx, load.IndexesRead()); err != nil {
			return err
		}
	}
	report, stopped := run(ctx, paths)
	if stopped == nil {
		stopped = complete(ctx, store.db, o.bulk || empty, s)
	}
	if err := conclude(report, stopped, p.Progress != nil, o.asJSON, s); err != nil {
		return err
	}
	if report.Documents == 0 {
		return fmt.Errorf("%v: no pages there", paths)
	}
	return nil
}

// complete makes the indexes that an empty database was loaded without, by this run or one that was cut short, and lets
// the database know how large its tables became. PostgreSQL sees to that itself where little was written.
func complete(ctx context.Context, db *database.Database, much bool, s Streams) error {
	var progress func(string, int)
	if terminal(s.Err) {
		progress = func(name string, left int) { _, _ = fmt.Fprintf(s.Err, "\r\033[K%d indexes to make: %s", left, name) }
	}
	if err := db.Make(ctx, progress); err != nil || !much && !db.Embedded() {
		return err
	}
	return db.Statistics(ctx)
}

// showProgress counts pages before the eyes of whoever watches.
func showProgress(p *ingest.Pipeline, asJSON bool, s Streams) {
	if asJSON || !terminal(s.Err) {
		return
	}
	p.Progress = func(r ingest.Report) {
		_, _ = fmt.Fprintf(s.Err, "\r%d pages, %d taken in, %d refused, %d passed over", r.Documents, r.Loaded, len(r.Problems), r.Skipped)
	}
}

// conclude prints what a run did and says whether all went well.
func conclude(report ingest.Report, stopped error, live, asJSON bool, s Streams) error {
	if live {
		_, _ = fmt.Fprintln(s.Err)
	}
	printed := printReport
	if asJSON {
		printed = func(s Streams, r ingest.Report) error { return printJSON(s.Out, r) }
	}
	if err := errors.Join(stopped, printed(s, report)); err != nil {
		return err
	}
	if len(report.Problems) > 0 {
		return errReported
	}
	return nil
}

func printJSON(w io.Writer, v any) error {
	out := json.NewEncoder(w)
	out.SetIndent("", " ")
	out.SetEscapeHTML(false)
	return out.Encode(v)
}

func printReport(s Streams, r ingest.Report) error {
	for _, p := range r.Problems {
		if _, err := fmt.Fprintf(s.Err, "%s: %s\n", p.File, p.Reason); err != nil {
			return err
		}
	}
	if err := printNodes(s, r); err != nil {
		return err
	}
	if r.Unsettled > 0 {
		if _, err := fmt.Fprintf(s.Out, "%d readings left open, because two rules contradict each other\n", r.Unsettled); err != nil {
			return err
		}
	}
	if r.Skipped > 0 {
		if _, err := fmt.Fprintf(s.Out, "%d pages of web archives passed over: they are no records of a council's meetings\n", r.Skipped); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(s.Out, "%d of %d pages taken in\n", r.Loaded, r.Documents)
	return err
}

// printNodes is what became of the nodes, a line for each kind.
func printNodes(s Streams, r ingest.Report) error {
	t := tabwriter.NewWriter(s.Out, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintln(t, "\tinserted\tupdated\tunchanged\tdeleted\tmerged\t")
	kinds := make([]string, 0, len(r.Nodes))
	for kind := range r.Nodes {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		c := r.Nodes[kind]
		_, _ = fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t%d\t\n", kind, c.Inserted, c.Updated, c.Unchanged, c.Deleted, c.Merged)
	}
	all := r.Nodes.Total()
	_, _ = fmt.Fprintf(t, "all\t%d\t%d\t%d\t%d\t%d\t\n", all.Inserted, all.Updated, all.Unchanged, all.Deleted, all.Merged)
	return t.Flush()
}

// terminal says whether somebody is watching.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
