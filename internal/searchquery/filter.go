package searchquery

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"councilgraph/internal/searchtext"
)

// In is where a query looks.
type In struct {
	// Kind is the kind of texts that is asked for.
	Kind searchtext.Kind
	// First and Last bound the numbers of the texts: see searchtext.Range.
	First, Last int64
	// Council is the id of the only council whose texts are asked for, 0 where there is no such one.
	Council int64
	// Marks are lists of marks; a text must have one out of each.
	Marks [][]string
	// Titled asks for the words in the title.
	Titled bool
}

// From writes FROM and WHERE of the texts that fit. Of two indexes, as for titles, the planner must see which finds less.
func (q *Query) From(b *sql.Builder, in In) { q.from(b, in, !in.bounded() && !in.Titled) }

// from is From. Blind keeps PostgreSQL's planner from seeing the words, where the index finds them whatever they are: it would make a
// plan anew each time, which can take longer than the search.
func (q *Query) from(b *sql.Builder, in In, blind bool) {
	if b.Dialect() != dialect.Postgres {
		q.fromFTS5(b, in, func() { b.Arg(in.First) })
		return
	}
	have := func(column, words string) {
		b.WriteString(column).WriteString(" @@ ")
		if blind {
			b.WriteString("(SELECT CAST(").Arg(words).WriteString(" AS tsquery))")
			return
		}
		b.WriteString("CAST(").Arg(words).WriteString(" AS tsquery)")
	}
	b.WriteString(" FROM search_words WHERE ")
	have("words", q.TSQuery(in, false))
	if in.Titled {
		b.WriteString(" AND ")
		have("titles", q.TSQuery(in, true))
	}
	if in.bounded() {
		b.WriteString(" AND id BETWEEN ").Arg(in.First).WriteString(" AND ").Arg(in.Last)
	}
}

// bounded says that not all numbers of the kind are asked for. All of them need no bound: the mark of the kind says so, and their
// range would be read beside it.
func (in In) bounded() bool {
	first, last, _ := searchtext.Range(in.Kind, "", "")
	return in.First != first || in.Last != last
}

// own makes a word one of the council's, nil where all councils are asked for.
func (in In) own() func(string) string {
	if in.Council == 0 {
		return nil
	}
	before := searchtext.CouncilWord(in.Kind, in.Council, "")
	return func(word string) string { return before + word }
}

// ofKind are the marks as PostgreSQL's index has them, with that of the council where the words do not tell it. The kind is in them:
// PostgreSQL intersects lists in the index, where a range of numbers would have every text of the other kinds read.
func (in In) ofKind(council bool) [][]string {
	lists := in.Marks
	if council && in.Council != 0 {
		lists = append([][]string{{searchtext.CouncilMark(in.Council)}}, lists...)
	}
	if council && len(lists) == 0 {
		return [][]string{{searchtext.KindMark(in.Kind)}}
	}
	out := make([][]string, len(lists))
	for i, list := range lists {
		for _, m := range list {
			out[i] = append(out[i], searchtext.OfKind(in.Kind, m))
		}
	}
	return out
}

// fromFTS5 is From for SQLite, with the first number as it is written.
func (q *Query) fromFTS5(b *sql.Builder, in In, first func()) {
	b.WriteString(" FROM search_words WHERE search_words MATCH ").Arg(q.FTS5(in)).WriteString(" AND rowid BETWEEN ")
	first()
	b.WriteString(" AND ").Arg(in.Last)
}

// Latest writes a query of the numbers of the latest texts that fit, so many at most.
func (q *Query) Latest(b *sql.Builder, in In, most int) {
	if b.Dialect() == dialect.Postgres {
		// Without the step between, the planner can take words for common that are not, and read all texts back
		// from the latest to look for them.
		b.WriteString("WITH hits AS MATERIALIZED (SELECT id")
		q.From(b, in)
		b.WriteString(") SELECT id FROM hits ORDER BY id DESC LIMIT ").Arg(most)
		return
	}
	b.WriteString("SELECT rowid AS id")
	q.From(b, in)
	b.WriteString(" ORDER BY rowid DESC LIMIT ").Arg(most)
}

// Recent writes a query of the numbers of texts that fit among the latest of all, so many at most. It reads
// no more than the window: the quick way for words that stand nearly everywhere. PostgreSQL only; SQLite's
// index gives the latest first by itself.
func (q *Query) Recent(b *sql.Builder, in In, window, most int) {
	b.WriteString("SELECT id FROM (SELECT id, words FROM search_words WHERE id BETWEEN ").Arg(in.First).WriteString(" AND ").Arg(in.Last)
	b.WriteString(" ORDER BY id DESC LIMIT ").Arg(window).WriteString(") AS latest WHERE words @@ CAST(").Arg(q.TSQuery(in, false))
	b.WriteString(" AS tsquery) ORDER BY id DESC LIMIT ").Arg(most)
}

// Count writes a query that counts the texts that the term stands in, as far as most.
func (t Term) Count(b *sql.Builder, most int) {
	b.WriteString("SELECT COUNT(*) FROM (SELECT 1 FROM search_words WHERE ")
	if b.Dialect() == dialect.Postgres {
		b.WriteString("words @@ CAST(").Arg(t.tsquery()).WriteString(" AS tsquery)")
	} else {
		b.WriteString("search_words MATCH ").Arg(t.fts5())
	}
	b.WriteString(" LIMIT ").Arg(most).WriteString(") AS n")
}

// Within narrows a filter to texts of which the index itself tells the council, the committee and the day, so that
// it gives no others. Nil and empty set no bound; the days are the first and the last.
type Within struct {
	Councils, Committees []int
	From, To             string
	// Newest asks for no more than the latest so many, and all others of the day of the last of them; 0 for all.
	Newest int
	// Counted adds how many there are in all to each row, as the column Total: on PostgreSQL, for Newest, which finds all of
	// them there.
	Counted bool
}

// MostMarked is how many councils or committees are given to the index; the list is narrowed by more without it.
const MostMarked = 20

// Filter narrows a list of nodes of a kind to those whose text the query finds.
func (q *Query) Filter(s *sql.Selector, k searchtext.Kind, within Within) {
	in := within.in(k)
	if within.Newest > 0 && s.Dialect() == dialect.Postgres {
		q.newestHits(s, in, within)
		return
	}
	s.Where(sql.P(func(b *sql.Builder) {
		b.Ident(s.C("id"))
		switch {
		case within.Newest > 0:
			q.newest(b, in, within.Newest)
		case b.Dialect() == dialect.Postgres:
			b.WriteString(" IN (SELECT node_id")
			q.from(b, in, false) // among other conditions, of which the planner must know the narrowest
			b.WriteString(")")
		default:
			b.WriteString(" IN (SELECT node_id FROM search_texts WHERE id IN (SELECT rowid")
			q.From(b, in)
			b.WriteString("))")
		}
	}))
}

// newest compares with the nodes of the latest texts that fit: of those from the day of the last of so many on. SQLite's index
// is in that order, and is read no further.
func (q *Query) newest(b *sql.Builder, in In, most int) {
	b.WriteString(" IN (SELECT node_id FROM search_texts WHERE id IN (SELECT rowid")
	q.fromFTS5(b, in, func() {
		b.WriteString("(SELECT ").WriteString(searchtext.DayOf("min(id)")).WriteString(" FROM (")
		q.Latest(b, in, most)
		b.WriteString("))")
	})
	b.WriteString("))")
}

// Total is the column of Within.Counted.
const Total = "total"

// newestHits does the same on PostgreSQL. Its index is in no order, so that all that fit are found, and sorted by their numbers. A
// list of nodes that is made beforehand keeps the planner from looking through all nodes for so few.
func (q *Query) newestHits(s *sql.Selector, in In, within Within) {
	if in.Council != 0 {
		q.newestOwn(s, in, within)
		return
	}
	s.Prefix(sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("WITH hits AS MATERIALIZED (SELECT id, node_id")
		q.From(b, in)
		b.WriteString(")")
	}))
	if within.Counted {
		s.AppendSelectExprAs(sql.Raw("(SELECT COUNT(*) FROM hits)"), Total)
	}
	s.Where(sql.P(func(b *sql.Builder) {
		b.Ident(s.C("id")).WriteString(" = ANY(ARRAY(SELECT node_id FROM hits WHERE id >= (SELECT ").WriteString(searchtext.DayOf("min(id)"))
		b.WriteString(" FROM (SELECT id FROM hits ORDER BY id DESC LIMIT ").Arg(within.Newest).WriteString(") AS latest)))")
	}))
}

// newestOwn is newestHits within one council, of which there are not so many that they would fill the server's memory. Each text becomes
// one number, of the day and of the lower half of its node's id, of which the upper half is the same for all of a kind: a list of such
// numbers is sorted several times as fast as rows.
func (q *Query) newestOwn(s *sql.Selector, in In, within Within) {
	const half = "4294967295"
	hit := "(" + searchtext.Day("id") + " << 32 | (node_id & " + half + "))"
	s.Prefix(sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("WITH found AS MATERIALIZED (SELECT COUNT(*) AS n, MAX(node_id) >> 32 << 32 AS kind, array_agg(" + hit + " ORDER BY " + hit + ") AS hits")
		q.From(b, in)
		b.WriteString(")")
	}))
	if within.Counted {
		s.AppendSelectExprAs(sql.Raw("(SELECT n FROM found)"), Total)
	}
	s.Where(sql.P(func(b *sql.Builder) {
		b.Ident(s.C("id")).WriteString(" = ANY(ARRAY(SELECT kind | (hit & " + half + ") FROM (SELECT kind, unnest(hits[1 + width_bucket((hits[GREATEST(1, n - ").
			Arg(within.Newest - 1).WriteString(")] >> 32 << 32) - 1, hits):]) AS hit FROM found) AS latest))")
	}))
}

// Count is a query of how many nodes of a kind have a text that the query finds.
func (q *Query) Count(d string, k searchtext.Kind, within Within) *sql.Builder {
	b := &sql.Builder{}
	b.SetDialect(d)
	b.WriteString("SELECT COUNT(*)")
	q.From(b, within.in(k))
	return b
}

// in is where in the index the texts of a kind stand that are within.
func (w Within) in(k searchtext.Kind) In {
	in := In{Kind: k}
	if k.Dated() {
		in.First, in.Last, _ = searchtext.Range(k, w.From, w.To)
	} else {
		in.First, in.Last, _ = searchtext.Range(k, "", "")
	}
	if len(w.Councils) == 1 && w.Councils[0] != 0 { // no council has the id 0, and a mark of none finds nothing
		in.Council = int64(w.Councils[0])
	} else {
		in.mark(w.Councils, searchtext.CouncilMark)
	}
	in.mark(w.Committees, searchtext.CommitteeMark)
	return in
}

// mark asks for one of these marks, unless there is none or there are too many.
func (in *In) mark(ids []int, mark func(int64) string) {
	if len(ids) == 0 || len(ids) > MostMarked {
		return
	}
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = mark(int64(id))
	}
	in.Marks = append(in.Marks, list)
}
