package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// members reads the index of councillors: as a table, or as a list whose entries begin with a link to a
// person and go on with ward, party and office.
func (r *reader) members() {
	for _, n := range r.tables {
		r.memberTable(r.readTable(n))
	}
	if len(r.out.People) > 0 {
		return
	}
	ward := ""
	for i, l := range r.lines {
		if l.kind == section {
			ward = printed.Tidy(l.Text)
			continue
		}
		who, id, ok := r.member(l)
		if id == "" || !ok {
			continue
		}
		p := record.Person{Name: who.Name, AsWritten: who.AsWritten, SourceID: id, Span: r.spans.Span(l.place("member-index"))}
		if who.Role != "" {
			p.Roles = append(p.Roles, who.Role)
		}
		var under []string
		for _, u := range r.lines[i+1:] {
			if u.kind == section || r.personID(u.Start, u.End()) != "" || len(under) == 6 {
				break
			}
			under = append(under, printed.Tidy(u.Text))
		}
		wardAndParty(&p, under)
		if p.Ward == "" && ward != "" && !printed.PartyName.MatchString(ward) && r.byWard() {
			p.Ward = ward
		}
		r.out.People = append(r.out.People, p)
	}
}

// byWard says that the headings of the page are wards.
func (r *reader) byWard() bool {
	return r.url.Script == "mgmemberindexward" || strings.Contains(strings.ToLower(head(r.page)), "by ward")
}

// wardAndParty reads the lines under a member's name: a label says what a line is; without one, the name
// of a party is the party and the line before it the ward.
func wardAndParty(p *record.Person, under []string) {
	for i, s := range under {
		if name, value, ok := strings.Cut(s, ":"); ok {
			switch strings.ToLower(strings.TrimSpace(name)) {
			case "ward", "division", "electoral division", "etholaeth":
				p.Ward = strings.TrimSpace(value)
			case "party", "political party", "plaid":
				p.Party = strings.TrimSpace(value)
			}
			continue
		}
		if p.Party == "" && printed.PartyName.MatchString(s) {
			p.Party = s
			if i > 0 && p.Ward == "" && !strings.Contains(under[i-1], ":") {
				p.Ward = under[i-1]
			}
		}
	}
}

// memberTable reads a table of members: its head names the columns.
func (r *reader) memberTable(t table) {
	name, ward, party := t.column("councillor", "member", "name"), t.column("ward", "division", "etholaeth"), t.column("party", "group", "plaid")
	for _, row := range t.rows {
		c := at(row, name)
		if name < 0 {
			for _, k := range row {
				if c.text == "" && r.personID(k.From, k.To) != "" {
					c = k
				}
			}
		}
		var under []string
		text := c.text
		if lines := r.text.Between(c.From, c.To); len(lines) > 1 {
			text = lines[0].Text
			for _, l := range lines[1:] {
				under = append(under, printed.Tidy(l.Text))
			}
		}
		who, ok := printed.ReadMember(text)
		id := r.personID(c.From, c.To)
		if !ok || id == "" {
			continue
		}
		place := whole(row)
		p := record.Person{Name: who.Name, AsWritten: who.AsWritten, SourceID: id, Ward: at(row, ward).text, Party: at(row, party).text,
			Span: r.spans.Span(minutes.Place{Start: place.From, End: place.To, Rule: "member-row"})}
		if who.Role != "" {
			p.Roles = append(p.Roles, who.Role)
		}
		wardAndParty(&p, under)
		r.out.People = append(r.out.People, p)
	}
}
