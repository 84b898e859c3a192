package graph_test

import (
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"councilgraph/ingest/record"
)

// judged is a query with the grades of the texts that answer it.
type judged struct {
	query  string
	grades map[string]float64
}

// The judged queries find what they should, best first: nDCG@10 over all of them. Run with -v for each. The
// texts, the queries and the grades are ours, and the grades are older than the results.
func TestSearch_judged(t *testing.T) {
	a := newAPI(t)
	a.take(t, judgedPage(t))
	queries := judgedQueries(t)
	committee := at(a.ask(t, `{ committees(where: {slug: "judged-committee"}) { nodes { id } } }`, nil), "committees", "nodes", 0, "id").(string)
	if len(queries) < 30 {
		t.Fatalf("only %d queries", len(queries))
	}
	sum := 0.0
	var order strings.Builder // what the other database must give too
	for _, q := range queries {
		found := judgedAnswer(t, a, committee, q.query)
		n := ndcg(found, q.grades, 10)
		sum += n
		order.WriteString(q.query + ": " + strings.Join(found, " ") + "\n")
		t.Logf("%.3f  %-36s %s", n, q.query, strings.Join(found, " "))
	}
	mean := sum / float64(len(queries))
	t.Logf("nDCG@10 of %d queries on %s: %.4f", len(queries), a.db.Dialect, mean)
	if mean < 0.8 {
		t.Errorf("nDCG@10 is %.4f, want 0.8 or more", mean)
	}
	// The order of every result is kept in a file, so that both databases are held to the same one.
	const golden = "testdata/judged/order.txt"
	if os.Getenv("UPDATE_ORDER") != "" {
		if err := os.WriteFile(golden, []byte(order.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if order.String() != string(want) {
		t.Errorf("the order on %s is not that of %s; look at the difference, then run with UPDATE_ORDER=1\n%s", a.db.Dialect, golden, order.String())
	}
}

// judgedPage is one meeting with a text an item.
func judgedPage(t *testing.T) record.Meeting {
	m := record.Meeting{Committee: "Judged Committee", Date: "2025-03-04", Span: record.Span{Start: 0, End: 5, Rule: "test"}}
	for _, line := range judgedLines(t, "texts.txt") {
		parts := strings.Split(line+" ", " | ")
		span := record.Span{Start: 0, End: 5, Rule: "test"}
		item := record.AgendaItem{Number: parts[0], Title: parts[1], Minutes: strings.TrimSpace(parts[2]), Span: span}
		if len(parts) > 3 && strings.TrimSpace(parts[3]) != "" {
			item.Resolutions = []record.Resolution{{Number: "1", Text: strings.TrimSpace(parts[3]), Kind: "agreed", Span: span}}
		}
		m.Items = append(m.Items, item)
	}
	if len(m.Items) < 150 {
		t.Fatalf("only %d texts", len(m.Items))
	}
	return m
}

// judgedAnswer is what a search finds, by the numbers of the items, each once.
func judgedAnswer(t *testing.T, a *api, committee, query string) []string {
	data := a.ask(t, `query($q: String!, $c: ID!) { search(query: $q, first: 40, types: [AGENDA_ITEM, RESOLUTION], where: {committeeID: $c}) {
		nodes { ... on AgendaItem { number } ... on Resolution { agendaItem { number } } } } }`, map[string]any{"q": query, "c": committee})
	found := []string{}
	for _, n := range at(data, "search", "nodes").([]any) {
		number, ofItem := at(n, "number").(string)
		if !ofItem {
			number = at(n, "agendaItem", "number").(string)
		}
		if !slices.Contains(found, number) {
			found = append(found, number)
		}
	}
	return found
}

func judgedQueries(t *testing.T) []judged {
	var out []judged
	for _, line := range judgedLines(t, "queries.txt") {
		query, grades, _ := strings.Cut(line, " | ")
		q := judged{query, map[string]float64{}}
		for _, g := range strings.Fields(grades) {
			number, grade, _ := strings.Cut(g, "=")
			n, err := strconv.ParseFloat(grade, 64)
			if err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			q.grades[number] = n
		}
		out = append(out, q)
	}
	return out
}

func judgedLines(t *testing.T, file string) []string {
	text, err := os.ReadFile("testdata/judged/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(strings.TrimSpace(string(text)), "\n"), func(l string) bool { return strings.HasPrefix(l, "#") })
}

// ndcg is the discounted gain of the first n results as a part of the best that there could be.
func ndcg(found []string, grades map[string]float64, n int) float64 {
	gain := func(grade float64, place int) float64 { return (math.Pow(2, grade) - 1) / math.Log2(float64(place)+2) }
	got, best := 0.0, 0.0
	for i, f := range found[:min(n, len(found))] {
		got += gain(grades[f], i)
	}
	var ideal []float64
	for _, g := range grades {
		ideal = append(ideal, g)
	}
	slices.SortFunc(ideal, func(a, b float64) int { return int(b - a) })
	for i, g := range ideal[:min(n, len(ideal))] {
		best += gain(g, i)
	}
	return got / best
}
