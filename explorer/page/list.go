package page

import (
	"net/http"
	"slices"
	"strings"
)

// listData is the answer to queries/list-council.graphql or list-committee.graphql, of which one list is asked for.
type listData struct {
	typed
	Name       string  `json:"name"`
	ShortName  string  `json:"shortName"`
	Council    council `json:"council"`
	Committees *list[struct {
		ref
		Kind      string `json:"kind"`
		StartDate string `json:"startDate"`
		EndDate   string `json:"endDate"`
	}] `json:"committees"`
	People *list[struct {
		ref
		Kind  string `json:"kind"`
		Terms []struct {
			Party   *ref   `json:"party"`
			Ward    *ref   `json:"ward"`
			EndDate string `json:"endDate"`
		} `json:"terms"`
	}] `json:"people"`
	Meetings    *list[sitting] `json:"meetings"`
	Resolutions *list[outcome] `json:"resolutions"`
	Issues      *list[struct {
		matter
		Procedural *bool `json:"procedural"`
	}] `json:"issues"`
	Decisions *list[record] `json:"decisions"`
	Sources   *list[struct {
		origin
		PageType   string `json:"pageType"`
		Superseded bool   `json:"superseded"`
	}] `json:"sources"`
	Memberships *list[seat] `json:"memberships"`

	First, Next string `json:"-"`
	Total       int    `json:"-"`
}

// councilLists and committeeLists are the lists that there are, as they stand in addresses; their names are the queries' variables.
func councilLists() []string {
	return []string{"committees", "people", "meetings", "resolutions", "issues", "decisions", "sources"}
}

func committeeLists() []string { return []string{"meetings", "resolutions", "decisions", "members"} }

// heading is what a list is called.
func heading(what string) string {
	if what == "decisions" {
		return "Published decisions"
	}
	return capital(what)
}

// listMaker makes the page of a list, at /list/<council>/<list> or /list/<council>/<committee>/<list>.
func (s *Site) listMaker(r *http.Request) (*View, error) {
	path := strings.TrimPrefix(r.URL.Path, "/list/")
	parts := strings.Split(path, "/")
	what := parts[len(parts)-1]
	query, lists := "list-council", councilLists()
	if len(parts) == 3 {
		query, lists = "list-committee", committeeLists()
	}
	if len(parts) < 2 || len(parts) > 3 || !slices.Contains(lists, what) {
		return nil, missing("There is no such list. A council has lists of " + strings.Join(councilLists(), ", ") + "; a committee has " + strings.Join(committeeLists(), ", ") + ".")
	}
	uri := "/id/" + strings.Join(parts[:len(parts)-1], "/")
	values := map[string]any{"uri": uri, "after": r.FormValue("after")}
	for _, l := range lists {
		values[l] = l == what
	}
	q := s.question(query, values)
	d, err := resource[listData](r.Context(), s, q)
	switch {
	case err != nil:
		return nil, err
	case d == nil || d.URI == "":
		return nil, missing("No council and no committee has the address " + short(200, uri) + ".")
	case d.URI != uri:
		return moved("/list/" + strings.TrimPrefix(d.URI, "/id/") + "/" + what), nil
	}
	of := ref{d.URI, d.Name}
	f := Frame{Title: heading(what) + " of " + d.Name, Path: "/list/" + path, Question: q}
	if d.Type == "Committee" {
		f.Crumbs = []Link{named(d.Council.ref)}
		f.Name = f.Title + ", " + d.Council.ShortName
	}
	f.Crumbs = append(f.Crumbs, named(of), Link{Text: heading(what)})
	if what == "meetings" || what == "resolutions" {
		f.Feeds = feedsOf(d.URI)
	}
	var info pageInfo
	d.Total, info = d.shown()
	f.Lead = d.order(what)
	if r.FormValue("after") != "" {
		d.First, f.NoIndex = "/list/"+path, true
	}
	if info.HasNextPage {
		d.Next = with("/list/"+path, nil, info.EndCursor)
	}
	return &View{Frame: f, Template: "list", Data: d}, nil
}

// shown is how many the asked list has, and where its page stands.
func (d *listData) shown() (int, pageInfo) {
	switch {
	case d.Committees != nil:
		return d.Committees.TotalCount, d.Committees.PageInfo
	case d.People != nil:
		return d.People.TotalCount, d.People.PageInfo
	case d.Meetings != nil:
		return d.Meetings.TotalCount, d.Meetings.PageInfo
	case d.Resolutions != nil:
		return d.Resolutions.TotalCount, d.Resolutions.PageInfo
	case d.Issues != nil:
		return d.Issues.TotalCount, d.Issues.PageInfo
	case d.Decisions != nil:
		return d.Decisions.TotalCount, d.Decisions.PageInfo
	case d.Sources != nil:
		return d.Sources.TotalCount, d.Sources.PageInfo
	case d.Memberships != nil:
		return d.Memberships.TotalCount, d.Memberships.PageInfo
	}
	return 0, pageInfo{}
}

// order says how many there are and in which order they stand.
func (d *listData) order(what string) string {
	total := number(d.Total) + " in all"
	switch what {
	case "committees", "people", "issues":
		return total + ", by name."
	case "members":
		return total + "."
	case "sources":
		return total + ", the latest fetched first."
	}
	return total + ", the latest first."
}
