package graph_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// One text that was read once can stand in an answer thousands of times. No way of answering makes more of such an answer than
// anybody may get, and then refuses it: it would be 900 MB here.
func TestHTTP_largeAnswerOfOneText(t *testing.T) {
	a := newAPI(t)
	long := strings.Repeat("x", 2<<20)
	if err := a.db.Client.Content.Update().SetText(long).Exec(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := a.db.Client.AgendaItem.Update().SetMinutes(long).Exec(t.Context()); err != nil {
		t.Fatal(err)
	}
	of := func(field string) string {
		var b strings.Builder
		for i := range 45 {
			fmt.Fprintf(&b, " a%d: %s", i, field)
		}
		return b.String()
	}
	const fails = ` council(slug: "bromley") { meetings(first: 101) { totalCount } }`
	columns := ` resolutions(first: 10) { nodes { agendaItem {` + of("minutes") + ` } } }`
	resolvers := ` sources(first: 1) { nodes { statements(first: 10) { nodes { source {` + of("text") + ` } } } } }`
	for _, c := range []struct{ way, query string }{
		{"compiled, of columns", columns},
		{"compiled, of what resolvers give", resolvers},
		{"executed, as a part of it fails", fails + columns},
		{"executed, as a part of it fails, of what resolvers give", fails + resolvers},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := a.post(t, "{"+c.query+" }", nil)
		runtime.ReadMemStats(&after)
		if n := len(r.Errors); n == 0 || r.Errors[0].Extensions["code"] != "RESPONSE_TOO_LARGE" || r.Data != nil {
			t.Errorf("%s: %+v", c.way, r.Errors)
		}
		if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 200 {
			t.Errorf("%s: %d MB of memory were taken for an answer of at most 10", c.way, took)
		}
	}
}

// An answer that became small again, as a null took the place of what was too large, is not given with the texts that were left out.
func TestHTTP_largeAnswerLost(t *testing.T) {
	a := newAPI(t)
	long := strings.Repeat("x", 2<<20)
	if err := a.db.Client.AgendaItem.Update().SetMinutes(long).Exec(t.Context()); err != nil {
		t.Fatal(err)
	}
	var minutes strings.Builder
	for i := range 10 {
		fmt.Fprintf(&minutes, " a%d: minutes", i)
	}
	r := a.post(t, `{
		first: council(slug: "bromley") { meetings(first: 1) { nodes { agendaItems {`+minutes.String()+` } } } fails: meetings(first: 101) { totalCount } }
		second: council(slug: "bromley") { name }
	}`, nil)
	if got := at(r.Data, "second", "name"); got == "" {
		t.Errorf("a name that was left out: %v", r.Data)
	}
	if n := len(r.Errors); n == 0 || r.Errors[0].Extensions["code"] != "RESPONSE_TOO_LARGE" {
		t.Errorf("%+v", r.Errors)
	}
}
