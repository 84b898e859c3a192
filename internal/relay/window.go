package relay

import "entgo.io/ent/dialect/sql"

// ordering is one column of an ORDER BY.
type ordering struct {
	column string
	desc   bool
}

// perParent cuts a query to n rows for each value of fk, in the order given, in one statement.
func perParent(fk string, n int, order []ordering) func(*sql.Selector) {
	return func(s *sql.Selector) {
		d := sql.Dialect(s.Dialect())
		columns := s.UnqualifiedColumns()
		numbered := d.Select("*").From(d.Table("rows_of_parents"))
		by := sql.ExprFunc(func(b *sql.Builder) {
			for i, o := range order {
				if i > 0 {
					b.Comma()
				}
				b.Ident(o.column)
				if o.desc {
					b.WriteString(" DESC")
				}
			}
		})
		numbered.AppendSelectExprAs(sql.RowNumber().PartitionBy(fk).OrderExpr(by), "row_of_parent")
		with := d.With("rows_of_parents").As(s.Clone()).With("numbered_rows").As(numbered)
		t := d.Table("numbered_rows").As(s.TableName())
		*s = *d.Select(columns...).From(t).Where(sql.LTE(t.C("row_of_parent"), n)).Prefix(with)
		s.OrderBy(t.C(fk), t.C("row_of_parent"))
	}
}

// FirstPerParentBy cuts a query to the first n rows for each value of fk, in the order of the terms, which
// must be total.
func FirstPerParentBy(fk string, n int, terms ...Term) func(*sql.Selector) {
	order := make([]ordering, len(terms))
	for i, t := range terms {
		order[i] = ordering{t.Column, t.Desc}
	}
	return perParent(fk, n, order)
}

// FirstPerParent cuts a query to the first n rows for each value of fk, ordered by the column and the id.
func FirstPerParent(fk, column string, n int) func(*sql.Selector) {
	return perParent(fk, n, []ordering{{column: column}, {column: "id"}})
}
