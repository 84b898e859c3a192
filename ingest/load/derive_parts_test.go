package load

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent"
	"councilgraph/ent/attendanceyear"
	"councilgraph/ent/how"
	"councilgraph/ent/part"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
)

// held are the rows of the join in words: resolution, who, which parts.
func held(t *testing.T, db *database.Database) []string {
	t.Helper()
	ctx := context.Background()
	out := []string{}
	for _, p := range db.Client.Part.Query().AllX(ctx) {
		r := db.Client.Resolution.GetX(ctx, p.ResolutionID)
		who := "?" + p.AsWritten
		if p.PersonID != 0 {
			who = db.Client.Person.GetX(ctx, p.PersonID).Slug
		}
		if p.DateAsc != r.DateAsc || p.DateDesc != r.DateDesc {
			t.Errorf("%s %s: the dates are not the resolution's", r.Key, who)
		}
		out = append(out, fmt.Sprint(strings.TrimPrefix(r.Key, "bromley/"), " ", who, " ", how.Mask(p.How).Names()))
	}
	slices.Sort(out)
	return out
}

// fresh are the rows as they follow from the nodes that stand now, without regard to those that are held.
func fresh(t *testing.T, db *database.Database) []string {
	t.Helper()
	ctx := context.Background()
	tx, err := db.Client.Tx(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	facts, err := readFacts(ctx, &store{tx: tx, dialect: db.Dialect}, tx.Resolution.Query().IDsX(ctx), nil)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, in := range facts.parts() {
		key := strings.TrimPrefix(tx.Resolution.GetX(ctx, in.ID).Key, "bromley/")
		for w, m := range in.who {
			who := "?" + w.asWritten
			if w.person != 0 {
				who = tx.Person.GetX(ctx, w.person).Slug
			}
			out = append(out, fmt.Sprint(key, " ", who, " ", m.Names()))
		}
	}
	slices.Sort(out)
	return out
}

// inStep fails where the join holds something else than what follows from the nodes.
func inStep(t *testing.T, db *database.Database) []string {
	t.Helper()
	covers(t, db)
	attends(t, db)
	got := held(t, db)
	if d := cmp.Diff(fresh(t, db), got); d != "" {
		t.Fatalf("the join is not in step with the nodes (-should +is):\n%s", d)
	}
	return got
}

// debated is a meeting in which everybody has a part.
func debated() record.Meeting {
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	item := func(number, mover string) record.AgendaItem {
		return record.AgendaItem{
			Number: number, Title: "Matter " + number, Minutes: "Discussed.", Span: span,
			Resolutions: []record.Resolution{{Text: "that " + number + " be done", Kind: "agreed", Mover: mover, Seconder: "Cy Dale", Span: span}},
			Participations: []record.Participation{
				{Name: "Cy Dale", AsWritten: "Councillor Dale", Title: "Councillor", Kind: "councillor", How: "speaker", Span: span},
				{AsWritten: "the Director", Kind: "officer", Role: "Director", How: "presenter", Span: span},
				{Name: "Di Elm", AsWritten: "Councillor Elm", Title: "Councillor", Kind: "councillor", How: "mentioned", Span: span},
			},
			NamedVotes: []record.NamedVote{
				{Name: "Ann Birch", AsWritten: "Ann Birch", Option: "for", Span: span},
				{Name: "Cy Dale", AsWritten: "Cy Dale", Option: "for", Span: span},
				{Name: "Di Elm", AsWritten: "Di Elm", Option: "against", Span: span},
			},
		}
	}
	attends := func(name, status, role string) record.Attendance {
		return record.Attendance{Name: name, AsWritten: "Councillor " + name, Status: status, Role: role, Span: span}
	}
	return record.Meeting{
		Committee: "Executive", Date: "2026-01-14", Span: span,
		Attendances: []record.Attendance{
			attends("Ann Birch", "present", "Chair"), attends("Cy Dale", "substitute", ""), attends("Di Elm", "late", ""), attends("Ed Firth", "apologies", "Vice-Chair"),
		},
		Declarations: []record.Declaration{{Person: "Di Elm", Item: "8 - Matter", Left: yes(true), Span: span}},
		Items:        []record.AgendaItem{item("7", "Ann Birch"), item("8", "Ann Birch")},
	}
}

func yes(b bool) *bool { return &b }

// Every way of having a part makes its row; who only was mentioned, stayed away or left the room has none
// from that.
func TestParts(t *testing.T) {
	l, db := setUp(t)
	m := debated()
	m.Items[1].NamedVotes = nil
	written("", "2026-01-20T00:00:00Z", m).load(t, l)
	want := []string{
		"executive/2026-01-14/7/resolution/1 ?the Director [PRESENTER]",
		"executive/2026-01-14/7/resolution/1 ann-birch [PRESENT CHAIR MOVER VOTED_FOR]",
		"executive/2026-01-14/7/resolution/1 cy-dale [PRESENT SECONDER VOTED_FOR SPEAKER]",
		"executive/2026-01-14/7/resolution/1 di-elm [PRESENT VOTED_AGAINST]",
		"executive/2026-01-14/8/resolution/1 ?the Director [PRESENTER]",
		"executive/2026-01-14/8/resolution/1 ann-birch [PRESENT CHAIR MOVER]",
		"executive/2026-01-14/8/resolution/1 cy-dale [PRESENT SECONDER SPEAKER]",
		"executive/2026-01-14/8/resolution/1 di-elm [DECLARED_INTEREST]",
	}
	if d := cmp.Diff(want, inStep(t, db)); d != "" {
		t.Error(d)
	}
}

// Somebody who takes the chair for an item displaces the chair of the meeting.
func TestParts_chair(t *testing.T) {
	l, db := setUp(t)
	m := debated()
	m.Items = m.Items[:1]
	m.Items[0].Participations = []record.Participation{{Name: "Cy Dale", AsWritten: "Councillor Dale", Kind: "councillor", How: "chair", Span: record.Span{End: 5}}}
	written("", "", m).load(t, l)
	all := strings.Join(inStep(t, db), "\n")
	if !strings.Contains(all, "ann-birch [PRESENT MOVER") || !strings.Contains(all, "cy-dale [PRESENT CHAIR") {
		t.Error(all)
	}
}

// A page of a decision is read as a record and as an item: its maker made what the item resolved, whatever
// else says so, and only as long as the page does.
func TestParts_decisionMaker(t *testing.T) {
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	of := func(url, fetched string, record_ bool, maker string) paper {
		m := record.Meeting{Committee: "Portfolio decisions", Date: "2026-02-03", Span: span, Items: []record.AgendaItem{{
			Number: "1", Title: "Benches", Decision: "Agreed.", Span: span,
			Resolutions: []record.Resolution{{Text: "that benches be bought", Kind: "agreed", Span: span}},
		}}}
		p := written(url, fetched, m)
		if record_ {
			p.page.Decisions = []record.Decision{{Maker: maker, Title: "Benches", SourceID: "44", MadeOn: "2026-02-03", Span: span}}
			p.page.People = []record.Person{{Name: "Ann Birch", Span: record.Span{End: 3}}}
		}
		return p
	}
	const url = "https://democracy.bromley.gov.uk/ieDecisionDetails.aspx?ID=44"
	list := of("https://democracy.bromley.gov.uk/mgListOfficerDecisions.aspx", "", true, "Councillor Ann Birch")
	list.page.Meetings = nil
	papers := []paper{list, of("https://democracy.bromley.gov.uk/mgAi.aspx?ID=9", "", false, ""), of(url, "2026-02-05", true, "Councillor Ann Birch")}
	for round := range 6 {
		l, db := setUp(t)
		for _, i := range rand.New(rand.NewPCG(1, uint64(round))).Perm(len(papers)) {
			papers[i].load(t, l)
			inStep(t, db)
		}
		want := []string{"portfolio-decisions/2026-02-03/1/resolution/1 ann-birch [DECISION_MAKER]"}
		if d := cmp.Diff(want, held(t, db)); d != "" {
			t.Fatalf("round %d: %s", round, d)
		}
		later := of(url, "2026-02-06", false, "")
		later.load(t, l)
		if got := inStep(t, db); len(got) > 0 {
			t.Fatalf("round %d: the page no longer says who decided, and yet %v", round, got)
		}
	}
}

// another changes one thing about a meeting, at random: one step of what pages say of it.
func another(r *rand.Rand, m record.Meeting) record.Meeting {
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	some := func(of ...string) string { return of[r.IntN(len(of))] }
	name := func() string { return some("Ann Birch", "Cy Dale", "Di Elm", "Ed Firth") }
	m.Items = slices.Clone(m.Items)
	item := &m.Items[r.IntN(len(m.Items))]
	switch aspect, n := r.IntN(7), name(); aspect {
	case 0:
		m.Attendances = altered(r, m.Attendances, record.Attendance{Name: n, AsWritten: n, Status: some("present", "late", "apologies", "in_attendance"), Role: some("", "", "Chair"), Span: span})
	case 1:
		m.Declarations = altered(r, m.Declarations, record.Declaration{Person: n, Item: some("7", "8", ""), Left: yes(r.IntN(2) == 0), Span: span})
	case 2:
		item.Resolutions = altered(r, item.Resolutions, record.Resolution{Text: fmt.Sprint("that ", r.IntN(9), " be done"), Kind: "agreed", Mover: some("", name()), Seconder: some("", name()), Span: span})
	case 3:
		item.Participations = altered(r, item.Participations, record.Participation{Name: some(n, n, ""), AsWritten: n, Kind: "councillor", How: some("speaker", "chair", "presenter", "absent", "mentioned", "voted_for"), Span: span})
	case 4:
		item.Motions = altered(r, item.Motions, record.Motion{Kind: some("motion", "motion", "amendment"), Result: some("", "carried", "lost"), Mover: some("", name()), Span: span})
	case 5:
		item.Votes = altered(r, item.Votes, record.VoteCount{Motion: some("", "motion", "amendment"), Result: some("", "carried", "lost"), Span: span})
	case 6:
		item.NamedVotes = altered(r, item.NamedVotes, record.NamedVote{Name: n, AsWritten: n, Option: some("for", "against", "abstain"), Motion: some("", "", "motion"), Span: span})
	}
	return m
}

// altered adds to a list, puts the new in an old one's place, or takes one out.
func altered[T any](r *rand.Rand, list []T, fresh T) []T {
	list = slices.Clone(list)
	switch {
	case len(list) == 0 || len(list) < 3 && r.IntN(2) == 0:
		return append(list, fresh)
	case r.IntN(3) == 0:
		at := r.IntN(len(list))
		return slices.Delete(list, at, at+1)
	}
	list[r.IntN(len(list))] = fresh
	return list
}

// However pages come, change and go, the join is what follows from the nodes, and the order of reading
// does not matter.
func TestParts_inStep(t *testing.T) {
	for round := range 6 {
		r := rand.New(rand.NewPCG(9, uint64(round)))
		versions := []record.Meeting{debated(), {Committee: "Executive", Date: "2026-01-14", Items: debated().Items[:1]}}
		var papers []paper
		days := []string{"2026-01-14", "2026-01-21", "2026-05-06", "2023-11-08", ""}
		for i := range 28 {
			page := i % 4 % 3 % 2 // the second page comes at times
			versions[page] = another(r, versions[page])
			if r.IntN(8) == 0 {
				versions[page].Date = days[r.IntN(len(days))]
			}
			versions[page].Status = ""
			if r.IntN(8) == 0 {
				versions[page].Status = "cancelled"
			}
			url := fmt.Sprint("https://democracy.bromley.gov.uk/mgAi.aspx?ID=", page)
			papers = append(papers, written(url, fmt.Sprintf("2026-02-%02dT00:00:00Z", i+1), versions[page]))
		}
		l, db := setUp(t)
		some := 0
		for _, p := range papers {
			p.load(t, l)
			some += len(inStep(t, db))
		}
		want := held(t, db)
		l, db = setUp(t)
		for _, i := range r.Perm(len(papers)) {
			papers[i].load(t, l)
		}
		if d := cmp.Diff(want, held(t, db)); d != "" {
			t.Errorf("round %d: another join in another order:\n%s", round, d)
		}
		if some < 50 {
			t.Errorf("round %d: only %d parts seen", round, some)
		}
	}
}

// A row that stays as it is is not written again, and the rows of other meetings are left alone.
func TestParts_unchanged(t *testing.T) {
	l, db := setUp(t)
	ctx := context.Background()
	written("", "2026-01-20T00:00:00Z", debated()).load(t, l)
	before := db.Client.Part.Query().Order(ent.Asc("id")).AllX(ctx)
	other := debated()
	other.Date = "2026-02-11"
	written("", "2026-02-12T00:00:00Z", other).load(t, l)
	again := debated()
	again.Attendances = again.Attendances[:3] // nothing for the join
	written("", "2026-01-25T00:00:00Z", again).load(t, l)
	after := db.Client.Part.Query().Order(ent.Asc("id")).Limit(len(before)).AllX(ctx)
	for i, p := range before {
		if p.String() != after[i].String() {
			t.Errorf("%v has become %v", p, after[i])
		}
	}
}

// A person who goes leaves a name behind, not an id that leads nowhere; one that comes in takes the parts.
func TestParts_relinked(t *testing.T) {
	l, db := setUp(t)
	const url = "https://democracy.bromley.gov.uk/ieListDocuments.aspx?CId=1&MId=2"
	m := debated()
	m.Items = m.Items[:1]
	written(url, "2026-01-20T00:00:00Z", m).load(t, l)
	twins := written("https://democracy.bromley.gov.uk/mgMemberIndex.aspx", "", record.Meeting{})
	twins.page.Meetings = nil
	for _, id := range []string{"1", "2"} {
		twins.page.People = append(twins.page.People, record.Person{Name: "Ann Birch", SourceID: id, Span: record.Span{End: 3}})
	}
	twins.load(t, l)
	inStep(t, db)
	m.StartTime = "19:00" // another version of the page, read when the name has come to mean two
	written(url, "2026-01-21T00:00:00Z", m).load(t, l)
	all := strings.Join(inStep(t, db), "\n")
	if strings.Contains(all, "ann-birch") || !strings.Contains(all, "?Councillor Ann Birch [PRESENT CHAIR]") {
		t.Error(all)
	}
}

// A store that is older than the join and coverage, or in which they are wrong, is made right as a whole; one
// that is right is left alone.
func TestDerive(t *testing.T) {
	l, db := setUp(t)
	ctx := context.Background()
	written("", "2026-01-20T00:00:00Z", debated()).load(t, l)
	other := debated()
	other.Date = ""
	written("", "2026-02-12T00:00:00Z", other).load(t, l)
	want := inStep(t, db)
	kept := db.Client.Part.Query().Order(ent.Asc("id")).AllX(ctx)
	if err := l.Derive(ctx, "BRY"); err != nil {
		t.Fatal(err)
	}
	for i, p := range db.Client.Part.Query().Order(ent.Asc("id")).AllX(ctx) {
		if p.String() != kept[i].String() {
			t.Errorf("%v has become %v, though it was right", kept[i], p)
		}
	}
	db.Client.Part.Update().Where(part.HowGT(4)).SetHow(1).ExecX(ctx)
	db.Client.Part.Delete().Where(part.PersonID(0)).ExecX(ctx)
	db.Client.Coverage.Update().SetMeetings(9).ExecX(ctx)
	db.Client.AttendanceYear.Update().Where(attendanceyear.Year("2026")).SetPresent(9).ExecX(ctx)
	db.Client.AttendanceYear.Delete().Where(attendanceyear.Year("")).ExecX(ctx)
	addYear(ctx, db)
	if err := l.Derive(ctx, "BRY"); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, inStep(t, db)); d != "" {
		t.Error(d)
	}
}

// A list of those present turns out to be of another meeting than it was taken for, and a meeting of another
// committee: what they stood under before is put right too, though nothing else about it changes.
func TestParts_moved(t *testing.T) {
	span := record.Span{Start: 0, End: 5, Rule: "test"}
	at := func(start string, items ...record.AgendaItem) record.Meeting {
		return record.Meeting{Committee: "Licensing", Date: "2026-01-14", StartTime: start, Span: span, Items: items}
	}
	item := debated().Items[0]
	item.NamedVotes, item.Participations = nil, nil
	listed := at("")
	listed.Attendances = debated().Attendances[:3]
	l, db := setUp(t)
	written("https://democracy.bromley.gov.uk/ieListDocuments.aspx?MId=1", "2026-01-20", at("10:00", item)).load(t, l)
	written("https://democracy.bromley.gov.uk/mgAttendance.aspx?ID=3", "2026-01-21", listed).load(t, l)
	if all := strings.Join(inStep(t, db), "\n"); !strings.Contains(all, "di-elm [PRESENT]") {
		t.Fatalf("the list is not of the one meeting of the day:\n%s", all)
	}
	written("https://democracy.bromley.gov.uk/ieListDocuments.aspx?MId=2", "2026-01-22", at("14:00")).load(t, l)
	if all := strings.Join(inStep(t, db), "\n"); strings.Contains(all, "PRESENT") {
		t.Errorf("the list can be of either meeting, and yet:\n%s", all)
	}
	numbered := at("")
	numbered.Committee, numbered.CommitteeID, numbered.Date = "", "5", "2026-03-11"
	written("https://democracy.bromley.gov.uk/mgAi.aspx?ID=9", "2026-03-20", numbered).load(t, l)
	inStep(t, db)
	names := written("https://democracy.bromley.gov.uk/mgListCommittees.aspx", "2026-03-21", record.Meeting{})
	names.page.Meetings = nil
	names.page.Committees = []record.Committee{{Name: "Licensing", SourceID: "5", Span: span}}
	names.load(t, l)
	inStep(t, db)
}
