package figures

import "entgo.io/ent/dialect/sql"

// SelectCell makes a query of a kind's nodes give the cells that they count in, and how many in each: council,
// committee, value, month, count. What is unknown is 0 or "". A kind without dimensions counts by council.
func SelectCell(query *sql.Selector, k Kind) {
	joins := NewJoins(query)
	query.Select()
	column := func(alias string, write func(b *sql.Builder)) {
		query.AppendSelectExprAs(sql.ExprFunc(write), alias)
		query.GroupBy(alias)
	}
	or := func(column, none string) func(b *sql.Builder) {
		return func(b *sql.Builder) {
			b.WriteString("COALESCE(").Ident(column).WriteString(", " + none + ")")
		}
	}
	literal := func(text string) func(b *sql.Builder) {
		return func(b *sql.Builder) { b.WriteString(text) }
	}
	column("of_council", or(joins.Column(k.Council()), "0"))
	if len(k.Dimensions) == 0 {
		query.AppendSelectExprAs(sql.ExprFunc(literal("0")), "of_committee")
		query.AppendSelectExprAs(sql.ExprFunc(literal("''")), "of_value")
		query.AppendSelectExprAs(sql.ExprFunc(literal("''")), "of_month")
	} else {
		column("of_committee", or(joins.Column(k.Committee()), "0"))
		if d, ok := k.Dimension(k.Value); ok {
			column("of_value", or(joins.Column(d.Column), "''"))
		} else {
			query.AppendSelectExprAs(sql.ExprFunc(literal("''")), "of_value")
		}
		day := joins.Column(k.Date())
		column("of_month", func(b *sql.Builder) {
			b.WriteString("COALESCE(")
			Month.Write(b, day)
			b.WriteString(", '')")
		})
	}
	query.AppendSelectExprAs(sql.ExprFunc(literal("COUNT(*)")), "nodes")
}
