package graph_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/internal/dbtest"
)

// A cursor of groups belongs to the list as it was asked for, by the name of a council, and not by the id that was found for the name:
// it is the same however the query is answered, and good for the next page.
func TestSettle_cursors(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 300, Councils: 2, Seed: 3, Derived: true}); err != nil {
		t.Fatal(err)
	}
	council := db.Client.Resolution.Query().QueryCouncil().FirstX(t.Context())
	o := newOracle(t, db)
	type groups struct{ PageInfo struct{ EndCursor *string } }
	pages := 0
	for _, field := range []string{
		fmt.Sprintf(`resolutions(where:{hasCouncilWith:[{nameIn:[%q,"x"]}]})`, council.Name),
		`resolutions(where:{hasCommitteeWith:[{name:"Cabinet"}],textMatches:"report"})`,
		fmt.Sprintf(`resolutions(where:{and:[{councilID:"%d"},{and:[{dateGT:"2000-01-01"}]}]})`, council.ID),
		fmt.Sprintf(`resolutions(where:{and:[{councilID:"%d"}]})`, council.ID),
		fmt.Sprintf(`council(slug:%q){resolutions(where:{hasCommitteeWith:[{name:"Cabinet"}]})`, council.Slug),
	} {
		after, end := "", ""
		if field[:8] == "council(" {
			end = "}"
		}
		for range 3 {
			got := o.compare(t, made{text: fmt.Sprintf(`{%s{groupBy(by:[KIND],first:1%s){pageInfo{endCursor} nodes{key{kind} aggregate{count}}}}%s}`, field, after, end)})
			var r struct {
				Data struct {
					Resolutions struct{ GroupBy groups }
					Council     struct{ Resolutions struct{ GroupBy groups } }
				}
			}
			if err := json.Unmarshal(got.Body.Bytes(), &r); err != nil {
				t.Fatal(err)
			}
			cursor := r.Data.Resolutions.GroupBy.PageInfo.EndCursor
			if end != "" {
				cursor = r.Data.Council.Resolutions.GroupBy.PageInfo.EndCursor
			}
			if cursor == nil {
				break
			}
			pages++
			after = fmt.Sprintf(",after:%q", *cursor)
		}
	}
	if pages < 10 || o.ways["compiled"] < 10 {
		t.Errorf("only %d pages were compared (%v)", pages, o.ways)
	}
}
