package testsite

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"
)

// world is the council behind a site.
type world struct {
	name        string
	today       time.Time
	committees  []*committee
	councillors []*councillor
	meetings    []*meeting
	issues      []*issue
	planned     *issue // announced, and not yet at a meeting
	decisions   []*decision
	next        int // the next id of an item
}

type committee struct {
	id, name, category string
	expired            bool
	members            []*councillor // the first chairs, the second is vice-chair
}

func (c *committee) role(i int) string {
	switch i {
	case 0:
		return "Chair"
	case 1:
		return "Vice-Chair"
	}
	return ""
}

type councillor struct{ id, name, party, short, ward string }

func (c *councillor) titled() string { return "Councillor " + c.name }

type meeting struct {
	id        string
	committee *committee
	at        time.Time
	venue     string
	status    string // Confirmed, Cancelled
	held      bool   // whether it lies behind
	minuted   bool   // whether its minutes are published
	withdrawn bool
	absent    map[*councillor]bool
	items     []*item
}

type item struct {
	id, number, title string
	purpose           string
	issue             *issue
	told              []string // paragraphs of the minutes before what was resolved
	mover, seconder   *councillor
	resolved          []string
	votes             []vote
	documents         []document
	repeated          bool // whether its documents are listed twice
}

type document struct{ id, title string }

type vote struct {
	person *councillor
	option string
}

type issue struct {
	id, title string
	withdrawn bool
}

type decision struct {
	id, title, maker string
	made, published  time.Time
	purpose, text    string
	reasons          string
	officer          bool // it stands in the list of officers' decisions, not in the other
	withdrawn        bool
}

// present is somebody at a meeting.
type present struct {
	person *councillor
	status string
}

// attendance is how the committee's members attended or, before the meeting, are expected to.
func (m *meeting) attendance() []present {
	if m.status == cancelled {
		return nil
	}
	out := make([]present, len(m.committee.members))
	for i, p := range m.committee.members {
		status := "Present"
		switch {
		case !m.held:
			status = "Expected"
		case m.absent[p]:
			status = "Apologies"
		}
		out[i] = present{p, status}
	}
	return out
}

const (
	confirmed = "Confirmed"
	cancelled = "Cancelled"
)

// published are the meetings that can be seen.
func (w *world) published() []*meeting {
	var out []*meeting
	for _, m := range w.meetings {
		if !m.withdrawn {
			out = append(out, m)
		}
	}
	return out
}

func (w *world) meetingByID(id string) *meeting {
	for _, m := range w.published() {
		if m.id == id {
			return m
		}
	}
	return nil
}

func (w *world) itemByID(id string) (*meeting, *item) {
	for _, m := range w.published() {
		for _, it := range m.items {
			if it.id == id {
				return m, it
			}
		}
	}
	return nil, nil
}

// at is an item with its meeting.
type at struct {
	meeting *meeting
	item    *item
}

// itemsOf are the items of an issue, the latest first; none where its page is withdrawn.
func (w *world) itemsOf(is *issue) []at {
	if is.withdrawn {
		return nil
	}
	var out []at
	for _, m := range w.published() {
		for _, it := range m.items {
			if it.issue == is {
				out = append([]at{{m, it}}, out...)
			}
		}
	}
	return out
}

// announced are the matters of the forward plans: the last that came up, and one that is to come.
func (w *world) announced() []*issue {
	out := []*issue{w.planned}
	for i := len(w.issues) - 1; i >= 0; i-- {
		is := w.issues[i]
		if is.withdrawn {
			break
		}
		if len(w.itemsOf(is)) > 0 {
			out = append(out, is)
			break
		}
	}
	return out
}

func (w *world) newItem(number int, title string) *item {
	w.next++
	return &item{id: strconv.Itoa(w.next), number: strconv.Itoa(number), title: title}
}

// newWorld makes a council of this size from a seed.
func newWorld(o Options) *world {
	dice := rand.New(rand.NewPCG(o.Seed, 8)) //nolint:gosec // made-up records, the same for the same seed
	w := &world{name: o.Name, today: o.Today, next: 20000}
	w.people(dice)
	w.bodies(dice, o.Committees)
	for i := range o.Committees * o.Meetings / 2 {
		w.issues = append(w.issues, &issue{id: strconv.Itoa(7000 + i), title: matters[i%len(matters)] + " " + places[(i%len(matters)+i/len(matters))%len(places)]})
	}
	w.planned = &issue{id: strconv.Itoa(7900), title: "Future of the " + places[0] + " Pier"}
	// Committees meet in turn, so that the matters of one come back at another.
	for i := range o.Meetings {
		for k, c := range w.committees[:o.Committees] {
			// Most lie behind, the last two of each committee ahead.
			day := o.Today.AddDate(0, 0, (i-o.Meetings+2)*35+10+k*3)
			w.meet(dice, c, i, time.Date(day.Year(), day.Month(), day.Day(), 18, 30*(k%2), 0, 0, time.UTC))
		}
	}
	for i := range o.Decisions {
		w.decide(dice, i)
	}
	return w
}

func (w *world) people(dice *rand.Rand) {
	for i, at := range dice.Perm(len(surnames))[:12] {
		p := parties[dice.IntN(len(parties))]
		w.councillors = append(w.councillors, &councillor{
			id: strconv.Itoa(201 + i), name: forenames[(at+i)%len(forenames)] + " " + surnames[at], party: p.name, short: p.short, ward: wards[i%len(wards)],
		})
	}
}

func (w *world) bodies(dice *rand.Rand, n int) {
	for i := range n {
		c := &committee{id: strconv.Itoa(101 + i), name: bodies[i].name, category: bodies[i].category}
		order := dice.Perm(len(w.councillors))
		for _, k := range order[:min(5+i, len(order))] {
			c.members = append(c.members, w.councillors[k])
		}
		w.committees = append(w.committees, c)
	}
	w.committees = append(w.committees, &committee{id: "99", name: "Harbour Sub-Committee", category: "Former bodies", expired: true})
}

func (w *world) meet(dice *rand.Rand, c *committee, nth int, when time.Time) {
	m := &meeting{
		id: strconv.Itoa(3000 + len(w.meetings)), committee: c, at: when, venue: rooms[len(w.meetings)%len(rooms)], status: confirmed,
		held: when.Before(w.today), minuted: when.Before(w.today.AddDate(0, 0, -21)), absent: map[*councillor]bool{},
	}
	w.meetings = append(w.meetings, m)
	if nth == 2 && c == w.committees[0] {
		m.status, m.held, m.minuted = cancelled, false, false
		return
	}
	away := c.members[2+dice.IntN(len(c.members)-2)]
	m.absent[away] = true
	apologies := w.newItem(1, "Apologies for Absence")
	apologies.told = []string{"Apologies for absence were received from " + away.titled() + "."}
	m.items = append(m.items, apologies)
	for k := range 2 {
		m.items = append(m.items, w.business(dice, m, len(m.items)+1, w.issues[(nth+3*k)%len(w.issues)]))
	}
	if nth%3 == 1 {
		it := m.items[1]
		for i, p := range c.members {
			if !m.absent[p] {
				it.votes = append(it.votes, vote{p, []string{"For", "For", "Against", "For", "Abstain"}[i%5]})
			}
		}
	}
}

// business is an item that is debated and resolved.
func (w *world) business(dice *rand.Rand, m *meeting, number int, about *issue) *item {
	it := w.newItem(number, about.title)
	it.issue = about
	it.purpose = "To consider the report of the Head of " + services[dice.IntN(len(services))] + "."
	it.mover, it.seconder = m.committee.members[0], m.committee.members[1]
	it.told = []string{"The report was introduced and questions were answered."}
	it.resolved = []string{fmt.Sprintf("the scheme for the %s at a cost of £%d,000 be approved.", about.title, 10+dice.IntN(80))}
	if number%2 == 0 {
		it.resolved = append(it.resolved, "a report on progress be brought to the committee in spring.")
	}
	for d := range 1 + dice.IntN(2) {
		id := strconv.Itoa(9000 + w.next*3 + d)
		it.documents = append(it.documents, document{id, about.title + " " + []string{"Report", "Appendix"}[d]})
	}
	return it
}

func (w *world) decide(dice *rand.Rand, nth int) {
	made := w.today.AddDate(0, 0, -20-nth*11)
	w.decisions = append(w.decisions, &decision{
		id: strconv.Itoa(2200 + nth), title: "Lease of the " + places[nth%len(places)] + " " + premises[nth%len(premises)], maker: "Head of " + services[dice.IntN(len(services))],
		made: made, published: made.AddDate(0, 0, 2), purpose: "To agree the terms.",
		text: fmt.Sprintf("That the lease be granted for %d years.", 3+nth), reasons: "The premises stand empty.", officer: nth%3 == 2,
	})
}
