package record

// Ward is an area that elects councillors.
type Ward struct {
	Name string `json:"name"`
	// Councillors is how many councillors the source says that the ward has now, nil where it does not say.
	Councillors *int `json:"councillors,omitempty"`
	Span        Span `json:"evidence"`
}
