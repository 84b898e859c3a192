package page

import (
	"fmt"
	"net/http"
)

// issueData is the answer to queries/issue.graphql.
type issueData struct {
	typed
	Title      string  `json:"title"`
	Procedural *bool   `json:"procedural"`
	Inferred   bool    `json:"inferred"`
	WebURL     string  `json:"webUrl"`
	Council    council `json:"council"`
	Thread     list[struct {
		matter
		Outcome     string    `json:"outcome"`
		IssueBy     string    `json:"issueBy"`
		Committee   *ref      `json:"committee"`
		Meeting     *matter   `json:"meeting"`
		Resolutions []outcome `json:"resolutions"`
	}] `json:"thread"`
	Sources []origin `json:"sources"`

	Next, First string `json:"-"`
}

func (s *Site) issuePage() entityMaker {
	return entity(s, "issue", "Issue",
		func(r *http.Request, _ string) map[string]any { return map[string]any{"after": r.FormValue("after")} },
		func(r *http.Request, d *issueData, f *Frame) (*View, error) {
			title := d.Title
			if title == "" {
				title = "Issue without a title"
			}
			f.Kind, f.Title = "Issue", title
			f.Name = title + ", " + d.Council.ShortName
			f.Crumbs = []Link{named(d.Council.ref), {"Issues", "/list/" + d.Council.URI[len("/id/"):] + "/issues"}, {Text: short(60, title)}}
			f.Lead = fmt.Sprintf("How this matter went through the %s: %s, the earliest first.", d.Council.Name, count(d.Thread.TotalCount, "item of business", "items of business"))
			f.resting(d.Sources, 5)
			at := doc(d.URI)
			if r.FormValue("after") != "" {
				d.First, f.NoIndex = at, true
			}
			if d.Thread.PageInfo.HasNextPage {
				d.Next = with(at, nil, d.Thread.PageInfo.EndCursor)
			}
			return &View{Frame: *f, Template: "issue", Data: d}, nil
		})
}
