package main

import (
	"context"

	"entgo.io/ent/dialect"

	"councilgraph/internal/rows"
)

// The item stands in each row beside one of its resolutions: one statement is less to wait for than two.
const itemSQL = `SELECT i.id, i.uri, i.number, i.title, m.id, m.date, c.id, c.name, k.id, k.name, r.id, r.uri, r.number, r.text, r.kind
FROM agenda_items i LEFT JOIN meetings m ON m.id = i.meeting_id LEFT JOIN committees c ON c.id = m.committee_id LEFT JOIN councils k ON k.id = c.council_id
LEFT JOIN resolutions r ON r.agenda_item_id = i.id WHERE i.id = `

// firstArgument is how a dialect names the first argument.
func firstArgument(store rows.Reader) string {
	if store.Dialect() == dialect.Postgres {
		return "$1"
	}
	return "?"
}

// item is an item of business with its resolutions, meeting, committee and council.
func item(ctx context.Context, store rows.Reader, of int64) ([]byte, error) {
	var b, tail []byte
	n := 0
	err := store.Read(ctx, itemSQL+firstArgument(store)+" ORDER BY r.position, r.id LIMIT 200", []any{of}, func(r rows.Row) error {
		if n++; n == 1 {
			b = append(make([]byte, 0, 1024), `{"node":{`...)
			b = id(b, r, 0)
			b = field(field(field(b, "uri", r, 1), "number", r, 2), "title", r, 3)
			b = append(b, `,"resolutions":[`...)
			tail = meetingOf(append(make([]byte, 0, 256), "],"...), r, 4)
		}
		if r.Null(10) {
			return nil
		}
		if n > 1 {
			b = append(b, ',')
		}
		b = id(append(b, '{'), r, 10)
		b = field(field(field(field(b, "uri", r, 11), "number", r, 12), "text", r, 13), "kind", r, 14)
		b = append(b, '}')
		return nil
	})
	if n == 0 {
		return []byte(`{"node":null}`), err
	}
	return append(append(b, tail...), "}}"...), err
}

// meetingOf appends a meeting with its committee and the committee's council, from the column on.
func meetingOf(b []byte, r rows.Row, from int) []byte {
	b = append(b, `"meeting":`...)
	if r.Null(from) {
		return append(b, "null"...)
	}
	b = field(id(append(b, '{'), r, from), "date", r, from+1)
	b = append(b, `,"committee":`...)
	if r.Null(from + 2) {
		return append(b, "null}"...)
	}
	b = field(id(append(b, '{'), r, from+2), "name", r, from+3)
	b = field(id(append(b, `,"council":{`...), r, from+4), "name", r, from+5)
	return append(b, "}}}"...)
}
