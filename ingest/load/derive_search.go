package load

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/internal/searchtext"
)

// SearchRules is the version of the rules by which texts become words. Where the store's index was made by
// others, or by none, the next document that is loaded has all of it made anew.
const SearchRules = 1

// searchLock is what writers of PostgreSQL wait for while one of them makes the whole index.
const searchLock = 0x7365617263680001

// searchIndex keeps the index of words in step with what can be searched for.
type searchIndex struct{}

func (searchIndex) forget(ctx context.Context, s *store, gone touched) error {
	var nodes []int64
	for _, k := range searchtext.Kinds() {
		nodes = append(nodes, gone[k.Name()]...)
	}
	stored, err := s.searched(ctx, nodes)
	if err != nil {
		return err
	}
	numbers := make([]int64, 0, len(stored))
	for _, t := range stored {
		numbers = append(numbers, t.number)
	}
	return s.unsearch(ctx, numbers)
}

func (searchIndex) refresh(ctx context.Context, s *store, written, _ touched) error {
	if anew, err := s.searchByRules(ctx); err != nil || anew {
		return err
	}
	for _, k := range searchtext.Kinds() {
		nodes, err := s.searchTouched(ctx, k, written)
		if err != nil {
			return err
		}
		if err := s.search(ctx, k, nodes); err != nil {
			return err
		}
	}
	return nil
}

// searchTouched are the nodes of a kind whose text can have changed: a resolution is found by the title of
// its item too, a document by the days of its item or meeting.
func (s *store) searchTouched(ctx context.Context, k searchtext.Kind, written touched) ([]int64, error) {
	nodes := slices.Clone(written[k.Name()])
	// What belongs to a node that this transaction has made was made or changed by it too.
	add := func(table, column, kind string) error {
		for chunk := range slices.Chunk(s.notMade(kind, written[kind]), bound) {
			query, args := s.sql().Select("id").From(s.sql().Table(table)).Where(entsql.In(column, anys(chunk)...)).Query()
			err := s.rows(ctx, query, args, func(rows scanner) error {
				var id int64
				err := rows.Scan(&id)
				nodes = append(nodes, id)
				return err
			})
			if err != nil {
				return fmt.Errorf("read %s: %w", table, err)
			}
		}
		return nil
	}
	var err error
	switch k {
	case searchtext.Resolution:
		err = add("resolutions", "agenda_item_id", "AgendaItem")
	case searchtext.Document:
		if err = add("documents", "agenda_item_id", "AgendaItem"); err == nil {
			err = add("documents", "meeting_id", "Meeting")
		}
	}
	slices.Sort(nodes)
	return slices.Compact(nodes), err
}

// searchByRules makes the whole index where it is not of today's rules, and says whether it did.
func (s *store) searchByRules(ctx context.Context) (anew bool, err error) {
	current, err := s.searchCurrent(ctx)
	if err != nil || current {
		return false, err
	}
	if err := s.searchAlone(ctx); err != nil {
		return false, err
	}
	if current, err = s.searchCurrent(ctx); err != nil || current { // another writer was making it
		return false, err
	}
	s.derived = true
	return true, s.searchAnew(ctx)
}

// searchCurrent says whether the index was made by today's rules.
func (s *store) searchCurrent(ctx context.Context) (bool, error) {
	current := false
	err := s.rows(ctx, "SELECT version FROM search_rules", nil, func(rows scanner) error {
		var version int
		err := rows.Scan(&version)
		current = version == SearchRules
		return err
	})
	if err != nil {
		return false, fmt.Errorf("read the rules of the search index: %w", err)
	}
	return current, nil
}

// searchAlone waits until no other writer makes the whole index, and keeps others from it.
func (s *store) searchAlone(ctx context.Context) error {
	if s.dialect != dialect.Postgres {
		return nil
	}
	if _, err := s.tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", int64(searchLock)); err != nil {
		return fmt.Errorf("wait for the other writers: %w", err)
	}
	return nil
}

// searchAnew makes the whole index. No other writer may be at it: see searchAlone.
func (s *store) searchAnew(ctx context.Context) error {
	for _, k := range searchtext.Kinds() {
		if err := s.searchAll(ctx, k); err != nil {
			return err
		}
	}
	for _, q := range []string{"DELETE FROM search_rules", fmt.Sprintf("INSERT INTO search_rules (version) VALUES (%d)", SearchRules)} {
		if _, err := s.tx.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("write the rules of the search index: %w", err)
		}
	}
	return nil
}

// searchAll brings every text of a kind into the index.
func (s *store) searchAll(ctx context.Context, k searchtext.Kind) error {
	const size = 1000
	for last := int64(0); ; {
		var nodes []int64
		t := s.sql().Table(searchTables[k])
		query, args := s.sql().Select("id").From(t).Where(entsql.GT("id", last)).OrderBy("id").Limit(size).Query()
		err := s.rows(ctx, query, args, func(rows scanner) error {
			err := rows.Scan(&last)
			nodes = append(nodes, last)
			return err
		})
		if err != nil {
			return fmt.Errorf("read %s: %w", searchTables[k], err)
		}
		if len(nodes) == 0 {
			return nil
		}
		if err := s.search(ctx, k, nodes); err != nil {
			return err
		}
	}
}
