package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"councilgraph/internal/config"
	"councilgraph/internal/database"
	"councilgraph/internal/database/queue"
)

func migrate(c *config.Config, s Streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "migrate",
		Short: "Bring a database's tables and its register of councils up to date",
		Long: `Bring a database's tables and its register of councils up to date. An SQLite file that does not
exist is made. Running it again changes nothing.`,
		Args: arguments(cobra.NoArgs, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runMigrate(cmd.Context(), c.Database, s) },
	}
	databaseFlag(cmd.Flags(), c)
	return cmd
}

func runMigrate(ctx context.Context, address string, s Streams) (err error) {
	db, err := database.Open(ctx, address)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	_, done, err := prepare(ctx, db)
	if err != nil {
		return err
	}
	if err := errors.Join(db.Make(ctx, nil), queue.Migrate(ctx, db)); err != nil {
		return err
	}
	n := done.councils
	_, err = fmt.Fprintf(s.Out, "%d migrations applied; councils: %d inserted, %d updated, %d unchanged\n", done.steps, n.Inserted, n.Updated, n.Unchanged)
	return err
}
