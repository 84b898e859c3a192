package synthetic

import (
	"fmt"
	"maps"
	"strings"

	"councilgraph/ent"
	"councilgraph/ent/attendance"
	"councilgraph/ingest/load"
	"councilgraph/internal/figures"
	"councilgraph/internal/searchtext"
)

// sitting is a meeting as its items see it.
type sitting struct {
	body
	id        int
	key       string
	date      string
	asc, desc string
	present   []member
	counts    known // of its committee's month
	attended  []*ent.Attendance
}

// meeting writes a meeting with who was there and its items, which resolve so many things together. The
// again-th meeting of its committee on this day.
func (b *borough) meeting(c body, day string, again, resolutions int) {
	s := sitting{body: c, key: c.key + "/" + day, date: day}
	if again > 1 {
		s.key = fmt.Sprintf("%s-%d", s.key, again)
	}
	s.asc, s.desc = bothWays(day)
	hour := pick(b.dice, []int{10, 14, 18, 19, 19})
	v := values{
		"key": s.key, "uri": "/id/" + s.key, "date": day, "date_asc": s.asc, "date_desc": s.desc, "start_time": fmt.Sprintf("%02d:%02d", hour, 30*b.dice.IntN(2)),
		"venue": pick(b.dice, []string{"Council Chamber", "Committee Room 1", "Committee Room 2", "Town Hall"}), "status": "HELD", "agenda_published": true,
		"minutes_published": true, "source_id": fmt.Sprint(7000 + b.dice.IntN(90_000)), "committee_id": c.id, "council_id": b.id,
	}
	if b.dice.chance(0.6) {
		v["end_time"] = fmt.Sprintf("%02d:%02d", hour+1+b.dice.IntN(3), 5*b.dice.IntN(12))
	}
	if b.dice.chance(0.5) {
		v["decisions_published"] = b.dice.chance(0.7)
	}
	s.id = b.w.add("meetings", v)
	s.counts = b.month(c.id, day)
	b.counts = s.counts
	b.counts["meetings"]++
	b.counts["with_agenda"]++
	b.counts["with_minutes"]++
	if v["decisions_published"] == true {
		b.counts["with_decisions"]++
	}
	b.attendances(&s)
	b.papers(s)
	items := 3 + b.dice.about(2, 12)
	weights := make([]float64, items)
	for i := range weights {
		switch {
		case i == 2:
			weights[i] = 0.8 // the minutes are approved
		case i >= len(opening):
			if b.dice.chance(0.75) {
				weights[i] = b.dice.weight(0.7)
			}
		}
	}
	weights[items-1] = max(weights[items-1], 0.5)
	first := b.dice.IntN(150)
	for i, n := range portions(resolutions, weights) {
		b.item(s, i, first+i, n)
	}
}

func (b *borough) papers(s sitting) {
	for i, title := range []string{"Agenda frontsheet", "Agenda reports pack", "Printed minutes"} {
		if b.dice.chance(0.3) {
			b.document(i, title, s, values{"meeting_id": s.id})
		}
	}
}

// document writes a paper of a meeting, or of one of its items.
func (b *borough) document(position int, title string, s sitting, of values) int {
	v := values{"position": position + 1, "title": title, "media_type": "application/pdf", "size": fmt.Sprintf("%d KB", 60+b.dice.IntN(4000)), "council_id": b.id}
	if b.dice.chance(0.7) {
		v["url"] = fmt.Sprintf("https://democracy.example/%s/documents/%d.pdf", b.slug, b.dice.IntN(1_000_000))
	}
	maps.Copy(v, of)
	id := b.w.add("documents", v)
	t := text{kind: searchtext.Document, node: id, council: b.id, committee: s.body.id, key: b.w.keyOf(id), day: s.date, title: title}
	if reference, ok := v["report_reference"].(string); ok {
		t.body = load.SearchBody("", reference)
	}
	b.w.find(t)
	return id
}

// attendances writes who was there, who was not, and which officers attended.
func (b *borough) attendances(s *sitting) {
	seats := s.members
	if n := seatsOf(b); len(seats) > n {
		seats = seats[:n]
	}
	states := map[int]figures.States{} // by person
	add := func(position int, m member, v values) {
		v["position"] = position
		v["as_written"], v["meeting_id"], v["council_id"] = m.written(), s.id, b.id
		b.whoever(v, m, 0.97)
		b.w.add("attendances", v)
		a := &ent.Attendance{PersonID: personIn(v), AsWritten: m.written(), Status: attendance.Status(v["status"].(string))}
		if role, ok := v["role"].(string); ok {
			a.Role = &role
		}
		s.attended = append(s.attended, a)
		if a.PersonID != nil {
			states[*a.PersonID] |= figures.StateOf(v["status"].(string))
		}
	}
	position := 0
	for i, m := range seats {
		position++
		v := values{"status": "PRESENT"}
		switch p := b.dice.Float64(); {
		case i == 0:
			v["role"] = "Chair"
		case p < 0.09:
			v["status"] = "APOLOGIES"
		case p < 0.11:
			v["status"] = "ABSENT"
		case p < 0.13 && len(seats) < 20:
			v["status"], v["substitute_for_id"], v["substitute_for_as_written"] = "SUBSTITUTE", m.id, m.written()
			m = pick(b.dice, b.councillor)
		case p < 0.14:
			v["status"], v["arrived"] = "LATE", "19:40"
		case p < 0.15:
			v["left"] = "20:15"
		case p < 0.2 && s.date > "2020-05" && s.date < "2021-06":
			v["virtual"] = true
		}
		if v["status"] != "APOLOGIES" && v["status"] != "ABSENT" {
			s.present = append(s.present, m)
		}
		add(position, m, v)
	}
	for range 2 + b.dice.few(2) {
		position++
		m := b.officers[b.dice.skewed(len(b.officers))]
		add(position, m, values{"status": "IN_ATTENDANCE", "role": m.office})
	}
	b.attend(s, states)
}

// seatsOf is how many councillors the council has at one time.
func seatsOf(b *borough) int { return len(b.councillor) * 4 / 7 }

// decision writes a decision of one member or officer that was published by itself.
func (b *borough) decision() {
	year, month, day := firstYear+b.dice.IntN(years), 1+b.dice.IntN(12), 1+b.dice.IntN(27)
	made := fmt.Sprintf("%d-%02d-%02d", year, month, day)
	n := 20_000 + b.w.tables["decisions"].rows
	key := fmt.Sprintf("%s/decision/%d", b.slug, n)
	asc, desc := bothWays(made)
	topic := topics[b.dice.skewed(len(topics))]
	m := b.councillor[b.dice.skewed(len(portfolios))]
	v := values{
		"key": key, "uri": "/id/" + key, "title": topic + " " + pick(b.dice, places), "maker": m.office, "status": "Recommendations Approved", "made_on": made,
		"made_on_asc": asc, "made_on_desc": desc, "published_on": fmt.Sprintf("%d-%02d-%02d", year, month, day+1), "effective_on": fmt.Sprintf("%d-%02d-28", year, month),
		"purpose": "The decision was " + pick(b.dice, purposes) + ".", "text": b.dice.resolved(b.dice.kind(), topic), "reasons": "It is " + pick(b.dice, purposes) + ".",
		"source_id": fmt.Sprint(n), "council_id": b.id, "person_id": m.id,
	}
	if b.dice.chance(0.4) {
		v["key_decision"], v["call_in"], v["urgent"] = b.dice.chance(0.5), b.dice.chance(0.8), b.dice.chance(0.05)
	}
	if b.dice.chance(0.2) {
		v["alternatives"] = "To do nothing."
	}
	if b.dice.chance(0.3) {
		v["committee_id"], v["maker"], v["person_id"] = b.committees[1].id, "Cabinet", nil
	}
	if strings.HasPrefix(topic, "Planning") {
		v["urgent"] = false
	}
	b.w.add("decisions", v)
}
