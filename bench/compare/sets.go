package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect"

	"councilgraph/internal/database"
	"councilgraph/internal/searchtext"
)

// How many sets there are, and what a word must be to be asked for.
const (
	setsWanted    = 200
	wordsOf       = 4 // of one council, at least
	shortestWord  = 5
	fewestMatches = 3
	// One text in twenty, or thereabouts, has the word, as with the word that was asked for when the least ratios were set.
	rarest, commonest = 0.025, 0.1
)

// pick finds what to ask about in a database of any size: the same in the same data each time. What it finds is
// named by lasting addresses; see in.
func pick(ctx context.Context, db *database.Database) ([]value, error) {
	dice := rand.New(rand.NewPCG(1, 2))
	items, err := sample(ctx, db, dice, "agenda_items", "n.meeting_id IS NOT NULL AND EXISTS (SELECT 1 FROM resolutions r WHERE r.agenda_item_id = n.id)", "n.uri")
	if err != nil {
		return nil, err
	}
	people, err := sample(ctx, db, dice, "persons", "(SELECT count(*) FROM (SELECT 1 FROM attendances a WHERE a.person_id = n.id LIMIT 50) few) = 50", "n.uri")
	if err != nil {
		return nil, err
	}
	councils, err := sample(ctx, db, dice, "resolutions", "n.date IS NOT NULL", "(SELECT k.slug FROM councils k WHERE k.id = n.council_id)")
	if err != nil {
		return nil, err
	}
	var matches []value
	for _, c := range councils {
		if len(matches) >= setsWanted {
			break
		}
		words, err := wordsIn(ctx, db, dice, c, max(wordsOf, setsWanted/len(councils)))
		if err != nil {
			return nil, err
		}
		for _, w := range words {
			matches = append(matches, value{council: c, word: w})
		}
	}
	if len(items) == 0 || len(people) == 0 || len(matches) == 0 {
		return nil, fmt.Errorf("the database holds too little: %d items with resolutions, %d people with 50 attendances, %d words; make one by go run ./bench/generate", len(items), len(people), len(matches))
	}
	dice.Shuffle(len(matches), func(i, j int) { matches[i], matches[j] = matches[j], matches[i] })
	out := make([]value, setsWanted)
	for i := range out {
		m := matches[i%len(matches)]
		out[i] = value{item: items[i%len(items)], person: people[i%len(people)], council: m.council, word: m.word}
	}
	return out, nil
}

// sample gives what an expression says of random rows that fulfil a condition, each once. A row is found by a random id
// from which on the next that fulfils it is taken, since a table can have millions.
func sample(ctx context.Context, db *database.Database, dice *rand.Rand, table, condition, expression string) ([]string, error) {
	var first, last sql.NullInt64
	if err := db.DB.QueryRowContext(ctx, "SELECT min(id), max(id) FROM "+table).Scan(&first, &last); err != nil || !last.Valid {
		return nil, errors.Join(err, fmt.Errorf("there are no %s", table))
	}
	find := "SELECT " + expression + " FROM " + table + " n WHERE n.id >= " + mark(db, 1) + " AND " + condition + " ORDER BY n.id LIMIT 1"
	seen := map[string]bool{}
	var out []string
	for range 4 * setsWanted {
		if len(out) == setsWanted {
			break
		}
		var found string
		err := db.DB.QueryRowContext(ctx, find, first.Int64+dice.Int64N(last.Int64-first.Int64+1)).Scan(&found)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("look for %s: %w", table, err)
		}
		if !seen[found] {
			seen[found] = true
			out = append(out, found)
		}
	}
	return out, nil
}

// wordsIn are words of a council's resolutions of which looking for the word, in whatever form, and looking for its
// letters find the same: systems that know letters only are asked for no others.
func wordsIn(ctx context.Context, db *database.Database, dice *rand.Rand, council string, most int) (words []string, err error) {
	rows, err := db.DB.QueryContext(ctx, "SELECT n.text, coalesce(i.title, '') FROM resolutions n JOIN agenda_items i ON i.id = n.agenda_item_id WHERE n.council_id = (SELECT id FROM councils WHERE slug = "+mark(db, 1)+")", council)
	if err != nil {
		return nil, fmt.Errorf("read the resolutions of %s: %w", council, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var lower []string
	byStem, plain := map[string]map[int]bool{}, map[string]string{}
	for rows.Next() {
		var text, title string
		if err := rows.Scan(&text, &title); err != nil {
			return nil, fmt.Errorf("read the resolutions of %s: %w", council, err)
		}
		for _, w := range searchtext.Words(text + "\n" + title) {
			if byStem[w.Stem] == nil {
				byStem[w.Stem] = map[int]bool{}
			}
			byStem[w.Stem][len(lower)] = true
			plain[w.Plain] = w.Stem
		}
		lower = append(lower, strings.ToLower(text))
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read the resolutions of %s: %w", council, err)
	}
	return alike(dice, lower, byStem, plain, most), nil
}

// alike are some of the plain words that stand, by their letters, in just the texts in which they stand by their stem.
func alike(dice *rand.Rand, lower []string, byStem map[string]map[int]bool, plain map[string]string, most int) []string {
	var candidates []string
	for w, stem := range plain {
		if len(w) >= shortestWord && stem != "" && neither(len(byStem[stem]), len(lower)) && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" {
			candidates = append(candidates, w)
		}
	}
	slices.Sort(candidates)
	dice.Shuffle(len(candidates), func(i, j int) { candidates[i], candidates[j] = candidates[j], candidates[i] })
	var out []string
	for _, w := range candidates {
		same := true
		for i, text := range lower {
			if strings.Contains(text, w) != byStem[plain[w]][i] {
				same = false
				break
			}
		}
		if same {
			out = append(out, w)
		}
		if len(out) == most {
			break
		}
	}
	return out
}

// neither says that so many texts of all are neither few nor many.
func neither(n, all int) bool {
	share := float64(n) / float64(all)
	return n >= fewestMatches && share >= rarest && share <= commonest
}

// in is the same sets with the ids that a database gives to what they name.
func in(ctx context.Context, db *database.Database, sets []value) ([]value, error) {
	out := slices.Clone(sets)
	for i, s := range sets {
		for _, f := range []struct {
			query, of string
			into      *string
		}{
			{"SELECT id FROM agenda_items WHERE uri = ", s.item, &out[i].item},
			{"SELECT id FROM persons WHERE uri = ", s.person, &out[i].person},
			{"SELECT id FROM councils WHERE slug = ", s.council, &out[i].council},
		} {
			var id int64
			if err := db.DB.QueryRowContext(ctx, f.query+mark(db, 1), f.of).Scan(&id); err != nil {
				return nil, fmt.Errorf("find %s, which the other database has: %w; make both by bench/generate with the same size and seed", f.of, err)
			}
			*f.into = strconv.FormatInt(id, 10)
		}
		if err := db.DB.QueryRowContext(ctx, "SELECT name FROM councils WHERE slug = "+mark(db, 1), s.council).Scan(&out[i].named); err != nil {
			return nil, fmt.Errorf("read the name of %s: %w", s.council, err)
		}
	}
	return out, nil
}

// mark is how a dialect names an argument.
func mark(db *database.Database, n int) string {
	if db.Dialect == dialect.Postgres {
		return "$" + strconv.Itoa(n)
	}
	return "?"
}
