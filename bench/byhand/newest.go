package main

import (
	"context"
	"encoding/base64"
	"strconv"

	"councilgraph/internal/rows"
)

// newestFirst is how many resolutions the question asks for; one more tells whether there are more.
const newestFirst = 50

const newestSQL = `SELECT r.id, r.uri, r.text, r.kind, r.date, p.id, p.name, i.id, i.number, i.title, m.id, m.date, c.id, c.name, k.id, k.name, r.date_desc
FROM (SELECT * FROM resolutions ORDER BY date_desc DESC, id DESC LIMIT 51) r LEFT JOIN persons p ON p.id = r.mover_id JOIN agenda_items i ON i.id = r.agenda_item_id
LEFT JOIN meetings m ON m.id = i.meeting_id LEFT JOIN committees c ON c.id = m.committee_id LEFT JOIN councils k ON k.id = c.council_id
ORDER BY r.date_desc DESC, r.id DESC`

// newest is the newest resolutions with who moved them, and where.
func newest(ctx context.Context, store rows.Reader) ([]byte, error) {
	b := append(make([]byte, 0, 32<<10), `{"resolutions":{"nodes":[`...)
	var cursor []byte
	n := 0
	err := store.Read(ctx, newestSQL, nil, func(r rows.Row) error {
		if n++; n > newestFirst {
			return nil
		}
		if n > 1 {
			b = append(b, ',')
		}
		b = id(append(b, '{'), r, 0)
		b = field(field(field(field(b, "uri", r, 1), "text", r, 2), "kind", r, 3), "date", r, 4)
		b = append(b, `,"mover":`...)
		if r.Null(5) {
			b = append(b, "null"...)
		} else {
			b = append(field(id(append(b, '{'), r, 5), "name", r, 6), '}')
		}
		b = id(append(b, `,"agendaItem":{`...), r, 7)
		b = append(field(field(b, "number", r, 8), "title", r, 9), ',')
		b = append(meetingOf(b, r, 10), "}}"...)
		if n == newestFirst {
			cursor = append(cursor, '[')
			cursor = append(text(cursor, r.Text(16)), ',')
			cursor = append(strconv.AppendInt(cursor, r.Int(0), 10), ']')
		}
		return nil
	})
	b = append(b, `],"pageInfo":{"hasNextPage":`...)
	b = strconv.AppendBool(b, n > newestFirst)
	b = append(b, `,"endCursor":"`...)
	b = base64.RawURLEncoding.AppendEncode(b, cursor)
	return append(b, `"}}}`...), err
}
