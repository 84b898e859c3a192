package record

// Person is somebody whom a page lists as such: a councillor's own page, a members' list, a roster.
type Person struct {
	Name      string   `json:"name"`
	AsWritten string   `json:"asWritten,omitempty"`
	SourceID  string   `json:"sourceId,omitempty" bound:"id"` // UID of the source
	Party     string   `json:"party,omitempty"`               // the source's spelling
	Ward      string   `json:"ward,omitempty"`
	Roles     []string `json:"roles,omitempty"`
	Terms     []Term   `json:"terms,omitempty"`
	Span      Span     `json:"evidence"`
}

// Term is a term of office; a date is "" where the page leaves it out.
type Term struct {
	Start string `json:"start,omitempty"`
	End   string `json:"end,omitempty"`
}

// Membership is a person's seat on a committee or outside body.
type Membership struct {
	Person      string `json:"person"`
	Committee   string `json:"committee"`
	Role        string `json:"role,omitempty"`
	Start       string `json:"start,omitempty"`
	End         string `json:"end,omitempty"`
	PersonID    string `json:"personId,omitempty" bound:"id"`    // UID of the source
	CommitteeID string `json:"committeeId,omitempty" bound:"id"` // CId of the source, where the body is a committee
	Span        Span   `json:"evidence"`
}

// Decision is a published decision record.
type Decision struct {
	Maker        string `json:"maker,omitempty"`
	Title        string `json:"title,omitempty"`
	SourceID     string `json:"sourceId,omitempty" bound:"id"`
	Status       string `json:"status,omitempty"`
	Key          *bool  `json:"key"`
	CallIn       *bool  `json:"callIn,omitempty"`
	Urgent       *bool  `json:"urgent,omitempty"`
	MadeOn       string `json:"madeOn,omitempty"`
	PublishedOn  string `json:"publishedOn,omitempty"`
	EffectiveOn  string `json:"effectiveOn,omitempty"`
	Purpose      string `json:"purpose,omitempty" bound:"text"`
	Text         string `json:"decision,omitempty" bound:"text"`
	Reasons      string `json:"reasons,omitempty" bound:"text"`
	Alternatives string `json:"alternatives,omitempty" bound:"text"`
	Span         Span   `json:"evidence"`
}
