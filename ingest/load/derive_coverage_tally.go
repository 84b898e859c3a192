package load

import (
	"context"
	"fmt"
	"strconv"

	"entgo.io/ent/dialect"
)

// counted is one of the counts of a month: of the rows that fulfil a condition, of all where that is "".
type counted struct {
	into func(*counts) *int
	when string
}

// tally is what one statement counts: rows n that belong to rows h, which have the committee and the day.
type tally struct {
	held   string // the table of h
	day    string // its day, so that days can be ordered: "1" and the day, "0" for none
	from   string // what stands beside it, "" where h itself is counted
	on     string // what joins it, and which of it count at all
	counts []counted
}

const (
	nobody = "IN ('CANDIDATES', 'UNKNOWN')" // what is open in a column of unsettled namings
	mover  = "n.mover_id IS NULL AND n.mover_as_written IS NOT NULL"
	second = "n.seconder_id IS NULL AND n.seconder_as_written IS NOT NULL"
)

// tallies are all that is counted of a month. Joins are CROSS JOINs because SQLite keeps to their order: whoever is open
// is found by the month, not the month by all who are open.
func tallies() []tally {
	unresolved := func(n *counts) *int { return &n.unresolved }
	open := []counted{{unresolved, ""}}
	const day = "h.date_desc"
	return []tally{
		{"meetings", day, "", "", []counted{
			{func(n *counts) *int { return &n.meetings }, ""},
			{func(n *counts) *int { return &n.cancelled }, "h.status IN ('CANCELLED', 'POSTPONED')"},
			{func(n *counts) *int { return &n.withAgenda }, "h.agenda_published"},
			{func(n *counts) *int { return &n.withMinutes }, "h.minutes_published"},
			{func(n *counts) *int { return &n.withDecisions }, "h.decisions_published"},
		}},
		{"meetings", day, "attendances AS n", "n.meeting_id = h.id AND n.unsettled " + nobody, open},
		{"meetings", day, "declarations AS n", "n.meeting_id = h.id AND n.unsettled " + nobody, open},
		{"agenda_items", day, "", "", []counted{
			{func(n *counts) *int { return &n.items }, ""},
			{func(n *counts) *int { return &n.cutItems }, "h.truncated"},
		}},
		{"agenda_items", day, "participations AS n", "n.agenda_item_id = h.id AND n.unsettled " + nobody, open},
		{"agenda_items", day, "vote_events AS e CROSS JOIN votes AS n", "e.agenda_item_id = h.id AND n.vote_event_id = e.id AND n.unsettled " + nobody, open},
		{"agenda_items", day, "declarations AS n", "n.agenda_item_id = h.id AND n.meeting_id IS NULL AND n.unsettled " + nobody, open},
		{"agenda_items", day, "resolutions AS n", "n.agenda_item_id = h.id", []counted{{unresolved, mover}, {unresolved, second}}},
		{"failures", "COALESCE('1' || h.date, '0')", "", "h.resolved_at IS NULL", []counted{{func(n *counts) *int { return &n.failed }, ""}}},
		{"agenda_items", day, "motions AS n", "n.agenda_item_id = h.id", []counted{{unresolved, mover}, {unresolved, second}}},
	}
}

// sql is the statement of a tally: what it counts by month, of a council's or committee's days from one to another.
func (t tally) sql(d string, committee bool) string {
	text := "SELECT substr(" + t.day + ", 2, 7)"
	for _, c := range t.counts {
		if c.when == "" {
			text += ", COUNT(*)"
		} else {
			text += ", SUM(CASE WHEN " + c.when + " THEN 1 ELSE 0 END)"
		}
	}
	text += " FROM " + t.held + " AS h"
	if t.from != "" {
		text += " CROSS JOIN " + t.from
	}
	mark := func(n int) string {
		if d == dialect.Postgres {
			return "$" + strconv.Itoa(n)
		}
		return "?"
	}
	if committee {
		text += " WHERE h.committee_id = " + mark(1)
	} else {
		text += " WHERE h.council_id = " + mark(1) + " AND h.committee_id IS NULL"
	}
	text += " AND " + t.day + " >= " + mark(2) + " AND " + t.day + " <= " + mark(3)
	if t.on != "" {
		text += " AND " + t.on
	}
	return text + " GROUP BY 1"
}

// tally counts what the store holds of months of one committee, or of none; they are given in order.
func (s *store) tally(ctx context.Context, months []covered) (map[string]counts, error) {
	out := make(map[string]counts, len(months))
	for _, m := range months {
		out[m.month] = counts{}
	}
	for _, run := range runs(months) {
		from, _ := run[0].days()
		_, to := run[len(run)-1].days()
		for _, t := range tallies() {
			if err := s.tallyOne(ctx, t, run[0], from, to, out); err != nil {
				return nil, fmt.Errorf("count months of %s: %w", t.held, err)
			}
		}
	}
	return out, nil
}

// tallyOne adds what a tally counts of a committee's days to the months that are noted.
func (s *store) tallyOne(ctx context.Context, t tally, of covered, from, to string, into map[string]counts) error {
	id := of.committee
	if id == 0 {
		id = of.council
	}
	var month string
	found := make([]int, len(t.counts))
	columns := []any{&month}
	for i := range found {
		columns = append(columns, &found[i])
	}
	return s.rows(ctx, t.sql(s.dialect, of.committee != 0), []any{id, from, to}, func(r scanner) error {
		if err := r.Scan(columns...); err != nil {
			return err
		}
		n, noted := into[month]
		if !noted {
			return nil
		}
		for i, c := range t.counts {
			*c.into(&n) += found[i]
		}
		into[month] = n
		return nil
	})
}

// runs parts months, which are in order, where more than a year lies between two: what lies between is read too. Those
// without a day stand alone.
func runs(months []covered) (out [][]covered) {
	for i, m := range months {
		if i > 0 && months[i-1].month != "" && monthNumber(m.month)-monthNumber(months[i-1].month) <= 12 {
			out[len(out)-1] = append(out[len(out)-1], m)
		} else {
			out = append(out, []covered{m})
		}
	}
	return out
}
