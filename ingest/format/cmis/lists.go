package cmis

import (
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

var (
	// listedMeeting is a link of the list of meetings: "9 Jul 2026 11:00 - Planning Committee".
	listedMeeting = regexp.MustCompile(`^(\d{1,2} +[A-Za-z]{3,9} +\d{4}) +(\d{1,2}:\d{2}) +[-–] +(.+)$`)
	// day is the head of a calendar's row: "Monday, 8 June 2026". Without its year it is no date.
	day = regexp.MustCompile(`^[A-Z][a-z]+day,? +(\d{1,2} +[A-Z][a-z]+ +\d{4})$`)
	// dayMeeting is a link of a calendar: "10:00 Licensing Sub-Committee A".
	dayMeeting = regexp.MustCompile(`^(\d{1,2}:\d{2}) +(.+)$`)
)

// listed reads the lists of meetings. A calendar that prints days without a year says no date.
func (r *reader) listed() {
	today := ""
	for i, l := range r.lines {
		if got := day.FindStringSubmatch(l.text); got != nil {
			today = printed.ISODate(got[1])
			continue
		}
		for _, k := range l.links {
			m := record.Meeting{Span: r.spans.Span(line{text: r.page[k.From:k.To], start: k.From}.place("meeting-listed"))}
			if m.SourceID, m.CommitteeID = idsOf(k.href); m.SourceID == "" {
				continue
			}
			words := printed.Tidy(r.page[k.From:k.To])
			if got := listedMeeting.FindStringSubmatch(words); got != nil {
				m.Date, m.StartTime, m.Committee = printed.ISODate(got[1]), printed.TimeOf(got[2]), got[3]
				if i+1 < len(r.lines) && r.lines[i+1].cell && len(r.lines[i+1].links) == 0 {
					m.Venue = printed.VenueOf(r.lines[i+1].text)
				}
			} else if got := dayMeeting.FindStringSubmatch(words); got != nil {
				m.Date, m.StartTime, m.Committee = today, printed.TimeOf(got[1]), got[2]
			}
			if m.Committee != "" && m.Date != "" {
				r.out.Meetings = append(r.out.Meetings, m)
			}
		}
	}
}
