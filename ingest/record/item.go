package record

// AgendaItem is one item of business with all that its minutes say.
type AgendaItem struct {
	Number       string `json:"number,omitempty"` // as printed, without its trailing dot
	MinuteNumber string `json:"minuteNumber,omitempty"`
	SourceID     string `json:"sourceId,omitempty" bound:"id"` // AIId of the source
	IssueID      string `json:"issueId,omitempty" bound:"id"`  // IId of the issue that the item belongs to
	Title        string `json:"title,omitempty"`
	Purpose      string `json:"purpose,omitempty" bound:"text"`
	Decision     string `json:"decision,omitempty" bound:"text"` // the text under Decision:
	Minutes      string `json:"minutes,omitempty" bound:"text"`  // the text under Minutes:
	Reasons      string `json:"reasons,omitempty" bound:"text"`
	Alternatives string `json:"alternatives,omitempty" bound:"text"`
	Truncated    bool   `json:"truncated,omitempty"`
	Restricted   *bool  `json:"restricted,omitempty"`
	Exemption    string `json:"exemption,omitempty"` // the paragraph of Schedule 12A
	Span         Span   `json:"evidence"`            // the whole item

	Resolutions      []Resolution       `json:"resolutions,omitempty"`
	Motions          []Motion           `json:"motions,omitempty"`
	Participations   []Participation    `json:"participations,omitempty"`
	Votes            []VoteCount        `json:"votes,omitempty"`
	NamedVotes       []NamedVote        `json:"namedVotes,omitempty"`
	Amounts          []Amount           `json:"amounts,omitempty"`
	ReportReferences []string           `json:"reportReferences,omitempty"`
	ReportRefSpans   []Span             `json:"reportReferenceEvidence,omitempty"` // beside ReportReferences, one each
	Documents        []File             `json:"documents,omitempty"`
	Dates            []string           `json:"dates,omitempty"` // full dates only, 2016-09-14
	References       []Reference        `json:"references,omitempty"`
	Unsettled        []UnsettledReading `json:"unsettled,omitempty"`
}

// Resolution is one thing that the meeting resolved.
type Resolution struct {
	Number        string `json:"number,omitempty"`  // its marker without brackets and dot: 1, a
	Text          string `json:"text" bound:"text"` // after the keyword and the marker
	Kind          string `json:"kind"`              // resolved, recommended, noted, agreed, approved, delegated, refused, deferred, referred
	DelegatedTo   string `json:"delegatedTo,omitempty" bound:"text"`
	RecommendedTo string `json:"recommendedTo,omitempty" bound:"text"`
	Mover         string `json:"mover,omitempty"`
	Seconder      string `json:"seconder,omitempty"`
	Span          Span   `json:"evidence"`
}

// Motion is a motion or an amendment that was put, whatever became of it.
type Motion struct {
	Kind     string `json:"kind"` // motion, amendment
	Text     string `json:"text,omitempty" bound:"text"`
	Mover    string `json:"mover,omitempty"`
	Seconder string `json:"seconder,omitempty"`
	Result   string `json:"result,omitempty"` // carried, lost, withdrawn, not_put
	Span     Span   `json:"evidence"`
}

// Participation is a person's part in an item. Name is "" where the page gives only a role.
type Participation struct {
	Name      string `json:"name,omitempty"`
	AsWritten string `json:"asWritten"`
	Title     string `json:"title,omitempty"` // Councillor, Cllr, Mrs
	Kind      string `json:"kind"`            // councillor, officer, public, other
	Role      string `json:"role,omitempty"`
	How       string `json:"how"` // mover, seconder, speaker, chair, presenter, mentioned, declared_interest, voted_for, voted_against, abstained, absent, present, apologies, substitute
	Span      Span   `json:"evidence"`
}

// VoteCount is one counted vote. A figure that the page does not state is nil, never 0.
type VoteCount struct {
	For     *int   `json:"for"`
	Against *int   `json:"against"`
	Abstain *int   `json:"abstain"`
	Motion  string `json:"motion,omitempty"` // motion, amendment
	Result  string `json:"result,omitempty"` // carried, lost
	Method  string `json:"method,omitempty"` // show_of_hands, recorded, unanimous, nem_con
	Casting string `json:"casting,omitempty"`
	Span    Span   `json:"evidence"`
}

// NamedVote is how one person voted.
type NamedVote struct {
	Name      string `json:"name"`
	AsWritten string `json:"asWritten"`
	PersonID  string `json:"personId,omitempty" bound:"id"` // UID of the source
	Option    string `json:"option"`                        // for, against, abstain, absent, no_vote
	Motion    string `json:"motion,omitempty"`              // motion, amendment
	Span      Span   `json:"evidence"`
}

// Amount is a sum of money in pounds. A single figure sets both Low and High.
type Amount struct {
	AsWritten string   `json:"asWritten"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Currency  string   `json:"currency"`
	Per       string   `json:"per,omitempty"` // week, month, year, household
	Span      Span     `json:"evidence"`
}

// Reference points from an item to another meeting, item, minute, report, paragraph or law.
type Reference struct {
	AsWritten string `json:"asWritten"`
	Kind      string `json:"kind,omitempty"` // meeting, item, minute, report, paragraph, section, appendix, legislation, application, resolution
	Date      string `json:"date,omitempty"` // of the meeting or report referred to
	Number    string `json:"number,omitempty"`
	Span      Span   `json:"evidence"`
}

// UnsettledReading is something that two rules read differently and that is therefore left unknown.
type UnsettledReading struct {
	Field string   `json:"field"`
	Rules []string `json:"rules"`
	Span  Span     `json:"evidence"`
}
