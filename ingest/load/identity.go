package load

import (
	"context"
	"fmt"

	"councilgraph/ent"
	"councilgraph/ent/meeting"
	"councilgraph/ent/person"
	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// namesakes is how many persons of one name, or meetings of one committee on one day, are told apart.
const namesakes = 9

// known is a node of the store, or one that this page states, with what tells it from its namesakes.
type known struct{ key, sourceID, start string }

// identities are the persons and meetings that a page can mean, by the key of the first of their name.
type identities struct {
	persons, meetings map[string][]known
}

// identify looks up the namesakes of everybody and of every meeting on a page.
func identify(ctx context.Context, tx *ent.Tx, slug string, people link.People, page *record.Page) (*identities, error) {
	ids := &identities{persons: map[string][]known{}, meetings: map[string][]known{}}
	first := map[string]string{} // of its namesakes, by every key looked up
	var keys []string
	look := func(key string) {
		for _, k := range numbered(key) {
			if first[k] == "" {
				first[k] = key
				keys = append(keys, k)
			}
		}
	}
	for _, name := range people.All() {
		look(slug + "/person/" + Slug(name))
	}
	for at := 0; at < len(keys); at += bound {
		found, err := tx.Person.Query().Where(person.KeyIn(keys[at:min(at+bound, len(keys))]...)).
			Select(person.FieldKey, person.FieldSourceID).Order(ent.Asc(person.FieldKey)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("look up people: %w", err)
		}
		for _, p := range found {
			ids.persons[first[p.Key]] = append(ids.persons[first[p.Key]], known{key: p.Key, sourceID: value(p.SourceID)})
		}
	}
	keys = nil
	for _, m := range page.Meetings {
		if Slug(m.Committee) != "" && m.Date != "" {
			look(slug + "/" + committeeSlug(m.Committee) + "/" + m.Date)
		}
	}
	for at := 0; at < len(keys); at += bound {
		found, err := tx.Meeting.Query().Where(meeting.KeyIn(keys[at:min(at+bound, len(keys))]...)).
			Select(meeting.FieldKey, meeting.FieldSourceID, meeting.FieldStartTime).Order(ent.Asc(meeting.FieldKey)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("look up meetings: %w", err)
		}
		for _, m := range found {
			ids.meetings[first[m.Key]] = append(ids.meetings[first[m.Key]], known{m.Key, value(m.SourceID), value(m.StartTime)})
		}
	}
	return ids, nil
}

// numbered are the keys of a thing and its namesakes.
func numbered(first string) []string {
	out := []string{first}
	for n := 2; n <= namesakes; n++ {
		out = append(out, fmt.Sprintf("%s-%d", first, n))
	}
	return out
}

// person is the key of the person of this name whom the source numbers so. A name without a number means
// the one person who bears it, and nobody where two do.
func (ids *identities) person(first, sourceID string) (string, bool) {
	all := ids.persons[first]
	if sourceID == "" && len(all) > 0 {
		return all[0].key, len(all) == 1
	}
	return pick(ids.persons, first, known{sourceID: sourceID}), true
}

// meeting is the key of the committee's meeting of this day that the source numbers so, or that began
// then.
func (ids *identities) meeting(first, sourceID, start string) string {
	return pick(ids.meetings, first, known{sourceID: sourceID, start: start})
}

// pick is the key of the first namesake that nothing tells apart from the wanted one, or a new one.
func pick(all map[string][]known, first string, want known) string {
	for i := range all[first] {
		if k := &all[first][i]; !apart(*k, want) {
			if k.sourceID == "" {
				k.sourceID = want.sourceID
			}
			if k.start == "" {
				k.start = want.start
			}
			return k.key
		}
	}
	for _, key := range numbered(first) {
		taken := false
		for _, k := range all[first] {
			taken = taken || k.key == key
		}
		if !taken {
			want.key = key
			all[first] = append(all[first], want)
			return key
		}
	}
	return first
}

// apart says whether two are surely not one: the source numbers them apart, or, where it does not number
// both, they began at different times.
func apart(a, b known) bool {
	if a.sourceID != "" && b.sourceID != "" {
		return a.sourceID != b.sourceID
	}
	return a.start != "" && b.start != "" && a.start != b.start
}
