package minutes

import (
	"regexp"
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

const (
	voteLabelFor     = `in favour|in support|for the (?:substantive |original )?motion|for|yes|ayes?|o blaid|motion`
	voteLabelAgainst = `(?:for the )?amendment|against the (?:substantive )?(?:motion|amendment)|against|yn erbyn|noes|nays?|no|objections?|dissenting`
	voteLabelAbstain = `ymatal|abstentions?|abstain(?:ed|ing|s)?|abs`
)

// A figure stands behind its label ("For: 26", "NO – 27", "Abstentions (2)"), or before it ("nine
// Members voted for", "1 abstention"), or two stand together ("6 votes to 4").
var (
	voteLabelled = regexp.MustCompile(`(?i)\b(?:(` + voteLabelFor + `)|(` + voteLabelAgainst + `)|(` + voteLabelAbstain + `))(?:[\s\x{a0}]+votes?)?([\s\x{a0}]*[:=|–—-]+[\s\x{a0}]*\(?|[\s\x{a0}]*\(|[\s\x{a0}]+)(\d{1,3})\b`)
	voteCounted  = regexp.MustCompile(`(?i)\b(` + wordsOfNumbers + `)(?:[\s\x{a0}]+(?:members|member|councillors|councillor|votes|vote|cast|voted|voting|had|were|was))*[\s\x{a0}]+(?:(in favour|for|in support)|(against|objections?|dissenting)|(abstentions?|abstained|abstaining))\b`)
	votePair     = regexp.MustCompile(`(?i)\b(` + wordsOfNumbers + `)(?:[\s\x{a0}]+votes?)?[\s\x{a0}]+(?:votes? )?to[\s\x{a0}]+(` + wordsOfNumbers + `)\b([\s\x{a0}]+votes?)?`)
	voteRatio    = regexp.MustCompile(`(?i)\((\d{1,3})[\s\x{a0}]?[:-][\s\x{a0}]?(\d{1,3})(?:\)|[ ,]+and on the chair)`)
	voteListed   = regexp.MustCompile(`(?i)^[\s\x{a0}•·*-]*(?:(?:members|councillors)? ?(?:voting|voted) )?(?:(` + voteLabelFor + `)|(` + voteLabelAgainst + `)|(` + voteLabelAbstain + `))(?:[\s\x{a0}]+the[\s\x{a0}]+(?:motion|amendment|proposal|recommendation))?[\s\x{a0}]*[:–-].*\p{Lu}.*\((\d{1,3})\)[\s\x{a0}.;]*$`)
	voteCaster   = regexp.MustCompile(`(?i)((?:the[\s\x{a0}]+)?(?:acting[\s\x{a0}]+|vice[ -])?(?:chair(?:man|woman|person)?|mayor|convener|provost|leader))(?:['’]s[\s\x{a0}]+(?:second[\s\x{a0}]+or[\s\x{a0}]+)?casting vote|[^.]{0,60}?\b(?:used|exercised|gave|cast|casting|exercising|using)\b[^.]{0,30}\bcasting vote)`)
	voteAfter    = regexp.MustCompile(`(?i)^\)?[\s\x{a0}]*(?:$|[,;.)|/\n–-]|and\b|with\b|against\b|abst|for\b|in favour|votes?\b|members?\b|councillors?\b|no\b|noes\b|amendment\b|declined\b|absent\b|yn erbyn|ymatal)`)
	voteTopic    = regexp.MustCompile(`(?i)\bvot(?:e|es|ed|ing)\b|carried|lost|motion|amendment|abst|against`)
	voteLost     = regexp.MustCompile(`(?i)\b(lost|defeated|rejected|fell|not carried|negatived)\b`)
	voteWon      = regexp.MustCompile(`(?i)\b(?:carried|agreed to|(?:was|were|declared) (?:passed|adopted|approved))\b`)
	voteMethod   = regexp.MustCompile(`(?i)\b(show of hands)|(recorded vote|voting was recorded|division|named vote|roll[- ]call)|(unanimous(?:ly)?)|(nem\.? ?con)`)
	voteOn       = regexp.MustCompile(`(?i)\b(amendment|motion)\b`)
)

// A tally is one figure of a vote.
type tally struct {
	option string
	n      int
	at     Place
	par    int
	sure   bool // the words can only be a vote: a separator or the word vote stands with the figure
}

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

func talliesIn(p Paragraph, par int) []tally {
	s := p.Text
	low := strings.ToLower(s)
	if !(len(s) < 80 && strings.ContainsAny(s, "0123456789")) && !strings.Contains(low, "vot") && !strings.Contains(low, "against") && !strings.Contains(low, "abst") && !strings.Contains(low, "favour") && !(strings.Contains(low, "motion") && strings.ContainsAny(s, "0123456789")) {
		return nil
	}
	var found []tally
	var read cover
	add := func(option string, n, from, to int, rule string, sure bool) {
		read.add(from, to, len(s))
		found = append(found, tally{option, n, p.At(from, to, rule), par, sure})
	}
	topic := voteTopic.MatchString(s)
	for _, m := range votePair.FindAllStringSubmatchIndex(s, -1) {
		words := strings.ToLower(s[m[0]:m[1]])
		near := strings.ToLower(tail(s[:m[0]], 60))
		outcome := near + " | " + strings.ToLower(head(s[m[1]:], 60))
		if !strings.Contains(words, "vote") && !(strings.HasSuffix(strings.TrimSpace(near), " by") && (voteLost.MatchString(outcome) || voteWon.MatchString(outcome))) {
			continue
		}
		a, okA := count(s[m[2]:m[3]])
		b, okB := count(s[m[4]:m[5]])
		if !okA || !okB {
			continue
		}
		if voteLost.MatchString(outcome) && a > b {
			a, b = b, a
		}
		add(voteFor, a, m[0], m[1], "votes-to", true)
		add(voteAgainst, b, m[0], m[1], "votes-to", true)
	}
	for _, m := range voteRatio.FindAllStringSubmatchIndex(s, -1) {
		if !topic {
			continue
		}
		a, _ := count(s[m[2]:m[3]])
		b, _ := count(s[m[4]:m[5]])
		add(voteFor, a, m[0], m[5], "vote-ratio", true)
		add(voteAgainst, b, m[0], m[5], "vote-ratio", true)
	}
	labelled := voteLabelled.FindAllStringSubmatchIndex(s, -1)
	counted := voteCounted.FindAllStringSubmatchIndex(s, -1)
	if len(labelled) > 0 && len(counted) > 0 && labelled[0][0] < counted[0][0] && voteAfter.MatchString(s[labelled[0][1]:]) {
		counted = nil // "For 26 Against 32": each figure belongs to the word before it
	}
	for _, m := range counted {
		n, ok := count(s[m[2]:m[3]])
		if !ok || read.has(m[0], m[1]) {
			continue
		}
		if !voteAfterCount(s[m[1]:]) && !strings.Contains(strings.ToLower(s[m[0]:m[1]]), "vot") {
			continue // "two for the price of one"
		}
		words := strings.ToLower(s[m[0]:m[1]])
		add(optionOf(m, 4), n, m[0], m[1], "vote-words", strings.Contains(words, "vot") || strings.Contains(words, "abst"))
	}
	if m := voteListed.FindStringSubmatchIndex(s); m != nil && len(s) < 4000 {
		if n, ok := count(s[m[8]:m[9]]); ok && !read.has(m[8], m[9]) {
			add(labelOption(s, m, 2), n, m[8], m[9], "vote-list-count", true)
		}
	}
	for _, m := range labelled {
		n, ok := count(s[m[10]:m[11]])
		if !ok || read.has(m[0], m[1]) || !voteAfter.MatchString(s[m[1]:]) {
			continue
		}
		label, sep := s[m[0]:m[8]], strings.TrimSpace(s[m[8]:m[9]])
		low := strings.ToLower(strings.TrimSpace(label))
		if low == "no vote" {
			continue // those who did not vote
		}
		if sep == "" && (low == "no" || low == "motion" || low == "amendment" || !topic) {
			continue
		}
		add(labelOption(s, m, 2), n, m[0], m[1], "vote-label", sep != "")
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].at.Start < found[j].at.Start })
	return found
}

// voteAfterCount says that a figure with its word stands alone: "5 for, 0 against".
var voteStands = regexp.MustCompile(`(?i)^[\s\x{a0}]*(?:$|[,;.):|/–-]|and\b|with\b|the (?:motion|amendment|proposal|recommendation|application|resolution)|(?:the )?approval|refusal|no\b|` + wordsOfNumbers + `\b)`)

func voteAfterCount(after string) bool { return voteStands.MatchString(head(after, 40)) }

func optionOf(m []int, at int) string {
	switch {
	case m[at] >= 0:
		return voteFor
	case m[at+2] >= 0:
		return voteAgainst
	default:
		return voteAbstain
	}
}

// labelOption is optionOf for a label, where one for an amendment is still open.
func labelOption(s string, m []int, at int) string {
	option := optionOf(m, at)
	if option == voteAgainst && strings.HasSuffix(strings.ToLower(s[m[at+2]:m[at+3]]), "amendment") && !strings.HasPrefix(strings.ToLower(s[m[at+2]:m[at+3]]), "against") {
		return voteForAmendment
	}
	return option
}

// gatherVotes puts figures that stand together into one vote: another option each, near each other.
func gatherVotes(paragraphs []Paragraph, tallies []tally) []VoteFact {
	var votes []VoteFact
	motion := false
	for i, t := range tallies {
		if t.option == voteForAmendment {
			tallies[i].option = voteFor
			if motion {
				tallies[i].option = voteAgainst
			}
		}
		motion = t.option == voteFor
	}
	for i := 0; i < len(tallies); {
		group := tallies[i : i+1]
		seen := map[string]bool{tallies[i].option: true}
		j := i + 1
		for ; j < len(tallies); j++ {
			prev, t := tallies[j-1], tallies[j]
			if seen[t.option] || t.par-prev.par > 3 || t.at.Start-prev.at.End > 200 && t.par == prev.par || t.par != prev.par && wordy(paragraphs, prev, t) {
				break
			}
			seen[t.option] = true
			group = tallies[i : j+1]
		}
		if vote, ok := oneVote(paragraphs, group); ok {
			votes = append(votes, vote)
		}
		i = j
	}
	return votes
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

func oneVote(paragraphs []Paragraph, group []tally) (VoteFact, bool) {
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
	near := before(paragraphs, first) + " " + head(tailFrom(paragraphs[last.par], last.at.End), 200)
	if last.par+1 < len(paragraphs) {
		near += "\n" + head(paragraphs[last.par+1].Text, 200)
	}
	v.Method = methodOf(near)
	if m := voteCaster.FindStringSubmatch(near); m != nil {
		v.Casting = m[1]
	}
	own := head(tailFrom(paragraphs[first.par], first.at.Start), first.at.End-first.at.Start+30)
	if m := voteOn.FindString(own); m != "" {
		v.Motion = strings.ToLower(m)
	} else if m := voteOn.FindAllString(tail(before(paragraphs, first), 300), -1); len(m) > 0 {
		v.Motion = strings.ToLower(m[len(m)-1])
	}
	switch lost, won := voteLost.MatchString(near), voteWon.MatchString(near); {
	case lost && !won:
		v.Result = "lost"
	case won && !lost:
		v.Result = "carried"
	}
	return v, true
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
