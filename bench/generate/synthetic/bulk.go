package synthetic

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"

	"councilgraph/ent/migrate"
	"councilgraph/internal/database"
)

// pending is how many rows a pile holds about, and piles how many of them wait to be written: the bound of the
// memory.
const (
	pending = 20_000
	piles   = 2
)

// values are one row by column.
type values map[string]any

// writer gathers rows of all tables in piles, which are written while the next ones are thought up.
type writer struct {
	tables  map[string]*table
	order   []*table // what a row leads to comes before it
	waiting int
	ready   chan pile
	found   []text      // that wait to be made words
	texts   chan []text // nil where there is no index to be made
}

// pile is rows of some tables, values row by row.
type pile []struct {
	of   *table
	rows []any
}

// table is one table of the schema with the rows that wait for it.
type table struct {
	name    string
	columns []string
	usual   []any // by column, what the schema has where nothing is said
	next    int   // id of the next row
	filled  []bool
	rows    int
	args    []any
}

func newWriter(derived bool) *writer {
	w := &writer{tables: map[string]*table{}, ready: make(chan pile, piles)}
	if derived {
		w.texts = make(chan []text, piles)
	}
	for _, t := range sorted(migrate.Tables) {
		if t.Annotation == nil || t.Annotation.IncrementStart == nil {
			continue // a table of pairs, without ids
		}
		mine := &table{name: t.Name, next: *t.Annotation.IncrementStart + 1}
		for _, c := range t.Columns {
			mine.columns, mine.usual = append(mine.columns, c.Name), append(mine.usual, c.Default)
		}
		mine.filled = make([]bool, len(mine.columns))
		w.tables[t.Name], w.order = mine, append(w.order, mine)
	}
	return w
}

// sorted are the tables in the order in which rows can be written: what is led to comes first.
func sorted(all []*schema.Table) []*schema.Table {
	var out []*schema.Table
	for len(out) < len(all) {
		before := len(out)
		for _, t := range all {
			ready := !slices.Contains(out, t)
			for _, fk := range t.ForeignKeys {
				ready = ready && (fk.RefTable == t || slices.Contains(out, fk.RefTable))
			}
			if ready {
				out = append(out, t)
			}
		}
		if len(out) == before { // tables that lead to each other
			return append(out, slices.DeleteFunc(slices.Clone(all), func(t *schema.Table) bool { return slices.Contains(out, t) })...)
		}
	}
	return out
}

// add puts a row on the pile and gives its id. A column without a value has the schema's, and is null where that
// has none; a key that is not said is short, since nobody sees it. A column that the table does not have is a
// mistake of this package, told with its name.
func (w *writer) add(name string, row values) int {
	t := w.tables[name]
	id := t.next
	t.next++
	t.rows++
	w.waiting++
	found := 0
	for i, c := range t.columns {
		v, ok := row[c]
		switch {
		case c == "id":
			v = id
			t.filled[i] = true
		case ok:
			found++
			t.filled[i] = t.filled[i] || v != nil
		case c == "key":
			v = strconv.FormatInt(int64(id), 36)
			t.filled[i] = true
		default:
			v = t.usual[i]
		}
		t.args = append(t.args, v)
	}
	if found != len(row) {
		for c := range row {
			if !slices.Contains(t.columns, c) {
				panic("the table " + name + " has no column " + c)
			}
		}
	}
	return id
}

// room hands the waiting rows over where they are many.
func (w *writer) room(ctx context.Context) error {
	if w.waiting < pending {
		return nil
	}
	return w.hand(ctx)
}

// hand hands all waiting rows over to be written.
func (w *writer) hand(ctx context.Context) error {
	var p pile
	for _, t := range w.order {
		if len(t.args) > 0 {
			p = append(p, struct {
				of   *table
				rows []any
			}{t, t.args})
			t.args = make([]any, 0, len(t.args)+len(t.args)/8)
		}
	}
	w.waiting = 0
	select {
	case w.ready <- p:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// write writes what the work adds, while it does so.
func (w *writer) write(ctx context.Context, bulk *database.Bulk, work func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	written := make(chan error, 1)
	go func() {
		err := w.drain(ctx, bulk)
		cancel(err)
		written <- err
	}()
	err := work(ctx)
	close(w.ready)
	failed := <-written
	if failed != nil { // the work has failed of that
		return failed
	}
	return err
}

// drain writes piles until there are no more, each in a transaction.
func (w *writer) drain(ctx context.Context, bulk *database.Bulk) error {
	for p := range w.ready {
		err := bulk.Transaction(ctx, func() error {
			for _, t := range p {
				if err := bulk.Insert(ctx, t.of.name, t.of.columns, t.rows); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// follow makes the next ids of a PostgreSQL database follow the written ones; SQLite does so by itself.
func (w *writer) follow(ctx context.Context, db *database.Database) error {
	if db.Dialect != dialect.Postgres {
		return nil
	}
	for _, t := range w.order {
		if t.rows == 0 {
			continue
		}
		query, args := entsql.Dialect(db.Dialect).Select().
			AppendSelectExpr(entsql.ExprFunc(func(b *entsql.Builder) {
				b.WriteString("setval(pg_get_serial_sequence(").Arg(`"` + t.name + `"`).WriteString(", 'id'), ").Arg(t.next - 1).WriteString(")")
			})).Query()
		if _, err := db.DB.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("set the next id of %s: %w", t.name, err)
		}
	}
	return nil
}

func (w *writer) report() Report {
	var r Report
	for _, t := range w.order {
		if t.rows == 0 {
			continue
		}
		r.Tables = append(r.Tables, Table{t.name, t.rows})
		for i, filled := range t.filled {
			if !filled {
				r.Unfilled = append(r.Unfilled, t.name+"."+t.columns[i])
			}
		}
	}
	return r
}
