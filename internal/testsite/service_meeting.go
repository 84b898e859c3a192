package testsite

import (
	"fmt"
	"html"
	"strings"
)

// getMeeting writes one meeting; of an id that is not there the elements are empty.
func (s *Site) getMeeting(x *writer, id string) {
	m := s.world.meetingByID(id)
	x.in("meeting", "", func() {
		if m == nil {
			x.value("meetingid", "")
			x.value("meetingdate", "")
			return
		}
		x.value("meetingid", m.id)
		x.value("meetingdate", m.at.Format("02/01/2006"))
		x.value("meetingstatus", m.status)
		x.yes("isdisplayallowed", true)
		x.value("meetingtime", clock(m.at))
		x.value("meetingactualstarttime", "")
		x.value("meetinglocation", m.venue)
		x.yes("iswebcast", false)
		x.value("agendaid", m.id)
		x.yes("agendapublished", m.status == confirmed)
		x.yes("decisionpublished", false)
		x.yes("minutepublished", m.minuted)
		x.in("agendaitems", "", func() {
			for _, it := range m.items {
				x.in("agendaitem", "", func() { s.agendaItem(x, m, it) })
			}
		})
		x.in("attendees", "", func() {
			for i, a := range m.attendance() {
				role := "Committee Member"
				if r := m.committee.role(i); r != "" {
					role = r
				}
				x.in("attendee", attributes("membertype", "U", "memberid", a.person.id, "name", a.person.titled(), "roledescription", role,
					"attendance", a.status, "politicalparty", a.person.short, "ward", a.person.ward), func() {
					x.value("url", s.link("mgUserInfo.aspx?UID="+a.person.id))
				})
			}
		})
	})
}

func (s *Site) agendaItem(x *writer, m *meeting, it *item) {
	x.value("agendaitemid", it.id)
	x.value("agendaitemtitle", it.title)
	x.raw("agendatext", paragraphs(it.purpose))
	x.value("agendaitemnumber", it.number)
	x.value("fulldisplaynumberformat", it.number+".")
	if m.minuted {
		x.raw("minutesnonemptyhtmlbody", minutesOf(it))
	}
	x.yes("isminutepublished", m.minuted)
	x.yes("isrestricted", false)
	x.yes("isdisplayallowed", true)
	x.value("refertocommittee", m.committee.name)
	x.in("linkeddocuments", "", func() {
		for _, d := range it.listed() {
			x.in("linkeddoc", "", func() {
				x.value("attachmentid", d.id)
				x.value("title", d.title)
				x.yes("isurl", false)
				x.value("url", s.link("mgConvert2PDF.aspx?ID="+d.id))
				x.yes("isrestricted", false)
				x.value("committeetitle", m.committee.name)
			})
		}
	})
}

// listed are an item's documents as its pages list them.
func (it *item) listed() []document {
	if it.repeated {
		return append(append([]document(nil), it.documents...), it.documents...)
	}
	return it.documents
}

// link is an address of the system.
func (s *Site) link(page string) string { return s.server.URL + s.base + "/" + page }

// paragraphs is text as the system exports it from a word processor.
func paragraphs(lines ...string) string {
	var b strings.Builder
	for _, l := range lines {
		if l != "" {
			b.WriteString(`<p class="MsoNormal">` + html.EscapeString(l) + "</p>\n")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return `<div class="WordSection1">` + "\n" + b.String() + "</div>"
}

// minutesOf are the minutes of an item.
func minutesOf(it *item) string {
	lines := append([]string(nil), it.told...)
	if len(it.resolved) > 0 {
		lines = append(lines, fmt.Sprintf("It was moved by %s, seconded by %s and RESOLVED that:", it.mover.titled(), it.seconder.titled()))
	}
	for i, r := range it.resolved {
		if len(it.resolved) > 1 {
			r = fmt.Sprintf("(%d) %s", i+1, r)
		}
		lines = append(lines, r)
	}
	return paragraphs(lines...)
}

func attributes(pairs ...string) string {
	var b strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(&b, ` %s="%s"`, pairs[i], html.EscapeString(pairs[i+1]))
	}
	return b.String()
}
