package minutes

import (
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// A heading of the list of those present, with or without names behind it on the same line.
var rosterHeading = regexp.MustCompile(`(?i)^[\s\x{a0}|*]*((?:(?:councillors?|members?|committee members?|board members?|cabinet members?|executive members?|voting members?|elected members?)[\s\x{a0}]+(?:were[\s\x{a0}]+)?(?:present|in attendance|attending)|present(?:[\s\x{a0}]+at the meeting)?|attendance|also[\s\x{a0}]+(?:present|in attendance|attending)|in[\s\x{a0}]+attendance|officers?(?:[\s\x{a0}]+(?:present|in attendance|attending|also present))?|others?[\s\x{a0}]+(?:present|in attendance)|(?:non-?[\s\x{a0}]?)?voting members|attendees|members:|councillors:|in the chair|chair(?:man|person|woman)?:|co-opted members?|substitutes?(?:[\s\x{a0}]+(?:members?|present))?|(?:members?[\s\x{a0}]+)?absent|apolog(?:y|ies)(?:[\s\x{a0}]+(?:for absence|received|for non-attendance))?|yn bresennol|hefyd yn bresennol|ymddiheuriadau))[\s\x{a0}]*(?:[:|–—-]+[\s\x{a0}:|–—-]*|$)`)

var (
	rosterCode    = regexp.MustCompile(`^[\s\x{a0}]*(P|A|AP|S|X)[\s\x{a0}]+(\p{Lu}.*)$`)
	rosterEntry   = regexp.MustCompile(`^[\s\x{a0}]*(?:[•·*-][\s\x{a0}]*|\d{1,3}[.)][\s\x{a0}]+)?`)
	substitutedBy = regexp.MustCompile(`(?i)\bsubstitut`)
	rosterFor     = regexp.MustCompile(`(?i)^\(?[\s\x{a0}]*(?:as[\s\x{a0}]+(?:a[\s\x{a0}]+)?|acting as[\s\x{a0}]+)?(?:substitut(?:e|ing)|deputising|deputy|sub\.?)(?:[\s\x{a0}]+member)?(?:[\s\x{a0}]+(?:for|of)[\s\x{a0}]+(.*?))?[\s\x{a0})]*$`)
)

// Roster finds the people in the lists at the head of minutes: "Present:", "In attendance:", "Apologies:",
// names with or without titles, one a line or between commas, with the role or the office in the chair
// behind them; and lines with a code before the name (P present, A apologies). A list ends at a line
// that is no name.
func Roster(paragraphs []Paragraph) []AttendanceFact {
	var out []AttendanceFact
	status, title := "", ""
	codes := 0
	for _, p := range paragraphs {
		if rosterCode.MatchString(head(p.Text, 200)) {
			codes++
		}
	}
	for _, p := range paragraphs {
		s := p.Text
		if len(s) > 8000 || strings.TrimSpace(strings.ReplaceAll(s, "\u00a0", " ")) == "" {
			continue
		}
		if m := rosterCode.FindStringSubmatchIndex(s); m != nil && codes > 1 {
			st := map[string]string{"P": howPresent, "A": howApologies, "AP": howApologies, "S": howSubst, "X": howAbsent}[s[m[2]:m[3]]]
			found, _, _ := rosterNames(p, m[4], st, "")
			out = append(out, found...)
			continue
		}
		from := 0
		if m := rosterHeading.FindStringIndex(s); m != nil {
			status, title, from = rosterStatus(s[m[0]:m[1]]), "", m[1]
			if h := strings.ToLower(s[:m[1]]); strings.Contains(h, "councillor") {
				title = "Councillor"
			}
		}
		if status == "" || from >= len(s) {
			continue
		}
		if from == 0 && rosterGroup(s) {
			continue // "Conservative Group", "Elmford Borough Council:"
		}
		from = behindGroup(s, from)
		found, spread, clean := rosterNames(p, from, status, title)
		if !clean {
			if from > 0 {
				out = append(out, found...) // names in the heading's own line stand, whatever follows them
			}
			status = ""
			continue
		}
		if spread != "" {
			title = spread
		}
		out = append(out, found...)
	}
	return out
}

func rosterStatus(heading string) string {
	switch h := strings.ToLower(heading); {
	case strings.Contains(h, "apolog") || strings.Contains(h, "ymddih"):
		return howApologies
	case strings.Contains(h, "absent"):
		return howAbsent
	case strings.Contains(h, "substitute"):
		return howSubst
	case strings.Contains(h, "officer") || strings.Contains(h, "also") || strings.Contains(h, "other") || strings.Contains(h, "in attendance") && !strings.Contains(h, "member") && !strings.Contains(h, "councillor") || strings.Contains(h, "hefyd"):
		return "in_attendance"
	default:
		return howPresent
	}
}

// rosterNames reads a line that is names and what is said of them; clean is false where it is something
// else. spread is a plural title that goes on over the next lines.
func rosterNames(p Paragraph, from int, status, title string) (out []AttendanceFact, spread string, clean bool) {
	s := p.Text
	from += len(rosterEntry.FindString(s[from:]))
	ts := tokens(s)
	i := 0
	for i < len(ts) && ts[i].from < from {
		i++
	}
	for i < len(ts) {
		if !ts[i].word {
			if ts[i].text == "(" {
				return out, spread, false
			}
			i++
			continue
		}
		if ts[i].low == "and" || ts[i].low == "a" && len(out) > 0 || ts[i].low == "none" || ts[i].low == "ac" {
			i++
			continue
		}
		if rosterOthers.MatchString(s[ts[i].from:]) {
			return out, spread, true // "three members of the public"
		}
		var m mention
		next, plural, ok := i, false, false
		if startsRole(s, ts, skipDeterminers(ts, i)) {
			m, next, ok = rosterBearer(s, ts, i)
		}
		if !ok {
			m, next, plural, ok = rosterPerson(s, ts, i, title)
		}
		if !ok {
			return out, spread, len(out) > 0 && i == len(ts)
		}
		if plural {
			title, spread = m.title, m.title
		}
		if m.name == "" { // a plural title alone on its line
			i = next
			continue
		}
		fact := AttendanceFact{record.Attendance{Name: m.name, AsWritten: s[m.from:m.to], Status: status, Role: m.role}, p.At(m.from, m.to, "roster")}
		if m.kind == kindOfficer && status == howPresent {
			fact.Status = "in_attendance"
		}
		next = rosterBehind(s, ts, next, &fact)
		out = append(out, fact)
		i = next
	}
	return out, spread, len(out) > 0 || spread != ""
}

func rosterPerson(s string, ts []token, i int, title string) (m mention, next int, plural, ok bool) {
	after, plural, _ := readTitle(ts, i)
	own := after > i
	if plural && after < len(ts) && !ts[after].word {
		after++
	}
	if plural && after >= len(ts) {
		return mention{title: titleWords(s[ts[i].from:ts[len(ts)-1].to], true)}, after, true, true
	}
	if after >= len(ts) {
		return mention{}, i, false, false
	}
	n, ok := readName(s, ts, after, own || title != "")
	if !ok || n.words < 2 && !own && title == "" || !own && title == "" && orgWords(n.name) && !n.given {
		return mention{}, i, false, false
	}
	m = mention{from: ts[i].from, to: n.endName, first: i, end: n.next, name: n.name, title: title}
	if own {
		m.title = titleWords(s[ts[i].from:ts[after-1].to], plural)
	}
	if plural {
		m.from = ts[after].from
	}
	return m, n.next, plural, true
}

// rosterBehind reads "(Chairman)", "(in the Chair)", "(substitute for B)", "– Head of Finance".
func rosterBehind(s string, ts []token, i int, fact *AttendanceFact) int {
	for i < len(ts) && ts[i].text == "(" {
		end := i + 1
		for end < len(ts) && ts[end].text != ")" && end-i < 40 {
			end++
		}
		if end >= len(ts) || ts[end].text != ")" || end == i+1 {
			return i + 1
		}
		inner := s[ts[i+1].from:ts[end-1].to]
		if arrived, left := times("", inner); movingWords.MatchString(inner) || rosterRemote.MatchString(inner) {
			fact.Arrived, fact.Left = arrived, left
		} else if m := rosterForWhom.FindStringSubmatch(inner); m != nil && fact.Status == howSubst {
			fact.SubstituteFor = nameIn(m[1])
		} else if (fact.Status == howApologies || fact.Status == howAbsent) && !startsRole(inner, tokens(inner), 0) && !substitutedBy.MatchString(inner) {
			// a reason: "(work commitments)"
		} else if m := rosterFor.FindStringSubmatch(inner); m != nil {
			fact.Status = howSubst
			fact.SubstituteFor = nameIn(m[1])
		} else if substitutedBy.MatchString(inner) {
			// the substitute is read in its own sentence
		} else if fact.Role == "" {
			fact.Role = strings.Join(strings.Fields(strings.ReplaceAll(inner, "\u00a0", " ")), " ")
		}
		i = end + 1
	}
	if i < len(ts) && ts[i].word && fact.Role == "" {
		// "Councillor A Ash Chair", the cells of a table on one line
		if r, ok := readRole(s, ts, i); ok && (r.next == len(ts) || ts[r.next].text == ",") {
			fact.Role = r.text
			return r.next
		}
	}
	if end := inTheChair(ts, i); end > i {
		fact.Role = s[ts[end-3].from:ts[end-1].to]
		return end
	}
	if i < len(ts) && (ts[i].text == "-" || ts[i].text == "–" || ts[i].text == "—" || ts[i].text == ",") && i+1 < len(ts) {
		m := mention{first: i, from: ts[i].from}
		if next := readBearing(s, ts, i, &m); next > i {
			fact.Role = m.role
			return next
		}
		if ts[i].text != "," && capital(ts[i+1].text) {
			end := departmentWords(s, ts, i+1)
			for end < len(ts) && (ts[end].word && capital(ts[end].text) || ts[end].low == "of" || ts[end].low == "and" && end+1 < len(ts) && !startsName(ts, end+1)) {
				end++
			}
			fact.Role = s[ts[i+1].from:ts[end-1].to]
			if end+2 < len(ts) && ts[end].text == "(" {
				// "Ann Ash - Northshire Council (Chair)": the part at the meeting says more than where she is from
				behind := AttendanceFact{}
				if next := rosterBehind(s, ts, end, &behind); behind.Role != "" {
					fact.Role = behind.Role
					return next
				}
			}
			return end
		}
	}
	return i
}

// nameIn is the name in a few words, without its title; "" where they hold none.
func nameIn(s string) string {
	ts := tokens(s)
	if len(ts) == 0 {
		return ""
	}
	after, _, _ := readTitle(ts, 0)
	n, ok := readName(s, ts, after, true)
	if !ok {
		return ""
	}
	return n.name
}
