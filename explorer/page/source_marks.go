package page

import (
	"slices"
	"strconv"
	"strings"
)

// sourceClaim is a statement of a source, with what it speaks of.
type sourceClaim struct {
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Rule    string   `json:"rule"`
	Subject *subject `json:"subject"`
}

// subject is what a statement speaks of, whatever its type.
type subject struct {
	Type          string `json:"__typename"`
	URI           string `json:"uri"`
	Name          string `json:"name"`
	Date          string `json:"date"`
	ItemTitle     string `json:"itemTitle"`
	IssueTitle    string `json:"issueTitle"`
	DecisionTitle string `json:"decisionTitle"`
	DocumentTitle string `json:"documentTitle"`
	OfficeTitle   string `json:"officeTitle"`
	Kind          string `json:"resolutionKind"`
	MotionKind    string `json:"motionKind"`
	DeclaredKind  string `json:"declaredKind"`
	ReferenceKind string `json:"referenceKind"`
	AsWritten     string `json:"asWritten"`
	Status        string `json:"status"`
	How           string `json:"how"`
	Option        string `json:"option"`
	Result        string `json:"result"`
	Role          string `json:"role"`
	Person        *ref   `json:"person"`
	Member        *ref   `json:"member"`
	Item          *ref   `json:"item"`
	DocumentItem  *ref   `json:"documentItem"`
	DeclaredOn    *ref   `json:"declaredOn"`
	Meeting       *ref   `json:"meeting"`
	Vote          *struct {
		Item ref `json:"agendaItem"`
	} `json:"voteEvent"`
}

// says is the fact in a few words.
func (s *subject) says() string {
	join := func(parts ...string) string {
		var out []string
		for _, p := range parts {
			if p != "" {
				out = append(out, p)
			}
		}
		return strings.Join(out, ": ")
	}
	person := ""
	for _, p := range []*ref{s.Person, s.Member} {
		if p != nil {
			person = p.Name
		}
	}
	switch s.Type {
	case "AgendaItem":
		return join("item of business", short(60, s.ItemTitle))
	case "Issue":
		return join("issue", short(60, s.IssueTitle))
	case "Decision":
		return join("published decision", short(60, s.DecisionTitle))
	case "Document":
		return join("document", short(60, s.DocumentTitle))
	case "Resolution":
		return join("resolution", words(s.Kind))
	case "Meeting":
		return join("meeting", day(s.Date))
	case "Attendance":
		return join("attendance", words(s.Status), person)
	case "Participation":
		return join("took part", words(s.How), person)
	case "Vote":
		return join("vote", words(s.Option), person)
	case "VoteEvent":
		return join("vote", words(s.Result))
	case "Motion":
		return words(s.MotionKind)
	case "Declaration":
		return join("declaration of interest", words(s.DeclaredKind), person)
	case "Reference":
		return join("reference", words(s.ReferenceKind))
	case "Amount":
		return join("sum of money", s.AsWritten)
	case "Membership":
		return join("membership", role(s.Role), person)
	case "Office":
		return join("office", s.OfficeTitle, person)
	case "Term":
		return join("term of office", person)
	}
	return join(strings.ToLower(s.Type), s.Name)
}

// href is the page on which the fact stands, "" for none.
func (s *subject) href() string {
	if s.URI != "" {
		return doc(s.URI)
	}
	for _, r := range []*ref{s.Item, s.DocumentItem, s.DeclaredOn, s.Meeting} {
		if r != nil {
			return r.Href()
		}
	}
	if s.Vote != nil {
		return s.Vote.Item.Href()
	}
	for _, r := range []*ref{s.Person, s.Member} {
		if r != nil {
			return r.Href()
		}
	}
	return ""
}

// piece is a part of a text between two places where a fact begins or ends.
type piece struct {
	Text string
	// IDs are the anchors of facts that begin here.
	IDs []string
	// Marked says that a fact stands here; Says is what the facts are and by which rules, Href the page of the narrowest.
	Marked     bool
	Says, Href string
}

// mostSaid is how many facts one mark names.
const mostSaid = 8

// anchor is the place of a fact in a source's page.
func anchor(start, end int) string { return "at-" + strconv.Itoa(start) + "-" + strconv.Itoa(end) }

// pieces cuts the part of a text from one character to another at the places of facts. Facts may overlap.
func pieces(text []rune, from, to int, claims []sourceClaim) []piece {
	slices.SortStableFunc(claims, func(a, b sourceClaim) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	cuts := []int{from, to}
	for _, c := range claims {
		for _, at := range []int{c.Start, c.End} {
			if at > from && at < to {
				cuts = append(cuts, at)
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []piece
	for i := 0; i+1 < len(cuts); i++ {
		out = append(out, marked(text, cuts[i], cuts[i+1], i == 0, claims))
	}
	return out
}

// marked is one piece, with the facts that stand there.
func marked(text []rune, start, end int, first bool, claims []sourceClaim) piece {
	p := piece{Text: string(text[start:end])}
	width, said := 0, []string{}
	for _, c := range claims {
		if c.Start > start {
			break
		}
		if c.End <= start {
			continue
		}
		if c.Start == start || first {
			if id := anchor(c.Start, c.End); !slices.Contains(p.IDs, id) {
				p.IDs = append(p.IDs, id)
			}
		}
		p.Marked = true
		if c.Subject == nil {
			continue
		}
		said = append(said, c.Subject.says()+" (rule "+c.Rule+")")
		if href := c.Subject.href(); href != "" && (width == 0 || c.End-c.Start < width) {
			p.Href, width = href, c.End-c.Start
		}
	}
	said = slices.Compact(said)
	if n := len(said); n > mostSaid {
		said = append(said[:mostSaid], "and "+count(n-mostSaid, "more", "more"))
	}
	p.Says = strings.Join(said, "; ")
	return p
}
