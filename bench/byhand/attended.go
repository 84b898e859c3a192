package main

import (
	"context"
	"encoding/json"

	"entgo.io/ent/dialect"

	"councilgraph/internal/rows"
)

const (
	attendedFirst = 50
	itemsFirst    = 20

	attendedSQL = `SELECT a.id, a.status, m.id, m.uri, m.date FROM attendances a JOIN meetings m ON m.id = a.meeting_id WHERE a.person_id = `
)

// Each dialect is asked for the children of many parents in the way that it does best.
var (
	itemsSQL = map[string]string{
		dialect.Postgres: `SELECT i.meeting_id, i.id, i.number, i.title FROM unnest($1::bigint[]) AS p(id)
CROSS JOIN LATERAL (SELECT * FROM agenda_items WHERE meeting_id = p.id ORDER BY position, id LIMIT 20) i`,
		dialect.SQLite: `SELECT meeting_id, id, number, title FROM agenda_items WHERE meeting_id IN (SELECT value FROM json_each(?)) ORDER BY meeting_id, position, id`,
	}
	resolutionsSQL = map[string]string{
		dialect.Postgres: `SELECT agenda_item_id, id, text, kind FROM resolutions WHERE agenda_item_id = ANY($1::bigint[]) ORDER BY agenda_item_id, position, id`,
		dialect.SQLite:   `SELECT agenda_item_id, id, text, kind FROM resolutions WHERE agenda_item_id IN (SELECT value FROM json_each(?)) ORDER BY agenda_item_id, position, id`,
	}
)

// span is where an object's children stand in what was written of them, with commas between.
type span struct{ from, to int }

// attendance is one attendance, written up to the list of the meeting's items.
type attendance struct {
	meeting int64
	written span
}

// attended is a person's attendances with their meetings, the items of these and what was resolved of them: a statement
// for each level, and each level written once, from the outermost in.
func attended(ctx context.Context, store rows.Reader, person int64) ([]byte, error) {
	var found []attendance
	var meetings, items []int64
	known := make(map[int64]bool, attendedFirst)
	heads := make([]byte, 0, 8<<10)
	err := store.Read(ctx, attendedSQL+firstArgument(store)+" ORDER BY a.id LIMIT 50", []any{person}, func(r rows.Row) error {
		from := len(heads)
		heads = field(id(append(heads, '{'), r, 0), "status", r, 1)
		heads = id(append(heads, `,"meeting":{`...), r, 2)
		heads = field(field(heads, "uri", r, 3), "date", r, 4)
		heads = append(heads, `,"agendaItems":[`...)
		if m := r.Int(2); !known[m] { // somebody can be listed twice at one meeting
			known[m] = true
			meetings = append(meetings, m)
		}
		found = append(found, attendance{r.Int(2), span{from, len(heads)}})
		return nil
	})
	if err != nil {
		return nil, err
	}
	type written struct {
		id   int64
		head span
	}
	itemHeads := make([]byte, 0, 64<<10)
	ofMeeting := make(map[int64][]written, len(meetings))
	err = store.Read(ctx, itemsSQL[store.Dialect()], []any{many(store, meetings)}, func(r rows.Row) error {
		m := r.Int(0)
		if len(ofMeeting[m]) == itemsFirst {
			return nil
		}
		from := len(itemHeads)
		itemHeads = field(field(id(append(itemHeads, '{'), r, 1), "number", r, 2), "title", r, 3)
		itemHeads = append(itemHeads, `,"resolutions":[`...)
		items = append(items, r.Int(1))
		ofMeeting[m] = append(ofMeeting[m], written{r.Int(1), span{from, len(itemHeads)}})
		return nil
	})
	if err != nil {
		return nil, err
	}
	resolved := make([]byte, 0, 128<<10)
	ofItem := make(map[int64]span, len(items))
	err = store.Read(ctx, resolutionsSQL[store.Dialect()], []any{many(store, items)}, func(r rows.Row) error {
		of := r.Int(0)
		s, more := ofItem[of]
		if more {
			resolved = append(resolved, ',')
		} else {
			s.from = len(resolved)
		}
		resolved = append(field(field(id(append(resolved, '{'), r, 1), "text", r, 2), "kind", r, 3), '}')
		s.to = len(resolved)
		ofItem[of] = s
		return nil
	})
	if err != nil {
		return nil, err
	}
	b := append(make([]byte, 0, len(heads)+len(itemHeads)+len(resolved)+16<<10), `{"node":{"attendances":{"nodes":[`...)
	for i, a := range found {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, heads[a.written.from:a.written.to]...)
		for j, it := range ofMeeting[a.meeting] {
			if j > 0 {
				b = append(b, ',')
			}
			s := ofItem[it.id]
			b = append(append(append(b, itemHeads[it.head.from:it.head.to]...), resolved[s.from:s.to]...), "]}"...)
		}
		b = append(b, "]}}"...)
	}
	return append(b, "]}}}"...), nil
}

// many is a list of ids as an argument.
func many(store rows.Reader, ids []int64) any {
	if store.Dialect() == dialect.Postgres {
		return ids
	}
	list, err := json.Marshal(ids)
	if err != nil {
		panic(err) // numbers always have a form in JSON
	}
	return string(list)
}
