package synthetic

import (
	"slices"
	"time"
)

// busy is how much councils meet in each month against the others: hardly in August, little at Christmas
// and before elections in May.
var busy = [12]float64{1.05, 1.1, 1.25, 0.75, 0.8, 1.1, 1.15, 0.15, 1.15, 1.15, 1.2, 0.85}

// days are so many days of meetings over the years in ascending order, on weekdays. Two can fall together.
func (d dice) days(n int) []string {
	months := make([]float64, 0, 12*years)
	for range years {
		months = append(months, busy[:]...)
	}
	weekday := time.Weekday(1 + d.IntN(4)) // a committee keeps to its day of the week, Monday to Thursday
	var out []string
	// Meetings are spread evenly over the year's business rather than thrown: a committee that meets eight
	// times a year does so every year.
	total := 0.0
	for _, m := range months {
		total += m
	}
	step := total / float64(n)
	at := step * d.Float64()
	before := 0.0
	for i, m := range months {
		for ; at < before+m && len(out) < n; at += step {
			day := time.Date(firstYear+i/12, time.Month(1+i%12), 1+d.IntN(22), 0, 0, 0, 0, time.UTC)
			for day.Weekday() != weekday {
				day = day.AddDate(0, 0, 1)
			}
			out = append(out, day.Format(time.DateOnly))
		}
		before += m
	}
	for len(out) < n { // what the rounding of steps left over
		out = append(out, out[len(out)-1])
	}
	slices.Sort(out)
	return out
}
