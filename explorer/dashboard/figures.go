package dashboard

import (
	"cmp"
	"slices"
)

// deeds are what a member did in a period.
type deeds struct {
	who
	Moved, Seconded                   int
	For, Against, Abstained, OtherWay int // recorded votes
}

// tally counts members' deeds.
type tally map[string]*deeds

func (t tally) of(w who) *deeds {
	key := w.URI + "\x00" + w.Name
	if t[key] == nil {
		t[key] = &deeds{who: w}
	}
	return t[key]
}

// vote counts one recorded vote.
func (d *deeds) vote(option string) {
	switch option {
	case "FOR":
		d.For++
	case "AGAINST":
		d.Against++
	case "ABSTAIN":
		d.Abstained++
	default: // absent, or there and did not vote
		d.OtherWay++
	}
}

func (t tally) rows() []deeds {
	all := make([]deeds, 0, len(t))
	for _, d := range t {
		all = append(all, *d)
	}
	slices.SortFunc(all, func(a, b deeds) int { return cmp.Or(cmp.Compare(a.sort, b.sort), cmp.Compare(a.Name, b.Name)) })
	return all
}

// group is a group of an answer by month, or by person.
type group struct {
	Key struct {
		Month    string  `json:"month"`
		Kind     string  `json:"kind"`
		Mover    *person `json:"mover"`
		Seconder *person `json:"seconder"`
	} `json:"key"`
	Aggregate struct {
		Count int `json:"count"`
	} `json:"aggregate"`
}

// groups are a page of groups.
type groups struct {
	TotalCount int     `json:"totalCount"`
	Nodes      []group `json:"nodes"`
}

// monthly is one month of a period.
type monthly struct {
	Month     string // its first day
	Decisions int
	Sums      int // how many sums are named
	// Low and High are the least and the most that the sums come to, in pounds. LeftOut sums are not among them: they could not be
	// read as a number, or are paid for each week, year or household.
	Low, High float64
	LeftOut   int
}

// Pounds is what the sums come to, as people write it, "" where there is none.
func (m monthly) Pounds() string {
	switch {
	case m.Sums == m.LeftOut:
		return ""
	case m.Low == m.High:
		return pounds(m.Low)
	default:
		return pounds(m.Low) + " to " + pounds(m.High)
	}
}

// Text is the month, as people write it.
func (m monthly) Text() string { return month(m.Month) }

// byMonth are the months of a period, those of which nothing is known among them.
func byMonth(p period, counts []group, sums []amount) []monthly {
	months := p.months()
	all := make([]monthly, len(months))
	at := map[string]*monthly{}
	for i, m := range months {
		all[i].Month = m
		at[m] = &all[i]
	}
	for _, g := range counts {
		if m := at[g.Key.Month]; m != nil {
			m.Decisions += g.Aggregate.Count
		}
	}
	for _, a := range sums {
		m := at[monthOf(a.Resolution.Date)]
		if m == nil {
			continue
		}
		m.Sums++
		if a.Low == nil || a.High == nil || a.Per != "" {
			m.LeftOut++
			continue
		}
		m.Low += *a.Low
		m.High += *a.High
	}
	return all
}

// amount is a sum that a decision names.
type amount struct {
	AsWritten  string   `json:"asWritten"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	Per        string   `json:"per"`
	Resolution struct {
		URI  string `json:"uri"`
		Date string `json:"date"`
		Text string `json:"text"`
	} `json:"resolution"`
}

// division is a vote that was taken.
type division struct {
	For     *int   `json:"forCount"`
	Against *int   `json:"againstCount"`
	Abstain *int   `json:"abstainCount"`
	Method  string `json:"method"`
	Result  string `json:"result"`
	Item    item   `json:"agendaItem"`
	Motion  *kind  `json:"motion"`
	Votes   []vote `json:"votes"`
	Option  string `json:"-"` // how the person of the dashboard voted
}

// On is what the vote was taken on, as far as it is known.
func (v division) On() string {
	if v.Motion == nil {
		return ""
	}
	return v.Motion.Kind
}

type kind struct {
	Kind string `json:"kind"`
}

type item struct {
	URI   string `json:"uri"`
	Title string `json:"title"`
	Date  string `json:"date"`
}

type vote struct {
	Option    string  `json:"option"`
	AsWritten string  `json:"asWritten"`
	Person    *person `json:"person"`
}

// total is all months together.
func total(months []monthly) monthly {
	var all monthly
	for _, m := range months {
		all.Decisions += m.Decisions
		all.Sums += m.Sums
		all.Low += m.Low
		all.High += m.High
		all.LeftOut += m.LeftOut
	}
	return all
}

// newestFirst orders votes by day.
func newestFirst(all []division) {
	slices.SortStableFunc(all, func(a, b division) int {
		return cmp.Or(cmp.Compare(b.Item.Date, a.Item.Date), cmp.Compare(a.Item.URI, b.Item.URI))
	})
}
