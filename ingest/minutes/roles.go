package minutes

import "strings"

// The last word of a role, by the kind of person who bears it. A role may have words before it
// ("Interim Social Care Director") and behind it ("of Public Health", ", Place", " - Customer Services").
var (
	memberRoleHeads = wordSet(`leader mayor provost convener convenor chair chairman chairwoman chairperson vice-chair vice-chairman vice-chairperson vice-convener
 vice-chairwoman bailie whip deputy-mayor co-chair depute cadeirydd arweinydd maer is-gadeirydd`)
	officerRoleHeads = wordSet(`director officer manager clerk solicitor treasurer engineer planner surveyor auditor accountant lawyer adviser advisor
 registrar coordinator co-ordinator consultant analyst barrister architect strategist ecologist controller administrator specialist proctor archivist
 secretary cyfarwyddwr swyddog gweithredwr weithredwr headteacher head-teacher technician arboriculturist chamberlain`)
	otherRoleHeads = wordSet(`inspector superintendent commander representative spokesperson constable governor trustee president ombudsman delegate co-optee advocate champion`)
	// heads behind which a comma or a dash gives the department: Corporate Director, Place
	departmentHeads = wordSet(`director manager officer head head-of executive solicitor lead`)
	// "X Member" is a role only with one of these before Member
	memberBefore = wordSet(`cabinet executive lead portfolio ward aelod`)
	// words that make what stands before them a thing, not a person: Officer Report, Chair's Announcements
	roleThings = wordSet(`report reports recommendation recommendations announcement announcements update updates question questions decision decisions advice delegation
 delegations code protocol induction role roles meeting meetings group groups training agreement review scheme team unit panel charity appeal fund allowance
 commentary comments presentation response responses correspondence communications office development election appointment appointments allowances of-state services service support contact`)
	determiners = wordSet(`the a an our its his her their new former outgoing incoming current previous newly y yr`)
	// a capital word that begins a clause, so that no role reaches back over it
	clauseWords = wordSet(`in on at by for from to of with when while where as if that this these those there he she it they we who which what how why after before
 during following further both all any no not also however whilst once although since under members councillors officers questions in responding having noting thanking asked
 to-be report reports contact decision resolved recommended agreed noted minutes note councillor cllr supported motion item presented councillors vacancy purpose
 and or but be is was were has have had did would should could may might agree approve delegate authorise authority authorises note notes`)
	officerRoleLower = wordSet(`director officer clerk solicitor manager adviser advisor planner engineer`)
	memberRoleLower  = wordSet(`leader mayor provost convener chair chairman chairwoman chairperson vice-chair vice-chairman`)
	departmentLower  = wordSet(`planning housing finance resources public health children's services adult social care education highways transport environment governance law
 legal development regeneration communities corporate place people property assets operations strategy culture leisure and customer`)
)

// A roleAt is a role that was read at a token.
type roleAt struct {
	first, next int
	from, to    int    // bytes of the role without its article
	text        string // as written
	kind        string
	heads       int
	tail        bool // has a department or body behind its head
	before      bool // has words before its head
	lower       bool // written without capitals
	head        string
}

// readRole reads a role that begins at token i (its first word, behind any article).
func readRole(s string, ts []token, i int) (roleAt, bool) {
	if i >= len(ts) || !ts[i].word {
		return roleAt{}, false
	}
	if !capital(ts[i].text) {
		return readLowerRole(s, ts, i)
	}
	r := roleAt{first: i}
	j := i
	end := -1 // token behind the last one that belongs to the role
	for {
		last := scanRun(s, ts, j)
		h := lastHead(ts, j, last)
		if h < 0 {
			// "Traffic and Safety Manager", "Health, Adults and Community Director"
			if r.heads == 0 && last < len(ts) && last > j && !personAhead(s, ts, i) && (ts[last].low == "and" || ts[last].text == "&" || ts[last].text == "/") && last+1 < len(ts) && capital(ts[last+1].text) && last-i < 8 {
				if next := scanRun(s, ts, last+1); lastHead(ts, last+1, next) >= 0 && !determiners[ts[last+1].low] && !headAt(ts, last+1) {
					if t, _, _ := readTitle(ts, last+1); t == last+1 {
						j = last + 1
						continue
					}
				}
			}
			break
		}
		r.heads++
		r.head = ts[h].low
		r.kind = kindOfHead(ts, h)
		r.before = r.before || h > j || r.heads > 1 || j > i
		end = h + 1
		// capital words right behind the head: Director Environment. A name there is the bearer.
		if last > end {
			if n, ok := readName(s, ts, end, false); ok && n.words >= 2 && (n.given || n.next == last && !orgWords(n.name)) || roleThings[ts[last-1].low] {
				if roleThings[ts[last-1].low] {
					return roleAt{}, false
				}
			} else if departmentHeads[r.head] {
				end = last
				r.tail = true
			} else if roleThings[ts[end].low] {
				return roleAt{}, false
			}
		} else if end < len(ts) && !broken(s, ts[end-1], ts[end]) && thingAt(ts, end) {
			return roleAt{}, false
		}
		if t := readDepartment(s, ts, end, r.head); t > end {
			end = t
			r.tail = true
		}
		// "Deputy Leader (Statutory) and Cabinet Member for Education"
		if end+4 < len(ts) && ts[end].text == "(" && ts[end+2].text == ")" && ts[end+3].low == "and" && lastHead(ts, end+4, scanRun(s, ts, end+4)) >= 0 {
			end += 3
		}
		// "Deputy Leader and Cabinet Member for Children"
		if end+1 < len(ts) && (ts[end].low == "and" || ts[end].text == "&" || ts[end].text == "/") && capital(ts[end+1].text) && !determiners[ts[end+1].low] && r.heads < 4 {
			next := scanRun(s, ts, end+1)
			if lastHead(ts, end+1, next) >= 0 {
				if t, _, _ := readTitle(ts, end+1); t == end+1 {
					j = end + 1
					continue
				}
			}
		}
		break
	}
	if end < 0 {
		return roleAt{}, false
	}
	r.next = end
	r.from, r.to = ts[i].from, ts[end-1].to
	for _, possessive := range []string{"'s", "’s"} {
		if strings.HasSuffix(s[r.from:r.to], possessive) && end-1 == lastHeadIn(ts, i, end) {
			return roleAt{}, false // the Leader's: something of the Leader
		}
	}
	r.text = s[r.from:r.to]
	return r, true
}

// thingAt says that the word at j makes a role's head part of a thing's name: the Officer report. "The
// Manager report back" is a verb.
func thingAt(ts []token, j int) bool {
	if !roleThings[ts[j].low] {
		return false
	}
	if ts[j].low == "report" && j+1 < len(ts) {
		switch ts[j+1].low {
		case "back", "to", "on", "in", "by", "further", "again":
			return false
		}
	}
	return true
}

func lastHeadIn(ts []token, i, end int) int { return lastHead(ts, i, end) }

// scanRun is the token behind the capital words that begin at i.
func scanRun(s string, ts []token, i int) int {
	j := i
	for j < len(ts) && j-i < 12 && (j == i || !broken(s, ts[j-1], ts[j])) {
		t := ts[j]
		if t.text == "/" && j > i && j+1 < len(ts) && capital(ts[j+1].text) {
			j++
			continue
		}
		// a short form in brackets inside the role: Integrated Care Board (ICB) Representative
		if t.text == "(" && j > i && j+3 < len(ts) && ts[j+2].text == ")" && capital(ts[j+3].text) && strings.ToUpper(ts[j+1].text) == ts[j+1].text && headAt(ts, j+3) {
			j += 3
			continue
		}
		// the Section 151 Officer
		if t.word && j > i && (ts[j-1].low == "section" || ts[j-1].low == "s") && j+1 < len(ts) && headAt(ts, j+1) {
			j++
			continue
		}
		if !t.word || !capital(t.text) || memberTitles[t.low] || courtesyTitles[strings.TrimSuffix(t.low, ".")] && !(t.low == "lord") && !headAt(ts, j) {
			break
		}
		if j > i && clauseWords[t.low] || t.low == "and" || t.low == "of" || t.low == "for" || t.low == "to" {
			break
		}
		j++
	}
	return j
}

func lastHead(ts []token, i, end int) int {
	for j := end - 1; j >= i; j-- {
		if ts[j].word && headAt(ts, j) {
			return j
		}
	}
	return -1
}

// headAt says that token j is the head of a role, given the words about it.
func headAt(ts []token, j int) bool {
	w := ts[j].low
	prev := ""
	if j > 0 {
		prev = ts[j-1].low
	}
	next := ""
	if j+1 < len(ts) {
		next = ts[j+1].low
	}
	switch {
	case w == "secretary":
		return !(next == "of" && j+2 < len(ts) && ts[j+2].low == "state")
	case memberRoleHeads[w], officerRoleHeads[w], otherRoleHeads[w]:
		return true
	case w == "member" || w == "councillor":
		return memberBefore[prev]
	case w == "holder":
		return prev == "portfolio"
	case w == "executive":
		return (prev == "chief") && !headWord(next)
	case w == "head":
		return next == "of" || next == ","
	case w == "lead":
		return prev != "" && j > 0 && ts[j-1].word && capital(ts[j-1].text) && !determiners[prev] && !clauseWords[prev] && next != "member" && next != "officer" && next != "director" && next != "councillor"
	case w == "counsel":
		return true
	}
	return false
}

func headWord(w string) bool { return officerRoleHeads[w] }

func kindOfHead(ts []token, h int) string {
	w := ts[h].low
	switch {
	case w == "officer" || officerRoleHeads[w] || w == "executive" || w == "head" || w == "lead" || w == "counsel":
		return kindOfficer
	case otherRoleHeads[w]:
		return kindOther
	default:
		return kindMember
	}
}

// readDepartment reads what stands behind a role's head: "of the Overview and Scrutiny Committee",
// "for Children, Education and Families", ", Place", " - Customer Services". It answers the token behind.
func readDepartment(s string, ts []token, at int, head string) int {
	if at >= len(ts) || at > 0 && broken(s, ts[at-1], ts[at]) {
		return at
	}
	t := ts[at]
	switch {
	case t.low == "of" || t.low == "for" || t.low == "to" || t.low == "at" && capitalAfter(ts, at+1) || t.low == "dros" || t.low == "in" && (head == "consultant" || head == "specialist" || head == "registrar"):
		j := at + 1
		for j < len(ts) && (ts[j].low == "the" || ts[j].low == "our" || ts[j].low == "its") {
			j++
		}
		if j < len(ts) && capital(ts[j].text) && ts[j].word && (t.low != "to" || bodyAhead(s, ts, j)) {
			if _, _, member := readTitle(ts, j); member || t.low == "for" && (ts[j].low == "municipal" || ts[j].low == "civic" || ts[j].low == "council") && j+1 < len(ts) && ts[j+1].low == "year" {
				return at // "elected Mayor for the Municipal Year"
			}
			return departmentList(s, ts, j, true)
		}
		return at
	case t.text == "," && departmentHeads[head]:
		j := at + 1
		if j < len(ts) && ts[j].word && capital(ts[j].text) && !personAhead(s, ts, j) && !clauseWords[ts[j].low] && !determiners[ts[j].low] {
			if end := departmentList(s, ts, j, true); lastHead(ts, j, end) < 0 {
				return end
			}
		}
	case t.text == "(" && departmentHeads[head] && at+2 < len(ts) && capital(ts[at+1].text) && ts[at+1].word && !personAhead(s, ts, at+1) && lastHead(ts, at+1, min(at+3, len(ts))) < 0:
		// the Assistant Director (Planning)
		end := departmentList(s, ts, at+1, true)
		if end < len(ts) && ts[end].text == ")" && !isAbbreviation(s[t.to:ts[end].from]) {
			return end + 1
		}
	case t.text == ":" && departmentHeads[head] && at > 1 && at+1 < len(ts) && ts[at+1].from > t.to && ts[at+1].from-t.to < 3 && capital(ts[at+1].text) && !personAhead(s, ts, at+1):
		// the Strategic Director: Resources said
		if end := departmentList(s, ts, at+1, true); end < len(ts) && ts[end].word && !capital(ts[end].text) && lastHead(ts, at+1, end) < 0 {
			return end
		}
	case (t.text == "-" || t.text == "–" || t.text == "—") && departmentHeads[head] && at+1 < len(ts) && ts[at+1].from > t.to:
		if j := at + 1; ts[j].word && capital(ts[j].text) && !personAhead(s, ts, j) {
			if end := departmentList(s, ts, j, true); lastHead(ts, j, end) < 0 {
				return end
			}
		}
	}
	return at
}

func capitalAfter(ts []token, at int) bool {
	return at < len(ts) && (capital(ts[at].text) || ts[at].low == "the" && at+1 < len(ts) && capital(ts[at+1].text))
}

func bodyAhead(s string, ts []token, j int) bool {
	for k := j; k < scanRun(s, ts, j); k++ {
		if bodyNouns[ts[k].low] {
			return true
		}
	}
	return false
}

// personAhead says that a title or a name with a common given name or initial begins at token j.
func personAhead(s string, ts []token, j int) bool {
	if t, _, _ := readTitle(ts, j); t > j {
		return true
	}
	n, ok := readName(s, ts, j, false)
	return ok && n.words >= 2 && n.given && !n.onlyInitial
}

// departmentList reads "Children, Education and Families", "School Performance and Children's Services",
// "the Overview and Scrutiny Committee". A comma goes on only in a list that "and" closes.
func departmentList(s string, ts []token, j int, commas bool) int {
	j = departmentWords(s, ts, j)
	for n := 0; n < 6; n++ {
		k := j
		comma := k < len(ts) && ts[k].text == ","
		if comma {
			k++
		}
		and := k < len(ts) && (ts[k].low == "and" || ts[k].text == "&" || ts[k].low == "a" && false)
		if and {
			k++
		}
		if k == j || k >= len(ts) || !ts[k].word || !capital(ts[k].text) || clauseWords[ts[k].low] || determiners[ts[k].low] || personAhead(s, ts, k) || broken(s, ts[k-1], ts[k]) {
			return j
		}
		end := departmentWords(s, ts, k)
		if lastHead(ts, k, end) >= 0 || and && bodySubject(ts, k, end) {
			return j
		}
		if comma && !and && !listCloses(s, ts, end) {
			return j
		}
		j = end
	}
	return j
}

// bodySubject says that a body alone stands behind "and": "Cabinet Member for Housing and Cabinet agreed".
func bodySubject(ts []token, from, end int) bool {
	return end == from+1 && (bodyNouns[ts[from].low] || clauseWords[ts[from].low])
}

func listCloses(s string, ts []token, j int) bool {
	for n := 0; n < 6 && j < len(ts); n++ {
		if ts[j].low == "and" || ts[j].text == "&" || ts[j].text == "," && j+1 < len(ts) && ts[j+1].low == "and" {
			k := j + 1
			if ts[j].text == "," {
				k++
			}
			return k < len(ts) && ts[k].word && capital(ts[k].text) && !clauseWords[ts[k].low] && !personAhead(s, ts, k)
		}
		if ts[j].text != "," || j+1 >= len(ts) || !capital(ts[j+1].text) {
			return false
		}
		j = departmentWords(s, ts, j+1)
	}
	return false
}

var bodyNouns = wordSet(`committee sub-committee subcommittee board panel cabinet council executive group forum partnership authority commission association
 opposition working-group party conference assembly trust area region`)

// departmentWords reads capital words, with "of the" and "for" between them, up to and including a body.
func departmentWords(s string, ts []token, j int) int {
	start := j
	for j < len(ts) && j-start < 12 {
		t := ts[j]
		if j > start && broken(s, ts[j-1], t) {
			return j
		}
		if !t.word {
			if t.text == "/" && j+1 < len(ts) && capital(ts[j+1].text) {
				j++
				continue
			}
			return j
		}
		if capital(t.text) {
			if j > start && (clauseWords[t.low] || memberTitles[t.low] || givenNames[t.low] && personAhead(s, ts, j)) {
				return j
			}
			j++
			continue
		}
		// "Chair of the Council of Governors"
		if (t.low == "of" || t.low == "for") && j+1 < len(ts) && (capital(ts[j+1].text) && ts[j+1].word || ts[j+1].low == "the" && j+2 < len(ts) && capital(ts[j+2].text)) {
			j++
			if ts[j].low == "the" {
				j++
			}
			continue
		}
		return j
	}
	return j
}

// readLowerRole reads a role without capitals: "director of planning", "planning officer", "leader".
// The caller has seen "the" before it.
func readLowerRole(s string, ts []token, i int) (roleAt, bool) {
	j := i
	for j < len(ts) && j-i < 4 && ts[j].word && !officerRoleLower[ts[j].low] && !memberRoleLower[ts[j].low] {
		if !departmentLower[ts[j].low] && ts[j].low != "chief" && ts[j].low != "case" && ts[j].low != "monitoring" && ts[j].low != "presenting" && ts[j].low != "assistant" && ts[j].low != "democratic" && ts[j].low != "deputy" && ts[j].low != "town" && ts[j].low != "licensing" && ts[j].low != "principal" && ts[j].low != "senior" {
			return roleAt{}, false
		}
		j++
	}
	if j >= len(ts) || !officerRoleLower[ts[j].low] && !memberRoleLower[ts[j].low] {
		return roleAt{}, false
	}
	r := roleAt{first: i, heads: 1, before: j > i, lower: true, head: ts[j].low, kind: kindOfficer}
	if memberRoleLower[r.head] {
		r.kind = kindMember
	}
	j++
	if j < len(ts) && (roleThings[ts[j].low] || ts[j].low == "recommendation" || ts[j].text == "'" || ts[j].text == "’") {
		return roleAt{}, false
	}
	if j+1 < len(ts) && (ts[j].low == "of" || ts[j].low == "for") {
		if departmentLower[ts[j+1].low] {
			k := j + 1
			for k < len(ts) && departmentLower[ts[k].low] && k-j < 6 {
				k++
			}
			if ts[k-1].low == "and" {
				k--
			}
			r.tail, j = true, k
		} else if k := readDepartment(s, ts, j, r.head); k > j {
			r.tail, j = true, k
		}
	}
	r.next, r.from, r.to = j, ts[i].from, ts[j-1].to
	r.text = s[r.from:r.to]
	return r, true
}
