package plan

import (
	"bytes"
	"cmp"
	"slices"

	"councilgraph/internal/relay"
	"councilgraph/internal/rows"
)

// span is a part of a run's text; the zero span is null.
type span struct{ from, to uint32 }

func (s span) null() bool { return s.to == 0 }

// table is the rows that a statement gave.
type table struct {
	level *level
	n     int
	keys  []int64 // of each row in turn; 0 for null
	texts []span
	// parents are the nodes whose lists the rows belong to; empty where there is one list.
	parents []int64
	// places are the values that order the rows.
	places  []sortValue
	terms   int  // values of places that a row has
	counted bool // whether each row has the total, which is
	total   int
	beyond  []bool        // the rows that only show that there are more; nil for none
	rows    map[int64]int // by their ids; nil until indexed
}

// indexed is the table, its rows found by their ids.
func (t *table) indexed() *table {
	t.rows = make(map[int64]int, t.n)
	for row := range t.n {
		t.rows[t.key(row, 0)] = row
	}
	return t
}

// sortValue is one value of those that order a row: a number, or else a text, as it is stored.
type sortValue struct {
	number int64
	text   span
}

func (t *table) key(row, column int) int64 { return t.keys[row*len(t.level.keys)+column] }

func (t *table) text(row, column int) span { return t.texts[row*len(t.level.texts)+column] }

func (t *table) place(row int) []sortValue { return t.places[row*t.terms : (row+1)*t.terms] }

// take takes a row of a statement: from the column on there are those that level.columns names.
func (r *run) take(t *table, row rows.Row, terms []relay.Term, at int) error {
	for range t.level.keys {
		t.keys = append(t.keys, row.Int(at))
		at++
	}
	for _, c := range t.level.texts {
		if row.Null(at) {
			t.texts = append(t.texts, span{})
		} else {
			from := len(r.text)
			r.text = encode(r.text, row, at, c.as)
			t.texts = append(t.texts, span{uint32(from), uint32(len(r.text))})
		}
		at++
	}
	for _, term := range terms {
		if t.level.kind.Numbers[term.Column] {
			t.places = append(t.places, sortValue{number: row.Int(at)})
		} else {
			from := len(r.text)
			r.text = append(r.text, row.Text(at)...)
			t.places = append(t.places, sortValue{text: span{uint32(from), uint32(len(r.text))}})
		}
		at++
	}
	if t.counted {
		t.total = int(row.Int(at))
	}
	t.n++
	return r.bounded()
}

// order puts the rows of each list in the order of the terms, as statements mostly give them already, and the lists
// one after the other. The result is the places of the rows, nil where they stand right.
func (r *run) order(t *table, terms []relay.Term, back bool) []int32 {
	compare := func(a, b int) int {
		pa, pb := t.place(a), t.place(b)
		for i, term := range terms {
			c := cmp.Compare(pa[i].number, pb[i].number)
			if c == 0 && !t.level.kind.Numbers[term.Column] {
				c = bytes.Compare(r.text[pa[i].text.from:pa[i].text.to], r.text[pb[i].text.from:pb[i].text.to])
			}
			if c != 0 {
				if term.Desc != back {
					return -c
				}
				return c
			}
		}
		return 0
	}
	sorted := true
	for i := 1; i < t.n && sorted; i++ {
		if len(t.parents) == 0 || t.parents[i] == t.parents[i-1] {
			sorted = compare(i-1, i) <= 0
		}
	}
	if sorted && (len(t.parents) == 0 || contiguous(t.parents)) {
		return nil
	}
	rank := make(map[int64]int, 8) // of parents, as they come
	for _, p := range t.parents {
		if _, known := rank[p]; !known {
			rank[p] = len(rank)
		}
	}
	out := make([]int32, t.n)
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortFunc(out, func(a, b int32) int {
		if len(t.parents) > 0 {
			if c := cmp.Compare(rank[t.parents[a]], rank[t.parents[b]]); c != 0 {
				return c
			}
		}
		return compare(int(a), int(b))
	})
	return out
}

// contiguous says whether equal values stand together.
func contiguous(values []int64) bool {
	seen := make(map[int64]bool, 8)
	for i, v := range values {
		if i > 0 && v == values[i-1] {
			continue
		}
		if seen[v] {
			return false
		}
		seen[v] = true
	}
	return true
}
