package minutes

import (
	"sort"
	"strings"

	"councilgraph/internal/regexp"
)

// A council's number of a report: letters and figures (CS17089, CAB3334, CAB 061/201), or figures
// behind the word (Report No. 63/11), or parts with strokes (DEV/WS/19/032).
var (
	reportAfterWord = regexp.MustCompile(`\b(?i:reports?|adroddiad)[\s\x{a0}]+(?:(?i:no\.?|nos\.?|number|numbers|ref\.?|reference)[\s\x{a0}:]*)?((?:[A-Z]{1,6}[\s\x{a0}]?[./-]?)?\d{2,6}(?:/\d{2,4})?(?:[./-]\d{1,5})*|[A-Z]{2,6}(?:/[A-Z0-9]{1,6}){1,5})`)
	reportCode      = regexp.MustCompile(`\b(?:[A-Z]{2,4}\d{4,6}|[A-Z]{2,5}/(?:[A-Z]{1,5}/){0,2}\d{2,4}/\d{1,4}|[A-Z]{2,5}[\s\x{a0}]\d{3}/\d{2,4})\b`)
	reportYear      = regexp.MustCompile(`^(?:19|20)\d\d(?:[/-]\d{2,4})?$`)
	notReport       = regexp.MustCompile(`(?i)\b(?:application|planning|postcode|reference|ref|tel)[^.]{0,20}$`)
)

// ReportReferences finds the councils' own numbers of reports, each once.
func ReportReferences(paragraphs []Paragraph) []ReportReferenceFact {
	var out []ReportReferenceFact
	seen := map[string]bool{}
	add := func(p Paragraph, from, to int, rule string) {
		quote := p.Text[from:to]
		if reportYear.MatchString(quote) || seen[plain(quote)] {
			return
		}
		seen[plain(quote)] = true
		out = append(out, ReportReferenceFact{quote, p.At(from, to, rule)})
	}
	for _, p := range paragraphs {
		if !strings.ContainsAny(p.Text, "0123456789") {
			continue
		}
		var read cover
		first := len(out)
		for _, m := range reportAfterWord.FindAllStringSubmatchIndex(p.Text, -1) {
			if hasLetter(p.Text[m[2]:m[3]]) || hasNumberWord(p.Text[m[0]:m[2]]) || strings.Contains(p.Text[m[2]:m[3]], "/") {
				add(p, m[2], m[3], "report-number")
				read.add(m[2], m[3], len(p.Text))
			}
		}
		for _, m := range reportCode.FindAllStringIndex(p.Text, -1) {
			if !read.has(m[0], m[1]) && !notReport.MatchString(tail(p.Text[:m[0]], 40)) {
				add(p, m[0], m[1], "report-code")
			}
		}
		own := out[first:]
		sort.SliceStable(own, func(i, j int) bool { return own[i].Place.Start < own[j].Place.Start })
	}
	return out
}

var reportNumberWord = regexp.MustCompile(`(?i)\b(?:no|nos|number|numbers|ref|reference)\b`)

func hasNumberWord(s string) bool { return reportNumberWord.MatchString(s) }

func hasLetter(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return true
		}
	}
	return false
}
