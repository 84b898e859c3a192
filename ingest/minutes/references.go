package minutes

import (
	"sort"
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// References finds what an item refers to: numbered minutes, resolutions, items, paragraphs, sections,
// appendices, pages, policies, rules, applications and Acts, and meetings, minutes or reports named with a
// date. Each target stands once, in its fullest wording. Numbers of reports, lists of documents and the
// item's own number are none of them.
func References(item ItemText) []ReferenceFact {
	var found []ReferenceFact
	title := map[int]bool{}
	for _, p := range item.Title {
		title[p.Start] = true
	}
	for _, p := range item.All() {
		for _, f := range referencesIn(p) {
			if f.Kind == "item" && title[p.Start] {
				continue // "Notice of Motion (Agenda item 7)": the item's own number
			}
			found = append(found, f)
		}
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
