package testsite

import (
	"fmt"
	"strings"
)

// listDocuments is the page of one meeting: agenda, and minutes where they are published.
func (s *Site) listDocuments(q map[string]string) (string, bool) {
	id := q["mid"]
	if id == "" {
		id = q["meetingid"]
	}
	m := s.world.meetingByID(id)
	if m == nil {
		return "", false
	}
	title := "Agenda"
	if m.minuted {
		title = "Agenda and minutes"
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<ul  class="mgActionList" ><li><a  href="mgMeetingAttendance.aspx?ID=%s"  title="Link&#32;to&#32;attendance">Attendance details</a></li></ul>
<p><span class="mgLabel" >Venue: </span>%s</p>
<table class="mgItemTable" id="mgItemTable" summary="Table of agenda items">
<tr><th>No.</th><th>Item</th></tr>
`, m.id, escape(m.venue))
	for _, it := range m.items {
		fmt.Fprintf(&b, `<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt" ><a name="AI%s"></a>%s.</p></td>
<td>%s%s</td></tr>
`, it.id, it.number, s.itemTitle(it), s.itemBody(m, it, true))
	}
	b.WriteString("</table>")
	return s.shell(title, m.heading(), b.String()), true
}

// itemTitle is an item's title with its first document, as lists print it.
func (s *Site) itemTitle(it *item) string {
	if len(it.documents) == 0 {
		return `<p class="mgAiTitleTxt" >` + escape(it.title) + "</p>\n"
	}
	return fmt.Sprintf(`<p class="mgAiTitleTxt" >%s</p>`+"\n", escape(it.title))
}

// itemBody is what stands under an item's title. Pages of a whole meeting cut long minutes.
func (s *Site) itemBody(m *meeting, it *item, cut bool) string {
	var b strings.Builder
	if cut && it.issue != nil && !it.issue.withdrawn {
		fmt.Fprintf(&b, `<ul class="mgActionList"><li><a href="ieIssueDetails.aspx?IId=%s&amp;Opt=3">View the background to item %s.</a></li></ul>`+"\n", it.issue.id, it.number)
	}
	if it.purpose != "" {
		b.WriteString(`<div class="mgWordPara"><p>` + escape(it.purpose) + "</p></div>\n")
	}
	if len(it.documents) > 0 {
		b.WriteString(`<p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList">`)
		for _, d := range it.listed() {
			fmt.Fprintf(&b, `<li><a href="documents/s%s/%s.pdf">%s <span class="mgFileSize"><img alt="pdf icon" /> PDF 168 KB</span></a></li>`, d.id, escape(strings.ReplaceAll(d.title, " ", "%20")), escape(d.title))
		}
		b.WriteString("</ul>\n")
	}
	if !m.minuted {
		return b.String()
	}
	b.WriteString(`<p class="mgSubItemTitleTxt">Minutes:</p>` + "\n")
	if cut && len(it.resolved) > 1 {
		fmt.Fprintf(&b, `<div class="mgWordPara"><p>%s&nbsp;... <a href="mgAi.aspx?ID=%s">view the full minutes text for item %s.</a></p></div>`, escape(it.told[0]), it.id, it.number)
		return b.String()
	}
	b.WriteString(`<div class="mgWordPara">` + minutesOf(it) + "</div>\n")
	return b.String()
}

// agendaItemPage is the page of one item, which prints its minutes whole.
func (s *Site) agendaItemPage(id string) (string, bool) {
	m, it := s.world.itemByID(id)
	if it == nil {
		return "", false
	}
	meeting := fmt.Sprintf(`<div class="mgLinks"><ul class="mgActionList"><li><a href="ieListDocuments.aspx?CId=%s&amp;MId=%s&amp;Ver=4">Meeting of %s, %s (Item %s.)</a></li></ul></div>`+"\n",
		m.committee.id, m.id, escape(m.committee.name), escape(longDay(m.at)), it.number)
	return s.shell("Agenda item", it.title, meeting+s.itemBody(m, it, false)), true
}

// meetingAttendance is the page of who was at a meeting.
func (s *Site) meetingAttendance(id string) (string, bool) {
	m := s.world.meetingByID(id)
	if m == nil {
		return "", false
	}
	var b strings.Builder
	b.WriteString(`<table class="mgStatsTable" summary="Table of meeting attendance"><thead><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr></thead><tbody>` + "\n")
	for i, a := range m.attendance() {
		fmt.Fprintf(&b, `<tr><td><a href="mgUserInfo.aspx?UID=%s">%s</a></td><td>%s</td><td>%s</td></tr>`+"\n", a.person.id, escape(a.person.titled()), m.committee.role(i), a.status)
	}
	b.WriteString("</tbody></table>")
	return s.shell("Attendance details", m.heading(), b.String()), true
}
