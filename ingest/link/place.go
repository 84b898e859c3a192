package link

import (
	"cmp"
	"slices"
	"strings"
)

// The kinds of thing that a page claims, as the API calls them.
const (
	Committee  = "Committee"
	Meeting    = "Meeting"
	AgendaItem = "AgendaItem"
	Issue      = "Issue"
	Decision   = "Decision"
)

// Place is a claim that a page makes of a committee, meeting, agenda item, issue or decision.
type Place struct {
	Ref
	Kind     string // Committee, Meeting, AgendaItem, Issue, Decision
	SourceID string // CId, MId, AIId, IId, ID: the source's number, "" for none
	// Parent is the At of the place in the same page under which it stands (an item's meeting, a
	// meeting's committee), "" for none.
	Parent string
	Name   string // committee's name; title of an item, issue or decision
	// Date is the day as 2017-01-11, "" unknown: of a meeting, of a decision, and of a meeting of the
	// committee under which a page names it.
	Date string
	// Until is the last day on which a committee was seen to meet, where its claims are given in sum.
	Until        string
	Start        string // of a meeting, as 19:30, "" unknown
	Number       string // of an item, as printed
	MinuteNumber string // of an item, beside its number
	Position     int    // on the page, from 1
	Rank         string // order of trust of its source, smallest first: decides whose spelling gives the address
	// Links are further ids that say the same thing, each kind and number: "Meeting 4967" behind
	// "Decided at meeting". One counts where SourceID is "".
	Links []string
	// Fallback is the claim's key where nothing better is known, unique to it:
	// <council>/source/<sha12>/item/<n>. "" for none.
	Fallback string
}

// id is the source's number of the thing: its own, else the one that its links agree on.
func (p Place) id() string {
	if p.SourceID != "" {
		return p.SourceID
	}
	found := ""
	for _, l := range p.Links {
		kind, id, _ := strings.Cut(l, " ")
		if kind != p.Kind || id == found {
			continue
		}
		if found != "" {
			return ""
		}
		found = id
	}
	return found
}

// Places says for each claim the key of the thing that it is a claim of: the source's numbers first,
// then what stands on the page. "" is a claim that settles nothing (a committee's name that two bear).
//
// Keys are addresses without /id/: <council>/<committee>/<date>[-<n>]/<number>, <council>/issue/<id or
// slug>, or the claim's Fallback. They follow from the claims alone, never from their order. Claims of
// committees that differ only in Ref may be given once, with the smallest Rank and the first and last day.
func Places(council string, claims []Place, slug func(string) string) map[Ref]string {
	p := newPlaces(council, claims, slug)
	p.committees()
	p.meetings()
	p.join()
	p.items()
	p.issues()
	p.decisions()
	out := make(map[Ref]string, len(p.claims))
	for i, c := range p.claims {
		out[c.Ref] = p.answer[i]
	}
	return out
}

// places is the work of one call. Claims are named by their index.
type places struct {
	council string
	slug    func(string) string
	claims  []Place // the most trusted first
	answer  []string
	kinds   map[string][]int
	parent  []int           // index of the parent, -1 for none
	taken   map[string]bool // keys
	sitting []*sitting      // by claim of a meeting, nil where not settled
}

func newPlaces(council string, claims []Place, slug func(string) string) *places {
	p := &places{council: council, slug: slug, kinds: map[string][]int{}, taken: map[string]bool{}}
	p.claims = slices.Clone(claims)
	slices.SortFunc(p.claims, func(a, b Place) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Position, b.Position), cmp.Compare(a.At, b.At))
	})
	p.claims = slices.CompactFunc(p.claims, func(a, b Place) bool { return a.Ref == b.Ref })
	at := make(map[Ref]int, len(p.claims))
	for i, c := range p.claims {
		at[c.Ref] = i
		p.kinds[c.Kind] = append(p.kinds[c.Kind], i)
	}
	p.answer = make([]string, len(p.claims))
	p.sitting = make([]*sitting, len(p.claims))
	p.parent = make([]int, len(p.claims))
	for i, c := range p.claims {
		p.parent[i] = -1
		if to, ok := at[Ref{c.Source, c.Parent}]; ok && c.Parent != "" {
			p.parent[i] = to
		}
	}
	return p
}

// fallback is the first of the claims' own keys.
func (p *places) fallback(claims []int) string {
	first := ""
	for _, i := range claims {
		if f := p.claims[i].Fallback; f != "" && (first == "" || f < first) {
			first = f
		}
	}
	return first
}
