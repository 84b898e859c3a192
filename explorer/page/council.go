package page

import (
	"fmt"
	"net/http"
	"strings"
)

// councilData is the answer to queries/council.graphql.
type councilData struct {
	typed
	Name         string `json:"name"`
	ShortName    string `json:"shortName"`
	Slug         string `json:"slug"`
	GSSCode      string `json:"gssCode"`
	Kind         string `json:"kind"`
	Nation       string `json:"nation"`
	Region       string `json:"region"`
	Website      string `json:"website"`
	BaseURL      string `json:"baseURL"`
	System       string `json:"system"`
	StartDate    string `json:"startDate"`
	EndDate      string `json:"endDate"`
	Predecessors []ref  `json:"predecessors"`
	Successors   []ref  `json:"successors"`
	Committees   list[struct {
		ref
		Kind    string `json:"kind"`
		EndDate string `json:"endDate"`
	}] `json:"committees"`
	Next        list[sitting] `json:"next"`
	Latest      list[sitting] `json:"latest"`
	Meetings    list[sitting] `json:"meetings"`
	Resolutions list[outcome] `json:"resolutions"`
	Decisions   list[record]  `json:"decisions"`
	People      list[ref]     `json:"people"`
	Issues      list[ref]     `json:"issues"`
	Wards       list[ref]     `json:"wards"`
	Sources     list[origin]  `json:"sources"`
}

// List is the address of a list of the council, such as meetings.
func (d *councilData) List(what string) string { return "/list/" + d.Slug + "/" + what }

// GSS is the page of the council's area at the Office for National Statistics.
func (d *councilData) GSS() string {
	return "http://statistics.data.gov.uk/id/statistical-geography/" + d.GSSCode
}

func (s *Site) councilPage() entityMaker {
	return entity(s, "council", "Council",
		func(*http.Request, string) map[string]any { return map[string]any{"today": s.today()} },
		func(_ *http.Request, d *councilData, f *Frame) (*View, error) {
			f.Title, f.Crumbs = d.Name, []Link{{Text: d.ShortName}}
			f.Lead = d.lead()
			f.Description = fmt.Sprintf("%s: committees, meetings, decisions and councillors, read from the council’s own pages. %s", d.Name, d.held())
			f.Feeds = feedsOf(d.URI)
			f.resting(d.Sources.Nodes, 2)
			f.MoreOrigins = d.Sources.TotalCount > 1
			return &View{Frame: *f, Template: "council", Data: d}, nil
		})
}

// lead says what the council is and how much is held of it.
func (d *councilData) lead() string {
	where := d.Region
	if where == "" {
		where = d.Nation
	}
	what := "A " + words(d.Kind)
	if strings.HasPrefix(d.Kind, "UNITARY") || strings.HasPrefix(d.Kind, "CITY") {
		what = capital(words(d.Kind))
	}
	if where != "" && !strings.Contains(what, where) {
		what += " in " + where
	}
	if d.EndDate != "" {
		what += ", which ended on " + day(d.EndDate)
	}
	return what + ". " + d.held()
}

func (d *councilData) held() string {
	if d.Sources.TotalCount == 0 {
		return "No page of it has been read yet."
	}
	text := fmt.Sprintf("%s and %s are held here, read from %s", count(d.Meetings.TotalCount, "meeting", "meetings"),
		count(d.Resolutions.TotalCount, "resolution", "resolutions"), count(d.Sources.TotalCount, "page", "pages"))
	if len(d.Sources.Nodes) > 0 && d.Sources.Nodes[0].FetchedAt != "" {
		text += ", the newest fetched on " + moment(d.Sources.Nodes[0].FetchedAt)
	}
	return text + "."
}
