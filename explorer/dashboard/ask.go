package dashboard

import (
	"context"
	"embed"
	"fmt"
	"strings"

	"councilgraph/explorer/page"
)

//go:embed queries/*.graphql
var queryFiles embed.FS

// readQueries reads the queries by their names, such as committee-votes.
func readQueries() (map[string]string, error) {
	files, err := queryFiles.ReadDir("queries")
	if err != nil {
		return nil, fmt.Errorf("dashboard queries: %w", err)
	}
	queries := make(map[string]string, len(files))
	for _, f := range files {
		text, err := queryFiles.ReadFile("queries/" + f.Name())
		if err != nil {
			return nil, fmt.Errorf("dashboard queries: %w", err)
		}
		queries[strings.TrimSuffix(f.Name(), ".graphql")] = string(text)
	}
	return queries, nil
}

// question is the query of that name about a period of somebody; after is a cursor, "" for none.
func (d *Dashboards) question(name, uri string, p period, after string) page.Question {
	q := page.Question{Query: d.queries[name], Variables: map[string]any{"uri": uri, "from": p.From, "to": p.To}}
	if after != "" {
		q.Variables["after"] = after
	}
	return q
}

// list is a page of a list.
type list[T any] struct {
	TotalCount int `json:"totalCount"`
	PageInfo   struct {
		HasNextPage bool   `json:"hasNextPage"`
		EndCursor   string `json:"endCursor"`
	} `json:"pageInfo"`
	Nodes []T `json:"nodes"`
}

// first is the only node of an answer that looks one up, nil for none.
func (l list[T]) first() *T {
	if len(l.Nodes) == 0 {
		return nil
	}
	return &l.Nodes[0]
}

// mostPages are the pages of one list that are read for a dashboard.
const mostPages = 10

// all reads a list page by page, at most so many of them. of finds the list in an answer. What is left out is the difference to the
// list's total.
func all[A, T any](ctx context.Context, d *Dashboards, ask func(after string) page.Question, of func(*A) *list[T]) (nodes []T, total int, err error) {
	after := ""
	for range mostPages {
		var answer A
		if err := d.site.Ask(ctx, ask(after), &answer); err != nil {
			return nil, 0, err
		}
		l := of(&answer)
		if l == nil {
			return nil, 0, nil
		}
		nodes, total = append(nodes, l.Nodes...), l.TotalCount
		if !l.PageInfo.HasNextPage {
			break
		}
		after = l.PageInfo.EndCursor
	}
	return nodes, total, nil
}

// dated is a node with a day.
type dated struct {
	Date string `json:"date"`
}

// subject is whose dashboard it is.
type subject struct {
	Type     string      `json:"__typename"`
	URI      string      `json:"uri"`
	Name     string      `json:"name"`
	Council  ref         `json:"council"`
	Latest   list[dated] `json:"latest"`
	Earliest list[dated] `json:"earliest"`
	// Decisions are the person's latest.
	Decisions list[dated] `json:"decisions"`
}

// subjectOf finds whose dashboard it is, and the first and the last day of which there is something to show.
func (d *Dashboards) subjectOf(ctx context.Context, w wanted, today string) (s *subject, earliest, latest string, err error) {
	var answer struct {
		Resource *subject    `json:"resource"`
		Latest   list[dated] `json:"latest"`
		Earliest list[dated] `json:"earliest"`
	}
	q := page.Question{Query: d.queries["subject"], Variables: map[string]any{"address": w.uri, "uri": w.uri, "today": today}}
	if err := d.site.Ask(ctx, q, &answer); err != nil {
		return nil, "", "", err
	}
	s = answer.Resource
	if s == nil || s.Type != "Committee" && s.Type != "Person" {
		return nil, "", "", nowhere("No committee and no person is known by this address. Search for them by name.")
	}
	for _, l := range []list[dated]{s.Latest, answer.Latest, s.Decisions} {
		if n := l.first(); n != nil {
			latest = max(latest, n.Date)
		}
	}
	for _, l := range []list[dated]{s.Earliest, answer.Earliest} {
		if n := l.first(); n != nil {
			earliest = n.Date
		}
	}
	return s, earliest, latest, nil
}
