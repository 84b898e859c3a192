package graph_test

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
