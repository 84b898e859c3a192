package synthetic

import (
	"fmt"

	"councilgraph/ent"
	entmotion "councilgraph/ent/motion"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
)

// spoken writes who presented the item, who spoke on it and who declared an interest in it.
// The counts are those of the month of the meeting, to which declarations belong.
func (b *borough) spoken(s sitting, m *matter, position int, declared known) {
	if position == 1 {
		b.declarations(s, m, declared)
	}
	if position < len(opening) || len(s.present) == 0 {
		return
	}
	if b.dice.chance(0.15) {
		b.part(m, b.officers[b.dice.skewed(len(b.officers))], "PRESENTER")
	}
	for range b.dice.few(0.2) {
		b.part(m, s.present[b.dice.skewed(len(s.present))], "SPEAKER")
	}
	if b.dice.chance(0.05) {
		b.part(m, pick(b.dice, b.councillor), "MENTIONED")
	}
}

func (b *borough) declarations(s sitting, m *matter, counts known) {
	for i := range b.dice.few(0.6) {
		if len(s.present) == 0 {
			return
		}
		who := pick(b.dice, s.present)
		v := values{
			"position": i + 1, "as_written": who.written(), "item_as_written": "Item " + fmt.Sprint(4+b.dice.IntN(6)),
			"meeting_id": s.id, "agenda_item_id": m.id, "council_id": b.id,
		}
		of := b.counts
		b.counts = counts
		b.whoever(v, who, 0.95)
		b.counts = of
		if b.dice.chance(0.8) {
			v["kind"], v["kind_as_written"] = "NON_PECUNIARY", "non-pecuniary"
			if b.dice.chance(0.3) {
				v["kind"], v["kind_as_written"] = "DISCLOSABLE_PECUNIARY", "disclosable pecuniary"
			}
		}
		if b.dice.chance(0.3) {
			v["left_room"], v["dispensation"] = b.dice.chance(0.5), b.dice.chance(0.1)
		}
		b.w.add("declarations", v)
		d := &ent.Declaration{PersonID: personIn(v), AsWritten: who.written()}
		if left, ok := v["left_room"].(bool); ok {
			d.LeftRoom = &left
		}
		m.said.Declarations = append(m.said.Declarations, d)
		b.part(m, who, "DECLARED_INTEREST")
	}
}

// voted writes the motion and the vote on an item, where there was one: by name in one of three at full council.
func (b *borough) voted(s sitting, m *matter, position int) {
	full := len(s.members) >= 30
	if position < len(opening) || len(s.present) < 3 || !b.dice.chance(map[bool]float64{true: 0.15, false: 0.03}[full]) {
		return
	}
	mover, seconder := pick(b.dice, s.present), pick(b.dice, s.present)
	forCount, against := len(s.present)*2/3, len(s.present)/3
	tied := b.dice.chance(0.08)
	switch {
	case tied:
		forCount = len(s.present) / 2
		against = forCount
	case b.dice.chance(0.2):
		forCount, against = against, forCount
	}
	carried := map[bool]string{true: "CARRIED", false: "LOST"}[tied || forCount > against]
	motion := b.w.add("motions", values{
		"position": 1, "kind": "MOTION", "text": "That the " + m.topic + " be adopted.", "result": carried, "agenda_item_id": m.id,
		"mover_id": mover.id, "mover_as_written": mover.written(), "seconder_id": seconder.id, "seconder_as_written": seconder.written(), "council_id": b.id,
	})
	result := voteevent.Result(carried)
	m.said.Motions = append(m.said.Motions, &ent.Motion{ID: motion, Kind: entmotion.KindMotion, Result: new(entmotion.Result(carried)), MoverID: &mover.id})
	if b.dice.chance(0.2) {
		id := b.w.add("motions", values{
			"position": 2, "kind": "AMENDMENT", "text": "To leave out all after that.", "result": "LOST", "agenda_item_id": m.id, "amends_id": motion,
			"mover_id": seconder.id, "mover_as_written": seconder.written(), "council_id": b.id,
		})
		m.said.Motions = append(m.said.Motions, &ent.Motion{ID: id, Kind: entmotion.KindAmendment, Result: new(entmotion.ResultLost), MoverID: &seconder.id})
	}
	v := values{"position": 1, "result": carried, "subject": "MOTION", "agenda_item_id": m.id, "motion_id": motion, "council_id": b.id, "method": "SHOW_OF_HANDS"}
	if b.dice.chance(0.8) {
		v["for_count"], v["against_count"] = forCount, against
	}
	if b.dice.chance(0.3) {
		v["abstain_count"] = len(s.present) - forCount - against
	}
	if tied {
		v["casting_vote"] = "for"
	}
	recorded := full && b.dice.chance(0.35)
	if recorded {
		v["method"] = "RECORDED"
	}
	event := b.w.add("vote_events", v)
	m.said.VoteEvents = append(m.said.VoteEvents, &ent.VoteEvent{ID: event, Result: &result, Subject: new(voteevent.SubjectMotion), MotionID: &motion})
	if !recorded {
		return
	}
	for i, who := range s.present {
		option := "ABSTAIN"
		switch {
		case i < forCount:
			option = "FOR"
		case i < forCount+against:
			option = "AGAINST"
		case b.dice.chance(0.2):
			option = "NO_VOTE"
		}
		v := values{"position": i + 1, "option": option, "as_written": who.written(), "vote_event_id": event, "council_id": b.id}
		b.whoever(v, who, 0.97)
		b.w.add("votes", v)
		m.said.Votes = append(m.said.Votes, &ent.Vote{VoteEventID: event, PersonID: personIn(v), AsWritten: who.written(), Option: vote.Option(option)})
	}
}
