package export

import (
	"context"
	"net/url"
	"strings"

	"councilgraph/ent"
	"councilgraph/ent/committee"
	"councilgraph/ent/council"
	"councilgraph/ent/evidence"
	"councilgraph/ent/office"
	"councilgraph/ent/party"
	"councilgraph/ent/person"
	"councilgraph/ent/personidentifier"
	"councilgraph/ent/personname"
	"councilgraph/ent/ward"
	"councilgraph/linked/mapping"
)

// sourcesOf are the pages that say so, for each of the nodes.
func (r *run) sourcesOf(ctx context.Context, ids []int) (map[int][]popoloLink, error) {
	rows, err := r.client.Evidence.Query().Where(evidence.SubjectIDIn(ids...)).Select(evidence.FieldSubjectID, evidence.FieldSourceID).
		Order(evidence.BySubjectID(), evidence.ByRank(), evidence.ByID()).WithSource().All(ctx)
	out := map[int][]popoloLink{}
	seen := map[[2]int]bool{}
	for _, row := range rows {
		at := [2]int{row.SubjectID, row.SourceID}
		if seen[at] || row.Edges.Source == nil || row.Edges.Source.URL == nil || !web(*row.Edges.Source.URL) {
			continue
		}
		seen[at] = true
		out[row.SubjectID] = append(out[row.SubjectID], popoloLink{URL: *row.Edges.Source.URL})
	}
	return out, err
}

// web says whether an address is one of the web that any reader of URIs takes.
func web(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") && !strings.ContainsAny(address, " <>\"{}|\\^`")
}

func links(addresses ...*string) []popoloLink {
	var out []popoloLink
	for _, a := range addresses {
		if a != nil && web(*a) {
			out = append(out, popoloLink{URL: *a})
		}
	}
	return out
}

// lower is a value of a closed list as words: FULL_COUNCIL is full council.
func lower(value string) string { return strings.ToLower(strings.ReplaceAll(value, "_", " ")) }

// area is the id of a council's area.
func (r *run) area(c *ent.Council) string {
	if c.GssCode == nil {
		return ""
	}
	return r.Base + c.URI + "#area"
}

func (r *run) popoloCouncils(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Council.Query().Where(council.IDIn(ids...)).Order(council.ByID()).All(ctx)
	out := make([]any, len(rows))
	for i, c := range rows {
		o := popoloOrganization{
			ID: r.Base + c.URI, Name: c.Name, OtherNames: []popoloName{{Name: c.ShortName}}, Classification: lower(string(c.Kind)), Area: r.area(c),
			Identifiers: []popoloIdentifier{{"local-authority-register", c.RegisterCode}}, Founded: c.StartDate, Dissolved: c.EndDate, Links: links(c.Website, c.BaseURL),
		}
		if c.GssCode != nil {
			o.Identifiers = append(o.Identifiers, popoloIdentifier{"gss", *c.GssCode})
		}
		out[i] = o
	}
	return out, err
}

func (r *run) popoloAreas(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Council.Query().Where(council.IDIn(ids...), council.GssCodeNotNil()).Order(council.ByID()).All(ctx)
	out := make([]any, len(rows))
	for i, c := range rows {
		out[i] = popoloArea{ID: r.area(c), Name: c.ShortName, Identifier: *c.GssCode, Classification: lower(string(c.Kind))}
	}
	return out, err
}

func (r *run) popoloWards(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Ward.Query().Where(ward.IDIn(ids...)).Order(ward.ByID()).WithCouncil().All(ctx)
	out := make([]any, len(rows))
	for i, w := range rows {
		out[i] = popoloArea{ID: r.within(w.Edges.Council, w.Key), Name: w.Name, Classification: "ward", Parent: r.area(w.Edges.Council)}
	}
	return out, err
}

// within is the id of what hangs on a council.
func (r *run) within(c *ent.Council, key string) string {
	return r.Base + mapping.Leaf(c.URI, c.Key, key)
}

// hangingOn is the id of what hangs on a person.
func (r *run) hangingOn(p *ent.Person, key string) string {
	return r.Base + mapping.Leaf(p.URI, p.Key, key)
}

func (r *run) popoloCommittees(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Committee.Query().Where(committee.IDIn(ids...)).Order(committee.ByID()).WithCouncil().WithParent().All(ctx)
	if err != nil {
		return nil, err
	}
	sources, err := r.sourcesOf(ctx, ids)
	out := make([]any, len(rows))
	for i, c := range rows {
		o := popoloOrganization{
			ID: r.Base + c.URI, Name: c.Name, Classification: lower(string(c.Kind)), Parent: r.Base + c.Edges.Council.URI,
			Founded: c.StartDate, Dissolved: c.EndDate, Sources: sources[c.ID],
		}
		if c.Edges.Parent != nil {
			o.Parent = r.Base + c.Edges.Parent.URI
		}
		if c.SourceID != nil {
			o.Identifiers = []popoloIdentifier{{"council", *c.SourceID}}
		}
		out[i] = o
	}
	return out, err
}

func (r *run) popoloParties(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Party.Query().Where(party.IDIn(ids...)).Order(party.ByID()).WithCouncil().All(ctx)
	out := make([]any, len(rows))
	for i, p := range rows {
		out[i] = popoloOrganization{ID: r.within(p.Edges.Council, p.Key), Name: p.Name, Classification: "party"}
	}
	return out, err
}

func (r *run) popoloPeople(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.client.Person.Query().Where(person.IDIn(ids...)).Order(person.ByID()).
		WithNames(func(q *ent.PersonNameQuery) { q.Order(personname.ByID()) }).
		WithIdentifiers(func(q *ent.PersonIdentifierQuery) { q.Order(personidentifier.ByID()) }).All(ctx)
	if err != nil {
		return nil, err
	}
	sources, err := r.sourcesOf(ctx, ids)
	out := make([]any, len(rows))
	for i, p := range rows {
		o := popoloPerson{
			ID: r.Base + p.URI, Name: p.Name, Family: p.FamilyName, Given: p.GivenName, Honorific: p.Honorific, Sort: p.NameSort, Sources: sources[p.ID],
		}
		for _, n := range p.Edges.Names {
			o.OtherNames = append(o.OtherNames, popoloName{n.Name, n.FirstSeen, n.LastSeen})
		}
		if p.SourceID != nil {
			o.Identifiers = append(o.Identifiers, popoloIdentifier{"council", *p.SourceID})
		}
		for _, n := range p.Edges.Identifiers {
			if p.SourceID == nil || n.Value != *p.SourceID {
				o.Identifiers = append(o.Identifiers, popoloIdentifier{"council", n.Value})
			}
		}
		out[i] = o
	}
	return out, err
}

func (r *run) offices(ctx context.Context, ids []int) ([]*ent.Office, error) {
	return r.client.Office.Query().Where(office.IDIn(ids...)).Order(office.ByID()).WithPerson().WithCouncil().All(ctx)
}

func (r *run) popoloPosts(ctx context.Context, ids []int) ([]any, error) {
	rows, err := r.offices(ctx, ids)
	out := make([]any, len(rows))
	for i, o := range rows {
		out[i] = popoloPost{r.hangingOn(o.Edges.Person, o.Key), o.Title, r.Base + o.Edges.Council.URI}
	}
	return out, err
}
