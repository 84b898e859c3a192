package command

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"councilgraph/graph"
	"councilgraph/internal/config"
	"councilgraph/internal/database"
	"councilgraph/linked/export"
)

// exportOptions are the flags of export.
type exportOptions struct {
	format, council, out, base string
	asJSON                     bool
}

func exportGraph(c *config.Config, s Streams) *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the graph, or one council's part of it, into files",
		Long: `Write the graph, or one council's part of it, into files, all from one state of the data:

  ndjson   one object a line, with the names of the API        goes on where it was broken off
  csv      a table for each kind, in a folder (or NAME.zip)    goes on where it was broken off (the folder)
  nquads   linked data; needs --base-url                       goes on where it was broken off
  popolo   one JSON document in the words of popoloproject.com
  sqlite   a database of plain tables

--out NAME.gz is packed with gzip. Where --out is a folder that exists, or ends in /, the file gets a name of its own there and is
entered in the list that serve --exports FOLDER offers for download.`,
		Args: arguments(cobra.NoArgs, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runExport(cmd.Context(), *c, o, s) },
	}
	databaseFlag(cmd.Flags(), c)
	cmd.Flags().StringVar(&o.format, "format", string(export.NDJSON), "ndjson, csv, popolo, nquads or sqlite")
	cmd.Flags().StringVar(&o.council, "council", "", "slug of one council, such as bromley; all without it")
	cmd.Flags().StringVar(&o.out, "out", "", "file or folder to write; standard output without it")
	cmd.Flags().StringVar(&o.base, "base-url", fromEnv("base-url", ""), "public address of the server that answers for the linked data, https://HOST")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "print what came of it as JSON")
	return cmd
}

func runExport(ctx context.Context, c config.Config, o exportOptions, s Streams) (err error) {
	if path, ok := strings.CutPrefix(c.Database, "sqlite:"); ok { // opening would make it
		if _, err := os.Stat(path); err != nil {
			return fmt.Errorf("there is no database at %s: %w; name one with --database, or take pages in with ingest first", path, err)
		}
	}
	db, err := database.Open(ctx, c.Database)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if pending, err := db.Pending(ctx); err != nil || pending > 0 {
		if err == nil {
			err = fmt.Errorf("the database is %d migrations behind; run councilgraph migrate first", pending)
		}
		return err
	}
	licence, attribution := graph.Terms()
	wanted := export.Options{
		Format: export.Format(o.format), Council: o.council, Base: o.base, Out: o.out, Stdout: s.Out, Licence: licence, Attribution: attribution,
		Create: createExported,
	}
	published := false
	if info, err := os.Stat(o.out); o.out != "" && (strings.HasSuffix(o.out, "/") || err == nil && info.IsDir()) {
		wanted.Out, published = filepath.Join(o.out, wanted.NameIn()), true
	}
	if terminal(s.Err) {
		wanted.Progress = exportProgress(s)
	}
	report, err := export.Run(ctx, db.DB, db.Dialect, wanted)
	if wanted.Progress != nil {
		_, _ = fmt.Fprintln(s.Err)
	}
	if errors.Is(err, export.ErrOptions) {
		return &usageError{err}
	}
	if err == nil && published {
		err = export.Publish(o.out, wanted, report, time.Now())
	}
	if err != nil {
		return err
	}
	return printExport(s, o, report)
}

// createExported makes a new SQLite database.
func createExported(ctx context.Context, path string) (*sql.DB, error) {
	db, err := database.Open(ctx, "sqlite:"+path)
	if err != nil {
		return nil, err
	}
	return db.DB, nil
}

// exportProgress shows how far an export is, a few times a second.
func exportProgress(s Streams) func(export.Progress) {
	var shown time.Time
	return func(p export.Progress) {
		if time.Since(shown) < 200*time.Millisecond && p.Rows < p.Of {
			return
		}
		shown = time.Now()
		left := time.Duration(0)
		if p.Rows > 0 {
			left = time.Duration(float64(p.Took) / float64(p.Rows) * float64(max(0, p.Of-p.Rows)))
		}
		_, _ = fmt.Fprintf(s.Err, "\r\033[K%s: %d of %d rows, about %s left", p.Kind, p.Rows, p.Of, left.Round(time.Second))
	}
}

func printExport(s Streams, o exportOptions, r export.Report) error {
	if o.asJSON {
		to := s
		if r.Out == "" { // the export itself is there
			to.Out = s.Err
		}
		return printJSON(to.Out, r)
	}
	if r.Restarted {
		_, _ = fmt.Fprintln(s.Err, "the data has changed since the export was broken off, so it was begun anew")
	}
	if r.Out == "" {
		return nil
	}
	rows := 0
	for _, n := range r.Rows {
		rows += n
	}
	resumed := ""
	if r.Resumed {
		resumed = " more"
	}
	_, err := fmt.Fprintf(s.Out, "%s: %d%s rows, %d bytes, version %s of the data\n", r.Out, rows, resumed, r.Bytes, r.Version)
	return err
}
