package page

import (
	"fmt"
	"net/http"
)

// homeData is the answer to queries/home.graphql.
type homeData struct {
	Dataset struct {
		LastIngest string `json:"lastIngest"`
		Counts     struct {
			Councils    int `json:"councils"`
			Committees  int `json:"committees"`
			People      int `json:"people"`
			Meetings    int `json:"meetings"`
			AgendaItems int `json:"agendaItems"`
			Resolutions int `json:"resolutions"`
			Issues      int `json:"issues"`
			Sources     int `json:"sources"`
			Documents   int `json:"documents"`
			Decisions   int `json:"decisions"`
			Votes       int `json:"votes"`
		} `json:"counts"`
	} `json:"dataset"`
	Items struct {
		GroupBy struct {
			TotalCount int           `json:"totalCount"`
			Nodes      []heldCouncil `json:"nodes"`
		} `json:"groupBy"`
	} `json:"agendaItems"`
	Resolutions list[struct {
		outcome
		Council council `json:"council"`
	}] `json:"resolutions"`
}

// heldCouncil is what is held of a council.
type heldCouncil struct {
	Key struct {
		Council struct {
			ref
			Meetings    list[sitting] `json:"meetings"`
			Resolutions list[outcome] `json:"resolutions"`
			Sources     list[origin]  `json:"sources"`
		} `json:"council"`
	} `json:"key"`
	Aggregate struct {
		Count int `json:"count"`
	} `json:"aggregate"`
}

// LastMeeting is the day of the latest meeting, "" where none has a day.
func (h heldCouncil) LastMeeting() string {
	if m := h.Key.Council.Meetings.Nodes; len(m) > 0 {
		return m[0].Date
	}
	return ""
}

// Fetched is when the newest page was fetched, "" where that is not known.
func (h heldCouncil) Fetched() string {
	if m := h.Key.Council.Sources.Nodes; len(m) > 0 {
		return m[0].FetchedAt
	}
	return ""
}

func (s *Site) homeMaker(r *http.Request) (*View, error) {
	q := s.question("home", nil)
	d, err := ask[homeData](r.Context(), s, q)
	if err != nil {
		return nil, err
	}
	c := d.Dataset.Counts
	f := Frame{
		Title: "What UK councils decided", Path: "/", Question: q,
		Lead: fmt.Sprintf("%s of %s, read from %s that the councils published: who met, what was decided, who voted how, and where it says so.",
			count(c.Resolutions, "decision", "decisions"), count(d.Items.GroupBy.TotalCount, "council", "councils"), count(c.Sources, "page", "pages")),
	}
	return &View{Frame: f, Template: "home", Data: d}, nil
}
