package harvest

import (
	"fmt"
	"net/url"
	"strconv"
	"time"
)

// target is a page to ask for.
type target struct {
	kind    kind
	page    string // behind the base
	about   string // the day that it is about, "" for none
	meeting string // the source's number of the meeting that it is about, "" for none
	hint    string // what the list in which it stands says of it
}

// day is the day that the page itself is about: a list's is the end of its year, and an issue's the last of its meetings.
func (t target) day() string {
	if t.kind.list() || t.kind == issue {
		return ""
	}
	return t.about
}

const service = "mgWebService.asmx/"

func committeesTarget() target { return target{kind: committees, page: service + "GetCommittees"} }
func listingTarget() target    { return target{kind: listing, page: "mgListCommittees.aspx?bcr=1"} }
func peopleTarget() target     { return target{kind: people, page: service + "GetCouncillorsByWard"} }
func membersTarget() target {
	return target{kind: members, page: "mgMemberIndex.aspx?FN=WARD&VW=LIST&PIC=0"}
}

// all stands for all committees in GetMeetings.
const all = "0"

// windowTarget is a year's meetings of a committee, or of all. Whole years keep the address of a window the
// same from run to run, so that its versions follow each other.
func windowTarget(committee string, year int) target {
	return target{kind: window, about: endOf(year), page: fmt.Sprintf("%sGetMeetings?lCommitteeId=%s&sFromDate=%s&sToDate=%s", service, url.QueryEscape(committee),
		url.QueryEscape(fmt.Sprintf("01/01/%04d", year)), url.QueryEscape(fmt.Sprintf("31/12/%04d", year)))}
}

func calendarTarget(id string) target {
	return target{kind: calendar, page: "ieListMeetings.aspx?CId=" + url.QueryEscape(id) + "&Year=0"}
}

func committeeTarget(id string) target {
	return target{kind: committee, page: "mgCommitteeDetails.aspx?ID=" + url.QueryEscape(id)}
}

func meetingTarget(id, about string) target {
	return target{kind: meeting, page: service + "GetMeeting?lMeetingId=" + url.QueryEscape(id), about: about, meeting: id}
}

func agendaTarget(committee, id, about string) target {
	return target{kind: agenda, page: "ieListDocuments.aspx?CId=" + url.QueryEscape(committee) + "&MId=" + url.QueryEscape(id) + "&Ver=4", about: about, meeting: id}
}

func attendanceTarget(id, about string) target {
	return target{kind: attendance, page: "mgMeetingAttendance.aspx?ID=" + url.QueryEscape(id), about: about, meeting: id}
}

func itemTarget(id, meeting, about string) target {
	return target{kind: item, page: "mgAi.aspx?ID=" + url.QueryEscape(id), about: about, meeting: meeting}
}

func issueTarget(id, about string) target {
	return target{kind: issue, page: "ieIssueDetails.aspx?IId=" + url.QueryEscape(id) + "&Opt=3", about: about}
}

func plansTarget() target { return target{kind: plans, page: "mgListPlans.aspx?RPId=0&RD=0"} }

func planTarget(id string) target {
	return target{kind: plan, page: "mgListPlanItems.aspx?PlanId=" + url.QueryEscape(id)}
}

func matterTarget(id string) target {
	return target{kind: matter, page: "mgIssueHistoryHome.aspx?IId=" + url.QueryEscape(id)}
}

// decisionTarget is the page of a decision, which belongs to the list of its kind: decision or officer.
func decisionTarget(of kind, id, about string) target {
	return target{kind: of, page: "ieDecisionDetails.aspx?ID=" + url.QueryEscape(id), about: about}
}

func decisionsTarget(year int) target {
	return target{kind: decisions, about: endOf(year), page: "mgDelegatedDecisions.aspx?XXR=0&DR=" + span(year) + "&ACT=Find&RP=0&K=0&V=0&DM=0&HD=0&DS=2&Next=true&META=mgdelegateddecisions"}
}

func officersTarget(year int) target {
	return target{kind: officers, about: endOf(year), page: "mgListOfficerDecisions.aspx?XXR=0&DR=" + span(year) + "&ACT=Find&RP=0&K=0&V=0&DM=0&HD=0&DS=2&Next=true&META=mgofficerdecisions"}
}

func votesTarget(year int) target {
	return target{kind: votes, about: endOf(year), page: "mgListRecordedVotes.aspx?UID=0&DR=" + span(year)}
}

// span is a year as the system's pages take ranges of days.
func span(year int) string { return url.QueryEscape(fmt.Sprintf("01/01/%04d-31/12/%04d", year, year)) }

func endOf(year int) string { return fmt.Sprintf("%04d-12-31", year) }

// years are those that a range of days touches.
func years(from, to string) []int {
	first, err1 := strconv.Atoi(from[:min(4, len(from))])
	last, err2 := strconv.Atoi(to[:min(4, len(to))])
	if err1 != nil || err2 != nil {
		return nil
	}
	var out []int
	for y := first; y <= last; y++ {
		out = append(out, y)
	}
	return out
}

// Day checks a day, 2006-01-02.
func Day(s string) error {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return fmt.Errorf("%q is no day: write it as 2026-01-31", s)
	}
	return nil
}
