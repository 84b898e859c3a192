package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strconv"
	"testing"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// A list of what words are in, latest first, is cut and counted by the index of words alone where it asks for nothing else. It
// is the list that the nodes themselves give: days on which much was resolved, and pages that end within one, included.
func TestSearch_newest(t *testing.T) {
	country := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), country, synthetic.Options{Resolutions: 2000, Councils: 2, Seed: 3, Derived: true}); err != nil {
		t.Fatal(err)
	}
	for name, db := range map[string]*database.Database{"sample": newAPI(t).db, "country": country} {
		t.Run(name, func(t *testing.T) {
			l := wordedLists{t: t, oracle: newOracle(t, db)}
			for _, scope := range l.scopes() {
				for _, list := range []string{"resolutions", "agendaItems"} {
					for _, words := range []string{"report", "budget", "report OR budget", `"be approved"`, "nowhereatall", "committee -budget", "budg*", `"be appr*"`, `report -"be approved"`} {
						l.compare(list, words, scope)
					}
				}
			}
			if l.entries < 100 {
				t.Errorf("only %d entries were compared", l.entries)
			}
			t.Log(l.entries, "entries", l.oracle.ways)
		})
	}
}

// wordedLists asks for lists of what words are in.
type wordedLists struct {
	t       *testing.T
	oracle  *oracle
	entries int
}

// wordedPage is what a list answers.
type wordedPage struct {
	TotalCount int
	Nodes      []struct{ ID string }
	PageInfo   struct{ EndCursor *string }
}

// compare compares pages of a list, each as it is compiled and as it is executed, which does not cut it beforehand. The count is
// that of the same list where the index alone cannot tell it.
func (l *wordedLists) compare(list, words, scope string) {
	l.t.Helper()
	where := fmt.Sprintf(`where:{textMatches:%q%s}`, words, scope)
	newest := `,orderBy:[{field:DATE,direction:DESC}]`
	for _, page := range []string{
		`first:0,` + where + newest, `first:1,` + where + newest, `first:7,` + where + newest, `first:40,` + where + newest,
		`last:7,` + where + newest, `first:7,` + where + `,orderBy:[{field:DATE,direction:ASC}]`, `first:7,` + where,
		`first:9,` + where + `,orderBy:[{field:DATE,direction:DESC},{field:POSITION,direction:ASC}]`,
	} {
		l.entries += len(l.ask(list, page).Nodes)
	}
	first := l.ask(list, `first:5,`+where+newest)
	if end := first.PageInfo.EndCursor; end != nil {
		l.entries += len(l.ask(list, fmt.Sprintf(`first:5,after:%q,%s%s`, *end, where, newest)).Nodes)
	}
	whole := l.ask(list, fmt.Sprintf(`first:5,where:{textMatches:%q%s,idNotIn:["0"]}%s`, words, scope, newest))
	if first.TotalCount != whole.TotalCount {
		l.t.Errorf("%s with %s: counted as %d by the index, as %d by the nodes", list, where, first.TotalCount, whole.TotalCount)
	}
}

// ask asks for a page, which must be compiled.
func (l *wordedLists) ask(list, arguments string) (found wordedPage) {
	l.t.Helper()
	got := l.oracle.compare(l.t, made{text: fmt.Sprintf(`{%s(%s){totalCount nodes{id date} pageInfo{hasNextPage endCursor}}}`, list, arguments)})
	if l.oracle.way != "compiled" {
		l.t.Fatalf("%s(%s) was %s: %.500s\n%s", list, arguments, l.oracle.way, got.Body, l.oracle.log)
	}
	l.read(got, list, &found)
	return found
}

func (l *wordedLists) read(got *httptest.ResponseRecorder, list string, into any) {
	l.t.Helper()
	var r struct{ Data map[string]json.RawMessage }
	if err := json.Unmarshal(got.Body.Bytes(), &r); err != nil {
		l.t.Fatal(err)
	}
	if err := json.Unmarshal(r.Data[list], into); err != nil {
		l.t.Fatalf("%v: %.500s", err, got.Body)
	}
}

// scopes are conditions beside the words: none, a council, a committee, several, each told by its id or by what it is, and councils
// that are not there.
func (l *wordedLists) scopes() []string {
	l.t.Helper()
	var items struct {
		Nodes []struct {
			Council struct{ ID, Name, Slug string }
			Meeting *struct{ Committee *struct{ ID, Name string } }
		}
	}
	l.read(l.oracle.compare(l.t, made{text: `{agendaItems(first:1,orderBy:[{field:DATE,direction:DESC}]){nodes{council{id name slug} meeting{committee{id name}}}}}`}), "agendaItems", &items)
	if len(items.Nodes) == 0 || items.Nodes[0].Meeting == nil || items.Nodes[0].Meeting.Committee == nil {
		l.t.Fatalf("there is no item of a committee: %+v", items)
	}
	n := items.Nodes[0]
	id, err := strconv.ParseInt(n.Council.ID, 10, 64)
	if err != nil {
		l.t.Fatal(err)
	}
	half := id & (1<<32 - 1) // what is left of it in the index of words must find nothing by itself
	named := fmt.Sprintf(`hasCouncilWith:[{name:%q}]`, n.Council.Name)
	return []string{
		"", fmt.Sprintf(`,councilID:%q`, n.Council.ID), fmt.Sprintf(`,committeeID:%q`, n.Meeting.Committee.ID), `,councilID:"1"`, `,councilID:"-7"`,
		`,councilID:"0"`, fmt.Sprintf(`,councilIDIn:[%q],councilID:"0"`, n.Council.ID), fmt.Sprintf(`,councilID:"%d"`, half), fmt.Sprintf(`,councilID:"%d"`, 5<<32|half),
		fmt.Sprintf(`,councilIDIn:[%q,"1"]`, n.Council.ID), fmt.Sprintf(`,councilIDIn:["1"],councilID:%q`, n.Council.ID),
		"," + named, fmt.Sprintf(`,hasCouncilWith:[{slug:%q}]`, n.Council.Slug), `,hasCouncilWith:[{name:"nowhere"}]`, fmt.Sprintf(`,not:{%s}`, named),
		fmt.Sprintf(`,hasCouncilWith:[{or:[{name:%q},{slug:"nowhere"}]}]`, n.Council.Name), `,hasCouncilWith:[{kindIn:[COUNTY,UNITARY]}]`,
		fmt.Sprintf(`,hasCommitteeWith:[{name:%q}]`, n.Meeting.Committee.Name), fmt.Sprintf(`,%s,hasCommitteeWith:[{name:%q}]`, named, n.Meeting.Committee.Name),
		fmt.Sprintf(`,%s,councilID:"1"`, named), fmt.Sprintf(`,and:[{councilID:%q}]`, n.Council.ID), fmt.Sprintf(`,and:[{%s},{dateGT:"2001-01-01"}]`, named),
		fmt.Sprintf(`,councilID:"1",and:[{councilID:%q}]`, n.Council.ID), `,and:[{textMatches:"council"}]`,
	}
}
