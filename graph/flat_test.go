package graph_test

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"github.com/google/go-cmp/cmp"

	"councilgraph/graph"
	"councilgraph/internal/limits"
)

var (
	asCSV    = map[string]string{"Accept": "text/csv"}
	asNDJSON = map[string]string{"Accept": "application/x-ndjson"}
)

// table is a CSV answer, its header first.
func table(t *testing.T, got answered) [][]string {
	t.Helper()
	if got.StatusCode != http.StatusOK || got.Header.Get("Content-Type") != "text/csv; charset=utf-8; header=present" {
		t.Fatalf("%d %v %s", got.StatusCode, got.Header, got.body)
	}
	rows, err := csv.NewReader(strings.NewReader(got.body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// lines are the objects of an NDJSON answer.
func lines(t *testing.T, got answered) []map[string]any {
	t.Helper()
	if got.StatusCode != http.StatusOK || got.Header.Get("Content-Type") != "application/x-ndjson; charset=utf-8" {
		t.Fatalf("%d %v %s", got.StatusCode, got.Header, got.body)
	}
	var out []map[string]any
	for line := range strings.Lines(got.body) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		out = append(out, row)
	}
	return out
}

// The rows of a connection hold what the same query gives as JSON, in the order of the selection.
func TestFlat(t *testing.T) {
	a := newAPI(t)
	const query = `query Q($n: Int) {
		council(slug: "bromley") { name
			resolutions(first: $n, orderBy: [{field: DATE, direction: DESC}]) { totalCount
				nodes { ...R } pageInfo { hasNextPage } } } }
		fragment R on Resolution { date kind mover { name } agendaItem { number t: title meeting { committee { name } } } }`
	nodes := at(a.ask(t, query, map[string]any{"n": 100}), "council", "resolutions", "nodes").([]any)
	if len(nodes) < 3 {
		t.Fatalf("%d resolutions are too few to see anything", len(nodes))
	}
	header := []string{"council.name", "date", "kind", "mover.name", "agendaItem.number", "agendaItem.t", "agendaItem.meeting.committee.name"}
	want := [][]string{header}
	for _, n := range nodes {
		row := []string{"London Borough of Bromley"}
		for _, c := range header[1:] {
			var path []any
			for name := range strings.SplitSeq(c, ".") {
				path = append(path, name)
			}
			v, _ := at(n, path...).(string)
			row = append(row, v)
		}
		want = append(want, row)
	}
	address := "/?variables=" + url.QueryEscape(`{"n": 100}`) + "&query=" + url.QueryEscape(query)
	if d := cmp.Diff(want, table(t, a.do(t, "GET", address, "", asCSV))); d != "" {
		t.Errorf("JSON (-) and CSV (+):\n%s", d)
	}
	got := lines(t, a.do(t, "GET", address, "", asNDJSON))
	if len(got) != len(nodes)+1 || got[0]["agendaItem.t"] != at(nodes[0], "agendaItem", "t") || got[0]["council.name"] != "London Borough of Bromley" {
		t.Errorf("%v", got)
	}
	if d := cmp.Diff(map[string]any{"hasNextPage": false, "endCursor": got[len(got)-1]["pageInfo"].(map[string]any)["endCursor"]}, got[len(got)-1]["pageInfo"]); d != "" {
		t.Error(d)
	}
	if !strings.HasPrefix(a.do(t, "GET", address, "", asNDJSON).body, `{"council.name":"London Borough of Bromley","date":"`) {
		t.Error("the columns of NDJSON are not in the order of the selection")
	}
}

// Edges, plain lists and nodes of several kinds are rows too; what is not known is empty, or null.
func TestFlat_lists(t *testing.T) {
	a := newAPI(t)
	for _, c := range []struct{ query, header string }{
		{`{ councils(first: 2) { edges { cursor node { slug successor: website } } } }`, "cursor,node.slug,node.successor"},
		{`{ resource(uri: "/id/bromley/composed-example-committee/2024-02-07") { ... on Meeting { date agendaItems { number title } } } }`, "resource.date,number,title"},
		{`{ council(slug: "bromley") { meetings { nodes { date agendaItems: committee { name } } } } }`, "date,agendaItems.name"},
		{`{ councils(first: 3) { nodes { name meetings { totalCount } } } }`, "name,meetings.totalCount"},
		{`{ council(slug: "nowhere") { meetings { nodes { date } } } }`, "date"},
		{`query($yes: Boolean = false) { councils(first: 1) { nodes { name uri @include(if: $yes) slug @skip(if: $yes) } } }`, "name,slug"},
		{`{ councils(first: 0) { nodes { name } } }`, "name"},
	} {
		got := table(t, a.get(t, c.query, asCSV))
		if header := strings.Join(got[0], ","); header != c.header {
			t.Errorf("%s: %s, want %s", c.query, header, c.header)
		}
		if nowhere := strings.Contains(c.query, "nowhere") || strings.Contains(c.query, "first: 0"); nowhere == (len(got) > 1) {
			t.Errorf("%s: %d rows", c.query, len(got)-1)
		}
	}
	ids := a.ask(t, `{ councils(first: 1) { nodes { id name } } }`, nil)
	id := at(ids, "councils", "nodes", 0, "id").(string)
	got := table(t, a.get(t, `{ nodes(ids: ["`+id+`", "1"]) { __typename id ... on Council { name } ... on Person { name familyName } } }`, asCSV))
	if d := cmp.Diff([][]string{{"__typename", "id", "name", "familyName"}, {"Council", id, at(ids, "councils", "nodes", 0, "name").(string), ""}, {"", "", "", ""}}, got); d != "" {
		t.Error(d)
	}
}

// All pages: every row once, in order, whatever the page, and where the next begins.
func TestFlat_all(t *testing.T) {
	a := newAPI(t)
	var want []string
	for _, n := range at(a.ask(t, `{ changes(first: 100) { totalCount nodes { id } } }`, nil), "changes", "nodes").([]any) {
		want = append(want, at(n, "id").(string))
	}
	total := int(at(a.ask(t, `{ changes { totalCount } }`, nil), "changes", "totalCount").(float64))
	query := url.QueryEscape(`query($after: String) { changes(first: 7, after: $after) { nodes { id } } }`)
	for _, encoding := range []string{"", "gzip"} {
		all := a.do(t, "GET", "/?all=true&query="+query, "", map[string]string{"Accept": "text/csv", "Accept-Encoding": encoding})
		all.body = unpack(t, encoding, all.body)
		rows := table(t, all)
		if len(rows)-1 != total {
			t.Errorf("%d rows, want %d", len(rows)-1, total)
		}
		var got []string
		for _, row := range rows[1:] {
			got = append(got, row[0])
		}
		if d := cmp.Diff(want, got[:len(want)]); d != "" {
			t.Error(d)
		}
		if all.Trailer.Get("Link") != "" {
			t.Errorf("all rows are there, and yet: %v", all.Trailer)
		}
	}
	// A page has a link to the next, which leads to the end.
	next, got := "/?query="+query, []string(nil)
	for next != "" {
		one := a.do(t, "GET", next, "", asCSV)
		for _, row := range table(t, one)[1:] {
			got = append(got, row[0])
		}
		link := one.Header.Get("Link")
		next = ""
		if link != "" {
			address, relation, _ := strings.Cut(strings.TrimPrefix(link, "<"), ">")
			if next = address; relation != `; rel="next"` {
				t.Fatal(link)
			}
		}
	}
	if len(got) != total || cmp.Diff(want, got[:len(want)]) != "" {
		t.Errorf("by links: %d rows, want %d", len(got), total)
	}
	// NDJSON says it in its last line, and POST takes the same parameters.
	body := `{"query": "{ changes(first: 7) { nodes { id } } }"}`
	one := lines(t, a.do(t, "POST", "/", body, asNDJSON))
	info := one[len(one)-1]["pageInfo"].(map[string]any)
	if len(one) != 8 || info["hasNextPage"] != true {
		t.Fatalf("%v", one)
	}
	rest := lines(t, a.do(t, "POST", "/?all=true&after="+info["endCursor"].(string), body, asNDJSON))
	if len(rest) != total-7+1 || rest[0]["id"] != want[7] || rest[len(rest)-1]["pageInfo"].(map[string]any)["hasNextPage"] != false {
		t.Errorf("%d rows after the first 7 of %d", len(rest)-1, total)
	}
}

// A walk ends at ten thousand rows and says where it ended.
func TestFlat_cap(t *testing.T) {
	a := newAPI(t)
	var insert strings.Builder
	insert.WriteString(`INSERT INTO changes (action, node_type, node_id, at) VALUES `)
	for i := range 11_000 {
		if i > 0 {
			insert.WriteByte(',')
		}
		insert.WriteString(`('UPDATED', 'Council', ` + strconv.Itoa(i) + `, '2026-01-01T00:00:00Z')`)
	}
	if _, err := a.db.DB.Exec(insert.String()); err != nil {
		t.Fatal(err)
	}
	query := url.QueryEscape(`{ changes(first: 100) { nodes { id } } }`)
	first := a.do(t, "GET", "/?all=true&query="+query, "", asCSV)
	if n := len(table(t, first)) - 1; n != 10_000 || !strings.HasSuffix(first.Trailer.Get("Link"), `; rel="next"`) {
		t.Errorf("%d rows, then %v", n, first.Trailer)
	}
	address, _, _ := strings.Cut(strings.TrimPrefix(first.Trailer.Get("Link"), "<"), ">")
	rest := a.do(t, "GET", address, "", asCSV)
	total := int(at(a.ask(t, `{ changes { totalCount } }`, nil), "changes", "totalCount").(float64))
	if n := len(table(t, rest)) - 1; n != total-10_000 {
		t.Errorf("%d rows after the first, want %d", n, total-10_000)
	}
}

// Texts that a spreadsheet would run are marked, and what needs quotes has them.
func TestFlat_values(t *testing.T) {
	a := newAPI(t)
	texts := []string{`=1+1`, `+1`, `-1`, `@SUM(A1)`, "\tx", "\rx", `say "no", or`, "two\nlines", ` padded `, ``, `plain`, `'quoted`, `a=b`}
	for i, text := range texts {
		if err := a.db.Client.Change.Create().SetAction("CREATED").SetNodeType(text).SetNodeID(i - 2).SetAt("2026-01-01T00:00:00Z").Exec(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	query := `{ changes(last: ` + strconv.Itoa(len(texts)) + `) { nodes { nodeType nodeURI } } }`
	body := a.get(t, query, asCSV).body
	want := "nodeType,nodeURI\r\n'=1+1,\r\n'+1,\r\n'-1,\r\n'@SUM(A1),\r\n\"'\tx\",\r\n\"'\rx\",\r\n" +
		"\"say \"\"no\"\", or\",\r\n\"two\nlines\",\r\n\" padded \",\r\n\"\",\r\nplain,\r\n'quoted,\r\na=b,\r\n"
	want = strings.Replace(want, "\"'\tx\"", "'\tx", 1)
	if d := cmp.Diff(want, body); d != "" {
		t.Error(d)
	}
	for i, row := range lines(t, a.get(t, query, asNDJSON))[:len(texts)] {
		if row["nodeType"] != texts[i] || row["nodeURI"] != nil {
			t.Errorf("%v, want %q and null", row, texts[i])
		}
	}
}

// What is no table is refused with the way to make it one.
func TestFlat_refused(t *testing.T) {
	a := newAPI(t)
	for _, c := range []struct{ query, parameters, code, message string }{
		{`{ __typename }`, "", "NOT_FLAT", "no list"},
		{`{ councils { totalCount } }`, "", "NOT_FLAT", "no list"},
		{`{ councils { nodes { name } } meetings { nodes { date } } }`, "", "NOT_FLAT", "two lists, councils.nodes and meetings.nodes"},
		{`{ councils { nodes { name } edges { cursor } } }`, "", "NOT_FLAT", "two lists"},
		{`{ councils { nodes { name meetings { nodes { date } } } } }`, "", "NOT_FLAT", "meetings.nodes is a list within each row"},
		{`{ a: council(slug: "bromley") { b: name meetings { nodes { a: council { b: name } } } } }`, "", "NOT_FLAT", "two columns would be called a.b"},
		{`{ councils(last: 2) { nodes { name } } }`, "&all=true", "NOT_FLAT", "backwards with last"},
		{`{ resource(uri: "/id/bromley/composed-example-committee/2024-02-07") { ... on Meeting { agendaItems { title } } } }`, "&all=true", "NOT_FLAT", "has no pages"},
		{`{ councils { nodes { name } } }`, "&all=yes", "BAD_REQUEST", "true or false"},
		{`{ councils { nodes { name } } }`, "&after=x", "INVALID_CURSOR", "no cursor of this server"},
		{`{ councils(first: 101) { nodes { name } } }`, "", "PAGE_SIZE_EXCEEDED", "at most 100"},
		{`{ councils { nodes { nothing } } }`, "", "GRAPHQL_VALIDATION_FAILED", "nothing"},
	} {
		for _, header := range []map[string]string{asCSV, asNDJSON} {
			got := a.do(t, "GET", "/?query="+url.QueryEscape(c.query)+c.parameters, "", header)
			if got.StatusCode != http.StatusBadRequest || !strings.Contains(got.body, `"code":"`+c.code+`"`) || !strings.Contains(got.body, c.message) || !strings.HasPrefix(got.Header.Get("Content-Type"), "application/graphql-response+json") {
				t.Errorf("%s: %d %v %s; want %s ... %s ...", c.query, got.StatusCode, got.Header, got.body, c.code, c.message)
			}
		}
	}
	if got := a.do(t, "GET", "/?all=true&query="+url.QueryEscape(`{ councils { nodes { name } } }`), "", nil); got.StatusCode != http.StatusBadRequest || !strings.Contains(got.body, "Accept: text/csv") {
		t.Errorf("all=true as JSON: %d %s", got.StatusCode, got.body)
	}
}

// A failure at the start is an error as ever.
func TestFlat_failure(t *testing.T) {
	a := newAPI(t)
	if _, err := a.db.DB.Exec("ALTER TABLE resolutions RENAME TO gone"); err != nil {
		t.Fatal(err)
	}
	for _, header := range []map[string]string{asCSV, asNDJSON} {
		if got := a.get(t, `{ resolutions { nodes { text } } }`, header); got.StatusCode != http.StatusInternalServerError || !strings.Contains(got.body, `"code":"INTERNAL"`) || strings.Contains(got.body, "table") {
			t.Errorf("%d %s", got.StatusCode, got.body)
		}
	}
}

// A failure on the way does not look like the end: CSV breaks off, NDJSON says it.
func TestFlat_brokenOff(t *testing.T) {
	a := newAPI(t)
	if a.db.Dialect != dialect.SQLite {
		t.Skip("only SQLite keeps a row that cannot be read")
	}
	if _, err := a.db.DB.Exec(`UPDATE changes SET node_id = 'none' WHERE id = (SELECT MAX(id) FROM changes)`); err != nil {
		t.Fatal(err)
	}
	for _, encoding := range []string{"", "gzip"} {
		for accept, whole := range map[string]bool{"text/csv": false, "application/x-ndjson": true} {
			req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, a.URL+"/?all=true&query="+url.QueryEscape(`{ changes(first: 7) { nodes { nodeID } } }`), nil)
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Accept", accept)
			req.Header.Set("Accept-Encoding", encoding)
			res, err := http.DefaultTransport.RoundTrip(req)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(res.Body)
			_ = res.Body.Close()
			if (err == nil) != whole || len(body) == 0 {
				t.Errorf("%s %q: %d bytes, then %v", accept, encoding, len(body), err)
			}
			if whole {
				all := strings.Split(strings.TrimSpace(unpack(t, encoding, string(body))), "\n")
				if last := all[len(all)-1]; len(all) < 8 || !strings.HasPrefix(last, `{"errors":[{"message":`) || !strings.Contains(last, "INTERNAL") || !strings.Contains(last, `"pageInfo":{"endCursor":"`) {
					t.Errorf("%d lines, then %s", len(all), last)
				}
			}
		}
	}
}

// Each page of a walk costs what the query does. A walk that has begun is not held up; the next request is.
func TestFlat_cost(t *testing.T) {
	few := limits.Default()
	few.Points = 20
	a := newAPI(t, func(c *graph.Config) { c.Limits = &few })
	address := "/?all=true&query=" + url.QueryEscape(`{ changes(first: 7) { nodes { id } } }`)
	if n := len(table(t, a.do(t, "GET", address, "", asCSV))); n < 100 {
		t.Errorf("%d rows", n)
	}
	if got := a.do(t, "GET", address, "", asCSV); got.StatusCode != http.StatusTooManyRequests {
		t.Errorf("%d %v", got.StatusCode, got.Header)
	}
}

// Rows are kept by caches like other answers, each form and page under its own tag.
func TestFlat_etag(t *testing.T) {
	a := newAPI(t)
	query := url.QueryEscape(`{ councils(first: 5) { nodes { name } } }`)
	seen := map[string]bool{}
	for _, parameters := range []string{"", "&all=true"} {
		for _, header := range []map[string]string{asCSV, asNDJSON, nil} {
			if header == nil && parameters != "" {
				continue
			}
			several := parameters != "" && header["Accept"] == "application/x-ndjson"
			got := a.do(t, "GET", "/?query="+query+parameters, "", header)
			tag := got.Header.Get("ETag")
			if several && tag == "" && got.Header.Get("Cache-Control") == "no-store" {
				continue // its end is not known when it begins
			}
			if tag == "" || seen[tag] || several {
				t.Errorf("%v %s: the tag %q", header, parameters, tag)
			}
			seen[tag] = true
			again := map[string]string{"If-None-Match": tag, "Accept": header["Accept"]}
			if got := a.do(t, "GET", "/?query="+query+parameters, "", again); got.StatusCode != http.StatusNotModified {
				t.Errorf("%v %s: %d", header, parameters, got.StatusCode)
			}
		}
	}
}

// A list of plain values stays in its row: joined in CSV, an array in NDJSON.
func TestFlat_plainLists(t *testing.T) {
	a := newAPI(t)
	const query = `{ resource(uri: "/id/bromley/person/petra-lindqvist") { ... on Person { decisions(first: 2) { edges { how node { kind } } } } } }`
	edges := at(a.ask(t, query, nil), "resource", "decisions", "edges").([]any)
	if len(edges) != 2 {
		t.Fatalf("%v", edges)
	}
	csv, ndjson := table(t, a.get(t, query, asCSV)), lines(t, a.get(t, query, asNDJSON))
	for i, e := range edges {
		var want []string
		for _, how := range at(e, "how").([]any) {
			want = append(want, how.(string))
		}
		if d := cmp.Diff([]string{strings.Join(want, "; "), at(e, "node", "kind").(string)}, csv[i+1]); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff(at(e, "how"), ndjson[i]["how"]); d != "" {
			t.Error(d)
		}
	}
}

// What a search finds is rows as well, with the columns of all kinds of node.
func TestFlat_search(t *testing.T) {
	a := newAPI(t)
	got := table(t, a.get(t, `{ search(query: "library", first: 5) { edges { node { __typename ... on AgendaItem { title } ... on Resolution { text } } } } }`, asCSV))
	if strings.Join(got[0], ",") != "node.__typename,node.title,node.text" || len(got) < 2 {
		t.Errorf("%v", got)
	}
}
