// Package command is the command line: it turns flags into calls and says what came of them.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"councilgraph/internal/config"
)

// Streams are where the program reads and writes.
type Streams struct {
	Out, Err io.Writer
}

// errReported ends a command whose failure has been shown already.
var errReported = errors.New("reported")

// Run is the whole program: it runs the command that the arguments name and gives the exit code, 0 for
// success, 1 where something could not be done, 2 where the arguments make no sense.
func Run(ctx context.Context, args []string, s Streams) int {
	c, err := config.Default()
	if err != nil && !(len(args) == 1 && args[0] == readFilesName) { // it is told nothing of where data lies
		_, _ = fmt.Fprintln(s.Err, "councilgraph:", err)
		return 1
	}
	root := newRoot(&c, s)
	root.SetArgs(args)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	err = root.ExecuteContext(ctx)
	var usage *usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errReported):
		return 1
	case errors.As(err, &usage) || strings.HasPrefix(err.Error(), "unknown command"):
		_, _ = fmt.Fprintf(s.Err, "councilgraph: %v\nSee councilgraph --help.\n", err)
		return 2
	default:
		_, _ = fmt.Fprintln(s.Err, "councilgraph:", err)
		return 1
	}
}

// usageError is a mistake in the arguments.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func newRoot(c *config.Config, s Streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "councilgraph",
		Short: "The open graph of what councils decide: one GraphQL API over councils' meeting records",
		Long: `Councilgraph reads the pages that councils publish about their meetings and serves them as one
GraphQL API: councils, committees, people, meetings, agenda items and resolutions, linked.

  councilgraph serve --sample          try it with the pages that come with it
  councilgraph ingest FOLDER           take in pages of your own
  councilgraph harvest COUNCIL         take in a council's site, and later what has changed
  councilgraph serve                   serve them`,
		SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err} })
	root.AddCommand(serve(c, s), ingestPages(c, s), harvestSites(c, s), read(s), rebuild(c, s), migrate(c, s),
		exportGraph(c, s), people(c, s), merge(c, s), split(c, s), resolve(c, s), redactWords(c, s),
		backUp(c, s), restore(c, s), health(c, s), version(s), readFiles(s))
	return root
}

// arguments checks the arguments of a command and words the mistake.
func arguments(check cobra.PositionalArgs, want string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if check(cmd, args) != nil {
			return &usageError{fmt.Errorf("%s takes %s, not %d arguments", cmd.CommandPath(), want, len(args))}
		}
		return nil
	}
}

// databaseFlag is the flag that names the store.
func databaseFlag(f *pflag.FlagSet, c *config.Config) {
	f.StringVar(&c.Database, "database", fromEnv("database", c.Database), "where the graph is kept: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME")
}

// fromEnv is the environment's word for a flag, or the default.
func fromEnv(flag, otherwise string) string {
	name := "COUNCILGRAPH_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}
