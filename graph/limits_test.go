package graph_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// What a client does wrong gets a code, a message that says how to mend it, and never an inside view.
func TestErrors(t *testing.T) {
	a := newAPI(t)
	cursor := at(a.ask(t, `{ agendaItems(first: 1) { pageInfo { endCursor } } }`, nil), "agendaItems", "pageInfo", "endCursor").(string)
	for _, c := range []struct{ about, query, code, message string }{
		{"a page that is too large", `{ councils(first: 101) { nodes { id } } }`, "PAGE_SIZE_EXCEEDED", "at most 100"},
		{"a page that is too large, from the end", `{ councils(last: 1000) { nodes { id } } }`, "PAGE_SIZE_EXCEEDED", "at most 100"},
		{"a page below nothing", `{ councils(first: -1) { nodes { id } } }`, "INVALID_PAGINATION", "cannot be below 0"},
		{"first and last", `{ councils(first: 1, last: 1) { nodes { id } } }`, "INVALID_PAGINATION", "exclude each other"},
		{"a nested page that is too large", `{ councils { nodes { meetings(first: 101) { nodes { id } } } } }`, "PAGE_SIZE_EXCEEDED", "at most 100"},
		{"a list that is too large", `{ meetings { nodes { agendaItems(first: 201) { id } } } }`, "PAGE_SIZE_EXCEEDED", "at most 200"},
		{"no cursor", `{ councils(after: "x") { nodes { id } } }`, "INVALID_CURSOR", "no cursor of this server"},
		{"a cursor of another list", `{ councils(after: "` + cursor + `") { nodes { id } } }`, "INVALID_CURSOR", "another list"},
		{"a cursor of another order", `{ agendaItems(after: "` + cursor + `", orderBy: [{field: NUMBER}]) { nodes { id } } }`, "INVALID_CURSOR", "another list, filter or order"},
		{"a cursor of another filter", `{ agendaItems(after: "` + cursor + `", where: {position: 1}) { nodes { id } } }`, "INVALID_CURSOR", "another list, filter or order"},
		{"a nested cursor that is none", `{ councils { nodes { people(after: "!!") { nodes { id } } } } }`, "INVALID_CURSOR", "no cursor of this server"},
		{"the same order twice", `{ councils(orderBy: [{field: NAME}, {field: NAME, direction: DESC}]) { nodes { id } } }`, "INVALID_ORDER", "twice"},
		{"no date", `{ meetings(where: {date: "1st May"}) { nodes { id } } }`, "BAD_USER_INPUT", "write a day as 2017-01-11"},
		{"a nested filter with no date", `{ councils { nodes { meetings(where: {date: "1st May"}) { nodes { id } } } } }`, "BAD_USER_INPUT", "write a day as"},
		{"no id", `{ node(id: "me") { id } }`, "BAD_USER_INPUT", "is no id"},
		{"two ways to a council", `{ council(slug: "bromley", gssCode: "E09000006") { id } }`, "BAD_USER_INPUT", "exactly one"},
		{"no address", `{ resource(uri: "https://example.org/") { id } }`, "BAD_USER_INPUT", "no address of this graph"},
		{"relations too deep", `{ councils(where: {hasCommitteesWith: [{hasMeetingsWith: [{hasAgendaItemsWith: [{hasResolutionsWith: [{kind: NOTED}]}]}]}]}) { nodes { id } } }`, "FILTER_LIMIT_EXCEEDED", "at most 3"},
		{"too many conditions", `{ councils(where: {or: [` + strings.Repeat(`{slug: "a"},`, 51) + `]}) { nodes { id } } }`, "FILTER_LIMIT_EXCEEDED", "at most 50"},
		{"too deep", "{ committees { nodes " + strings.Repeat("{ parent ", 20) + "{ id }" + strings.Repeat("}", 20) + " } }", "DEPTH_LIMIT_EXCEEDED", "at most 20"},
		{"lists within lists", `{ councils(first: 100) { nodes { meetings(first: 100) { nodes { council { meetings(first: 100) { nodes { id } } } } } } } }`, "NODE_LIMIT_EXCEEDED", "at most 50000"},
		{"fragments that double", `{ ...a } fragment a on Query { ...b ...b } fragment b on Query { ...c ...c } fragment c on Query { ...d ...d } fragment d on Query { ...e ...e } fragment e on Query { ...f ...f } fragment f on Query { ...g ...g } fragment g on Query { ...h ...h } fragment h on Query { ...i ...i } fragment i on Query { ...j ...j } fragment j on Query { ...k ...k } fragment k on Query { ...l ...l } fragment l on Query { councils(first: 1) { totalCount } }`, "SELECTION_LIMIT_EXCEEDED", "at most 2000"},
		{"an empty condition", `{ councils(where: {not: {}}) { totalCount } }`, "BAD_USER_INPUT", "where.not is empty"},
		{"an empty condition of a relation", `{ councils(where: {hasMeetingsWith: [{}]}) { totalCount } }`, "BAD_USER_INPUT", "where.hasMeetingsWith is empty"},
		{"an empty list", `{ councils(where: {slugIn: []}) { totalCount } }`, "BAD_USER_INPUT", "where.slugIn is empty"},
		{"a condition of null alone", `{ councils(where: {hasMeetingsWith: [{date: null}]}) { totalCount } }`, "BAD_USER_INPUT", "where.hasMeetingsWith is empty"},
		{"a value that is not not known", `{ councils(where: {hasMeetingsWith: [{dateIsNil: false}]}) { totalCount } }`, "BAD_USER_INPUT", "where.hasMeetingsWith.dateIsNil is false"},
		{"an object for a number", `{ councils { nodes { people(first: {}) { totalCount } } } }`, "GRAPHQL_VALIDATION_FAILED", "Int cannot represent an object"},
		{"an object for a choice", `{ councils(orderBy: [{field: {}}]) { totalCount } }`, "GRAPHQL_VALIDATION_FAILED", "cannot represent an object"},
		{"a text that no database keeps", `{ council(slug: "a\u0000") { id } }`, "BAD_USER_INPUT", "U+0000"},
		{"a field that is not there", `{ councls { id } }`, "GRAPHQL_VALIDATION_FAILED", "Did you mean"},
		{"a mistake of grammar", `{ councils( }`, "GRAPHQL_PARSE_FAILED", "Expected"},
	} {
		t.Run(c.about, func(t *testing.T) {
			r := a.post(t, c.query, nil)
			if len(r.Errors) == 0 {
				t.Fatalf("no error; data %v", r.Data)
			}
			if code := r.Errors[0].Extensions["code"]; code != c.code || !strings.Contains(r.Errors[0].Message, c.message) {
				t.Errorf("%v: %s; want %s: ... %s ...", code, r.Errors[0].Message, c.code, c.message)
			}
		})
	}
}

// Three relations in a filter are allowed, and work.
func TestFilter_threeDeep(t *testing.T) {
	a := newAPI(t)
	data := a.ask(t, `{ councils(where: {hasMeetingsWith: [{hasAgendaItemsWith: [{hasResolutionsWith: [{kindIn: [NOTED, APPROVED, AGREED, RESOLVED]}]}]}]}) { totalCount } }`, nil)
	if n := at(data, "councils", "totalCount").(float64); n < 1 || n > 5 {
		t.Errorf("%v councils resolved something; the sample has up to 5", n)
	}
}

// No entries are asked for, and none are given, of a relation of many to many too.
func TestPageSize_none(t *testing.T) {
	a := newAPI(t)
	councils := a.db.Client.Council.Query().Limit(2).AllX(t.Context())
	councils[0].Update().AddSuccessors(councils[1]).ExecX(t.Context())
	data := a.ask(t, `query($slug: String!) { council(slug: $slug) { none: successors(first: 0) { id } all: successors { id } } }`, map[string]any{"slug": councils[0].Slug})
	if none, all := at(data, "council", "none").([]any), at(data, "council", "all").([]any); len(none) != 0 || len(all) != 1 {
		t.Errorf("%d where none were asked for, %d of 1", len(none), len(all))
	}
}

// A list is never unlimited: 20 entries where nothing is said.
func TestPageSize_default(t *testing.T) {
	a := newAPI(t)
	if n := len(at(a.ask(t, `{ councils { nodes { id } } }`, nil), "councils", "nodes").([]any)); n != 20 {
		t.Errorf("%d councils, want 20", n)
	}
}

// When the store fails, the client sees a request id and nothing else.
func TestErrors_masked(t *testing.T) {
	a := newAPI(t)
	if _, err := a.db.DB.Exec("DROP TABLE changes"); err != nil {
		t.Fatal(err)
	}
	r := a.post(t, `{ changes { nodes { id } } }`, nil)
	if len(r.Errors) != 1 || r.Errors[0].Extensions["code"] != "INTERNAL" || r.Errors[0].Extensions["requestId"] == "" || strings.Contains(r.Errors[0].Message, "changes") {
		t.Errorf("%+v", r.Errors)
	}
}

// What is no GraphQL request is refused with a status, a code and how to write one, and is not echoed.
func TestRequest_refused(t *testing.T) {
	a := newAPI(t)
	for _, c := range []struct {
		about, method, query, kind, body string
		status                           int
		code                             string
	}{
		{"a body that is too large", "POST", "", "application/json", `{"query": "{ __typename }", "variables": {"x": "` + strings.Repeat("x", 300<<10) + `"}}`, 413, "BODY_TOO_LARGE"},
		{"no JSON", "POST", "", "application/json", `{"query": "secret`, 400, "BAD_REQUEST"},
		{"a list of queries", "POST", "", "application/json", `[{"query": "{ __typename }"}]`, 400, "BAD_REQUEST"},
		{"no body", "POST", "", "application/json", ``, 400, "BAD_REQUEST"},
		{"a form", "POST", "", "application/x-www-form-urlencoded", `query=secret`, 415, "BAD_REQUEST"},
		{"variables that are no JSON", "GET", "?query=%7B__typename%7D&variables=secret", "", "", 400, "BAD_REQUEST"},
		{"another method", "PUT", "", "application/json", `{"query": "{ __typename }"}`, 405, "BAD_REQUEST"},
	} {
		t.Run(c.about, func(t *testing.T) {
			req, err := http.NewRequestWithContext(t.Context(), c.method, a.URL+c.query, strings.NewReader(c.body))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Content-Type", c.kind)
			res, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = res.Body.Close() }()
			answer, err := io.ReadAll(res.Body)
			if err != nil {
				t.Fatal(err)
			}
			if res.StatusCode != c.status || !strings.Contains(string(answer), `"code":"`+c.code+`"`) || strings.Contains(string(answer), "secret") {
				t.Errorf("%d %s; want %d and %s, and nothing echoed", res.StatusCode, answer, c.status, c.code)
			}
		})
	}
}
