package record

// Meeting is one meeting as a page tells of it. A page whose facts name no meeting has one Meeting
// without committee and date, under which its items stand.
type Meeting struct {
	Committee    string        `json:"committee,omitempty"`
	CommitteeID  string        `json:"committeeId,omitempty" bound:"id"` // CId of the source
	SourceID     string        `json:"sourceId,omitempty" bound:"id"`    // MId of the source
	Date         string        `json:"date,omitempty"`                   // 2017-01-11
	StartTime    string        `json:"startTime,omitempty"`              // 19:30
	EndTime      string        `json:"endTime,omitempty"`
	PlannedEnd   string        `json:"plannedEndTime,omitempty"`
	Status       string        `json:"status,omitempty"`     // as printed: Confirmed, Cancelled
	StatusNote   string        `json:"statusNote,omitempty"` // what stands behind the status: Budget Council
	Webcast      *bool         `json:"webcast,omitempty"`
	Venue        string        `json:"venue,omitempty"`
	Contact      string        `json:"contact,omitempty"`
	Span         Span          `json:"evidence"` // where committee and date stand
	Published    *Published    `json:"published,omitempty"`
	Attendances  []Attendance  `json:"attendances,omitempty"`
	Declarations []Declaration `json:"declarations,omitempty"`
	Documents    []File        `json:"documents,omitempty"`
	Items        []AgendaItem  `json:"items,omitempty"`

	Unsettled []UnsettledReading `json:"unsettled,omitempty"`
}

// Published says which of a meeting's papers its council has published; nil where the source does not say.
type Published struct {
	Agenda    *bool `json:"agenda,omitempty"`
	Decisions *bool `json:"decisions,omitempty"`
	Minutes   *bool `json:"minutes,omitempty"`
}

// Attendance is a person's presence at or absence from a meeting, as the page names it.
type Attendance struct {
	Name          string `json:"name,omitempty"`
	AsWritten     string `json:"asWritten"`
	SourceID      string `json:"sourceId,omitempty" bound:"id"` // UID of the source
	Status        string `json:"status"`                        // present, apologies, absent, substitute, late, in_attendance, expected
	Role          string `json:"role,omitempty"`
	SubstituteFor string `json:"substituteFor,omitempty"`
	Virtual       *bool  `json:"virtual,omitempty"`
	Arrived       string `json:"arrived,omitempty"`
	Left          string `json:"left,omitempty"`
	Span          Span   `json:"evidence"`
}

// Declaration is an interest that a member declared.
type Declaration struct {
	Person       string `json:"person"`
	Item         string `json:"item,omitempty"`
	Kind         string `json:"kind,omitempty"` // as written
	Left         *bool  `json:"left"`           // nil unless the page says that the person left or stayed
	Dispensation *bool  `json:"dispensation,omitempty"`
	Span         Span   `json:"evidence"`
}

// File is a document that the page lists.
type File struct {
	Title     string `json:"title"`
	Size      string `json:"size,omitempty"` // as printed: 168 KB
	URL       string `json:"url,omitempty" bound:"url"`
	MediaType string `json:"mediaType,omitempty"`
	SourceID  string `json:"sourceId,omitempty" bound:"id"` // the attachment's id of the source
	// PublishedOn is the day of publication as 2017-01-11, "" where the page does not say.
	PublishedOn string `json:"publishedOn,omitempty"`
	Span        Span   `json:"evidence"`
}
