package graph_test

import (
	"fmt"
	"slices"
	"testing"

	"councilgraph/ingest/record"
)

// searchable is a meeting with items of these titles, each with one resolution.
func searchable(committee, date string, titles ...string) record.Meeting {
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	m := record.Meeting{Committee: committee, Date: date, Span: span}
	for i, title := range titles {
		m.Items = append(m.Items, record.AgendaItem{
			Number: fmt.Sprint(i + 1), Title: title, Minutes: "The zebra crossing was discussed.", Span: span,
			Resolutions: []record.Resolution{{Text: fmt.Sprintf("That zebra %d be painted.", i), Kind: "agreed", Span: span}},
		})
	}
	return m
}

// All pages together are the whole, each entry once, in the order of one large page.
func TestSearch_pages(t *testing.T) {
	a := newAPI(t)
	var titles []string
	for i := range 30 {
		titles = append(titles, fmt.Sprintf("Crossing %d", i%7))
	}
	a.take(t, searchable("Roads Panel", "2025-02-03", titles...))
	const query = `query($first: Int, $after: String) { search(query: "zebra", first: $first, after: $after) {
		totalCount edges { cursor score } nodes { ... on Resolution { uri } ... on AgendaItem { uri } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`
	all := at(a.ask(t, query, map[string]any{"first": 100}), "search")
	if n := at(all, "totalCount").(float64); n != 60 || len(at(all, "nodes").([]any)) != 60 {
		t.Fatalf("%v texts, %d shown; want 60", n, len(at(all, "nodes").([]any)))
	}
	var paged []any
	var after any
	for {
		page := at(a.ask(t, query, map[string]any{"first": 7, "after": after}), "search")
		if back := at(page, "pageInfo", "hasPreviousPage").(bool); back != (after != nil) {
			t.Errorf("hasPreviousPage is %v after %v", back, after)
		}
		paged = append(paged, at(page, "nodes").([]any)...)
		if after = at(page, "pageInfo", "endCursor"); !at(page, "pageInfo", "hasNextPage").(bool) {
			break
		}
	}
	if fmt.Sprint(paged) != fmt.Sprint(at(all, "nodes")) {
		t.Errorf("pages of 7:\n%v\none page:\n%v", paged, at(all, "nodes"))
	}
	cursor := at(all, "edges", 3, "cursor").(string)
	refused := a.post(t, `query($c: String) { search(query: "zebra painted", after: $c) { nodes { __typename } } }`, map[string]any{"c": cursor})
	if len(refused.Errors) != 1 || refused.Errors[0].Extensions["code"] != "INVALID_CURSOR" {
		t.Errorf("a cursor of another search: %+v", refused)
	}
}

func TestSearch_where(t *testing.T) {
	a := newAPI(t)
	a.take(t, searchable("Roads Panel", "2025-02-03", "Crossings north"))
	a.take(t, searchable("Parks Panel", "2025-03-04", "Crossings south", "Crossings west"))
	panel := at(a.ask(t, `{ committees(where: {slug: "parks-panel"}) { nodes { id council { id } } } }`, nil), "committees", "nodes", 0)
	bromley := at(panel, "council", "id").(string)
	for _, tt := range []struct {
		arguments string
		want      int
	}{
		{``, 6},
		{`types: [AGENDA_ITEM]`, 3},
		{`types: [RESOLUTION, RESOLUTION]`, 3},
		{`types: [PERSON, ISSUE]`, 0},
		{`where: {councilSlug: "bromley"}`, 6},
		{`where: {councilGssCode: "E09000006"}`, 6},
		{`where: {councilGssCode: "E09000014"}`, 0},
		{`where: {councilID: "` + bromley + `"}`, 6},
		{`where: {councilIDIn: ["1", "` + bromley + `"]}`, 6},
		{`where: {committeeID: "` + at(panel, "id").(string) + `"}`, 4},
		{`where: {dateGTE: "2025-02-04"}`, 4},
		{`where: {dateLTE: "2025-02-03"}`, 2},
		{`where: {dateGTE: "2025-02-03", dateLTE: "2025-03-04", councilSlug: "bromley"}, types: [AGENDA_ITEM]`, 3},
		{`where: {dateGTE: "2025-03-05"}`, 0},
	} {
		got := at(a.ask(t, `{ search(query: "zebra", `+tt.arguments+`) { totalCount nodes { __typename } types { count complete } councils { count } } }`, nil), "search")
		if n := int(at(got, "totalCount").(float64)); n != tt.want || len(at(got, "nodes").([]any)) != tt.want {
			t.Errorf("%s: %d counted, %d found, want %d", tt.arguments, n, len(at(got, "nodes").([]any)), tt.want)
		}
		if n, _ := at(got, "councils", 0, "count").(float64); int(n) != tt.want {
			t.Errorf("%s: the council has %v, want %d", tt.arguments, n, tt.want)
		}
	}
}

func TestSearch_mistakes(t *testing.T) {
	a := newAPI(t)
	for query, code := range map[string]string{
		`{ search(query: "") { totalCount } }`:                                       "INVALID_SEARCH",
		`{ search(query: "of the") { totalCount } }`:                                 "INVALID_SEARCH",
		`{ search(query: "-roads") { totalCount } }`:                                 "INVALID_SEARCH",
		`{ resolutions(where: {textMatches: "a*"}) { totalCount } }`:                 "INVALID_SEARCH",
		`{ agendaItems(where: {not: {textMatches: "\"roads"}}) { totalCount } }`:     "INVALID_SEARCH",
		`{ search(query: "roads", first: 101) { totalCount } }`:                      "PAGE_SIZE_EXCEEDED",
		`{ search(query: "roads", first: -1) { totalCount } }`:                       "INVALID_PAGINATION",
		`{ search(query: "roads", after: "x") { totalCount } }`:                      "INVALID_CURSOR",
		`{ search(query: "roads", where: {councilSlug: "nowhere"}) { totalCount } }`: "BAD_USER_INPUT",
		`{ search(query: "roads", where: {dateGTE: "3 May"}) { totalCount } }`:       "BAD_USER_INPUT",
		`{ search(query: "roads", types: []) { totalCount } }`:                       "BAD_USER_INPUT",
	} {
		if got := a.post(t, query, nil); len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != code {
			t.Errorf("%s: %+v, want %s", query, got.Errors, code)
		}
	}
}

// A list that is filtered by words is the list of what has them, in the order that is asked for.
func TestSearch_textMatches(t *testing.T) {
	a := newAPI(t)
	a.take(t, searchable("Roads Panel", "2025-02-03", "Bridges", "Tunnels", "Bridges and tunnels"))
	uris := func(where string) []string {
		var out []string
		for _, n := range at(a.ask(t, `{ agendaItems(where: `+where+`, orderBy: [{field: NUMBER, direction: DESC}]) { totalCount nodes { number } } }`, nil), "agendaItems", "nodes").([]any) {
			out = append(out, at(n, "number").(string))
		}
		return out
	}
	for where, want := range map[string][]string{
		`{textMatches: "bridge zebra"}`:                                                         {"3", "1"},
		`{textMatches: "bridge -tunnel"}`:                                                       {"1"},
		`{textMatches: "zebra", not: {textMatches: "bridge"}}`:                                  {"2"},
		`{textMatches: "zebra", number: "2"}`:                                                   {"2"},
		`{or: [{textMatches: "\"bridges and tunnels\""}, {textMatches: "zebra", number: "1"}]}`: {"3", "1"},
		`{textMatches: "hippopotamus"}`:                                                         nil,
		`{hasResolutionsWith: [{textMatches: "zebra painted bridge"}]}`:                         {"3", "1"},
	} {
		if got := uris(where); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", where, got, want)
		}
	}
}

// Every kind is found by its own words, and the words are shown where they stand.
func TestSearch_kinds(t *testing.T) {
	a := newAPI(t)
	m := searchable("Quagga Committee", "2025-02-03", "Okapi review")
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	m.Attendances = []record.Attendance{{Name: "Zebedee Quince", AsWritten: "Councillor Zebedee Quince", Status: "present", Span: span}}
	m.Documents = []record.File{{Title: "Tapir appendix", Span: span}}
	m.Items[0].Decision = "The ibex was agreed."
	a.take(t, m)
	for _, tt := range [][3]string{
		{"quince", "Person", "Councillor Zebedee <mark>Quince</mark>"},
		{"quagga", "Committee", "<mark>Quagga</mark> Committee"},
		{"tapir", "Document", "<mark>Tapir</mark> appendix"},
		{"okapi review", "AgendaItem", "<mark>Okapi review</mark>"},
		{"ibex", "AgendaItem", "The zebra crossing was discussed. The <mark>ibex</mark> was agreed."},
		{"zebra painted", "Resolution", "That <mark>zebra</mark> 0 be <mark>painted</mark>."},
	} {
		edge := at(a.ask(t, `query($q: String!) { search(query: $q) { edges { snippet node { __typename } } } }`, map[string]any{"q": tt[0]}), "search", "edges", 0)
		if kind, snippet := at(edge, "node", "__typename"), at(edge, "snippet"); kind != tt[1] || snippet != tt[2] {
			t.Errorf("%s: %v %v, want %s %s", tt[0], kind, snippet, tt[1], tt[2])
		}
	}
}
