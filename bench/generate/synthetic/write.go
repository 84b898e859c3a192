// Package synthetic writes a made-up United Kingdom straight into the tables of the graph: as many councils,
// committees, meetings, items and people as the real one has for so many resolutions, spread as skewed as
// there, over ten years. The same options give the same rows in either database.
//
// The feed of changes holds the councils only, which gives the data a version. What serving needs is all there but
// the sources with their evidence, bytes and addresses: evidence, allEvidence, sources, source(url:) and
// resource(uri:) answer null or nothing. Keys that nobody sees are short, and texts are as short as most are in
// life: what is measured is the number of rows.
package synthetic

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"entgo.io/ent/dialect"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/figures"
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
	// Derived says to write as well what loading keeps beside the nodes: who had a part in which resolution, what is
	// covered, and the index of words.
	Derived bool
	// Progress is told what is being done, if it is set.
	Progress func(what string)
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
// brought up to date first. Where it fails the database is of no use.
func Write(ctx context.Context, db *database.Database, o Options) (_ Report, err error) {
	began := time.Now()
	if o.Progress == nil {
		o.Progress = func(string) {}
	}
	if err := prepare(ctx, db); err != nil {
		return Report{}, err
	}
	country, err := plan(ctx, db, o)
	if err != nil {
		return Report{}, err
	}
	db.DB.SetMaxIdleConns(0) // SQLite's journal is only changed by whoever is alone
	defer db.DB.SetMaxIdleConns(2 * runtime.GOMAXPROCS(0))
	bulk, err := db.Bulk(ctx)
	if err != nil {
		return Report{}, err
	}
	words, err := newSpool()
	if err != nil {
		return Report{}, errors.Join(err, bulk.Close())
	}
	defer func() { err = errors.Join(err, words.close(), bulk.Close()) }()
	w := newWriter(o.Derived)
	if err := bulk.Exec(ctx, before(db.Dialect)...); err != nil {
		return Report{}, err
	}
	err = bulk.WithoutIndexes(ctx, []string{"figures"}, func(name string) { o.Progress("making the index " + name) }, func() error {
		return rows(ctx, db, bulk, w, words, country, o)
	})
	if err != nil {
		return Report{}, err
	}
	o.Progress("counting figures")
	if err := bulk.Transaction(ctx, func() error { return bulk.Exec(ctx, figures.Fill(db.Dialect)...) }); err != nil {
		return Report{}, err
	}
	if err := w.follow(ctx, db); err != nil {
		return Report{}, err
	}
	o.Progress("looking at what is there, to plan queries by it")
	if err := bulk.Exec(ctx, after(db.Dialect)...); err != nil {
		return Report{}, err
	}
	report := w.report()
	if words.entries > 0 {
		report.Tables = append(report.Tables, Table{"search_texts", words.entries}, Table{"search_words", words.entries})
	}
	report.Took = time.Since(began)
	return report, nil
}

// before readies a connection for much writing: nothing of it needs to outlive a crash.
func before(d string) []string {
	if d == dialect.Postgres {
		return []string{"SET synchronous_commit = off", "SET maintenance_work_mem = '512MB'"}
	}
	return []string{
		"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA temp_store = FILE", "PRAGMA cache_size = -262144", "PRAGMA foreign_keys = OFF",
		"INSERT INTO search_words(search_words, rank) VALUES('automerge', 0)", "INSERT INTO search_words(search_words, rank) VALUES('hashsize', 33554432)",
	}
}

// after puts things back, and lets the database look at what it holds.
func after(d string) []string {
	if d == dialect.Postgres {
		return []string{"VACUUM ANALYZE"}
	}
	return []string{
		"INSERT INTO search_words(search_words) VALUES('optimize')",
		"INSERT INTO search_words(search_words, rank) VALUES('automerge', 4)", "INSERT INTO search_words(search_words, rank) VALUES('hashsize', 1048576)",
		"PRAGMA analysis_limit = 1000", "ANALYZE", "PRAGMA journal_mode = WAL",
	}
}

// rows writes all rows: the nodes and what follows from them, then the index of words.
func rows(ctx context.Context, db *database.Database, bulk *database.Bulk, w *writer, words *spool, country []share, o Options) error {
	indexed := make(chan error, 1)
	go func() {
		if w.texts == nil {
			indexed <- nil
			return
		}
		indexed <- words.index(db.Dialect, w.texts)
	}()
	err := w.write(ctx, bulk, func(ctx context.Context) error { return write(ctx, w, country, o) })
	if w.texts != nil {
		w.texts <- w.found
		close(w.texts)
	}
	if failed := <-indexed; err == nil {
		err = failed
	}
	if err != nil || w.texts == nil {
		return err
	}
	return words.fill(ctx, db.Dialect, bulk, func(done, all int) { o.Progress(fmt.Sprintf("%d of %d texts indexed", done, all)) })
}

func write(ctx context.Context, w *writer, country []share, o Options) error {
	done := 0
	for _, s := range country {
		if err := newBorough(w, s, o.Seed).write(ctx); err != nil {
			return fmt.Errorf("write %s: %w", s.slug, err)
		}
		done += s.resolutions
		o.Progress(fmt.Sprintf("%d of %d resolutions", done, o.Resolutions))
	}
	return nil
}

var errNotEmpty = errors.New("the database holds records already; pass an empty one")

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
		return errors.Join(err, errNotEmpty)
	}
	return nil
}
