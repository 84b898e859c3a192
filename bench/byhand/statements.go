package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"entgo.io/ent/dialect"

	"councilgraph/internal/database"
	"councilgraph/internal/rows"
	"councilgraph/internal/searchquery"
	"councilgraph/internal/searchtext"
)

// The statements of PostgreSQL that give whole answers, each as one value: what a person writes who wants
// the database to do everything. The names are the questions'.
var answers = map[string]string{
	"Item": `SELECT json_build_object('node', (SELECT json_build_object('id', i.id::text, 'uri', i.uri, 'number', i.number, 'title', i.title,
'resolutions', (SELECT coalesce(json_agg(json_build_object('id', r.id::text, 'uri', r.uri, 'number', r.number, 'text', r.text, 'kind', r.kind) ORDER BY r.position, r.id), '[]') FROM resolutions r WHERE r.agenda_item_id = i.id),
'meeting', (SELECT json_build_object('id', m.id::text, 'date', m.date, 'committee', (SELECT json_build_object('id', c.id::text, 'name', c.name,
'council', (SELECT json_build_object('id', k.id::text, 'name', k.name) FROM councils k WHERE k.id = c.council_id)) FROM committees c WHERE c.id = m.committee_id))
FROM meetings m WHERE m.id = i.meeting_id)) FROM agenda_items i WHERE i.id = $1))`,
	"Newest": `SELECT json_build_object('resolutions', json_build_object('nodes', (SELECT json_agg(json_build_object('id', r.id::text, 'uri', r.uri, 'text', r.text, 'kind', r.kind, 'date', r.date,
'mover', CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id::text, 'name', p.name) END,
'agendaItem', json_build_object('id', i.id::text, 'number', i.number, 'title', i.title, 'meeting', CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id::text, 'date', m.date,
'committee', CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('id', c.id::text, 'name', c.name, 'council', json_build_object('id', k.id::text, 'name', k.name)) END) END)) ORDER BY r.date_desc DESC, r.id DESC)
FROM (SELECT * FROM resolutions ORDER BY date_desc DESC, id DESC LIMIT 50) r LEFT JOIN persons p ON p.id = r.mover_id JOIN agenda_items i ON i.id = r.agenda_item_id
LEFT JOIN meetings m ON m.id = i.meeting_id LEFT JOIN committees c ON c.id = m.committee_id LEFT JOIN councils k ON k.id = c.council_id),
'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > 50 FROM (SELECT 1 FROM resolutions LIMIT 51) more))))`,
	"Attended": `SELECT json_build_object('node', json_build_object('attendances', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('id', a.id::text, 'status', a.status,
'meeting', (SELECT json_build_object('id', m.id::text, 'uri', m.uri, 'date', m.date, 'agendaItems', (SELECT coalesce(json_agg(json_build_object('id', i.id::text, 'number', i.number, 'title', i.title,
'resolutions', (SELECT coalesce(json_agg(json_build_object('id', r.id::text, 'text', r.text, 'kind', r.kind) ORDER BY r.position, r.id), '[]') FROM resolutions r WHERE r.agenda_item_id = i.id)) ORDER BY i.position, i.id), '[]')
FROM (SELECT * FROM agenda_items WHERE meeting_id = m.id ORDER BY position, id LIMIT 20) i)) FROM meetings m WHERE m.id = a.meeting_id)) ORDER BY a.id), '[]')
FROM (SELECT * FROM attendances WHERE person_id = $1 ORDER BY id LIMIT 50) a))))`,
	"Matching": matching(`replace($1::text, 'c1x0§', 'c' || (SELECT (id >> 32) || 'x' || (id & 4294967295) FROM councils WHERE name = $2) || '§')`),
	"Within":   matching(`$1::text`),
	"Monthly": `SELECT json_build_object('resolutions', json_build_object('groupBy', json_build_object('nodes', (SELECT json_agg(json_build_object(
'key', json_build_object('council', json_build_object('name', k.name), 'month', g.month || '-01'), 'aggregate', json_build_object('count', g.n)) ORDER BY g.n DESC, k.name, g.month)
FROM (SELECT council_id, substr(date, 1, 7) AS month, count(*) AS n FROM resolutions GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 100) g JOIN councils k ON k.id = g.council_id))))`,
}

// matching finds what a query of words does, written in SQL.
func matching(query string) string {
	return `WITH found AS MATERIALIZED (SELECT node_id FROM search_words WHERE words @@ ` + query + `::tsquery)
SELECT json_build_object('resolutions', json_build_object('totalCount', (SELECT count(*) FROM found), 'nodes', (SELECT coalesce(json_agg(json_build_object('id', r.id::text, 'uri', r.uri, 'text', r.text, 'date', r.date) ORDER BY r.date_desc DESC, r.id DESC), '[]')
FROM (SELECT * FROM resolutions WHERE id IN (SELECT node_id FROM found) ORDER BY date_desc DESC, id DESC LIMIT 20) r)))`
}

// statements answers by one statement for each question, without GraphQL: the name of the operation says which.
func statements(db *database.Database) (http.Handler, error) {
	if db.Dialect != dialect.Postgres {
		return nil, errors.New("--form json: these statements are PostgreSQL's; pass --database postgres://USER:PASSWORD@HOST/NAME")
	}
	store := db.Reader()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := answer(r, store)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		_, _ = w.Write(body)
	}), nil
}

// question is what is sent: the name of a question and its values.
type question struct {
	OperationName string
	Variables     struct{ ID, Council, Word string }
}

func answer(r *http.Request, store rows.Reader) ([]byte, error) {
	var q question
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
		return nil, fmt.Errorf("read the question: %w", err)
	}
	statement, ok := answers[q.OperationName]
	if !ok {
		return nil, fmt.Errorf("there is no question %q", q.OperationName)
	}
	args, err := q.args()
	if err != nil {
		return nil, err
	}
	b := append(make([]byte, 0, 4<<10), `{"data":`...)
	err = store.Read(r.Context(), statement, args, func(row rows.Row) error {
		b = append(b, row.Text(0)...)
		return nil
	})
	return append(b, '}'), err
}

// unnamed stands for the council whose id the statement looks up: its words begin with c1x0.
const unnamed = 1 << 32

// args are the values of the statement.
func (q question) args() ([]any, error) {
	switch q.OperationName {
	case "Item", "Attended":
		id, err := strconv.ParseInt(q.Variables.ID, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("id %q is no number: %w", q.Variables.ID, err)
		}
		return []any{id}, nil
	case "Matching", "Within":
		words, err := searchquery.Parse(q.Variables.Word)
		if err != nil {
			return nil, err
		}
		if q.OperationName == "Matching" {
			return []any{words.TSQuery(searchquery.In{Kind: searchtext.Resolution, Council: unnamed}, false), q.Variables.Council}, nil
		}
		council, err := strconv.ParseInt(q.Variables.Council, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("council %q is no id: %w", q.Variables.Council, err)
		}
		return []any{words.TSQuery(searchquery.In{Kind: searchtext.Resolution, Council: council}, false)}, nil
	}
	return nil, nil
}
