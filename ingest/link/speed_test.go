package link

import (
	"fmt"
	"testing"
	"time"
)

// bigCouncil makes up n mentions of a council of one roster of members and officers, over meetings of some years: full names, initials,
// surnames and offices. Of common surnames there are as many people as share is a part of.
func bigCouncil(n, people, surnames int) []Mention {
	given := []string{"Anna", "Brian", "Carol", "Dennis", "Emyr", "Fiona", "George", "Hazel", "Iolo", "Judith", "Karl", "Lena", "Mark", "Nadia", "Owen", "Petra"}
	out := make([]Mention, 0, n)
	start := time.Date(2008, 5, 6, 0, 0, 0, 0, time.UTC)
	for i := 0; len(out) < n; i++ {
		meeting := i / 40
		day := start.AddDate(0, 0, meeting*3%5000).Format(time.DateOnly)
		committee := fmt.Sprint("committee-", meeting%15)
		p := (i*7 + meeting*13) % people
		first, last := given[p%len(given)], fmt.Sprintf("Surname%c%c", 'a'+p%surnames/26, 'a'+p%surnames%26)
		m := Mention{
			Ref: Ref{fmt.Sprint("source/", meeting), fmt.Sprint(i % 40)}, Title: "Councillor", Capacity: "councillor",
			Date: day, Committee: committee, Meeting: committee + "/" + day,
		}
		switch i % 8 {
		case 0, 1:
			m.Name, m.Bearing = first+" "+last, Attending
		case 2:
			m.Name, m.Bearing, m.SourceID = first+" "+last, Attending, fmt.Sprint(p)
		case 3:
			m.Name = first[:1] + ". " + last
		case 4:
			m.Name, m.Role = first+" "+last, fmt.Sprint("Cabinet Member for Portfolio ", p%10)
		case 5:
			m.Title, m.Role = "", fmt.Sprint("the Cabinet Member for Portfolio ", p%10)
		default:
			m.Name = last
		}
		out = append(out, m)
	}
	return out
}

func BenchmarkResolve(b *testing.B) {
	for _, c := range []struct {
		about               string
		n, people, surnames int
	}{
		{"council of 60000 mentions", 60000, 400, 250},
		{"family of 5000 mentions", 5000, 60, 1},
		{"family of 5000 people", 5000, 5000, 1},
	} {
		mentions := bigCouncil(c.n, c.people, c.surnames)
		b.Run(c.about, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Resolve(mentions, nil, slug)
			}
		})
	}
}
