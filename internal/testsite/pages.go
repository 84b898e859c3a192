package testsite

import (
	"fmt"
	"html"
	"strings"
	"time"
)

// page is the web page of a script, false where there is none.
func (s *Site) page(script string, q map[string]string) (string, bool) {
	switch script {
	case "", "iedochome.aspx":
		return s.shell("Council meetings", "", `<p>Browse committees and councillors.</p>`), true
	case "mgerror.aspx":
		return s.shell("Error", "", `<p class="mgErrorTxt">The page that you asked for is not here.</p>`), true
	case "mglistcommittees.aspx":
		return s.listCommittees(), true
	case "mgcommitteedetails.aspx":
		return s.committeeDetails(q["id"])
	case "ielistmeetings.aspx":
		return s.listMeetings(q["cid"])
	case "ielistdocuments.aspx":
		return s.listDocuments(q)
	case "mgai.aspx":
		return s.agendaItemPage(q["id"])
	case "mgmeetingattendance.aspx":
		return s.meetingAttendance(q["id"])
	case "ieissuedetails.aspx":
		return s.issueDetails(q["iid"])
	case "mgdelegateddecisions.aspx":
		return s.delegatedDecisions(q["dr"]), true
	case "mglistofficerdecisions.aspx":
		return s.officerDecisions(q["dr"]), true
	case "mglistplans.aspx":
		return s.listPlans(), true
	case "mglistplanitems.aspx":
		return s.listPlanItems(q["planid"])
	case "mgissuehistoryhome.aspx":
		return s.issueHistory(q["iid"])
	case "iedecisiondetails.aspx":
		return s.decisionDetails(q["id"])
	case "mglistrecordedvotes.aspx":
		return s.recordedVotes(q["dr"]), true
	case "mgmemberindex.aspx":
		return s.memberIndex(), true
	}
	return "", false
}

// shell is a page of the system within the council's own template.
func (s *Site) shell(title, subject, content string) string {
	if subject != "" {
		subject = `<div class="mgSubTitle" ><h2 class="mgSubTitleTxt">` + escape(subject) + "</h2></div>\n"
	}
	return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>` + escape(title) + " - " + escape(s.world.name) + `</title>
<link rel="stylesheet" href="SiteSpecific/ssMgStyles.css" type="text/css" media="all" />` + s.stamp() + `</head>
<body><header><ul><li><a href="/home">` + escape(s.world.name) + `</a></li></ul></header>
<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >` + escape(title) + "</h1></div>\n" + subject + `<div class="mgContent" >
` + content + `
</div><div class="mgFooter" ><p>&nbsp;</p></div></div>
<footer>` + escape(s.world.name) + `</footer></body></html>
`
}

// stamp is the moment, where pages hold it.
func (s *Site) stamp() string {
	if !s.options.Stamped {
		return ""
	}
	return `<meta name="DC.date" scheme="W3CDTF" content="` + time.Now().Format(time.RFC3339Nano) + `" />`
}

// escape writes text as the system does, with signs as numbers.
func escape(s string) string {
	return strings.NewReplacer("/", "&#47;", ",", "&#44;").Replace(html.EscapeString(s))
}

// heading is a meeting as pages head it: "Cabinet - Thursday, 4th June, 2026 6.00 pm".
func (m *meeting) heading() string {
	s := fmt.Sprintf("%s - %s", m.committee.name, longDay(m.at))
	if m.status == cancelled {
		s += ", CANCELLED"
	}
	return s
}

// longDay is a day with its hour: "Thursday, 4th June, 2026 6.00 pm".
func longDay(t time.Time) string {
	suffix := "th"
	switch d := t.Day(); {
	case d%10 == 1 && d != 11:
		suffix = "st"
	case d%10 == 2 && d != 12:
		suffix = "nd"
	case d%10 == 3 && d != 13:
		suffix = "rd"
	}
	return fmt.Sprintf("%s, %d%s %s, %d %s", t.Weekday(), t.Day(), suffix, t.Month(), t.Year(), clock(t))
}

func clock(t time.Time) string { return strings.ToLower(t.Format("3.04 PM")) }

func iso(t time.Time) string { return t.Format(time.DateOnly) }

// within says that a day lies in a range as the system writes it: 01/02/2026-28/02/2026. No range holds all days.
func within(span string, t time.Time) bool {
	from, to, ok := strings.Cut(span, "-")
	after, err1 := time.Parse("02/01/2006", strings.TrimSpace(from))
	before, err2 := time.Parse("02/01/2006", strings.TrimSpace(to))
	if !ok || err1 != nil || err2 != nil {
		return true
	}
	day := t.Truncate(24 * time.Hour)
	return !day.Before(after) && !day.After(before)
}
