package main

import (
	"strings"
	"time"
)

// codingYear is the year in which most start dates of the authorities table fall that are not dates of
// councils at all but of their first coding (a council of 1996 is given as 2005-06-18).
const codingYear = "2005-"

// startsByCode settles the first day of each council from both tables. Where they differ, a date that the
// end of a predecessor confirms comes first, then the systems table's against a date of coding or none;
// any other contradiction leaves the day unknown.
func startsByCode(authorities []row, systems map[string]row) map[string]string {
	endsOfOthers := map[string]map[string]bool{}
	for _, a := range authorities {
		for _, s := range splitList(a["replaced-by"]) {
			if endsOfOthers[s] == nil {
				endsOfOthers[s] = map[string]bool{}
			}
			endsOfOthers[s][a["end-date"]] = true
			endsOfOthers[s][dayAfter(a["end-date"])] = true
		}
	}
	starts := map[string]string{}
	for _, a := range authorities {
		code := a["local-authority-code"]
		ours, theirs := a["start-date"], systems[code]["lgsf_start"]
		coded := strings.HasPrefix(ours, codingYear)
		switch {
		case ours != "" && endsOfOthers[code][ours]:
			starts[code] = ours
		case ours == "" || coded:
			starts[code] = theirs
		case theirs == "" || theirs == ours:
			starts[code] = ours
		default:
			starts[code] = ""
		}
	}
	return starts
}

// lastDay is the last day of an abolished council. The source gives for some councils the first day of
// the successor instead; there the day before is the last.
func lastDay(authority row, starts map[string]string) string {
	end := authority["end-date"]
	for _, s := range splitList(authority["replaced-by"]) {
		if end != "" && starts[s] == end {
			return addDays(end, -1)
		}
	}
	return end
}

func dayAfter(day string) string { return addDays(day, 1) }

// addDays answers "" for what is not a day.
func addDays(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}
