package aggregate_test

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/ent"
	"councilgraph/ent/council"
	"councilgraph/ent/person"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/figures"
)

// list is a connection of the API as this test reads it.
type list struct {
	field   string   // at the root, and below the parents
	parents []string // kinds of node that have it
	selects string   // of a node: whatever its dimensions need
	home    string   // where its date and its committee stand
	paths   map[string]string
	where   []string
}

// lists are the connections that can be aggregated, by kind.
var lists = map[string]list{
	"Resolution": {
		"resolutions", []string{"Council"}, `council { id kind nation region } committee { id kind } date kind meeting { id } agendaItem { id } mover { id } seconder { id }`, "",
		map[string]string{"KIND": "kind", "MEETING": "meeting.id", "AGENDA_ITEM": "agendaItem.id", "MOVER": "mover.id", "SECONDER": "seconder.id"},
		[]string{`kind: NOTED`, `dateGTE: "2019-01-01"`, `not: {kindIn: [NOTED, APPROVED]}`, `hasCommitteeWith: [{kind: CABINET}]`, `dateIsNil: true`, `moverIDNotNil: true`},
	},
	"AgendaItem": {
		"agendaItems", []string{"Council"}, `council { id kind nation region } committee { id kind } date meeting { id } issue { id } restricted`, "",
		map[string]string{"MEETING": "meeting.id", "ISSUE": "issue.id", "RESTRICTED": "restricted"},
		[]string{`restricted: true`, `dateLT: "2018-07-01"`, `issueIDNotNil: true`},
	},
	"Meeting": {
		"meetings", []string{"Council"}, `council { id kind nation region } committee { id kind } date status`, "",
		map[string]string{"STATUS": "status"}, []string{`status: HELD`, `dateGTE: "2020-01-01", dateLT: "2021-01-01"`},
	},
	"Attendance": {
		"attendances", []string{"Person"}, `council { id kind nation region } meeting { id date committee { id kind } } status person { id }`, "meeting.",
		map[string]string{"STATUS": "status", "MEETING": "meeting.id", "PERSON": "person.id"},
		[]string{`status: APOLOGIES`, `hasMeetingWith: [{dateGTE: "2021-01-01"}]`, `personIDIsNil: true`},
	},
	"Participation": {
		"participations", []string{"Person"}, `council { id kind nation region } agendaItem { id date meeting { id } committee { id kind } } how kind person { id }`, "agendaItem.",
		map[string]string{"HOW": "how", "KIND": "kind", "MEETING": "agendaItem.meeting.id", "AGENDA_ITEM": "agendaItem.id", "PERSON": "person.id"},
		[]string{`how: MOVER`, `kind: OFFICER`, `personIDIsNil: true`},
	},
	"Vote": {
		"votes", []string{"Person"}, `council { id kind nation region } option person { id } voteEvent { id result agendaItem { date meeting { id } committee { id kind } } }`, "voteEvent.agendaItem.",
		map[string]string{"OPTION": "option", "RESULT": "voteEvent.result", "MEETING": "voteEvent.agendaItem.meeting.id", "VOTE_EVENT": "voteEvent.id", "PERSON": "person.id"},
		[]string{`option: FOR`, `hasVoteEventWith: [{result: CARRIED}]`},
	},
	"Amount": {
		"amounts", nil, `council { id kind nation region } agendaItem { id date meeting { id } committee { id kind } } currency per low high`, "agendaItem.",
		map[string]string{"CURRENCY": "currency", "PER": "per", "MEETING": "agendaItem.meeting.id", "AGENDA_ITEM": "agendaItem.id"},
		[]string{`lowGT: 10000`, `perIsNil: true`, `highIsNil: true`},
	},
}

// path leads from a node to what a dimension is read from.
func (l list) path(d figures.Dimension) string {
	switch d.Name {
	case "COUNCIL":
		return "council.id"
	case "COUNCIL_KIND":
		return "council.kind"
	case "NATION", "REGION":
		return "council." + strings.ToLower(d.Name)
	case "COMMITTEE":
		return l.home + "committee.id"
	case "COMMITTEE_KIND":
		return l.home + "committee.kind"
	case "YEAR", "QUARTER", "MONTH":
		return l.home + "date"
	}
	return l.paths[d.Name]
}

// country is a server with made-up records.
type country struct {
	*server
	t                testing.TB
	councils, people []string
	nodes            map[string][]any             // of lists that were read
	sorts            map[string]map[string]string // of nodes, by table
}

func newCountry(t *testing.T) *country {
	db := dbtest.New(t)
	ctx := context.Background()
	if _, err := synthetic.Write(ctx, db, synthetic.Options{Resolutions: 350, Councils: 3, Seed: 7}); err != nil {
		t.Fatal(err)
	}
	c := &country{server: serve(t, db), t: t, nodes: map[string][]any{}, sorts: map[string]map[string]string{}}
	for _, id := range db.Client.Council.Query().Where(council.HasMeetings()).Order(council.ByID()).IDsX(ctx) {
		c.councils = append(c.councils, fmt.Sprint(id))
	}
	for _, id := range db.Client.Person.Query().Where(person.HasVotes(), person.HasAttendances()).Order(ent.Asc(person.FieldID)).Limit(10).IDsX(ctx) {
		c.people = append(c.people, fmt.Sprint(id))
	}
	if len(c.councils) != 3 || len(c.people) == 0 {
		t.Fatalf("%d councils, %d people", len(c.councils), len(c.people))
	}
	return c
}

// Every figure of every group of a list is what adding up its pages gives, and the groups come in the order that
// was asked for, for lists at the root and below a node, whatever the filter, the grouping, the condition, the
// order and the size of the page.
func TestGroupBy_pages(t *testing.T) {
	for _, k := range figures.Kinds() {
		for _, d := range k.Dimensions {
			if lists[k.Name].path(d) == "" {
				t.Fatalf("%s can be grouped by %s; say in lists where the API shows it", k.Name, d.Name)
			}
		}
	}
	c := newCountry(t)
	rapid.Check(t, func(rt *rapid.T) { c.check(rt, draw(rt, c)) })
}

// question is one random groupBy.
type question struct {
	kind         figures.Kind
	list         list
	parent       string // id of the node below which the list stands, "" for the root
	where        string
	by           []figures.Dimension
	distinct     figures.Dimension
	orders       []string
	desc         []bool
	moreThan     int
	sumAbove     float64
	fill         bool
	first        int
	withMeasures bool
}

func draw(rt *rapid.T, c *country) question {
	q := question{kind: rapid.SampledFrom(figures.Kinds()).Draw(rt, "kind")}
	q.list = lists[q.kind.Name]
	if len(q.list.parents) > 0 && rapid.Bool().Draw(rt, "nested") {
		ids := c.people
		if q.list.parents[0] == "Council" {
			ids = c.councils
		}
		q.parent = rapid.SampledFrom(ids).Draw(rt, "parent")
	}
	filters := append([]string{"", "", `councilID: "` + c.councils[0] + `"`, `councilIDIn: ["` + c.councils[0] + `", "` + c.councils[1] + `"]`}, q.list.where...)
	q.where = rapid.SampledFrom(filters).Draw(rt, "where")
	q.by = rapid.SliceOfNDistinct(rapid.SampledFrom(q.kind.Dimensions), 1, 3, func(d figures.Dimension) string {
		if d.Period != figures.None {
			return "period"
		}
		return d.Name
	}).Draw(rt, "by")
	q.distinct = rapid.SampledFrom(q.kind.Dimensions).Draw(rt, "distinct")
	fields := []string{"COUNT", "DATE_MIN", "DATE_MAX"}
	for _, d := range q.by {
		fields = append(fields, d.Name)
	}
	for _, n := range q.kind.Numbers {
		fields = append(fields, strings.ToUpper(n.Field)+"_SUM", strings.ToUpper(n.Field)+"_MIN")
	}
	q.orders = rapid.SliceOfNDistinct(rapid.SampledFrom(fields), 0, 3, rapid.ID).Draw(rt, "orders")
	for range q.orders {
		q.desc = append(q.desc, rapid.Bool().Draw(rt, "desc"))
	}
	q.moreThan = rapid.SampledFrom([]int{-1, -1, 0, 1, 5}).Draw(rt, "more than")
	if len(q.kind.Numbers) > 0 && rapid.Bool().Draw(rt, "having sum") {
		q.sumAbove = 50_000.005
	}
	q.fill = slices.ContainsFunc(q.by, func(d figures.Dimension) bool { return d.Period != figures.None }) && rapid.Bool().Draw(rt, "fill")
	q.first = rapid.SampledFrom([]int{100, 100, 50, 17}).Draw(rt, "first")
	q.withMeasures = rapid.Bool().Draw(rt, "measures")
	return q
}

// around puts a selection of the list into a query.
func (q question) around(arguments, selection string) string {
	if q.where != "" {
		arguments += ", where: {" + q.where + "}"
	}
	if arguments = strings.TrimPrefix(arguments, ", "); arguments != "" {
		arguments = "(" + arguments + ")"
	}
	list := q.list.field + arguments + " { " + selection + " }"
	if q.parent == "" {
		return "{ " + list + " }"
	}
	return fmt.Sprintf(`{ node(id: %q) { ... on %s { %s } } }`, q.parent, q.list.parents[0], list)
}

// in is the list in an answer.
func (q question) in(data map[string]any) any {
	if q.parent == "" {
		return data[q.list.field]
	}
	return at(data, "node", q.list.field)
}

// all are the list's nodes, from all of its pages.
func (c *country) all(t testing.TB, q question) []any {
	name := q.kind.Name + " " + q.parent + " " + q.where
	if found, ok := c.nodes[name]; ok {
		return found
	}
	out := []any{}
	after := ""
	for {
		page := q.in(c.ask(t, q.around("first: 100"+after, "nodes { id "+q.list.selects+" } pageInfo { hasNextPage endCursor }")))
		out = append(out, at(page, "nodes").([]any)...)
		if at(page, "pageInfo", "hasNextPage") != true {
			break
		}
		after = fmt.Sprintf(", after: %q", at(page, "pageInfo", "endCursor"))
	}
	c.nodes[name] = out
	return out
}

// sum is a group as adding up makes it.
type sum struct {
	keys  []any
	nodes []any
}

func (q question) value(d figures.Dimension, n any) any {
	for _, step := range strings.Split(q.list.path(d), ".") {
		n = at(n, step)
	}
	if day, ok := n.(string); ok && d.Period != figures.None {
		return d.Period.Of(day[:7]) + "-01"
	}
	return n
}

// fold adds up the groups of nodes.
func (q question) fold(nodes []any) map[string]*sum {
	out := map[string]*sum{}
	add := func(keys []any) *sum {
		name := fmt.Sprintf("%v", keys)
		if out[name] == nil {
			out[name] = &sum{keys: keys}
		}
		return out[name]
	}
	for _, n := range nodes {
		keys := make([]any, len(q.by))
		for i, d := range q.by {
			keys[i] = q.value(d, n)
		}
		s := add(keys)
		s.nodes = append(s.nodes, n)
	}
	if !q.fill {
		return out
	}
	at := slices.IndexFunc(q.by, func(d figures.Dimension) bool { return d.Period != figures.None })
	first, last := "", ""
	var every []*sum
	for _, s := range out {
		every = append(every, s)
		if p, ok := s.keys[at].(string); ok {
			if first == "" || p < first {
				first = p
			}
			last = max(last, p)
		}
	}
	if first == "" {
		return out
	}
	periods, _ := q.by[at].Period.Between(first[:7], last[:7], 10_000)
	for _, s := range every {
		for _, p := range periods {
			keys := slices.Clone(s.keys)
			keys[at] = p + "-01"
			add(keys)
		}
	}
	return out
}

// measure is what a group's nodes make of an order's field or a figure.
func (q question) measure(s *sum, name string) any {
	day, _ := q.kind.Dimension("YEAR")
	day.Period = figures.None
	of, how, _ := strings.Cut(name, "_")
	var days []string
	var numbers []float64
	for _, n := range s.nodes {
		if v, ok := q.value(day, n).(string); ok && of == "DATE" {
			days = append(days, v)
		}
		if v, ok := at(n, strings.ToLower(of)).(float64); ok {
			numbers = append(numbers, v)
		}
	}
	switch {
	case name == "COUNT":
		return float64(len(s.nodes))
	case of == "DATE" && len(days) > 0 && how == "MIN":
		return slices.Min(days)
	case of == "DATE" && len(days) > 0:
		return slices.Max(days)
	case of == "DATE" || len(numbers) == 0:
		return nil
	case how == "MIN":
		return slices.Min(numbers)
	case how == "MAX":
		return slices.Max(numbers)
	}
	total := 0.0
	for _, n := range numbers {
		total += n
	}
	if how == "AVG" {
		total /= float64(len(numbers))
	}
	return math.Round(total*100) / 100
}

// different is how many known values a dimension has among nodes.
func (q question) different(d figures.Dimension, nodes []any) float64 {
	seen := map[any]bool{}
	for _, n := range nodes {
		if v := q.value(d, n); v != nil {
			seen[v] = true
		}
	}
	return float64(len(seen))
}

// sort is the key by which nodes of a table are ordered.
func (c *country) sort(t testing.TB, d figures.Dimension, id any) any {
	if id == nil {
		return nil
	}
	if c.sorts[d.Table] == nil {
		all := map[string]string{}
		rows, err := c.db.DB.Query(`SELECT id, ` + d.Sort + ` FROM ` + d.Table)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var id, key string
			if err := rows.Scan(&id, &key); err != nil {
				t.Fatal(err)
			}
			all[id] = key
		}
		if rows.Err() != nil {
			t.Fatal(rows.Err())
		}
		c.sorts[d.Table] = all
	}
	return c.sorts[d.Table][id.(string)]
}

// ordered is the groups in the order that the question asks for.
func (c *country) ordered(t testing.TB, q question, sums map[string]*sum) []*sum {
	var out []*sum
	for _, s := range sums {
		if len(s.nodes) <= q.moreThan {
			continue
		}
		if v, ok := q.measure(s, "LOW_SUM").(float64); q.sumAbove > 0 && (!ok || v <= q.sumAbove) {
			continue
		}
		out = append(out, s)
	}
	orders, desc := q.orders, q.desc
	if len(orders) == 0 {
		orders, desc = []string{"COUNT"}, []bool{true}
	}
	slices.SortFunc(out, func(a, b *sum) int {
		for i, name := range orders {
			x, y := q.measure(a, name), q.measure(b, name)
			if k := slices.IndexFunc(q.by, func(d figures.Dimension) bool { return d.Name == name }); k >= 0 {
				x, y = a.keys[k], b.keys[k]
				if q.by[k].Node() {
					x, y = c.sort(t, q.by[k], x), c.sort(t, q.by[k], y)
				}
			}
			if n := compare(x, y, desc[i]); n != 0 {
				return n
			}
		}
		for k, d := range q.by {
			x, y := a.keys[k], b.keys[k]
			if d.Node() && x != nil && y != nil { // ids are numbers
				x, y = fmt.Sprintf("%020s", x), fmt.Sprintf("%020s", y)
			}
			if n := compare(x, y, desc[len(desc)-1]); n != 0 {
				return n
			}
		}
		return 0
	})
	return out
}

// compare orders values, what is not known last in either direction.
func compare(a, b any, desc bool) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	n := 0
	switch x := a.(type) {
	case float64:
		n = cmp.Compare(x, b.(float64))
	case bool:
		n = cmp.Compare(fmt.Sprint(x), fmt.Sprint(b))
	case string:
		n = strings.Compare(x, b.(string))
	}
	if desc {
		return -n
	}
	return n
}

func (q question) groupBy(after string) string {
	var by, key, orders []string
	for _, d := range q.by {
		by = append(by, d.Name)
		if d.Node() {
			key = append(key, d.Field+" { id }")
		} else {
			key = append(key, d.Field)
		}
	}
	for i, o := range q.orders {
		orders = append(orders, fmt.Sprintf("{field: %s, direction: %s}", o, map[bool]string{true: "DESC", false: "ASC"}[q.desc[i]]))
	}
	arguments := "by: [" + strings.Join(by, ", ") + "]" + fmt.Sprintf(", first: %d, fill: %t", q.first, q.fill)
	if len(orders) > 0 {
		arguments += ", orderBy: [" + strings.Join(orders, ", ") + "]"
	}
	having := ""
	if q.moreThan >= 0 {
		having = fmt.Sprintf("count: {gt: %d}", q.moreThan)
	}
	if q.sumAbove > 0 {
		having += fmt.Sprintf(" low: {sum: {gt: %f}}", q.sumAbove)
	}
	if having != "" {
		arguments += ", having: {" + having + "}"
	}
	if after != "" {
		arguments += fmt.Sprintf(", after: %q", after)
	}
	return "groupBy(" + arguments + ") { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor } nodes { share key { " + strings.Join(key, " ") + " } aggregate { " + q.measures() + " } } }"
}

// measures selects figures: all that the kind has, or only those that are kept.
func (q question) measures() string {
	if !q.withMeasures {
		return "count"
	}
	out := "count date { min max } countDistinct(of: " + q.distinct.Name + ")"
	for _, n := range q.kind.Numbers {
		out += " " + n.Field + " { min max avg sum }"
	}
	return out
}

// check compares what the API says of a list with what its pages add up to.
func (c *country) check(t *rapid.T, q question) {
	tb := checked{c.t, t}
	nodes := c.all(tb, q)
	whole := q.in(c.ask(tb, q.around("first: 1", "totalCount aggregate { "+q.measures()+" }")))
	if n := at(whole, "totalCount"); n != float64(len(nodes)) {
		t.Fatalf("totalCount %v, and %d nodes on the pages", n, len(nodes))
	}
	c.figures(t, q, at(whole, "aggregate"), &sum{nodes: nodes})
	want := c.ordered(tb, q, q.fold(nodes))
	if len(want) > 1500 {
		return // too many pages for one question
	}
	var got []any
	after := ""
	for {
		groups := at(q.in(c.ask(tb, q.around("first: 1", q.groupBy(after)))), "groupBy")
		got = append(got, at(groups, "nodes").([]any)...)
		if n := at(groups, "totalCount"); n != float64(len(want)) {
			t.Fatalf("%v groups by totalCount, want %d", n, len(want))
		}
		if at(groups, "pageInfo", "hasPreviousPage") != (after != "") {
			t.Fatalf("hasPreviousPage %v after %q", at(groups, "pageInfo", "hasPreviousPage"), after)
		}
		if at(groups, "pageInfo", "hasNextPage") != true {
			break
		}
		after = at(groups, "pageInfo", "endCursor").(string)
	}
	if len(got) != len(want) {
		t.Fatalf("%d groups on the pages, want %d", len(got), len(want))
	}
	for i, s := range want {
		var keys []any
		for _, d := range q.by {
			k := at(got[i], "key", d.Field)
			if d.Node() {
				k = at(k, "id")
			}
			keys = append(keys, k)
		}
		if fmt.Sprint(keys) != fmt.Sprint(s.keys) {
			t.Fatalf("group %d has the key %v, want %v", i, keys, s.keys)
		}
		c.figures(t, q, at(got[i], "aggregate"), s)
		share := 0.0
		if len(nodes) > 0 {
			share = float64(len(s.nodes)) / float64(len(nodes))
		}
		if got := at(got[i], "share").(float64); math.Abs(got-share) > 1e-9 {
			t.Fatalf("the share of %v is %v, want %v", keys, got, share)
		}
	}
}

// figures compares the figures over some nodes.
func (c *country) figures(t *rapid.T, q question, got any, s *sum) {
	equal := func(name string, got, want any) {
		x, ok := got.(float64)
		y, also := want.(float64)
		if ok && also && math.Abs(x-y) < 0.011 || got == want {
			return
		}
		t.Fatalf("%s of %v is %v, want %v", name, s.keys, got, want)
	}
	equal("count", at(got, "count"), q.measure(s, "COUNT"))
	if !q.withMeasures {
		return
	}
	equal("date.min", at(got, "date", "min"), q.measure(s, "DATE_MIN"))
	equal("date.max", at(got, "date", "max"), q.measure(s, "DATE_MAX"))
	equal("countDistinct of "+q.distinct.Name, at(got, "countDistinct"), q.different(q.distinct, s.nodes))
	for _, n := range q.kind.Numbers {
		for _, how := range []string{"MIN", "MAX", "AVG", "SUM"} {
			equal(n.Field+" "+how, at(got, n.Field, strings.ToLower(how)), q.measure(s, strings.ToUpper(n.Field)+"_"+how))
		}
	}
}
