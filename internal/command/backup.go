package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/internal/backup"
	"councilgraph/internal/config"
	"councilgraph/internal/database"
)

func backUp(c *config.Config, s Streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Write all of a database into one file, while it is served and written to",
		Long: `Write all of a database into one file, as it is at this moment, while it is served and written to. A name
that ends in .zst is packed by Zstandard, one in .gz by gzip. The file is the same for both databases, so
restore can make a PostgreSQL database of a backup of SQLite and the other way round; ids, addresses,
cursors and the feed of changes stay. A FILE that exists is refused, and FILE is there only when it is whole.`,
		Args: arguments(cobra.ExactArgs(1), "the file to write"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runBackup(cmd.Context(), c.Database, args[0], s)
		},
	}
	databaseFlag(cmd.Flags(), c)
	return cmd
}

func runBackup(ctx context.Context, address, path string, s Streams) (err error) {
	if file, ok := strings.CutPrefix(address, "sqlite:"); ok {
		if _, err := os.Stat(file); err != nil {
			return fmt.Errorf("there is no database to back up: %w", err)
		}
	}
	db, err := database.OpenServing(ctx, address, database.Bounds{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var done backup.Written
	err = backup.Create(path, func(to io.Writer) (err error) {
		done, err = backup.Write(ctx, db, to, programVersion(), time.Now(), said(s, "backing up "))
		return err
	})
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.Out, "%s: %d rows at version %d of the data, %d bytes\n", path, done.Rows, done.Version, info.Size())
	return err
}

// said tells whoever watches what is being done.
func said(s Streams, before string) func(string) {
	if !terminal(s.Err) {
		return nil
	}
	return func(what string) { _, _ = fmt.Fprintf(s.Err, "%s%s\n", before, what) }
}

func restore(c *config.Config, s Streams) *cobra.Command {
	var replace, check bool
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Make a database of a backup",
		Long: `Make a database of a backup that councilgraph backup wrote. The file is read through first: one that is
damaged, cut short or of a newer program is refused. The database is made beside the one that --database names
and takes its place when it is whole, so that a restore that fails or is killed leaves nothing behind that is
served. One that holds pages already is replaced only with --replace; an SQLite file that a program has open
never is.`,
		Args: arguments(cobra.ExactArgs(1), "the file of a backup"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if check {
				return runCheck(cmd.Context(), args[0], s)
			}
			return runRestore(cmd.Context(), c.Database, args[0], replace, s)
		},
	}
	databaseFlag(cmd.Flags(), c)
	cmd.Flags().BoolVar(&replace, "replace", false, "lose what the database holds")
	cmd.Flags().BoolVar(&check, "check", false, "read the file through, say what it is, and restore nothing")
	return cmd
}

func runCheck(ctx context.Context, path string, s Streams) error {
	h, rows, err := backup.Check(ctx, path)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.Out, "%s: whole; %d rows at version %d of the data, written %s by councilgraph %s\n", path, rows, h.Version, h.Written, h.Program)
	return err
}

func runRestore(ctx context.Context, address, path string, replace bool, s Streams) error {
	done, err := backup.Restore(ctx, backup.Restoring{
		Path: path, Address: address, Replace: replace, Progress: said(s, ""),
		Derive: func(ctx context.Context, db *database.Database) error {
			l, err := load.New(db.Client, db.Dialect, ingest.ReaderVersion, time.Now, ingest.Read)
			if err != nil {
				return err
			}
			return l.RestoreSearch(ctx)
		},
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.Out, "%d rows at version %d of the data restored from %s\n", done.Rows, done.Version, path)
	return err
}
