package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"councilgraph/ingest"
	"councilgraph/ingest/corrections"
	"councilgraph/ingest/load"
	"councilgraph/internal/config"
)

// decision is what merge, split and resolve have in common.
type decision struct {
	line  corrections.Line
	trial bool
}

func (d *decision) flags(cmd *cobra.Command, c *config.Config) {
	databaseFlag(cmd.Flags(), c)
	correctionsFlag(cmd.Flags(), c)
	cmd.Flags().StringVar(&d.line.Reason, "reason", "", "why, for whoever reviews the file of corrections")
	cmd.Flags().StringVar(&d.line.By, "by", "", "who decides; where nothing is said, your user name")
	cmd.Flags().BoolVar(&d.trial, "dry-run", false, "say what it would change, and change nothing")
}

// selection are the flags that say which namings are meant.
func (d *decision) selection(cmd *cobra.Command) {
	cmd.Flags().StringVar(&d.line.Source, "source", "", "only on this page, such as /id/bromley/source/0123456789ab")
	cmd.Flags().StringVar(&d.line.Committee, "committee", "", "only at this committee, such as /id/bromley/executive")
	cmd.Flags().StringVar(&d.line.From, "from", "", "only from this day on, such as 2017-01-11")
	cmd.Flags().StringVar(&d.line.Until, "until", "", "only up to this day")
}

func merge(c *config.Config, s Streams) *cobra.Command {
	var d decision
	cmd := &cobra.Command{
		Use:   "merge PERSON INTO",
		Short: "Decide that two people of the graph are one",
		Long: `Decide that two people of the graph are one: all that is said of PERSON is said of INTO. The decision is
written to the file of corrections, which every later ingest and rebuild honours, and put in force at once.
PERSON's address and id lead to INTO from then on. To take it back, remove the line and run
councilgraph people --apply.

  councilgraph merge /id/bromley/person/s-marlow /id/bromley/person/sue-marlow --reason "same ward, same dates"`,
		Args: arguments(cobra.ExactArgs(2), "two addresses of people"),
		RunE: func(cmd *cobra.Command, args []string) error {
			d.line.Action, d.line.Person, d.line.Into = corrections.Merge, args[0], args[1]
			return runDecision(cmd.Context(), *c, d, s)
		},
	}
	d.flags(cmd, c)
	return cmd
}

func split(c *config.Config, s Streams) *cobra.Command {
	var d decision
	cmd := &cobra.Command{
		Use:   "split PERSON INTO",
		Short: "Decide that what is said of one person is said of two",
		Long: `Decide that what is said of one person is said of two: what is said of PERSON where the flags say is said of
INTO, a new address such as PERSON's with -2. The decision is written to the file of corrections and put in
force at once.

  councilgraph split /id/bromley/person/john-smith /id/bromley/person/john-smith-2 --until 2010-05-05 --reason "father and son"`,
		Args: arguments(cobra.ExactArgs(2), "two addresses of people"),
		RunE: func(cmd *cobra.Command, args []string) error {
			d.line.Action, d.line.Person, d.line.Into = corrections.Split, args[0], args[1]
			if l := d.line; l.Name == "" && l.Source == "" && l.Committee == "" && l.From == "" && l.Until == "" {
				return &usageError{errors.New("split: say what is meant by --name, --source, --committee, --from or --until")}
			}
			return runDecision(cmd.Context(), *c, d, s)
		},
	}
	d.flags(cmd, c)
	d.selection(cmd)
	cmd.Flags().StringVar(&d.line.Name, "name", "", "only where the pages write this name")
	return cmd
}

func resolve(c *config.Config, s Streams) *cobra.Command {
	var d decision
	var role bool
	cmd := &cobra.Command{
		Use:   "resolve NAME INTO",
		Short: "Decide whom the pages mean by a name or a role",
		Long: `Decide whom the pages mean by a name, or with --role by a role that stands without a name. The decision is
written to the file of corrections and put in force at once. councilgraph people lists what is open.

  councilgraph resolve "Councillor Marlow" /id/bromley/person/sue-marlow --committee /id/bromley/executive --reason "the other was no member"`,
		Args: arguments(cobra.ExactArgs(2), "a name and the address of a person"),
		RunE: func(cmd *cobra.Command, args []string) error {
			d.line.Action, d.line.Into = corrections.Resolve, args[1]
			if role {
				d.line.Role = args[0]
			} else {
				d.line.Name = args[0]
			}
			return runDecision(cmd.Context(), *c, d, s)
		},
	}
	d.flags(cmd, c)
	d.selection(cmd)
	cmd.Flags().BoolVar(&role, "role", false, "NAME is a role, such as \"the Leader\"")
	return cmd
}

func runDecision(ctx context.Context, c config.Config, d decision, s Streams) (err error) {
	if err := signed(d.line).Check(); err != nil {
		return &usageError{err}
	}
	store, err := openCurated(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.db.Close()) }()
	out, err := store.decide(ctx, signed(d.line), d.trial)
	if err != nil {
		return err
	}
	if err := printOutcome(s, out); err != nil {
		return err
	}
	if d.trial {
		_, err = fmt.Fprintln(s.Out, "nothing was changed: this was a trial")
		return err
	}
	_, err = fmt.Fprintf(s.Out, "written to %s\n", store.path)
	return err
}

func printOutcome(s Streams, out load.Outcome) error {
	return printNodes(s, ingest.Report{Nodes: out})
}
