package harvest

import (
	"strings"

	"councilgraph/ingest/record"
)

// follow notes the pages that a page leads to. Where it has changed, the pages are asked for that print the same
// records as well. A page that a list no longer holds is asked for, to see whether it is gone.
func (r *run) follow(e *entry, p *record.Page, changed bool) {
	var to []target
	switch e.kind {
	case committees:
		to = r.ofCommittees(p)
	case committee:
		to = r.ofCommittee(p)
	case window, calendar:
		to = r.ofMeetings(e, p)
	case meeting:
		to = r.ofMeeting(e, p)
	case agenda:
		to = r.ofAgenda(e, p)
	case issue:
		for _, m := range p.Meetings {
			e.about = max(e.about, m.Date)
		}
	case decisions:
		to = r.ofDecisions(decision, p)
	case officers:
		to = r.ofDecisions(officer, p)
	}
	listed := map[string]bool{}
	for _, t := range to {
		listed[t.page] = true
		next := r.note(t)
		if changed && !e.kind.list() {
			next.recall()
		}
	}
	if changed {
		r.vanished(e, listed)
		if e.url != "" {
			r.besides(e)
		}
	}
}

// vanished has the pages asked for that a list held and holds no longer.
func (r *run) vanished(e *entry, listed map[string]bool) {
	var of kind
	switch e.kind {
	case window:
		of = meeting
	case decisions:
		of = decision
	case officers:
		of = officer
	default:
		return
	}
	for _, known := range r.memory.pages {
		if known.kind == of && known.state == isTaken && !listed[known.page] && known.about != "" && known.about[:4] == e.about[:4] && r.within(known.about) && r.listedIn(e, known) {
			r.force(known)
		}
	}
}

// ofDecisions asks for the decisions that a list of some kind holds.
func (r *run) ofDecisions(of kind, p *record.Page) []target {
	var to []target
	for _, d := range p.Decisions {
		if d.SourceID != "" && (d.PublishedOn == "" || r.within(d.PublishedOn)) {
			t := decisionTarget(of, d.SourceID, d.PublishedOn)
			t.hint = strings.Join([]string{d.PublishedOn, d.Title}, " ")
			to = append(to, t)
		}
	}
	return to
}

// listedIn says that a list would hold a page: where only some committees are harvested, or where a list is that of
// one, a page can stand in another.
func (r *run) listedIn(e, known *entry) bool { return r.bodies == nil || e.kind != window }

// force has a page asked for, and those that are about the same meeting.
func (r *run) force(e *entry) {
	e.recall()
	r.besides(e)
}

// besides has the other pages about a meeting asked for, one of which has changed or is gone. Those of the way that is closed
// cannot be asked for, and what they said is out of date.
func (r *run) besides(e *entry) {
	if e.meeting == "" {
		return
	}
	for _, other := range r.memory.pages {
		switch {
		case other == e || other.meeting != e.meeting:
		case r.closed(other):
			r.outdated[other] = true
		default:
			other.recall()
		}
	}
}

func (r *run) ofCommittees(p *record.Page) []target {
	var to []target
	for _, c := range p.Committees {
		if c.SourceID != "" && (c.Deleted == nil || !*c.Deleted) && r.chosen(c.SourceID, c.Name) {
			r.listed = append(r.listed, c.SourceID)
			to = append(to, committeeTarget(c.SourceID))
		}
	}
	return to
}

// ofCommittee asks for the list of a committee's meetings where the service is off.
func (r *run) ofCommittee(p *record.Page) []target {
	var to []target
	for _, c := range p.Committees {
		if c.SourceID != "" && !r.service && r.chosen(c.SourceID, c.Name) {
			to = append(to, calendarTarget(c.SourceID))
		}
	}
	return to
}

// chosen says whether a committee is one whose meetings are asked for, by its number or its name.
func (r *run) chosen(id, name string) bool {
	if len(r.task.Committees) == 0 {
		return true
	}
	for _, c := range r.task.Committees {
		if c == id || strings.EqualFold(strings.TrimSpace(c), name) {
			r.bodies[id] = true
			return true
		}
	}
	return false
}

func (r *run) ofMeetings(e *entry, p *record.Page) []target {
	var to []target
	for _, m := range p.Meetings {
		if m.SourceID == "" || m.Date == "" || !r.within(m.Date) || r.bodies != nil && !r.bodies[m.CommitteeID] {
			continue
		}
		hint := strings.Join([]string{m.Date, m.StartTime, m.Status, m.StatusNote}, " ")
		if r.service {
			t := meetingTarget(m.SourceID, m.Date)
			t.hint = hint
			to = append(to, t)
		}
		t := agendaTarget(m.CommitteeID, m.SourceID, m.Date)
		t.hint = hint
		to = append(to, t)
		if !r.service {
			to = append(to, attendanceTarget(m.SourceID, m.Date))
		}
	}
	return to
}

// ofMeeting asks for the page of who attended where the service still says that all of them are expected.
func (r *run) ofMeeting(e *entry, p *record.Page) []target {
	for _, m := range p.Meetings {
		told := false
		for _, a := range m.Attendances {
			told = told || a.Status != "expected"
		}
		if !told && len(m.Attendances) > 0 && m.Date < r.at()[:len("2026-01-31")] {
			return []target{attendanceTarget(e.meeting, e.about)}
		}
	}
	return nil
}

// ofAgenda asks for the issues of a meeting's items, and for the items whose text the page cuts, where the service does
// not give it whole.
func (r *run) ofAgenda(e *entry, p *record.Page) []target {
	whole := false
	if answer := r.memory.pages[meetingTarget(e.meeting, "").page]; answer != nil {
		whole = r.service && answer.state == isTaken
	}
	var to []target
	for _, m := range p.Meetings {
		for _, it := range m.Items {
			if it.Truncated && it.SourceID != "" && !whole {
				to = append(to, itemTarget(it.SourceID, e.meeting, e.about))
			}
			if it.IssueID == "" {
				continue
			}
			t := issueTarget(it.IssueID, "")
			if known := r.memory.pages[t.page]; known == nil || known.about < e.about {
				t.about = e.about // its latest meeting
			}
			to = append(to, t)
		}
	}
	return to
}
