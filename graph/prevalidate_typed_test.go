package graph_test

import (
	"strings"
	"testing"
)

// Variables are of the type that the query says: what the library lets pass is refused before anything reads it, with
// its place and how to write it.
func TestTyped(t *testing.T) {
	a := newAPI(t)
	const (
		many    = "99999999999999999999"
		date    = `query($d:Date){coverage(council:"bromley",to:$d){totalCount}}`
		dates   = `query($d:[Date!]){meetings(where:{dateIn:$d}){totalCount}}`
		number  = `query($d:Int){meetings(first:$d){totalCount}}`
		numbers = `query($d:[Int!]){resolutions(where:{positionIn:$d}){totalCount}}`
		float   = `query($d:Float){resolutions(where:{hasAmountsWith:{low:$d}}){totalCount}}`
		floats  = `query($d:[Float!]){resolutions(where:{hasAmountsWith:{lowIn:$d}}){totalCount}}`
		id      = `query($d:ID!){node(id:$d){id}}`
		boolean = `query($d:Boolean!){__typename @skip(if:$d)}`
		text    = `query($d:String){council(slug:$d){id}}`
		kind    = `query($d:CouncilKind){councils(where:{kind:$d}){totalCount}}`
		kinds   = `query($d:[CouncilKind!]){councils(where:{kindIn:$d}){totalCount}}`
		filter  = `query($d:MeetingWhereInput){meetings(where:$d){totalCount}}`
		amount  = `query($d:AmountWhereInput!){resolutions(where:{hasAmountsWith:[$d]}){totalCount}}`
		order   = `query($d:[MeetingOrder!]){meetings(orderBy:$d){totalCount}}`
	)
	for _, c := range []struct{ query, value, message string }{
		{date, `1e400`, `$d is 1e400, which is no Date; write a day as "2017-01-11"`},
		{date, `20170111`, `$d is 20170111, which is no Date`},
		{date, `true`, `$d is true, which is no Date`},
		{date, `["2017-01-11"]`, `$d is ["2017-01-11"], which is no Date`},
		{date, `{"day":1}`, `$d is {"day":1}, which is no Date`},
		{dates, `["2017-01-11",1e400]`, `$d[1] is 1e400, which is no Date`},
		{dates, `1e400`, `$d is 1e400, which is no Date`},
		{number, `1e400`, `$d is 1e400, which is no Int; write a whole number such as 20`},
		{number, many, `$d is 99999999999999999999, which is no Int`},
		{number, `1.5`, `$d is 1.5, which is no Int`},
		{number, `"5"`, `$d is "5", which is no Int`},
		{number, `[5]`, `$d is [5], which is no Int`},
		{numbers, `[1,1e400]`, `$d[1] is 1e400, which is no Int`},
		{numbers, `1.5`, `$d is 1.5, which is no Int`},
		{numbers, `[[1]]`, `$d[0] is [1], which is no Int`},
		{numbers, `[null]`, `cannot be null`},
		{float, `1e400`, `$d is 1e400, which is no Float; write a number such as 12.5`},
		{float, `"NaN"`, `$d is "NaN", which is no Float`},
		{float, `"Infinity"`, `$d is "Infinity", which is no Float`},
		{float, `"-Inf"`, `$d is "-Inf", which is no Float`},
		{float, `"0x1p4"`, `$d is "0x1p4", which is no Float`},
		{floats, `["NaN"]`, `$d[0] is "NaN", which is no Float`},
		{amount, `{"low":"NaN"}`, `$d.low is "NaN", which is no Float`},
		{amount, `{"low":1e400}`, `$d.low is 1e400, which is no Float`},
		{id, `1e400`, `$d is 1e400, which is no ID; write an id as the API gave it`},
		{id, many, `$d is 99999999999999999999, which is no ID`},
		{id, `true`, `$d is true, which is no ID`},
		{boolean, `1`, `$d is 1, which is no Boolean; write true or false`},
		{boolean, `"true"`, `$d is "true", which is no Boolean`},
		{text, `1e400`, `$d is 1e400, which is no String; write a text as "bromley"`},
		{text, `["bromley"]`, `$d is ["bromley"], which is no String`},
		{text, `"` + strings.Repeat("x", 20) + `\u0000"`, `council: a text holds the character U+0000`},
		{kind, `"london_borough"`, `$d is "london_borough", which is no CouncilKind; write one of its values, such as "`},
		{kind, `1`, `$d is 1, which is no CouncilKind`},
		{kinds, `["London_Borough"]`, `$d[0] is "London_Borough", which is no CouncilKind`},
		{kinds, `[1e400]`, `$d[0] is 1e400, which is no CouncilKind`},
		{order, `[{"field":"DATE","direction":"desc"}]`, `$d[0].direction is "desc", which is no OrderDirection`},
		{filter, `{"and":[{"date":1e400}]}`, `$d.and[0].date is 1e400, which is no Date`},
		{filter, `{"and":{"date":1e400}}`, `$d.and.date is 1e400, which is no Date`},
		{filter, `"2017-01-11"`, `$d is "2017-01-11", which is no MeetingWhereInput; write an object such as {"`},
		{filter, `{"nope":1}`, `unknown field`},
		{filter, `"` + strings.Repeat("x", 1000) + `"`, `$d is "` + strings.Repeat("x", 59) + `..., which is no MeetingWhereInput`},
	} {
		r := a.posted(t, c.query, `{"d":`+c.value+`}`)
		if len(r.Errors) != 1 || r.Status >= 500 || !strings.HasPrefix(r.Errors[0].Message, c.message) {
			t.Errorf("%s\n  %.80s: %d %v, want %s", c.query, c.value, r.Status, r.Errors, c.message)
		}
	}
	for _, c := range []struct{ query, value string }{
		{date, `"2017-01-11"`}, {date, `null`}, {dates, `["2017-01-11"]`}, {dates, `"2017-01-11"`},
		{number, `5`}, {numbers, `[1,2]`}, {numbers, `1`},
		{float, `5`}, {float, `-1.5e3`}, {floats, `[5,0.5]`},
		{id, `1`}, {id, `"1"`}, {boolean, `true`}, {text, `"bromley"`},
		{kind, `"LONDON_BOROUGH"`}, {kinds, `["LONDON_BOROUGH"]`}, {kinds, `"LONDON_BOROUGH"`},
		{filter, `{"date":"2017-01-11"}`}, {filter, `{"and":{"date":"2017-01-11"}}`}, {filter, `{"__typename":"MeetingWhereInput"}`},
		{order, `{"field":"DATE","direction":"DESC"}`},
	} {
		if r := a.posted(t, c.query, `{"d":`+c.value+`}`); len(r.Errors) > 0 {
			t.Errorf("%s\n  %s: %v", c.query, c.value, r.Errors)
		}
	}
}
