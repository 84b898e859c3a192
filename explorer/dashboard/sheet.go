package dashboard

import "strconv"

// sheet is a part of a dashboard for programs and spreadsheets: one row for each fact, with addresses.
type sheet struct {
	head []string
	rows [][]string
}

// sheet is the part that is asked for.
func (b *board) sheet() sheet {
	switch b.part {
	case partAttendance:
		return b.attendanceSheet()
	case partMembers:
		return b.membersSheet()
	case partVotes:
		return b.votesSheet()
	case partMoney:
		return b.moneySheet()
	default:
		return b.decisionsSheet()
	}
}

func (b *board) attendanceSheet() sheet {
	if b.person {
		s := sheet{head: []string{"committee", "committee_uri", "month", "attendance", "says"}}
		for _, l := range b.Matrix.Lines {
			for i, m := range l.Marks {
				if m.Letters != "" {
					s.rows = append(s.rows, []string{l.Name, l.URI, b.Matrix.Columns[i].date, m.Letters, m.Title})
				}
			}
		}
		return s
	}
	s := sheet{head: []string{"person", "person_uri", "date", "meeting_uri", "attendance", "says"}}
	for _, l := range b.Matrix.Lines {
		for i, m := range l.Marks {
			c := b.Matrix.Columns[i]
			says := m.Title
			switch {
			case c.Unlisted:
				says = "the attendance of the meeting is not known"
			case m.Letters == "":
				says = "not listed"
			}
			s.rows = append(s.rows, []string{l.Name, l.URI, c.date, c.key, m.Letters, says})
		}
	}
	return s
}

func (b *board) membersSheet() sheet {
	if b.person {
		s := sheet{head: []string{"part", "decisions"}}
		for _, p := range b.Parts {
			s.rows = append(s.rows, []string{p.Text, strconv.Itoa(p.Count)})
		}
		return s
	}
	s := sheet{head: []string{"person", "person_uri", "moved", "seconded", "voted_for", "voted_against", "abstained", "absent_or_no_vote"}}
	for _, d := range b.Deeds {
		row := []string{d.Name, d.URI}
		for _, n := range []int{d.Moved, d.Seconded, d.For, d.Against, d.Abstained, d.OtherWay} {
			row = append(row, strconv.Itoa(n))
		}
		s.rows = append(s.rows, row)
	}
	return s
}

func (b *board) votesSheet() sheet {
	s := sheet{head: []string{"date", "item", "item_uri", "on", "result", "for", "against", "abstained", "method"}}
	if b.person {
		s.head = append(s.head, "voted")
	}
	for _, v := range b.Divisions {
		row := []string{v.Item.Date, v.Item.Title, v.Item.URI, v.On(), v.Result, stated(v.For), stated(v.Against), stated(v.Abstain), v.Method}
		if b.person {
			row = append(row, v.Option)
		}
		s.rows = append(s.rows, row)
	}
	return s
}

// stated is a number, "" where none is stated.
func stated(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func (b *board) decisionsSheet() sheet {
	s := sheet{head: []string{"month", "decisions"}}
	for _, m := range b.Months {
		s.rows = append(s.rows, []string{m.Month[:len("2024-02")], strconv.Itoa(m.Decisions)})
	}
	return s
}

func (b *board) moneySheet() sheet {
	s := sheet{head: []string{"date", "as_written", "low_pounds", "high_pounds", "per", "resolution_uri", "resolution"}}
	for _, a := range b.Sums {
		s.rows = append(s.rows, []string{a.Resolution.Date, a.AsWritten, sum(a.Low), sum(a.High), a.Per, a.Resolution.URI, a.Resolution.Text})
	}
	return s
}

// sum is a number of pounds, "" where it is not known.
func sum(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}
