package testsite

import (
	"fmt"
	"strings"
)

// listCommittees links to the page of every committee.
func (s *Site) listCommittees() string {
	var b strings.Builder
	b.WriteString(`<ul class="mgBulletList">` + "\n")
	for _, c := range s.world.committees {
		fmt.Fprintf(&b, `<li><a  href="mgCommitteeDetails.aspx?ID=%s"  title="Link&#32;to&#32;details">%s</a></li>`+"\n", c.id, escape(c.name))
	}
	b.WriteString("</ul>")
	return s.shell("Browse committees", "", b.String())
}

// committeeDetails is the page of a committee with its members.
func (s *Site) committeeDetails(id string) (string, bool) {
	for _, c := range s.world.committees {
		if c.id != id {
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, `<div class="mgLinks"><ul class="mgActionList"><li><a href="ieListMeetings.aspx?CId=%s&amp;Year=0">View committee meetings</a></li></ul></div>
<h2 class="mgSectionTitle">Membership</h2><ul class="mgBulletList">
`, c.id)
		for i, p := range c.members {
			role := ""
			if r := c.role(i); r != "" {
				role = " &#40;" + r + "&#41;"
			}
			fmt.Fprintf(&b, `<li><a href="mgUserInfo.aspx?UID=%s">%s</a>%s</li>`+"\n", p.id, escape(p.titled()), role)
		}
		b.WriteString(`</ul><h2 class="mgSectionTitle">Contact information</h2><p><span class="mgLabel">Support officer: </span>Orla Tranter.</p>`)
		return s.shell("Committee details", c.name, b.String()), true
	}
	return "", false
}

// listMeetings lists the meetings of a committee.
func (s *Site) listMeetings(id string) (string, bool) {
	for _, c := range s.world.committees {
		if c.id != id {
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, "<p>This page lists the meetings for %s.</p>\n<ul class=\"mgNonBulletTableList\">\n", escape(c.name))
		for _, m := range s.world.published() {
			if m.committee != c {
				continue
			}
			after := " - Agenda"
			if m.status == cancelled {
				after = " - CANCELLED"
			}
			fmt.Fprintf(&b, `<li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId=%s&amp;MId=%s&amp;Ver=4">%s&nbsp;%s</a>%s</li>`+"\n", c.id, m.id, m.at.Format("2 Jan 2006"), clock(m.at), after)
		}
		b.WriteString("</ul>")
		return s.shell("Browse meetings", c.name, b.String()), true
	}
	return "", false
}

// memberIndex lists the councillors by ward.
func (s *Site) memberIndex() string {
	var b strings.Builder
	for _, ward := range wards {
		fmt.Fprintf(&b, "<h2 class=\"mgSectionTitle\">%s</h2><div class=\"mgThumbsList\"><ul>\n", escape(ward))
		for _, p := range s.world.councillors {
			if p.ward == ward {
				fmt.Fprintf(&b, "<li><a href=\"mgUserInfo.aspx?UID=%s\">%s</a><p>%s</p><p>%s</p></li>\n", p.id, escape(p.titled()), escape(p.ward), escape(p.party))
			}
		}
		b.WriteString("</ul></div>\n")
	}
	return s.shell("Your Councillors by ward", "", b.String())
}
