package load

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"councilgraph/ent/migrate"
	"councilgraph/ingest/link"
)

// introduce gives people the names that follow from all namings of the council. Those whose name is another
// one than before are settled.
func (b *batch) introduce(ctx context.Context, said *restated) error {
	if said.touched == nil {
		said.touched, said.disturbed = map[subject]bool{}, map[subject]bool{}
	}
	b.writer.known = map[subject]row{}
	keys := make([]string, 0, len(b.people.result.People))
	for _, p := range b.people.result.People {
		key := b.council.Slug + "/person/" + p.Key
		keys = append(keys, key)
		given, family := splitName(p.Name)
		r := row{"name": p.Name, "slug": p.Key, "family_name": family, "kind": strings.ToUpper(p.Capacity), "source_id": cmp.Or(append(slices.Clone(p.SourceIDs), "")...), "given_name": given}
		b.writer.known[subject{"Person", key}] = says(r)
	}
	k := b.kind("Person")
	stored, err := b.earlier(ctx, k, keys)
	if err != nil {
		return err
	}
	for key, r := range stored {
		s := subject{"Person", key}
		for _, column := range []string{"name", "slug", "family_name", "given_name", "kind", "source_id"} {
			if r[column] != b.writer.known[s][column] {
				said.touched[s], said.disturbed[s] = true, true
			}
		}
	}
	return nil
}

func (b *batch) kind(name string) *kind {
	return b.loader.kinds[slices.IndexFunc(b.loader.kinds, func(k *kind) bool { return k.name == name })]
}

// names keeps the other names of the people whom the batch touches, and the source's numbers of them.
func (b *batch) names(ctx context.Context, settled *settled) error {
	var keys []string
	for _, p := range b.people.result.People {
		keys = append(keys, b.council.Slug+"/person/"+p.Key)
	}
	for _, s := range settled.gone {
		if s.kind == "Person" {
			keys = append(keys, s.key)
		}
	}
	ids, err := b.store.ids(ctx, "persons", keys)
	if err != nil {
		return err
	}
	names, numbers := map[string]row{}, map[string]row{}
	seen := b.seen()
	for _, p := range b.people.result.People {
		person := b.council.Slug + "/person/" + p.Key
		id, known := ids[person]
		if !known {
			continue
		}
		for slug, n := range seen[p.Key] {
			if slug != Slug(p.Name) {
				n["key"], n["person_id"], n["council_id"] = person+"/name/"+slug, id, int64(b.council.ID)
				names[n["key"].(string)] = n
			}
		}
		for _, number := range p.SourceIDs {
			key := person + "/identifier/" + number
			numbers[key] = row{"key": key, "value": number, "person_id": id, "council_id": int64(b.council.ID)}
		}
	}
	kinds := map[string]string{"persons": "Person", "councils": "Council"}
	if err := b.replace(ctx, newKind("PersonName", migrate.PersonNamesTable, kinds), ids, names); err != nil {
		return err
	}
	return b.replace(ctx, newKind("PersonIdentifier", migrate.PersonIdentifiersTable, kinds), ids, numbers)
}

// seen are the names by which namings call each person, by their slugs, with the first and last days.
func (b *batch) seen() map[string]map[string]row {
	out := map[string]map[string]row{}
	see := func(m link.Mention, person string) {
		slug := Slug(m.Name)
		if person == "" || slug == "" {
			return
		}
		if out[person] == nil {
			out[person] = map[string]row{}
		}
		r := out[person][slug]
		if r == nil {
			r = row{"name": m.Name}
			out[person][slug] = r
		}
		if m.Name < r["name"].(string) {
			r["name"] = m.Name
		}
		if first := text(r, "first_seen"); m.Date != "" && (first == "" || m.Date < first) {
			r["first_seen"] = m.Date
		}
		if m.Date > text(r, "last_seen") {
			r["last_seen"] = m.Date
		}
	}
	for _, w := range b.works {
		for _, n := range w.people.namings {
			see(n.mention, n.answer.Person)
		}
	}
	for _, s := range b.people.known {
		see(s.mention, s.now.Person)
	}
	return out
}

// replace makes the rows of a kind that lead to these people just the wanted ones.
func (b *batch) replace(ctx context.Context, k *kind, people map[string]int64, want map[string]row) error {
	stored, err := b.store.found(ctx, k, "person_id", values(people))
	if err != nil {
		return err
	}
	var gone []any
	for _, key := range sorted(stored) {
		if want[key] == nil {
			id := stored[key]["id"].(int64)
			gone = append(gone, id)
			b.changes.note("DELETED", k.name, id, nil)
			b.count(k.name, Count{Deleted: 1})
		}
	}
	if err := b.store.remove(ctx, k.table, "id", gone); err != nil {
		return err
	}
	return b.write(ctx, k, want, stored, map[subject]int64{})
}

func values(ids map[string]int64) []any {
	out := make([]any, 0, len(ids))
	for _, key := range sorted(ids) {
		out = append(out, ids[key])
	}
	return out
}
