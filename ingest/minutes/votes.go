package minutes

import (
	"sort"
	"strings"
)

const (
	voteFor     = "for"
	voteAgainst = "against"
	voteAbstain = "abstain"
	// for an amendment: against the motion where the other side is for that, else for
	voteForAmendment = "for the amendment"
)

// Votes finds the counted votes in the order of the text. A figure that is not stated is nil; a vote
// without any figure (unanimous, nem con, "was lost") is no counted vote. A casting vote is not added.
func Votes(paragraphs []Paragraph) []VoteFact {
	rows := voteRows(paragraphs)
	inRow := map[int]bool{}
	var tallies []tally
	caster := map[int]string{}
	for _, r := range rows {
		if strings.EqualFold(r.label, "casting vote") && r.names.End > 0 {
			caster[r.names.Start] = pageSlice(paragraphs[r.par:r.last+1], r.names)
		}
		inRow[r.par], inRow[r.last] = true, true
		if r.count != nil && r.option != "" {
			tallies = append(tallies, tally{r.option, *r.count, r.at, r.par, true})
		}
	}
	for _, t := range voteColumns(paragraphs) {
		if !inRow[t.par] {
			tallies = append(tallies, t)
		}
	}
	for _, t := range tallies {
		inRow[t.par] = true
	}
	for i, p := range paragraphs {
		if !inRow[i] {
			tallies = append(tallies, talliesIn(p, i)...)
		}
	}
	sort.SliceStable(tallies, func(i, j int) bool { return tallies[i].at.Start < tallies[j].at.Start })
	votes := gatherVotes(paragraphs, tallies)
	for at, name := range caster {
		// the row stands right below the figures that it decides
		for i := len(votes) - 1; i >= 0; i-- {
			if votes[i].Place.Start < at {
				votes[i].Casting = name
				break
			}
		}
	}
	return votes
}

// pageSlice is the text at a place in one of a few paragraphs.
func pageSlice(paragraphs []Paragraph, at Place) string {
	for _, p := range paragraphs {
		if p.Start <= at.Start && at.End <= p.Start+len(p.Text) {
			return p.Text[at.Start-p.Start : at.End-p.Start]
		}
	}
	return ""
}

// gatherVotes puts figures that stand together into one vote: another option each, near each other.
func gatherVotes(paragraphs []Paragraph, tallies []tally) []VoteFact {
	var votes []VoteFact
	for i, t := range tallies {
		if t.option == voteForAmendment {
			tallies[i].option = voteFor
			if i > 0 && tallies[i-1].option == voteFor && !stopBetween(paragraphs, tallies[i-1], t) {
				tallies[i].option = voteAgainst
			}
		}
	}
	for i := 0; i < len(tallies); {
		group := tallies[i : i+1]
		seen := map[string]bool{tallies[i].option: true}
		j := i + 1
		for ; j < len(tallies); j++ {
			prev, t := tallies[j-1], tallies[j]
			if seen[t.option] || linesBetween(paragraphs, prev.par, t.par) > 3 || t.at.Start-prev.at.End > 200 && t.par == prev.par || t.par != prev.par && wordy(paragraphs, prev, t) {
				break
			}
			seen[t.option] = true
			group = tallies[i : j+1]
		}
		from, to := 0, -1
		if i > 0 {
			from = tallies[i-1].at.End
		}
		if j < len(tallies) {
			to = tallies[j].at.Start
		}
		if vote, ok := oneVote(paragraphs, group, from, to); ok {
			votes = append(votes, vote)
		}
		i = j
	}
	return votes
}

// stopBetween says that a sentence ends between two figures of one paragraph.
func stopBetween(paragraphs []Paragraph, a, b tally) bool {
	if a.par != b.par || a.at.End > b.at.Start {
		return false
	}
	p := paragraphs[a.par]
	return strings.Contains(p.Text[a.at.End-p.Start:b.at.Start-p.Start], ". ")
}

// linesBetween is how many lines paragraph b stands below a, without blank lines and lines of names.
func linesBetween(paragraphs []Paragraph, a, b int) int {
	n := 0
	for k := a + 1; k <= b; k++ {
		s := strings.Trim(paragraphs[k].Text, " \u00a0\t\r\n.")
		if k < b && (s == "" || len(s) < 400 && listOfNames(s)) {
			continue
		}
		if n++; n > 3 {
			break
		}
	}
	return n
}

// wordy says that more stands between two figures than the end of a row and blank lines.
func wordy(paragraphs []Paragraph, a, b tally) bool {
	if a.at.Rule == "vote-row" && b.at.Rule == "vote-row" {
		return false
	}
	n := len(strings.TrimSpace(tailFrom(paragraphs[a.par], a.at.End))) + len(strings.TrimSpace(paragraphs[b.par].Text[:b.at.Start-paragraphs[b.par].Start]))
	for k := a.par + 1; k < b.par; k++ {
		n += len(strings.TrimSpace(paragraphs[k].Text))
	}
	return n > 400
}

func tailFrom(p Paragraph, end int) string {
	if end-p.Start >= len(p.Text) || end < p.Start {
		return ""
	}
	return p.Text[end-p.Start:]
}

// oneVote is the vote of a group of figures. from is where the figure before them ends, to where the next
// begins, -1 where none does: what stands beyond belongs to other votes.
func oneVote(paragraphs []Paragraph, group []tally, from, to int) (VoteFact, bool) {
	sure, sides := false, 0
	var v VoteFact
	for _, t := range group {
		n := t.n
		sure = sure || t.sure
		switch t.option {
		case voteFor:
			v.For = &n
			sides++
		case voteAgainst:
			v.Against = &n
			sides++
		case voteAbstain:
			v.Abstain = &n
		}
	}
	if sides == 0 || len(group) < 2 && !sure || len(group) == 1 && group[0].at.Rule != "vote-row" && group[0].at.Rule != "vote-list-count" && group[0].at.Rule != "vote-words" {
		return VoteFact{}, false
	}
	first, last := group[0], group[len(group)-1]
	v.Place = Place{first.at.Start, last.at.End, first.at.Rule}
	behind := head(tailFrom(paragraphs[last.par], last.at.End), 200)
	if last.par+1 < len(paragraphs) {
		behind += "\n" + head(paragraphs[last.par+1].Text, 200)
	}
	if to >= last.at.End {
		behind = head(behind, to-last.at.End)
	}
	ahead := before(paragraphs, first)
	if n := first.at.Start - from; n < len(ahead) {
		ahead = tail(ahead, n)
	}
	near := ahead + " " + behind
	low := strings.ToLower(near)
	if holdsAny(low, "hands", "recorded", "division", "named vote", "roll", "unanimous", "nem") {
		v.Method = methodOf(near)
	}
	if strings.Contains(low, "casting vote") || strings.Contains(low, "casting\u00a0vote") {
		if m := voteCaster.FindStringSubmatch(near); m != nil {
			v.Casting = m[1]
		}
	}
	own := head(tailFrom(paragraphs[first.par], first.at.Start), first.at.End-first.at.Start+30)
	for _, end := range []string{". ", ")", " and "} {
		if k := strings.Index(own, end); k >= 0 {
			own = own[:k]
		}
	}
	if m := voteOn.FindString(own); m != "" {
		v.Motion = strings.ToLower(m)
	} else if m := voteOn.FindAllString(tail(ahead, 300), -1); len(m) > 0 {
		v.Motion = strings.ToLower(m[len(m)-1])
	}
	v.Result = voteResult(ahead[lastSentence(ahead):])
	if v.Result == "" {
		v.Result = voteResult(behind)
	}
	if v.Result == "" && from == 0 {
		v.Result = voteResult(near)
	}
	return v, true
}

// lastSentence is where the last sentence of a text begins.
func lastSentence(s string) int {
	return max(strings.LastIndex(s, ". "), strings.LastIndexByte(s, '\n'), -1) + 1
}

// voteResult is what the words say of a vote's result, "" where they say nothing or both.
func voteResult(s string) string {
	low := strings.ToLower(s)
	lost := holdsAny(low, "lost", "defeated", "rejected", "fell", "not carried", "negatived") && voteLost.MatchString(s)
	won := holdsAny(low, "carried", "agreed to", "passed", "adopted", "approved") && voteWon.MatchString(strings.ReplaceAll(low, "not carried", ""))
	switch {
	case lost && !won:
		return "lost"
	case won && !lost:
		return "carried"
	}
	return ""
}

// before is the text of the vote's own paragraph before its first figure, with the three before it.
func before(paragraphs []Paragraph, t tally) string {
	s := ""
	for k := max(0, t.par-3); k < t.par; k++ {
		s += tail(paragraphs[k].Text, 300) + "\n"
	}
	return s + tail(paragraphs[t.par].Text[:t.at.Start-paragraphs[t.par].Start], 300)
}

func methodOf(s string) string {
	m := voteMethod.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	for i, name := range []string{"show_of_hands", "recorded", "unanimous", "nem_con"} {
		if m[i+1] != "" {
			return name
		}
	}
	return ""
}
