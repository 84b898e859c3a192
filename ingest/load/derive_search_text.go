package load

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/internal/searchtext"
)

// searchTables are the tables of the kinds that can be searched for.
var searchTables = map[searchtext.Kind]string{
	searchtext.AgendaItem: "agenda_items", searchtext.Resolution: "resolutions", searchtext.Person: "persons",
	searchtext.Committee: "committees", searchtext.Issue: "issues", searchtext.Document: "documents",
}

// searchable is what can be found of one node.
type searchable struct {
	node      int64
	key, date string
	searchtext.Text
}

// searchables are the texts of nodes of one kind.
func (s *store) searchables(ctx context.Context, k searchtext.Kind, nodes []int64) ([]searchable, error) {
	var out []searchable
	for chunk := range slices.Chunk(nodes, bound) {
		q := s.searchColumns(k)
		query, args := q.Where(entsql.In(q.C("id"), anys(chunk)...)).Query()
		err := s.rows(ctx, query, args, func(rows scanner) error {
			t, err := scanSearchable(rows, k)
			out = append(out, t)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", searchTables[k], err)
		}
	}
	if k != searchtext.Document {
		return out, nil
	}
	texts, err := s.fileTexts(ctx, nodes)
	for i := range out {
		out[i].Body = SearchBody(out[i].Body, texts[out[i].node])
	}
	return out, err
}

// searchColumns selects what scanSearchable reads: id, key, council, committee, date, title, and the parts
// of the body.
func (s *store) searchColumns(k searchtext.Kind) *entsql.Selector {
	n := s.sql().Table(searchTables[k]).As("n")
	i, m := s.sql().Table("agenda_items").As("i"), s.sql().Table("meetings").As("m")
	q := s.sql().Select(n.C("id"), n.C("key"), n.C("council_id")).From(n)
	either := func(column string) entsql.Querier {
		return entsql.ExprFunc(func(b *entsql.Builder) {
			b.WriteString("COALESCE(").Ident(i.C(column)).Comma().Ident(m.C(column)).WriteString(")")
		})
	}
	none := entsql.Raw("NULL")
	switch k {
	case searchtext.AgendaItem:
		return q.AppendSelect(n.Columns("committee_id", "date", "title", "purpose", "minutes", "decision", "reasons", "alternatives")...)
	case searchtext.Resolution:
		q.Join(i).On(n.C("agenda_item_id"), i.C("id"))
		return q.AppendSelect(n.C("committee_id"), n.C("date"), i.C("title"), n.C("text"))
	case searchtext.Person:
		return q.AppendSelectExpr(none, none).AppendSelect(n.C("honorific"), n.C("name"))
	case searchtext.Committee:
		return q.AppendSelect(n.C("id")).AppendSelectExpr(none).AppendSelect(n.C("name"))
	case searchtext.Issue:
		return q.AppendSelectExpr(none, none).AppendSelect(n.C("title"))
	case searchtext.Document:
		q.LeftJoin(i).On(n.C("agenda_item_id"), i.C("id")).LeftJoin(m).On(n.C("meeting_id"), m.C("id"))
		return q.AppendSelectExpr(either("committee_id"), either("date")).AppendSelect(n.C("title"), n.C("report_reference"))
	}
	return q
}

func scanSearchable(rows scanner, k searchtext.Kind) (searchable, error) {
	t := searchable{Text: searchtext.Text{Kind: k}}
	var committee sql.NullInt64
	var date sql.NullString
	parts := make([]sql.NullString, map[searchtext.Kind]int{
		searchtext.AgendaItem: 6, searchtext.Resolution: 2, searchtext.Person: 2, searchtext.Committee: 1, searchtext.Issue: 1, searchtext.Document: 2,
	}[k])
	into := []any{&t.node, &t.key, &t.Council, &committee, &date}
	for i := range parts {
		into = append(into, &parts[i])
	}
	if err := rows.Scan(into...); err != nil {
		return t, err
	}
	t.Committee, t.date = committee.Int64, date.String
	t.Title = parts[0].String
	if k == searchtext.Person { // a title before a name is part of it
		t.Title, parts = t.Title+" "+parts[1].String, parts[:1]
	}
	for _, p := range parts[1:] {
		t.Body = SearchBody(t.Body, p.String)
	}
	return t, nil
}

// SearchBody is the text of a node by which it is found, with another part of it. A page often gives the decision
// again within the minutes: words said once count once.
func SearchBody(body, part string) string {
	if part == "" || strings.Contains(body, part) {
		return body
	}
	return body + part + "\n"
}
