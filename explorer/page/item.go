package page

import (
	"net/http"
	"strings"
)

// itemData is the answer to queries/item.graphql.
type itemData struct {
	typed
	Number         string        `json:"number"`
	MinuteNumber   string        `json:"minuteNumber"`
	Title          string        `json:"title"`
	Date           string        `json:"date"`
	Purpose        string        `json:"purpose"`
	Minutes        string        `json:"minutes"`
	Decision       string        `json:"decision"`
	Reasons        string        `json:"reasons"`
	Alternatives   string        `json:"alternatives"`
	Restricted     *bool         `json:"restricted"`
	Exemption      string        `json:"exemption"`
	Truncated      bool          `json:"truncated"`
	Outcome        string        `json:"outcome"`
	IssueBy        string        `json:"issueBy"`
	WebURL         string        `json:"webUrl"`
	Council        council       `json:"council"`
	Committee      *ref          `json:"committee"`
	Meeting        *matter       `json:"meeting"`
	Parent         *matter       `json:"parent"`
	Children       []itemLine    `json:"children"`
	Issue          *matter       `json:"issue"`
	Resolutions    []outcome     `json:"resolutions"`
	Motions        []motion      `json:"motions"`
	Votes          []division    `json:"voteEvents"`
	Declarations   []interest    `json:"declarations"`
	Participations []participant `json:"participations"`
	Amounts        []struct {
		AsWritten  string   `json:"asWritten"`
		Resolution *outcome `json:"resolution"`
	} `json:"amounts"`
	Documents  []paper    `json:"documents"`
	References []pointer  `json:"references"`
	Evidence   *statement `json:"evidence"`
	Sources    []origin   `json:"sources"`

	// Parts are the people who took part, each once.
	Parts []taking `json:"-"`
}

// itemLine is an item in a list.
type itemLine struct {
	matter
	Outcome string `json:"outcome"`
}

// motion is a motion or an amendment.
type motion struct {
	Position          int    `json:"position"`
	Kind              string `json:"kind"`
	Text              string `json:"text"`
	Result            string `json:"result"`
	MoverAsWritten    string `json:"moverAsWritten"`
	Mover             *ref   `json:"mover"`
	SeconderAsWritten string `json:"seconderAsWritten"`
	Seconder          *ref   `json:"seconder"`
}

// MovedBy is who moved it.
func (m motion) MovedBy() who { return who{m.Mover, m.MoverAsWritten} }

// SecondedBy is who seconded it.
func (m motion) SecondedBy() who { return who{m.Seconder, m.SeconderAsWritten} }

// division is a vote.
type division struct {
	Position     int    `json:"position"`
	ForCount     *int   `json:"forCount"`
	AgainstCount *int   `json:"againstCount"`
	AbstainCount *int   `json:"abstainCount"`
	Method       string `json:"method"`
	Result       string `json:"result"`
	Subject      string `json:"subject"`
	CastingVote  string `json:"castingVote"`
	Votes        []struct {
		Option    string `json:"option"`
		AsWritten string `json:"asWritten"`
		Person    *ref   `json:"person"`
	} `json:"votes"`
}

// voters are those who voted alike.
type voters struct {
	Option string
	People []who
}

// Options are the voters by how they voted.
func (d division) Options() []voters {
	var out []voters
	for _, option := range []string{"FOR", "AGAINST", "ABSTAIN", "ABSENT", "NO_VOTE"} {
		v := voters{Option: option}
		for _, vote := range d.Votes {
			if vote.Option == option {
				v.People = append(v.People, who{vote.Person, vote.AsWritten})
			}
		}
		if len(v.People) > 0 {
			out = append(out, v)
		}
	}
	return out
}

// participant is one participation.
type participant struct {
	How       string `json:"how"`
	AsWritten string `json:"asWritten"`
	Role      string `json:"role"`
	Person    *ref   `json:"person"`
}

// taking is somebody who took part, with all the ways.
type taking struct {
	Who  who
	Role string
	How  []string
}

func (s *Site) itemPage() entityMaker {
	return entity(s, "item", "AgendaItem", nil,
		func(_ *http.Request, d *itemData, f *Frame) (*View, error) {
			title := d.Title
			if title == "" {
				title = "Item without a title"
			}
			f.Kind, f.Title = "Item of business", title
			f.Crumbs = itemCrumbs(d.Council.ref, d.Committee, d.Meeting)
			if d.Parent != nil {
				f.Crumbs = append(f.Crumbs, Link{short(60, d.Parent.Heading()), d.Parent.Href()})
			}
			f.Crumbs = append(f.Crumbs, Link{Text: short(60, matter{Number: d.Number, Title: title}.Heading())})
			f.Name = title + ", " + d.Council.ShortName
			if d.Date != "" {
				f.Name += ", " + day(d.Date)
			}
			f.Lead = d.lead()
			f.resting(d.Sources, 5)
			d.Parts = partsOf(d.Participations)
			for i := range d.Documents {
				d.Documents[i].Parent = d.URI
			}
			return &View{Frame: *f, Template: "item", Data: d}, nil
		})
}

// itemCrumbs lead from the council to a meeting.
func itemCrumbs(c ref, committee *ref, meeting *matter) []Link {
	out := []Link{named(c)}
	if committee != nil {
		out = append(out, named(*committee))
	}
	if meeting != nil {
		out = append(out, Link{crumbDay(meeting.Date), meeting.Href()})
	}
	return out
}

// before says by whom and when something was dealt with.
func before(committee *ref, c council, date string) string {
	what := "the " + c.Name
	if committee != nil {
		what = "the " + committee.Name + " of the " + c.Name
	}
	if date != "" {
		what += " on " + day(date)
	}
	return what
}

func (d *itemData) lead() string {
	what := "An item"
	if d.Number != "" {
		what = "Item " + strings.TrimRight(d.Number, ".")
	}
	what += " before " + before(d.Committee, d.Council, d.Date) + "."
	if d.Outcome != "" {
		what += " What became of it: " + words(d.Outcome) + "."
	}
	return what
}

// partsOf puts what one name did together, in the order in which names come.
func partsOf(all []participant) []taking {
	var out []taking
	at := map[string]int{}
	for _, p := range all {
		key := p.AsWritten
		if p.Person != nil {
			key = p.Person.URI
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, taking{Who: who{p.Person, p.AsWritten}})
		}
		if out[i].Role == "" && p.Role != p.AsWritten {
			out[i].Role = p.Role
		}
		if how := words(p.How); len(out[i].How) == 0 || out[i].How[len(out[i].How)-1] != how {
			out[i].How = append(out[i].How, how)
		}
	}
	return out
}
