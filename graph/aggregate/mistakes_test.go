package aggregate_test

import (
	"strings"
	"testing"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/internal/dbtest"
)

// What cannot be grouped is refused with a code and with how to mend it.
func TestGroupBy_mistakes(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 200, Councils: 2, Seed: 3}); err != nil {
		t.Fatal(err)
	}
	s := serve(t, db)
	page := s.ask(t, `{ resolutions { groupBy(by: [KIND], first: 2) { pageInfo { endCursor hasNextPage } } } }`)
	cursor, _ := at(page, "resolutions", "groupBy", "pageInfo", "endCursor").(string)
	if at(page, "resolutions", "groupBy", "pageInfo", "hasNextPage") != true || cursor == "" {
		t.Fatalf("a first page without a next one: %v", page)
	}
	for _, c := range []struct{ about, arguments, key, code, message string }{
		{"no dimension", `by: []`, `kind`, "BAD_USER_INPUT", "names no dimension"},
		{"four dimensions", `by: [COUNCIL, COMMITTEE, KIND, YEAR]`, `kind`, "DIMENSION_LIMIT_EXCEEDED", "at most 3"},
		{"one twice", `by: [KIND, KIND]`, `kind`, "BAD_USER_INPUT", "names KIND twice"},
		{"two periods", `by: [YEAR, MONTH]`, `year`, "BAD_USER_INPUT", "two periods"},
		{"nothing to fill", `by: [KIND], fill: true`, `kind`, "BAD_USER_INPUT", "add MONTH, QUARTER or YEAR"},
		{"an order that is not grouped by", `by: [KIND], orderBy: [{field: MONTH}]`, `kind`, "INVALID_ORDER", "which by does not"},
		{"an order twice", `by: [KIND], orderBy: [{field: COUNT}, {field: COUNT}]`, `kind`, "INVALID_ORDER", "twice"},
		{"a page that is too large", `by: [KIND], first: 101`, `kind`, "PAGE_SIZE_EXCEEDED", "at most 100"},
		{"a key that is not grouped by", `by: [KIND]`, `council { id }`, "NOT_GROUPED", "not grouped by COUNCIL"},
		{"no cursor", `by: [KIND], after: "x"`, `kind`, "INVALID_CURSOR", "no cursor"},
		{"a cursor of another grouping", `by: [COUNCIL], after: "` + cursor + `"`, `council { id }`, "INVALID_CURSOR", "another list"},
		{"a cursor of another condition", `by: [KIND], having: {count: {gt: 1}}, after: "` + cursor + `"`, `kind`, "INVALID_CURSOR", "another list"},
	} {
		t.Run(c.about, func(t *testing.T) {
			_, mistakes := s.post(t, `{ resolutions { groupBy(`+c.arguments+`) { nodes { key { `+c.key+` } } } } }`)
			if len(mistakes) == 0 {
				t.Fatal("no error")
			}
			if m := mistakes[0]; m.Extensions["code"] != c.code || !strings.Contains(m.Message, c.message) {
				t.Errorf("%v: %s; want %s: ... %s ...", m.Extensions["code"], m.Message, c.code, c.message)
			}
		})
	}
	if _, mistakes := s.post(t, `{ resolutions { groupBy(by: [KIND], first: 1) { nodes { sample(first: 11) { id } } } } }`); len(mistakes) == 0 || mistakes[0].Extensions["code"] != "PAGE_SIZE_EXCEEDED" {
		t.Errorf("a sample of 11: %v", mistakes)
	}
}

// A sample is of its group.
func TestGroupBy_sample(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 200, Councils: 2, Seed: 3}); err != nil {
		t.Fatal(err)
	}
	s := serve(t, db)
	data := s.ask(t, `{ resolutions(where: {kindIn: [NOTED, APPROVED]}) { groupBy(by: [COUNCIL, KIND, QUARTER]) { nodes { key { council { id } kind quarter } aggregate { count date { min max } } sample(first: 2) { kind date council { id } } } } } }`)
	shown := 0
	for _, g := range at(data, "resolutions", "groupBy", "nodes").([]any) {
		sample := at(g, "sample").([]any)
		if n := int(at(g, "aggregate", "count").(float64)); len(sample) != min(n, 2) {
			t.Errorf("%d of a group of %d", len(sample), n)
		}
		for _, r := range sample {
			shown++
			if at(r, "kind") != at(g, "key", "kind") || at(r, "council", "id") != at(g, "key", "council", "id") {
				t.Errorf("%v is no resolution of %v", r, at(g, "key"))
			}
			day, _ := at(r, "date").(string)
			first, _ := at(g, "aggregate", "date", "min").(string)
			last, _ := at(g, "aggregate", "date", "max").(string)
			if day < first || day > last {
				t.Errorf("%s lies outside %s to %s of %v", day, first, last, at(g, "key"))
			}
		}
	}
	if shown < 20 {
		t.Fatalf("only %d resolutions shown", shown)
	}
}
