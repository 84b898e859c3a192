package link

import "slices"

// committeeDay is a committee's key and a date: what a meeting is known by where the source does not number it.
type committeeDay struct{ committee, date string }

func (d committeeDay) known() bool { return d.committee != "" && d.date != "" }

// sitting is one meeting.
type sitting struct {
	id      string         // MId, "" where no page gives it
	claims  []int          // the most trusted first
	days    []committeeDay // of the claims with its number
	starts  []string       // likewise
	address bool           // its key is the address of a meeting
	key     string
}

// tell adds what a claim with the meeting's number says.
func (s *sitting) tell(d committeeDay, start string) {
	if d.known() && !slices.Contains(s.days, d) {
		s.days = append(s.days, d)
	}
	if start != "" && !slices.Contains(s.starts, start) {
		s.starts = append(s.starts, start)
	}
}

// meetings settles which claims of meetings are one: by the source's number, else by committee, day
// and, where two that day differ in it, the start. A claim that could be one of two is neither.
func (p *places) meetings() {
	byID, byDay := map[string]*sitting{}, map[committeeDay][]int{}
	var all []*sitting
	for _, i := range p.kinds[Meeting] {
		c := p.claims[i]
		id := c.id()
		if id == "" {
			if d := p.dayOf(i); d.known() {
				byDay[d] = append(byDay[d], i)
			}
			continue
		}
		if byID[id] == nil {
			byID[id] = &sitting{id: id}
			all = append(all, byID[id])
		}
		byID[id].tell(p.dayOf(i), c.Start)
		byID[id].claims = append(byID[id].claims, i)
		p.sitting[i] = byID[id]
	}
	numbered := map[committeeDay][]*sitting{}
	for _, s := range all {
		for _, d := range s.days {
			numbered[d] = append(numbered[d], s)
		}
	}
	for d, claims := range byDay {
		for _, s := range p.unnumbered(claims, numbered[d]) {
			s.days = append(s.days, d)
			all = append(all, s)
		}
	}
	p.addresses(all)
	for _, i := range p.kinds[Meeting] {
		if s := p.sitting[i]; s != nil {
			p.answer[i] = s.key
		} else {
			p.answer[i] = p.claims[i].Fallback
		}
	}
}

func (p *places) dayOf(i int) committeeDay {
	d := committeeDay{date: p.claims[i].Date}
	if at := p.parent[i]; at >= 0 {
		d.committee = p.answer[at]
	}
	return d
}

// unnumbered puts a day's claims without a number where they belong, and gives the meetings that they
// alone tell of. Numbered are the meetings of that day that the source numbers.
func (p *places) unnumbered(claims []int, numbered []*sitting) []*sitting {
	starts := map[string]*sitting{} // by start; nil where it could be one of two
	var own, open []*sitting
	for _, s := range numbered {
		if len(s.starts) == 0 {
			open = append(open, s)
		}
		for _, start := range s.starts {
			if _, two := starts[start]; two {
				starts[start] = nil
			} else {
				starts[start] = s
			}
		}
	}
	var unknown []string // starts that no numbered meeting has
	for _, i := range claims {
		start := p.claims[i].Start
		if _, ok := starts[start]; start != "" && !ok && !slices.Contains(unknown, start) {
			unknown = append(unknown, start)
		}
	}
	for _, start := range unknown {
		switch {
		case len(unknown) == 1 && len(open) == 1:
			starts[start] = open[0]
		case len(open) > 1:
			starts[start] = nil
		default:
			s := &sitting{}
			starts[start] = s
			own = append(own, s)
		}
	}
	alone := append(slices.Clone(numbered), own...)
	if len(alone) == 0 {
		own = []*sitting{{}}
		alone = own
	}
	for _, i := range claims {
		start := p.claims[i].Start
		s := starts[start]
		if start == "" && len(alone) == 1 {
			s = alone[0]
		}
		if s != nil {
			s.claims = append(s.claims, i)
			p.sitting[i] = s
		}
	}
	return own
}

// addresses gives meetings their keys: committee and committeeDay, the later ones of a day with -2 behind it.
func (p *places) addresses(all []*sitting) {
	var wants []want
	for _, s := range all {
		slices.Sort(s.claims)
		d, start := p.address(s)
		if !d.known() {
			s.key = p.fallback(s.claims)
			continue
		}
		s.address = true
		wants = append(wants, want{d.committee + "/" + d.date, []string{last(start), natural(s.id)}, func(key string) { s.key = key }})
	}
	p.assign(wants)
}

// address is the committee, day and start of a meeting by the most trusted claim that gives committee
// and day. A committee of one page and a day of another make no address: other pages of that meeting
// could not be found by it.
func (p *places) address(s *sitting) (d committeeDay, start string) {
	for _, i := range s.claims {
		if start == "" {
			start = p.claims[i].Start
		}
		if got := p.dayOf(i); !d.known() && got.known() {
			d = got
		}
	}
	return d, start
}
