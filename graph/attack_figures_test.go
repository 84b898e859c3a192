package graph_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"councilgraph/bench/generate/synthetic"
)

// The most work that figures, lists of decisions and the ways to people can be asked for costs little too, on the sample and on
// a made-up country of a thousand resolutions. What reads a whole list takes longer the longer it is: there the database's
// limit of time for one statement is what bounds it.
func TestAttack_figures(t *testing.T) {
	small, _ := countryOf(t, synthetic.Options{Resolutions: 1000, Councils: 3, Seed: 1, Derived: true}, io.Discard)
	for _, store := range []struct {
		name    string
		handler http.Handler
	}{{"sample", newAPI(t).Config.Handler}, {"country", small}} {
		t.Run(store.name, func(t *testing.T) {
			k := knownTo(t, store.handler)
			attacked(t, store.handler, strings.ReplaceAll(ordinary, "bromley", k.council), figureAttacks(k))
		})
	}
}

// knownTo is what the first meeting and the first person of a store are.
func knownTo(t *testing.T, h http.Handler) known {
	t.Helper()
	got := attack{}.send(h, query(0, "{meetings(first:1){nodes{council{slug}}} people(first:1){nodes{id}}}"))
	var r reply
	if err := json.Unmarshal(got.Body.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	slug, ok := at(r.Data, "meetings", "nodes", 0, "council", "slug").(string)
	id, found := at(r.Data, "people", "nodes", 0, "id").(string)
	if !ok || !found {
		t.Fatalf("no council or no person: %s", got.Body)
	}
	return known{slug, id}
}

// figureAttacks are allowed, or nearly: the most work that figures, lists of decisions and the ways to people can be
// asked for within the limits. They need ids of the store.
func figureAttacks(k known) []attack {
	return slices.Concat(groupAttacks(), personAttacks(k), feedAttacks(k), relationAttacks())
}

// known is what an attack on figures names: a council, by its slug, and a person, by id, that the store holds.
type known struct{ council, person string }

// aliased asks for a field so many times, under other names.
func aliased(n int, field func(i int) string) string {
	return "{" + each(n, func(i int) string { return fmt.Sprintf("a%d:%s ", i, field(i)) }) + "}"
}

// Groups: by as many dimensions as can be, filled, with samples, below each of many parents. Each stands here as it is
// allowed at most, and the worst of them as it is refused.
func groupAttacks() []attack {
	filled := func(i int) string {
		return fmt.Sprintf("resolutions(where:{positionGT:%d}){groupBy(by:[COUNCIL,KIND,MONTH],fill:true,first:100){totalCount nodes{key{month}}}}", i-30)
	}
	named := func(i int) string {
		return fmt.Sprintf("participations(where:{asWrittenNEQ:\"x\"}){groupBy(by:[PERSON,AGENDA_ITEM,HOW],first:%d,having:{count:{gte:1}},orderBy:[{field:DATE_MAX},{field:PERSON}]){totalCount nodes{key{how} share}}}", i+1)
	}
	whole := func(i int) string {
		return fmt.Sprintf("resolutions(where:{or:[{position:1},{positionNEQ:%d}]}){aggregate{count date{min max} a:countDistinct(of:MOVER) b:countDistinct(of:AGENDA_ITEM) c:countDistinct(of:MONTH) countDistinct(of:REGION)}}", i+2)
	}
	return []attack{
		asks("groups by three dimensions, filled, as allowed", "", aliased(1, filled)),
		asks("groups by three dimensions, filled, 19 times", "COST_LIMIT_EXCEEDED", aliased(19, filled)),
		asks("groups by committee and month, filled, as allowed", "", "{meetings{groupBy(by:[COMMITTEE,MONTH],fill:true,first:100){totalCount nodes{key{month committee{name}} aggregate{count date{max}}}}}}"),
		asks("groups that are kept, filled, as allowed", "", "{resolutions{groupBy(by:[COUNCIL,KIND,MONTH],fill:true,first:100){totalCount nodes{key{month}}}}}"),
		asks("groups that are kept, filled, 3 times", "COST_LIMIT_EXCEEDED", aliased(3, func(i int) string {
			return fmt.Sprintf("resolutions{groupBy(by:[COUNCIL,KIND,MONTH],fill:true,first:%d){totalCount nodes{key{month}}}}", i+1)
		})),
		asks("groups by council and month, filled, as allowed", "", aliased(9, func(i int) string {
			return fmt.Sprintf("resolutions{groupBy(by:[COUNCIL,MONTH],fill:true,first:%d){totalCount nodes{key{month}}}}", i+1)
		})),
		asks("groups by who and what, as allowed", "", aliased(2, named)),
		asks("groups by who and what, 19 times", "COST_LIMIT_EXCEEDED", aliased(19, named)),
		asks("groups with samples, as allowed", "", "{resolutions{groupBy(by:[MOVER,KIND],first:24){nodes{share sample(first:10){id}}}}}"),
		asks("kept groups with samples, as allowed", "", "{resolutions{groupBy(by:[COUNCIL,KIND],first:90){nodes{share sample(first:10){id}}}}}"),
		asks("100 samples with what belongs to each", "COST_LIMIT_EXCEEDED", "{participations{groupBy(by:[PERSON,HOW],first:100){nodes{sample(first:10){id person{name}}}}}}"),
		asks("figures of all, as allowed", "", aliased(6, whole)),
		asks("figures of all, 9 times", "COST_LIMIT_EXCEEDED", aliased(9, whole)),
		asks("figures of attendances, as allowed", "", aliased(6, func(i int) string {
			return fmt.Sprintf("attendances(where:{statusNEQ:%s}){aggregate{count date{min max} a:countDistinct(of:PERSON) b:countDistinct(of:COMMITTEE) c:countDistinct(of:MONTH)}}", []string{"ABSENT", "LATE"}[i%2])
		})),
		asks("groups below each of 7 councils", "COST_LIMIT_EXCEEDED", "{councils(first:7){nodes{meetings{groupBy(by:[COMMITTEE,MONTH,STATUS],fill:true,first:10){totalCount nodes{key{month}}}}}}}"),
		asks("groups below each of 40 people, as allowed", "", "{people(first:40){nodes{participations{groupBy(by:[AGENDA_ITEM,HOW,MONTH],first:1){totalCount nodes{key{month} share aggregate{date{min}} sample(first:2){id}}}}}}}"),
		asks("figures below each of 80 people, as allowed", "", "{people(first:80){nodes{participations(where:{howNEQ:MENTIONED}){aggregate{count date{min max} countDistinct(of:AGENDA_ITEM)}}}}}"),
		asks("figures below each of 100 people, 13 times", "COST_LIMIT_EXCEEDED", "{people(first:100){nodes"+aliased(13, func(int) string { return "participations{aggregate{date{min max} countDistinct(of:AGENDA_ITEM)}}" })+"}}"),
		asks("first and last days below each of 90 committees, as allowed", "", "{committees(first:90){nodes"+aliased(1, func(int) string { return "meetings{aggregate{date{min max}}}" })+"}}"),
	}
}

// People: what each of many took part in, and with whom each of them voted.
func personAttacks(k known) []attack {
	people := func(n, times int, field func(i int) string) string {
		return fmt.Sprintf("{people(first:%d,orderBy:[{field:NAME}]){nodes%s}}", n, aliased(times, field))
	}
	counted := func(i int) string {
		return fmt.Sprintf("decisions(first:1,where:{positionNEQ:%d}){totalCount nodes{id}}", i+50)
	}
	none := func(i int) string {
		return fmt.Sprintf("decisions(first:1,how:[DECISION_MAKER,ABSTAINED],where:{number:\"%d\"}){nodes{id}}", i)
	}
	rate := func(i int) string { return fmt.Sprintf("attendanceRate(from:\"20%02d-01-01\"){rate}", i) }
	agreement := func(i int) string {
		return fmt.Sprintf("agreement(with:\"%s\",from:\"20%02d-01-01\"){rate}", k.person, i)
	}
	return []attack{
		asks("95 decisions of each of 45 people, as allowed", "", people(45, 1, func(int) string { return "decisions(first:95){edges{how node{id}}}" })),
		asks("the decisions of 70 people counted, as allowed", "", people(70, 1, counted)),
		asks("the decisions of 100 people counted 28 times", "COST_LIMIT_EXCEEDED", people(100, 28, counted)),
		asks("the decisions of 100 people counted without a condition, as allowed", "", people(100, 5, func(int) string { return "decisions(first:1){totalCount}" })),
		asks("decisions that nothing fulfils, as allowed", "", people(65, 1, none)),
		asks("decisions that nothing fulfils, 45 times", "COST_LIMIT_EXCEEDED", people(100, 45, none)),
		asks("decisions with a filter over relations, as allowed", "", people(80, 1, func(i int) string {
			return fmt.Sprintf("decisions(first:1,where:{hasAgendaItemWith:{hasParticipationsWith:{asWritten:\"nobody\"},position:%d}}){nodes{id}}", i+90)
		})),
		asks("3 rates of attendance of each of 100 people, as allowed", "", people(100, 3, rate)),
		asks("50 rates of attendance of each of 100 people", "COST_LIMIT_EXCEEDED", people(100, 50, rate)),
		asks("3 agreements of each of 100 people, as allowed", "", people(100, 3, agreement)),
		asks("50 agreements of each of 100 people", "COST_LIMIT_EXCEEDED", people(100, 50, agreement)),
		asks("200 people of each of 49 resolutions, as allowed", "", "{resolutions(first:49){nodes{people(first:200){how asWritten person{name}}}}}"),
		asks("who is meant, of 100 parts", "", "{participations(first:100){nodes{candidates{name} resolvedBy{rule evidence{name quote source{url}}}}}}"),
		asks("who is meant, of 100 attendances and votes", "", "{attendances(first:100){nodes{candidates{name} resolvedBy{rule evidence{name quote}}}} votes(first:100){nodes{candidates{name} resolvedBy{rule evidence{name quote}}}}}"),
		asks("who is meant, 4 times of 100 parts, as allowed", "", aliased(4, func(i int) string {
			return fmt.Sprintf("participations(first:%d){nodes{candidates{name} resolvedBy{evidence{quote}}}}", 100-i)
		})),
		asks("quotes of 100 resolutions, 5 times", "", aliased(5, func(i int) string {
			return fmt.Sprintf("resolutions(first:%d){nodes{evidence{quote source{text}} allEvidence{quote}}}", 100-i)
		})),
	}
}

// The feed, what is covered, threads.
func feedAttacks(k known) []attack {
	covered := func(i int) string {
		return fmt.Sprintf("coverage(council:\"%s\",fill:true,first:%d){totalCount nodes{month committee{name} items lastFetchedAt}}", k.council, 100-i)
	}
	return []attack{
		asks("what is covered, filled, as allowed", "", aliased(8, covered)),
		asks("what is covered, filled, 19 times", "COST_LIMIT_EXCEEDED", aliased(19, covered)),
		asks("100 changes, 19 times", "", aliased(19, func(i int) string {
			return fmt.Sprintf("changes(first:%d){totalCount nodes{at nodeURI council{name}}}", 100-i)
		})),
		asks("changes of kinds that have none, 19 times", "", aliased(19, func(i int) string {
			return fmt.Sprintf("changes(first:%d,types:[\"Ward\",\"Party\"],councils:[\"%s\"]){totalCount nodes{at nodeURI council{name}}}", 100-i, k.council)
		})),
		asks("the threads of 100 issues", "", "{issues(first:100){nodes{thread(first:9){totalCount nodes{title outcome references{asWritten} meeting{date}}}}}}"),
		asks("counts of all, 19 times", "", aliased(19, func(int) string { return "dataset{lastIngest counts{councils votes people resolutions}}" })),
	}
}
