package record

// PageType is the kind of a council page, as the council system's own page names tell them apart.
type PageType string

// The page types that the formats recognise.
const (
	PageIssue             PageType = "issue"
	PageItem              PageType = "item"
	PageList              PageType = "list"
	PageAgenda            PageType = "agenda"
	PageMeeting           PageType = "meeting"
	PageDecision          PageType = "decision"
	PageDecisionList      PageType = "decision_list"
	PageIssueDecisions    PageType = "issue_decisions"
	PagePlanItem          PageType = "plan_item"
	PageVotes             PageType = "votes"
	PageAttendance        PageType = "attendance"
	PageAttendanceSummary PageType = "attendance_summary"
	PageCommittee         PageType = "committee"
	PageCouncillor        PageType = "councillor"
	PageMembers           PageType = "members"
	PageDeclarations      PageType = "declarations"
	PageOutsideBodies     PageType = "outside_bodies"
	PageCalendar          PageType = "calendar"
	PagePetition          PageType = "petition"
	PageLegacyMinutes     PageType = "legacy_minutes"
	PageMinutesDoc        PageType = "minutes_doc"
)

// The types of the lists that a council's web service answers. Its answer about one meeting is a PageMeeting.
const (
	PageCommittees  PageType = "committees"
	PageMeetings    PageType = "meetings"
	PageCouncillors PageType = "councillors"
	PageMemberGroup PageType = "member_group"
	PageElections   PageType = "elections"
)

// Span is where a fact stands: Unicode code points from Start up to, not including, End in Page.Text.
// Rule names the reading rule that found it.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Rule  string `json:"rule,omitempty"`
}

// Page is everything that one document says, each fact with the place where it stands.
// What the page does not state is nil, empty or left out; it is never guessed.
type Page struct {
	Page        PageInfo     `json:"page"`
	Council     *Council     `json:"council,omitempty"`
	Issue       *Issue       `json:"issue,omitempty"`
	Meetings    []Meeting    `json:"meetings,omitempty"`
	People      []Person     `json:"people,omitempty"`
	Memberships []Membership `json:"memberships,omitempty"`
	Decisions   []Decision   `json:"decisions,omitempty"`
	Committees  []Committee  `json:"committees,omitempty"`
	Wards       []Ward       `json:"wards,omitempty"`
	Elections   []Election   `json:"elections,omitempty"`
	// Text is the rendering that was read and that every Span counts in. It is stored with the
	// source and not printed by `read`.
	Text string `json:"-" bound:"text"`
}

// PageInfo says what kind of page it is and how it was told.
type PageInfo struct {
	Type      PageType `json:"type"`
	URL       string   `json:"url,omitempty" bound:"url"`
	Format    string   `json:"format"`
	Truncated bool     `json:"truncated"`
}

// Council is the council whose page it is: by the caller's word or by the address, seldom by the page.
type Council struct {
	Code string `json:"code,omitempty"`
	Name string `json:"name,omitempty"`
}

// Issue is a matter that comes back over meetings.
type Issue struct {
	Title    string `json:"title,omitempty"`
	SourceID string `json:"sourceId,omitempty" bound:"id"`
	Span     Span   `json:"evidence"`
}

// Unsettled is how many readings the page leaves open, because two rules contradict each other.
func (p *Page) Unsettled() int {
	n := 0
	for _, m := range p.Meetings {
		n += len(m.Unsettled)
		for _, item := range m.Items {
			n += len(item.Unsettled)
		}
	}
	return n
}
