package minutes

import "regexp"

// A span is a stretch of a paragraph with the kind of what it refers to.
type span struct {
	from, to   int
	kind, rule string
}

const refBody = `(?:[Tt]he` + sp + `)?(?:[A-Z][\w&'’]*` + sp + `(?:(?:and|of|for|the|&)` + sp + `)?)*(?:Committee|Sub-Committee|Board|Cabinet|Council|Panel|Executive|Group|Forum|Commission|Authority|Assembly|[A-Z]{2,5})(?:['’]s)?`

// Meetings, minutes and reports that are named with a date, and a meeting told as an act of a body.
var (
	minutesDated = regexp.MustCompile(`(?:(?:[Tt]he|THE|[A-Z]\w+['’]s)` + sp + `)?(?:(?:` + refBody + `)` + sp + `)?(?:[Mm]inutes|[Rr]ecords?|[Nn]otes|[Cc]ofnodion|[Ag]enda)` + sp + `(?:(?:of|y|from|for)` + sp + `)?(?:(?:the|its|their)` + sp + `)?(?:(?:\w+` + sp + `){0,2}?(?:[Mm]eetings?|cyfarfod)(?:` + sp + `of` + sp + `(?:` + refBody + `))?` + sp + `)?(?:(?:a` + sp + `gynhaliwyd|which` + sp + `(?:was|took)|that)` + sp + `)?(?:(?:held|dated|on|of|ar|place)` + sp + `){0,3}` + ordDate)
	minutesAt    = regexp.MustCompile(`\b[A-Z][\w'’]*(?:` + sp + `[A-Z][\w'’]*)*` + sp + `[Mm]eetings?` + sp + `(?:held` + sp + `)?(?:on` + sp + `|of` + sp + `)?` + ordDate)
	meetingOn    = regexp.MustCompile(`(?:\b(?:[Tt]he|its|[Aa]n?|[Tt]heir|[Oo]ur)` + sp + `)?(?:(?:[a-z]+` + sp + `){0,2})?\b[Mm]eetings?` + sp + `(?:of` + sp + `(?:` + refBody + `)` + sp + `)?(?:(?:to be` + sp + `)?held` + sp + `)?(?:on|of|dated)` + sp + ordDate)
	reportOn     = regexp.MustCompile(`(?:\b(?:[Tt]he|[Aa]n?)` + sp + `)?(?:[a-z]+` + sp + `){0,1}\b[Rr]eports?` + sp + `(?:(?:by|of|from)` + sp + `[^.;()]{3,90}?` + sp + `)?(?:(?:agreed|approved|considered|submitted|presented|made|received|issued|published)` + sp + `(?:by|to|at)` + sp + `(?:` + refBody + `)` + sp + `(?:on` + sp + `)?|dated` + sp + `|of` + sp + `|on` + sp + `)` + ordDate)
	bodyHad      = regexp.MustCompile(refBody + sp + `(?:had|has)?` + sp + `?(?:previously` + sp + `|also` + sp + `)?(?:met|considered|agreed|approved|resolved|discussed|scrutinised|received|reviewed|noted|decided|supported)(?:` + sp + `(?:the|this|its|a|that)` + sp + `[a-z]+)?(?:` + sp + `at` + sp + `its` + sp + `meeting)?` + sp + `(?:held` + sp + `)?on` + sp + ordDate)
	byBody       = regexp.MustCompile(`\b(?:scrutinised|considered|approved|agreed|debated|discussed|reviewed|endorsed|supported|noted|recommended|adopted|heard)` + sp + `(?:by|at)` + sp + `(?:` + refBody + `)` + sp + `(?:meeting` + sp + `)?on` + sp + ordDate + `(?:` + sp + `\((?:[Mm]inute|item)[^()]{1,30}\))?`)
	bodyOnDate   = regexp.MustCompile(refBody + sp + `on` + sp + ordDate + `(?:` + sp + `\((?:[Mm]inute|item)[^()]{1,30}\))`)
)

func datedReferences(p Paragraph) []span {
	var out []span
	if len(dateOf.FindString(p.Text)) == 0 {
		return nil
	}
	taken := func(from, to int) bool {
		for _, o := range out {
			if from < o.to && to > o.from {
				return true
			}
		}
		return false
	}
	for _, r := range []struct {
		kind, rule string
		re         *regexp.Regexp
	}{
		{"minute", "minute-dated", referenceRules[0].re},
		{"meeting", "minutes-of", minutesDated},
		{"report", "report-dated", reportOn},
		{"meeting", "meeting-on", minutesAt},
		{"meeting", "meeting-on", meetingOn},
		{"meeting", "body-met", bodyHad},
		{"meeting", "by-body", byBody},
		{"meeting", "body-on", bodyOnDate},
	} {
		for _, m := range r.re.FindAllStringIndex(p.Text, -1) {
			if !taken(m[0], m[1]) {
				out = append(out, span{m[0], m[1], r.kind, r.rule})
			}
		}
	}
	return out
}
