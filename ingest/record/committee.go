package record

// Committee is a body that a list of a council's committees names.
type Committee struct {
	Name     string `json:"name"`
	SourceID string `json:"sourceId,omitempty" bound:"id"` // CId of the source
	Category string `json:"category,omitempty"`            // the council's own grouping, as printed
	// Parent is the name of the body that it belongs to, "" where the page does not say.
	Parent string `json:"parent,omitempty"`
	// Deleted says that the council has taken the body off its site, nil where the page does not say.
	Deleted *bool `json:"deleted,omitempty"`
	// Expired says that the body meets no more, nil where the page does not say.
	Expired *bool `json:"expired,omitempty"`
	Span    Span  `json:"evidence"`
}
