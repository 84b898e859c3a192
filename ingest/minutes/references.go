package minutes

import (
	"regexp"
	"sort"
	"strings"

	"councilgraph/ingest/record"
)

// A referenceRule reads one kind of reference. The figures in its match tell its target.
type referenceRule struct {
	kind, name string
	re         *regexp.Regexp
}

const (
	sp      = `[\s\x{a0}]+`
	refNum  = `\d{1,4}(?:[./]\d{1,4})*(?:[\s\x{a0}]?\([\w]{1,4}\))*[A-Z]?\b`
	refNums = refNum + `(?:\))?(?:(?:,?` + sp + `(?:to|and|or|&)` + sp + `|[\s\x{a0}]?[-–][\s\x{a0}]?|,` + sp + `)` + refNum + `)*`
	ordDate = `(?:the` + sp + `)?(?:\w+day,?` + sp + `)?(?:the` + sp + `)?\d{1,2}[\s\x{a0}]?(?:st|nd|rd|th|fed|af|ail|ydd|eg|ain)?,?` + sp + `(?:of` + sp + `)?[A-Z][a-z]{2,8},?(?:` + sp + `\d{4})?\b`
)

var referenceRules = []referenceRule{
	{"minute", "minute-dated", regexp.MustCompile(`(?:\b[A-Z][\w&]+` + sp + `)*\b[Mm]inutes?(?:` + sp + `(?:[Nn]os?\.?|[Nn]umbers?))?` + sp + `(\d{1,4}(?:[./]\d{1,4})*[A-Za-z]?)` + sp + `(?:of|from|dated)` + sp + ordDate)},
	{"minute", "minute-number", regexp.MustCompile(`\b(?:[Mm]inutes?|MINUTES?|[Cc]ofnod)(?:` + sp + `(?:[Nn]os?\.?|[Nn]umbers?|Rhif|Ref\.?))?` + sp + `(?:[A-Z]{1,4}[\s\x{a0}]?)?` + refNums)},
	{"resolution", "resolution-number", regexp.MustCompile(`\b[Rr]esolutions?(?:` + sp + `(?:[Nn]os?\.?|[Nn]umbers?))?` + sp + `\d{1,4}(?:/\d{2,4})?(?:[\s\x{a0}]?\(\w{1,3}\))*`)},
	{"item", "item-number", regexp.MustCompile(`\b(?:[Aa]genda` + sp + `)?[Ii]tems?(?:` + sp + `(?:[Nn]os?\.?|[Nn]umbers?))?` + sp + refNums + `(?:` + sp + `(?:of|on)` + sp + `the` + sp + `agenda)?`)},
	{"paragraph", "paragraph-number", regexp.MustCompile(`\b(?:[Pp]aragraphs?|[Pp]aras?\.?)` + sp + refNums + `(?:` + sp + `(?:of|in|to)` + sp + `(?:[Pp]art` + sp + `\w{1,4}` + sp + `of` + sp + `)?(?:the` + sp + `)?(?:[Ss]chedule` + sp + `\d{1,2}[A-Z]?(?:\(\w\))?(?:` + sp + `(?:of|to)` + sp + `the` + sp + `[A-Z][\w()'’]*(?:` + sp + `(?:and|of|to|\(?[A-Z][\w()'’]*))*` + sp + `\d{4})?|report|officers?['’]?` + sp + `report|minutes|[Cc]onstitution))?`)},
	{"section", "section-number", regexp.MustCompile(`\b(?:[Ss]ections?|[Aa]rticles?|[Rr]egulations?|[Cc]lauses?)` + sp + `\d{1,3}[A-Z]{0,2}(?:[\s\x{a0}]?\(\w{1,4}\))*(?:(?:,?` + sp + `(?:to|and|or|&)` + sp + `|[\s\x{a0}]?[-–][\s\x{a0}]?|,` + sp + `)\d{1,3}[A-Z]{0,2}(?:[\s\x{a0}]?\(\w{1,4}\))*)*(?:` + sp + `(?:of|to|in)` + sp + `(?:the` + sp + `)?(?:report|` + actName + `))?`)},
	{"legislation", "act", regexp.MustCompile(`\b` + actName)},
	{"legislation", "schedule", regexp.MustCompile(`\b(?:[Pp]art` + sp + `\w{1,3}` + sp + `of` + sp + `)?[Ss]chedule` + sp + `\d{1,2}[A-Z]?\b(?:` + sp + `(?:of|to)` + sp + `the` + sp + actName + `)?`)},
	{"appendix", "appendix", regexp.MustCompile(`\b(?:Appendix|Appendices|Annex|Annexe|Annexes|Enclosure|Atodiad|appendix|appendices|annex|APPENDIX)` + sp + `(?:(?:[A-Z]\d{0,2}|\d{1,2}[A-Za-z]?|[IVX]{1,4})\b(?:(?:,?` + sp + `(?:to|and|or|&)` + sp + `|,` + sp + `|[-–])(?:[A-Z]|\d{1,2}[A-Za-z]?)\b)*)`)},
	{"page", "pages", regexp.MustCompile(`\b(?:[Aa]genda` + sp + `|[Aa]ddendum` + sp + `|[Pp]ack` + sp + `|[Rr]eport` + sp + `)?[Pp](?:ages?|p\.?)` + sp + `\d{1,4}(?:(?:` + sp + `(?:to|and|&)` + sp + `|[\s\x{a0}]?[-–][\s\x{a0}]?|,` + sp + `)\d{1,4})*(?:` + sp + `of` + sp + `the` + sp + `(?:agenda|report|pack|addendum))?`)},
	{"rule", "rule", regexp.MustCompile(`\b(?:(?:(?:[Cc]ouncil|[Cc]abinet|[Ss]crutiny|[Ee]xecutive|[Cc]ommittee)` + sp + `)?[Pp]rocedure` + sp + `[Rr]ules?|[Rr]ules?(?:` + sp + `of` + sp + `[Pp]rocedure)?|[Ss]tanding` + sp + `[Oo]rders?|[Cc]ontract` + sp + `[Rr]ules?|[Ff]inancial` + sp + `[Rr]egulations?|CPR|SO|Rheol(?:au)?(?:` + sp + `Sefydlog)?)(?:` + sp + `(?:[Nn]os?\.?|[Nn]umbers?))?` + sp + `[A-Z]?` + refNums)},
	{"policy", "policy", regexp.MustCompile(`\b(?:[Pp]olic(?:y|ies)|Polisi)` + sp + `(?:[A-Z]{1,6}[\s\x{a0}]?\d{1,3}(?:\.\d{1,2})?[a-z]?|\d{1,2}(?:\.\d{1,2})?|[A-Z]{1,4}/\d{1,3})\b(?:(?:,?` + sp + `(?:and|to|or|&)` + sp + `|,` + sp + `)(?:[A-Z]{1,6}[\s\x{a0}]?\d{1,3}|\d{1,2}(?:\.\d{1,2})?)\b)*`)},
	{"application", "application-number", regexp.MustCompile(`\b(?:[A-Z]{1,4}/)?(?:\d{1,2}/)?\d{2,4}/(?:[A-Z]{1,5}/)?\d{2,6}(?:/?[A-Z]{1,6}\d?)?(?:/[A-Z]{1,5})?\b|\b[A-Z]{1,3}/\d{2,4}/\d{2,6}\b|\b[A-Z]{1,4}/\d{2}/[A-Z]{0,3}/?\d{2,6}\b`)},
}

const actName = `(?:[A-Z][\w'’]*|\([A-Z][\w'’ ]*\))(?:` + sp + `(?:and|of|to|for|in|the|\([^()]{1,60}\)|[A-Z][\w'’]*))*?` + sp + `(?:Act|Acts|Regulations|Order|Measure|Rules)(?:` + sp + `\([^()]{1,40}\))?` + sp + `(?:\(Wales\)` + sp + `|\(England\)` + sp + `)?(?:19|20)\d\d\b`

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
	var found []ReferenceFact
	taken := func(from, to int) bool {
		for _, f := range found {
			if from < f.Place.End-p.Start && to > f.Place.Start-p.Start {
				return true
			}
		}
		return false
	}
	add := func(from, to int, kind, rule string) {
		quote := strings.TrimRight(s[from:to], " \u00a0,;")
		f := ReferenceFact{record.Reference{AsWritten: quote, Kind: kind}, p.At(from, from+len(quote), rule)}
		f.Number = referenceNumber.FindString(withoutDates(quote))
		if d := datesIn(Paragraph{Text: quote}); len(d) > 0 {
			f.Date = d[0].Date
		}
		found = append(found, f)
	}
	for _, m := range datedReferences(p) {
		if !taken(m.from, m.to) {
			add(m.from, m.to, m.kind, m.rule)
		}
	}
	if strings.ContainsAny(s, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		for _, r := range referenceRules {
			for _, m := range r.re.FindAllStringIndex(s, -1) {
				if taken(m[0], m[1]) || yearBehind.MatchString(s[m[0]:m[1]]) || cutMark.MatchString(tail(s[:m[0]], 30)) || r.kind == "section" && sectionThing.MatchString(head(s[m[1]:], 40)) || r.kind == "application" && !application(s, m[0], m[1]) || r.kind == "item" && documentItem(s, m[0], m[1]) {
					continue
				}
				add(m[0], m[1], r.kind, r.name)
			}
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].Place.Start < found[j].Place.Start })
	return found
}

var (
	referenceNumber = regexp.MustCompile(`[A-Z]{0,5}\d[\w./()-]*\w|\d`)
	dateOf          = regexp.MustCompile(ordDate)
	yearRange       = regexp.MustCompile(`^(?:19|20)\d\d/(?:\d{2}|(?:19|20)\d\d)$`)
	dayFigures      = regexp.MustCompile(`^\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})$`)
	yearBehind      = regexp.MustCompile(`(?i)^[a-z]+[\s\x{a0}]+(?:19|20)\d\d[/-]\d\d(?:\d\d)?$`) // Resolution 2020/21
	cutMark         = regexp.MustCompile(`(?i)text for[\s\x{a0}]*$`)                              // view the full minutes text for item 12
	// Section 47 enquiries, the Section 151 Officer: things that are called so, no reference
	sectionThing = regexp.MustCompile(`(?i)^[\s\x{a0}]+(?:enquir|investigation|agreement|officer|notice|grant|funding|contribution|mon(?:ies|ey)|obligation|plan|order|fund|assessment|duty|provision)`)
	pdfBehind    = regexp.MustCompile(`(?i)^[.\s\x{a0}]*(?:pdf|view reasons)`)
)

func withoutDates(s string) string { return dateOf.ReplaceAllString(s, "") }

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

// fullest keeps each target once: of two references with the same kind of target and the same figures
// the longer, and none that lies within another's words.
func fullest(found []ReferenceFact) []ReferenceFact {
	var out []ReferenceFact
next:
	for _, f := range found {
		for i, o := range out {
			if sameTarget(f, o) {
				if len(f.AsWritten) > len(o.AsWritten) {
					out[i] = f
				}
				continue next
			}
		}
		out = append(out, f)
	}
	return out
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
