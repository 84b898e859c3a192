package record

// Election is an election or by-election as a council lists its result. A figure that the source leaves
// out, or gives as 0 where nobody has entered it, is nil.
type Election struct {
	Title        string `json:"title,omitempty"`
	SourceID     string `json:"sourceId,omitempty" bound:"id"` // EID of the source
	Kind         string `json:"kind,omitempty"`                // as printed: Local
	Description  string `json:"description,omitempty" bound:"text"`
	Population   *int   `json:"population,omitempty"`
	Electorate   *int   `json:"electorate,omitempty"`
	BallotPapers *int   `json:"ballotPapers,omitempty"` // issued
	ProxyVotes   *int   `json:"proxyVotes,omitempty"`   // issued
	// Areas are the wards or divisions in which people voted.
	Areas []ElectionArea `json:"areas,omitempty"`
	// Candidates are those of all areas.
	Candidates []Candidate `json:"candidates,omitempty"`
	Span       Span        `json:"evidence"`
}

// ElectionArea is one ward or division of an election.
type ElectionArea struct {
	Title        string         `json:"title,omitempty"`
	SourceID     string         `json:"sourceId,omitempty" bound:"id"`
	Population   *int           `json:"population,omitempty"`
	Electorate   *int           `json:"electorate,omitempty"`
	BallotPapers *int           `json:"ballotPapers,omitempty"` // issued
	ProxyVotes   *int           `json:"proxyVotes,omitempty"`   // issued
	PostalSent   *int           `json:"postalVotesSent,omitempty"`
	PostalBack   *int           `json:"postalVotesReturned,omitempty"`
	Seats        *int           `json:"seats,omitempty"`
	Status       string         `json:"status,omitempty"` // as printed: Published
	Spoiled      []SpoiledVotes `json:"spoiledVotes,omitempty"`
	Span         Span           `json:"evidence"`
}

// SpoiledVotes is how many ballot papers were rejected for one reason.
type SpoiledVotes struct {
	Description string `json:"description,omitempty" bound:"text"`
	Votes       *int   `json:"votes"`
}

// Candidate is who stood in an area, with the votes as the source gives them.
type Candidate struct {
	Name    string `json:"name"`
	Area    string `json:"area,omitempty"`
	AreaID  string `json:"areaId,omitempty" bound:"id"` // SourceID of its ElectionArea
	Party   string `json:"party,omitempty"`             // the source's spelling
	Votes   *int   `json:"votes"`
	Elected *bool  `json:"elected"`
	Span    Span   `json:"evidence"`
}
