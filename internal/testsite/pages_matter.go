package testsite

import (
	"fmt"
	"strings"
)

// issueDetails is the page of a matter with all meetings at which it came up, the latest first.
func (s *Site) issueDetails(id string) (string, bool) {
	for _, is := range s.world.issues {
		items := s.world.itemsOf(is)
		if is.id != id || len(items) == 0 {
			continue
		}
		var b strings.Builder
		for _, x := range items {
			fmt.Fprintf(&b, `<h3 class="mgSubSubTitleTxt">Meeting: <a href="ieListDocuments.aspx?CId=%s&amp;MId=%s#AI%s">%s - %s (Item %s)</a></h3>
<p class="mgAiTitleTxt">%s %s</p>
%s`, x.meeting.committee.id, x.meeting.id, x.item.id, escape(x.meeting.at.Format("02/01/2006")), escape(x.meeting.committee.name), x.item.number,
				x.item.number, escape(x.item.title), s.itemBody(x.meeting, x.item, false))
		}
		return s.shell("Issue - meetings", is.title, b.String()), true
	}
	return "", false
}

// delegatedDecisions lists the decisions that were published in a range of days.
func (s *Site) delegatedDecisions(span string) string {
	var b strings.Builder
	b.WriteString(`<table class="mgTabTable tablesorter"  summary="Table of decision summary data"><caption  class="mgSectionTitle" >Decisions published</caption>
<thead><tr><th abbr='Title' scope='col'>Title</th><th abbr='Published' scope='col'>Date</th><th abbr='Call-ins' scope='col'>Call-ins</th></tr></thead><tbody>
`)
	for _, d := range s.world.decisions {
		if !d.withdrawn && !d.officer && within(span, d.published) {
			fmt.Fprintf(&b, `<tr><td class="mgMainTxt" ><a  href="ieDecisionDetails.aspx?ID=%s">%s<span  class="mgHide" > ref&#58; %s</span></a></td><td class="mgMainTxt" >%s</td><td class="mgMainTxt" >Not for call-in</td></tr>`+"\n",
				d.id, escape(d.title), d.id, escape(d.published.Format("02/01/2006")))
		}
	}
	b.WriteString("</tbody></table>")
	return s.shell("Delegated decisions", "", b.String())
}

// decisionDetails is the page of a decision.
func (s *Site) decisionDetails(id string) (string, bool) {
	for _, d := range s.world.decisions {
		if d.id != id || d.withdrawn {
			continue
		}
		return s.shell("Decision details", d.title, fmt.Sprintf(`<p><span  class="mgLabel" >Decision Maker: </span>%s</p>
<p><span  class="mgLabel" >Decision status: </span><span  class="mgPlanItemInForce" >Recommendations Approved</span></p>
<p><span  class="mgLabel" >Is Key decision?: </span>No</p>
<h3 class="mgSubSubTitleTxt">Purpose:</h3><div class="mgWordPara">%s</div>
<h3 class="mgSubSubTitleTxt">Decision:</h3><div class="mgWordPara">%s</div>
<h3 class="mgSubSubTitleTxt">Reasons for the decision:</h3><div class="mgWordPara">%s</div>
<p><span  class="mgLabel" >Publication date: </span>%s</p>
<p><span  class="mgLabel" >Date of decision: </span>%s</p>`, escape(d.maker), paragraphs(d.purpose), paragraphs(d.text), paragraphs(d.reasons),
			escape(d.published.Format("02/01/2006")), escape(d.made.Format("02/01/2006")))), true
	}
	return "", false
}

// recordedVotes lists the recorded votes of meetings in a range of days, with the system's wrongly closed cells.
func (s *Site) recordedVotes(span string) string {
	var b strings.Builder
	for _, m := range s.world.published() {
		if !m.minuted || !within(span, m.at) {
			continue
		}
		headed := false
		for _, it := range m.items {
			if len(it.votes) == 0 {
				continue
			}
			if !headed {
				fmt.Fprintf(&b, "<h2><a href=\"ieListDocuments.aspx?CId=%s&amp;MId=%s\">%s, %s</a></h2>\n", m.committee.id, m.id, escape(m.committee.name), escape(longDay(m.at)))
				headed = true
			}
			fmt.Fprintf(&b, "<h3>Item: %s. %s</h3>\n<h4>The recommendations</h4><p>Motion status:Carried</p>\n<table class=\"mgStatsTable\"><tr><th>Councillor</th><th>Vote</th></tr>\n", it.number, escape(it.title))
			for _, v := range it.votes {
				fmt.Fprintf(&b, "<tr><td><a href=\"mgUserInfo.aspx?UID=%s\">%s</a><td>%s</td></td><td>%s</td></tr>\n", v.person.id, escape(v.person.titled()), v.option, v.option)
			}
			b.WriteString("</table>\n")
		}
	}
	if b.Len() == 0 {
		b.WriteString(`<p>There is no voting information available.</p>`)
	}
	return s.shell("Voting record", "", b.String())
}
