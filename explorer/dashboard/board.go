package dashboard

import (
	"cmp"
	"context"
	"slices"

	"councilgraph/explorer/page"
)

// board is what a dashboard shows.
type board struct {
	wanted
	Subject  subject
	Period   period
	FirstDay string // of which there is something to show, "" where none is known
	LastDay  string

	Matrix       *matrix
	Meetings     int    // of the period
	Shown        int    // of them, on this page
	Next         string // cursor of the page after, "" for none
	AttendedLeft int    // of a person's attendances, not read

	Deeds      []deeds
	PeopleLeft bool // more people moved or seconded than are counted

	Divisions     []division
	DivisionsLeft int

	Decisions int
	Kinds     []group
	Months    []monthly
	Total     monthly
	Sums      []amount
	SumsLeft  int

	Parts  []counted
	Latest []part

	question page.Question
}

// counted is a number of something.
type counted struct {
	Text  string
	Count int
}

// part is a decision with the part that a person had in it.
type part struct {
	How  []string `json:"how"`
	Node struct {
		URI       string `json:"uri"`
		Date      string `json:"date"`
		Kind      string `json:"kind"`
		Text      string `json:"text"`
		Committee *ref   `json:"committee"`
	} `json:"node"`
}

// shows says whether a part is shown, or asked for as a file.
func (b *board) shows(part string) bool { return b.part == "" || b.part == part }

// fill asks for what the board shows.
func (d *Dashboards) fill(ctx context.Context, b *board) error {
	if b.person {
		return d.fillPerson(ctx, b)
	}
	return d.fillCommittee(ctx, b)
}

// money asks for the sums of a period, and puts them and the numbers of decisions into months.
func (d *Dashboards) money(ctx context.Context, b *board, query string, decisions []group) error {
	if b.shows(partMoney) {
		type answer struct {
			Amounts list[amount] `json:"amounts"`
		}
		sums, total, err := all(ctx, d, func(after string) page.Question { return d.question(query, b.uri, b.Period, after) },
			func(a *answer) *list[amount] { return &a.Amounts })
		if err != nil {
			return err
		}
		slices.SortStableFunc(sums, func(a, b amount) int {
			return cmp.Or(cmp.Compare(a.Resolution.Date, b.Resolution.Date), cmp.Compare(a.Resolution.URI, b.Resolution.URI))
		})
		b.Sums, b.SumsLeft = sums, total-len(sums)
	}
	b.Months = byMonth(b.Period, decisions, b.Sums)
	b.Total = total(b.Months)
	return nil
}
