package backup

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent/dialect"

	"councilgraph/internal/database"
)

// Restoring says how a backup becomes a store.
type Restoring struct {
	// Path is the backup's file, Address the store's.
	Path, Address string
	// Replace lets the store take the place of one that holds pages.
	Replace bool
	// Derive makes what follows from the rest and is not in backups: the index of words.
	Derive func(context.Context, *database.Database) error
	// Progress, if it is set, is told what is being done.
	Progress func(what string)
}

// The bounds of what is written at once.
const (
	insertValues = 20_000
	insertBytes  = 4 << 20
	commitBytes  = 64 << 20
)

// Restore makes a store of a backup and puts it in its place when it is whole: whatever goes wrong before, or if the program
// is killed, the place is as it was. The file is read twice, first to find what is damaged.
func Restore(ctx context.Context, r Restoring) (done Written, err error) {
	r.say("checking " + r.Path)
	if done.Header, done.Rows, err = Check(ctx, r.Path); err != nil {
		return done, err
	}
	stage, err := database.NewStage(ctx, r.Address, r.Replace)
	if err != nil {
		return done, occupied(err)
	}
	defer func() { err = errors.Join(err, stage.Discard()) }()
	if err := stage.Store.MigrateTo(ctx, done.Migration); err != nil {
		if errors.Is(err, database.ErrNewer) {
			return done, fmt.Errorf("%s was written by a newer program (%s, with the tables of %q); restore it with that program or a later one", r.Path, done.Program, done.Migration)
		}
		return done, err
	}
	if err := r.fill(ctx, stage.Store, done); err != nil {
		return done, err
	}
	if _, err := stage.Store.Migrate(ctx); err != nil {
		return done, err
	}
	r.say("making the index of words")
	if err := r.Derive(ctx, stage.Store); err != nil {
		return done, err
	}
	r.say("looking through the database")
	if err := sound(ctx, stage.Store); err != nil {
		return done, err
	}
	return done, occupied(stage.Publish(ctx, r.Replace))
}

func occupied(err error) error {
	if errors.Is(err, database.ErrOccupied) {
		return fmt.Errorf("%w; name an empty database, or pass --replace to lose what it holds", err)
	}
	return err
}

func (r Restoring) say(what string) {
	if r.Progress != nil {
		r.Progress(what)
	}
}

// fill writes all rows.
func (r Restoring) fill(ctx context.Context, db *database.Database, want Written) (err error) {
	bulk, err := db.Bulk(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, bulk.Close()) }()
	if db.Dialect == dialect.SQLite { // rows lead to rows that come later; sound looks at all of them
		if err := bulk.Exec(ctx, "PRAGMA foreign_keys(0)", "PRAGMA synchronous(OFF)"); err != nil {
			return err
		}
	}
	tables, err := bulk.StoredTables(ctx)
	if err != nil {
		return err
	}
	f := &filler{ctx: ctx, bulk: bulk, tables: map[string]database.StoredTable{}}
	for _, t := range tables {
		f.tables[t.Name] = t
	}
	making := func(name string) { r.say("making the index " + name) }
	return bulk.WithoutIndexes(ctx, nil, making, func() error {
		if err := f.begin(); err != nil {
			return err
		}
		rows, err := walk(ctx, r.Path, visitor{
			header: func(h Header) error { return same(h, want) },
			table:  func(t Table) error { r.say("filling " + t.Name); return f.table(t) },
			row:    f.row,
		})
		if err == nil {
			err = f.flush()
		}
		if err == nil && rows != want.Rows {
			err = fmt.Errorf("%s has changed while it was read", r.Path)
		}
		return f.end(err)
	})
}

func same(h Header, want Written) error {
	if h != want.Header {
		return errors.New("the file has changed while it was read")
	}
	return nil
}

// filler writes rows, some at a time.
type filler struct {
	ctx       context.Context //nolint:containedctx // it lives as long as one call
	bulk      *database.Bulk
	tables    map[string]database.StoredTable
	now       Table
	columns   []string
	values    []any
	bytes     int // of values
	unwritten int // in the transaction
}

func (f *filler) begin() error { return f.bulk.Exec(f.ctx, "BEGIN") }

// end ends the transaction.
func (f *filler) end(failed error) error {
	if failed != nil {
		return errors.Join(failed, f.bulk.Exec(context.WithoutCancel(f.ctx), "ROLLBACK"))
	}
	return f.bulk.Exec(f.ctx, "COMMIT")
}

// table goes on to the next table.
func (f *filler) table(t Table) error {
	if err := f.flush(); err != nil {
		return err
	}
	known, ok := f.tables[t.Name]
	if !ok {
		return fmt.Errorf("the table %.60q is not one that its migration makes", t.Name)
	}
	f.now, f.columns = t, f.columns[:0]
	for _, c := range t.Columns {
		if !has(known, c) {
			return fmt.Errorf("the column %.60q of %s is not one that its migration makes", c.Name, t.Name)
		}
		f.columns = append(f.columns, c.Name)
	}
	if t.Next > 0 {
		return f.bulk.SetNextID(f.ctx, t.Name, t.Next)
	}
	return nil
}

func has(t database.StoredTable, c Column) bool {
	for _, known := range t.Columns {
		if kind, err := typeOf(known); known.Name == c.Name {
			return err == nil && kind == c.Type
		}
	}
	return false
}

func (f *filler) row(t Table, text []byte) (err error) {
	if f.values, err = decode(f.values, t.Columns, text); err != nil {
		return err
	}
	if f.bytes += len(text); len(f.values) < insertValues && f.bytes < insertBytes {
		return nil
	}
	return f.flush()
}

// flush writes what waits, and ends a transaction that has become long.
func (f *filler) flush() error {
	if len(f.values) == 0 {
		return nil
	}
	if err := f.bulk.Insert(f.ctx, f.now.Name, f.columns, f.values); err != nil {
		return err
	}
	f.unwritten += f.bytes
	clear(f.values)
	f.values, f.bytes = f.values[:0], 0
	if f.unwritten < commitBytes {
		return nil
	}
	f.unwritten = 0
	return f.bulk.Exec(f.ctx, "COMMIT", "BEGIN")
}

// sound looks whether every row leads to rows that are there, and lets the database see how its rows are spread.
func sound(ctx context.Context, db *database.Database) error {
	if db.Dialect != dialect.SQLite {
		_, err := db.DB.ExecContext(ctx, "ANALYZE") // foreign keys were looked at when they were made again
		return err
	}
	var broken int
	if err := db.DB.QueryRowContext(ctx, "SELECT COUNT(*) FROM pragma_foreign_key_check").Scan(&broken); err != nil {
		return fmt.Errorf("look through the database: %w", err)
	}
	if broken > 0 {
		return fmt.Errorf("%d rows of the backup lead to rows that are not in it", broken)
	}
	var found string
	if err := db.DB.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&found); err != nil {
		return fmt.Errorf("look through the database: %w", err)
	}
	if found != "ok" {
		return fmt.Errorf("the restored database is not sound: %s", found)
	}
	return nil
}
