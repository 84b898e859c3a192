package dashboard

import (
	"context"

	"councilgraph/explorer/page"
)

// committeeAnswer is the answer to queries/committee.graphql.
type committeeAnswer struct {
	Committees list[struct {
		Meetings    list[meeting] `json:"meetings"`
		Resolutions struct {
			TotalCount int    `json:"totalCount"`
			Months     groups `json:"months"`
			Kinds      groups `json:"kinds"`
			Movers     groups `json:"movers"`
			Seconders  groups `json:"seconders"`
		} `json:"resolutions"`
	}] `json:"committees"`
}

// meeting is a meeting with who came.
type meeting struct {
	URI         string `json:"uri"`
	Date        string `json:"date"`
	Status      string `json:"status"`
	Attendances []struct {
		Status    string  `json:"status"`
		AsWritten string  `json:"asWritten"`
		Person    *person `json:"person"`
	} `json:"attendances"`
}

func (d *Dashboards) fillCommittee(ctx context.Context, b *board) error {
	b.question = d.question("committee", b.uri, b.Period, b.after)
	var answer committeeAnswer
	if err := d.site.Ask(ctx, b.question, &answer); err != nil {
		return err
	}
	c := answer.Committees.first()
	if c == nil {
		return nowhere("No committee is known by this address.")
	}
	b.Matrix = ofMeetings(c.Meetings.Nodes)
	b.Meetings, b.Shown = c.Meetings.TotalCount, len(c.Meetings.Nodes)
	if c.Meetings.PageInfo.HasNextPage {
		b.Next = c.Meetings.PageInfo.EndCursor
	}
	b.Decisions, b.Kinds = c.Resolutions.TotalCount, c.Resolutions.Kinds.Nodes

	people := tally{}
	for _, g := range c.Resolutions.Movers.Nodes {
		if g.Key.Mover != nil {
			people.of(whoIs(g.Key.Mover, "")).Moved = g.Aggregate.Count
		}
	}
	for _, g := range c.Resolutions.Seconders.Nodes {
		if g.Key.Seconder != nil {
			people.of(whoIs(g.Key.Seconder, "")).Seconded = g.Aggregate.Count
		}
	}
	b.PeopleLeft = c.Resolutions.Movers.TotalCount > len(c.Resolutions.Movers.Nodes) || c.Resolutions.Seconders.TotalCount > len(c.Resolutions.Seconders.Nodes)
	if b.shows(partVotes) || b.shows(partMembers) {
		if err := d.committeeVotes(ctx, b, people); err != nil {
			return err
		}
	}
	b.Deeds = people.rows()
	return d.money(ctx, b, "committee-money", c.Resolutions.Months.Nodes)
}

// committeeVotes asks for the votes of the period, and counts how each person voted in them.
func (d *Dashboards) committeeVotes(ctx context.Context, b *board, people tally) error {
	type answer struct {
		VoteEvents list[division] `json:"voteEvents"`
	}
	taken, total, err := all(ctx, d, func(after string) page.Question { return d.question("committee-votes", b.uri, b.Period, after) },
		func(a *answer) *list[division] { return &a.VoteEvents })
	if err != nil {
		return err
	}
	b.Divisions, b.DivisionsLeft = taken, total-len(taken)
	newestFirst(b.Divisions)
	for _, v := range taken {
		for _, one := range v.Votes {
			people.of(whoIs(one.Person, one.AsWritten)).vote(one.Option)
		}
	}
	return nil
}

// ofMeetings is the matrix of people and meetings.
func ofMeetings(meetings []meeting) *matrix {
	columns := make([]column, len(meetings))
	var entries []attended
	for i, m := range meetings {
		at := len(meetings) - 1 - i // the oldest first
		columns[at] = column{key: m.URI, date: m.Date, Text: shortDay(m.Date), Title: "Meeting of " + day(m.Date), Href: doc(m.URI)}
		if m.Status == "CANCELLED" {
			columns[at].Title += ", cancelled"
		}
		for _, a := range m.Attendances {
			entries = append(entries, attended{whoIs(a.Person, a.AsWritten), m.URI, a.Status})
		}
	}
	return newMatrix(columns, entries)
}
