package record

// RegisteredCouncil is a council as the register of councils lists it. What the register does not say
// is "" or nil.
type RegisteredCouncil struct {
	Code       string // register code, such as BRY
	Name       string // official name as registered
	ShortName  string
	Slug       string
	GSSCode    string
	Kind       string // as the API names kinds: LONDON_BOROUGH
	Nation     string
	Region     string
	Start, End string // 2017-01-11
	Successors []string
	System     string
	BaseURL    string
	Website    string
}
