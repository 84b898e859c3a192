package minutes

import (
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

var (
	lateWords    = regexp.MustCompile(`(?i)\b(?:late|lateness)\b`)
	enteredWords = regexp.MustCompile(`(?i)\b(?:entered|arrived|joined|rejoined|re-entered|returned)\b`)
	leftWords    = regexp.MustCompile(`(?i)\b(?:left|withdrew|leaving|retired|went out|vacated)\b`)
	clock        = regexp.MustCompile(`(?i)\b(\d{1,2})(?:[.:](\d{2}))?[\s\x{a0}]?(am|pm|a\.m|p\.m|hours|hrs)\b`)
	clock24      = regexp.MustCompile(`\b([01]\d|2[0-3])[:.]?([0-5]\d)\b[\s\x{a0}]?(?:hours|hrs)?`)
)

// Attendances finds whom the items name as apologising, substituting, late, entering or leaving, or
// attending; not those who merely speak or vote, and not the public. Entering and leaving are presence,
// with Arrived or Left (19:33) where a time is given. One entry for each person and status.
func Attendances(items []ItemText) []AttendanceFact { return Read(items).Attendances() }

func attendancesOf(items []ItemText, all [][]sighting, rosters [][]AttendanceFact) []AttendanceFact {
	r := roll{at: map[string]int{}, full: map[string][]string{}}
	for n := range items {
		for _, f := range rosters[n] {
			r.know(f.Name)
		}
		for _, s := range all[n] {
			if statusOf(s) != "" || s.how != howMentioned && !s.bare {
				r.know(s.name)
			}
		}
	}
	for n, item := range items {
		if item.Page == record.PageVotes {
			continue
		}
		listed := map[string]bool{}
		for _, f := range rosters[n] {
			listed[plain(f.Name)] = true
			r.add(f)
		}
		sightings := all[n]
		who := identify(sightings)
		full := fullNames(sightings, who)
		for i, s := range sightings {
			status := statusOf(s)
			if status == "" || who[i] == "" || listed[who[i]] && status != howSubst || s.name == "" || s.kind == kindPublic || s.label {
				continue
			}
			f := AttendanceFact{record.Attendance{Name: full[who[i]], AsWritten: s.quote, Status: status, Role: s.role}, s.place}
			f.Place.Rule = "attendance-" + strings.ReplaceAll(status, "_", "-")
			switch status {
			case howSubst:
				f.SubstituteFor = r.fullName(substituted(sightings, who, full, i))
			case howPresent:
				f.Arrived, f.Left = s.arrived, s.left
			}
			r.add(f)
		}
	}
	return mergeLate(r.facts)
}

// mergeLate leaves one entry for who came late: apologies for lateness and the arrival are one attendance.
func mergeLate(facts []AttendanceFact) []AttendanceFact {
	late := map[string]int{}
	for i, f := range facts {
		if f.Status == "late" {
			late[plain(f.Name)] = i
		}
	}
	if len(late) == 0 {
		return facts
	}
	kept := make([]AttendanceFact, 0, len(facts))
	for _, f := range facts {
		i, ok := late[plain(f.Name)]
		if ok && f.Status == howPresent {
			if facts[i].Arrived == "" && facts[i].Left == "" {
				facts[i].Arrived, facts[i].Left = f.Arrived, f.Left
			}
		}
	}
	for _, f := range facts {
		if _, ok := late[plain(f.Name)]; !ok || f.Status != howPresent {
			kept = append(kept, f)
		}
	}
	return kept
}

// A roll is the attendances of one meeting, each person's status once.
type roll struct {
	facts []AttendanceFact
	at    map[string]int      // folded name and status -> fact
	full  map[string][]string // surname -> full names that the meeting gives
}

// know remembers a full name, so that the surname alone is the same person where only one bears it.
func (r *roll) know(name string) {
	if !strings.Contains(name, " ") {
		return
	}
	key := surname(name)
	for _, n := range r.full[key] {
		if plain(n) == plain(name) {
			return
		}
	}
	if len(r.full[key]) < 3 {
		r.full[key] = append(r.full[key], name)
	}
}

func (r *roll) fullName(name string) string {
	if name == "" || strings.Contains(name, " ") {
		return name
	}
	if names := r.full[surname(name)]; len(names) == 1 {
		return names[0]
	}
	return name
}

// add takes an attendance; a second one of the same person and status only adds its times.
func (r *roll) add(f AttendanceFact) {
	f.Name = r.fullName(f.Name)
	key := plain(f.Name) + "|" + f.Status
	if i, ok := r.at[key]; ok {
		have := &r.facts[i]
		if have.Arrived == "" && have.Left == "" {
			have.Arrived, have.Left = f.Arrived, f.Left
		}
		return
	}
	r.at[key] = len(r.facts)
	r.facts = append(r.facts, f)
}

func fullNames(sightings []sighting, who []string) map[string]string {
	full := map[string]string{}
	for i, s := range sightings {
		if s.name != "" && len(s.name) > len(full[who[i]]) {
			full[who[i]] = s.name
		}
	}
	return full
}

// statusOf is the status at the meeting that a sighting shows, "" where it shows none.
func statusOf(s sighting) string {
	switch s.how {
	case howApologies:
		return howApologies
	case howSubst:
		return howSubst
	case howPresent:
		switch {
		case s.late:
			return "late"
		case s.moving:
			return howPresent
		case s.kind == kindOfficer || s.kind == kindOther:
			return "in_attendance"
		default:
			return howPresent
		}
	case howAbsent:
		if s.rule == "absent" || s.rule == "absence-of" {
			return howAbsent
		}
	case howInterest:
		if s.moving {
			return howPresent
		}
	}
	return ""
}

// substituted is the person for whom the i-th sighting stands in: the one named right behind "for", or
// the one named right before the bracket or "for whom".
func substituted(sightings []sighting, who []string, full map[string]string, i int) string {
	s := sightings[i]
	if i+1 < len(sightings) {
		next := sightings[i+1]
		if next.par == s.par && next.name != "" && (next.rule == "substituted-for" || next.place.Start-s.place.End < 90 && next.from >= s.to && forSomebody.MatchString(s.text[s.to:next.from])) {
			return full[who[i+1]]
		}
	}
	if i > 0 {
		prev := sightings[i-1]
		if prev.par == s.par && prev.name != "" && s.place.Start-prev.place.End < 160 {
			return full[who[i-1]]
		}
	}
	return ""
}

var forSomebody = regexp.MustCompile(`(?i)\b(?:for|of)[\s\x{a0}]*$`)

// times are the times of day at which somebody came and went, by the words of the sentence behind the
// name, or before it: "(At 7.33pm Councillor B entered the Chamber)".
func times(before, behind string) (arrived, left string) {
	at := clockTime(behind)
	if at == "" {
		at = clockTime(before)
	}
	in, out := enteredWords.FindStringIndex(behind), leftWords.FindStringIndex(behind)
	switch {
	case in != nil && out != nil && in[0] < out[0]:
		return clockTime(behind[in[0]:out[0]]), clockTime(behind[out[0]:])
	case in != nil && out != nil:
		return clockTime(behind[in[0]:]), clockTime(behind[out[0]:in[0]])
	case in != nil:
		return at, ""
	case out != nil:
		return "", at
	}
	return "", ""
}

// clockTime is the first time of day in the words, as 19:33; "" where there is none.
func clockTime(s string) string {
	if m := clock.FindStringSubmatch(s); m != nil {
		h, _ := count(m[1])
		minutes := m[2]
		if minutes == "" {
			minutes = "00"
		}
		if strings.HasPrefix(strings.ToLower(m[3]), "p") && h < 12 {
			h += 12
		}
		if strings.HasPrefix(strings.ToLower(m[3]), "a") && h == 12 {
			h = 0
		}
		if h < 24 {
			return twoDigits(h) + ":" + minutes
		}
		return ""
	}
	if m := clock24.FindStringSubmatch(s); m != nil && strings.ContainsAny(m[0], ":.hr") {
		return m[1] + ":" + m[2]
	}
	return ""
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }
