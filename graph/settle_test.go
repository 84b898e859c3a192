package graph_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/limits"
	"councilgraph/internal/rows"
)

// heard is a reader that keeps the statements that it was asked, and what the last was asked with.
type heard struct {
	rows.Reader
	statements []string
	args       []any
}

func (h *heard) Read(ctx context.Context, statement string, args []any, each func(rows.Row) error) error {
	h.statements, h.args = append(h.statements, statement), args
	return h.Reader.Read(ctx, statement, args, each)
}

// ask is the answer to a query, which must be a good one.
func (h *heard) ask(t *testing.T, db *database.Database, query string) string {
	t.Helper()
	return askOf(t, db, h, query)
}

// askOf is the answer to a query that is read through the reader.
func askOf(t *testing.T, db *database.Database, reader rows.Reader, query string) string {
	t.Helper()
	l := limits.Default()
	handler := graph.Handler(graph.Config{
		Resolver: &graph.Resolver{Store: db.Client}, Reader: reader, Log: slog.New(slog.DiscardHandler), Timeout: time.Minute, Limits: &l,
	})
	got := (&random{handler: handler}).ask(made{text: query})
	if got.Code != http.StatusOK || strings.Contains(got.Body.String(), `"errors"`) {
		t.Fatalf("%s: %s", query, got.Body)
	}
	return got.Body.String()
}

// A council or a committee that a list tells by its name is looked up once, and then is as good as its id: the index of words marks
// its texts, and lists are in their order for it. One by its slug is found within the statement.
func TestSettle(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 300, Councils: 2, Seed: 3, Derived: true}); err != nil {
		t.Fatal(err)
	}
	council := db.Client.Council.Query().FirstX(t.Context())
	for where, c := range map[string]struct {
		statements int
		holds      string // what the last statement, or its arguments, must contain
	}{
		fmt.Sprintf(`{textMatches:"budget",hasCouncilWith:[{name:%q}]}`, council.Name):                                                           {2, "search_words"},
		fmt.Sprintf(`{hasCouncilWith:[{name:%q}]}`, council.Name):                                                                                {2, `"resolutions"."council_id" = `},
		fmt.Sprintf(`{hasCouncilWith:[{nameIn:[%q,"x"]}]}`, council.Name):                                                                        {2, `"resolutions"."council_id" = `},
		fmt.Sprintf(`{hasCouncilWith:[{slug:%q}]}`, council.Slug):                                                                                {1, `"resolutions"."council_id" = (SELECT`},
		`{hasCouncilWith:[{nameIn:["Nowhere","Neverland"]}]}`:                                                                                    {2, `"resolutions"."council_id" = `},
		`{textMatches:"budget",hasCouncilWith:[{name:"Nowhere"}]}`:                                                                               {2, "search_words"},
		`{hasCouncilWith:[{kindIn:[COUNTY]}]}`:                                                                                                   {1, "EXISTS"},
		`{hasCouncilWith:[{nameIn:["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u"]}]}`:                      {1, "EXISTS"},
		`{hasCouncilWith:[{name:"a",hasMeetings:true}]}`:                                                                                         {1, `"resolutions"."council_id" IN (SELECT`},
		fmt.Sprintf(`{and:[{textMatches:"budget"},{dateGT:"2000-01-01",and:[{dateGT:"2001-01-01",hasCouncilWith:[{name:%q}]}]}]}`, council.Name): {2, fmt.Sprintf("c%dx%d§", council.ID>>32, council.ID&(1<<32-1))},
		`{hasCommitteeWith:[{name:"Cabinet"}]}`:                                                                                                  {2, `"resolutions"."committee_id" I`},
	} {
		listening := &heard{Reader: db.Reader()}
		got := listening.ask(t, db, fmt.Sprintf(`{resolutions(first:5,where:%s,orderBy:[{field:DATE,direction:DESC}]){nodes{id}}}`, where))
		if strings.Contains(where, "Nowhere") && !strings.Contains(got, `"nodes":[]`) {
			t.Errorf("%s: a council that is not there has %s", where, got)
		}
		last := strings.ReplaceAll(listening.statements[len(listening.statements)-1], "`", `"`) + fmt.Sprint(listening.args...)
		if len(listening.statements) != c.statements || !strings.Contains(last, c.holds) {
			t.Errorf("%s: %d statements instead of %d, or the last without %q:\n%s", where, len(listening.statements), c.statements, c.holds, strings.Join(listening.statements, "\n"))
		}
	}
}

// A council whose name nobody bears has nothing, however it is counted: not what all councils have.
func TestSettle_nobody(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 300, Councils: 2, Seed: 3, Derived: true}); err != nil {
		t.Fatal(err)
	}
	o := newOracle(t, db)
	for _, where := range []string{
		`{hasCouncilWith:[{name:"Nowhere"}]}`, `{hasCouncilWith:[{nameIn:["Nowhere","Neverland"]}],kind:RESOLVED}`, `{hasCommitteeWith:[{name:"Nobody"}]}`,
		`{textMatches:"council",hasCouncilWith:[{name:"Nowhere"}]}`, `{textMatches:"council",hasCommitteeWith:[{name:"Nobody"}]}`,
		`{textMatches:"council",and:[{hasCouncilWith:[{name:"Nowhere"}]},{textMatches:"committee"}]}`,
	} {
		got := o.compare(t, made{text: `{resolutions(where:` + where + `){totalCount nodes{id} aggregate{count} groupBy(by:[KIND]){totalCount nodes{key{kind} aggregate{count}}}}}`})
		const nothing = `{"data":{"resolutions":{"totalCount":0,"nodes":[],"aggregate":{"count":0},"groupBy":{"totalCount":0,"nodes":[]}}}}`
		if strings.TrimSpace(got.Body.String()) != nothing {
			t.Errorf("%s: %s", where, got.Body)
		}
	}
	if o.ways["compiled"] < 6 {
		t.Errorf("not all were compiled: %v", o.ways)
	}
}
