package minutes

import (
	"sort"
	"strings"

	"councilgraph/internal/regexp"
)

const (
	voteLabelFor     = `in favour|in support|for the (?:[a-z]+ )?motion(?: by [^()]{3,60}?)?|for|yes|ayes?|o blaid|motion`
	voteLabelAgainst = `(?:for the (?:[a-z]+ )?)?amendment(?: by [^()]{3,60}?)?|against the (?:[a-z]+ )?(?:motion|amendment)(?: by [^()]{3,60}?)?|against|yn erbyn|noes|nays?|no|objections?|dissenting`
	voteLabelAbstain = `ymatal|abstentions?|abstain(?:ed|ing|s)?|abs`
)

// A figure stands behind its label ("For: 26", "NO – 27", "Abstentions (2)"), or before it ("nine
// Members voted for", "1 abstention"), or two stand together ("6 votes to 4").
var (
	voteLabelled = regexp.MustCompile(`(?i)\b(?:(` + voteLabelFor + `)|(` + voteLabelAgainst + `)|(` + voteLabelAbstain + `))(?:[\s\x{a0}]+votes?)?([\s\x{a0}]*[:=|–—-]+[\s\x{a0}]*\(?|[\s\x{a0}]*\(|[\s\x{a0}]+)(` + wordsOfNumbers + `)\b`)
	voteCounted  = regexp.MustCompile(`(?i)\b(` + wordsOfNumbers + `)(?:[\s\x{a0}]+(?:members|member|councillors|councillor|votes|vote|cast|voted|voting|had|were|was))*[\s\x{a0}]+(?:(in favour|for|in support)|(against|objections?|dissenting)|(abstentions?|abstained|abstaining))\b`)
	votePair     = regexp.MustCompile(`(?i)\b(` + wordsOfNumbers + `)(?:[\s\x{a0}]+votes?)?[\s\x{a0}]+(?:votes? )?to[\s\x{a0}]+(` + wordsOfNumbers + `)\b([\s\x{a0}]+votes?)?`)
	voteRatio    = regexp.MustCompile(`(?i)\((\d{1,3})[\s\x{a0}]?[:-][\s\x{a0}]?(\d{1,3})(?:\)|[ ,]+and on the chair)`)
	voteListed   = regexp.MustCompile(`(?i)^[\s\x{a0}•·*-]*(?:(?:members|councillors)? ?(?:voting|voted) )?(?:(` + voteLabelFor + `)|(` + voteLabelAgainst + `)|(` + voteLabelAbstain + `))(?:[\s\x{a0}]+the[\s\x{a0}]+(?:motion|amendment|proposal|recommendation))?[\s\x{a0}]*[:–-].*\p{Lu}.*\((\d{1,3})\)[\s\x{a0}.;]*$`)
	// one side of a vote in a line of its own, which can be as long as its names: "For (5): Councillors A, B, C, D and E"
	voteSide = regexp.MustCompile(`(?i)^[\s\x{a0}•·*-]*(?:(?:members|councillors)? ?(?:voting|voted) )?(?:` + voteLabelFor + `|` + voteLabelAgainst + `|` + voteLabelAbstain + `)(?:[\s\x{a0}]+votes?)?[\s\x{a0}]*[:=(–—-]+[\s\x{a0}]*\(?\d{1,3}\)?[\s\x{a0}]*[:;,.(–—-]`)
	// the sides of a vote in one line, each with its names and their count: "For - Councillors A and B (2); Against - Councillor C (1)"
	voteListedPart = regexp.MustCompile(`(?i)(?:^|[;.:,][\s\x{a0}]*|and[\s\x{a0}]+)(?:(?:members|councillors)? ?(?:voting|voted) )?(?:(` + voteLabelFor + `)|(` + voteLabelAgainst + `)|(` + voteLabelAbstain + `))(?:[\s\x{a0}]+the[\s\x{a0}]+(?:motion|amendment|proposal|recommendation))?[\s\x{a0}]*[:–—-][\s\x{a0}]*(?:(?:councillors?|cllrs?|alderm[ae]n|bailies?)\b[^();:]*|none[\s\x{a0}]*)\((\d{1,3})\)`)
	forAmendment   = regexp.MustCompile(`(?i)^[\s\x{a0}]+(?:the|an?|that)[\s\x{a0}]+(?:[a-z]+[\s\x{a0}]+)?amendment\b`)
	voteElsewhere  = regexp.MustCompile(`(?i)\b(?:committee|sub-committee|council|cabinet|executive|board|panel|forum|group|assembly|authority|governors|residents|parliament|members)\b[^.;]{0,80}\bhad[\s\x{a0}]+(?:[a-z]+ly[\s\x{a0}]+)?(?:voted|approved|refused|rejected|agreed|resolved|supported|recommended|declined|decided|deferred)\b|\bhad been[\s\x{a0}]+(?:[a-z]+ly[\s\x{a0}]+)?(?:approved|refused|rejected|agreed|carried|lost|defeated|passed|granted|deferred|supported)\b|\bat its[\s\x{a0}]+(?:[a-z]+[\s\x{a0}]+){0,2}meeting\b`)
	voteTied       = regexp.MustCompile(`(?i)\b(?:tied|equal(?:ity)?)\b[^.;]{0,40}?\b(` + wordsOfNumbers + `)(?:[\s\x{a0}]+votes?)?[\s\x{a0}]+(?:each|apiece|all)\b`)
	voteGlued      = regexp.MustCompile(`\bF(?:or|OR)(\d{1,3})A(?:gainst|GAINST)(\d{1,3})(?:A(?:bst|BST)[A-Za-z]*(\d{1,3}))?`)
	voteOpinions   = regexp.MustCompile(`(?i)\b(?:consult\w*|responses|respondents|replies|surveys?|questionnaires?|letters|comments|representations|e-?mails|signatures|referendum|residents)\b`)
	voteTaken      = regexp.MustCompile(`(?i)\b(?:members|councillors)\b[^.;]{0,30}\bvot|\bput to the\b|\bvote\b[^.;]{0,20}\b(?:taken|was|were)\b|\bmotion\b|\bamendment\b|\b(?:carried|lost|resolved|agreed)\b`)
	voteCaster     = regexp.MustCompile(`(?i)((?:the[\s\x{a0}]+)?(?:acting[\s\x{a0}]+|vice[ -])?(?:chair(?:man|woman|person)?|mayor|convener|provost|leader))(?:['’]s[\s\x{a0}]+(?:second[\s\x{a0}]+or[\s\x{a0}]+)?casting vote|[^.]{0,60}?\b(?:used|exercised|gave|cast|casting|exercising|using)\b[^.]{0,30}\bcasting vote)`)
	voteAfter      = regexp.MustCompile(`(?i)^\)?[\s\x{a0}]*(?:$|[,;.)|/\n–-]|and\b|with\b|against\b|abst|for\b|in favour|votes?\b|members?\b|councillors?\b|no\b|noes\b|amendment\b|declined\b|absent\b|yn erbyn|ymatal|\((?:councillors?|cllrs?|alderm[ae]n|bailies?)\b)`)
	voteTopic      = regexp.MustCompile(`(?i)\bvot(?:e|es|ed|ing)\b|carried|lost|motion|amendment|abst|against`)
	voteLost       = regexp.MustCompile(`(?i)\b(lost|defeated|rejected|fell|not carried|negatived)\b`)
	voteWon        = regexp.MustCompile(`(?i)\b(?:carried|agreed to|(?:was|were|declared) (?:passed|adopted|approved))\b`)
	voteMethod     = regexp.MustCompile(`(?i)\b(show of hands)|(recorded vote|voting was recorded|division|named vote|roll[- ]call)|(unanimous(?:ly)?)|(nem\.? ?con)`)
	voteOn         = regexp.MustCompile(`(?i)\b(amendment|motion)\b`)
)

// A tally is one figure of a vote.
type tally struct {
	option string
	n      int
	at     Place
	par    int
	sure   bool // the words can only be a vote: a separator or the word vote stands with the figure
}

// findAll is every match of a pattern that may match at all.
func findAll(re *regexp.Regexp, s string, may bool) [][]int {
	if !may {
		return nil
	}
	return re.FindAllStringSubmatchIndex(s, -1)
}

// holdsAny says that s holds one of the words.
func holdsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// voteListedIn is where a side of a vote is listed by names with their count in brackets.
func voteListedIn(s string, figures bool) []int {
	if !figures || len(s) >= 4000 || !strings.Contains(s, "(") {
		return nil
	}
	return voteListed.FindStringSubmatchIndex(s)
}

// sideOfVote says that a line is one side of a vote, with its count before its names or behind them. It holds no
// other word of voting.
func sideOfVote(s, low string) bool {
	if !strings.ContainsAny(s, "0123456789") {
		return false
	}
	start := strings.TrimLeft(low, " \u00a0\t\r\n•·*-")
	for _, label := range []string{"for", "in support", "yes", "aye", "no", "nay", "objection", "dissenting", "o blaid", "yn erbyn", "ymatal"} {
		if strings.HasPrefix(start, label) {
			return voteSide.MatchString(s) || holdsAny(low, "councillor", "cllr", "alderm", "bailie") && voteListedIn(s, true) != nil
		}
	}
	return false
}

func talliesIn(p Paragraph, par int) []tally {
	s := p.Text
	low := strings.ToLower(s)
	if !(len(s) < 80 && strings.ContainsAny(s, "0123456789")) && !strings.Contains(low, "vot") && !strings.Contains(low, "against") && !strings.Contains(low, "abst") && !strings.Contains(low, "favour") && !(strings.Contains(low, "motion") && strings.ContainsAny(s, "0123456789")) && !sideOfVote(s, low) {
		return nil
	}
	var found []tally
	var read cover
	add := func(option string, n, from, to int, rule string, sure bool) {
		read.add(from, to, len(s))
		found = append(found, tally{option, n, p.At(from, to, rule), par, sure})
	}
	// No pattern can match without some words of its own; looking for these first is much cheaper.
	figures := strings.ContainsAny(s, "0123456789")
	topic := voteTopic.MatchString(s)
	for _, m := range findAll(votePair, s, strings.Contains(low, "to") && holdsAny(low, "vote", "by", "majority")) {
		words := strings.ToLower(s[m[0]:m[1]])
		near := strings.ToLower(tail(s[:m[0]], 60))
		behind := strings.ToLower(head(s[m[1]:], 60))
		// another vote's result stands in another sentence
		near = near[strings.LastIndex(near, ". ")+1:]
		if k := strings.Index(behind, ". "); k >= 0 {
			behind = behind[:k]
		}
		outcome := near + " | " + behind
		if !strings.Contains(words, "vote") && !holdsEnd(strings.TrimSpace(near), "majority of", "vote of") && !(strings.HasSuffix(strings.TrimSpace(near), " by") && (voteLost.MatchString(outcome) || voteWon.MatchString(outcome))) {
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
	for _, m := range findAll(voteTied, s, holdsAny(low, "tied", "equal") && strings.Contains(low, "vot")) {
		if n, ok := count(s[m[2]:m[3]]); ok {
			add(voteFor, n, m[2], m[3], "votes-tied", true)
			add(voteAgainst, n, m[2], m[3], "votes-tied", true)
		}
	}
	for _, m := range findAll(voteGlued, s, figures && strings.Contains(low, "against")) {
		for k, option := range []string{voteFor, voteAgainst, voteAbstain} {
			if n, ok := 0, m[2*k+2] >= 0; ok {
				n, _ = count(s[m[2*k+2]:m[2*k+3]])
				add(option, n, m[2*k+2], m[2*k+3], "vote-glued", true)
			}
		}
	}
	for _, m := range findAll(voteRatio, s, topic && figures && strings.Contains(s, "(")) {
		if !topic {
			continue
		}
		a, _ := count(s[m[2]:m[3]])
		b, _ := count(s[m[4]:m[5]])
		add(voteFor, a, m[0], m[5], "vote-ratio", true)
		add(voteAgainst, b, m[0], m[5], "vote-ratio", true)
	}
	labelled := findAll(voteLabelled, s, (figures || topic && strings.ContainsAny(s, ":–—-(=")) && holdsAny(low, "for", "against", "abs", "favour", "support", "yes", "aye", "blaid", "motion", "amendment", "erbyn", "nay", "no", "objection", "dissenting", "ymatal"))
	counted := findAll(voteCounted, s, holdsAny(low, "for", "favour", "support", "against", "objection", "dissenting", "abst"))
	if len(labelled) > 0 && len(counted) > 0 && labelled[0][0] < counted[0][0] && voteAfter.MatchString(s[labelled[0][1]:]) {
		counted = nil // "For 26 Against 32": each figure belongs to the word before it
	}
	for _, m := range counted {
		n, ok := count(s[m[2]:m[3]])
		if !ok || read.has(m[0], m[1]) {
			continue
		}
		if words := strings.ToLower(s[m[0]:m[1]]); !voteAfterCount(s[m[1]:]) && !strings.Contains(words, "vot") && !strings.Contains(words, "abstained") {
			continue // "two for the price of one"
		}
		words := strings.ToLower(s[m[0]:m[1]])
		option := optionOf(m, 4)
		if option == voteFor && len(found) > 0 && forAmendment.MatchString(head(s[m[1]:], 40)) {
			option = voteForAmendment
		}
		add(option, n, m[0], m[1], "vote-words", strings.Contains(words, "vot") || strings.Contains(words, "abst"))
	}
	if all := findAll(voteListedPart, s, figures && strings.Contains(s, "(") && holdsAny(low, "councillor", "cllr", "alderm", "none") && len(s) < 4000); len(all) > 1 {
		for _, m := range all {
			if n, ok := count(s[m[8]:m[9]]); ok && !read.has(m[8], m[9]) {
				add(labelOption(s, m, 2), n, m[8], m[9], "vote-list-count", true)
			}
		}
	} else if m := voteListedIn(s, figures); m != nil {
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
		if figure := s[m[10]]; (figure < '0' || figure > '9') && (sep == "" || !topic) {
			continue // "for one", "against no": words are figures behind a colon or bracket only
		}
		if sep == "" && (low == "no" || low == "motion" || low == "amendment" || !topic && (m[0] > 2 || len(s)-m[1] > 2)) {
			continue
		}
		add(labelOption(s, m, 2), n, m[0], m[1], "vote-label", sep != "")
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].at.Start < found[j].at.Start })
	return notElsewhere(p, found)
}

// voteAfterCount says that a figure with its word stands alone: "5 for, 0 against".
var voteStands = regexp.MustCompile(`(?i)^[\s\x{a0}]*(?:$|[,;.():|/–-]|and\b|with\b|the (?:motion|amendment|proposal|recommendation|application|resolution)|(?:the )?approval|refusal|no\b|` + wordsOfNumbers + `\b)`)

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
	if option == voteAgainst {
		if label := strings.ToLower(s[m[at+2]:m[at+3]]); strings.Contains(label, "amendment") && !strings.HasPrefix(label, "against") {
			return voteForAmendment
		}
	}
	return option
}

// notElsewhere leaves out the figures of a vote that another body, or this one at another time, had taken
// ("the Planning Committee had voted by 6 votes to 4"), and those of replies to a consultation.
func notElsewhere(p Paragraph, found []tally) []tally {
	if len(found) == 0 {
		return found
	}
	kept := found[:0]
	for _, t := range found {
		before := tail(p.Text[:t.at.Start-p.Start], 300)
		if k := strings.LastIndex(before, ". "); k >= 0 {
			before = before[k+2:]
		}
		words := before + " " + p.Text[t.at.Start-p.Start:t.at.End-p.Start]
		if !voteElsewhere.MatchString(words) && (!voteOpinions.MatchString(words) || voteTaken.MatchString(words)) {
			kept = append(kept, t)
		}
	}
	return kept
}
