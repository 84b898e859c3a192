package minutes

import "strings"

// listFacts makes resolutions of a list's uppermost entries. An entry that is only a heading gives way
// to the entries under it.
func listFacts(units []Paragraph, entries []listEntry, word, preamble, rule string) []ResolutionFact {
	var out []ResolutionFact
	word = preambleWord(preamble, word)
	for i, e := range entries {
		if e.depth != 0 {
			continue
		}
		last := i + 1
		for last < len(entries) && entries[last].depth > 0 {
			last++
		}
		if last > i+1 && heading(units[e.firstAt].Text[e.marker.Len:]) {
			for _, under := range entries[i+1 : last] {
				if under.depth == 1 {
					out = append(out, entryFact(units, under, strings.TrimSpace(e.marker.Text+" "+under.marker.Text), word, rule+"-list"))
				}
			}
			continue
		}
		out = append(out, entryFact(units, e, e.marker.Text, word, rule+"-list"))
	}
	return out
}

// entriesFacts makes resolutions of a list that stands in one line.
func entriesFacts(units []Paragraph, entries []listEntry, word, preamble, rule string) []ResolutionFact {
	var out []ResolutionFact
	word = preambleWord(preamble, word)
	for _, e := range entries {
		out = append(out, entryFact(units, e, e.marker.Text, word, rule+"-inline"))
	}
	return out
}

// entryFact is one entry, sub-points included, as a resolution.
func entryFact(units []Paragraph, e listEntry, number, word, rule string) ResolutionFact {
	u := units[e.firstAt]
	cut := u
	cut.Text = u.Text[e.start-u.Start:]
	if e.end < u.End() {
		cut.Text = u.Text[e.start-u.Start : e.end-u.Start]
	}
	cut.Start = e.start
	f := fact(cut.Text, cut.Start, number, word, rule)
	if e.end > u.End() {
		whole := append([]Paragraph{cut}, units[e.firstAt+1:]...)
		g := spanning(whole, 0, f.Place.Start, e.end, number, word, rule)
		f.Text, f.Place.End = g.Text, g.Place.End
	}
	return f
}

// preambleWord is the verb that a list's shared preamble gives to entries without one of their own:
// "that the Committee recommends to Council:".
func preambleWord(preamble, word string) string {
	if preamble == "" {
		return word
	}
	if kind := kindOf(preamble, word); kind != "resolved" {
		return kind
	}
	return word
}

// heading says that an entry of a list names a subject and resolves nothing: "Revenue Budget".
func heading(s string) bool {
	s = strings.TrimSpace(s)
	return len(strings.Fields(s)) <= 8 && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ";") && !thatStart.MatchString(s) && !complete(s) && !openEnded(s) && kindOf(s, "") == "resolved"
}
