package page

import (
	"fmt"
	"net/http"
)

// resolutionData is the answer to queries/resolution.graphql.
type resolutionData struct {
	typed
	Position          int    `json:"position"`
	Number            string `json:"number"`
	Text              string `json:"text"`
	Kind              string `json:"kind"`
	Date              string `json:"date"`
	DelegatedTo       string `json:"delegatedTo"`
	RecommendedTo     string `json:"recommendedTo"`
	MoverAsWritten    string `json:"moverAsWritten"`
	SeconderAsWritten string `json:"seconderAsWritten"`
	WebURL            string `json:"webUrl"`
	Mover             *ref   `json:"mover"`
	Seconder          *ref   `json:"seconder"`
	Item              struct {
		matter
		Issue *matter `json:"issue"`
	} `json:"agendaItem"`
	Meeting   *matter `json:"meeting"`
	Committee *ref    `json:"committee"`
	Council   council `json:"council"`
	Amounts   []struct {
		AsWritten string   `json:"asWritten"`
		Low       *float64 `json:"low"`
		High      *float64 `json:"high"`
		Currency  string   `json:"currency"`
		Per       string   `json:"per"`
	} `json:"amounts"`
	References []pointer `json:"references"`
	People     []struct {
		How       []string `json:"how"`
		AsWritten string   `json:"asWritten"`
		Person    *ref     `json:"person"`
	} `json:"people"`
	Evidence []statement `json:"allEvidence"`

	// Present are those of whom no more is known than that they were there; Parts the others.
	Present []who    `json:"-"`
	Parts   []taking `json:"-"`
}

// MovedBy is who moved it.
func (d *resolutionData) MovedBy() who { return who{d.Mover, d.MoverAsWritten} }

// SecondedBy is who seconded it.
func (d *resolutionData) SecondedBy() who { return who{d.Seconder, d.SeconderAsWritten} }

func (s *Site) resolutionPage() entityMaker {
	return entity(s, "resolution", "Resolution", nil,
		func(_ *http.Request, d *resolutionData, f *Frame) (*View, error) {
			title := d.Item.Title
			if title == "" {
				title = "an item without a title"
			}
			f.Kind = "Resolution"
			f.Title = fmt.Sprintf("%s: resolution %d", title, d.Position)
			f.Name = fmt.Sprintf("%s: resolution %d, %s %s", short(80, title), d.Position, d.Council.ShortName, d.Date)
			f.Crumbs = append(itemCrumbs(d.Council.ref, d.Committee, d.Meeting),
				Link{short(60, d.Item.Heading()), d.Item.Href()}, Link{Text: fmt.Sprintf("Resolution %d", d.Position)})
			f.Lead = capital(words(d.Kind)) + " by " + before(d.Committee, d.Council, d.Date) + ":"
			f.Description = short(300, f.Lead+" "+d.Text)
			seen := map[string]bool{}
			for _, e := range d.Evidence {
				if !seen[e.Source.URI] {
					seen[e.Source.URI] = true
					f.resting([]origin{e.Source}, 10)
				}
			}
			for _, p := range d.People {
				w := who{p.Person, p.AsWritten}
				if len(p.How) == 1 && p.How[0] == "PRESENT" {
					d.Present = append(d.Present, w)
					continue
				}
				t := taking{Who: w}
				for _, how := range p.How {
					if how != "PRESENT" {
						t.How = append(t.How, words(how))
					}
				}
				d.Parts = append(d.Parts, t)
			}
			return &View{Frame: *f, Template: "resolution", Data: d}, nil
		})
}
