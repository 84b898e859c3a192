package command

import (
	"errors"
	"fmt"
	"strings"
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
	all        bool
	every      time.Duration
	turn       time.Duration
	lease      time.Duration
	documentOptions
}

func harvestSites(c *config.Config, s Streams) *cobra.Command {
	var o harvestOptions
	cmd := &cobra.Command{
		Use:   "harvest COUNCIL|ADDRESS|COUNCIL=ADDRESS...",
		Short: "Bring councils' sites into the graph, and later what has changed of them",
		Long: `Bring councils' sites into the graph: committees, people, meetings, agendas, minutes, votes, issues, decisions. A
council is named by its GSS or register code, its slug, the address of its system's pages, or both. Run again, it asks
only for what can have changed; cut short, it goes on where it was.

  councilgraph harvest --contact records@example.org E09000006
  councilgraph harvest --contact records@example.org bromley --from 2024-01-01 --committee "Executive"
  councilgraph harvest --contact records@example.org https://cds.bromley.gov.uk
  councilgraph harvest --contact records@example.org --all --every 24h

The web service is asked first, then the pages for what it lacks; where it is off, the pages alone. Sites are asked as
robots.txt allows, one request at a time, with a rest after each. Who asks, and how to reach them, is told to every
site, so --contact must be given. What could not be had is listed, and kept for the API's coverage and failures.
The exit code is 0 only where everything was had.

With --every it is a service that does so again and again, until it is told to end. Several of them share the work,
on several machines too where the database is PostgreSQL.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if o.all {
				return nil
			}
			return arguments(cobra.MinimumNArgs(1), "at least one council or address, or --all,")(cmd, args)
		},
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
	f.BoolVar(&o.all, "all", false, "all councils in being whose system or web site the register knows, beside those that are named")
	f.DurationVar(&o.every, "every", 0, "go on for ever: each council once in this time, such as 24h, its turns spread over it")
	f.DurationVar(&o.turn, "turn", 15*time.Minute, "with --every, how long a council is harvested before the next one has its turn")
	f.DurationVar(&o.lease, "lease", 2*time.Minute, "how long a host is kept for a worker that has crashed")
	o.flags(f, "also fetch the files of documents (PDF, docx, odt) and take their text in, to be searched and shown")
	f.StringVar(&o.warc, "warc", "", "also write what is fetched to this web archive (.warc.gz), without what is private; ingest reads it")
	return cmd
}

func (o *harvestOptions) check(now time.Time) error {
	from, to := span(o.from, o.to, now)
	for flag, day := range map[string]string{"--from": from, "--to": to} {
		if err := harvest.Day(day); err != nil {
			return fmt.Errorf("%s: %w", flag, err)
		}
	}
	switch {
	case from > to:
		return fmt.Errorf("--from %s is after --to %s", from, to)
	case !strings.ContainsAny(o.contact, "@/") || strings.ContainsAny(o.contact, " \r\n()"):
		return errors.New("--contact: pass an e-mail or web address at which councils can reach you; it is told to every site that is asked")
	case o.warc != "" && !strings.HasSuffix(o.warc, ".warc.gz"):
		return fmt.Errorf("--warc %s: name a file that ends in .warc.gz", o.warc)
	case o.pace < 0 || o.timeout <= 0 || o.maxBytes <= 0 || o.parallel < 1:
		return errors.New("--pace must not be below 0, --timeout, --max-bytes and --parallel must be above 0")
	}
	if err := o.documentOptions.check(); err != nil {
		return err
	}
	return o.checkRounds()
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
