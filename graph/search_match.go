package graph

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/internal/searchquery"
	"councilgraph/internal/searchtext"
)

// How many texts of each kind are ranked: the latest that fit, and the latest that have the words in their
// title. And how many are counted.
const (
	rankedTexts  = 1500
	titledTexts  = 500
	countedTexts = 10000
	skimmedTexts = 6000 // of each kind, that PostgreSQL looks through for common words before it asks its index
)

// searching is one search on its way.
type searching struct {
	store *ent.Client
	query *searchquery.Query
	scope *searchScope
}

// match is a text that fits.
type match struct {
	node, council int
	score         int64
}

// ranked are the texts that fit, with their scores, by their numbers. What the database gives are numbers and
// counts of words, the same from either; the rest is computed here.
func (s *searching) ranked(ctx context.Context) (map[int64]match, error) {
	terms := s.query.Terms()
	counts, err := s.countTerms(ctx, terms)
	if err != nil {
		return nil, err
	}
	ranker := searchquery.NewRanker(terms, counts)
	found := map[int64]match{}
	open, full := s.scope.ranges, []searchRange(nil)
	if s.store.Dialect() == dialect.Postgres && ranker.Common() && s.scope.council == 0 && len(s.scope.marks) == 0 {
		if full, err = s.skim(ctx, ranker, found); err != nil {
			return nil, err
		}
		open = slices.DeleteFunc(slices.Clone(open), func(r searchRange) bool { return slices.Contains(full, r) })
	}
	more, err := s.collect(ctx, open, false, rankedTexts, ranker, found)
	if err != nil {
		return nil, err
	}
	_, err = s.collect(ctx, append(full, more...), true, titledTexts, ranker, found)
	return found, err
}

// collect adds the latest texts of each range that fit, and gives the ranges that hold more.
func (s *searching) collect(ctx context.Context, ranges []searchRange, titled bool, most int, ranker *searchquery.Ranker, found map[int64]match) ([]searchRange, error) {
	return s.take(ctx, ranges, most, ranker, found, func(b *sql.Builder, r searchRange) {
		s.query.Latest(b, s.in(r, titled), most)
	})
}

// skim does the same for the ranges whose latest texts hold enough that fit, and gives those.
func (s *searching) skim(ctx context.Context, ranker *searchquery.Ranker, found map[int64]match) ([]searchRange, error) {
	return s.take(ctx, s.scope.ranges, rankedTexts, ranker, found, func(b *sql.Builder, r searchRange) {
		s.query.Recent(b, s.in(r, false), skimmedTexts, rankedTexts)
	})
}

// take scores the texts whose numbers the queries give, and says of which ranges there were most.
func (s *searching) take(ctx context.Context, ranges []searchRange, most int, ranker *searchquery.Ranker, found map[int64]match, numbers func(*sql.Builder, searchRange)) ([]searchRange, error) {
	if len(ranges) == 0 {
		return nil, nil
	}
	b := s.builder()
	for i, r := range ranges {
		if i > 0 {
			b.WriteString(" UNION ALL ")
		}
		b.WriteString("SELECT t.id, t.node_id, t.council_id, t.terms FROM (")
		numbers(b, r)
		b.WriteString(") AS f JOIN search_texts AS t ON t.id = f.id")
	}
	var number int64
	var m match
	var tally string
	of := map[searchtext.Kind]int{}
	err := s.each(ctx, b, []any{&number, &m.node, &m.council, &tally}, func() {
		kind := searchtext.KindOf(number)
		of[kind]++
		if _, known := found[number]; !known {
			m.score = ranker.Score(kind, searchtext.Tally(tally))
			found[number] = m
		}
	})
	var full []searchRange
	for _, r := range ranges {
		if of[r.kind] == most {
			full = append(full, r)
		}
	}
	return full, err
}

// in is where the query looks for one kind of text.
func (s *searching) in(r searchRange, titled bool) searchquery.In {
	return searchquery.In{Kind: r.kind, First: r.first, Last: r.last, Council: s.scope.council, Marks: s.scope.marks, Titled: titled}
}

// countTerms counts the texts that each term stands in, as far as the ranking needs.
func (s *searching) countTerms(ctx context.Context, terms []searchquery.Term) ([]int, error) {
	return s.counts(ctx, len(terms), func(b *sql.Builder, i int) { terms[i].Count(b, searchquery.CountedTexts) })
}

// counts runs queries that give one number each.
func (s *searching) counts(ctx context.Context, n int, write func(b *sql.Builder, i int)) ([]int, error) {
	b := s.builder()
	into, counts := make([]any, n), make([]int, n)
	for i := range n {
		b.WriteString([]string{"SELECT (", ", ("}[min(i, 1)])
		write(b, i)
		b.WriteString(")")
		into[i] = &counts[i]
	}
	return counts, s.each(ctx, b, into, func() {})
}

func (s *searching) builder() *sql.Builder {
	b := &sql.Builder{}
	b.SetDialect(s.store.Dialect())
	return b
}

// each runs a query and reads every row into the same variables.
func (s *searching) each(ctx context.Context, b *sql.Builder, into []any, row func()) (err error) {
	query, args := b.Query()
	rows, err := s.store.QueryContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	defer func() {
		if closing := rows.Close(); err == nil {
			err = closing
		}
	}()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return fmt.Errorf("search: %w", err)
		}
		row()
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("search: %w", err)
	}
	return nil
}
