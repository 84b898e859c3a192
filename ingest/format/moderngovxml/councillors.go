package moderngovxml

import (
	"fmt"
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// councillors reads the answer of GetCouncillorsByWard and of its kin for one ward or postcode: wards with
// their councillors, party, posts and terms of office.
func (r *reader) councillors(root *node) error {
	wards := append(root.child("wards").all("ward"), root.all("ward")...)
	if len(wards) == 0 && root.child("councillors") != nil {
		wards = []*node{root}
	}
	total := 0
	for _, w := range wards {
		total += len(w.child("councillors").all("councillor"))
	}
	if total == 0 {
		return fmt.Errorf("%w: <%s> holds %d wards and no councillor", ErrNothingListed, root.name, len(wards))
	}
	r.out.Wards = make([]record.Ward, 0, len(wards))
	r.out.People = make([]record.Person, 0, total)
	r.text.line("Councillors by ward")
	for _, w := range wards {
		r.text.gap()
		list := w.child("councillors")
		ward := record.Ward{Name: w.words("wardtitle"), Councillors: list.count("councillorcount")}
		if p := r.text.line(ward.Name); ward.Name != "" {
			r.out.Wards = append(r.out.Wards, ward)
			r.place(&r.out.Wards[len(r.out.Wards)-1].Span, p, "ward-title")
		}
		r.stated(ward.Councillors, len(list.all("councillor")))
		for _, n := range list.all("councillor") {
			r.councillor(n, ward.Name)
		}
	}
	if len(r.out.People) == 0 {
		return fmt.Errorf("%w: none of the %d seats names a councillor", ErrNothingListed, total)
	}
	return nil
}

// vacancy is what stands in a name's place where a seat is empty.
var vacancy = regexp.MustCompile(`(?i)\b(?:vacancy|vacant|gwag)\b`)

// unspecified are the words that a party's or a date's place holds where there is none.
var unspecified = regexp.MustCompile(`(?i)^(?:(?:none?|not|un)[ -]?(?:specified|stated|known|applicable)|unknown|none|n/a|vacan(?:cy|t)|[-–.?]+)$`)

// person reads a name with its titles; false for a vacancy.
func person(full string) (record.Person, bool) {
	if full == "" || vacancy.MatchString(full) {
		return record.Person{}, false
	}
	p := record.Person{AsWritten: full, Name: printed.PlainName(full)}
	if m, ok := printed.ReadMember(full); ok {
		p.Name, p.AsWritten = m.Name, m.AsWritten
		if m.Role != "" {
			p.Roles = []string{m.Role}
		}
	}
	return p, p.Name != ""
}

// councillor reads one councillor and writes a line about him or her.
func (r *reader) councillor(n *node, ward string) {
	full, party := n.words("fullusername"), n.words("politicalpartytitle")
	p, ok := person(full)
	if !ok {
		r.text.line(full)
		return
	}
	p.SourceID, p.Ward = n.id("councillorid"), ward
	if p.SourceID == "" {
		p.SourceID = n.id("memberid")
	}
	if !unspecified.MatchString(party) {
		p.Party = party
	}
	p.Roles = append(p.Roles, posts(n.words("keyposts"))...)
	var served []string
	for _, t := range n.child("termsofoffice").all("termofoffice") {
		from, to := dated(t, "startdate"), dated(t, "enddate")
		term := record.Term{Start: day(from), End: day(to)}
		if term == (record.Term{}) {
			continue
		}
		p.Terms = append(p.Terms, term)
		served = append(served, strings.TrimSpace(from+" to "+to))
	}
	row := r.text.row(full, party, n.words("keyposts"), strings.Join(served, "; "))
	r.out.People = append(r.out.People, p)
	r.row(&r.out.People[len(r.out.People)-1].Span, row, "councillor-row")
}

// dated is a date as the source has it, "unspecified" where it leaves it out.
func dated(n *node, child string) string {
	if s := n.words(child); s != "" {
		return s
	}
	return "unspecified"
}

// posts parts the posts that a councillor holds.
func posts(s string) []string {
	var out []string
	for _, part := range strings.Split(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, printed.Roles(part)...)
		}
	}
	return out
}

// memberGroup reads the answer of GetMemberGroup: people, without saying what the group is.
func (r *reader) memberGroup(root *node) error {
	list := append(root.child("members").all("member"), root.all("member")...)
	r.out.People = make([]record.Person, 0, len(list))
	r.text.line("Members")
	r.text.gap()
	for _, n := range list {
		r.councillor(n, n.words("wardtitle"))
	}
	if len(r.out.People) == 0 {
		return fmt.Errorf("%w: <memberlist> names no member; the group's short name may be wrong", ErrNothingListed)
	}
	return nil
}
