package load

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/internal/searchtext"
)

// indexed is a text of the index.
type indexed struct{ number, digest int64 }

// arrival is a text on its way into the index.
type arrival struct {
	searchable
	number int64
	entry  searchtext.Entry
}

// probes is how far behind its own number a text can stand: as many others came to the same one.
const probes = 1000

// search brings the texts of nodes of one kind into the index, and leaves alone what stands there already.
func (s *store) search(ctx context.Context, k searchtext.Kind, nodes []int64) error {
	if len(nodes) == 0 {
		return nil
	}
	if k == searchtext.Document && len(nodes) > bound { // their texts can be long
		for chunk := range slices.Chunk(nodes, bound) {
			if err := s.search(ctx, k, chunk); err != nil {
				return err
			}
		}
		return nil
	}
	texts, err := s.searchables(ctx, k, nodes)
	if err != nil {
		return err
	}
	stored, err := s.searched(ctx, s.notMade(k.Name(), nodes))
	if err != nil {
		return err
	}
	var old []int64
	var fresh []*arrival
	for _, t := range texts {
		a := &arrival{t, searchtext.Number(k, t.date, t.key), s.entries.New(t.Text)}
		was, known := stored[t.node]
		empty := a.entry.Title == "" && a.entry.Body == ""
		if known && !empty && was.digest == a.entry.Digest && was.number >= a.number && was.number < a.number+probes {
			continue
		}
		if known {
			old = append(old, was.number)
		}
		if !empty {
			fresh = append(fresh, a)
		}
	}
	if err := s.unsearch(ctx, old); err != nil {
		return err
	}
	if err := s.seat(ctx, fresh); err != nil {
		return err
	}
	return s.writeSearched(ctx, fresh)
}

// searched are the texts of the index by their nodes.
func (s *store) searched(ctx context.Context, nodes []int64) (map[int64]indexed, error) {
	out := make(map[int64]indexed, len(nodes))
	for chunk := range slices.Chunk(nodes, bound) {
		query, args := s.sql().Select("id", "node_id", "digest").From(s.sql().Table("search_texts")).Where(entsql.In("node_id", anys(chunk)...)).Query()
		err := s.rows(ctx, query, args, func(rows scanner) error {
			var t indexed
			var node int64
			err := rows.Scan(&t.number, &node, &t.digest)
			out[node] = t
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read the search index: %w", err)
		}
	}
	return out, nil
}

// unsearch takes texts out of the index.
func (s *store) unsearch(ctx context.Context, numbers []int64) error {
	slices.Sort(numbers)
	column := "rowid"
	if s.dialect == dialect.Postgres {
		column = "id"
	}
	if err := s.remove(ctx, "search_words", column, anys(numbers)); err != nil {
		return err
	}
	return s.remove(ctx, "search_texts", "id", anys(numbers))
}

// seat gives each text a number of its own: the next that is free where several come to the same.
func (s *store) seat(ctx context.Context, fresh []*arrival) error {
	slices.SortFunc(fresh, func(a, b *arrival) int { return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.key, b.key)) })
	taken := map[int64]bool{}
	for open := fresh; len(open) > 0; {
		for chunk := range slices.Chunk(open, bound) {
			wanted := make([]any, len(chunk))
			for i, a := range chunk {
				wanted[i] = a.number
			}
			query, args := s.sql().Select("id").From(s.sql().Table("search_texts")).Where(entsql.In("id", wanted...)).Query()
			err := s.rows(ctx, query, args, func(rows scanner) error {
				var number int64
				err := rows.Scan(&number)
				taken[number] = true
				return err
			})
			if err != nil {
				return fmt.Errorf("read the search index: %w", err)
			}
		}
		var again []*arrival
		for _, a := range open {
			if taken[a.number] {
				a.number++
				again = append(again, a)
			} else {
				taken[a.number] = true
			}
		}
		open = again
	}
	// SQLite writes words in one go as long as the numbers rise.
	slices.SortFunc(fresh, func(a, b *arrival) int { return cmp.Compare(a.number, b.number) })
	return nil
}

func (s *store) writeSearched(ctx context.Context, fresh []*arrival) error {
	columns := []string{"rowid", "title", "body", "marks"}
	if s.dialect == dialect.Postgres {
		columns = []string{"id", "node_id", "words", "titles"}
	}
	texts, words := make([]any, 0, 5*len(fresh)), make([]any, 0, 4*len(fresh))
	for _, a := range fresh {
		texts = append(texts, a.number, a.node, a.Council, a.entry.Digest, a.entry.Terms)
		if s.dialect == dialect.Postgres {
			vector, titles := a.entry.Vectors()
			words = append(words, a.number, a.node, vector, titles)
		} else {
			words = append(words, a.number, a.entry.Title, a.entry.Body, a.entry.AllMarks())
		}
	}
	if err := s.add(ctx, "search_texts", []string{"id", "node_id", "council_id", "digest", "terms"}, texts); err != nil {
		return err
	}
	return s.add(ctx, "search_words", columns, words)
}
