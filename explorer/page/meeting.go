package page

import (
	"net/http"
	"strings"
	"time"
)

// meetingData is the answer to queries/meeting.graphql.
type meetingData struct {
	typed
	Date               string  `json:"date"`
	StartTime          string  `json:"startTime"`
	EndTime            string  `json:"endTime"`
	Venue              string  `json:"venue"`
	Status             string  `json:"status"`
	AgendaPublished    *bool   `json:"agendaPublished"`
	DecisionsPublished *bool   `json:"decisionsPublished"`
	MinutesPublished   *bool   `json:"minutesPublished"`
	WebURL             string  `json:"webUrl"`
	Council            council `json:"council"`
	Committee          *struct {
		ref
		Earlier list[sitting] `json:"earlier"`
		Later   list[sitting] `json:"later"`
	} `json:"committee"`
	Items []struct {
		matter
		Outcome     string    `json:"outcome"`
		Restricted  *bool     `json:"restricted"`
		Truncated   bool      `json:"truncated"`
		Resolutions []outcome `json:"resolutions"`
	} `json:"agendaItems"`
	Attendances  []presence    `json:"attendances"`
	Declarations []interest    `json:"declarations"`
	Documents    []paper       `json:"documents"`
	Resolutions  list[outcome] `json:"resolutions"`
	Sources      []origin      `json:"sources"`

	// Groups are the attendances by their status, in the order of statuses.
	Groups []presences `json:"-"`
}

// presence is one attendance.
type presence struct {
	Status        string `json:"status"`
	Role          string `json:"role"`
	AsWritten     string `json:"asWritten"`
	Virtual       *bool  `json:"virtual"`
	Arrived       string `json:"arrived"`
	Left          string `json:"left"`
	Person        *ref   `json:"person"`
	SubstituteFor *ref   `json:"substituteFor"`
	SubstitutedAs string `json:"substituteForAsWritten"`
}

// By is whose it is.
func (p presence) By() who { return who{p.Person, p.AsWritten} }

// For is whom a substitute stood in for.
func (p presence) For() who { return who{p.SubstituteFor, p.SubstitutedAs} }

// presences are the attendances of one status.
type presences struct {
	Status  string
	Members []presence
}

// statuses are what attendances say, in the order in which pages show them.
func statuses() []presences {
	return []presences{{Status: "PRESENT"}, {Status: "LATE"}, {Status: "SUBSTITUTE"}, {Status: "IN_ATTENDANCE"}, {Status: "APOLOGIES"}, {Status: "ABSENT"}, {Status: "EXPECTED"}}
}

// dateOf is the day that stands in the address of a meeting, "" where none does.
func dateOf(uri string) string {
	last := uri[strings.LastIndexByte(uri, '/')+1:]
	if len(last) >= len(time.DateOnly) {
		if _, err := time.Parse(time.DateOnly, last[:len(time.DateOnly)]); err == nil {
			return last[:len(time.DateOnly)]
		}
	}
	return ""
}

func (s *Site) meetingPage() entityMaker {
	return entity(s, "meeting", "Meeting",
		func(_ *http.Request, uri string) map[string]any {
			date := dateOf(uri)
			return map[string]any{"date": date, "dated": date != ""}
		},
		func(_ *http.Request, d *meetingData, f *Frame) (*View, error) {
			body, on := "Meeting", "on a day that is not stated"
			f.Crumbs = []Link{named(d.Council.ref)}
			if d.Committee != nil {
				body = d.Committee.Name
				f.Crumbs = append(f.Crumbs, named(d.Committee.ref))
			}
			if d.Date != "" {
				on = weekday(d.Date)
			}
			f.Kind, f.Title = "Meeting", body+", "+on
			f.Name = body + ", " + day(d.Date) + ", " + d.Council.ShortName
			f.Crumbs = append(f.Crumbs, Link{Text: crumbDay(d.Date)})
			f.Lead = d.lead(body)
			f.resting(d.Sources, 5)
			d.Groups = grouped(d.Attendances)
			for i := range d.Documents {
				d.Documents[i].Parent = d.URI
			}
			return &View{Frame: *f, Template: "meeting", Data: d}, nil
		})
}

// crumbDay is a meeting's day in a breadcrumb.
func crumbDay(date string) string {
	if date == "" {
		return "Meeting without a date"
	}
	return day(date)
}

func (d *meetingData) lead(body string) string {
	what := "A meeting"
	if body != "Meeting" {
		what = "A meeting of the " + body
	}
	what += " of the " + d.Council.Name
	if d.Venue != "" {
		what += " at " + d.Venue
	}
	if d.StartTime != "" {
		what += ", from " + d.StartTime
	}
	switch d.Status {
	case "CANCELLED":
		return what + ". It was cancelled."
	case "POSTPONED":
		return what + ". It was postponed."
	case "SCHEDULED":
		return what + ". It was planned when the page was read."
	}
	return what + ". " + capital(count(len(d.Items), "item of business", "items of business")) + " and " + count(d.Resolutions.TotalCount, "resolution", "resolutions") + " are known."
}

// grouped is the attendances by their status; statuses that nobody has are left out.
func grouped(all []presence) []presences {
	groups := statuses()
	for _, p := range all {
		for i := range groups {
			if groups[i].Status == p.Status {
				groups[i].Members = append(groups[i].Members, p)
			}
		}
	}
	var out []presences
	for _, g := range groups {
		if len(g.Members) > 0 {
			out = append(out, g)
		}
	}
	return out
}
