package page

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// feedData is the answer to queries/feed.graphql.
type feedData struct {
	Dataset struct {
		LastIngest string `json:"lastIngest"`
	} `json:"dataset"`
	Resource *struct {
		typed
		Name        string              `json:"name"`
		Council     *ref                `json:"council"`
		Meetings    list[fedMeeting]    `json:"meetings"`
		Resolutions list[fedResolution] `json:"resolutions"`
	} `json:"resource"`
}

// fedMeeting is a meeting in a feed or a calendar.
type fedMeeting struct {
	sitting
	EndTime string   `json:"endTime"`
	Council ref      `json:"council"`
	Sources []origin `json:"sources"`
}

// Title is the committee, or that it is a meeting, and whose.
func (m fedMeeting) Title() string {
	body := "Meeting"
	if m.Committee != nil {
		body = m.Committee.Name
	}
	switch m.Status {
	case "CANCELLED":
		body = "Cancelled: " + body
	case "POSTPONED":
		body = "Postponed: " + body
	}
	return body + ", " + m.Council.Name
}

// fedResolution is a resolution in a feed.
type fedResolution struct {
	outcome
	Council ref      `json:"council"`
	Sources []origin `json:"sources"`
}

// fetched is when the best source of a node was fetched, or otherwise: both RFC 3339.
func fetched(from []origin, otherwise string) string {
	if len(from) > 0 && from[0].FetchedAt != "" {
		return from[0].FetchedAt
	}
	return otherwise
}

// feedOf is what a feed is about.
func (d *feedData) feedOf() string {
	if c := d.Resource.Council; c != nil {
		return d.Resource.Name + ", " + c.Name
	}
	return d.Resource.Name
}

// calendarPages is how many pages of a hundred meetings a calendar has: the latest.
const calendarPages = 3

// feedMaker makes /feeds/<council>[/<committee>]/meetings.ics, meetings.atom and decisions.atom.
func (s *Site) feedMaker(r *http.Request) (*made, error) {
	path := strings.TrimPrefix(r.URL.Path, "/feeds/")
	of, name, _ := cutLast(path)
	kind, known := map[string]string{"meetings.ics": "meetings", "meetings.atom": "meetings", "decisions.atom": "decisions"}[name]
	if !known || of == "" || strings.Count(of, "/") > 1 {
		return nil, missing("There is no such feed. Feeds are at /feeds/<council>/ and /feeds/<council>/<committee>/: meetings.ics, meetings.atom, decisions.atom.")
	}
	d, err := s.feed(r.Context(), "/id/"+of, kind, r.FormValue("after"))
	if err != nil {
		return nil, err
	}
	if at := strings.TrimPrefix(d.Resource.URI, "/id/"); at != of {
		to := "/feeds/" + at + "/" + name
		return &made{status: http.StatusMovedPermanently, mediaType: "text/plain; charset=utf-8", redirect: to, frame: &Frame{}, plain: []byte("The feed is at " + to + " now.\n")}, nil
	}
	if name == "meetings.ics" {
		for p := d.Resource.Meetings.PageInfo; p.HasNextPage && len(d.Resource.Meetings.Nodes) < calendarPages*100; {
			more, err := s.feed(r.Context(), d.Resource.URI, kind, p.EndCursor)
			if err != nil {
				return nil, err
			}
			d.Resource.Meetings.Nodes = append(d.Resource.Meetings.Nodes, more.Resource.Meetings.Nodes...)
			p = more.Resource.Meetings.PageInfo
		}
		return &made{status: http.StatusOK, mediaType: "text/calendar; charset=utf-8", frame: &Frame{}, plain: calendar(d, s.base(r))}, nil
	}
	text, err := atom(d, kind, s.base(r), "/feeds/"+path, r.FormValue("after"))
	if err != nil {
		return nil, fmt.Errorf("write the feed %s: %w", path, err)
	}
	return &made{status: http.StatusOK, mediaType: "application/atom+xml; charset=utf-8", frame: &Frame{}, plain: text}, nil
}

// cutLast parts a path at its last slash.
func cutLast(path string) (before, after string, found bool) {
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}

// feed asks for one page of a feed.
func (s *Site) feed(ctx context.Context, uri, kind, after string) (*feedData, error) {
	q := s.question("feed", map[string]any{"uri": uri, "after": after, "meetings": kind == "meetings", "decisions": kind == "decisions"})
	d, err := ask[feedData](ctx, s, q)
	if err != nil {
		return nil, err
	}
	if d.Resource == nil || d.Resource.URI == "" {
		return nil, missing("No council and no committee has the address " + short(200, uri) + ".")
	}
	if d.Dataset.LastIngest == "" {
		d.Dataset.LastIngest = time.Unix(0, 0).UTC().Format(time.RFC3339)
	}
	return d, nil
}
