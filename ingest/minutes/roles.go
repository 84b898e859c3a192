package minutes

import (
	"strings"
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
			if h := lastHead(ts, end+1, next); h >= 0 && !(h+1 < next && personAhead(s, ts, h+1)) {
				// "the Chief Fire Officer and Group Manager Tom R" are two people
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
