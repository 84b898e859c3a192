package testsite

import (
	"fmt"
	"strings"
)

// officerDecisions lists the decisions of officers that were published in a range of days, with the cells that the system
// leaves in comments.
func (s *Site) officerDecisions(span string) string {
	var b strings.Builder
	b.WriteString(`<table class="mgTabTable tablesorter"  summary="Table of decision summary data"><caption  class="mgSectionTitle" >Officer decisions</caption>
<thead><tr><th abbr='Title' scope='col'>Title</th><!--<th abbr='Ref' scope='col'>Ref</th>--><th abbr='Published' scope='col'>Date</th></tr></thead><tbody>
`)
	for _, d := range s.world.decisions {
		if !d.withdrawn && d.officer && within(span, d.published) {
			fmt.Fprintf(&b, `<tr><td class="mgMainTxt" ><a  href="ieDecisionDetails.aspx?ID=%s">%s</a></td><!--<td>%s</td>--><td class="mgMainTxt" >%s</td></tr>`+"\n",
				d.id, escape(d.title), d.id, escape(d.published.Format("02/01/2006")))
		}
	}
	b.WriteString("</tbody></table>")
	return s.shell("Officer decisions", "", b.String())
}

// plans are the numbers of the forward plans, the latest last.
var plans = []string{"311", "312", "313", "314", "315"}

// listPlans lists the forward plans.
func (s *Site) listPlans() string {
	var b strings.Builder
	b.WriteString(`<ul class="mgBulletList">`)
	for i, id := range plans {
		fmt.Fprintf(&b, `<li><a href="mgListPlanItems.aspx?PlanId=%s&amp;RP=%s">Forward Plan %d</a></li>`, id, id, i+1)
	}
	b.WriteString("</ul>")
	return s.shell("Forward plans", "", b.String())
}

// listPlanItems lists what a forward plan announces.
func (s *Site) listPlanItems(id string) (string, bool) {
	for _, known := range plans {
		if known != id {
			continue
		}
		var b strings.Builder
		b.WriteString(`<table class="mgTabTable" summary="Table of plan items"><tbody>`)
		for _, is := range s.world.announced() {
			fmt.Fprintf(&b, `<tr><td><a href="mgIssueHistoryHome.aspx?IId=%s&amp;PlanId=%s&amp;RPID=0">%s</a></td></tr>`, is.id, id, escape(is.title))
		}
		b.WriteString("</tbody></table>")
		return s.shell("Forward plan", "", b.String()), true
	}
	return "", false
}

// issueHistory is the page of a matter that a plan announces.
func (s *Site) issueHistory(id string) (string, bool) {
	for _, is := range s.world.announced() {
		if is.id == id {
			return s.shell("Issue details", is.title, `<p><span  class="mgLabel" >Issue type: </span>Key</p>
<p><span  class="mgLabel" >Decision status: </span>For Determination</p>
<h3 class="mgSubSubTitleTxt">Purpose:</h3><div class="mgWordPara"><p>To decide what is to be done.</p></div>`), true
		}
	}
	return "", false
}
