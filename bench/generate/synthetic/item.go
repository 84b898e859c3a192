package synthetic

import (
	"fmt"
	"math"

	"councilgraph/ent"
	"councilgraph/ent/participation"
	"councilgraph/ingest/load"
	"councilgraph/internal/searchtext"
)

// matter is an item of business as its parts see it.
type matter struct {
	id         int
	path       string // its address without /id/
	title      string
	topic      string
	parts      int // participations so far
	amounts    int
	references int
	said       load.ItemRecord
	resolved   []*ent.Resolution
}

// item writes an item of business and all that hangs on it; it resolves so many things. One in a hundred
// comes from a page that has lost its meeting, committee and date.
func (b *borough) item(s sitting, position, number, resolutions int) {
	lost := b.dice.chance(0.01)
	m := matter{topic: topics[b.dice.skewed(len(topics))], path: fmt.Sprintf("%s/%d", s.key, number+1)}
	title := m.topic + " " + pick(b.dice, places)
	if position < len(opening) {
		title, m.topic = opening[position], "Minutes"
	}
	m.title = title
	printed := fmt.Sprint(number + 1)
	numberAsc, numberDesc := bothWays(fmt.Sprintf("%010d", number+1))
	v := values{
		"position": position + 1, "number": printed, "number_asc": numberAsc, "number_desc": numberDesc, "title": title, "title_key": sortable(title), "restricted": false, "truncated": b.dice.chance(0.05),
		"source_id": fmt.Sprint(40_000 + number), "date": s.date, "date_asc": s.asc, "date_desc": s.desc, "thread_sort": s.asc + " 0", "meeting_id": s.id, "committee_id": s.body.id,
		"council_id": b.id,
	}
	drawn := make([]int, resolutions)
	for i := range drawn {
		if drawn[i] = b.dice.kind(); position == 2 {
			drawn[i] = approval
		}
	}
	if became := outcome(drawn); became != "" {
		v["outcome"] = became
	}
	switch {
	case lost:
		m.path = fmt.Sprintf("%s/source/%012x/item/1", b.slug, b.w.tables["agenda_items"].rows)
		asc, desc := bothWays("")
		v["date"], v["date_asc"], v["date_desc"], v["meeting_id"], v["committee_id"], v["restricted"], v["thread_sort"] = nil, asc, desc, nil, nil, nil, asc+" 0"
		s.body.id, s.date, s.asc, s.desc, s.attended = 0, "", asc, desc, nil
		s.counts = b.month(0, "")
	case position >= len(opening) && b.dice.chance(0.04):
		v["restricted"], v["exemption"] = true, fmt.Sprint(1+b.dice.IntN(5))
	}
	if b.dice.chance(0.3) {
		v["minute_number"] = fmt.Sprint(300 + number)
	}
	if position >= len(opening) {
		v["minutes"] = b.dice.minuted(s.members[0].written(), m.topic)
		if b.dice.chance(0.3) {
			v["purpose"] = "To consider a " + pick(b.dice, subjects) + " on " + m.topic + "."
		}
		if b.dice.chance(0.15) {
			v["reasons"] = "The reason was " + pick(b.dice, purposes) + "."
		}
		if b.dice.chance(0.08) {
			v["alternatives"] = "No other options were considered."
		}
		if b.dice.chance(0.25) {
			v["issue_id"], v["issue_by"] = b.issues[b.dice.skewed(len(b.issues))], "ISSUE_ID"
		}
		if resolutions > 0 && b.dice.chance(0.2) {
			v["decision"] = "The recommendations were agreed."
		}
	}
	v["uri"] = "/id/" + m.path
	declared := b.counts // the month of the meeting, to which declarations belong
	b.counts = s.counts
	m.id = b.businesslike(s, v)
	if position >= len(opening) && b.dice.chance(0.01) {
		v["uri"], v["parent_id"], v["position"] = "/id/"+m.path+"/part-1", m.id, position+100
		b.businesslike(s, v)
	}
	b.spoken(s, &m, position, declared)
	b.voted(s, &m, position)
	for i, kind := range drawn {
		b.resolution(s, &m, i, kind, lost)
	}
	b.money(&m, nil, 0.12)
	b.papersOf(s, m, position)
	b.pointers(&m, s)
	b.joins(&m, s.attended)
	b.counts = declared
}

// businesslike writes an item's row and how it is found, and counts it.
func (b *borough) businesslike(s sitting, v values) int {
	b.counts["items"]++
	if v["truncated"] == true {
		b.counts["cut_items"]++
	}
	id := b.w.add("agenda_items", v)
	t := text{kind: searchtext.AgendaItem, node: id, council: b.id, committee: s.body.id, key: b.w.keyOf(id), day: s.date, title: v["title"].(string)}
	for _, column := range []string{"purpose", "minutes", "decision", "reasons", "alternatives"} {
		if part, ok := v[column].(string); ok {
			t.body = load.SearchBody(t.body, part)
		}
	}
	b.w.find(t)
	return id
}

func (b *borough) resolution(s sitting, m *matter, i, kind int, lost bool) {
	v := values{
		"uri": fmt.Sprintf("/id/%s/resolution/%d", m.path, i+1), "position": i + 1, "text": b.dice.resolved(kind, m.topic), "kind": kinds[kind].name, "agenda_item_id": m.id, "council_id": b.id,
		"date": s.date, "date_asc": s.asc, "date_desc": s.desc, "meeting_id": s.id, "committee_id": s.body.id,
	}
	if lost {
		v["date"], v["meeting_id"], v["committee_id"] = nil, nil, nil
	}
	r := &ent.Resolution{DateAsc: s.asc, DateDesc: s.desc}
	if !lost {
		r.MeetingID = &s.id
	}
	if b.dice.chance(0.6) {
		v["number"] = fmt.Sprint(i + 1)
	}
	switch kinds[kind].name {
	case "DELEGATED":
		v["delegated_to"] = "the " + pick(b.dice, posts)
	case "RECOMMENDED":
		v["recommended_to"] = "Council"
	}
	if len(s.present) > 1 && b.dice.chance(0.3) {
		mover, seconder := s.present[b.dice.skewed(len(s.present))], pick(b.dice, s.present)
		v["mover_id"], v["mover_as_written"] = mover.id, mover.written()
		r.MoverID = &mover.id
		b.part(m, mover, "MOVER")
		if b.dice.chance(0.9) {
			v["seconder_id"], v["seconder_as_written"] = seconder.id, seconder.written()
			r.SeconderID = &seconder.id
			b.part(m, seconder, "SECONDER")
		}
	}
	id := b.w.add("resolutions", v)
	r.ID = id
	m.resolved = append(m.resolved, r)
	b.w.find(text{
		kind: searchtext.Resolution, node: id, council: b.id, committee: s.body.id, key: b.w.keyOf(id), day: s.date,
		title: m.title, body: load.SearchBody("", v["text"].(string)),
	})
	b.money(m, id, 0.15)
	if b.dice.chance(0.05) {
		m.references++
		b.w.add("references", values{
			"position": m.references, "as_written": "Appendix A", "kind": "APPENDIX", "number": "A",
			"agenda_item_id": m.id, "resolution_id": id, "council_id": b.id,
		})
	}
}

// money writes the sums that a text names, with the chance that it names any.
func (b *borough) money(m *matter, resolution any, p float64) {
	for b.dice.chance(p) {
		m.amounts++
		low := math.Round(20_000*b.dice.weight(1.8)/10) * 10
		v := values{
			"position": m.amounts, "currency": "GBP", "agenda_item_id": m.id, "council_id": b.id,
			"as_written": fmt.Sprintf("£%.0f", low), "low": low, "high": low, "resolution_id": resolution,
		}
		switch {
		case b.dice.chance(0.05):
			v["high"], v["as_written"] = low*1.25, fmt.Sprintf("£%.0f to £%.0f", low, low*1.25)
		case b.dice.chance(0.03):
			v["low"], v["high"], v["as_written"] = nil, nil, "£x million"
		case b.dice.chance(0.05):
			v["per"] = pick(b.dice, []string{"year", "week", "household"})
		}
		b.w.add("amounts", v)
	}
}

func (b *borough) papersOf(s sitting, m matter, position int) {
	if position < 2 {
		return
	}
	for i := range b.dice.few(0.2) {
		title := m.topic
		if i > 0 {
			title = fmt.Sprintf("Appendix %d", i)
		}
		of := values{"agenda_item_id": m.id}
		if b.dice.chance(0.2) {
			of["report_reference"] = fmt.Sprint("CS", 1000+i)
		}
		document := b.document(i, title, s, of)
		if of["report_reference"] != nil {
			b.w.add("references", values{
				"target_document_id": document, "resolved_by": "REPORT_REFERENCE",
				"position": 50 + i, "as_written": fmt.Sprint("report CS", 1000+i), "kind": "REPORT", "number": fmt.Sprint(1000 + i),
				"agenda_item_id": m.id, "council_id": b.id,
			})
		}
	}
}

// pointers writes what the item's text points to.
func (b *borough) pointers(m *matter, s sitting) {
	for range b.dice.few(0.08) {
		m.references++
		v := values{
			"position": m.references, "agenda_item_id": m.id, "council_id": b.id,
			"kind": "PARAGRAPH", "number": fmt.Sprintf("%d.%d", 1+b.dice.IntN(6), 1+b.dice.IntN(30)),
		}
		v["as_written"] = "paragraph " + v["number"].(string)
		switch {
		case b.dice.chance(0.2) && s.date != "":
			v["kind"], v["date"], v["as_written"], v["target_meeting_id"], v["number"] = "MEETING", s.date, "the meeting held on "+s.date, s.id, nil
			v["resolved_by"] = "MEETING_NAMED"
		case b.dice.chance(0.2):
			v["kind"], v["number"], v["as_written"], v["target_item_id"] = "MINUTE", "12", "Minute 12", m.id
			v["resolved_by"] = "MINUTE_NUMBER"
		case b.dice.chance(0.2):
			v["kind"], v["number"], v["as_written"] = "LEGISLATION", nil, "the Localism Act 2011"
		}
		b.w.add("references", v)
	}
}

// part writes a person's part in the item. Some names are not settled, and stand without a person.
func (b *borough) part(m *matter, who member, how string) {
	m.parts++
	v := values{
		"position": m.parts, "how": how, "as_written": who.written(), "kind": "COUNCILLOR",
		"agenda_item_id": m.id, "council_id": b.id,
	}
	if who.title != "" {
		v["title"] = who.title
	} else {
		v["kind"] = "OFFICER"
	}
	if who.office != "" {
		v["role"] = who.office
	}
	b.whoever(v, who, 0.95)
	b.w.add("participations", v)
	m.said.Participations = append(m.said.Participations, &ent.Participation{PersonID: personIn(v), AsWritten: who.written(), How: participation.How(how)})
}
