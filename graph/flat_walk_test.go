package graph_test

import (
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
