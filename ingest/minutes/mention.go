package minutes

import (
	"regexp"
	"strings"
)

// The kinds of people, as the record names them.
const (
	kindMember  = "councillor"
	kindOfficer = "officer"
	kindPublic  = "public"
	kindOther   = "other"
)

// A mention is one place where a paragraph names a person, a role, or both.
type mention struct {
	par        int    // index of its paragraph
	from, to   int    // bytes as written: the name with its title, or the role with its article
	first, end int    // tokens of the whole mention, a role before or behind the name included
	name       string // "" for a role alone
	title      string
	role       string
	kind       string
	lower      bool // a role without capitals and without department
	bare       bool // a name without title, role or other sign that it is one
	untitled   bool
	strange    bool // a bare name whose first word is no common given name
	public     bool // a member of the public without a name, who spoke
}

// A line is a paragraph cut into tokens, with its mentions.
type line struct {
	p        Paragraph
	ts       []token
	mentions []mention
}

var (
	publicRole = regexp.MustCompile(`(?i)\b(objectors?|supporters?|applicants?|agent|residents?|petitioner|lead petitioner|member of the public|architect|neighbours?|speaking (?:for|against|in support)|parent|landowner|public speaker|campaigner)\b`)
	orgRole    = regexp.MustCompile(`\b(NHS|Police|Trust|Foundation|University|College|Healthwatch|Integrated Care|Fire|Voluntary|Church|Chamber of Commerce|Union|Ltd|Limited|LLP|plc|Ombudsman|Housing Association|External|Grant Thornton|Deloitte|KPMG|Ernst|Mazars|Independent)\b`)
)

// readLine finds the mentions of a paragraph. known holds names that the item gives with a title or a
// role, so that they are found again without.
func readLine(p Paragraph, par int, known map[string]bool) line {
	l := line{p: p, ts: tokens(p.Text)}
	s, ts := p.Text, l.ts
	var spread *mention // the last of a list of members that a bracket interrupts
	for i := 0; i < len(ts); {
		if !ts[i].word {
			if ts[i].text == ")" && spread != nil {
				if ms, next := continueList(s, ts, i+1, *spread); next > i+1 {
					l.add(par, ms)
					i = next
					continue
				}
			}
			if ts[i].text == "." || ts[i].text == ";" {
				spread = nil
			}
			i++
			continue
		}
		if ms, plural, next := readTitled(s, ts, i); next > i {
			l.add(par, ms)
			if plural {
				spread = &ms[len(ms)-1]
			}
			i = next
			continue
		}
		if m, next := readRoleMention(s, ts, i); next > i {
			if m != nil {
				l.add(par, []mention{*m})
			}
			i = next
			continue
		}
		if m, next := readPublic(s, ts, i); m != nil {
			l.add(par, []mention{*m})
			i = next
			continue
		}
		if m, next := readUntitled(s, ts, i, known); next > i {
			if m != nil {
				l.add(par, []mention{*m})
			}
			i = next
			continue
		}
		i++
	}
	return l
}

func (l *line) add(par int, ms []mention) {
	for _, m := range ms {
		m.par = par
		l.mentions = append(l.mentions, m)
	}
}

// readTitled reads "Councillor A. Smith, Cabinet Member for Y" and "Councillors A, B and C".
func readTitled(s string, ts []token, i int) (ms []mention, plural bool, next int) {
	after, plural, member := readTitle(ts, i)
	if plural && after < len(ts) && (ts[after].text == ":" || ts[after].text == "-" || ts[after].text == "–") {
		after++
	}
	if after == i || after >= len(ts) || broken(s, ts[after-1], ts[after]) {
		return nil, false, i
	}
	n, ok := readName(s, ts, after, true)
	if !ok || n.onlyInitial && !plural {
		return nil, false, i
	}
	title := titleWords(s[ts[i].from:ts[after-1].to], plural)
	kind := kindOther
	if member {
		kind = kindMember
	}
	from := ts[i].from
	if plural {
		from = ts[after].from
	}
	first := mention{from: from, to: n.endName, first: i, end: n.next, name: n.name, title: title, kind: kind}
	if i > 1 && !member && (ts[i-1].text == "," || ts[i-1].word) {
		// "The applicant, Mr Fry"
		k := i - 1
		if ts[k].text == "," {
			k--
		}
		if publicNouns[ts[k].low] && k > 0 && (determiners[ts[k-1].low] || publicHelpers[ts[k-1].low]) {
			first.setRole(ts[k].text, kindPublic)
		}
	}
	next = readBearing(s, ts, n.next, &first)
	first.end = next
	ms = []mention{first}
	if !plural {
		return ms, false, next
	}
	names := []nameAt{n}
	for {
		one, name, end := nextInList(s, ts, next, first)
		if end == next {
			break
		}
		ms, names, next = append(ms, one), append(names, name), end
	}
	shareSurname(ts, ms, names)
	return ms, true, next
}

// continueList goes on with a list of members behind a bracket: "Councillors A (substituted by B) and C".
func continueList(s string, ts []token, i int, like mention) ([]mention, int) {
	var ms []mention
	for {
		one, _, end := nextInList(s, ts, i, like)
		if end == i {
			return ms, i
		}
		ms, i = append(ms, one), end
	}
}

// nextInList reads the next name of a list of members with the title of the first; it answers i where
// the list ends.
func nextInList(s string, ts []token, i int, like mention) (mention, nameAt, int) {
	j, and, ok := listGoesOn(ts, i)
	if !ok {
		return mention{}, nameAt{}, i
	}
	title, from, after := baseTitle(like.title), j, j
	if t, _, member := readTitle(ts, j); t > j {
		// "Councillors A, Mrs B and Dr C": a courtesy title inside the list. Another member's title ends it.
		if member {
			return mention{}, nameAt{}, i
		}
		title += " " + titleWords(s[ts[j].from:ts[t-1].to], false)
		after = t
	}
	n, ok := readName(s, ts, after, true)
	if !ok || after == j && startsRole(s, ts, j) {
		return mention{}, nameAt{}, i
	}
	one := mention{from: ts[from].from, to: n.endName, first: j, end: n.next, name: n.name, title: title, kind: like.kind}
	next := readBearing(s, ts, n.next, &one)
	one.end = next
	// "Councillors A and B and Ann Smith (Head of Housing)": her role says that she is no member
	if (and || after > j) && one.role != "" && kindOfRole(one.role) == kindOfficer {
		return mention{}, nameAt{}, i
	}
	return one, n, next
}

// baseTitle is a title without the courtesy title behind it.
func baseTitle(title string) string {
	words := strings.Fields(title)
	for i, w := range words {
		if w := strings.TrimSuffix(strings.ToLower(w), "."); i > 0 && courtesyTitles[w] {
			return strings.Join(words[:i], " ")
		}
	}
	return title
}

// shareSurname gives "George and Judith Xavier" and "J. and P. Lanyon" their common surname. At the end
// of a longer list "and" may join two members of whom one has a surname that is also a given name: there
// an initial alone shares, a given name does not.
func shareSurname(ts []token, ms []mention, names []nameAt) {
	for k := 0; k+1 < len(ms); k++ {
		if names[k+1].words < 2 || names[k].next >= len(ts) || ts[names[k].next].low != "and" && ts[names[k].next].text != "&" {
			continue
		}
		given := names[k].words == 1 && givenNames[strings.ToLower(names[k].name)] && names[k+1].given && (len(ms) == 2 || k+2 < len(ms))
		if names[k].onlyInitial || given {
			words := strings.Fields(names[k+1].name)
			ms[k].name += " " + words[len(words)-1]
		}
	}
}

func titleWords(s string, plural bool) string {
	s = strings.TrimRight(strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " "), " :–-")
	if !plural {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		switch strings.ToLower(strings.TrimSuffix(w, ".")) {
		case "councillors", "cllrs", "clrs", "bailies":
			words[i] = strings.TrimSuffix(strings.TrimSuffix(w, "."), "s")
		case "aldermen":
			words[i] = strings.Replace(w, "men", "man", 1)
		case "messrs":
			words[i] = "Mr"
		case "cynghorwyr", "gynghorwyr", "chynghorwyr":
			words[i] = "Cynghorydd"
		}
		if misspelt.MatchString(w) {
			words[i] = strings.TrimSuffix(w, "s")
		}
	}
	return strings.Join(words, " ")
}

// listGoesOn is the token behind ",", "and", ", and", "&" or the Welsh "a"/"ac".
func listGoesOn(ts []token, i int) (next int, and, ok bool) {
	j := i
	if j < len(ts) && (ts[j].text == "," || ts[j].text == ";") {
		j++
	}
	if j < len(ts) && (ts[j].low == "and" || ts[j].text == "&" || ts[j].text == "a" || ts[j].text == "ac") {
		j++
		and = true
	}
	return j, and, j > i && j < len(ts) && ts[j].word && capital(ts[j].text)
}

func startsRole(s string, ts []token, i int) bool {
	_, ok := readRole(s, ts, i)
	return ok
}

// readBearing reads what follows a name and says who the person is: "(Head of Property)", ", Cabinet
// Member for Health", "- Chief Executive". It sets the mention's role and answers the token behind.
func readBearing(s string, ts []token, i int, m *mention) int {
	if i >= len(ts) {
		return i
	}
	switch t := ts[i]; {
	case t.text == "(":
		closing := i + 1
		for closing < len(ts) && closing-i < 24 && ts[closing].text != ")" {
			closing++
		}
		if closing >= len(ts) || ts[closing].text != ")" || closing == i+1 {
			return i
		}
		inner := s[ts[i+1].from:ts[closing-1].to]
		j := i + 1
		for j < closing && determiners[ts[j].low] {
			j++
		}
		if r, ok := readRole(s, ts, j); ok && r.next <= closing && !strings.Contains(strings.ToLower(inner), "substitut") && !strings.Contains(inner, ":") {
			m.setRole(s[r.from:ts[closing-1].to], kindOfWords(inner, r.kind))
			return closing + 1
		}
		if publicRole.MatchString(inner) && !strings.Contains(inner, "£") {
			m.setRole(inner, kindPublic)
			return closing + 1
		}
		if orgRole.MatchString(inner) && m.title != "Councillor" {
			m.setRole(inner, kindOther)
			return closing + 1
		}
	case t.text == "," || (t.text == "-" || t.text == "–" || t.text == "—") && i+1 < len(ts) && ts[i+1].from > t.to:
		j := i + 1
		for j < len(ts) && determiners[ts[j].low] && j-i < 3 {
			j++
		}
		if j < len(ts) && ts[j].low == "as" {
			j++
			for j < len(ts) && determiners[ts[j].low] {
				j++
			}
		}
		if j >= len(ts) || !ts[j].word {
			return i
		}
		if !capital(ts[j].text) {
			return readPublicBearing(s, ts, i+1, j, m)
		}
		r, ok := readRole(s, ts, j)
		if ok && j > i+1 && (r.next >= len(ts) || ts[r.next].text != ",") && introduces.MatchString(tail(s[mentionSentence(ts, m.first):m.from], 120)) {
			// "In response to a question from Mrs B, the Director said": two people
			return i
		}
		if !ok || personAhead(s, ts, j) {
			// ", religious representative,"
			return i
		}
		next := r.next
		to := r.to
		if bearerInBrackets(s, ts, next) {
			return i // "Councillor A, the Deputy Mayor (Councillor B)": two people
		}
		if t.text == "," && j > i+1 && next+1 < len(ts) && ts[next].text == "," && personAhead(s, ts, next+1) {
			return i // "Councillor A, the Leader, Councillor B"
		}
		// "Medical Director, Medbury NHS Foundation Trust"
		if next+1 < len(ts) && ts[next].text == "," && capital(ts[next+1].text) && !personAhead(s, ts, next+1) {
			if end := scanRun(s, ts, next+1); end > next+1 && orgRole.MatchString(s[ts[next+1].from:ts[end-1].to]) {
				next, to = end, ts[end-1].to
			}
		}
		// "Cabinet Member for Planning (Job Share)"
		if next+1 < len(ts) && ts[next].text == "(" && capital(ts[next+1].text) {
			for k := next + 1; k < len(ts) && k-next < 5; k++ {
				if ts[k].text == ")" {
					if !isAbbreviation(s[ts[next].to:ts[k].from]) {
						to = ts[k].to
					}
					next = k + 1
					break
				}
			}
		}
		m.setRole(s[r.from:to], kindOfWords(s[r.from:to], r.kind))
		return next
	}
	return i
}

var introduces = regexp.MustCompile(`(?i)^[\s\x{a0}]*(?:in[\s\x{a0}]+(?:response|reply|answer|answering)|responding|replying|answering|following|after|at the (?:request|invitation)|in the absence|on the|with|arising|further to|having|as requested|asked by|when|prior to|before)\b`)

// otherRole is the token behind a bracket at token i that holds another role and nothing else, i where none is.
func otherRole(s string, ts []token, i int) int {
	if i+1 >= len(ts) || ts[i].text != "(" {
		return i
	}
	r, ok := readRole(s, ts, i+1)
	if !ok || r.next >= len(ts) || ts[r.next].text != ")" {
		return i
	}
	return r.next + 1
}

// bearerInBrackets says that a bracket at token i holds a person and nothing else.
func bearerInBrackets(s string, ts []token, i int) bool {
	if i+1 >= len(ts) || ts[i].text != "(" || !personAhead(s, ts, i+1) {
		return false
	}
	t, _, _ := readTitle(ts, i+1)
	n, ok := readName(s, ts, t, t > i+1)
	return ok && n.next < len(ts) && ts[n.next].text == ")"
}

// introOpen says that the words before a role open a sentence that has not yet come to its subject: "At the
// invitation of", but not "In response,".
func introOpen(before string) bool {
	return introduces.MatchString(before) && !strings.Contains(before, ",")
}

// mentionSentence is the byte at which the sentence of token i begins.
func mentionSentence(ts []token, i int) int {
	for k := i - 1; k >= 0 && i-k < 60; k-- {
		if sentenceStop(ts, k) {
			return ts[k].to
		}
	}
	return ts[max(0, i-60)].from
}

// readPublicBearing reads "Mr Lund, the applicant," and "Ms Shah, on behalf of local residents,".
func readPublicBearing(s string, ts []token, from, j int, m *mention) int {
	end := j
	for end < len(ts) && ts[end].word && end-j < 10 && !publicVerb[ts[end].low] {
		end++
	}
	if end == j || end < len(ts) && ts[end].word && end-j >= 10 {
		return from - 1
	}
	words := s[ts[j].from:ts[end-1].to]
	behalf := behalfOf.MatchString(words)
	if !publicNouns[ts[j].low] && !publicHelpers[ts[j].low] && !behalf || !publicRole.MatchString(words) && !behalf {
		return from - 1
	}
	m.setRole(words, kindPublic)
	return end
}

var (
	publicVerb = wordSet(`spoke addressed asked said stated and was were had has presented replied responded who speaking attended made read urged objected`)
	behalfOf   = regexp.MustCompile(`(?i)^(?:(?:speaking|representing)[\s\x{a0}]+)?(?:on behalf of|representing|for)?[\s\x{a0}]*(?:the )?(?:local |neighbouring |nearby )?(?:residents|objectors|applicants?|petitioners|neighbours|supporters|tenants|campaigners)\b`)
)

func isAbbreviation(s string) bool { return strings.ToUpper(s) == s && !strings.Contains(s, " ") }

func (m *mention) setRole(role, kind string) {
	m.role = strings.Join(strings.Fields(strings.ReplaceAll(role, "\u00a0", " ")), " ")
	if m.kind != kindMember {
		m.kind = kind
	}
}

func kindOfRole(role string) string {
	ts := tokens(role)
	if r, ok := readRole(role, ts, 0); ok {
		return kindOfWords(role, r.kind)
	}
	return kindOther
}

// kindOfWords corrects a role's kind by its words: a health trust's director is no officer of the council.
func kindOfWords(role, kind string) string {
	if kind == kindOfficer && orgRole.MatchString(role) {
		return kindOther
	}
	return kind
}

// readRoleMention reads "the Head of Housing", "Portfolio Holder for Finance, Councillor A Smith" and
// "Chief Executive (Mr D Lavery)". A mention without a name stands for the role alone.
func readRoleMention(s string, ts []token, i int) (*mention, int) {
	j := i
	article := false
	for j < len(ts) && j-i < 3 && determiners[ts[j].low] {
		article = true
		j++
	}
	if j >= len(ts) || article && broken(s, ts[j-1], ts[j]) {
		return nil, i
	}
	low := !capital(ts[j].text)
	if low && (!article || ts[i].low != "the" && ts[i].low != "our") {
		return nil, i
	}
	r, ok := readRole(s, ts, j)
	if !ok {
		return nil, i
	}
	m := mention{from: ts[i].from, to: r.to, first: i, end: r.next, role: strings.Join(strings.Fields(strings.ReplaceAll(r.text, "\u00a0", " ")), " "), kind: kindOfWords(r.text, r.kind)}
	m.lower = r.lower && !r.tail
	if !r.before && !r.tail && !article && !strings.Contains(s[r.from:r.to], " ") {
		m.lower = true // "Mayor" or "Director" alone, without article: weak
	}
	if article && (ts[i].low == "a" || ts[i].low == "an" || ts[i].low == "his" || ts[i].low == "her" || ts[i].low == "their" || ts[i].low == "this" || ts[i].low == "that") {
		if !r.tail && !r.before || low {
			return nil, r.next
		}
	}
	// its bearer
	k := r.next
	if k < len(ts) && ts[k].text == "(" && k+3 < len(ts) && ts[k+2].text == ")" && isAbbreviation(ts[k+1].text) && !capitalNameIn(s, ts, k+1) {
		k += 3
	}
	if end := otherRole(s, ts, k); end > k {
		// "the Director of Finance (Section 151 Officer)": one person with two roles
		m.end = end
		return &m, end
	}
	sep := ""
	if k < len(ts) && (ts[k].text == "," || ts[k].text == "(" || ts[k].text == "-" || ts[k].text == "–" || ts[k].text == ":") {
		sep = ts[k].text
		k++
		if k < len(ts) && (ts[k].low == "y" || ts[k].low == "yr") {
			k++
		}
	}
	if k < len(ts) && !broken(s, ts[max(k-1, 0)], ts[k]) {
		t, plural, member := readTitle(ts, k)
		if n, ok := readName(s, ts, t, t > k); ok && !plural && !n.onlyInitial && (t > k || n.words >= 2 && (n.given || sep == "" && n.words == 2 && !orgWords(n.name) && !bodyEnd(n.name))) && !startsRole(s, ts, k) && (t > k && sep != ":" || sep == "," || sep == "(" || sep == "-" || sep == "–" || sep == "") {
			intro := sep == "," && introOpen(s[mentionSentence(ts, i):ts[i].from])
			if !(sep == "," && member && r.kind == kindOfficer) && !intro && (sep != "(" || n.next < len(ts) && ts[n.next].text == ")") {
				m.name, m.from, m.to, m.end = n.name, ts[k].from, n.endName, n.next
				if t > k {
					m.title = titleWords(s[ts[k].from:ts[t-1].to], false)
				}
				if member {
					m.kind = kindMember
				}
				if sep == "(" && m.end < len(ts) && ts[m.end].text == ")" {
					m.end++
				}
				m.lower = false
				return &m, m.end
			}
		}
	}
	return &m, r.next
}

func capitalNameIn(s string, ts []token, i int) bool {
	n, ok := readName(s, ts, i, false)
	return ok && n.words >= 2
}

// readUntitled reads a name without a title: one that the item has given before, one with a role behind
// it, or one that begins with a common given name or an initial.
func readUntitled(s string, ts []token, i int, known map[string]bool) (*mention, int) {
	if !capital(ts[i].text) {
		return nil, i
	}
	n, ok := readName(s, ts, i, false)
	if !ok || n.words < 2 || n.onlyInitial {
		return nil, i
	}
	if r, ok := readRole(s, ts, i); ok && r.next > n.next {
		return nil, i
	}
	m := mention{from: ts[i].from, to: n.endName, first: i, end: n.next, name: n.name, kind: kindOther, untitled: true}
	next := readBearing(s, ts, n.next, &m)
	m.end = next
	if known[plain(n.name)] {
		return &m, next
	}
	if m.role != "" && !n.given && orgWords(n.name) {
		return nil, n.next // "Leisure Facilities (Head of Service ...)"
	}
	if m.role == "" {
		doubtful := n.given && surnameToo[plain(lastWord(n.name))]
		if bodyEnd(n.name) && !doubtful || !n.given && (orgWords(n.name) || n.words > 3) {
			return nil, n.next
		}
		m.bare = true
		m.strange = !n.given || doubtful
	}
	return &m, next
}

// placeEnds end the names of places and things that begin like a person: George Street, St John's Ward.
var placeEnds = wordSet(`street road lane avenue close drive way place square gardens park house court hall school centre center building buildings ward hospital library
 bridge green hill wood farm mill works estate terrace crescent village town city island church college university academy station trust fund plan scheme review
 report limited ltd llp plc associates partnership foundation act bill order rule committee council board award cup day wharf yard quarter pavilion lodge field fields
 common lake river valley primary grammar surgery hotel inn arms theatre museum gallery stadium leisure market`)

// orgWords says that a name has a word of the names of organisations: Internal Audit, Thames Water.
func orgWords(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if organisation[w] || placeEnds[w] || bodyNouns[w] || months[w] > 0 || w == "thames" {
			return true
		}
	}
	return false
}

var organisation = wordSet(`audit internal external water thames highways england scotland wales network rail services gas grid digital community communities care public
 private strategic business enterprise economic growth homes home housing transport natural environment environmental historic heritage sport sports arts culture tourism
 fire rescue ambulance crime justice probation prison youth young people families family mental healthwatch active travel climate waste recycling energy carbon flood
 highway traffic parking licensing trading standards regulatory democratic electoral elections member support customer revenue revenues benefits treasury capital pension
 pensions risk governance information technology data human resources workforce training skills employment learning schools early years special needs emergency
 civil contingency royal british united kingdom european bank barclays santander friends citizens advice age save first second third phase stage option options
 annual quarterly monthly final draft general common purpose best value key performance indicators medium term financial working time full part statement accounts
 open space spaces green belt core equality impact assessment privacy act freedom safeguarding adoption fostering corporate parenting delivery model operational
 independent representatives staff trade union unions chamber commerce development site land street sub joint integrated pre-decision overview`)

// surnameToo are words of placeEnds that are surnames as well: behind a given name they need a verb.
var surnameToo = wordSet(`lane hill wood green hall field fields mill bridge park church house lake day way close cup court market farm marsh page ward west north east south may green law best new`)

func lastWord(s string) string { return s[strings.LastIndex(s, " ")+1:] }

func bodyEnd(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return placeEnds[words[len(words)-1]] || strings.HasSuffix(name, "'s") || bodyNouns[words[len(words)-1]]
}
