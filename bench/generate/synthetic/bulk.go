package synthetic

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"

	"councilgraph/ent/migrate"
	"councilgraph/internal/database"
)

// parameters is how many values one statement binds: as many as a round trip to a server is worth, and few
// for SQLite, whose driver looks for each value among all of them.
func parameters(d string) int {
	if d == dialect.Postgres {
		return 6000
	}
	return 120
}

// pending is how many rows wait to be written at most: the bound of the memory.
const pending = 20_000

// values are one row by column.
type values map[string]any

// writer writes rows of all tables through one connection, many with one statement.
type writer struct {
	conn    *sql.Conn
	dialect string
	tables  map[string]*table
	order   []*table // what a row leads to comes before it
	waiting int
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
	insert  *sql.Stmt // of a full batch
	batch   int       // rows of one
}

func newWriter(ctx context.Context, db *database.Database) (*writer, error) {
	conn, err := db.DB.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("take a connection: %w", err)
	}
	w := &writer{conn: conn, dialect: db.Dialect, tables: map[string]*table{}}
	for _, t := range sorted(migrate.Tables) {
		if t.Annotation == nil || t.Annotation.IncrementStart == nil {
			continue // a table of pairs, without ids
		}
		mine := &table{name: t.Name, next: *t.Annotation.IncrementStart + 1}
		for _, c := range t.Columns {
			mine.columns, mine.usual = append(mine.columns, c.Name), append(mine.usual, c.Default)
		}
		mine.filled = make([]bool, len(mine.columns))
		mine.batch = max(1, parameters(db.Dialect)/len(mine.columns))
		w.tables[t.Name], w.order = mine, append(w.order, mine)
	}
	if w.dialect == dialect.SQLite {
		_, err = conn.ExecContext(ctx, "PRAGMA synchronous = OFF")
	}
	return w, err
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

func (w *writer) close() { _ = w.conn.Close() }

// add puts a row on the pile and gives its id. A column without a value has the schema's, and is null where that
// has none. A column that the table
// does not have is a mistake of this package, told with its name.
func (w *writer) add(name string, row values) int {
	t := w.tables[name]
	id := t.next
	t.next++
	t.rows++
	w.waiting++
	found := 0
	for i, c := range t.columns {
		v, ok := row[c]
		if c == "id" {
			v, ok = id, true
			found--
		}
		if ok {
			found++
			t.filled[i] = t.filled[i] || v != nil
		} else {
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

// room writes the waiting rows where they are many.
func (w *writer) room(ctx context.Context) error {
	if w.waiting < pending {
		return nil
	}
	return w.flush(ctx)
}

// flush writes all waiting rows in one transaction.
func (w *writer) flush(ctx context.Context) error {
	tx, err := w.conn.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	for _, t := range w.order {
		if err := w.flushTable(ctx, tx, t); err != nil {
			return fmt.Errorf("write %s: %w", t.name, err)
		}
	}
	w.waiting = 0
	return tx.Commit()
}

func (w *writer) flushTable(ctx context.Context, tx *sql.Tx, t *table) error {
	width := len(t.columns)
	full := t.batch * width
	args := t.args
	for ; len(args) >= full; args = args[full:] {
		if t.insert == nil {
			stmt, err := w.conn.PrepareContext(ctx, w.statement(t, t.batch))
			if err != nil {
				return err
			}
			t.insert = stmt
		}
		if _, err := t.insert.ExecContext(ctx, args[:full]...); err != nil { // on the connection, so within the transaction
			return err
		}
	}
	if len(args) > 0 {
		if _, err := tx.ExecContext(ctx, w.statement(t, len(args)/width), args...); err != nil {
			return err
		}
	}
	clear(t.args)
	t.args = t.args[:0]
	return nil
}

// statement inserts so many rows.
func (w *writer) statement(t *table, rows int) string {
	var b strings.Builder
	b.WriteString(`INSERT INTO "` + t.name + `" ("` + strings.Join(t.columns, `", "`) + `") VALUES `)
	n := 0
	for r := range rows {
		if r > 0 {
			b.WriteString(", ")
		}
		b.WriteByte('(')
		for c := range t.columns {
			if c > 0 {
				b.WriteByte(',')
			}
			if n++; w.dialect == dialect.Postgres {
				fmt.Fprintf(&b, "$%d", n)
			} else {
				b.WriteByte('?')
			}
		}
		b.WriteByte(')')
	}
	return b.String()
}

// finish makes the next ids of the database follow the written ones, and lets it look at what it holds, so
// that it plans well.
func (w *writer) finish(ctx context.Context) error {
	if w.dialect == dialect.Postgres {
		for _, t := range w.order {
			if t.rows == 0 {
				continue
			}
			query, args := entsql.Dialect(w.dialect).Select().
				AppendSelectExpr(entsql.ExprFunc(func(b *entsql.Builder) {
					b.WriteString("setval(pg_get_serial_sequence(").Arg(`"` + t.name + `"`).WriteString(", 'id'), ").Arg(t.next - 1).WriteString(")")
				})).Query()
			if _, err := w.conn.ExecContext(ctx, query, args...); err != nil {
				return fmt.Errorf("set the next id of %s: %w", t.name, err)
			}
		}
	}
	if _, err := w.conn.ExecContext(ctx, "ANALYZE"); err != nil {
		return fmt.Errorf("analyse: %w", err)
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
