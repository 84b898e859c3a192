package page

import (
	"net/http"
	"strings"
)

// coverageData is the answer to queries/coverage.graphql.
type coverageData struct {
	Council *struct {
		council
		Sources list[origin] `json:"sources"`
	} `json:"council"`
	Coverage list[struct {
		Committee     *ref   `json:"committee"`
		Month         string `json:"month"`
		Meetings      int    `json:"meetings"`
		Cancelled     int    `json:"cancelled"`
		WithAgenda    int    `json:"withAgenda"`
		WithMinutes   int    `json:"withMinutes"`
		WithDecisions int    `json:"withDecisions"`
		Items         int    `json:"items"`
		CutItems      int    `json:"cutItems"`
		Unresolved    int    `json:"unresolved"`
		Failed        int    `json:"failed"`
		LastFetchedAt string `json:"lastFetchedAt"`
	}] `json:"coverage"`
	Failures list[struct {
		URL      string `json:"url"`
		File     string `json:"file"`
		Reason   string `json:"reason"`
		FailedAt string `json:"failedAt"`
	}] `json:"failures"`

	First, Next string `json:"-"`
}

// coverageMaker makes the page of what is covered: of one council below /coverage/, of all with records at /coverage.
func (s *Site) coverageMaker(r *http.Request) (*View, error) {
	slug := strings.Trim(strings.TrimPrefix(r.URL.Path, "/coverage"), "/")
	if slug == "" {
		return s.coverageOfAll(r)
	}
	unknown := missing("No council has the short name " + short(100, slug) + ".")
	known, err := ask[struct {
		Council *ref `json:"council"`
	}](r.Context(), s, s.question("council-known", map[string]any{"council": slug}))
	if err != nil {
		return nil, err
	}
	if known.Council == nil {
		return nil, unknown
	}
	q := s.question("coverage", map[string]any{"council": slug, "after": r.FormValue("after")})
	d, err := ask[coverageData](r.Context(), s, q)
	if err != nil {
		return nil, err
	}
	if d.Council == nil {
		return nil, unknown
	}
	at := "/coverage/" + slug
	f := Frame{Title: "What is covered of " + d.Council.Name, Path: at, Question: q, Crumbs: []Link{{"Coverage", "/coverage"}, {Text: d.Council.ShortName}}}
	f.Lead = "What is held by committee and month, and what is missing. Months in which nothing is known are left out."
	if r.FormValue("after") != "" {
		d.First, f.NoIndex = at, true
	}
	if p := d.Coverage.PageInfo; p.HasNextPage {
		d.Next = with(at, nil, p.EndCursor)
	}
	return &View{Frame: f, Template: "coverage", Data: d}, nil
}

// coverageOfAll leads to the coverage of each council.
func (s *Site) coverageOfAll(r *http.Request) (*View, error) {
	q := s.question("councils", map[string]any{"records": true, "after": r.FormValue("after")})
	d, err := ask[councilsData](r.Context(), s, q)
	if err != nil {
		return nil, err
	}
	f := Frame{Title: "What is covered", Path: "/coverage", Question: q, Crumbs: []Link{{Text: "Coverage"}}}
	f.Lead = "Pages have been read of " + count(d.Councils.TotalCount, "council", "councils") + ". Choose one to see by committee and month what is held and what is missing."
	if r.FormValue("after") != "" {
		d.First, f.NoIndex = "/coverage", true
	}
	if p := d.Councils.PageInfo; p.HasNextPage {
		d.Next = with("/coverage", nil, p.EndCursor)
	}
	return &View{Frame: f, Template: "coverages", Data: d}, nil
}
