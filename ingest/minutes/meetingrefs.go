package minutes

import (
	"strings"
	"unicode/utf8"

	"councilgraph/internal/regexp"
)

// A span is a stretch of a paragraph with the kind of what it refers to.
type span struct {
	from, to   int
	kind, rule string
}

const refBody = `(?:[Tt]he` + sp + `)?(?:[A-Z][\w&'’]*` + sp + `(?:(?:and|of|for|the|&)` + sp + `)?)*(?:Committee|Sub-Committee|Board|Cabinet|Council|Panel|Executive|Group|Forum|Commission|Authority|Assembly|[A-Z]{2,5})(?:['’]s)?`

// What stands before a date when a meeting, its minutes or a report is named with it. Each rule ends where
// the date begins.
var datedRules = []struct {
	kind, rule string
	re         *regexp.Regexp
	behind     bool     // a bracket with a minute's or an item's number may follow the date
	needs      []string // the words before the date hold one of these, or the rule need not run
}{
	{"minute", "minute-dated", endsAt(`(?:\b[A-Z][\w&]+` + sp + `)*\b[Mm]inutes?(?:` + sp + `(?:[Nn]os?\.?|[Nn]umbers?))?` + sp + `\d{1,4}(?:[./]\d{1,4})*[A-Za-z]?` + sp + `(?:of|from|dated)` + sp), false, []string{"inute"}},
	{"meeting", "minutes-of", endsAt(`(?:\b(?:[Tt]he|THE|[A-Z]\w+['’]s)` + sp + `)?(?:(?:` + refBody + `)` + sp + `)?\b(?:[Mm]inutes|MINUTES|[Rr]ecords?|[Nn]otes|[Cc]ofnodion)` + sp + `(?:(?:of|y|from|for|OF)` + sp + `)?(?:(?:the|its|their|THE)` + sp + `)?(?:(?:\w+` + sp + `){0,2}?(?:[Mm]eetings?|MEETING|cyfarfod)(?:` + sp + `of` + sp + `(?:` + refBody + `))?` + sp + `)?(?:(?:a` + sp + `gynhaliwyd|which` + sp + `(?:was|took)|that` + sp + `was)` + sp + `)?(?:(?:held|dated|on|of|ar|place|HELD|ON)` + sp + `){0,3}`), false, []string{"inutes", "MINUTES", "ecord", "otes", "ofnodion"}},
	{"report", "report-dated", endsAt(`(?:\b(?:[Tt]he|[Aa]n?)` + sp + `)?(?:\b[a-z]+` + sp + `)?\b[Rr]eports?` + sp + `(?:(?:by|of|from|to)` + sp + `[^.;()]{3,90}?` + sp + `)?(?:(?:agreed|approved|considered|submitted|presented|made|received|issued|published)` + sp + `(?:by|to|at)` + sp + `(?:` + refBody + `)` + sp + `(?:on` + sp + `)?|dated` + sp + `|of` + sp + `|on` + sp + `)`), false, []string{"eport"}},
	{"meeting", "meeting-on", endsAt(`\b[A-Z][\w'’]*(?:` + sp + `[A-Z][\w'’]*)*` + sp + `[Mm]eetings?` + sp + `(?:held` + sp + `)?(?:on` + sp + `|of` + sp + `)?`), false, []string{"eeting"}},
	{"meeting", "meeting-on", endsAt(`(?:\b(?:[Tt]he|its|[Aa]n?|[Tt]heir|[Oo]ur)` + sp + `)?(?:\b(?:previous|last|first|next|extraordinary|special|same|joint|informal|formal|annual|earlier|recent|ordinary|budget|virtual)` + sp + `)?\b[Mm]eetings?` + sp + `(?:of` + sp + `(?:` + refBody + `)` + sp + `)?(?:(?:(?:to|would|will|which|was|were|is)` + sp + `){0,2}(?:be` + sp + `)?held` + sp + `)?(?:on|of|dated)` + sp), true, []string{"eeting"}},
	{"meeting", "body-met", endsAt(refBody + sp + `(?:had|has)?` + sp + `?(?:previously` + sp + `|also` + sp + `)?(?:met|considered|agreed|approved|resolved|discussed|scrutinised|received|reviewed|noted|decided|supported)(?:` + sp + `(?:the|this|its|a|that)` + sp + `[a-z]+)?(?:` + sp + `at` + sp + `its` + sp + `meeting)?` + sp + `(?:held` + sp + `)?on` + sp), true, []string{" on"}},
	{"meeting", "by-body", endsAt(`\b(?:scrutinised|considered|approved|agreed|debated|discussed|reviewed|endorsed|supported|noted|recommended|adopted|heard)` + sp + `(?:by|at)` + sp + `(?:` + refBody + `)` + sp + `(?:meeting` + sp + `)?on` + sp), true, []string{" on"}},
	{"meeting", "decision-of", endsAt(`\b(?:[Tt]he` + sp + `)?(?:decision|resolution|recommendation)s?` + sp + `(?:of|made by|by)` + sp + refBody + sp + `(?:of|on|dated)` + sp), true, []string{"ecision", "esolution", "ecommendation"}},
	{"meeting", "body-on", endsAt(`\b` + refBody + sp + `on` + sp), true, []string{" on"}},
}

func endsAt(re string) *regexp.Regexp { return regexp.MustCompile(`(?:` + re + `)$`) }

var (
	dateStart  = regexp.MustCompile(`\b\d{1,2}[\s\x{a0}]?(?:st|nd|rd|th|fed|af|ail|ydd|eg|ain)?,?[\s\x{a0}]+(?:of[\s\x{a0}]+)?[A-Z][a-z]{2,8}\b,?(?:[\s\x{a0}]+\d{4}\b)?|\b\d{1,2}/\d{1,2}/\d{4}\b`)
	dateLeads  = regexp.MustCompile(`(?:(?:\b[Tt]he|\b[A-Z][a-z]+day,?|\bdydd)[\s\x{a0}]+)+$`)
	alsoDate   = regexp.MustCompile(`^(?:,|[\s\x{a0}]*(?:,[\s\x{a0}]+)?(?:and|&))[\s\x{a0}]+(?:the[\s\x{a0}]+|on[\s\x{a0}]+)?$`)
	minuteNext = regexp.MustCompile(`^[\s\x{a0}]+\((?:[Mm]inute|[Ii]tem)[^()]{1,30}\)`)
)

// datedReferences looks back from each date, at most 240 bytes and not beyond the last reference.
func datedReferences(p Paragraph) []span {
	var out []span
	last := 0
	for _, d := range dateStart.FindAllStringIndex(p.Text, -1) {
		from := max(last, d[0]-240)
		for from < d[0] && !utf8.RuneStart(p.Text[from]) {
			from++
		}
		w := p.Text[from:d[0]]
		if len(out) > 0 && last > 0 && alsoDate.MatchString(p.Text[last:d[0]]) && isMonth(p.Text[d[0]:d[1]]) {
			// "the minutes of the meetings held on 4 March 2019 and 1 April 2019"
			prev := out[len(out)-1]
			out = append(out, span{d[0], d[1], prev.kind, prev.rule})
			last = d[1]
			continue
		}
		w = w[:len(w)-len(dateLeads.FindString(w))]
		if w == "" || !isMonth(p.Text[d[0]:d[1]]) {
			continue
		}
		for _, r := range datedRules {
			if !holdsOne(w, r.needs) {
				continue
			}
			m := r.re.FindStringIndex(w)
			if m == nil || m[0] == m[1] {
				continue
			}
			end := d[1]
			next := minuteNext.FindString(head(p.Text[end:], 60))
			if r.rule == "body-on" && next == "" {
				continue
			}
			if r.behind {
				end += len(next)
			}
			out = append(out, span{from + m[0], end, r.kind, r.rule})
			last = end
			break
		}
	}
	return out
}

func holdsOne(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// isMonth says that the word in a date is a month's name, or that the date is one in figures.
func isMonth(date string) bool {
	if strings.Count(date, "/") == 2 {
		return true
	}
	for _, t := range tokens(date) {
		if months[t.low] > 0 {
			return true
		}
	}
	return false
}
