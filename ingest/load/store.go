package load

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/schema/field"

	"councilgraph/ent"
	"councilgraph/internal/searchtext"
	"councilgraph/internal/turn"
)

// bound is how many values one statement binds at most. It is far below what either database takes: the cost of
// binding grows with the square of their number in the driver of SQLite.
const bound = 250

// store is one transaction of the graph, or a council's part of one, as plain rows. Rows of every kind are read, compared and
// written by the same few functions, which is also how they are written many at a time.
type store struct {
	tx      *ent.Tx
	dialect string
	first   bool                     // the store held no page of the council before: all nodes that pages speak of are among the written
	made    touched                  // nodes that this transaction has made, those that it has taken away again among them
	joined  idSet                    // resolutions whose parts this transaction has looked at
	months  map[covered]bool         // months of committees that are counted again before it ends
	was     map[string]map[int64]row // nodes that this transaction has changed, as they were before, by kind and id
	lost    map[string]cellCounts    // what leaves the cells of the figures, by kind
	entries searchtext.Entries       // of the index of words
	derived bool                     // something was written that is kept beside the nodes and answers depend on
}

// notMade are those of these nodes that this transaction has not made. Of the others nothing that is derived stands yet, since it is
// derived once, at the end.
func (s *store) notMade(kind string, ids []int64) []int64 {
	return slices.DeleteFunc(slices.Clone(ids), func(id int64) bool { return s.made.is(kind, int(id)) })
}

// keep remembers a node as it was before it is changed.
func (s *store) keep(kind string, id int64, old row) {
	if s.was == nil {
		s.was = map[string]map[int64]row{}
	}
	if s.was[kind] == nil {
		s.was[kind] = map[int64]row{}
	}
	if s.was[kind][id] == nil {
		s.was[kind][id] = old
	}
}

// alone makes writers of one council wait for each other until their transactions end. SQLite has one
// writer by nature.
func (s *store) alone(ctx context.Context, council int) error {
	if s.dialect != dialect.Postgres {
		return nil
	}
	if _, err := s.tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", council); err != nil {
		return fmt.Errorf("wait for the other writers: %w", err)
	}
	return nil
}

// inOrder makes writers to the feed wait for each other until their transactions end, so that its ids grow
// in the order in which transactions end: whoever has read the feed up to an id then never misses a
// lower one that appears later. It comes last in a transaction, because it holds up all councils.
func (s *store) inOrder(ctx context.Context) error {
	if s.dialect != dialect.Postgres {
		return nil
	}
	// Locks of two numbers are apart from those of one, which are councils.
	if _, err := s.tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock(0, 0)"); err != nil {
		return fmt.Errorf("wait for the other writers of the feed: %w", err)
	}
	return nil
}

func (s *store) sql() *entsql.DialectBuilder { return entsql.Dialect(s.dialect) }

// keyed are the rows with these keys, with their ids.
func (s *store) keyed(ctx context.Context, k *kind, keys []string) (map[string]row, error) {
	return s.found(ctx, k, "key", anys(keys))
}

// found are the rows whose column holds one of these values, by key.
func (s *store) found(ctx context.Context, k *kind, column string, values []any) (map[string]row, error) {
	names := k.names()
	out := make(map[string]row, len(values))
	for chunk := range slices.Chunk(values, bound) {
		t := s.sql().Table(k.table)
		query, args := s.sql().Select(names...).From(t).Where(entsql.In(column, chunk...)).Query()
		err := s.rows(ctx, query, args, func(rows scanner) error {
			r, err := scan(rows, k)
			if err == nil {
				out[r["key"].(string)] = r
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", k.table, err)
		}
	}
	return out, nil
}

// ids are the ids of the rows with these keys.
func (s *store) ids(ctx context.Context, table string, keys []string) (map[string]int64, error) {
	out := make(map[string]int64, len(keys))
	for chunk := range slices.Chunk(keys, bound) {
		query, args := s.sql().Select("id", "key").From(s.sql().Table(table)).Where(entsql.In("key", anys(chunk)...)).Query()
		err := s.rows(ctx, query, args, func(rows scanner) error {
			var id int64
			var key string
			err := rows.Scan(&id, &key)
			out[key] = id
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read ids of %s: %w", table, err)
		}
	}
	return out, nil
}

// insert writes rows of equal columns, whose values stand row behind row, and gives their ids in their order. The first column is
// that of the ids, for which the values leave a place.
func (s *store) insert(ctx context.Context, table string, columns []string, values []any) ([]int64, error) {
	ids, err := s.newIDs(ctx, table, len(values)/len(columns))
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		values[i*len(columns)] = id
	}
	return ids, s.add(ctx, table, columns, values)
}

// insertRow writes one row, and gives its id.
func (s *store) insertRow(ctx context.Context, table string, r row) (int64, error) {
	columns, values := []string{"id"}, []any{nil}
	for _, name := range sorted(r) {
		columns, values = append(columns, name), append(values, r[name])
	}
	ids, err := s.insert(ctx, table, columns, values)
	if err != nil {
		return 0, err
	}
	return ids[0], nil
}

// newIDs are ids for so many new rows of a table, in ascending order. Told beforehand they need not be read back.
func (s *store) newIDs(ctx context.Context, table string, n int) ([]int64, error) {
	if n == 0 {
		return nil, nil
	}
	out := make([]int64, 0, n)
	// The sequence is looked up once: where its name stood within nextval it would be for each id, at ten times the cost.
	query, args := "SELECT nextval(s.name) FROM (SELECT pg_get_serial_sequence($1, 'id')::regclass AS name OFFSET 0) AS s, generate_series(1, $2::int)", []any{`"` + table + `"`, n}
	if s.dialect == dialect.SQLite { // which has one writer, and counts on from the highest id by itself
		query, args = "SELECT seq FROM sqlite_sequence WHERE name = '"+table+"'", nil // named in the text, as the client needs it
	}
	err := s.rows(ctx, query, args, func(rows scanner) error {
		var id int64
		err := rows.Scan(&id)
		out = append(out, id)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("get new ids of %s: %w", table, err)
	}
	if s.dialect == dialect.SQLite {
		last := int64(0)
		if len(out) > 0 {
			last = out[0]
		}
		out = out[:0]
		for i := range n {
			out = append(out, last+1+int64(i))
		}
	}
	return out, nil
}

// copyFrom is from how many rows on they are given to the store by COPY: the client that internal/database opens for
// writing takes that as a statement, of SQLite too. It keeps the values, and those of an INSERT.
const copyFrom = 8

// inserted is how many values an INSERT binds: more of them cost SQLite's driver more than another statement.
const inserted = 120

// add writes rows of equal columns, whose values stand row behind row, and keeps the values.
func (s *store) add(ctx context.Context, table string, columns []string, values []any) error {
	if len(values) >= copyFrom*len(columns) {
		if _, err := s.tx.ExecContext(ctx, `COPY "`+table+`" ("`+strings.Join(columns, `", "`)+`") FROM STDIN`, values...); err != nil {
			return fmt.Errorf("write %s: %w", table, err)
		}
		return nil
	}
	query, of := "", 0 // the statement, and of how many rows it is
	for chunk := range slices.Chunk(values, max(1, inserted/len(columns))*len(columns)) {
		if rows := len(chunk) / len(columns); rows != of {
			query, of = s.inserting(table, columns, rows), rows
		}
		if _, err := s.tx.ExecContext(ctx, query, chunk...); err != nil {
			return fmt.Errorf("write %s: %w", table, err)
		}
	}
	return nil
}

// inserting is the statement that writes so many rows, with a place for each value: the text is the same whatever
// is null, so that it is prepared once.
func (s *store) inserting(table string, columns []string, rows int) string {
	var b strings.Builder
	b.WriteString(`INSERT INTO "` + table + `" ("` + strings.Join(columns, `", "`) + `") VALUES `)
	for n := range rows * len(columns) {
		switch {
		case n == 0:
			b.WriteByte('(')
		case n%len(columns) == 0:
			b.WriteString("), (")
		default:
			b.WriteString(", ")
		}
		if s.dialect == dialect.Postgres {
			fmt.Fprintf(&b, "$%d", n+1)
		} else {
			b.WriteByte('?')
		}
	}
	return b.String() + ")"
}

// update sets columns of one row.
func (s *store) update(ctx context.Context, table string, id int64, values row) error {
	if len(values) == 0 {
		return nil
	}
	u := s.sql().Update(table)
	for _, name := range sorted(values) {
		if values[name] == nil {
			u.SetNull(name)
		} else {
			u.Set(name, values[name])
		}
	}
	query, args := u.Where(entsql.EQ("id", id)).Query()
	if _, err := s.tx.ExecContext(ctx, query, args...); err != nil {
		return fmt.Errorf("update %s: %w", table, err)
	}
	return nil
}

// remove deletes the rows whose column holds one of these values.
func (s *store) remove(ctx context.Context, table, column string, values []any) error {
	for chunk := range slices.Chunk(values, bound) {
		query, args := s.sql().Delete(table).Where(entsql.In(column, chunk...)).Query()
		if _, err := s.tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("delete from %s: %w", table, err)
		}
	}
	return nil
}

// rows asks a query, and hands its rows over one by one, to a function that neither asks nor writes anything.
func (s *store) rows(ctx context.Context, query string, args []any, each func(scanner) error) (err error) {
	ctx, mine := turn.With(ctx)
	defer mine.End()
	found, err := s.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() {
		if closing := found.Close(); err == nil {
			err = closing
		}
	}()
	for found.Next() {
		if err := each(found); err != nil {
			return err
		}
	}
	return found.Err()
}

// scan reads a row of a kind; what is null is absent.
func scan(rows scanner, k *kind) (row, error) {
	var id int64
	into := []any{&id}
	for _, c := range k.columns {
		switch c.kind {
		case field.TypeInt, field.TypeInt64:
			into = append(into, &sql.NullInt64{})
		case field.TypeFloat64:
			into = append(into, &sql.NullFloat64{})
		case field.TypeBool:
			into = append(into, &sql.NullBool{})
		default:
			into = append(into, &sql.NullString{})
		}
	}
	if err := rows.Scan(into...); err != nil {
		return nil, err
	}
	r := row{"id": id}
	for i, c := range k.columns {
		switch v := into[i+1].(type) {
		case *sql.NullInt64:
			set(r, c.name, v.Valid, v.Int64)
		case *sql.NullFloat64:
			set(r, c.name, v.Valid, v.Float64)
		case *sql.NullBool:
			set(r, c.name, v.Valid, v.Bool)
		case *sql.NullString:
			set(r, c.name, v.Valid, v.String)
		}
	}
	return r, nil
}

func set(r row, name string, known bool, v any) {
	if known {
		r[name] = v
	}
}

func anys[T any](in []T) []any {
	out := make([]any, len(in))
	for i, v := range in {
		out[i] = v
	}
	return out
}

func sortedIDs(ids map[int64]bool) []int64 {
	out := make([]int64, 0, len(ids))
	for id := range ids {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

func sorted[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// known dialects, so that a wrong one fails at once.
func checkDialect(d string) error {
	if d != dialect.SQLite && d != dialect.Postgres {
		return fmt.Errorf("dialect %q: want %s or %s", d, dialect.SQLite, dialect.Postgres)
	}
	return nil
}

// scanner is a row that can be read.
type scanner interface{ Scan(into ...any) error }
