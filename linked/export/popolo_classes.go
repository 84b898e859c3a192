package export

// The classes of Popolo, as far as the graph knows of them. Dates are days; where a class wants a moment, as motions do, the day is
// that of the event which the entry names.

type popoloLink struct {
	URL  string `json:"url"`
	Note string `json:"note,omitempty"`
}

type popoloIdentifier struct {
	Scheme     string `json:"scheme,omitempty"`
	Identifier string `json:"identifier"`
}

type popoloName struct {
	Name  string  `json:"name"`
	Start *string `json:"start_date,omitempty"`
	End   *string `json:"end_date,omitempty"`
}

type popoloOrganization struct {
	ID             string             `json:"id"`
	Name           string             `json:"name"`
	OtherNames     []popoloName       `json:"other_names,omitempty"`
	Identifiers    []popoloIdentifier `json:"identifiers,omitempty"`
	Classification string             `json:"classification,omitempty"`
	Parent         string             `json:"parent_id,omitempty"`
	Area           string             `json:"area_id,omitempty"`
	Founded        *string            `json:"founding_date,omitempty"`
	Dissolved      *string            `json:"dissolution_date,omitempty"`
	Links          []popoloLink       `json:"links,omitempty"`
	Sources        []popoloLink       `json:"sources,omitempty"`
}

type popoloArea struct {
	ID             string `json:"id"`
	Name           string `json:"name"`
	Identifier     string `json:"identifier,omitempty"`
	Classification string `json:"classification,omitempty"`
	Parent         string `json:"parent_id,omitempty"`
}

type popoloPerson struct {
	ID          string             `json:"id"`
	Name        string             `json:"name"`
	OtherNames  []popoloName       `json:"other_names,omitempty"`
	Identifiers []popoloIdentifier `json:"identifiers,omitempty"`
	Family      *string            `json:"family_name,omitempty"`
	Given       *string            `json:"given_name,omitempty"`
	Honorific   *string            `json:"honorific_prefix,omitempty"`
	Sort        string             `json:"sort_name,omitempty"`
	Sources     []popoloLink       `json:"sources,omitempty"`
}

type popoloPost struct {
	ID           string `json:"id"`
	Label        string `json:"label"`
	Organization string `json:"organization_id"`
}

type popoloMembership struct {
	ID           string  `json:"id"`
	Label        *string `json:"label,omitempty"`
	Role         string  `json:"role,omitempty"`
	Person       string  `json:"person_id"`
	Organization string  `json:"organization_id,omitempty"`
	Post         string  `json:"post_id,omitempty"`
	OnBehalfOf   string  `json:"on_behalf_of_id,omitempty"`
	Area         string  `json:"area_id,omitempty"`
	Start        *string `json:"start_date,omitempty"`
	End          *string `json:"end_date,omitempty"`
}

type popoloEvent struct {
	ID             string             `json:"id"`
	Name           string             `json:"name"`
	Start          *string            `json:"start_date,omitempty"`
	Location       *string            `json:"location,omitempty"`
	Status         string             `json:"status,omitempty"`
	Identifiers    []popoloIdentifier `json:"identifiers,omitempty"`
	Classification string             `json:"classification"`
	Organization   string             `json:"organization_id"`
	Attendees      []popoloPerson     `json:"attendees,omitempty"`
	Sources        []popoloLink       `json:"sources,omitempty"`
}

type popoloMotion struct {
	ID             string       `json:"id"`
	Organization   string       `json:"organization_id"`
	Session        string       `json:"legislative_session_id,omitempty"`
	Creator        string       `json:"creator_id,omitempty"`
	Text           *string      `json:"text,omitempty"`
	Identifier     *string      `json:"identifier,omitempty"`
	Classification string       `json:"classification"`
	Result         string       `json:"result,omitempty"`
	Sources        []popoloLink `json:"sources,omitempty"`
}

type popoloVoteEvent struct {
	ID           string        `json:"id"`
	Organization string        `json:"organization_id"`
	Session      string        `json:"legislative_session_id,omitempty"`
	Motion       string        `json:"motion_id,omitempty"`
	Result       string        `json:"result,omitempty"`
	Counts       []popoloCount `json:"counts,omitempty"`
	Votes        []popoloVote  `json:"votes,omitempty"`
}

type popoloCount struct {
	Option string `json:"option"`
	Value  int    `json:"value"`
}

type popoloVote struct {
	ID     string `json:"id"`
	Event  string `json:"vote_event_id"`
	Voter  string `json:"voter_id,omitempty"`
	Option string `json:"option"`
}
