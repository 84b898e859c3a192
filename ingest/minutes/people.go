package minutes

import (
	"regexp"
	"strings"

	"councilgraph/ingest/record"
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
	movingWords  = regexp.MustCompile(`(?i)^(?:[^.;]|\.\d){0,160}\b(?:entered|arrived|joined|rejoined|re-entered|returned|left|withdrew|leaving|went out|vacated|retired)\b`)
	metWith      = regexp.MustCompile(`(?i)\b(?:welcomed|thanked|thanking|welcoming|congratulated|introduced|thanks to|tribute to|appreciation to|introduction of|appointment of|nominat(?:ed|ion of)|appointed|elected|condolences to|work of|from)[\s\x{a0}]*$`)
	whoBehind    = regexp.MustCompile(`^,?[\s\x{a0}]+(?:who\b|was (?:appointed|elected|nominated)|be (?:appointed|elected))`)
	labelledLine = regexp.MustCompile(`^[\s\x{a0}•·*-]*([A-Z][A-Za-z()/ \x{a0}-]{2,40}):[\s\x{a0}]*(\S.*)$`)
	officeItself = regexp.MustCompile(`(?i)\b(?:appointments?|elections?|nominations?|vacancy|vacancies|allowances?)[\s\x{a0}]+(?:of|for|to)[\s\x{a0}]+(?:the[\s\x{a0}]+|an?[\s\x{a0}]+|new[\s\x{a0}]+)*$`)
	chairTaken   = regexp.MustCompile(`(?i)\b(?:in|took|take|taking|taken|assumed|left|vacated|resumed|to)[\s\x{a0}]+the[\s\x{a0}]+chair$`)
	officeOf     = regexp.MustCompile(`(?i)\b(?:as|elected|appointed|to be|to become|became|(?:position|post|role|office|duties|capacity|vacancy) of)(?:[\s\x{a0}]+(?:the|a|an|its|our|new|to))*[\s\x{a0}]*$`)
	bullet       = regexp.MustCompile(`^[\s\x{a0}]*(?:[·•▪◦*o–-]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]|\d{1,3}\.\d{1,2})?[\s\x{a0}]*(?:(?:and|&)[\s\x{a0}]+)?$`)
	leadIn       = regexp.MustCompile(`(?:[:–—-]|\bfrom|\bof|\bby)[\s\x{a0}]*$`)
	bodyLabel    = regexp.MustCompile(`(?i)^(?:cabinet member|lead (?:member|officer|director)|report author|decision maker|contact|portfolio holder|author|lead|originator|responsible officer|reporting officer|head of service|presented by|officer contact|director|strategic director|service director|decision due|relevant portfolio holder)`)
	starter      = regexp.MustCompile(`(?i)^(?:started by|lead petitioner|petitioner|petition organiser|organised by|submitted by)`)
)

// People finds the parts that people had in an item: one entry for each person and part, with the
// place of the first words that say so. A role without a name is an entry with an empty Name, unless
// the item gives the same role to somebody by name. declared is what the meeting's items say of
// interests: a member who left for this item because of one has declared it here.
func People(item ItemText, declared []DeclarationFact) []ParticipationFact {
	return peopleOf(item, sightItem(item), declared)
}

func peopleOf(item ItemText, sightings []sighting, declared []DeclarationFact) []ParticipationFact {
	here := declaredOn(item.Number, declared)
	for i := range sightings {
		s := &sightings[i]
		if s.how == howPresent && s.rule == "attended" && here.has(s.name) {
			s.how, s.rule = howInterest, "left-for-interest"
		}
		if item.Draft && s.how != howApologies {
			s.how = howMentioned
		}
	}
	return assemble(markPublic(item, sightings))
}

var (
	publicTitle    = regexp.MustCompile(`(?i)\b(?:public (?:participation|questions?|question time|speaking|session|open|forum)|questions? (?:from|by)(?: members of)? the public|petitions?|deputations?|residents|electors|open forum|planning applications?|applications?|licen[cs](?:e|ing))\b|^[\s\x{a0}]*\d{1,4}/\d{2,5}`)
	publicSentence = regexp.MustCompile(`(?i)\b(?:members? of the public|on this application|public question|petition)\b`)
)

// markPublic says which of the people without a member's title, role or vote are members of the public: by
// the item's title, or by a speech on an application.
func markPublic(item ItemText, sightings []sighting) []sighting {
	title := titleText(item)
	open := publicTitle.MatchString(title)
	for i := range sightings {
		s := &sightings[i]
		if s.kind != kindOther || s.name == "" || s.role != "" || s.untitled {
			continue
		}
		switch s.how {
		case howSpeaker, howPresenter, howAbsent, howMentioned:
			if open || s.rule == "not-called" || s.onPublic {
				s.kind = kindPublic
			}
		}
	}
	return sightings
}

// declarants are the people who declared an interest in an item, by the last word of their names.
type declarants map[string][]string

func declaredOn(number string, declared []DeclarationFact) declarants {
	d := declarants{}
	for _, f := range declared {
		if number != "" && f.Item == number {
			d[surname(f.Person)] = append(d[surname(f.Person)], f.Person)
		}
	}
	return d
}

func (d declarants) has(name string) bool {
	for _, n := range d[surname(name)] {
		if samePerson(n, name) {
			return true
		}
	}
	return false
}

// surname is the folded last word of a name.
func surname(name string) string {
	n := plain(name)
	return n[strings.LastIndex(n, " ")+1:]
}

// samePerson says that two names are equal, or that one is the other's surname.
func samePerson(a, b string) bool {
	a, b = plain(a), plain(b)
	return a != "" && b != "" && (a == b || strings.HasSuffix(a, " "+b) && !strings.Contains(b, " ") || strings.HasSuffix(b, " "+a) && !strings.Contains(a, " "))
}

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
			lines[i] = readLine(p, i, known)
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
		case leadIn.MatchString(text) && !opens:
			lead, leadAt = tail(text, 220)+" ", i
		case !opens:
			leadAt = -1
		}
	}
	return votesOnAmendments(body, out)
}

// votesOnAmendments settles "for the amendment": against the motion where others voted "for the motion".
func votesOnAmendments(body []Paragraph, sightings []sighting) []sighting {
	for i := range sightings {
		if sightings[i].rule != "voted-for-amendment" {
			continue
		}
		for _, p := range body {
			if forMotion.MatchString(p.Text) {
				return sightings
			}
		}
		for k := i; k < len(sightings); k++ {
			if sightings[k].rule == "voted-for-amendment" {
				sightings[k].how = howFor
			}
		}
		return sightings
	}
	return sightings
}

var publicHelps = wordSet(`solicitor agent barrister counsel representative wife husband partner colleague architect adviser advisor`)

var forMotion = regexp.MustCompile(`(?i)\bfor the (?:substantive |original )?motion\b`)

// namesKnown says that a paragraph may hold a known name that the first pass could not see.
func namesKnown(s string, known map[string]bool) bool {
	return len(known) > 0 && strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

// sightLine gives each mention of a paragraph its part by the words of its sentence.
func sightLine(l *line, lead, title string) []sighting {
	s := l.p.Text
	var out []sighting
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
		moving, arrived, left := movingWords.MatchString(own), "", ""
		if moving {
			arrived, left = times(tail(before, 200), own)
		}
		onPublic := publicSentence.MatchString(head(s[from:to], 600))
		late, out_ := lateWords.MatchString(own) || p.rule == "lateness-from", moving && leftWords.MatchString(own)
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
		}
		i = j + 1
	}
	return out
}

// aboutInterests says that an item on declarations tells of an interest of the person named: by the words
// behind the name, or by a heading that the name stands under.
func aboutInterests(title, before, behind string) bool {
	if !strings.Contains(title, "nterest") && !strings.Contains(title, "NTEREST") && !strings.Contains(title, "eclaration") && !strings.Contains(title, "onduct") || !declarationsTitle.MatchString(title) {
		return false
	}
	return interestBehind.MatchString(behind) && !noInterest.MatchString(before+behind)
}

var (
	interestBehind = regexp.MustCompile(`(?i)\b(?:interests?|announcement|transparency statement|dispensation|pecuniary|registra?ble|DPI|predetermin|trustee|member of|governor|knew|employ|director of|lives?|owns?|related to|friend)|^[\s\x{a0}]*[:|–—-]+[\s\x{a0}]*(?:agenda[\s\x{a0}]+)?(?:item|minute|application)|^[\s\x{a0}]*[–—-]+[\s\x{a0}]*(?:had|has|is|was|knew|his|her|as)\b`)
	noInterest     = regexp.MustCompile(`(?i)\bno (?:declarations?|interests?)|\b(?:advised|reminded|asked) (?:members|councillors|the)`)
)

// ownWords is the text behind the j-th mention of a line as far as the next mention, within the sentence.
func ownWords(s string, l *line, j, to int) string {
	from := endOf(l, l.mentions[j])
	if j+1 < len(l.mentions) {
		to = min(to, l.mentions[j+1].from)
	}
	if from >= to {
		return ""
	}
	return head(s[from:to], 300)
}

func endOf(l *line, m mention) int {
	if m.end > 0 && m.end <= len(l.ts) {
		return max(m.to, l.ts[m.end-1].to)
	}
	return m.to
}

// joined says that two mentions stand in one list: a comma or "and" alone is between them.
func joined(l *line, a, b mention) bool {
	if b.first < a.end || b.first-a.end > 12 {
		return false
	}
	gap := l.ts[a.end:b.first]
	// "Inspector U of Northshire Police and Dr W": where somebody comes from does not end a list
	if len(gap) > 2 && (gap[0].low == "of" || gap[0].low == "from") {
		k := 1
		for k < len(gap) && gap[k].word && (capital(gap[k].text) || gap[k].low == "the") {
			k++
		}
		gap = gap[k:]
	}
	if a.name == "" && b.name != "" && len(gap) == 1 && gap[0].text == "," && introOpen(l.p.Text[mentionSentence(l.ts, a.first):a.from]) {
		return false // "At the invitation of the Chair, Councillor B said"
	}
	// "Mr V and his solicitor Ms Y"
	if n := len(gap); n > 2 && n < 6 && publicHelps[gap[n-1].low] && (gap[n-2].low == "his" || gap[n-2].low == "her" || gap[n-2].low == "their") {
		gap = gap[:n-2]
	}
	if len(gap) == 0 || len(gap) > 3 {
		return len(gap) == 0 && b.first == a.end
	}
	for _, t := range gap {
		if t.text != "," && (t.text != ";" || len(gap) < 2) && t.low != "and" && t.text != "&" && t.low != "both" {
			return false
		}
	}
	return true
}

// sentence is the bytes of the sentence around tokens first..end: from the last full stop before to the
// first behind.
func sentence(l *line, first, end int) (from, to int) {
	from, to = 0, len(l.p.Text)
	for k := first - 1; k >= 0 && first-k < 120; k-- {
		if sentenceStop(l.ts, k) {
			from = l.ts[k].to
			break
		}
	}
	for k := end; k < len(l.ts) && k-end < 120; k++ {
		if sentenceStop(l.ts, k) {
			to = l.ts[k].to
			break
		}
	}
	return from, to
}

func sentenceStop(ts []token, k int) bool {
	switch ts[k].text {
	case "?", "!":
		return true
	case ".":
		// 6.45 pm, No. 88, para. 4
		if k+1 < len(ts) && k > 0 && (ts[k+1].from == ts[k].to && ts[k+1].word || shortWord[ts[k-1].low] && ts[k+1].text[0] >= '0' && ts[k+1].text[0] <= '9') {
			return false
		}
		return true
	}
	return false
}

var shortWord = wordSet(`no nos para paras p pp ref vol fig app cl art reg`)

// inContext settles what the words beside a name leave open, by the rest of its sentence.
func inContext(p part, before, after, title string, earlier []sighting) part {
	weak := p.how == howMentioned && p.rule == "named" || p.how == howPresent
	before = tail(before, 2000)
	brackets := strings.Count(before, "(") > strings.Count(before, ")")
	switch {
	case !weak && p.how != howAbsent:
		return p
	case p.how == howMentioned && substituting.MatchString(title) && standsIn.MatchString(after):
		return part{howSubst, "substitute-for", false}
	case p.how == howMentioned && substituting.MatchString(title) && standsFor.MatchString(before):
		return part{howAbsent, "substituted-for", false}
	case p.rule == "substituted-for" && apologising.MatchString(before+title):
		return part{howApologies, "substituted-for", false}
	case p.rule == "absence-of" || p.rule == "absent" || p.how == howAbsent:
		return p
	case latenessFrom.MatchString(before):
		return part{howPresent, "lateness-from", false}
	case apologising.MatchString(before) && !noApologies.MatchString(before) && !brackets && p.how == howMentioned:
		return part{howApologies, "apologies-from", false}
	case p.how == howMentioned && saidThis.MatchString(after) && bullet.MatchString(before) && !declarationsTitle.MatchString(title) && !apologising.MatchString(title):
		return part{howSpeaker, "name-and-words", false}
	case p.how == howMentioned && interestGoesOn.MatchString(after) && declaredBefore(earlier):
		return part{howInterest, "declared-also", false}
	case p.how == howMentioned && declaredBy.MatchString(before):
		return part{howInterest, "declared-by", false}
	}
	return p
}

var (
	saidThis       = regexp.MustCompile(`^[\s\x{a0}]*:[\s\x{a0}]+\S+(?:[\s\x{a0}]+[a-z]\S*){2}(?:[\s\x{a0}]+\S+){2}`)
	latenessFrom   = regexp.MustCompile(`(?i)\blateness(?:[\s\x{a0}]+(?:was|were|had|been|received|reported)){0,3}[\s\x{a0}]+(?:from|of|by)[\s\x{a0}:]*$`)
	substituting   = regexp.MustCompile(`(?i)\bsubstitut`)
	standsIn       = regexp.MustCompile(`(?i)^[\s\x{a0}]*[(–-]?[\s\x{a0}]*(?:for|vice)[\s\x{a0}]`)
	standsFor      = regexp.MustCompile(`(?i)\b(?:for|vice)[\s\x{a0}]*$`)
	toBeMoved      = regexp.MustCompile(`(?i)\bto be (?:moved|proposed|introduced|seconded)\b|\b(?:to|will) (?:move|propose)\b`)
	interestGoesOn = regexp.MustCompile(`^,?[\s\x{a0}]+(?:also[\s\x{a0}]+)?(?:in[\s\x{a0}]+(?:respect|relation|minute|item|agenda)|an?[\s\x{a0}]+[\w-]+[\s\x{a0}]+interest)`)
	declaredBy     = regexp.MustCompile(`(?i)\binterests?\b[^.]{0,80}\b(?:declared|disclosed|received|made|given)\b[^.]{0,30}\b(?:by|from)[\s\x{a0}:]*$|\bdeclarations?\b[^.]{0,60}\b(?:by|from)[\s\x{a0}:]*$`)
)

// declaredBefore says that one of the last few people declared an interest.
func declaredBefore(earlier []sighting) bool {
	for _, e := range earlier[max(0, len(earlier)-20):] {
		if e.how == howInterest {
			return true
		}
	}
	return false
}

// sightVotes reads the names in the rows of tables of votes.
func sightVotes(body []Paragraph) []sighting {
	var out []sighting
	for _, v := range NamedVotes(body) {
		how := map[string]string{voteFor: howFor, voteAgainst: howAgainst, voteAbstain: howAbstained}[v.Option]
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

var fieldCut = regexp.MustCompile(`(?i)[\s\x{a0},]*(?:\be-?mail\b|\btel(?:ephone)?\b|\bphone\b)[:.]?[^,;]*[,;]?|\([^)]*\d{3}[^)]*\)`)

// sightField reads the value of a label: names and roles that it lists are mentioned.
func sightField(f Field) []sighting {
	if starter.MatchString(f.Label) {
		return sightStarter(f)
	}
	if !bodyLabel.MatchString(strings.TrimSpace(f.Label)) {
		l := readLine(f.Value, 0, nil)
		return sightLine(&l, "", "")
	}
	var out []sighting
	at := 0
	cuts := append(fieldCut.FindAllStringIndex(f.Value.Text, -1), []int{len(f.Value.Text), len(f.Value.Text)})
	for _, c := range cuts {
		piece := Paragraph{f.Value.Text[at:c[0]], f.Value.Start + at}
		at = c[1]
		out = append(out, sightPiece(piece, f.Label)...)
	}
	return out
}

// sightPiece reads "Philippa M, Engineer", "Leader of the Council", "Chief Executive, Director of Property".
func sightPiece(p Paragraph, label string) []sighting {
	l := readLine(p, 0, nil)
	if len(l.mentions) == 0 {
		i := 0
		for i < len(l.ts) && !l.ts[i].word {
			i++
		}
		if i < len(l.ts) && capital(l.ts[i].text) {
			if n, ok := readName(p.Text, l.ts, i, false); ok && n.words >= 2 && !n.onlyInitial && !bodyEnd(n.name) {
				m := mention{from: l.ts[i].from, to: n.endName, first: i, end: n.next, name: n.name, kind: kindOfficer, untitled: true}
				next := readBearing(p.Text, l.ts, n.next, &m)
				if m.role == "" && next+1 < len(l.ts) && l.ts[next].text == "," && l.ts[next+1].word && capital(l.ts[next+1].text) {
					end := departmentWords(p.Text, l.ts, next+1)
					m.setRole(p.Text[l.ts[next+1].from:l.ts[end-1].to], kindOfficer)
				}
				l.mentions = append(l.mentions, m)
			}
		}
	}
	var out []sighting
	for _, m := range l.mentions {
		if m.name != "" && m.kind == kindOther {
			m.kind = kindOfficer
			if strings.Contains(strings.ToLower(label), "member") {
				m.kind = kindMember
			}
		}
		if m.name != "" && m.role == "" && strings.HasPrefix(strings.ToLower(label), "report author") {
			m.role = "Report author"
		}
		m.lower, m.bare = false, false
		if m.name != "" && m.role == "" && m.end+1 < len(l.ts) && l.ts[m.end].text == "," && capital(l.ts[m.end+1].text) && l.ts[m.end+1].word {
			if end := departmentWords(p.Text, l.ts, m.end+1); end > m.end+1 {
				m.setRole(p.Text[l.ts[m.end+1].from:l.ts[end-1].to], m.kind)
			}
		}
		out = append(out, sighting{mention: m, part: part{howMentioned, "label", false}, place: p.At(m.from, m.to, "label"), quote: p.Text[m.from:m.to], label: true})
	}
	return out
}

// sightStarter reads who began a petition: a name, or words such as "a resident of".
func sightStarter(f Field) []sighting {
	v := strings.TrimSpace(f.Value.Text)
	if v == "" {
		return nil
	}
	at := strings.Index(f.Value.Text, v)
	m := mention{from: at, to: at + len(v), role: "petition starter", kind: kindPublic}
	if ts := tokens(v); len(ts) > 0 {
		t, _, _ := readTitle(ts, 0)
		if n, ok := readName(v, ts, t, t > 0); ok && n.next == len(ts) {
			m.name = n.name
		}
	}
	p := f.Value.At(m.from, m.to, "petition-starter")
	return []sighting{{mention: m, part: part{howMentioned, "petition-starter", false}, place: p, quote: v, label: true}}
}

// participation is the record of a sighting.
func (s sighting) participation() ParticipationFact {
	return ParticipationFact{record.Participation{Name: s.name, AsWritten: s.quote, Title: s.title, Kind: s.kind, Role: s.role, How: s.how}, s.place}
}
