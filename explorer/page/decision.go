package page

import "net/http"

// decisionData is the answer to queries/decision.graphql.
type decisionData struct {
	typed
	Title        string     `json:"title"`
	Maker        string     `json:"maker"`
	Status       string     `json:"status"`
	KeyDecision  *bool      `json:"keyDecision"`
	CallIn       *bool      `json:"callIn"`
	Urgent       *bool      `json:"urgent"`
	MadeOn       string     `json:"madeOn"`
	PublishedOn  string     `json:"publishedOn"`
	EffectiveOn  string     `json:"effectiveOn"`
	Purpose      string     `json:"purpose"`
	Text         string     `json:"text"`
	Reasons      string     `json:"reasons"`
	Alternatives string     `json:"alternatives"`
	WebURL       string     `json:"webUrl"`
	Council      council    `json:"council"`
	Committee    *ref       `json:"committee"`
	Person       *ref       `json:"person"`
	Evidence     *statement `json:"evidence"`
	Sources      []origin   `json:"sources"`
}

func (s *Site) decisionPage() entityMaker {
	return entity(s, "decision", "Decision", nil, func(_ *http.Request, d *decisionData, f *Frame) (*View, error) {
		title := d.Title
		if title == "" {
			title = "Decision without a title"
		}
		f.Kind, f.Title = "Published decision", title
		f.Name = title + ", " + d.Council.ShortName
		f.Crumbs = []Link{named(d.Council.ref), {"Published decisions", "/list/" + d.Council.URI[len("/id/"):] + "/decisions"}, {Text: short(60, title)}}
		f.Lead = "A decision that the " + d.Council.Name + " published"
		if d.MadeOn != "" {
			f.Lead += ", made on " + day(d.MadeOn)
		}
		f.Lead += "."
		f.resting(d.Sources, 5)
		return &View{Frame: *f, Template: "decision", Data: d}, nil
	})
}
