package graph_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/ent/migrate"
	"councilgraph/graph/generated"
	"councilgraph/ingest/record"
)

// mirror is a copy of the graph that is kept by its public feed alone: what each node says, by id.
type mirror struct {
	api    *api
	schema *ast.Schema
	cursor string
	nodes  map[string]string
	seen   map[string]int // changes by action
}

func newMirror(a *api) *mirror {
	return &mirror{api: a, schema: generated.NewExecutableSchema(generated.Config{}).Schema(), nodes: map[string]string{}, seen: map[string]int{}}
}

// follow takes in what has changed since the last time.
func (m *mirror) follow(t *testing.T) {
	t.Helper()
	fetch := map[string]map[string]bool{}
	for {
		after := ""
		if m.cursor != "" {
			after = fmt.Sprintf(", after: %q", m.cursor)
		}
		data := m.api.ask(t, `{ changes(first: 100`+after+`) { nodes { action nodeType nodeID survivorID } pageInfo { hasNextPage endCursor } } }`, nil)
		for _, c := range at(data, "changes", "nodes").([]any) {
			kind, id, action := at(c, "nodeType").(string), at(c, "nodeID").(string), at(c, "action").(string)
			m.seen[action]++
			if fetch[kind] == nil {
				fetch[kind] = map[string]bool{}
			}
			switch action {
			case "CREATED", "UPDATED":
				fetch[kind][id] = true
			case "DELETED", "MERGED":
				delete(fetch[kind], id)
				delete(m.nodes, id)
			}
		}
		if end, ok := at(data, "changes", "pageInfo", "endCursor").(string); ok {
			m.cursor = end
		}
		if at(data, "changes", "pageInfo", "hasNextPage") != true {
			break
		}
	}
	for kind, ids := range fetch {
		maps.Copy(m.nodes, m.read(t, kind, slices.Sorted(maps.Keys(ids))))
	}
}

// read is what nodes of a kind say: their own values, and whereto they lead.
func (m *mirror) read(t *testing.T, kind string, ids []string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for some := range slices.Chunk(ids, 100) {
		data := m.api.ask(t, `query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on `+kind+` { `+m.fields(kind)+` } } }`, map[string]any{"ids": some})
		for i, n := range at(data, "nodes").([]any) {
			if at(n, "__typename") != kind {
				t.Errorf("%s %s is %v", kind, some[i], n)
				continue
			}
			b, err := json.Marshal(n)
			if err != nil {
				t.Fatal(err)
			}
			out[some[i]] = string(b)
		}
	}
	return out
}

// fields are what a node of a kind holds itself: values without arguments and relations to one node. Where
// and when something is said is held by Evidence and Source.
func (m *mirror) fields(kind string) string {
	var out []string
	for _, f := range m.schema.Types[kind].Fields {
		def := m.schema.Types[f.Type.Name()]
		switch {
		case len(f.Arguments) > 0 || f.Type.Elem != nil || f.Name == "evidence" || f.Name == "webUrl" || strings.HasPrefix(f.Name, "__"):
		case def.Kind == ast.Scalar || def.Kind == ast.Enum:
			out = append(out, f.Name)
		case slices.Contains(def.Interfaces, "Node"):
			out = append(out, f.Name+" { id }")
		}
	}
	return strings.Join(out, " ")
}

// compare fails where the copy and the store differ.
func (m *mirror) compare(t *testing.T, step string) {
	t.Helper()
	all := map[string]string{}
	for name, def := range m.schema.Types {
		if def.Kind != ast.Object || !slices.Contains(def.Interfaces, "Node") || name == "Change" {
			continue
		}
		maps.Copy(all, m.read(t, name, m.ids(t, name)))
	}
	if d := cmp.Diff(all, m.nodes); d != "" {
		t.Fatalf("after %s the copy is not the graph (-graph +copy):\n%s", step, d)
	}
}

// ids are those of all nodes of a kind in the store.
func (m *mirror) ids(t *testing.T, kind string) []string {
	t.Helper()
	for _, table := range migrate.Tables {
		plain := strings.ReplaceAll(table.Name, "_", "")
		if p := strings.ToLower(kind); plain != p+"s" && plain != strings.TrimSuffix(p, "y")+"ies" {
			continue
		}
		rows, err := m.api.db.DB.QueryContext(t.Context(), `SELECT id FROM "`+table.Name+`"`)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = rows.Close() }()
		var out []string
		for rows.Next() {
			var id int
			if err := rows.Scan(&id); err != nil {
				t.Fatal(err)
			}
			out = append(out, fmt.Sprint(id))
		}
		return out
	}
	t.Fatalf("no table of %s", kind)
	return nil
}

// A copy that follows the feed is the graph, after every step of a history of pages that come, change, are
// withdrawn, make two people of one and one of two, and fail.
func TestChanges_mirror(t *testing.T) {
	a := newAPI(t)
	m := newMirror(a)
	m.follow(t)
	m.compare(t, "the sample")
	r := rand.New(rand.NewPCG(5, 7))
	url := func(id int) string { return fmt.Sprintf("https://democracy.bromley.gov.uk/mgAi.aspx?ID=%d", id) }
	person := func(id, name string) record.Page {
		return record.Page{Page: record.PageInfo{Type: record.PageCouncillor, Format: "test"}, People: []record.Person{{Name: name, SourceID: id, Ward: "Elm", Span: record.Span{End: 3}}}}
	}
	for day := 1; day <= 9; day++ {
		meeting := sitting(fmt.Sprintf("2026-01-%02d", 1+r.IntN(3)), []string{"for", "against"}[r.IntN(2)], "that swings be mended", "that paths be swept", "that elms be planted")
		meeting.Items = meeting.Items[:r.IntN(4)]
		meeting.Attendances = meeting.Attendances[:1+r.IntN(3)]
		a.takePage(t, url(r.IntN(3)), fmt.Sprintf("2026-02-%02dT00:00:00Z", day), record.Page{Page: record.PageInfo{Type: record.PageList, Format: "test"}, Meetings: []record.Meeting{meeting}})
		m.follow(t)
		m.compare(t, fmt.Sprint("page ", day))
	}
	for i, name := range []string{"Ann Birch", "Ann Birch", "Anne Birch-Dale"} {
		a.takePage(t, fmt.Sprintf("https://democracy.bromley.gov.uk/mgUserInfo.aspx?UID=%d", i+1), "2026-03-01T00:00:00Z", person(fmt.Sprint(i+1), name))
		m.follow(t)
		m.compare(t, "a member's page")
	}
	a.takePage(t, "https://democracy.bromley.gov.uk/mgUserInfo.aspx?UID=2", "2026-03-02T00:00:00Z", person("1", "Ann Birch"))
	m.follow(t)
	m.compare(t, "a member who goes")
	numbered := sitting("2026-05-13", "for", "that ponds be dug")
	numbered.Committee, numbered.CommitteeID = "", "5"
	named := sitting("2026-05-13", "for", "that ponds be dug")
	known := record.Page{Page: record.PageInfo{Type: record.PageCommittees, Format: "test"}, Committees: []record.Committee{{Name: "Parks Panel", SourceID: "5", Span: record.Span{End: 3}}}}
	a.takePage(t, url(7), "2026-05-20T00:00:00Z", record.Page{Page: record.PageInfo{Type: record.PageList, Format: "test"}, Meetings: []record.Meeting{numbered}})
	a.takePage(t, url(8), "2026-05-21T00:00:00Z", record.Page{Page: record.PageInfo{Type: record.PageList, Format: "test"}, Meetings: []record.Meeting{named}})
	m.follow(t)
	m.compare(t, "one meeting from two pages that do not know of each other")
	a.takePage(t, "https://democracy.bromley.gov.uk/mgListCommittees.aspx", "2026-05-22T00:00:00Z", known)
	m.follow(t)
	m.compare(t, "a page that makes one of them")
	a.correct(t, "BRY", "cy-dale", "ed-firth")
	m.follow(t)
	m.compare(t, "two people who are found to be one")
	a.fail(t)
	m.follow(t)
	m.compare(t, "a page that fails")
	for _, action := range []string{"CREATED", "UPDATED", "DELETED", "MERGED"} {
		if m.seen[action] == 0 {
			t.Errorf("the history holds no change that is %s: %v", action, m.seen)
		}
	}
}
