package page

import (
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// searchData is the answer to queries/search.graphql.
type searchData struct {
	TotalCount int `json:"totalCount"`
	Types      []struct {
		Type     string `json:"type"`
		Count    int    `json:"count"`
		Complete bool   `json:"complete"`
	} `json:"types"`
	Councils []struct {
		Count   int `json:"count"`
		Council struct {
			Slug      string `json:"slug"`
			ShortName string `json:"shortName"`
		} `json:"council"`
	} `json:"councils"`
	Edges []struct {
		Snippet string `json:"snippet"`
		Node    found  `json:"node"`
	} `json:"edges"`
	PageInfo pageInfo `json:"pageInfo"`
}

// found is something that was found, whatever its type.
type found struct {
	Type            string  `json:"__typename"`
	URI             string  `json:"uri"`
	Name            string  `json:"name"`
	Number          string  `json:"number"`
	ItemTitle       string  `json:"itemTitle"`
	IssueTitle      string  `json:"issueTitle"`
	DocumentTitle   string  `json:"documentTitle"`
	ReportReference string  `json:"reportReference"`
	Position        int     `json:"position"`
	Kind            string  `json:"kind"`
	Date            string  `json:"date"`
	Committee       *ref    `json:"committee"`
	Council         council `json:"council"`
	AgendaItem      *matter `json:"agendaItem"`
	Item            *matter `json:"item"`
	Meeting         *matter `json:"meeting"`
}

// Href is its page.
func (f found) Href() string {
	if f.Type == "Document" {
		for _, parent := range []*matter{f.Item, f.Meeting} {
			if parent != nil {
				return paper{Parent: parent.URI, Position: f.Position}.Href()
			}
		}
		return ""
	}
	return doc(f.URI)
}

// Title is what it is called in the list.
func (f found) Title() string {
	title := ""
	switch f.Type {
	case "AgendaItem":
		return matter{Number: f.Number, Title: f.ItemTitle}.Heading()
	case "Issue":
		title = f.IssueTitle
	case "Document":
		return paper{Title: f.DocumentTitle, ReportReference: f.ReportReference}.Name()
	case "Resolution":
		if f.AgendaItem != nil {
			title = f.AgendaItem.Title
		}
	default:
		title = f.Name
	}
	if title == "" {
		return "Without a title"
	}
	return title
}

// What is the kind of thing, the day, the committee, the council.
func (f found) What() string {
	what := typeWord(f.Type)
	if f.Type == "Resolution" {
		what = "resolution, " + words(f.Kind)
	}
	out := []string{capital(what)}
	if f.Date != "" {
		out = append(out, day(f.Date))
	}
	if f.Committee != nil {
		out = append(out, f.Committee.Name)
	}
	return strings.Join(append(out, f.Council.ShortName), " · ")
}

func typeWord(name string) string {
	switch name {
	case "AgendaItem", "AGENDA_ITEM":
		return "item of business"
	}
	return strings.ToLower(name)
}

// typePlural is what a facet is called.
func typePlural(name string) string {
	switch name {
	case "AGENDA_ITEM":
		return "items of business"
	case "PERSON":
		return "people"
	}
	return strings.ToLower(name) + "s"
}

// snippet is the words around what was found. The API escapes all but the marks; whatever else were there is escaped here.
func snippet(s string) template.HTML {
	s = strings.NewReplacer("<mark>", "\x01", "</mark>", "\x02").Replace(s)
	s = strings.NewReplacer("<", "&lt;", ">", "&gt;", "\x01", "<mark>", "\x02", "</mark>").Replace(s)
	return template.HTML(s) //nolint:gosec // of no element but mark
}

// shownSearch is what the template shows.
type shownSearch struct {
	Query, Council, Type, From, To string
	Found                          *searchData
	Types, Councils, Years         []facet
	// Clear leads to the search without any facet, "" where none is chosen.
	Clear       string
	First, Next string
	// Wrong is why nothing could be searched for.
	Wrong string
}

// facet is a choice that narrows a search; one without an address is chosen, and Off leads to the search without it.
type facet struct {
	Text, Href, Off string
	Count           string
}

// searchTypes are the kinds that can be searched for.
func searchTypes() []string {
	return []string{"RESOLUTION", "AGENDA_ITEM", "PERSON", "COMMITTEE", "ISSUE", "DOCUMENT"}
}

// searchMaker makes the page of a search: q are its words, type, council, from and to narrow it.
func (s *Site) searchMaker(r *http.Request) (*View, error) {
	d := shownSearch{Query: strings.TrimSpace(r.FormValue("q")), Council: r.FormValue("council"), Type: strings.ToUpper(r.FormValue("type"))}
	d.From, d.To = dayOf(r.FormValue("from")), dayOf(r.FormValue("to"))
	f := Frame{Title: "Search", Path: "/search", Crumbs: []Link{{Text: "Search"}}, NoIndex: r.URL.RawQuery != "",
		Description: "Search the records of UK councils: resolutions, items of business, people, committees, issues and documents."}
	if d.Query == "" {
		f.Lead = "Find resolutions, items of business, people, committees, issues and documents by their words."
		return &View{Frame: f, Template: "search", Data: &d}, nil
	}
	values := map[string]any{"q": d.Query, "council": d.Council, "from": d.From, "to": d.To, "after": r.FormValue("after")}
	if slices.Contains(searchTypes(), d.Type) {
		values["types"] = []string{d.Type}
	} else {
		d.Type = ""
	}
	q := s.question("search", values)
	answer, err := ask[struct {
		Search *searchData `json:"search"`
	}](r.Context(), s, q)
	var told *Problem
	if errors.As(err, &told) && told.Status == http.StatusBadRequest { // the reader's words cannot be searched for
		d.Wrong, d.Found = told.Message, &searchData{}
		f.Title = "Search: " + short(60, d.Query)
		return &View{Status: http.StatusBadRequest, Frame: f, Template: "search", Data: &d}, nil
	}
	if err != nil {
		return nil, err
	}
	d.Found, f.Question = answer.Search, q
	f.Title = "Search: " + short(60, d.Query)
	f.Lead = d.lead()
	d.facets(s.config.Now().Year())
	if r.FormValue("after") != "" {
		d.First = d.link()
	}
	if p := d.Found.PageInfo; p.HasNextPage {
		d.Next = d.link("after", p.EndCursor)
	}
	return &View{Frame: f, Template: "search", Data: &d}, nil
}

// dayOf is a day as it was sent, "" for what is none.
func dayOf(sent string) string {
	if _, err := time.Parse(time.DateOnly, sent); err != nil {
		return ""
	}
	return sent
}

// lead says how many were found.
func (d *shownSearch) lead() string {
	total := count(d.Found.TotalCount, "result", "results")
	for _, t := range d.Found.Types {
		if !t.Complete {
			total = "More than " + total
			break
		}
	}
	return total + ", the best first."
}

// link is the address of the search with changes: name, value, name, value. A value of "" takes the name out.
func (d *shownSearch) link(changes ...string) string {
	v := url.Values{}
	for _, p := range [][2]string{{"q", d.Query}, {"council", d.Council}, {"type", strings.ToLower(d.Type)}, {"from", d.From}, {"to", d.To}} {
		if p[1] != "" {
			v.Set(p[0], p[1])
		}
	}
	for i := 0; i+1 < len(changes); i += 2 {
		if v.Del(changes[i]); changes[i+1] != "" {
			v.Set(changes[i], changes[i+1])
		}
	}
	return "/search?" + v.Encode()
}

// facetYears is how many years can be chosen by a link; other days go into the form.
const facetYears = 6

func (d *shownSearch) facets(year int) {
	for _, t := range d.Found.Types {
		x := facet{Text: typePlural(t.Type), Href: d.link("type", strings.ToLower(t.Type)), Count: number(t.Count)}
		if !t.Complete {
			x.Count += "+"
		}
		if t.Type == d.Type {
			x.Href, x.Off = "", d.link("type", "")
		}
		d.Types = append(d.Types, x)
	}
	for _, c := range d.Found.Councils {
		x := facet{Text: c.Council.ShortName, Href: d.link("council", c.Council.Slug), Count: number(c.Count)}
		if c.Council.Slug == d.Council {
			x.Href, x.Off = "", d.link("council", "")
		}
		d.Councils = append(d.Councils, x)
	}
	if d.Council != "" && len(d.Councils) == 0 {
		d.Councils = []facet{{Text: d.Council, Off: d.link("council", "")}}
	}
	for y := year; y > year-facetYears; y-- {
		from, to := strconv.Itoa(y)+"-01-01", strconv.Itoa(y)+"-12-31"
		x := facet{Text: strconv.Itoa(y), Href: d.link("from", from, "to", to)}
		if d.From == from && d.To == to {
			x.Href, x.Off = "", d.link("from", "", "to", "")
		}
		d.Years = append(d.Years, x)
	}
	if d.Council+d.Type+d.From+d.To != "" {
		d.Clear = d.link("council", "", "type", "", "from", "", "to", "")
	}
}
