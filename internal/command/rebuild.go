package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"councilgraph/ingest"
	"councilgraph/internal/config"
	"councilgraph/internal/register"
)

func rebuild(c *config.Config, s Streams) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "rebuild",
		Short: "Read all stored pages again with today's rules, and say what changed",
		Long: `Read all stored pages again with today's rules, and say what changed. Nothing is fetched: the pages are
those in the database. A page that today's rules refuse is reported and keeps what it said before. A
second rebuild changes nothing.`,
		Args: arguments(cobra.NoArgs, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runRebuild(cmd.Context(), c.Database, asJSON, s) },
	}
	databaseFlag(cmd.Flags(), c)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	return cmd
}

func runRebuild(ctx context.Context, address string, asJSON bool, s Streams) (err error) {
	known, err := register.Load()
	if err != nil {
		return err
	}
	db, loader, err := openStore(ctx, address)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	p := ingest.Pipeline{Councils: councils{known}, Loader: loader}
	showProgress(&p, asJSON, s)
	report, stopped := p.Rebuild(ctx)
	return conclude(report, stopped, p.Progress != nil, asJSON, s)
}
