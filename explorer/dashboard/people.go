package dashboard

import "strings"

// ref is a node with its name.
type ref struct {
	URI  string `json:"uri"`
	Name string `json:"name"`
}

// Href is its page.
func (r ref) Href() string { return doc(r.URI) }

// person is somebody of the graph.
type person struct {
	ref
	FamilyName string `json:"familyName"`
}

// who is a row of a table: a person, or a name of which it is not settled whose it is.
type who struct {
	Name string
	URI  string // "" where it is not settled
	sort string
}

// whoIs is the person, or the name as it is written.
func whoIs(p *person, asWritten string) who {
	if p == nil {
		return who{Name: asWritten, sort: "\U0010FFFF" + strings.ToLower(asWritten)} // behind all people
	}
	return who{Name: p.Name, URI: p.URI, sort: strings.ToLower(p.FamilyName + "\x00" + p.Name + "\x00" + p.URI)}
}

// Href is the person's dashboard, "" where it is not settled who is meant.
func (w who) Href() string {
	if w.URI == "" {
		return ""
	}
	return Address(w.URI)
}
