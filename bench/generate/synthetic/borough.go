package synthetic

import (
	"context"
	"fmt"
	"strings"

	"councilgraph/ingest/load"
	"councilgraph/internal/figures"
	"councilgraph/internal/searchtext"
)

// borough is one council as it is written.
type borough struct {
	w *writer
	share
	dice       dice
	committees []body
	councillor []member
	officers   []member
	issues     []int
	covered    map[covered]known
	attended   map[attendedBy]*figures.Attended
	counts     known // of the month to which what is written belongs
}

// body is a committee with who sits on it.
type body struct {
	id      int
	key     string
	name    string
	members []member // the first one chairs
	meets   int
	budget  int // resolutions
}

// member is a person as records write the name.
type member struct {
	id                  int
	name, title, office string
}

// written is the name with its title.
func (m member) written() string {
	if m.title == "" {
		return m.name
	}
	return m.title + " " + m.name
}

// whoever says who a naming means, in most of them: the rest stay open, as in life.
func (b *borough) whoever(v values, m member, settled float64) {
	if b.dice.chance(settled) {
		v["person_id"] = m.id
		return
	}
	v["unsettled"] = pick(b.dice, []string{"CANDIDATES", "UNKNOWN"})
	b.counts["unresolved"]++
}

func newBorough(w *writer, s share, seed uint64) *borough {
	b := &borough{w: w, share: s, dice: newDice(seed, "records of "+s.code), covered: map[covered]known{}, attended: map[attendedBy]*figures.Attended{}}
	b.month(0, "") // what is not assigned to a committee is looked at for every council
	return b
}

// write writes all records of the council, a meeting at a time.
func (b *borough) write(ctx context.Context) error {
	b.people()
	b.bodies()
	b.matters()
	for _, c := range b.committees {
		if c.budget == 0 {
			continue
		}
		last := ""
		again := 1
		weights := make([]float64, c.meets)
		for i := range weights {
			weights[i] = b.dice.weight(0.5)
		}
		portion := portions(c.budget, weights)
		for i, day := range b.dice.days(c.meets) {
			again++
			if day != last {
				last, again = day, 1
			}
			b.meeting(c, day, again, portion[i])
			if err := b.w.room(ctx); err != nil {
				return err
			}
		}
	}
	for range b.resolutions / 40 {
		b.decision()
	}
	b.coverage()
	b.attendanceYears()
	return b.w.hand(ctx)
}

// bodies writes the committees: a small record has the first few of a council's, a large one all.
func (b *borough) bodies() {
	n := max(3, min(len(bodies), b.resolutions/60))
	weights := make([]float64, n)
	for i := range weights {
		weights[i] = bodies[i].business * b.dice.weight(0.4)
	}
	budgets := portions(b.resolutions, weights)
	for i := range n {
		c := bodies[i]
		slug := load.Slug(c.name)
		key := b.slug + "/" + slug
		v := values{
			"key": key, "uri": "/id/" + key, "name": c.name, "name_sort": sortable(c.name), "slug": slug, "kind": c.kind,
			"source_id": fmt.Sprint(100 + i), "council_id": b.id,
		}
		if strings.HasSuffix(c.name, "Sub-Committee") {
			v["parent_id"] = b.committees[2].id
		}
		if i > 10 && b.dice.chance(0.3) {
			v["start_date"] = fmt.Sprintf("%d-05-20", firstYear+b.dice.IntN(years/2))
		}
		if i > 10 && b.dice.chance(0.1) {
			v["end_date"] = fmt.Sprintf("%d-05-12", firstYear+years-1)
		}
		id := b.w.add("committees", v)
		b.w.find(text{kind: searchtext.Committee, node: id, council: b.id, committee: id, key: key, title: c.name})
		made := body{id: id, key: key, name: c.name, budget: budgets[i]}
		made.meets = max(1, made.budget*3/20)
		made.members = b.seated(c.members)
		b.memberships(made, i)
		b.committees = append(b.committees, made)
	}
}

// seated are the councillors who sit on a body: on some of them many of the same ones.
func (b *borough) seated(n int) []member {
	if n == 0 || n >= len(b.councillor) {
		return b.councillor
	}
	start := b.dice.skewed(len(b.councillor))
	out := make([]member, n)
	for i := range out {
		out[i] = b.councillor[(start+i*3)%len(b.councillor)]
	}
	return out
}

func (b *borough) memberships(c body, nth int) {
	seen := map[int]bool{}
	for i, m := range c.members {
		if seen[m.id] {
			continue
		}
		seen[m.id] = true
		role, written := "MEMBER", "Committee Member"
		switch i {
		case 0:
			role, written = "CHAIR", "Chair"
		case 1:
			role, written = "VICE_CHAIR", "Vice-Chair"
		}
		v := values{
			"role": role, "role_as_written": written, "person_id": m.id, "committee_id": c.id, "council_id": b.id,
			"start_date": fmt.Sprintf("%d-05-15", firstYear+b.dice.IntN(years)),
		}
		if b.dice.chance(0.5) {
			v["end_date"] = fmt.Sprintf("%d-05-10", firstYear+years)
		}
		b.w.add("memberships", v)
	}
	if nth == 0 {
		for _, name := range []string{"Fire Authority", "Local Government Association"} {
			m := pick(b.dice, b.councillor)
			b.w.add("memberships", values{"outside_body": name, "person_id": m.id, "council_id": b.id})
		}
	}
}

// matters writes the issues that come back over meetings.
func (b *borough) matters() {
	for i := range max(3, b.resolutions/25) {
		title := topics[b.dice.skewed(len(topics))] + " " + pick(b.dice, places)
		key := fmt.Sprintf("%s/issue/%d", b.slug, 5000+i)
		asc, desc := bothWays(sortable(title))
		v := values{"key": key, "uri": "/id/" + key, "title": title, "title_asc": asc, "title_desc": desc, "source_id": fmt.Sprint(5000 + i), "inferred": false, "council_id": b.id}
		if b.dice.chance(0.8) {
			v["procedural"] = b.dice.chance(0.1)
		}
		id := b.w.add("issues", v)
		b.w.find(text{kind: searchtext.Issue, node: id, council: b.id, key: key, title: title})
		b.issues = append(b.issues, id)
	}
}

// sortable is a text as lists order it.
func sortable(s string) string { return strings.ReplaceAll(load.Slug(s), "-", " ") }

// bothWays are the two sort keys of a value that can be unknown.
func bothWays(key string) (asc, desc string) {
	if key == "" {
		return "1", "0"
	}
	return "0" + key, "1" + key
}
