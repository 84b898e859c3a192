package minutes

import (
	"strconv"
	"strings"

	"councilgraph/internal/regexp"
)

// A table of votes comes as one row per line with its cells glued ("ForA Smith and B Jones2"), as
// cells on a line ("For | A Smith and B Jones | 2"), or as a line per cell.
var (
	voteRowLabel = `(For|Against|Abstain(?:ed|ing)?|Abstentions?|Conflict Of Interests?|Casting vote|No [Vv]ote(?: recorded)?|Did not vote|Absent(?: from the (?:division|vote))?|Not voting|Declined to vote|O blaid|Yn erbyn|Ymatal)`
	voteRow      = regexp.MustCompile(`^[\s\x{a0}|]*` + voteRowLabel + `[\s\x{a0}|:]*((?:\p{Lu}|None).*?)[\s\x{a0}|(]*(\d{1,3})[\s\x{a0}|)]*$`)
	voteRowCells = regexp.MustCompile(voteRowLabel + `[\s\x{a0}]*\|[\s\x{a0}]*([^|\d]+?)[\s\x{a0}]*\|[\s\x{a0}]*(\d{1,3})[\s\x{a0}]*(?:\||$)`)
	voteRowWord  = regexp.MustCompile(`^[\s\x{a0}|]*` + voteRowLabel + `[\s\x{a0}|:]*$`)
	voteNames    = regexp.MustCompile(`^(?:None|\p{Lu}[\p{L}.'’ \x{a0}-]*(?:,|[\s\x{a0}]and[\s\x{a0}]|$).*)`)
	voteRowCount = regexp.MustCompile(`^[\s\x{a0}|(]*(\d{1,3})[\s\x{a0}|)]*$`)
)

// A voteTableRow is one row of a table of votes.
type voteTableRow struct {
	option    string // "" for a row that is no side: conflict of interests, casting vote
	label     string
	count     *int
	names     Place // where the names stand, empty for None
	at        Place
	par, last int
}

func voteRows(paragraphs []Paragraph) []voteTableRow {
	var rows []voteTableRow
	add := func(p Paragraph, i, last int, label string, nameFrom, nameTo int, nameIn Paragraph, figure string, from, to int) {
		n, err := strconv.Atoi(figure)
		if err != nil {
			return
		}
		row := voteTableRow{option: rowOption(label), label: label, count: &n, at: p.At(from, to, "vote-row"), par: i, last: last}
		if nameIn.Text[nameFrom:nameTo] != "None" {
			row.names = nameIn.At(nameFrom, nameTo, "vote-row")
		}
		rows = append(rows, row)
	}
	for i := 0; i < len(paragraphs); i++ {
		p := paragraphs[i]
		s := strings.TrimRight(p.Text, "\r\n")
		if len(s) > 20000 || !strings.Contains(s, "|") && !startsRow(s) {
			continue
		}
		if strings.Contains(s, "|") {
			if all := voteRowCells.FindAllStringSubmatchIndex(s, -1); len(all) > 1 {
				for _, m := range all {
					add(p, i, i, s[m[2]:m[3]], m[4], m[5], p, s[m[6]:m[7]], m[0], m[7])
				}
				continue
			}
		}
		if m := voteRow.FindStringSubmatchIndex(s); m != nil && listOfNames(s[m[4]:m[5]]) {
			add(p, i, i, s[m[2]:m[3]], m[4], m[5], p, s[m[6]:m[7]], m[2], m[7])
			continue
		}
		if m := voteRowWord.FindStringSubmatchIndex(s); m != nil && i+2 < len(paragraphs) {
			names, figure := paragraphs[i+1], voteRowCount.FindStringSubmatch(paragraphs[i+2].Text)
			line := strings.TrimSpace(names.Text)
			if figure != nil && len(line) < 20000 && voteNames.MatchString(line) && listOfNames(line) && optionCell(line) == "" {
				from := strings.Index(names.Text, line)
				add(p, i, i+2, s[m[2]:m[3]], from, from+len(line), names, figure[1], m[2], m[3])
				i += 2
			}
		}
	}
	return rows
}

// startsRow says that a line begins with a row's label, so far as its first letters tell.
func startsRow(s string) bool {
	s = strings.TrimLeft(s, " \u00a0\t|")
	for _, l := range []string{"For", "Against", "Abst", "Conf", "Casting", "No ", "Not", "Did", "Absent", "Declined", "O blaid", "Yn erbyn", "Ymatal"} {
		if strings.HasPrefix(s, l) {
			return true
		}
	}
	return false
}

// listOfNames says that a cell holds names alone: capitals, particles and "and".
func listOfNames(s string) bool {
	if s == "None" {
		return true
	}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\u00a0' || r == ';' }) {
		if w != "and" && w != "a" && w != "-" && w != "–" && !nameParticle[strings.ToLower(w)] && !capital(w) {
			return false
		}
	}
	return true
}

func rowOption(label string) string {
	switch l := strings.ToLower(label); {
	case l == "for" || l == "o blaid":
		return voteFor
	case l == "against" || l == "yn erbyn":
		return voteAgainst
	case strings.HasPrefix(l, "abst") || l == "ymatal":
		return voteAbstain
	default:
		return ""
	}
}
