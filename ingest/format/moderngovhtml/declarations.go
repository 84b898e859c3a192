package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// declarations reads the interests that a member declared at meetings, from a table whose head names its
// columns, and whose page it is. The entries of a member's register (property, employment) are no
// declarations at a meeting and are left.
func (r *reader) declarations() {
	who, place := r.declarer()
	if who.Name != "" {
		r.out.People = append(r.out.People, record.Person{Name: who.Name, AsWritten: who.AsWritten, SourceID: r.url.Person, Span: r.spans.Span(place)})
	}
	for _, n := range r.tables {
		t := r.readTable(n)
		day, body, kind := t.column("date", "meeting"), t.column("committee", "meeting"), t.column("type", "nature", "kind")
		item, by := t.column("item", "minute", "subject"), t.column("councillor", "member", "name")
		if day < 0 || kind < 0 || by < 0 && who.Name == "" {
			continue
		}
		for _, row := range t.rows {
			d := record.Declaration{Person: who.Name, Item: at(row, item).text, Kind: at(row, kind).text}
			if by >= 0 {
				m, ok := printed.ReadMember(at(row, by).text)
				if !ok {
					continue
				}
				d.Person = m.Name
			}
			at0 := whole(row)
			d.Span = r.spans.Span(minutes.Place{Start: at0.From, End: at0.To, Rule: "declaration-row"})
			m := record.Meeting{Date: printed.ISODate(at(row, day).text), StartTime: printed.TimeOf(at(row, day).text), Span: d.Span}
			if got := dated.FindStringSubmatch(at(row, body).text); got != nil {
				m.Date, m.Committee = printed.ISODate(got[1]), got[3]
			} else if body != day {
				m.Committee, _, _ = strings.Cut(at(row, body).text, ",")
			}
			if m.Date == "" || d.Kind == "" {
				continue
			}
			for _, k := range r.linksIn(at0.From, at0.To) {
				m.CommitteeID, m.SourceID = first(m.CommitteeID, k.to.Committee), first(m.SourceID, k.to.Meeting)
			}
			m.Declarations = []record.Declaration{d}
			r.out.Meetings = append(r.out.Meetings, m)
		}
	}
}

// declarer is whose page of declarations it is: "Register of interests for Councillor A Ash", or a
// heading that is a member's name.
func (r *reader) declarer() (printed.Member, minutes.Place) {
	for _, l := range r.lines {
		if l.kind != pageTitle && l.kind != subTitle && l.kind != section {
			continue
		}
		from := 0
		for _, word := range []string{" for ", " of ", " by ", " - "} {
			if cut := strings.LastIndex(l.Text, word); cut >= 0 && titledName.MatchString(l.Text[cut+len(word):]) {
				from = cut + len(word)
			}
		}
		if titledName.MatchString(l.Text[from:]) {
			if who, ok := printed.ReadMember(l.Text[from:]); ok {
				return who, minutes.Place{Start: l.Start + from, End: l.End(), Rule: "declarations-of"}
			}
		}
	}
	return printed.Member{}, minutes.Place{}
}
