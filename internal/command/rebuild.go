package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"councilgraph/internal/config"
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
		RunE: func(cmd *cobra.Command, _ []string) error { return runRebuild(cmd.Context(), *c, asJSON, s) },
	}
	databaseFlag(cmd.Flags(), c)
	correctionsFlag(cmd.Flags(), c)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	return cmd
}

func runRebuild(ctx context.Context, c config.Config, asJSON bool, s Streams) (err error) {
	store, err := openCurated(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.db.Close()) }()
	p := store.pipeline()
	showProgress(&p, asJSON, s)
	report, stopped := p.Rebuild(ctx)
	if stopped == nil {
		stopped = complete(ctx, store.db, true, s)
	}
	return conclude(report, stopped, p.Progress != nil, asJSON, s)
}
