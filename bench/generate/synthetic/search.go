package synthetic

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"entgo.io/ent/dialect"

	"councilgraph/ingest/load"
	"councilgraph/internal/database"
	"councilgraph/internal/searchtext"
)

// text is what can be found of a node.
type text struct {
	kind                     searchtext.Kind
	node, council, committee int
	key, day                 string
	title, body              string
}

// handful is how many texts are made words together, spread how many texts are put in order at a time: the bound
// of the memory.
const (
	handful = 2_000
	spread  = 50_000
)

// find notes a text for the index of words.
func (w *writer) find(t text) {
	if w.texts == nil {
		return
	}
	w.found = append(w.found, t)
	if len(w.found) == handful {
		w.texts <- w.found
		w.found = make([]text, 0, handful)
	}
}

// keyOf is the key of a node whose row said none.
func (w *writer) keyOf(id int) string { return strconv.FormatInt(int64(id), 36) }

// index makes texts words until there are no more, in the order of their numbers as far as they fit in memory:
// SQLite writes words in one go as long as the numbers rise.
func (s *spool) index(dialect string, texts <-chan []text) error {
	var all []entry
	var failed error
	for some := range texts {
		for _, t := range some {
			if e, ok := newEntry(dialect, t); ok {
				all = append(all, e)
			}
		}
		if len(all) >= spread && failed == nil {
			failed = s.put(all)
			all = all[:0]
		}
	}
	return errors.Join(failed, s.put(all))
}

// entry is a text as the index keeps it.
type entry struct {
	number, node, council, digest int64
	terms                         string
	words                         [3]string // SQLite: title, body, marks; PostgreSQL: vectors of all words and of the title
}

func newEntry(d string, t text) (entry, bool) {
	e := searchtext.NewEntry(searchtext.Text{Kind: t.kind, Title: t.title, Body: t.body, Council: int64(t.council), Committee: int64(t.committee)})
	if e.Title == "" && e.Body == "" {
		return entry{}, false
	}
	out := entry{number: searchtext.Number(t.kind, t.day, t.key), node: int64(t.node), council: int64(t.council), digest: e.Digest, terms: e.Terms}
	if d == dialect.Postgres {
		out.words[0], out.words[1] = e.Vectors()
	} else {
		out.words = [3]string{e.Title, e.Body, e.AllMarks()}
	}
	return out, true
}

func (e entry) compare(other entry) int {
	return cmp.Or(cmp.Compare(e.number, other.number), cmp.Compare(e.node, other.node))
}

// fill writes the index from the spool, each text under a number of its own: the next that is free where several
// come to the same.
func (s *spool) fill(ctx context.Context, d string, bulk *database.Bulk, progress func(done, all int)) error {
	table, columns, width := "search_words", []string{"rowid", "title", "body", "marks"}, 3
	if d == dialect.Postgres {
		table, columns, width = "words_by_number", []string{"id", "node_id", "words", "titles"}, 2
		if err := bulk.Exec(ctx, "CREATE UNLOGGED TABLE words_by_number (LIKE search_words)"); err != nil {
			return err
		}
	}
	var texts, words []any
	done, last := 0, int64(0)
	write := func() error {
		err := bulk.Transaction(ctx, func() error {
			if err := bulk.Insert(ctx, "search_texts", []string{"id", "node_id", "council_id", "digest", "terms"}, texts); err != nil {
				return err
			}
			return bulk.Insert(ctx, table, columns, words)
		})
		texts, words = texts[:0], words[:0]
		progress(done, s.entries)
		return err
	}
	err := s.merged(func(e entry) error {
		last = max(last+1, e.number)
		texts = append(texts, last, e.node, e.council, e.digest, e.terms)
		words = append(words, last)
		if d == dialect.Postgres {
			words = append(words, e.node)
		}
		for _, w := range e.words[:width] {
			words = append(words, w)
		}
		if done++; done%pending == 0 {
			return write()
		}
		return nil
	})
	if err == nil {
		err = write()
	}
	if err == nil && d == dialect.Postgres {
		err = bulk.Transaction(ctx, func() error { return bulk.Exec(ctx, byCouncil...) })
	}
	if err != nil {
		return err
	}
	return bulk.Exec(ctx, "DELETE FROM search_rules", fmt.Sprintf("INSERT INTO search_rules (version) VALUES (%d)", load.SearchRules))
}

// byCouncil puts the words of each council's texts together, as ingest --bulk writes them: they were numbered one by one, and numbers are
// those of days.
var byCouncil = []string{
	"SET LOCAL work_mem = '256MB'",
	"INSERT INTO search_words SELECT w.* FROM words_by_number w JOIN search_texts t ON t.id = w.id ORDER BY t.council_id, w.id",
	"DROP TABLE words_by_number",
}

// put puts entries in order and keeps them as one run.
func (s *spool) put(all []entry) error {
	slices.SortFunc(all, entry.compare)
	return s.run(all)
}
