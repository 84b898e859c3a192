// Package synthetic writes a made-up United Kingdom straight into the tables of the graph: as many councils,
// committees, meetings, items and people as the real one has for so many resolutions, spread as skewed as
// there, over ten years. The same options give the same rows in either database.
//
// The feed of changes holds the councils only, which gives the data a version. What serving needs is all there but the sources with their evidence, bytes and addresses: evidence,
// allEvidence, sources, source(url:) and resource(uri:) answer null or nothing.
package synthetic

import (
	"context"
	"errors"
	"fmt"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/register"
)

// The span of time that the records cover, in days of the meetings: ten years.
const (
	firstYear = 2016
	years     = 10
)

// Options say how much to write.
type Options struct {
	// Resolutions is how many resolutions there will be, exactly.
	Resolutions int
	// Councils is how many councils have records, 0 for what suits the size.
	Councils int
	// Seed chooses among countries of one shape.
	Seed uint64
	// Progress is told how many resolutions of all are done, if it is set.
	Progress func(done, all int)
}

// Report is what was written.
type Report struct {
	Tables []Table
	// Unfilled are columns, as table.column, that no row has a value in.
	Unfilled []string
	Took     time.Duration
}

// Table is how many rows a table got.
type Table struct {
	Name string
	Rows int
}

// Rows is how many rows were written in all.
func (r Report) Rows() int {
	n := 0
	for _, t := range r.Tables {
		n += t.Rows
	}
	return n
}

// Write fills the database, which must hold no records yet. Tables and the register of councils are
// brought up to date first.
func Write(ctx context.Context, db *database.Database, o Options) (Report, error) {
	began := time.Now()
	if err := prepare(ctx, db); err != nil {
		return Report{}, err
	}
	w, err := newWriter(ctx, db)
	if err != nil {
		return Report{}, err
	}
	defer w.close()
	country, err := plan(ctx, db, o)
	if err != nil {
		return Report{}, err
	}
	err = w.withoutIndexes(ctx, func() error { return write(ctx, w, country, o) })
	if err == nil {
		err = db.FillFigures(ctx)
	}
	if err == nil {
		err = w.finish(ctx)
	}
	report := w.report()
	report.Took = time.Since(began)
	return report, err
}

func write(ctx context.Context, w *writer, country []share, o Options) error {
	done := 0
	for _, s := range country {
		if err := newBorough(w, s, o.Seed).write(ctx); err != nil {
			return fmt.Errorf("write %s: %w", s.slug, err)
		}
		if done += s.resolutions; o.Progress != nil {
			o.Progress(done, o.Resolutions)
		}
	}
	return nil
}

// prepare brings the tables and the register of councils up to date, and refuses a database with records.
func prepare(ctx context.Context, db *database.Database) error {
	if _, err := db.Migrate(ctx); err != nil {
		return err
	}
	loader, err := load.New(db.Client, db.Dialect, 1, time.Now, ingest.Read)
	if err != nil {
		return err
	}
	known, err := register.Councils()
	if err != nil {
		return fmt.Errorf("read the register of councils: %w", err)
	}
	councils := make([]record.RegisteredCouncil, len(known))
	for i, c := range known {
		councils[i] = record.RegisteredCouncil{
			Code: c.Code, Name: c.Name, ShortName: c.ShortName, Slug: c.Slug, GSSCode: c.GSSCode, Kind: string(c.Kind),
			Nation: c.Nation, Region: c.Region, Start: c.Start, End: c.End, Successors: c.Successors,
			System: c.System, BaseURL: c.BaseURL, Website: c.Website,
		}
	}
	if _, err := loader.Councils(ctx, councils); err != nil {
		return err
	}
	if held, err := db.Client.Committee.Query().Exist(ctx); err != nil || held {
		return errors.Join(err, errors.New("the database holds records already; pass an empty one"))
	}
	return nil
}
