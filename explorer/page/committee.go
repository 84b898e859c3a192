package page

import (
	"fmt"
	"net/http"
	"strings"
)

// committeeData is the answer to queries/committee.graphql.
type committeeData struct {
	typed
	Name      string  `json:"name"`
	Kind      string  `json:"kind"`
	StartDate string  `json:"startDate"`
	EndDate   string  `json:"endDate"`
	WebURL    string  `json:"webUrl"`
	Council   council `json:"council"`
	Parent    *ref    `json:"parent"`
	Children  []struct {
		ref
		EndDate string `json:"endDate"`
	} `json:"children"`
	Memberships list[seat]    `json:"memberships"`
	Next        list[sitting] `json:"next"`
	Latest      list[sitting] `json:"latest"`
	Meetings    list[sitting] `json:"meetings"`
	Resolutions list[outcome] `json:"resolutions"`
	Decisions   list[record]  `json:"decisions"`
	Sources     []origin      `json:"sources"`
}

// List is the address of a list of the committee, such as meetings.
func (d *committeeData) List(what string) string {
	return "/list/" + strings.TrimPrefix(d.URI, "/id/") + "/" + what
}

// Dashboard is the address of its members and decisions at a glance.
func (d *committeeData) Dashboard() string { return dashboard(d.URI) }

func (s *Site) committeePage() entityMaker {
	return entity(s, "committee", "Committee",
		func(*http.Request, string) map[string]any { return map[string]any{"today": s.today()} },
		func(_ *http.Request, d *committeeData, f *Frame) (*View, error) {
			f.Kind, f.Title = "Committee", d.Name
			f.Name = d.Name + ", " + d.Council.ShortName
			f.Crumbs = []Link{named(d.Council.ref)}
			if d.Parent != nil {
				f.Crumbs = append(f.Crumbs, named(*d.Parent))
			}
			f.Crumbs = append(f.Crumbs, Link{Text: d.Name})
			f.Lead = d.lead()
			f.Feeds = feedsOf(d.URI)
			f.resting(d.Sources, 3)
			return &View{Frame: *f, Template: "committee", Data: d}, nil
		})
}

// lead says what the committee is and how much is held of it.
func (d *committeeData) lead() string {
	what := "A committee"
	switch d.Kind {
	case "FULL_COUNCIL":
		what = "The full council"
	case "CABINET":
		what = "The cabinet or executive"
	case "OTHER", "":
	default:
		what = "A committee (" + words(d.Kind) + ")"
	}
	what += " of the " + d.Council.Name
	if d.EndDate != "" {
		what += ", which ended on " + day(d.EndDate)
	}
	return fmt.Sprintf("%s. %s and %s are held here.", what, count(d.Meetings.TotalCount, "meeting", "meetings"), count(d.Resolutions.TotalCount, "resolution", "resolutions"))
}
