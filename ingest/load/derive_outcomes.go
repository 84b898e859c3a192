package load

import (
	"context"
	"regexp"
	"slices"
	"strings"
)

// outcomes are what can become of an item, the one that counts where several apply first: what stops a
// matter or sends it on says more of it than what else is resolved with it.
var outcomes = []string{
	"WITHDRAWN", "DEFERRED", "REFUSED", "RECOMMENDED", "APPROVED", "AGREED", "RESOLVED", "REFERRED", "DELEGATED", "CALLED_IN", "NOTED",
}

var (
	withdrawn = regexp.MustCompile(`^(?:(?:(?:this|the) )?(?:item|report|application|matter|motion|agenda item)(?: \w+){0,4} )?(?:(?:was|were|is|has been|had been|be) )?withdrawn\b|^(?:\w+ ){0,6}(?:item|report|application|motion) (?:was|has been|had been) withdrawn\b`)
	deferred  = regexp.MustCompile(`^(?:(?:(?:this|the) )?(?:item|report|application|matter|motion|agenda item)(?: \w+){0,4} )?(?:(?:was|were|is|has been|had been|be) )?(?:deferred|postponed)\b|^(?:\w+ ){0,6}(?:item|report|application|matter) (?:was|has been|had been) (?:deferred|postponed)\b`)
	titled    = regexp.MustCompile(` (withdrawn|deferred)$`)
)

// outcomeOf is what became of an item: kinds are those of its resolutions, said its decision and its
// minutes. "" where nothing says.
func outcomeOf(title string, kinds []string, said ...string) string {
	plain := folded(title)
	found := slices.Clone(kinds)
	if callIn(title) && (len(kinds) > 0 || said[0]+said[len(said)-1] != "") {
		found = append(found, "CALLED_IN")
	}
	if len(kinds) == 0 {
		if m := titled.FindStringSubmatch(plain); m != nil {
			found = append(found, strings.ToUpper(m[1]))
		}
		for _, text := range said {
			switch first := folded(head(text, 200)); {
			case withdrawn.MatchString(first):
				found = append(found, "WITHDRAWN")
			case deferred.MatchString(first):
				found = append(found, "DEFERRED")
			}
		}
	}
	for _, o := range outcomes {
		if slices.Contains(found, o) {
			return o
		}
	}
	return ""
}

// head is the first bytes of a text, up to the end of its first sentence.
func head(s string, n int) string {
	if len(s) > n {
		s = strings.ToValidUTF8(s[:n], "")
	}
	first, _, _ := strings.Cut(s, ". ")
	return first
}

// outcomes settles what became of the items that were written, and of those whose resolutions were.
func (f *follower) outcomes(ctx context.Context) error {
	items := many[any]{}
	items.add(f.written["AgendaItem"]...)
	written := f.touched("Resolution")
	if f.store.first {
		written = nil
	}
	of, err := f.store.look(ctx, "resolutions", []string{"agenda_item_id"}, "id", written)
	if err != nil {
		return err
	}
	for _, r := range of {
		items.add(r.id(0))
	}
	resolutions, err := f.store.look(ctx, "resolutions", []string{"agenda_item_id", "kind", "id"}, "agenda_item_id", items.values())
	if err != nil {
		return err
	}
	kinds := map[int64][]string{}
	for _, r := range resolutions {
		if !f.dead[r.id(2)] {
			kinds[r.id(0)] = append(kinds[r.id(0)], r.text(1))
		}
	}
	rows, err := f.store.look(ctx, "agenda_items", []string{"id", "uri", "outcome", "title", "substr(decision, 1, 300)", "substr(minutes, 1, 300)"}, "id", items.values())
	if err != nil {
		return err
	}
	become := map[string][]int64{}
	for _, r := range rows {
		if f.dead[r.id(0)] {
			continue
		}
		if now := outcomeOf(r.text(3), kinds[r.id(0)], r.text(4), r.text(5)); now != r.text(2) {
			become[now] = append(become[now], r.id(0))
			f.changed("AgendaItem", r.id(0), r.text(1))
		}
	}
	for _, outcome := range sorted(become) {
		if err := f.store.setAll(ctx, "agenda_items", become[outcome], row{"outcome": orNull(outcome)}); err != nil {
			return err
		}
	}
	return nil
}

// expectOutcomes notes of which kinds the resolutions of items are said to be.
func (w *writer) expectOutcomes(resolutions []evidenceRow) {
	w.resolutionKinds = map[string][]string{}
	for _, e := range resolutions {
		item, _ := e.values["agenda_item_id"].(string)
		kind, _ := e.values["kind"].(string)
		w.resolutionKinds[item] = append(w.resolutionKinds[item], kind)
	}
}

// expectedOutcome is what will mostly turn out to have become of a new item, and is written with it: changing all items once they
// stand takes more time than writing them. What holds is settled by outcomes, once all nodes stand.
func (w *writer) expectedOutcome(key string, item row) any {
	return orNull(outcomeOf(text(item, "title"), w.resolutionKinds[key], text(item, "decision"), text(item, "minutes")))
}

// orNull is a value for a column that can be null.
func orNull[T comparable](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}
