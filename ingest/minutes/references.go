package minutes

import (
	"regexp"
	"sort"
	"strings"

	"councilgraph/ingest/record"
)

// A referenceRule reads one kind of reference at its keyword. The figures in its match tell its target.
type referenceRule struct {
	kind, name string
	before     map[string]bool // words that belong to it when they stand right before the keyword
	re         *regexp.Regexp  // anchored at the keyword
}

const (
	sp       = `[\s\x{a0}]+`
	to       = `(?:,?` + sp + `(?:to|and|or|&)` + sp + `|[\s\x{a0}]?[-–][\s\x{a0}]?|,` + sp + `)`
	number   = `(?:` + sp + `(?:[Nn]os?\.?|[Nn]umbers?|[Rr]hif|[Rr]ef\.?))?` + sp
	refNum   = `\d{1,4}(?:[./]\d{1,4})*[A-Za-z]?\b(?:[\s\x{a0}]?\(\w{1,4}\))*`
	refNums  = refNum + `(?:` + to + refNum + `)*`
	ordDate  = `(?:the` + sp + `)?(?:\w+day,?` + sp + `)?(?:the` + sp + `)?\d{1,2}[\s\x{a0}]?(?:st|nd|rd|th|fed|af|ail|ydd|eg|ain)?,?` + sp + `(?:of` + sp + `)?[A-Z][a-z]{2,8},?(?:` + sp + `\d{4})?\b`
	secNum   = `\d{1,3}(?:\.\d{1,3})*[A-Z]{0,2}(?:[\s\x{a0}]?\(\w{1,4}\))*`
	actName  = `(?:[A-Z][\w'’]*|\([A-Z][\w'’ ]*\))(?:` + sp + `(?:and|of|to|for|in|the|\([^()]{1,60}\)|[A-Z][\w'’]*))*?` + sp + `(?:Acts?|Regulations|Order|Measure|Rules)(?:` + sp + `\([^()]{1,40}\))*` + sp + `(?:19|20)\d\d\b`
	schedule = `[Ss]chedule` + sp + `\d{1,2}[A-Z]?\b(?:\(\w\))?(?:` + sp + `(?:of|to)` + sp + `the` + sp + actName + `)?`
)

func anchored(re string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + re + `)`) }

// referenceRules are the rules by the folded keyword that they begin with.
var referenceRules = rulesByKeyword(map[string]referenceRule{
	"minute minutes cofnod":                            {"minute", "minute-number", nil, anchored(`\w+` + number + `(?:[A-Z]{1,4}[\s\x{a0}]?)?` + refNums)},
	"resolution resolutions":                           {"resolution", "resolution-number", nil, anchored(`\w+` + number + `\d{1,4}(?:/\d{2,4})?(?:[\s\x{a0}]?\(\w{1,3}\))*`)},
	"item items eitem":                                 {"item", "item-number", wordSet(`agenda`), anchored(`\w+` + number + refNums + `(?:` + sp + `(?:of|on)` + sp + `the` + sp + `agenda)?`)},
	"paragraph paragraphs para paras":                  {"paragraph", "paragraph-number", nil, anchored(`\w+\.?` + sp + refNums + `(?:` + sp + `(?:of|in|to)` + sp + `(?:[Pp]art` + sp + `\w{1,4}` + sp + `of` + sp + `)?(?:the` + sp + `)?(?:` + schedule + `|report|officers?['’]?` + sp + `report|minutes|[Cc]onstitution))?`)},
	"section sections article articles clause clauses": {"section", "section-number", nil, anchored(`\w+` + sp + secNum + `(?:` + to + secNum + `)*(?:` + sp + `(?:of|to|in)` + sp + `(?:the` + sp + `)?(?:report|[Cc]onstitution|` + actName + `))?`)},
	"regulation regulations":                           {"section", "regulation-number", wordSet(`financial contract`), anchored(`\w+` + sp + secNum + `(?:` + to + secNum + `)*(?:` + sp + `of` + sp + `the` + sp + actName + `)?`)},
	"schedule":                                         {"legislation", "schedule", nil, anchored(schedule)},
	"part":                                             {"legislation", "schedule", nil, anchored(`[Pp]art` + sp + `\w{1,3}` + sp + `of` + sp + schedule)},
	"appendix appendices annex annexe annexes enclosure atodiad": {"appendix", "appendix", nil, anchored(`\w+` + sp + `(?:[A-Z]\d{0,2}|\d{1,2}[A-Za-z]?|[IVX]{1,4})\b(?:` + to + `(?:[A-Z]|\d{1,2}[A-Za-z]?)\b)*`)},
	"page pages pp tudalen tudalennau":                           {"page", "pages", wordSet(`agenda addendum pack report`), anchored(`\w+\.?` + sp + `\d{1,4}(?:(?:` + sp + `(?:to|and|&)` + sp + `|[\s\x{a0}]?[-–][\s\x{a0}]?|,` + sp + `)\d{1,4})*\b(?:` + sp + `of` + sp + `the` + sp + `(?:agenda|report|pack|addendum))?`)},
	"rule rules":                                                 {"rule", "rule", wordSet(`procedure council cabinet scrutiny executive committee contract access information meeting financial`), anchored(`\w+(?:` + sp + `of` + sp + `[Pp]rocedure)?` + number + `[A-Z]?` + refNums)},
	"rheol rheolau":                                              {"rule", "rule", nil, anchored(`\w+(?:` + sp + `Sefydlog)?` + sp + refNums)},
	"standing":                                                   {"rule", "standing-order", wordSet(`council's the`), anchored(`\w+` + sp + `[Oo]rders?` + number + `[A-Z]?` + refNums)},
	"policy policies polisi":                                     {"policy", "policy", nil, anchored(`\w+` + sp + policyCode + `(?:` + to + policyCode + `)*`)},
})

const policyCode = `(?:[A-Z]{1,6}[\s\x{a0}]?\d{1,3}(?:\.\d{1,2})?[a-z]?|\d{1,2}(?:\.\d{1,2})?|[A-Z]{1,4}/\d{1,3})\b`

func rulesByKeyword(rules map[string]referenceRule) map[string]referenceRule {
	by := map[string]referenceRule{}
	for keys, r := range rules {
		for _, k := range strings.Fields(keys) {
			by[k] = r
		}
	}
	return by
}

// References finds what an item refers to: numbered minutes, resolutions, items, paragraphs, sections,
// appendices, pages, policies, rules, applications and Acts, and meetings, minutes or reports named with a
// date. Each target stands once, in its fullest wording. Numbers of reports, lists of documents and the
// item's own number are none of them.
func References(item ItemText) []ReferenceFact {
	var found []ReferenceFact
	for _, p := range item.All() {
		found = append(found, referencesIn(p)...)
	}
	for _, d := range declaredInTable(item) {
		found = append(found, tableReference(item, d)...)
	}
	return fullest(found)
}

func referencesIn(p Paragraph) []ReferenceFact {
	s := p.Text
	if !strings.ContainsAny(s, "0123456789") && !appendixWord.MatchString(s) {
		return nil
	}
	var found []ReferenceFact
	var read cover
	add := func(from, to int, kind, rule string) {
		quote := strings.TrimRight(s[from:to], " \u00a0,;")
		if strings.HasSuffix(quote, ")") && !strings.Contains(quote, "(") {
			quote = strings.TrimSuffix(quote, ")")
		}
		if read.has(from, from+len(quote)) {
			return
		}
		read.add(from, from+len(quote), len(s))
		f := ReferenceFact{record.Reference{AsWritten: quote, Kind: kind}, p.At(from, from+len(quote), rule)}
		f.Number = strings.TrimRight(referenceNumber.FindString(withoutDates(quote)), "./-")
		if kind == "application" {
			f.Number = quote
		}
		if d := datesIn(Paragraph{Text: quote}); len(d) > 0 {
			f.Date = d[0].Date
		}
		found = append(found, f)
	}
	for _, m := range datedReferences(p) {
		add(m.from, m.to, m.kind, m.rule)
	}
	ts := tokens(s)
	for i, t := range ts {
		if !t.word {
			continue
		}
		if r, ok := referenceRules[strings.TrimSuffix(t.low, ".")]; ok {
			if m := r.re.FindString(window(s, t.from)); m != "" && wanted(s, r.kind, t.from, t.from+len(m)) {
				from := t.from
				for k := i - 1; k >= 0 && r.before[ts[k].low] && k > i-4; k-- {
					from = ts[k].from
				}
				add(from, t.from+len(m), r.kind, r.name)
			}
		}
		if capital(t.text) && actWords[t.low] {
			if from, to, ok := actAt(s, ts, i); ok {
				add(from, to, "legislation", "act")
			}
		}
	}
	for _, c := range strokes(s) {
		if application(s, c[0], c[1]) {
			add(c[0], c[1], "application", "application-number")
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].Place.Start < found[j].Place.Start })
	return found
}

// window is the text from a byte on, as far as a reference may reach.
func window(s string, from int) string { return head(s[from:], 260) }

// wanted leaves out what only looks like a reference of its kind.
func wanted(s, kind string, from, to int) bool {
	switch {
	case yearBehind.MatchString(s[from:to]), cutMarkBefore.MatchString(tail(s[:from], 30)):
		return false
	case kind == "section":
		return !sectionThing.MatchString(head(s[to:], 40))
	case kind == "item":
		return !documentItem(s, from, to)
	}
	return true
}

var (
	appendixWord = regexp.MustCompile(`(?i)\b(?:appendi|annex|enclosure|atodiad|policy)`)
	actWords     = wordSet(`act acts regulations order measure rules`)
	actYear      = regexp.MustCompile(`^(?:` + sp + `\([^()]{1,40}\))*` + sp + `(?:19|20)\d\d\b`)
	actInside    = wordSet(`and of to for in the`)
)

// actAt reads back from "Act" over its name: Public Bodies (Admission to Meetings) Act 1960.
func actAt(s string, ts []token, i int) (from, to int, ok bool) {
	year := actYear.FindString(head(s[ts[i].to:], 120))
	if year == "" {
		return 0, 0, false
	}
	first := i
	for k := i - 1; k >= 0 && i-k < 20; k-- {
		t := ts[k]
		switch {
		case t.text == "(" || t.text == ")":
			continue
		case t.word && capital(t.text) && !clauseWords[t.low] && t.low != "the":
			if k > 0 && ts[k-1].text == "(" {
				first = k - 1
			} else {
				first = k
			}
			continue
		case t.word && actInside[t.low]:
			continue
		}
		break
	}
	if first == i {
		return 0, 0, false
	}
	// a bracket inside the name may have been entered in its middle
	if ts[first].text == ")" || ts[first].text == "(" && first+1 < len(ts) && !capital(ts[first+1].text) {
		first++
	}
	return ts[first].from, ts[i].to + len(year), true
}

// strokes are the runs of a text without blanks that hold a stroke, without marks around them.
func strokes(s string) [][2]int {
	var out [][2]int
	for at := 0; at < len(s); {
		i := strings.IndexByte(s[at:], '/')
		if i < 0 {
			break
		}
		i += at
		from, to := i, i
		for from > 0 && i-from < 40 && codeByte(s[from-1]) {
			from--
		}
		for to < len(s) && to-i < 40 && codeByte(s[to]) {
			to++
		}
		if m := strings.TrimRight(s[from:to], "./-"); applicationCode.MatchString(m) {
			out = append(out, [2]int{from, from + len(m)})
		}
		at = to + 1
	}
	return out
}

func codeByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '/' || b == '.' || b == '-'
}

var applicationCode = regexp.MustCompile(`^(?:(?:[A-Z]{1,5}/)?(?:\d{1,2}/)?\d{2,4}/(?:[A-Z]{1,5}/)?\d{2,6}(?:/?[A-Z]{1,6}\d?)?(?:/[A-Z]{1,5})?|[A-Z]{1,4}/\d{2,4}/\d{2,6}(?:/[A-Z]{1,5})?|[A-Z]{1,4}/\d{2}/[A-Z]{0,3}/?\d{2,6}|[A-Z]{1,2}\d{2}/\d{4,6}(?:/[A-Z]{1,5})?)$`)

var (
	referenceNumber = regexp.MustCompile(`[A-Z]{0,5}\d[\w./-]*(?:\(\w+\))*`)
	yearRange       = regexp.MustCompile(`^(?:19|20)\d\d/(?:\d{2}|(?:19|20)\d\d)$`)
	dayFigures      = regexp.MustCompile(`^\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})$`)
	yearBehind      = regexp.MustCompile(`(?i)^[a-z]+[\s\x{a0}]+(?:19|20)\d\d[/-]\d\d(?:\d\d)?$`) // Resolution 2020/21
	cutMarkBefore   = regexp.MustCompile(`(?i)text for[\s\x{a0}]*$`)                              // view the full minutes text for item 12
	// Section 47 enquiries, the Section 151 Officer: things that are called so, no reference
	sectionThing = regexp.MustCompile(`(?i)^[\s\x{a0}]+(?:enquir|investigation|agreement|officer|notice|grant|funding|contribution|mon(?:ies|ey)|obligation|plan|order|fund|assessment|duty|provision|application)`)
	pdfBehind    = regexp.MustCompile(`(?i)^[.\s\x{a0}]*(?:pdf|view reasons)`)
)

// withoutDates leaves the dates out of a quote, so that its first figure is the target's number.
func withoutDates(s string) string {
	return dateStart.ReplaceAllStringFunc(s, func(d string) string {
		if isMonth(d) {
			return ""
		}
		return d
	})
}

// application says that a number with strokes is a planning application's, no date, year or report.
func application(s string, from, to int) bool {
	quote := s[from:to]
	if yearRange.MatchString(quote) || dayFigures.MatchString(quote) {
		return false
	}
	if from > 0 && (s[from-1] == '/' || s[from-1] == '-') || to < len(s) && s[to] == '/' {
		return false
	}
	if hasLetter(quote) && strings.Count(quote, "/") >= 1 {
		return len(quote) >= 7 && !reportNear.MatchString(tail(s[:from], 30))
	}
	return applicationNear.MatchString(tail(s[:from], 60)) && strings.Count(quote, "/") >= 1 && len(quote) >= 7
}

var (
	applicationNear = regexp.MustCompile(`(?i)\bapplications?\b|\bplanning ref|\bcais\b`)
	reportNear      = regexp.MustCompile(`(?i)\breports?\b[^.]{0,16}$`)
)

// documentItem says that "item 7.1" belongs to a listed document.
func documentItem(s string, from, to int) bool { return pdfBehind.MatchString(head(s[to:], 20)) }

// tableReference is the cell of the minute's number in a table of declarations.
func tableReference(item ItemText, d DeclarationFact) []ReferenceFact {
	lines := append(append([]Paragraph(nil), item.Decision...), item.Minutes...)
	for i, p := range lines {
		if p.Start > d.Place.Start && tableRow.MatchString(p.Text) && i > 0 {
			cell := strings.TrimSpace(p.Text)
			from := strings.Index(p.Text, cell)
			return []ReferenceFact{{record.Reference{AsWritten: cell, Kind: "item", Number: d.Item}, p.At(from, from+len(cell), "declarations-table")}}
		}
	}
	return nil
}

// fullest keeps each target once: of two references to the same target the longer. Only references with
// a word or a figure in common are compared.
func fullest(found []ReferenceFact) []ReferenceFact {
	var out []ReferenceFact
	index := map[string][]int{}
next:
	for _, f := range found {
		keys := targetKeys(f)
		for _, k := range keys {
			for _, i := range index[k] {
				if sameTarget(f, out[i]) {
					if len(f.AsWritten) > len(out[i].AsWritten) {
						out[i] = f
					}
					continue next
				}
			}
		}
		for _, k := range keys {
			if len(index[k]) < 30 {
				index[k] = append(index[k], len(out))
			}
		}
		out = append(out, f)
	}
	return out
}

// targetKeys are what two references to the same target have in common: a date, a number, or their
// first and last words.
func targetKeys(f ReferenceFact) []string {
	var keys []string
	if f.Date != "" {
		keys = append(keys, "d"+f.Date)
	}
	if f.Number != "" {
		keys = append(keys, "n"+f.Number)
	}
	x := plain(f.AsWritten)
	keys = append(keys, "w"+x)
	if figures := figuresOf.FindAllString(x, -1); len(figures) > 0 {
		keys = append(keys, "f"+strings.Join(figures, " "), "g"+figures[0])
	}
	return keys
}

var figuresOf = regexp.MustCompile(`\d+`)

func sameTarget(a, b ReferenceFact) bool {
	x, y := plain(a.AsWritten), plain(b.AsWritten)
	if x == y {
		return true
	}
	if a.Kind != b.Kind && !(a.Date != "" && a.Date == b.Date && a.Number == b.Number) {
		return false
	}
	if a.Kind == "minute" && b.Kind == "minute" && a.Number != "" && a.Number == b.Number && (a.Date == "" || b.Date == "") {
		return true
	}
	if a.Date != "" && a.Date == b.Date && a.Number == b.Number && (a.Kind == b.Kind || a.Kind == "meeting" || b.Kind == "meeting") {
		return true
	}
	if strings.HasPrefix(x, y+" ") || strings.HasPrefix(y, x+" ") || strings.HasSuffix(x, " "+y) || strings.HasSuffix(y, " "+x) {
		return true
	}
	return a.Kind == b.Kind && a.Kind != "meeting" && a.Kind != "appendix" && a.Kind != "legislation" && a.Kind != "policy" && a.Date == "" && b.Date == "" && a.Number != "" && strings.Join(figuresOf.FindAllString(x, -1), " ") == strings.Join(figuresOf.FindAllString(y, -1), " ")
}
