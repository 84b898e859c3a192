// Package narrow writes conditions of filters in the forms that an index serves.
//
// They hold where a condition must be true. What is not known makes most of them false where SQL would say null,
// so they must not stand under a NOT; Is may.
package narrow

import "entgo.io/ent/dialect/sql"

// Is keeps rows whose column holds this truth. A bare column is a condition too, but SQLite looks for none of
// those in an index.
func Is(column string, truth bool) func(*sql.Selector) {
	return func(s *sql.Selector) {
		column := s.C(column)
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(column).WriteString(map[bool]string{true: " = TRUE", false: " = FALSE"}[truth])
		}))
	}
}
