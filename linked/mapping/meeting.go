package mapping

import (
	"context"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/attendance"
	"councilgraph/ent/declaration"
	"councilgraph/ent/document"
	"councilgraph/ent/meeting"
	"councilgraph/linked/rdf"
)

// heading is what is read of an item that is only mentioned.
func heading(q *ent.AgendaItemQuery) {
	q.Select(agendaitem.FieldURI, agendaitem.FieldKey, agendaitem.FieldTitle, agendaitem.FieldMeetingID, agendaitem.FieldParentID, agendaitem.FieldIssueID, agendaitem.FieldDate, agendaitem.FieldThreadSort)
}

// sitting is what is read of a meeting that is only mentioned.
func sitting(q *ent.MeetingQuery) {
	q.Select(meeting.FieldURI, meeting.FieldKey, meeting.FieldDate, meeting.FieldStartTime)
}

func (m *Mapper) meetings(ctx context.Context, ids []int) ([]*about, error) {
	rows, err := m.Store.Meeting.Query().Where(meeting.IDIn(ids...)).WithCouncil(whose).WithCommittee(body).
		WithAgendaItems(func(q *ent.AgendaItemQuery) { heading(q); q.Order(agendaitem.ByPosition(), agendaitem.ByID()) }).
		WithAttendances(func(q *ent.AttendanceQuery) {
			q.Order(attendance.ByPosition(), attendance.ByID()).WithPerson(who).WithSubstituteFor(who)
		}).
		WithDeclarations(func(q *ent.DeclarationQuery) {
			q.Order(declaration.ByPosition(), declaration.ByID()).WithPerson(who).WithAgendaItem(heading)
		}).
		WithDocuments(func(q *ent.DocumentQuery) { q.Order(document.ByPosition(), document.ByID()) }).All(ctx)
	out := make([]*about, len(rows))
	for i, r := range rows {
		out[i] = m.aboutMeeting(r)
	}
	return out, err
}

func (m *Mapper) aboutMeeting(r *ent.Meeting) *about {
	council := r.Edges.Council
	a := m.begin(r.ID, r.URI, r.Key, council)
	a.from = "schema:recordedIn"
	a.label = council.Name
	if c := r.Edges.Committee; c != nil {
		a.label = c.Name + ", " + council.Name
	}
	if r.Date != nil {
		a.label += ", " + *r.Date
	}
	a.Is("schema:Event", "prov:Activity").Add("schema:name", rdf.Text(a.label, ""))
	a.committee("schema:organizer", r.Edges.Committee)
	a.Add("cd:council", a.council(council))
	moment(a.Subject, "schema:startDate", r.Date, r.StartTime)
	if r.EndTime != nil {
		moment(a.Subject, "schema:endDate", r.Date, r.EndTime)
	}
	a.Text("schema:location", r.Venue, "").Text("schema:identifier", r.SourceID, "")
	if r.Status != nil {
		a.Add("cd:meetingStatus", concept("meeting-status", string(*r.Status)))
		if known := eventStatus[*r.Status]; known != "" {
			a.Add("schema:eventStatus", rdf.Name(known))
		}
	}
	a.Bool("cd:agendaPublished", r.AgendaPublished).Bool("cd:decisionsPublished", r.DecisionsPublished).Bool("cd:minutesPublished", r.MinutesPublished)
	for _, item := range cut(a, r.Edges.AgendaItems, "items") {
		a.Add("schema:subEvent", a.item(item))
	}
	for _, t := range atMost(a, r.Edges.Attendances, 2*mostChildren, "attendances") {
		a.attendance(r, t)
	}
	for _, d := range cut(a, r.Edges.Declarations, "declarations") {
		a.declaration(r.URI, r.Key, d)
	}
	for _, d := range cut(a, r.Edges.Documents, "documents") {
		a.Add("schema:workFeatured", rdf.Ref(a.document(r.URI, r.Key, d).IRI()))
	}
	return a
}

var eventStatus = map[meeting.Status]string{
	meeting.StatusScheduled: "schema:EventScheduled", meeting.StatusCancelled: "schema:EventCancelled", meeting.StatusPostponed: "schema:EventPostponed",
}

// item mentions an item by its title.
func (a *about) item(i *ent.AgendaItem) rdf.Term {
	s := a.graph.About(a.m.Base + i.URI)
	s.Text("dct:title", i.Title, a.language)
	return rdf.Ref(s.IRI())
}

// attendance describes who was there, or was not.
func (a *about) attendance(r *ent.Meeting, t *ent.Attendance) {
	s := a.graph.About(a.leaf(r.URI, r.Key, t.Key)).Is("cd:Attendance").Add("cd:attendanceStatus", concept("attendance", string(t.Status))).
		Add("cd:asWritten", rdf.Text(t.AsWritten, ""))
	a.Add("cd:attendance", rdf.Ref(s.IRI()))
	a.personOf(s, "cd:person", t.Edges.Person)
	a.personOf(s, "cd:substituteFor", t.Edges.SubstituteFor)
	s.Text("cd:roleAsWritten", t.Role, a.language).Bool("cd:virtual", t.Virtual).Text("cd:arrived", t.Arrived, "").Text("cd:left", t.Left, "")
	if t.Edges.Person != nil && there[t.Status] {
		a.personOf(a.Subject, "schema:attendee", t.Edges.Person)
	}
}

// there are the attendances that say that the person was there.
var there = map[attendance.Status]bool{
	attendance.StatusPresent: true, attendance.StatusSubstitute: true, attendance.StatusInAttendance: true, attendance.StatusLate: true,
}

// declaration describes an interest that was declared.
func (a *about) declaration(parentURI, parentKey string, d *ent.Declaration) {
	s := a.graph.About(a.leaf(parentURI, parentKey, d.Key)).Is("cd:Declaration").Add("cd:asWritten", rdf.Text(d.AsWritten, ""))
	a.Add("cd:declaration", rdf.Ref(s.IRI()))
	a.personOf(s, "cd:person", d.Edges.Person)
	if d.Kind != nil {
		s.Add("cd:interest", concept("interest", string(*d.Kind)))
	}
	s.Text("cd:interestAsWritten", d.KindAsWritten, a.language).Text("cd:itemAsWritten", d.ItemAsWritten, a.language).
		Bool("cd:leftRoom", d.LeftRoom).Bool("cd:dispensation", d.Dispensation)
	if d.Edges.AgendaItem != nil {
		s.Add("cd:item", a.item(d.Edges.AgendaItem))
	}
}

// document describes a paper.
func (a *about) document(parentURI, parentKey string, d *ent.Document) *rdf.Subject {
	s := a.graph.About(a.leaf(parentURI, parentKey, d.Key)).Is("foaf:Document", "schema:DigitalDocument", "prov:Entity").
		Text("dct:title", d.Title, a.language).Text("dct:format", d.MediaType, "").Text("dct:identifier", d.ReportReference, "").Text("dct:extent", d.Size, "")
	page(s, "dct:source", d.URL)
	return s
}
