package page

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// councilsData is the answer to queries/councils.graphql.
type councilsData struct {
	Councils list[listedCouncil] `json:"councils"`

	// Records leads to the councils with records or to all, Nations to those of a nation.
	Records, Nations []Link `json:"-"`
	First, Next      string `json:"-"`
}

// listedCouncil is a council in the list.
type listedCouncil struct {
	ref
	Nation    string       `json:"nation"`
	Region    string       `json:"region"`
	Kind      string       `json:"kind"`
	StartDate string       `json:"startDate"`
	EndDate   string       `json:"endDate"`
	Sources   list[origin] `json:"sources"`
}

// CoverageHref is the page of what is covered of it.
func (c listedCouncil) CoverageHref() string { return "/coverage/" + strings.TrimPrefix(c.URI, "/id/") }

// nations are those that councils are in.
func nations() []string { return []string{"England", "Northern Ireland", "Scotland", "Wales"} }

// councilsMaker makes the list of councils: those of which something is held, or with ?all=1 all of the register.
func (s *Site) councilsMaker(r *http.Request) (*View, error) {
	values, query := map[string]any{"after": r.FormValue("after")}, url.Values{}
	all := r.FormValue("all") != ""
	if all {
		query.Set("all", "1")
	} else {
		values["records"] = true
	}
	nation := r.FormValue("nation")
	if !slices.Contains(nations(), nation) {
		nation = ""
	}
	if values["nation"] = nation; nation != "" {
		query.Set("nation", nation)
	}
	q := s.question("councils", values)
	d, err := ask[councilsData](r.Context(), s, q)
	if err != nil {
		return nil, err
	}
	f := Frame{Title: "Councils with records", Path: with("/councils", query, ""), Question: q, Crumbs: []Link{{Text: "Councils"}}}
	f.Lead = count(d.Councils.TotalCount, "council", "councils") + " of which pages have been read, by name."
	if all {
		f.Title, f.Lead = "All councils", count(d.Councils.TotalCount, "council", "councils")+" of the register, those that ended too, by name."
	}
	if nation != "" {
		f.Title += " in " + nation
	}
	link := func(text string, on bool, v url.Values) Link {
		return Link{text, chosen(!on, with("/councils", v, ""))}
	}
	only := func(all bool, nation string) url.Values {
		v := url.Values{}
		if all {
			v.Set("all", "1")
		}
		if nation != "" {
			v.Set("nation", nation)
		}
		return v
	}
	d.Records = []Link{link("with records", !all, only(false, nation)), link("all of the register", all, only(true, nation))}
	d.Nations = []Link{link("all nations", nation == "", only(all, ""))}
	for _, n := range nations() {
		d.Nations = append(d.Nations, link(n, n == nation, only(all, n)))
	}
	if r.FormValue("after") != "" {
		d.First, f.NoIndex = with("/councils", query, ""), true
	}
	if p := d.Councils.PageInfo; p.HasNextPage {
		d.Next = with("/councils", query, p.EndCursor)
	}
	return &View{Frame: f, Template: "councils", Data: d}, nil
}
