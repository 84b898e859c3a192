package command

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"councilgraph/ingest/load"
	"councilgraph/internal/config"
)

// peopleOptions are the flags of people.
type peopleOptions struct {
	council          string
	open, duplicates bool
	apply, asJSON    bool
}

func people(c *config.Config, s Streams) *cobra.Command {
	var o peopleOptions
	cmd := &cobra.Command{
		Use:   "people",
		Short: "List names that are not settled and people who are likely one",
		Long: `List names and roles that are settled to nobody, the most frequent first, with the people who could be meant
and a page that writes them; people who are likely one, with the reason; and corrections that fit nothing.
resolve, merge and split decide. After the file of corrections has been edited by hand, --apply settles anew who
everybody is.`,
		Args: arguments(cobra.NoArgs, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runPeople(cmd.Context(), *c, o, s) },
	}
	databaseFlag(cmd.Flags(), c)
	correctionsFlag(cmd.Flags(), c)
	cmd.Flags().StringVar(&o.council, "council", "", "only of the council with this GSS or register code")
	cmd.Flags().BoolVar(&o.open, "unresolved", false, "only the names that are not settled")
	cmd.Flags().BoolVar(&o.duplicates, "duplicates", false, "only the people who are likely one")
	cmd.Flags().BoolVar(&o.apply, "apply", false, "settle anew who everybody is, by the file of corrections as it is now")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "print JSON")
	return cmd
}

func runPeople(ctx context.Context, c config.Config, o peopleOptions, s Streams) (err error) {
	store, err := openCurated(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.db.Close()) }()
	codes, err := store.loader.Named(ctx)
	if err != nil {
		return err
	}
	if o.council != "" {
		found, ok := store.known.ByCode(o.council)
		if !ok {
			return &usageError{fmt.Errorf("--council %s: no council has this code; pass a GSS or register code", o.council)}
		}
		codes = []string{found.Code}
	}
	all := []load.Curation{}
	for _, code := range codes {
		if o.apply {
			out, err := store.loader.Relink(ctx, code)
			if err != nil {
				return err
			}
			if t := out.Total(); !o.asJSON && t.Inserted+t.Updated+t.Deleted+t.Merged > 0 {
				if err := printOutcome(s, out); err != nil {
					return err
				}
			}
		}
		found, err := store.loader.People(ctx, code)
		if err != nil {
			return err
		}
		if o.open {
			found.Duplicates = nil
		}
		if o.duplicates {
			found.Open = nil
		}
		all = append(all, found)
	}
	if o.asJSON {
		return printJSON(s.Out, listed(all))
	}
	return printPeople(s, all)
}

func printPeople(s Streams, all []load.Curation) error {
	t := tabwriter.NewWriter(s.Out, 0, 0, 2, ' ', 0)
	for _, l := range listed(all) {
		for _, o := range l.Unresolved {
			_, _ = fmt.Fprintf(t, "%s\t%d\t%s\t%s\t%s\n", l.Council, o.Count, o.AsWritten, strings.Join(o.Candidates, " or "), o.Example)
		}
		for _, d := range l.Duplicates {
			_, _ = fmt.Fprintf(t, "%s\t%s\t%s\t%s\t\n", l.Council, d.A, d.B, d.Why)
		}
		for _, u := range l.Unfit {
			_, _ = fmt.Fprintf(t, "%s\ta correction fits nothing: %s\t\t\t\n", l.Council, u)
		}
	}
	return t.Flush()
}

// standing is what is open in one council, as it is printed. People are named by their addresses.
type standing struct {
	Council    string      `json:"council"`
	Unresolved []openName  `json:"unresolved"`
	Duplicates []duplicate `json:"duplicates"`
	Unfit      []string    `json:"correctionsThatFitNothing"`
}

type openName struct {
	AsWritten  string   `json:"asWritten"`
	Role       bool     `json:"role"`
	Count      int      `json:"count"`
	Candidates []string `json:"candidates"`
	Example    string   `json:"example"`
}

type duplicate struct {
	A   string `json:"a"`
	B   string `json:"b"`
	Why string `json:"why"`
}

func listed(all []load.Curation) []standing {
	out := []standing{}
	for _, c := range all {
		at := "/id/" + c.Council + "/person/"
		l := standing{Council: c.Council, Unresolved: []openName{}, Duplicates: []duplicate{}, Unfit: []string{}}
		for _, o := range c.Open {
			n := openName{AsWritten: o.AsWritten, Role: o.Role, Count: o.Count, Candidates: []string{}, Example: o.Example}
			for _, k := range o.Candidates {
				n.Candidates = append(n.Candidates, at+k)
			}
			l.Unresolved = append(l.Unresolved, n)
		}
		for _, d := range c.Duplicates {
			l.Duplicates = append(l.Duplicates, duplicate{at + d.A, at + d.B, d.Why})
		}
		for _, u := range c.Unfit {
			l.Unfit = append(l.Unfit, u.Why)
		}
		out = append(out, l)
	}
	return out
}
