package graph_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"councilgraph/graph"
)

// attacks are those that have felled such servers: small requests that cost much.
func attacks() []attack {
	return slices.Concat(repeatAttacks(), fragmentAttacks(), sizeAttacks(), valueAttacks(), introspectionAttacks(), searchAttacks(), requestAttacks())
}

// Fields of one name: validation compares each with each.
func repeatAttacks() []attack {
	return []attack{
		asks("one field 2000 times, 22 KB", "DOCUMENT_TOO_LARGE", "{"+strings.Repeat("__typename ", 2000)+"}"),
		asks("one field 8000 times, 88 KB", "DOCUMENT_TOO_LARGE", "{"+strings.Repeat("__typename ", 8000)+"}"),
		asks("one field 1900 times, 6 KB", "REPEAT_LIMIT_EXCEEDED", "{councils{nodes{"+strings.Repeat("id ", 1900)+"}}}"),
		asks("one field in 480 inline fragments", "REPEAT_LIMIT_EXCEEDED", "{councils{nodes{"+strings.Repeat("...{id}", 480)+"}}}"),
		asks("60 times 20 fields below fields of one name", "REPEAT_LIMIT_EXCEEDED", "{"+strings.Repeat("councils{"+strings.Repeat("totalCount ", 20)+"}", 60)+"}"),
		asks("20 times 20 times 4 fields below fields of one name", "REPEAT_LIMIT_EXCEEDED", "{"+strings.Repeat("councils{"+strings.Repeat("nodes{id}", 20)+"}", 20)+"}"),
		asks("20 fields of one name at each of 10 levels, as allowed", "", "{committees(first:1){nodes{"+nest(10, func(inner string) string { return strings.Repeat("id ", 19) + "parent{" + inner + "}" })+"}}}"),
		asks("90 fields of 20 copies, as allowed", "", "{councils(first:1){nodes{"+strings.Repeat("id uri name slug kind website __typename ", 20)+"}}}"),
		asks("conflicting fields", "GRAPHQL_VALIDATION_FAILED", "{councils{"+each(19, func(i int) string {
			return fmt.Sprintf("nodes{x:%s meetings(first:%d){totalCount}}", []string{"id", "name"}[i%2], i)
		})+"}}"),
		asks("101 aliases of one field", "ALIAS_LIMIT_EXCEEDED", "{"+each(101, func(i int) string { return fmt.Sprintf("a%d:__typename ", i) })+"}"),
		asks("50 aliases of a list within a list", "COST_LIMIT_EXCEEDED", "{councils(first:100){nodes{"+each(50, func(i int) string { return fmt.Sprintf("a%d:meetings(first:9){nodes{id}}", i) })+"}}}"),
		asks("50 aliases at the root", "ROOT_FIELD_LIMIT_EXCEEDED", "{"+each(50, func(i int) string { return fmt.Sprintf("a%d:councils(first:100){totalCount}", i) })+"}"),
	}
}

// Fragments: what is written once counts each time that it is spread.
func fragmentAttacks() []attack {
	doubling := func(n int) string {
		return "{...f0}" + each(n, func(i int) string { return fmt.Sprintf("fragment f%d on Query{...f%d ...f%d}", i, i+1, i+1) }) + fmt.Sprintf("fragment f%d on Query{__typename}", n)
	}
	return []attack{
		asks("fragments that double 24 times", "SELECTION_LIMIT_EXCEEDED", doubling(24)),
		asks("fragments that double 60 times", "SELECTION_LIMIT_EXCEEDED", doubling(60)),
		asks("fragments that double 130 times", "SELECTION_LIMIT_EXCEEDED", doubling(130)),
		asks("240 fragments within each other", "", "{...f0}"+each(240, func(i int) string { return fmt.Sprintf("fragment f%d on Query{...f%d}", i, i+1) })+"fragment f240 on Query{__typename}"),
		asks("230 fragments that nobody spreads", "GRAPHQL_VALIDATION_FAILED", "{__typename}"+each(230, func(i int) string { return fmt.Sprintf("fragment f%d on Query{__typename}", i) })),
		asks("240 unused fragments within each other", "SELECTION_LIMIT_EXCEEDED", "{__typename}"+each(240, func(i int) string { return fmt.Sprintf("fragment f%d on Query{...f%d}", i, i+1) })+"fragment f240 on Query{__typename}"),
		asks("a fragment that spreads itself", "GRAPHQL_VALIDATION_FAILED", "{...a} fragment a on Query{...a}"),
		asks("a circle of 200 fragments", "GRAPHQL_VALIDATION_FAILED", "{...f0}"+each(200, func(i int) string { return fmt.Sprintf("fragment f%d on Query{...f%d}", i, (i+1)%200) })),
		asks("a fragment spread 600 times", "SELECTION_LIMIT_EXCEEDED", "{"+strings.Repeat("...f ", 600)+"} fragment f on Query{a:__typename b:__typename c:__typename d:__typename}"),
		asks("250 operations that spread a large fragment", "SELECTION_LIMIT_EXCEEDED", each(250, func(i int) string { return fmt.Sprintf("query q%d{...f}", i) })+"fragment f on Query{"+each(40, func(i int) string { return fmt.Sprintf("a%d:__typename ", i) })+"}"),
	}
}

// Size: of the text, of the levels, of the lists within lists.
func sizeAttacks() []attack {
	return []attack{
		asks("the text of all files", "NODE_LIMIT_EXCEEDED", "{meetings(first:100){nodes{documents(first:200){file{pages(first:50){text}}}}}}"),
		asks("60 levels", "DEPTH_LIMIT_EXCEEDED", "{committees{nodes{"+nest(57, func(inner string) string { return "parent{" + inner + "}" })+"}}}"),
		asks("600 levels", "DEPTH_LIMIT_EXCEEDED", "{committees{nodes{"+nest(600, func(inner string) string { return "parent{" + inner + "}" })+"}}}"),
		asks("4000 levels of brackets", "TOKEN_LIMIT_EXCEEDED", strings.Repeat("{a", 4000)),
		asks("4000 levels of lists", "TOKEN_LIMIT_EXCEEDED", "{councils(where:"+strings.Repeat("[", 4000)+")}"),
		asks("1900 levels of lists", "GRAPHQL_PARSE_FAILED", "{councils(where:"+strings.Repeat("[", 1900)+")}"),
		asks("300 levels of types", "GRAPHQL_PARSE_FAILED", "query($x:"+strings.Repeat("[", 300)+"Int){__typename}"),
		asks("100 of 100 of 100", "NODE_LIMIT_EXCEEDED", "{councils(first:100){nodes{meetings(first:100){nodes{council{meetings(first:100){nodes{id}}}}}}}}"),
		asks("100 of 100 with what belongs to each", "COST_LIMIT_EXCEEDED", "{councils(first:100){nodes{meetings(first:100){nodes{council{name} committee{name}}}}}}"),
		asks("lists within plain lists", "NODE_LIMIT_EXCEEDED", "{meetings(first:100){nodes{agendaItems{resolutions{amounts{resolution{amounts{id}}}}}}}}"),
		asks("15 KB of blanks and commas", "", "{__typename"+strings.Repeat(" ,\n", 5000)+"}"),
		asks("8000 comments", "", strings.Repeat("#\n", 8000)+"{__typename}"),
		asks("a name of 16 KB", "GRAPHQL_VALIDATION_FAILED", "{"+strings.Repeat("x", 16000)+"}"),
		asks("1900 unknown fields", "GRAPHQL_VALIDATION_FAILED", "{councils{nodes{"+each(1900, func(i int) string { return fmt.Sprintf("x%d ", i) })+"}}}"),
		asks("600 unknown arguments", "GRAPHQL_VALIDATION_FAILED", "{councils("+each(600, func(i int) string { return fmt.Sprintf("firs%d:1 ", i) })+"){totalCount}}"),
		asks("600 unknown conditions", "GRAPHQL_VALIDATION_FAILED", "{resolutions(where:{"+each(600, func(i int) string { return fmt.Sprintf("hasAmount%d:1 ", i) })+"}){totalCount}}"),
		asks("600 unknown directives", "DIRECTIVE_LIMIT_EXCEEDED", "{councils"+each(600, func(i int) string { return fmt.Sprintf("@x%d ", i) })+"{totalCount}}"),
		asks("500 times one directive", "DIRECTIVE_LIMIT_EXCEEDED", "{__typename"+strings.Repeat("@include(if:true)", 280)+"}"),
		asks("50 times one directive", "GRAPHQL_VALIDATION_FAILED", "{__typename"+strings.Repeat("@include(if:true)", 50)+"}"),
		asks("470 variables that nobody uses", "GRAPHQL_VALIDATION_FAILED", "query("+each(470, func(i int) string { return fmt.Sprintf("$x%d:Int ", i) })+"){__typename}"),
		asks("470 variables of unknown types", "GRAPHQL_VALIDATION_FAILED", "query("+each(470, func(i int) string { return fmt.Sprintf("$x%d:Resolutio%d ", i, i) })+"){__typename}"),
		asks("330 operations", "GRAPHQL_VALIDATION_FAILED", each(330, func(i int) string { return fmt.Sprintf("query q%d{__typename}", i) })),
	}
}

// Values: filters, lists, cursors, variables.
func valueAttacks() []attack {
	const where = "query($w:ResolutionWhereInput){resolutions(where:$w){totalCount}}"
	return []attack{
		asks("a filter over 12 relations", "FILTER_LIMIT_EXCEEDED", "{councils(where:{"+nest(6, func(inner string) string {
			return "hasMeetingsWith:{hasCouncilWith:{" + strings.Replace(inner, "id", "slug:\"x\"", 1) + "}}"
		})+"}){totalCount}}"),
		asks("a filter of 300 levels", "FILTER_LIMIT_EXCEEDED", "{resolutions(where:{"+nest(300, func(inner string) string { return "not:{" + strings.Replace(inner, "id", "position:1", 1) + "}" })+"}){totalCount}}"),
		asks("a filter of 300 conditions", "FILTER_LIMIT_EXCEEDED", "{resolutions(where:{or:["+strings.Repeat("{position:1}", 300)+"]}){totalCount}}"),
		asksWith("a filter of 4000 levels in variables", "VARIABLE_LIMIT_EXCEEDED", where, `{"w":`+strings.Repeat(`{"not":`, 4000)+"{}"+strings.Repeat("}", 4000)+"}"),
		asksWith("a filter of 9000 conditions in variables", "LIST_LIMIT_EXCEEDED", where, `{"w":{"or":[`+strings.Repeat(`{"position":1},`, 8999)+`{"position":1}]}}`),
		asksWith("240 filters in variables", "VARIABLE_LIMIT_EXCEEDED", where, `{"w":{"or":[`+strings.Repeat(`{"not":{"position":1}},`, 239)+`{"position":1}]}}`),
		asksWith("a list of 60000 values in variables", "LIST_LIMIT_EXCEEDED", where, `{"w":{"positionIn":[`+strings.Repeat("1,", 59999)+"1]}}"),
		asksWith("20 lists of 250 values in variables", "VARIABLE_LIMIT_EXCEEDED", where, `{"w":{"and":[`+strings.Repeat(`{"positionIn":[`+strings.Repeat("1,", 249)+`1]},`, 19)+`{"positionIn":[`+strings.Repeat("1,", 249)+`1]}]}}`),
		asksWith("15 lists of 250 values for each of 100 parents", "COST_LIMIT_EXCEEDED", "query($w:MeetingWhereInput){councils(first:100){nodes{meetings(where:$w,first:1){totalCount}}}}",
			`{"w":{"and":[`+strings.Repeat(`{"dateIn":["2020-01-01"`+strings.Repeat(`,"2020-01-01"`, 249)+`]},`, 14)+`{"date":"2020-01-01"}]}}`),
		asks("a list of 1900 values", "LIST_LIMIT_EXCEEDED", "{resolutions(where:{positionIn:["+strings.Repeat("1 ", 1900)+"]}){totalCount}}"),
		asks("1900 ids", "PAGE_SIZE_EXCEEDED", "{nodes(ids:["+strings.Repeat("1 ", 1900)+"]){id}}"),
		asksWith("30000 ids in variables", "LIST_LIMIT_EXCEEDED", "query($i:[ID!]!){nodes(ids:$i){id}}", `{"i":[`+strings.Repeat("1,", 29999)+"1]}"),
		asksWith("lists of 100000 levels in variables", "BAD_REQUEST", "query($i:[ID!]!){nodes(ids:$i){id}}", `{"i":`+strings.Repeat("[", 100000)+strings.Repeat("]", 100000)+"}"),
		asksWith("lists of 9000 levels in variables", "VARIABLE_LIMIT_EXCEEDED", "query($i:[ID!]!){nodes(ids:$i){id}}", `{"i":`+strings.Repeat("[", 9000)+strings.Repeat("]", 9000)+"}"),
		asksWith("a text of 240 KB in variables", "", "query($s:String){council(slug:$s){id}}", `{"s":"`+strings.Repeat("x", 240000)+`"}`),
		asksWith("a text of 20 MB in variables", "BODY_TOO_LARGE", "query($s:String){council(slug:$s){id}}", `{"s":"`+strings.Repeat("x", 20<<20)+`"}`),
		asksWith("9000 variables that are not declared", "VARIABLE_LIMIT_EXCEEDED", "{__typename}", "{"+each(9000, func(i int) string { return fmt.Sprintf("\"x%d\":1,", i) })+`"y":1}`),
		asks("a number of 16000 digits", "GRAPHQL_VALIDATION_FAILED", "{councils(first:"+strings.Repeat("9", 16000)+"){totalCount}}"),
		asks("a page of two billion", "PAGE_SIZE_EXCEEDED", "{councils(first:2000000000){totalCount}}"),
		asks("bad cursors for 100 parents", "INVALID_CURSOR", `{councils(first:100){nodes{meetings(after:"AAAA"){nodes{id}} people(before:"!"){nodes{id}}}}}`),
		asks("a cursor of 15 KB", "INVALID_CURSOR", `{councils(after:"`+strings.Repeat("QUFB", 3800)+`"){nodes{id}}}`),
		asks("250 orders", "INVALID_ORDER", "{resolutions(orderBy:["+strings.Repeat("{field:DATE}", 250)+"]){totalCount}}"),
		asks("the character U+0000", "BAD_USER_INPUT", `{council(slug:"\u0000"){id}}`),
	}
}

// Introspection: the schema is large, and types lead to types.
func introspectionAttacks() []attack {
	return []attack{
		asks("introspection as tools send it", "", graph.StandardIntrospection),
		asks("circular introspection", "GRAPHQL_VALIDATION_FAILED", "{__schema{types{fields{type{fields{type{fields{type{fields{name}}}}}}}}}}"),
		asks("introspection, types of fields of types of fields", "COST_LIMIT_EXCEEDED", "{__schema{types{fields{type{ofType{fields{type{ofType{name}}}}}}}}}"),
		asks("introspection as tools send it, and once more a type", "", strings.Replace(graph.StandardIntrospection, "__schema {", "__type(name: \"Query\") { name } __schema {", 1)),
		{about: "introspection as tools send it, another each time", body: func(nth int) string {
			return query(nth, strings.Replace(graph.StandardIntrospection, "__schema {", fmt.Sprintf("a%d: __schema {", nth), 1))
		}},
		asks("introspection 20 times", "COST_LIMIT_EXCEEDED", "{"+each(20, func(i int) string { return fmt.Sprintf("a%d:__schema{types{...t}}", i) })+"} fragment t on __Type{name fields{name description args{name description type{name}} type{name ofType{name ofType{name}}}} inputFields{name description type{name ofType{name}}}}"),
		asks("introspection 600 levels deep", "DEPTH_LIMIT_EXCEEDED", "{__schema{types{fields{type{"+nest(600, func(inner string) string { return "ofType{" + strings.Replace(inner, "id", "name", 1) + "}" })+"}}}}}"),
	}
}

// Words: what is looked for is a small language, handed on to the database's own.
func searchAttacks() []attack {
	search := func(about, code, words string) attack {
		return asksWith(about, code, "query($q:String!){search(query:$q,first:100){totalCount nodes{__typename}}}", fmt.Sprintf(`{"q":%q}`, words))
	}
	return []attack{
		search("a search of 240 KB", "INVALID_SEARCH", strings.Repeat("x", 240000)),
		search("a search of 60 words", "INVALID_SEARCH", strings.Repeat("opening ", 60)),
		search("a search of 80 beginnings", "INVALID_SEARCH", strings.Repeat("cou* ", 80)),
		search("a search of 10 beginnings, as allowed", "", "council*"+each(9, func(i int) string { return " or co" + string(rune('a'+i%26)) + "*" })),
		search("a search of brackets and quotes", "INVALID_SEARCH", strings.Repeat(`("`, 200)),
		search("a search in the language of the databases", "", `NEAR(a b, 99999) OR title:x NOT y ^z {a b} : x & y | !z <-> w`),
		asks("20 searches at once", "COST_LIMIT_EXCEEDED", "{"+each(20, func(i int) string {
			return fmt.Sprintf(`a%d:search(query:"council or committee or report or %d",first:1){totalCount edges{snippet}}`, i, i)
		})+"}"),
		asks("3 searches at once, as allowed", "", "{"+each(3, func(i int) string {
			return fmt.Sprintf(`a%d:search(query:"council or committee or report or %d",first:20){totalCount edges{snippet}}`, i, i)
		})+"}"),
		asks("a filter of 22 searches", "", "{resolutions(where:{or:["+each(22, func(i int) string { return fmt.Sprintf(`{textMatches:"council or %d*"}`, 100+i) })+"]}){totalCount}}"),
	}
}

// Requests that are no single query.
func requestAttacks() []attack {
	batch := func(n int) func(int) string {
		return func(int) string {
			return "[" + strings.Repeat(`{"query":"{__typename}"},`, n-1) + `{"query":"{__typename}"}]`
		}
	}
	same := func(body string) func(int) string { return func(int) string { return body } }
	return []attack{
		{about: "10 queries in one body", code: "BAD_REQUEST", body: batch(10)},
		{about: "9000 queries in one body", code: "BAD_REQUEST", body: batch(9000)},
		{about: "a form, as another site can send it", code: "BAD_REQUEST", method: http.MethodPost, kind: "application/x-www-form-urlencoded", body: same("query=%7B__typename%7D")},
		{about: "a text, as another site can send it", code: "BAD_REQUEST", method: http.MethodPost, kind: "text/plain", body: same(`{"query":"{__typename}"}`)},
		{about: "a form with files", code: "BAD_REQUEST", method: http.MethodPost, kind: "multipart/form-data; boundary=x", body: same("--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{__typename}\"}\r\n--x--\r\n")},
		{about: "TRACE", code: "BAD_REQUEST", method: http.MethodTrace, kind: "application/json", body: same("")},
		{about: "JSON that does not end, 250 KB", code: "BAD_REQUEST", body: same(`{"query":"` + strings.Repeat("x", 250000))},
		{about: "JSON of 120000 names", code: "BAD_REQUEST", body: same(`{` + strings.Repeat(`"":0,`, 50000) + `"":0}`)},
		asks("a mutation", "GRAPHQL_VALIDATION_FAILED", "mutation{deleteEverything}"),
		asks("@defer", "GRAPHQL_VALIDATION_FAILED", "{...@defer{councils{totalCount}}}"),
		asks("an unknown operation of many", "GRAPHQL_VALIDATION_FAILED", "query a{__typename} query b{__typename}"),
	}
}

// nest wraps the field id in f, n times.
func nest(n int, f func(inner string) string) string {
	inner := "id"
	for range n {
		inner = f(inner)
	}
	return inner
}
