package narrow

import "entgo.io/ent/dialect/sql"

// Width is how many rows the conditions of a filter can leave.
type Width int

// From many to one.
const (
	// Many says that nothing is known: the rows can be most of their table.
	Many Width = iota
	// Few says that a name, a day or another node picks the rows: they are worth being looked up first.
	Few
	// One says that a unique column picks the row.
	One
)

// Narrowest is the width of conditions that must all be fulfilled.
func Narrowest(all ...Width) Width {
	w := Many
	for _, one := range all {
		w = max(w, one)
	}
	return w
}

// Widest is the width of conditions of which one is enough: no single row, but few where all of them leave few.
func Widest(either ...Width) Width {
	w := Few
	for _, one := range either {
		w = min(w, one)
	}
	return w
}

// To keeps rows whose column leads to a row of the table that fulfils the conditions: rows that are few are
// looked up first and the column is compared with their ids, of which one is a value that the orders of its index
// hold for. Rows that can be many are asked for each row in turn, so that a page ends as soon as it is full.
func To(column, table string, w Width, fulfils func(*sql.Selector)) func(*sql.Selector) {
	return func(s *sql.Selector) { related(s, column, table, "id", w, fulfils) }
}

// From keeps rows to which the column of a row of the table leads that fulfils the conditions, looked up first.
func From(table, column string, w Width, fulfils func(*sql.Selector)) func(*sql.Selector) {
	return func(s *sql.Selector) { related(s, "id", table, column, w, fulfils) }
}

func related(s *sql.Selector, own, table, other string, w Width, fulfils func(*sql.Selector)) {
	d := sql.Dialect(s.Dialect())
	t := d.Table(table)
	rows := d.Select(t.C(other)).From(t)
	rows.WithContext(s.Context())
	fulfils(rows)
	column, operator := s.C(own), " IN "
	if w == One {
		operator = " = "
	}
	s.Where(sql.P(func(b *sql.Builder) {
		b.Ident(column).WriteString(operator).Wrap(func(b *sql.Builder) { b.Join(rows) })
	}))
}
