package link_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"councilgraph/ingest/link"
)

// pages are the claims of a few pages about a few meetings, so that everything meets everything.
func pages() *rapid.Generator[[]sheet] {
	return rapid.Custom(func(t *rapid.T) []sheet {
		maybe := func(label string, values ...string) string {
			return rapid.SampledFrom(append(values, "")).Draw(t, label)
		}
		out := make([]sheet, rapid.IntRange(1, 9).Draw(t, "pages"))
		for i := range out {
			s := page(fmt.Sprintf("%c", 'a'+i), maybe("cid", "1", "2"), maybe("committee", "Executive", "Cabinet"),
				maybe("mid", "10", "11"), maybe("date", "2026-01-14", "2026-02-14"), maybe("start", "10:00", "14:00"))
			for range rapid.IntRange(0, 4).Draw(t, "items") {
				s = s.item(maybe("aiid", "50", "51"), maybe("number", "7", "8"), maybe("minute", "7", "8"), maybe("title", "Roads", "Bridges"))
			}
			out[i] = s
		}
		return out
	})
}

func flat(pages []sheet) []link.Place {
	var out []link.Place
	for _, s := range pages {
		out = append(out, s...)
	}
	return out
}

// The order of claims does not matter, nor whether one is given twice.
func TestPlaces_order(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := flat(pages().Draw(t, "claims"))
		want := link.Places("wexcombe", all, plainSlug)
		other := append(rapid.Permutation(all).Draw(t, "order"), all[:len(all)/2]...)
		if d := cmp.Diff(want, link.Places("wexcombe", other, plainSlug)); d != "" {
			t.Fatalf("another order, another answer:\n%s", d)
		}
	})
}

// Meetings and items that the source numbers apart are never one, two items of one page neither, and
// every claim of a meeting or item has a key.
func TestPlaces_apart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := flat(pages().Draw(t, "claims"))
		got := link.Places("wexcombe", all, plainSlug)
		ids, onPage := map[string]string{}, map[string]string{}
		for _, c := range all {
			key := got[c.Ref]
			if c.Kind == link.Committee {
				continue
			}
			if key == "" && c.Fallback != "" {
				t.Fatalf("%+v has no key", c)
			}
			if c.SourceID != "" {
				if other, known := ids[key]; known && other != c.Kind+c.SourceID {
					t.Fatalf("%s is %s and %s", key, other, c.Kind+c.SourceID)
				}
				ids[key] = c.Kind + c.SourceID
			}
			if c.Kind != link.AgendaItem || c.SourceID != "" {
				continue
			}
			if other, known := onPage[c.Source+key]; known {
				t.Fatalf("page %s: %s and %s are both %s", c.Source, other, c.At, key)
			}
			onPage[c.Source+key] = c.At
		}
		for _, c := range all {
			if c.SourceID == "" {
				continue
			}
			for _, d := range all {
				if d.Kind == c.Kind && d.SourceID == c.SourceID && got[c.Ref] != got[d.Ref] {
					t.Fatalf("%s %s is %s and %s", c.Kind, c.SourceID, got[c.Ref], got[d.Ref])
				}
			}
		}
	})
}

// What shares no identifier changes nothing; and the claims that a chain of identifiers leads to answer
// what all together do.
func TestPlaces_chain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := flat(pages().Draw(t, "claims"))
		whole := link.Places("wexcombe", all, plainSlug)
		first := rapid.IntRange(0, len(all)-1).Draw(t, "first")
		part := chain(all, first)
		got := link.Places("wexcombe", part, plainSlug)
		for _, c := range part {
			if c.Kind != link.Committee && inChain(all, first, c.Ref) && got[c.Ref] != whole[c.Ref] {
				t.Fatalf("%s %s: %q among %d claims, %q among all %d", c.Kind, c.At, got[c.Ref], len(part), whole[c.Ref], len(all))
			}
		}
	})
}

// chain is all that a chain of identifiers leads to from a claim, and all committees.
func chain(all []link.Place, first int) []link.Place {
	in := reach(all, first)
	var out []link.Place
	for i, c := range all {
		if in[i] || c.Kind == link.Committee {
			out = append(out, c)
		}
	}
	return out
}

func inChain(all []link.Place, first int, ref link.Ref) bool {
	for i, in := range reach(all, first) {
		if in && all[i].Ref == ref {
			return true
		}
	}
	return false
}

func reach(all []link.Place, first int) map[int]bool {
	at := map[link.Ref]link.Place{}
	var committees []link.Place
	for _, c := range all {
		at[c.Ref] = c
		if c.Kind == link.Committee {
			committees = append(committees, c)
		}
	}
	aliases := link.Aliases(committees, plainSlug)
	ids := make([]map[string]bool, len(all))
	for i, c := range all {
		ids[i] = map[string]bool{}
		parent := at[link.Ref{Source: c.Source, At: c.Parent}]
		for _, id := range link.Also(c.Identifiers(parent, plainSlug), aliases) {
			ids[i][id] = true
		}
	}
	near := func(i, j int) bool {
		a, b := all[i], all[j]
		if a.Kind == link.Committee || b.Kind == link.Committee {
			return false
		}
		if a.Source == b.Source && (a.Parent == b.At || b.Parent == a.At) {
			return true
		}
		for id := range ids[i] {
			if ids[j][id] {
				return true
			}
		}
		return false
	}
	in, todo := map[int]bool{first: true}, []int{first}
	for len(todo) > 0 {
		i := todo[0]
		todo = todo[1:]
		for j := range all {
			if !in[j] && near(i, j) {
				in[j] = true
				todo = append(todo, j)
			}
		}
	}
	return in
}
