package graph_test

import (
	"net/http"
	"strings"
	"testing"
)

// posted is the answer to a query whose variables are written as JSON, so that numbers arrive as they are written.
func (a *api) posted(t testing.TB, query, variables string) reply {
	t.Helper()
	res, err := http.Post(a.URL, "application/json", strings.NewReader(with(0, query, variables)))
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, res)
}

// What stands in a query and cannot be what it stands for is refused with its place and how to write it, and with
// nothing else: numbers that no type holds, and anything but a text for a day, a moment or an address.
func TestLiterals(t *testing.T) {
	a := newAPI(t)
	const many = "99999999999999999999"
	for _, c := range []struct{ query, message string }{
		{`{coverage(council:"bromley",to:1e400){totalCount}}`, `to is 1e400, which is no Date; write a day as "2017-01-11"`},
		{`{coverage(council:"bromley",to:` + many + `){totalCount}}`, `to is 99999999999999999999, which is no Date; write a day as "2017-01-11"`},
		{`{coverage(council:"bromley",to:20170111){totalCount}}`, `to is 20170111, which is no Date`},
		{`{coverage(council:"bromley",to:true){totalCount}}`, `to is true, which is no Date`},
		{`{coverage(council:"bromley",to:TODAY){totalCount}}`, `to is TODAY, which is no Date`},
		{`{coverage(council:"bromley",to:["2017-01-11"]){totalCount}}`, `to is ["2017-01-11"], which is no Date`},
		{`{coverage(council:"bromley",to:[1e400]){totalCount}}`, `to is [1e400], which is no Date`},
		{`{coverage(council:"bromley",to:{year:1e400}){totalCount}}`, `to is {year:1e400}, which is no Date`},
		{`{coverage(council:"bromley",to:{}){totalCount}}`, `Date cannot represent an object`},
		{`{sources(where:{fetchedAt:1e400}){totalCount}}`, `where.fetchedAt is 1e400, which is no DateTime; write a moment as "2017-01-11T18:30:00Z"`},
		{`{meetings(where:{uri:1e400}){totalCount}}`, `where.uri is 1e400, which is no URI; write an address as "/id/`},
		{`{meetings(where:{date:1e400}){totalCount}}`, `where.date is 1e400, which is no Date`},
		{`{meetings(where:{dateIn:["2017-01-11",1e400]}){totalCount}}`, `where.dateIn[1] is 1e400, which is no Date`},
		{`{meetings(where:{dateIn:1e400}){totalCount}}`, `where.dateIn is 1e400, which is no Date`},
		{`{meetings(where:{and:[{not:{date:1e400}}]}){totalCount}}`, `where.and[0].not.date is 1e400, which is no Date`},
		{`{meetings(where:{and:{date:1e400}}){totalCount}}`, `where.and.date is 1e400, which is no Date`},
		{`{council(slug:"bromley"){...F ...F}} fragment F on Council{meetings(where:{date:1e400}){totalCount}}`, `where.date is 1e400, which is no Date`},

		{`{meetings(first:1e400){totalCount}}`, `first is 1e400, which is no Int; write a whole number such as 20`},
		{`{meetings(first:` + many + `){totalCount}}`, `first is 99999999999999999999, which is no Int`},
		{`{meetings(first:` + strings.Repeat("9", 16000) + `){totalCount}}`, `first is ` + strings.Repeat("9", 60) + `..., which is no Int`},
		{`{meetings(first:1.5){totalCount}}`, `Int cannot represent non-integer value: 1.5`},
		{`{meetings(first:"5"){totalCount}}`, `Int cannot represent non-integer value: "5"`},
		{`{resolutions(where:{positionIn:[1,` + many + `]}){totalCount}}`, `where.positionIn[1] is 99999999999999999999, which is no Int`},
		{`{resolutions(where:{hasAmountsWith:{low:1e400}}){totalCount}}`, `where.hasAmountsWith.low is 1e400, which is no Float; write a number such as 12.5`},
		{`{resolutions(where:{hasAmountsWith:[{lowIn:[1,-1e400]}]}){totalCount}}`, `where.hasAmountsWith[0].lowIn[1] is -1e400, which is no Float`},
		{`{node(id:` + many + `){id}}`, `id is 99999999999999999999, which is no ID; write an id as the API gave it`},
		{`{nodes(ids:[1,1e400]){id}}`, `ids[1] is 1e400, which is no ID`},
		{`{resolutions{groupBy(by:[YEAR],having:{count:{gt:1e400}}){totalCount}}}`, `having.count.gt is 1e400, which is no Int`},
		{`{search(query:1e400){totalCount}}`, `query is 1e400, which is no String; write a text as "bromley"`},

		{`{__typename @include(if:1e400)}`, `if is 1e400, which is no Boolean; write true or false`},
		{`{__typename @skip(if:[` + many + `])}`, `Boolean cannot represent a non boolean value: [99999999999999999999]`},
		{`{...F@skip(if:1e400)} fragment F on Query{__typename}`, `if is 1e400, which is no Boolean`},
		{`{...@skip(if:1e400){__typename}}`, `if is 1e400, which is no Boolean`},
		{`query($to:Date=1e400){coverage(council:"bromley",to:$to){totalCount}}`, `$to is 1e400, which is no Date`},
		{`query($to:Date=1){coverage(council:"bromley",to:$to){totalCount}}`, `$to is 1, which is no Date`},
		{`query($n:Int=` + many + `){meetings(first:$n){totalCount}}`, `$n is 99999999999999999999, which is no Int`},
		{`query($w:MeetingWhereInput={dateIn:[1e400]}){meetings(where:$w){totalCount}}`, `$w.dateIn[0] is 1e400, which is no Date`},
		{`subscription{resolutionPublished(where:{date:1e400}){id}}`, `where.date is 1e400, which is no Date`},
	} {
		r := a.posted(t, c.query, "{}")
		if len(r.Errors) == 0 || r.Status >= 500 {
			t.Errorf("%.100s\n  status %d, %v", c.query, r.Status, r.Data)
			continue
		}
		first := r.Errors[0]
		if first.Extensions["code"] != "GRAPHQL_VALIDATION_FAILED" || !strings.HasPrefix(first.Message, c.message) || len(first.Message) > 200 {
			t.Errorf("%.100s\n  %v: %s, want %s", c.query, first.Extensions["code"], first.Message, c.message)
		}
		if len(r.Errors) > 1 && strings.Contains(c.message, "which is no") {
			t.Errorf("%.100s\n  %d errors for one mistake: %v", c.query, len(r.Errors), r.Errors)
		}
	}
}

// Each of the scalars that only this API has says how it is written, and lists, nulls and single values go on to be taken.
func TestLiterals_taken(t *testing.T) {
	a := newAPI(t)
	for _, query := range []string{
		`{meetings(where:{date:"2017-01-11"}){totalCount}}`,
		`{meetings(where:{date:"""2017-01-11"""}){totalCount}}`,
		`{meetings(where:{dateIn:["2017-01-11"]}){totalCount}}`,
		`{meetings(where:{dateIn:"2017-01-11"}){totalCount}}`,
		`{meetings(where:{dateGT:null,dateLT:"2020-01-01"}){totalCount}}`,
		`query($d:Date="2017-01-11"){meetings(where:{dateIn:[$d]}){totalCount}}`,
		`{resolutions(where:{hasAmountsWith:{low:1e3}}){totalCount}}`,
		`{resolutions(where:{hasAmountsWith:{lowGT:-5}}){totalCount}}`,
		`{node(id:9223372036854775807){id}}`,
		`{nodes(ids:1){id}}`,
	} {
		if r := a.posted(t, query, "{}"); len(r.Errors) > 0 {
			t.Errorf("%s\n  %v", query, r.Errors)
		}
	}
}
