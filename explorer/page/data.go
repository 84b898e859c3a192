package page

// What answers of the API are read into. A text that is unknown is "".

// ref is a node with its name.
type ref struct {
	URI  string `json:"uri"`
	Name string `json:"name"`
}

// Href is its page.
func (r ref) Href() string { return doc(r.URI) }

// council is the council of a node.
type council struct {
	ref
	ShortName string `json:"shortName"`
}

// matter is a node with a title.
type matter struct {
	URI    string `json:"uri"`
	Number string `json:"number"`
	Title  string `json:"title"`
	Date   string `json:"date"`
}

// Href is its page.
func (m matter) Href() string { return doc(m.URI) }

// Heading is its title, with its number before it.
func (m matter) Heading() string {
	title := m.Title
	if title == "" {
		title = "Item without a title"
	}
	if m.Number == "" {
		return title
	}
	return m.Number + ". " + title
}

// sitting is a meeting.
type sitting struct {
	URI       string `json:"uri"`
	Date      string `json:"date"`
	StartTime string `json:"startTime"`
	Venue     string `json:"venue"`
	Status    string `json:"status"`
	Committee *ref   `json:"committee"`
}

// Href is its page.
func (m sitting) Href() string { return doc(m.URI) }

// outcome is a resolution in a list.
type outcome struct {
	URI       string  `json:"uri"`
	Position  int     `json:"position"`
	Number    string  `json:"number"`
	Kind      string  `json:"kind"`
	Text      string  `json:"text"`
	Date      string  `json:"date"`
	Committee *ref    `json:"committee"`
	Item      *matter `json:"agendaItem"`

	MoverAsWritten    string `json:"moverAsWritten"`
	Mover             *ref   `json:"mover"`
	SeconderAsWritten string `json:"seconderAsWritten"`
	Seconder          *ref   `json:"seconder"`
}

// Href is its page.
func (o outcome) Href() string { return doc(o.URI) }

// MovedBy is who moved it.
func (o outcome) MovedBy() who { return who{o.Mover, o.MoverAsWritten} }

// SecondedBy is who seconded it.
func (o outcome) SecondedBy() who { return who{o.Seconder, o.SeconderAsWritten} }

// who is somebody as a page names them: a person, or only words.
type who struct {
	Person    *ref
	AsWritten string
}

// record is a published decision in a list.
type record struct {
	URI    string `json:"uri"`
	Title  string `json:"title"`
	MadeOn string `json:"madeOn"`
	Maker  string `json:"maker"`
}

// Href is its page.
func (d record) Href() string { return doc(d.URI) }

// pageInfo says whether there is more.
type pageInfo struct {
	HasNextPage bool   `json:"hasNextPage"`
	EndCursor   string `json:"endCursor"`
}

// list is a page of a list.
type list[T any] struct {
	TotalCount int      `json:"totalCount"`
	Nodes      []T      `json:"nodes"`
	PageInfo   pageInfo `json:"pageInfo"`
}

// paper is a document.
type paper struct {
	ID              string   `json:"id"`
	Position        int      `json:"position"`
	Title           string   `json:"title"`
	URL             string   `json:"url"`
	MediaType       string   `json:"mediaType"`
	Size            string   `json:"size"`
	ReportReference string   `json:"reportReference"`
	Sources         []origin `json:"sources"`

	// Parent is the uri of the item or meeting that lists it.
	Parent string `json:"-"`
}

// Name is its title, or its reference.
func (p paper) Name() string {
	switch {
	case p.Title != "":
		return p.Title
	case p.ReportReference != "":
		return "Report " + p.ReportReference
	}
	return "Document without a title"
}

// origin is a source.
type origin struct {
	URI       string `json:"uri"`
	URL       string `json:"url"`
	FetchedAt string `json:"fetchedAt"`
	Licence   string `json:"licence"`
}

// Href is its page.
func (o origin) Href() string { return doc(o.URI) }

// statement is what a source says of a node, and where.
type statement struct {
	Quote  string `json:"quote"`
	Rule   string `json:"rule"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Source origin `json:"source"`
}

// Href is the place in the source's page.
func (s statement) Href() string { return doc(s.Source.URI) + "#" + anchor(s.Start, s.End) }

// interest is a declaration.
type interest struct {
	AsWritten     string  `json:"asWritten"`
	Kind          string  `json:"kind"`
	KindAsWritten string  `json:"kindAsWritten"`
	LeftRoom      *bool   `json:"leftRoom"`
	Person        *ref    `json:"person"`
	Item          *matter `json:"agendaItem"`
	Meeting       *matter `json:"meeting"`
}

// By is who declared it.
func (i interest) By() who { return who{i.Person, i.AsWritten} }

// pointer is a reference to something else.
type pointer struct {
	AsWritten     string  `json:"asWritten"`
	Kind          string  `json:"kind"`
	TargetMeeting *matter `json:"targetMeeting"`
	TargetItem    *matter `json:"targetItem"`
}

// Href is what it leads to, "" where that is not settled.
func (p pointer) Href() string {
	switch {
	case p.TargetItem != nil:
		return p.TargetItem.Href()
	case p.TargetMeeting != nil:
		return p.TargetMeeting.Href()
	}
	return ""
}

// seat is a membership of a committee, seen from either end.
type seat struct {
	Role          string `json:"role"`
	RoleAsWritten string `json:"roleAsWritten"`
	OutsideBody   string `json:"outsideBody"`
	StartDate     string `json:"startDate"`
	EndDate       string `json:"endDate"`
	Person        *ref   `json:"person"`
	Committee     *ref   `json:"committee"`
}

// As is the role in words, "" where none is stated.
func (s seat) As() string {
	if s.Role == "" {
		return s.RoleAsWritten
	}
	return role(s.Role)
}
