package plan

import (
	"strconv"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/internal/relay"
	"councilgraph/internal/searchquery"
)

// The names in statements: c0 is the level's own table, c1 and so on those that it joins, and p the nodes for which
// lists are read.

// statement is SQL with its arguments.
type statement struct {
	text string
	args []any
}

// window is which of its rows a list wants, and in which order.
type window struct {
	terms  []relay.Term
	back   bool
	limit  int // rows that are read
	filter func(*sql.Selector)
	seek   func(*sql.Selector)
	// counted says that the filter adds searchquery.Total to the rows.
	counted bool
	// guessed says that a planner has to guess how far in the list's order the rows stand that the filter leaves.
	guessed bool
	// of are the several nodes whose lists the list is made of, by the column that names them; none where it is one of its own.
	of     []int64
	column string
}

// order orders rows, and takes the first.
func (w window) order(s *sql.Selector) {
	for _, t := range w.terms {
		if t.Desc != w.back {
			s.OrderBy(sql.Desc(s.C(t.Column)))
		} else {
			s.OrderBy(sql.Asc(s.C(t.Column)))
		}
	}
	s.Limit(w.limit)
}

// quoted is a name as both databases take it.
func quoted(name string) string { return `"` + name + `"` }

func (l *level) alias(table int, name string) string {
	return "c" + strconv.Itoa(table) + "." + quoted(name)
}

// columns are what the level's statements select: keys, texts, then the columns that order the rows, and then the total.
func (l *level) columns(w window) string {
	var b strings.Builder
	for i, c := range l.keys {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(l.alias(c.table, c.name))
	}
	for _, c := range l.texts {
		b.WriteString(", ")
		b.WriteString(l.alias(c.table, c.name))
	}
	for _, t := range w.terms {
		b.WriteString(", ")
		b.WriteString(l.alias(0, t.Column))
	}
	if w.counted {
		b.WriteString(", ")
		b.WriteString(l.alias(0, searchquery.Total))
	}
	return b.String()
}

// ownColumns are the columns of the level's own table that its statements read, each once.
func (l *level) ownColumns(w window) []string {
	var out []string
	seen := map[string]bool{}
	add := func(name string) {
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	for _, in := range [][]column{l.keys, l.texts} {
		for _, c := range in {
			if c.table == 0 {
				add(c.name)
			}
		}
	}
	for _, j := range l.tables[1:] {
		if j.from == 0 {
			add(j.column)
		}
	}
	for _, t := range w.terms {
		add(t.Column)
	}
	return out
}

// joined is the level's joins, as SQL.
func (l *level) joined() string {
	var b strings.Builder
	for i, j := range l.tables[1:] {
		b.WriteString(" LEFT JOIN " + quoted(j.kind.Table) + " AS c" + strconv.Itoa(i+1) + " ON " + l.alias(i+1, "id") + " = " + l.alias(j.from, j.column))
	}
	return b.String()
}

// inner selects the rows of the level's own table that a list wants. Total is how many arguments come before its own.
func (l *level) inner(d string, columns []string, total int, narrow func(*sql.Selector), w window) (string, []any, error) {
	s := l.narrowed(d, columns, total, narrow, w)
	w.order(s)
	text, args := s.Query()
	return text, args, s.Err()
}

// narrowed selects all rows of which a list wants the first.
func (l *level) narrowed(d string, columns []string, total int, narrow func(*sql.Selector), w window) *sql.Selector {
	dialect := sql.Dialect(d)
	s := dialect.Select().From(dialect.Table(l.kind.Table))
	s.SetTotal(total)
	s.Select(s.Columns(columns...)...)
	if narrow != nil {
		narrow(s)
	}
	if w.filter != nil {
		w.filter(s)
	}
	if w.seek != nil {
		w.seek(s)
	}
	return s
}

// ordering are the columns that tell where in the list a row stands, its id among them.
func (w window) ordering() []string {
	out := make([]string, len(w.terms))
	for i, t := range w.terms {
		out[i] = t.Column
	}
	return out
}

// firsts are the rows of which an expression gives, under that name, where they stand. The rest of a row is read for the page alone.
func (l *level) firsts(d, from string, w window) string {
	s := sql.Dialect(d).Select().As("firsts").FromExpr(sql.Raw(from))
	w.order(s.Select(s.C("id")))
	text, _ := s.Query()
	return "SELECT " + l.columns(w) + " FROM (" + text + ") AS firsts JOIN " + quoted(l.kind.Table) + " AS c0 ON " + l.alias(0, "id") + " = firsts." + quoted("id") + l.joined()
}

// whole is the rows of a list that belongs to no node.
func (l *list) whole(d string, w window) (statement, error) {
	return l.worded(wholeForm, w, func() (statement, error) { return l.level.selected(d, w, nil) })
}

// of is the rows of a list of one node, whose id comes before the arguments.
func (l *list) of(d string, w window) (statement, error) {
	return l.worded(ofForm, w, func() (statement, error) {
		s, err := l.level.selected(d, w, related(d, l.relation, func(column string) *sql.Predicate { return sql.EQ(column, int64(0)) }))
		if err == nil {
			s.args = s.args[1:]
		}
		return s, err
	})
}

// selected is the rows that a list wants of those that are narrowed so.
func (l *level) selected(d string, w window, narrow func(*sql.Selector)) (statement, error) {
	text, args, err := l.inner(d, l.ownColumns(w), 0, narrow, w)
	return statement{"SELECT " + l.columns(w) + " FROM (" + text + ") AS c0" + l.joined(), args}, err
}

// sought is selected, with all rows that fulfil the conditions found before they are put in order: PostgreSQL sees the step of no rows
// left out as one of its own.
func (l *level) sought(d string, w window, narrow func(*sql.Selector)) (statement, error) {
	s := l.narrowed(d, w.ordering(), 0, narrow, w)
	s.Offset(0)
	text, args := s.Query()
	return statement{l.firsts(d, "("+text+") AS firsts", w), args}, s.Err()
}

// related narrows rows to those of a relation: is says what the column with the node's id must be.
func related(d string, relation *ent.Relation, is func(column string) *sql.Predicate) func(*sql.Selector) {
	return func(s *sql.Selector) {
		if relation.Through == "" {
			s.Where(is(s.C(relation.Column)))
			return
		}
		t := sql.Dialect(d).Table(relation.Through).As("through")
		s.Join(t).On(s.C("id"), t.C(relation.ThroughOther)).Where(is(t.C(relation.ThroughNode)))
	}
}

// ofMany is the rows of the lists of many nodes, each with its own first rows, before them the id of the node. A list of
// the nodes' ids comes before the arguments. SQLite has no such statement.
func (l *list) ofMany(d string, w window) (statement, error) {
	return l.worded(ofManyForm, w, func() (statement, error) {
		narrow := related(d, l.relation, func(column string) *sql.Predicate { return sql.ExprP(column + " = p.id") })
		text, args, err := l.level.inner(d, l.level.ownColumns(w), 1, narrow, w)
		return statement{
			"SELECT p.id, " + l.level.columns(w) + " FROM unnest($1::bigint[]) AS p(id) CROSS JOIN LATERAL (" + text + ") AS c0" + l.level.joined(), args,
		}, err
	})
}

// ofSeveral is the rows of a list that is made of those of several nodes: of the first of each, the first. A list of the nodes' ids comes
// before the arguments. A planner that knows how many rows the nodes have, and not where in the order they stand, would walk all of the
// table for them: what was loaded council by council stands in the order of ids so.
func (l *level) ofSeveral(d string, w window) (statement, error) {
	narrow := func(s *sql.Selector) { s.Where(sql.ExprP(s.C(w.column) + " = p.id")) }
	text, args, err := l.inner(d, w.ordering(), 1, narrow, w)
	return statement{l.firsts(d, "unnest($1::bigint[]) AS p(id) CROSS JOIN LATERAL ("+text+") AS firsts", w), args}, err
}

// byID is the rows with the ids.
func (l *level) byID(d string, ids []int64) statement {
	l.worded.Do(func() {
		text := "SELECT " + l.columns(window{}) + " FROM " + quoted(l.kind.Table) + " AS c0" + l.joined() + " WHERE c0." + quoted("id")
		l.byOne, l.bySome = text+" = "+firstArgument(d), text+among(d)
	})
	if len(ids) == 1 {
		return statement{l.byOne, []any{ids[0]}}
	}
	return statement{l.bySome, []any{listOf(d, ids)}}
}

// firstArgument is how a dialect names the first argument of a statement.
func firstArgument(d string) string {
	if d == dialect.SQLite {
		return "?"
	}
	return "$1"
}

// among compares with a list that is the first argument.
func among(d string) string {
	if d == dialect.SQLite {
		return " IN (SELECT value FROM json_each(?))"
	}
	return " = ANY($1)"
}

// listOf is a list of ids as one argument.
func listOf(d string, ids []int64) any {
	if d != dialect.SQLite {
		return ids
	}
	b := []byte{'['}
	for i, id := range ids {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, id, 10)
	}
	return string(append(b, ']'))
}

// counted counts the lists of many nodes.
func (l *level) counted(d string, w window, relation *ent.Relation, ids []int64) (statement, error) {
	dialect := sql.Dialect(d)
	s := dialect.Select().From(dialect.Table(l.kind.Table))
	s.SetTotal(1)
	column := s.C(relation.Column)
	s.Select(column, sql.Count("*")).GroupBy(column)
	s.Where(sql.ExprP(column + among(d))) // first, as its argument is
	if w.filter != nil {
		w.filter(s)
	}
	text, args := s.Query()
	return statement{text, append([]any{listOf(d, ids)}, args...)}, s.Err()
}
