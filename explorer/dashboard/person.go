package dashboard

import (
	"context"
	"strings"

	"councilgraph/explorer/page"
)

// told is a total, by months where it has them.
type told struct {
	TotalCount int    `json:"totalCount"`
	Months     groups `json:"months"`
}

// personAnswer is the answer to queries/person.graphql.
type personAnswer struct {
	People list[struct {
		Decisions struct {
			TotalCount int    `json:"totalCount"`
			Edges      []part `json:"edges"`
		} `json:"decisions"`
		Present  told `json:"present"`
		Chaired  told `json:"chaired"`
		Spoke    told `json:"spoke"`
		Declared told `json:"declared"`
		Moved    told `json:"moved"`
		Seconded told `json:"seconded"`
	}] `json:"people"`
}

func (d *Dashboards) fillPerson(ctx context.Context, b *board) error {
	b.question = d.question("person", b.uri, b.Period, "")
	var answer personAnswer
	if err := d.site.Ask(ctx, b.question, &answer); err != nil {
		return err
	}
	p := answer.People.first()
	if p == nil {
		return nowhere("No person is known by this address.")
	}
	b.Decisions, b.Latest = p.Decisions.TotalCount, p.Decisions.Edges
	b.Parts = []counted{
		{"moved", p.Moved.TotalCount},
		{"seconded", p.Seconded.TotalCount},
		{"present", p.Present.TotalCount},
		{"chaired", p.Chaired.TotalCount},
		{"spoke or presented", p.Spoke.TotalCount},
		{"declared an interest", p.Declared.TotalCount},
	}
	if b.shows(partAttendance) {
		if err := d.personAttendance(ctx, b); err != nil {
			return err
		}
	}
	if b.shows(partVotes) || b.shows(partMembers) {
		if err := d.personVotes(ctx, b); err != nil {
			return err
		}
	}
	return d.money(ctx, b, "person-money", append(p.Moved.Months.Nodes, p.Seconded.Months.Nodes...))
}

// personAttendance asks for the meetings in whose minutes the person is listed.
func (d *Dashboards) personAttendance(ctx context.Context, b *board) error {
	type entry struct {
		Status  string `json:"status"`
		Meeting struct {
			URI       string `json:"uri"`
			Date      string `json:"date"`
			Committee *ref   `json:"committee"`
		} `json:"meeting"`
	}
	type answer struct {
		People list[struct {
			Attendances list[entry] `json:"attendances"`
		}] `json:"people"`
	}
	listed, total, err := all(ctx, d, func(after string) page.Question { return d.question("person-attendance", b.uri, b.Period, after) },
		func(a *answer) *list[entry] {
			if p := a.People.first(); p != nil {
				return &p.Attendances
			}
			return nil
		})
	if err != nil {
		return err
	}
	b.Meetings, b.Shown, b.AttendedLeft = total, len(listed), total-len(listed)
	var columns []column
	for _, m := range b.Period.months() {
		columns = append(columns, column{key: m, date: m[:len("2024-02")], Text: written(m, "Jan 06"), Title: month(m)})
	}
	var entries []attended
	for _, e := range listed {
		row := who{Name: "Committee not stated", sort: "\U0010FFFF"}
		if c := e.Meeting.Committee; c != nil {
			row = who{Name: c.Name, URI: c.URI, sort: strings.ToLower(c.Name)}
		}
		entries = append(entries, attended{row, monthOf(e.Meeting.Date), e.Status})
	}
	b.Matrix = newMatrix(columns, entries)
	return nil
}

// personVotes asks how the person voted.
func (d *Dashboards) personVotes(ctx context.Context, b *board) error {
	type entry struct {
		Option string   `json:"option"`
		Event  division `json:"voteEvent"`
	}
	type answer struct {
		People list[struct {
			Votes list[entry] `json:"votes"`
		}] `json:"people"`
	}
	votes, total, err := all(ctx, d, func(after string) page.Question { return d.question("person-votes", b.uri, b.Period, after) },
		func(a *answer) *list[entry] {
			if p := a.People.first(); p != nil {
				return &p.Votes
			}
			return nil
		})
	if err != nil {
		return err
	}
	b.DivisionsLeft = total - len(votes)
	var did deeds
	for _, v := range votes {
		v.Event.Option = v.Option
		b.Divisions = append(b.Divisions, v.Event)
		did.vote(v.Option)
	}
	newestFirst(b.Divisions)
	b.Parts = append(b.Parts, counted{"voted for", did.For}, counted{"voted against", did.Against}, counted{"abstained", did.Abstained})
	return nil
}
