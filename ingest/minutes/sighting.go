package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// A sighting is a mention with the part that its sentence gives it.
type sighting struct {
	mention
	part
	place             Place
	quote             string // as written: the words at the place
	label             bool   // stands in a label or notice: mentioned and no more
	text              string // the paragraph, in which the mention stands at bytes from..to
	office            bool   // the role is an office that the sentence gives to the person
	groupEnd          int    // where the list of names that it stands in ends
	said              string // the words around it in its sentence
	onPublic          bool   // in a sentence on petitions, applications or the public
	late, moving, out bool   // came late, came or went, went
	arrived, left     string
}

var (
	pronounLeft  = regexp.MustCompile(`(?i)^[\s\x{a0}]*(?:he|she|they|the councillor|the member)[\s\x{a0}]+(?:(?:then|therefore|duly|also|both|accordingly)[\s\x{a0}]+)?(?:left|withdrew|vacated|retired)\b[^.]{0,80}`)
	movingWords  = regexp.MustCompile(`(?i)^(?:[^.;]|\.\d){0,160}\b(?:entered|arrived|joined|rejoined|re-entered|returned|left|withdrew|leaving|went out|vacated|retired)\b`)
	metWith      = regexp.MustCompile(`(?i)\b(?:welcomed|thanked|thanking|welcoming|congratulated|introduced|thanks to|tribute to|appreciation to|introduction of|appointment of|nominat(?:ed|ion of)|appointed|elected|condolences to|work of|from)[\s\x{a0}]*$`)
	whoBehind    = regexp.MustCompile(`^,?[\s\x{a0}]+(?:who\b|was (?:appointed|elected|nominated)|be (?:appointed|elected))`)
	labelledLine = regexp.MustCompile(`^[\s\x{a0}•·*-]*([A-Z][A-Za-z()/ \x{a0}-]{2,40}):[\s\x{a0}]*(\S.*)$`)
	officeItself = regexp.MustCompile(`(?i)\b(?:appointments?|elections?|nominations?|vacancy|vacancies|allowances?)[\s\x{a0}]+(?:of|for|to)[\s\x{a0}]+(?:the[\s\x{a0}]+|an?[\s\x{a0}]+|new[\s\x{a0}]+)*$`)
	chairTaken   = regexp.MustCompile(`(?i)\b(?:in|took|take|taking|taken|assumed|left|vacated|resumed|to)[\s\x{a0}]+the[\s\x{a0}]+chair$`)
	officeOf     = regexp.MustCompile(`(?i)\b(?:as|elected|appointed|to be|to become|became|(?:position|post|role|office|duties|capacity|vacancy) of)(?:[\s\x{a0}]+(?:the|a|an|its|our|new|to))*[\s\x{a0}]*$`)
	bullet       = regexp.MustCompile(`^[\s\x{a0}]*(?:[·•▪◦*o–-]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]|\d{1,3}\.\d{1,2})?[\s\x{a0}]*(?:(?:and|&)[\s\x{a0}]+)?$`)
	voteHeading  = regexp.MustCompile(`(?i)^(?:(?:members|councillors|those)[\s\x{a0}]+)?(?:vot(?:ed|es|ing)[\s\x{a0}]+)?(?:for|in favour|against|abstain(?:ed|ing)|abstentions?)(?:[\s\x{a0}]+(?:of[\s\x{a0}]+)?the[\s\x{a0}]+(?:motion|amendment|proposal|recommendation))?(?:[\s\x{a0}]*\([\s\x{a0}]*\d{1,3}[\s\x{a0}]*\))?[\s\x{a0}]*[:–—-]?$`)
	leadIn       = regexp.MustCompile(`(?:[:–—-]|\bfrom|\bof|\bby)[\s\x{a0}]*$`)
	bodyLabel    = regexp.MustCompile(`(?i)^(?:cabinet member|lead (?:member|officer|director)|report author|decision maker|contact|portfolio holder|author|lead|originator|responsible officer|reporting officer|head of service|presented by|officer contact|director|strategic director|service director|decision due|relevant portfolio holder)`)
	starter      = regexp.MustCompile(`(?i)^(?:started by|lead petitioner|petitioner|petition organiser|organised by|submitted by)`)
)

// declarants are the people who declared an interest in an item, by the last word of their names.
type declarants map[string][]string

// sightItem reads all mentions of an item with their parts, in the order of the page.
func sightItem(item ItemText) []sighting {
	var body []Paragraph
	body = append(body, item.Notes...)
	body = append(body, item.Decision...)
	body = append(body, item.Minutes...)
	var out []sighting
	for _, f := range item.Fields {
		out = append(out, sightField(f)...)
	}
	out = append(out, sightVotes(body)...)
	for _, d := range declaredInTable(item) {
		out = append(out, sighting{mention: mention{name: d.Person, title: "Councillor", kind: kindMember}, part: part{how: howInterest, rule: d.Place.Rule}, place: d.Place, quote: d.Person, label: true})
	}
	known := map[string]bool{}
	lines := make([]line, len(body))
	for pass := 0; pass < 2; pass++ {
		grown := false
		for i, p := range body {
			if pass == 1 && !namesKnown(p.Text, known) {
				continue
			}
			if pass == 0 {
				lines[i] = readLine(p, i, known)
			} else {
				lines[i] = readTokens(p, lines[i].ts, i, known)
			}
			for _, m := range lines[i].mentions {
				if m.name != "" && !m.bare && strings.Contains(m.name, " ") && !known[plain(m.name)] {
					known[plain(m.name)] = true
					grown = true
				}
			}
		}
		if !grown {
			break
		}
	}
	labels := map[int]bool{}
	for i, p := range body {
		if len(p.Text) > 400 {
			continue
		}
		if m := labelledLine.FindStringSubmatchIndex(p.Text); m != nil && (bodyLabel.MatchString(p.Text[m[2]:m[3]]) || starter.MatchString(p.Text[m[2]:m[3]])) {
			labels[i] = true
			out = append(out, sightField(Field{Label: p.Text[m[2]:m[3]], Value: Paragraph{p.Text[m[4]:m[5]], p.Start + m[4]}})...)
		}
	}
	rows := map[int]bool{}
	for _, r := range voteRows(body) {
		rows[r.par], rows[r.last] = true, true
		for k := r.par; k <= r.last; k++ {
			rows[k] = true
		}
	}
	title := ""
	for _, p := range item.Title {
		title += p.Text + " "
	}
	for i, p := range item.Title {
		// "Motion by Councillor A": who has no part in the text is mentioned
		l := readLine(p, i, nil)
		for _, m := range l.mentions {
			if m.name != "" && m.kind == kindMember {
				out = append(out, sighting{mention: m, part: part{howMentioned, "title", false}, place: p.At(m.from, m.to, "title"), quote: p.Text[m.from:m.to], text: p.Text, groupEnd: m.to, label: true})
			}
		}
	}
	if declarationsTitle.MatchString(title) {
		_, table := declaredInGrid(body)
		for i := range table {
			rows[i] = true
		}
	}
	lead, leadAt := "", -1
	notes := len(item.Notes)
	for i := range lines {
		if rows[i] || labels[i] {
			continue
		}
		l := &lines[i]
		opens := len(l.mentions) > 0 && bullet.MatchString(l.p.Text[:l.ts[l.mentions[0].first].from])
		use := ""
		if opens && leadAt >= 0 {
			use = lead
		}
		found := sightLine(l, use, title)
		for k := range found {
			if i < notes && (found[k].how == howPresenter || found[k].how == howSpeaker || found[k].how == howPresent) {
				found[k].how, found[k].rule = howMentioned, "notice"
			}
		}
		out = append(out, found...)
		text := strings.TrimSpace(strings.ReplaceAll(l.p.Text, "\u00a0", " "))
		switch {
		case text == "":
		case !opens && leadIn.MatchString(tail(text, 8)): // it ends with a mark or one short word
			lead, leadAt = tail(text, 220)+" ", i
		case len(text) < 60 && voteHeading.MatchString(text):
			lead, leadAt = text+": ", i // "FOR (4)", the names on the lines below
		case !opens:
			leadAt = -1
		}
	}
	return votesOnAmendments(body, out)
}

// namesKnown says that a paragraph may hold a known name that the first pass could not see.
func namesKnown(s string, known map[string]bool) bool {
	return len(known) > 0 && strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

// sightLine gives each mention of a paragraph its part by the words of its sentence.
func sightLine(l *line, lead, title string) []sighting {
	s := l.p.Text
	var out []sighting
	var voting part // how those in a list of votes voted, while the list goes on
	for i := 0; i < len(l.mentions); {
		j := i
		for j+1 < len(l.mentions) && joined(l, l.mentions[j], l.mentions[j+1]) {
			j++
		}
		if l.mentions[i].name == "" && (chairTaken.MatchString(tail(s[:l.ts[l.mentions[i].first].from], 40)+s[l.mentions[i].from:l.mentions[i].to]) || officeItself.MatchString(tail(s[:l.ts[l.mentions[i].first].from], 50))) {
			i++
			continue
		}
		if i > 0 && len(out) > 0 && l.mentions[i].name == "" && officeOf.MatchString(tail(s[:l.ts[l.mentions[i].first].from], 60)) {
			// "Councillor A was elected as Chairperson", "B, who had been appointed Head of Care"
			bearer := &out[len(out)-1]
			if bearer.name != "" && bearer.role == "" && bearer.par == l.mentions[i].par {
				bearer.role, bearer.office = l.mentions[i].role, true
			}
			i++
			continue
		}
		from, to := sentence(l, l.mentions[i].first, l.mentions[j].end)
		before := s[from:l.ts[l.mentions[i].first].from]
		if lead != "" && bullet.MatchString(before) && from == 0 {
			before = lead
		}
		after := s[endOf(l, l.mentions[j]):to]
		p := partOf(before, after)
		switch {
		case strings.HasPrefix(p.rule, "voted-") && strings.HasSuffix(p.rule, "-list"), p.rule == "voted-for-amendment", p.rule == "abstained-list":
			voting = p
		case p.how == howMentioned && p.rule == "named" && voting.how != "" && i > 0 && listed(l, l.mentions[i-1].end, l.mentions[i].first):
			p = voting // "For the motion (9) - the Convener; the Vice Convener; and Councillors A and B"
		default:
			voting = part{}
		}
		p = inContext(p, before, after, title, out)
		if (p.how == howSeconder || p.how == howMover) && toBeMoved.MatchString(tail(before, 120)) {
			p = part{howMentioned, "notice", false}
		}
		if m := l.mentions[i]; m.name != "" && m.kind != kindOfficer && (p.how == howMentioned || p.how == howSpeaker) && aboutInterests(title, before, ownWords(s, l, j, to)) {
			p = part{howInterest, "declared-in-item", false}
		}
		own := after
		if j+1 < len(l.mentions) {
			own = head(own, max(0, l.mentions[j+1].from-endOf(l, l.mentions[j])))
		}
		own = head(own, 300)
		went := ""
		if p.how == howInterest && to < len(s) {
			// "Councillor A declared an interest. She left the room."
			went = pronounLeft.FindString(head(s[to:], 200))
		}
		moving, arrived, left := went != "" || movingWords.MatchString(own), "", ""
		own += went
		if moving {
			arrived, left = times(tail(before, 200), own)
		}
		onPublic := publicSentence.MatchString(head(s[from:to], 600))
		late, out_ := lateWords.MatchString(own) || p.rule == "lateness-from", moving && leftWords.MatchString(own)
		also, second := secondPart(p, after)
		for k := i; k <= j; k++ {
			m := l.mentions[k]
			if m.bare && metWith.MatchString(tail(before, 80)) && !m.strange || m.bare && p.how == howMentioned && whoBehind.MatchString(after) {
				m.bare = false
			}
			if m.public {
				p = part{howSpeaker, "public-spoke", false}
			}
			if m.bare && p.how != howApologies && strings.HasSuffix(strings.TrimRight(before, " \u00a0"), " of") {
				continue // "Una Nash of Grant Thornton": a firm
			}
			if m.strange && m.bare && p.rule != "spoke" && p.rule != "presented" && p.how != howApologies && p.how != howMover && p.how != howSeconder && p.how != howSubst {
				continue
			}
			out = append(out, sighting{mention: m, part: p, place: l.p.At(m.from, m.to, p.rule), quote: s[m.from:m.to], late: late, moving: moving, out: out_, arrived: arrived, left: left, text: s, groupEnd: l.mentions[j].to, said: tail(before, 120) + head(own, 120), onPublic: onPublic})
			if second {
				more := out[len(out)-1]
				more.part, more.place.Rule = also, also.rule
				out = append(out, more)
			}
		}
		i = j + 1
	}
	return out
}

// sightVotes reads the names in the rows of tables of votes.
func sightVotes(body []Paragraph) []sighting {
	var out []sighting
	for _, v := range NamedVotes(body) {
		how := map[string]string{voteFor: howFor, voteAgainst: howAgainst, voteAbstain: howAbstained, "absent": howAbsent}[v.Option]
		if how == "" || v.Place.Rule != "vote-row" && v.Place.Rule != "vote-line" {
			continue
		}
		title := ""
		if ts := tokens(v.AsWritten); len(ts) > 0 {
			if n, _, _ := readTitle(ts, 0); n > 0 {
				title = v.AsWritten[:ts[n-1].to]
			}
		}
		out = append(out, sighting{mention: mention{name: v.Name, title: title, kind: kindMember, from: 0, to: len(v.AsWritten)}, part: part{how, v.Place.Rule, false}, place: v.Place, quote: v.AsWritten})
	}
	return out
}

// listed says that nothing but the marks of a list stands between two tokens.
func listed(l *line, from, to int) bool {
	if from > to || to-from > 3 {
		return false
	}
	for _, t := range l.ts[from:to] {
		if t.text != "," && t.text != ";" && t.low != "and" && t.text != "&" {
			return false
		}
	}
	return true
}
