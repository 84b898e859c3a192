// Package export writes the graph, or one council's part of it, into files that other programs read: all of it in one
// pass, from one state of the data, with a bounded part of it in memory.
package export

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Format is a form of export.
type Format string

// The forms of export.
const (
	NDJSON Format = "ndjson" // one JSON object a line
	CSV    Format = "csv"    // one table for each kind, in a folder or a zip file
	Popolo Format = "popolo" // one JSON document in the words of the Popolo project
	NQuads Format = "nquads" // linked data, one statement a line
	SQLite Format = "sqlite" // a database of plain tables
)

// Formats are all forms, in the order in which they are told of.
func Formats() []Format { return []Format{NDJSON, CSV, Popolo, NQuads, SQLite} }

// MediaType of a form, before it is packed.
func (f Format) MediaType() string {
	return map[Format]string{
		NDJSON: "application/x-ndjson", CSV: "text/csv", Popolo: "application/json", NQuads: "application/n-quads", SQLite: "application/vnd.sqlite3",
	}[f]
}

// Suffix is how the name of a file of the form ends.
func (f Format) Suffix() string {
	return map[Format]string{NDJSON: ".ndjson", CSV: ".csv.zip", Popolo: ".popolo.json", NQuads: ".nq", SQLite: ".db"}[f]
}

// Options say what is to be exported, and where to.
type Options struct {
	Format Format
	// Council is the slug of one council; "" exports all.
	Council string
	// Base stands before addresses in linked data, such as https://councils.example; the other forms keep them as the API has
	// them, /id/...
	Base string
	// Out is the file to write, or, for CSV, the folder unless it ends in .zip; a name that ends in .gz is packed. "" writes
	// to Stdout, which CSV and SQLite cannot.
	Out    string
	Stdout io.Writer
	// Licence and Attribution are the terms of the data's use, which go with it.
	Licence, Attribution string
	// Create makes a new SQLite database; it is needed for SQLite alone.
	Create func(ctx context.Context, path string) (*sql.DB, error)
	// Progress is told from time to time how far it is; nil for nobody.
	Progress func(Progress)
	// Pause is how often the place is noted from which a broken run goes on; 0 for every five seconds.
	Pause time.Duration
}

// Progress is how far an export is.
type Progress struct {
	// Kind is what is being written, Rows of how many Of are written, of all kinds together.
	Kind     string
	Rows, Of int
	Took     time.Duration
}

// Report is what came of an export.
type Report struct {
	// Version names the state of the data that was exported.
	Version string `json:"version"`
	// LastIngest is when that changed last, "" where it is empty.
	LastIngest string `json:"lastIngest"`
	// Rows that this run wrote, by kind.
	Rows map[string]int `json:"rows"`
	// Resumed says that the run went on where an earlier one was broken off, Restarted that it could not, because the data has
	// changed since.
	Resumed   bool `json:"resumed"`
	Restarted bool `json:"restarted"`
	// Out is what was written, Bytes how large it is, SHA256 its checksum; of a folder there is none.
	Out    string `json:"out"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256,omitempty"`
}

// ErrOptions is a mistake in the options.
var ErrOptions = errors.New("options")

// Run exports what a store holds. The dialect is that of the store: dialect.SQLite or dialect.Postgres.
func Run(ctx context.Context, db *sql.DB, dialect string, o Options) (Report, error) {
	if err := o.check(); err != nil {
		return Report{}, err
	}
	s, err := open(ctx, db, dialect)
	if err != nil {
		return Report{}, err
	}
	defer s.close()
	if err := s.narrow(ctx, o.Council); err != nil {
		return Report{}, err
	}
	r := &run{Options: o, snapshot: s, report: Report{Version: s.version, LastIngest: s.last, Rows: map[string]int{}, Out: o.Out}, began: time.Now()}
	if r.Pause <= 0 {
		r.Pause = 5 * time.Second
	}
	if err := r.count(ctx); err != nil {
		return r.report, err
	}
	switch o.Format {
	case NDJSON:
		err = r.ndjson(ctx)
	case CSV:
		err = r.csv(ctx)
	case SQLite:
		err = r.sqlite(ctx)
	case NQuads:
		err = r.nquads(ctx)
	case Popolo:
		err = r.popolo(ctx)
	}
	if err != nil {
		return r.report, fmt.Errorf("export %s: %w", o.Format, err)
	}
	return r.report, r.sum()
}

func (o *Options) check() error {
	wrong := func(format string, args ...any) error {
		return fmt.Errorf("%w: "+format, append([]any{ErrOptions}, args...)...)
	}
	switch {
	case !slices.Contains(Formats(), o.Format):
		return wrong("%q is no format; pass one of ndjson, csv, popolo, nquads, sqlite", o.Format)
	case o.Out == "" && (o.Format == CSV || o.Format == SQLite):
		return wrong("%s needs a place to write to; pass --out", o.Format)
	case o.Format == SQLite && strings.HasSuffix(o.Out, ".gz"), o.Format == CSV && strings.HasSuffix(o.Out, ".gz"):
		return wrong("%s cannot be packed with gzip; pass --out without .gz (a name that ends in .zip packs csv)", o.Format)
	case o.Format == NQuads && !strings.HasPrefix(o.Base, "http://") && !strings.HasPrefix(o.Base, "https://"):
		return wrong("linked data has whole addresses; pass --base-url https://HOST of the server that answers them")
	}
	return nil
}

// run is one export.
type run struct {
	Options
	*snapshot
	report Report
	began  time.Time
	of     int // rows that there are
	done   int // of these, written by this run or the one before it
}

// wrote notes rows, and tells whoever watches.
func (r *run) wrote(kind string, rows int) {
	r.report.Rows[kind] += rows
	r.done += rows
	if r.Progress != nil {
		r.Progress(Progress{kind, r.done, r.of, time.Since(r.began)})
	}
}
