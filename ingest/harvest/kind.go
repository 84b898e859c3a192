package harvest

import "time"

// kind is a kind of page, with when it is asked for again.
type kind string

// The kinds of page, in the order in which they are asked for: what tells of others comes before them.
const (
	committees kind = "committees" // GetCommittees
	listing    kind = "listing"    // mgListCommittees, where the service is off
	people     kind = "people"     // GetCouncillorsByWard
	members    kind = "members"    // mgMemberIndex, where the service is off
	committee  kind = "committee"  // mgCommitteeDetails
	window     kind = "window"     // GetMeetings of a year
	calendar   kind = "calendar"   // ieListMeetings of a committee, where the service is off
	meeting    kind = "meeting"    // GetMeeting
	agenda     kind = "agenda"     // ieListDocuments
	item       kind = "item"       // mgAi, where a page cuts its text
	attendance kind = "attendance" // mgMeetingAttendance, where the service is off
	votes      kind = "votes"      // mgListRecordedVotes of a year
	issue      kind = "issue"      // ieIssueDetails
	plans      kind = "plans"      // mgListPlans
	plan       kind = "plan"       // mgListPlanItems, of the latest forward plans
	matter     kind = "matter"     // mgIssueHistoryHome, of what they announce
	decisions  kind = "decisions"  // mgDelegatedDecisions of a year
	officers   kind = "officers"   // mgListOfficerDecisions of a year
	decision   kind = "decision"   // ieDecisionDetails, from the list of decisions
	officer    kind = "officer"    // ieDecisionDetails, from that of officers' decisions
)

var kinds = []kind{
	committees, listing, people, members, committee, window, calendar, meeting, agenda, item, attendance, votes, issue, plans, plan, matter,
	decisions, officers, decision, officer,
}

const (
	day = 24 * time.Hour
	// daily is a day less what two runs of one day can lie apart.
	daily = 20 * time.Hour
	// lively is how long after (or before) its day a page is asked for daily.
	lively = 60 * day
	// seldom is the longest time between two looks at a page.
	seldom = 90 * day
)

// list says that pages of this kind tell of others, and are asked for again sooner.
func (k kind) list() bool {
	switch k {
	case committees, listing, people, members, window, calendar, votes, decisions, officers, plans, plan:
		return true
	}
	return false
}

// index says that pages of this kind hold no records themselves.
func (k kind) index() bool { return k == listing || k == plans || k == plan }

// optional says that a site that lacks a page of this kind lacks nothing.
func (k kind) optional() bool {
	return k == votes || k == decisions || k == officers || k == plans || k == plan
}

// again is how long a page is not asked for again. What changes is mostly what was on lately: within two months of
// its day a page is asked for daily, later after a tenth of the time that has passed since, at most 90 days. One that was
// found to be another than before counts from then. A page about no day is asked for weekly, a list that is about none
// daily; lists never twice within an hour.
func (k kind) again(about string, changed, now time.Time) time.Duration {
	least := daily
	if k.list() {
		least = time.Hour
	}
	apart := 7*day*10 + lively
	if k.list() {
		apart = 0
	}
	if at, err := time.Parse(time.DateOnly, about); err == nil {
		apart = now.Sub(at).Abs()
		if k.list() && now.Before(at) {
			apart = 0 // the list of a year that is not over
		}
	}
	if !changed.IsZero() {
		apart = min(apart, now.Sub(changed))
	}
	return min(max((apart-lively)/10, least), seldom)
}
