package load

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"councilgraph/ent/evidence"
	"councilgraph/ingest/link"
)

// moves are the keys under which nodes are known now, by those under which they were known before. A node
// of which that is not clear has "".
type moves map[subject]string

func (m moves) add(kind, from, to string) {
	if from == "" || to == "" || from == to {
		return
	}
	s := subject{kind, from}
	if was, known := m[s]; known && was != to {
		to = ""
	}
	m[s] = to
}

// move finds what became of the nodes of which nothing is said any longer because all of it is said of one
// other node now. Where that other is new, it is the same node with a better key, and keeps its id; where
// it is not, the node will be merged into it, and the answer says so.
func (b *batch) move(ctx context.Context, said *restated) (map[subject]string, error) {
	if len(said.gone) == 0 {
		return nil, nil
	}
	known := b.moved()
	places := samePlaces(said)
	into := map[subject]string{}
	for _, k := range b.loader.kinds {
		lost, err := b.lost(ctx, k, said)
		if err != nil {
			return nil, err
		}
		for _, key := range lost {
			s := subject{k.name, key}
			to := known.target(s, said)
			if to == "" {
				to = places[s]
			}
			if to != "" && said.touched[subject{k.name, to}] {
				into[s] = to
			}
		}
		if err := b.rename(ctx, k, lost, into, said); err != nil {
			return nil, err
		}
	}
	return into, nil
}

// moved are the nodes that claims and namings of the batch's sources were found to be before, and those that
// they are now.
func (b *batch) moved() moves {
	m := moves{}
	for _, w := range b.works {
		if w.silent {
			continue
		}
		for _, u := range w.claimed {
			for i, c := range u.places {
				if w.places.claims(c) {
					m.add(c.Kind, u.keys[i], w.places.keys[c.At])
				}
			}
		}
		now := map[link.Mention]string{}
		for _, n := range w.people.namings {
			now[elsewhere(n.mention)] = n.answer.Person
		}
		for _, s := range w.named {
			if to := now[elsewhere(s.mention)]; to != "" && s.answer.Person != "" {
				m.add("Person", b.council.Slug+"/person/"+s.answer.Person, b.council.Slug+"/person/"+to)
			}
		}
	}
	return m
}

// elsewhere is a naming without the keys of what it stands under.
func elsewhere(m link.Mention) link.Mention {
	m.Committee, m.Meeting = "", ""
	return m
}

// claims says whether the page makes a claim of the same words in the same place.
func (b *placebook) claims(was link.Place) bool {
	for _, u := range b.units {
		for _, c := range u.places {
			if c.At == was.At {
				return c.Kind == was.Kind && c.SourceID == was.SourceID && c.Name == was.Name && c.Date == was.Date && c.Number == was.Number
			}
		}
	}
	return false
}

// target is the key under which a node is known now: its own, or that which follows from what it stands
// under. An attendance stands under a meeting and a person.
func (m moves) target(s subject, said *restated) string {
	if to, known := m[s]; known {
		return to
	}
	prefix, rest := s.key, ""
	for i := strings.LastIndex(prefix, "/"); i > 0; i = strings.LastIndex(prefix, "/") {
		prefix, rest = s.key[:i], s.key[i:]
		tails := []string{rest}
		if slug, attends := strings.CutPrefix(rest, "/attendance/"); attends {
			council, _, _ := strings.Cut(s.key, "/")
			if to := m[subject{"Person", council + "/person/" + slug}]; to != "" {
				tails = append(tails, "/attendance/"+strings.TrimPrefix(to, council+"/person/"))
			}
		}
		heads := []string{prefix}
		for _, kind := range []string{"Committee", "Meeting", "AgendaItem", "Issue", "Decision", "Person"} {
			if to := m[subject{kind, prefix}]; to != "" {
				heads = append(heads, to)
			}
		}
		for _, head := range heads {
			for _, tail := range tails {
				if to := head + tail; to != s.key && said.touched[subject{s.kind, to}] {
					return to
				}
			}
		}
	}
	return ""
}

// samePlaces are the nodes of which a source now says in one place what it said there of another before.
func samePlaces(said *restated) map[subject]string {
	type spot struct {
		source     *source
		kind       string
		start, end int
	}
	before, now := map[spot][]string{}, map[spot][]string{}
	for _, e := range said.gone {
		at := spot{e.source, e.kind, e.start, e.end}
		before[at] = append(before[at], e.key)
	}
	for kind, rows := range said.fresh {
		for _, e := range rows {
			at := spot{e.source, kind, e.start, e.end}
			now[at] = append(now[at], e.key)
		}
	}
	m := moves{}
	for at, was := range before {
		if is := now[at]; len(was) == 1 && len(is) == 1 {
			m.add(at.kind, was[0], is[0])
		}
	}
	return m
}

// lost are the nodes of a kind of which nothing is said any longer.
func (b *batch) lost(ctx context.Context, k *kind, said *restated) ([]string, error) {
	left := map[string]bool{}
	for _, e := range said.gone {
		if e.kind == k.name {
			left[e.key] = true
		}
	}
	for _, e := range said.fresh[k.name] {
		delete(left, e.key)
	}
	for chunk := range slices.Chunk(sorted(left), bound) {
		still, err := b.store.tx.Evidence.Query().Where(evidence.SubjectType(k.name), evidence.SubjectKeyIn(chunk...)).
			Unique(true).Select(evidence.FieldSubjectKey).Strings(ctx)
		if err != nil {
			return nil, fmt.Errorf("read statements: %w", err)
		}
		for _, key := range still {
			delete(left, key)
		}
	}
	return sorted(left), nil
}

// rename gives nodes that are lost to new ones their keys, the oldest first, and takes them out of those
// that will be merged.
func (b *batch) rename(ctx context.Context, k *kind, lost []string, into map[subject]string, said *restated) error {
	var targets []string
	for _, key := range lost {
		if to := into[subject{k.name, key}]; to != "" {
			targets = append(targets, to)
		}
	}
	if len(targets) == 0 {
		return nil
	}
	ids, err := b.store.ids(ctx, k.table, append(targets, lost...))
	if err != nil {
		return err
	}
	slices.SortFunc(lost, func(x, y string) int { return cmp.Compare(ids[x], ids[y]) })
	for _, key := range lost {
		s := subject{k.name, key}
		to := into[s]
		if to == "" || ids[to] != 0 || ids[key] == 0 {
			continue
		}
		now := row{"key": to}
		if k.addressed {
			now["uri"] = "/id/" + to
			if err := b.address(ctx, map[string]int64{"/id/" + to: ids[key]}); err != nil {
				return err
			}
		}
		if slices.ContainsFunc(k.columns, func(c column) bool { return c.name == "slug" }) {
			now["slug"] = to[strings.LastIndex(to, "/")+1:]
		}
		if err := b.store.update(ctx, k.table, ids[key], now); err != nil {
			return fmt.Errorf("give %s %s its new key: %w", k.name, key, err)
		}
		b.changes.note("UPDATED", k.name, ids[key], now["uri"])
		said.disturbed[subject{k.name, to}] = true
		ids[to] = ids[key]
		delete(into, s)
	}
	return nil
}
