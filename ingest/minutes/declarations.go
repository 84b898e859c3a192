package minutes

import (
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

var (
	interestVerb = regexp.MustCompile(`(?i)\b(?:declar\w+|disclos\w+|registered|ha(?:d|s|ve)[\s\x{a0}]+an?)[\s\x{a0}]+(?:that (?:he|she|they) had[\s\x{a0}]+)?(?:an?|his|her|their|the|other|the following)?[\s\x{a0}]*[‘'“"]?((?:[\w-]+[\s\x{a0}]+){0,5}?)interests?\b`)
	interestKind = regexp.MustCompile(`(?i)\b(?:an?|his|her|their|the|other)[\s\x{a0}]+((?:[\w-]+[\s\x{a0}]+){0,5}?)(?:interests?|declaration)\b`)
	interestDPI  = regexp.MustCompile(`\b(N?DPI|ORI|NRI|OSI|DPIs)\b`)
	// "Personal interests were declared by", "A declaration of a personal interest was received from"
	interestPassive     = regexp.MustCompile(`(?i)(?:^|[.;:][\s\x{a0}]*|\ba[\s\x{a0}]+|\ban[\s\x{a0}]+|of[\s\x{a0}]+)((?:disclosable|pecuniary|personal|prejudicial|non-\w+|other|registra?ble|significant|financial|and|[\s\x{a0}])+)interests?[\s\x{a0},][^.]*$`)
	kindWords           = regexp.MustCompile(`(?i)\b(?:disclosable pecuniary|other registra?ble|non-registra?ble|non-pecuniary|non-prejudicial|non-financial|other significant|pecuniary|prejudicial|registra?ble|personal(?: and prejudicial)?|financial|voluntary announcement|transparency statement|personol|rhagfarnol)\b`)
	interestAgain       = regexp.MustCompile(`(?i)^[^.;]{0,120}?\((` + `[\w -]*(?:pecuniary|personal|prejudicial|registra?ble|financial)[\w -]*` + `)\)[\s\x{a0}]*,?[\s\x{a0}]*and[\s\x{a0}]+(?:in[\s\x{a0}]+)?(?:agenda[\s\x{a0}]+)?(?:item|minute)[\s\x{a0}]+(\d{1,4})[\s\x{a0}]*\(([\w -]+)\)`)
	allMembers          = regexp.MustCompile(`\b(All (?:the )?(?:[Mm]embers|[Cc]ouncillors)(?: of the (?:Committee|Council|Board|Panel|Cabinet))?)(?: present)?[\s\x{a0}]+(?:declared|had declared|disclosed|made)\b`)
	interestApplication = regexp.MustCompile(`(?i)^[^.;]{0,120}?\bapplications?(?:[\s\x{a0}]+(?:no\.?|number|ref\.?|reference))?[\s\x{a0}:]+([A-Z0-9]{1,6}(?:/[A-Z0-9]+)+)`)
	interestItem        = regexp.MustCompile(`(?i)\b(?:agenda[\s\x{a0}]+)?(?:items?|minutes?|eitem|ch?ofnod|gofnod)(?:[\s\x{a0}]+(?:no\.?|number|numbers))?[\s\x{a0}]+(\d{1,4}(?:\.\d{1,2})?(?:[a-z]\b|\([a-z]\))?)`)
	interestLeft        = regexp.MustCompile(`(?i)\b(?:left|withdrew|leaving|went out|vacated|retired)\b`)
	interestStay        = regexp.MustCompile(`(?i)\b(?:remained|stayed)\b`)
	titleKind           = regexp.MustCompile(`(?i)\bdeclarations?[\s\x{a0}]+of[\s\x{a0}]+((?:(?:disclosable|personal|pecuniary|prejudicial|non-pecuniary|other|registrable|non-registrable|significant)[\s\x{a0}]+)+)interests?`)
	dispensation        = regexp.MustCompile(`(?i)\bdispensation\b`)
	tableRow            = regexp.MustCompile(`^[\s\x{a0}]*(\d{1,4}[a-z]?(?:\.\d{1,2})?)[\s\x{a0}]*(?:[–—-]|\.)[\s\x{a0}]*\p{Lu}`)
)

// Declarations finds the interests that named people declared at a meeting, in all its items. Item is
// the number of the item that the interest concerns; a declaration made in one item and acted on in
// another ("left the meeting for this item") is one fact. Guidance about declaring names nobody and
// gives nothing. Left is nil unless the page says that the person left or stayed.
func Declarations(items []ItemText) []DeclarationFact { return Read(items).Declarations() }

func declarationsOf(items []ItemText, all [][]sighting) []DeclarationFact {
	ds := declarations{index: map[string][]int{}}
	for i, item := range items {
		if item.Draft {
			continue
		}
		for _, d := range append(declaredInTable(item), declaredInWords(item, all[i])...) {
			ds.add(d)
		}
	}
	for i, item := range items {
		if !item.Draft {
			ds.markLeft(item.Number, all[i])
		}
	}
	return ds.facts
}

// declarations are facts with an index by item and surname.
type declarations struct {
	facts []DeclarationFact
	index map[string][]int
}

// add takes a new fact; the same person on the same item is one declaration.
func (ds *declarations) add(d DeclarationFact) {
	key := d.Item + "|" + surname(d.Person)
	for _, i := range ds.index[key] {
		have := &ds.facts[i]
		if !samePerson(have.Person, d.Person) || d.Kind != "" && have.Kind != "" && plain(d.Kind) != plain(have.Kind) {
			continue
		}
		if have.Left == nil {
			have.Left = d.Left
		}
		if have.Kind == "" {
			have.Kind = d.Kind
		}
		return
	}
	if len(ds.index[key]) < 20 {
		ds.index[key] = append(ds.index[key], len(ds.facts))
	}
	ds.facts = append(ds.facts, d)
}

// markLeft sets Left where an item says that somebody who declared an interest in it went out.
func (ds *declarations) markLeft(number string, sightings []sighting) {
	if number == "" {
		return
	}
	for _, s := range sightings {
		if !s.out || s.name == "" {
			continue
		}
		for _, i := range ds.index[number+"|"+surname(s.name)] {
			if d := &ds.facts[i]; d.Left == nil && samePerson(d.Person, s.name) {
				d.Left = yes()
			}
		}
	}
}

func titleText(item ItemText) string {
	s := ""
	for _, p := range item.Title {
		s += p.Text + " "
	}
	return s
}

// declaredInWords reads sentences: "Councillor A declared a personal interest in item 6".
func declaredInWords(item ItemText, sightings []sighting) []DeclarationFact {
	var out []DeclarationFact
	pageKind := titleKindOf(item)
	about := declarationsTitle.MatchString(titleText(item))
	for i, s := range sightings {
		if s.how != howInterest || s.name == "" || s.label || s.rule == "left-for-interest" {
			continue
		}
		words := head(s.text[min(max(s.to, s.groupEnd), len(s.text)):max(nextDeclarant(sightings, i), s.to, s.groupEnd)], 500)
		d := DeclarationFact{record.Declaration{Person: s.name}, s.place}
		d.Place.Rule = "declared"
		d.Kind = kindOfInterest(tail(s.text[:s.from], 120), words)
		if d.Kind == "" {
			d.Kind = pageKind
		}
		ahead := itemAhead.FindStringSubmatch(head(s.text[:s.from], 120))
		if m := interestItem.FindStringSubmatch(words); m != nil {
			d.Item = m[1]
		} else if ahead != nil {
			d.Item = ahead[1] // "Item 5 - Councillor A declared"
		} else if m := interestApplication.FindStringSubmatch(words); m != nil {
			d.Item = strings.TrimRight(m[1], "./-")
		} else if strings.Contains(words, "this item") || s.moving || !about {
			d.Item = item.Number
		}
		if interestLeft.MatchString(words) {
			d.Left = yes()
		} else if interestStay.MatchString(words) {
			d.Left = no()
		}
		if dispensation.MatchString(words) {
			d.Dispensation = yes()
		}
		out = append(out, d)
		out = append(out, furtherInterests(d, words)...)
		// "in item 8 (non-pecuniary) and item 9 (pecuniary)"
		if m := interestAgain.FindStringSubmatch(words); m != nil {
			d.Item, d.Kind = m[2], m[3]
			out = append(out, d)
		}
	}
	for _, p := range append(append([]Paragraph(nil), item.Decision...), item.Minutes...) {
		if m := allMembers.FindStringSubmatchIndex(head(p.Text, 2000)); m != nil {
			words := head(p.Text[m[3]:], 500)
			d := DeclarationFact{record.Declaration{Person: p.Text[m[2]:m[3]], Kind: kindOfInterest("", words)}, p.At(m[2], m[3], "declared-by-all")}
			if n := interestItem.FindStringSubmatch(words); n != nil {
				d.Item = n[1]
			}
			out = append(out, d)
		}
	}
	return out
}

// nextDeclarant is the byte at which the next person's declaration begins in the paragraph.
func nextDeclarant(sightings []sighting, i int) int {
	s := sightings[i]
	for _, n := range sightings[i+1 : min(len(sightings), i+30)] {
		if n.par != s.par || n.label {
			break
		}
		if n.how == howInterest && n.from >= s.groupEnd {
			return n.from
		}
	}
	return len(s.text)
}

var declarationsTitle = regexp.MustCompile(`(?i)\b(?:declarations?|interests?|code of conduct|datg[ae]n?(?:i|el)ad(?:au)?|fuddiant|diddordeb)\b`)

func titleKindOf(item ItemText) string {
	if m := titleKind.FindStringSubmatch(titleText(item)); m != nil {
		return strings.ToLower(strings.Join(strings.Fields(m[1]), " "))
	}
	return ""
}

// kindOfInterest is the kind as written before "interest": disclosable pecuniary, non-financial.
func kindOfInterest(before, words string) string {
	for _, re := range []*regexp.Regexp{interestVerb, interestKind} {
		m := re.FindStringSubmatch(words)
		if m == nil {
			continue
		}
		kind := strings.Join(strings.Fields(strings.ReplaceAll(m[1], "\u00a0", " ")), " ")
		if kind != "" && !strings.Contains(kind, " in ") {
			return kind
		}
	}
	if d := interestDPI.FindString(words); d != "" {
		return d
	}
	if m := interestPassive.FindStringSubmatch(before); m != nil {
		if kind := strings.TrimSpace(m[1]); kind != "" {
			return kind
		}
	}
	return kindWords.FindString(head(words, 260))
}

func yes() *bool { b := true; return &b }
func no() *bool  { b := false; return &b }

// declaredInTable reads a table whose cells stand on lines of their own: name, minute, nature.
func declaredInTable(item ItemText) []DeclarationFact {
	if !declarationsTitle.MatchString(titleText(item)) {
		return nil
	}
	var lines []Paragraph
	for _, p := range append(append([]Paragraph(nil), item.Decision...), item.Minutes...) {
		if strings.TrimSpace(strings.ReplaceAll(p.Text, "\u00a0", " ")) != "" {
			lines = append(lines, p)
		}
	}
	if facts, _ := declaredInGrid(append(append([]Paragraph(nil), item.Decision...), item.Minutes...)); len(facts) > 0 {
		for i := range facts {
			if facts[i].Kind == "" {
				facts[i].Kind = titleKindOf(item)
			}
		}
		return facts
	}
	kind := titleKindOf(item)
	var out []DeclarationFact
	for i := 1; i < len(lines); i++ {
		m := tableRow.FindStringSubmatch(lines[i].Text)
		if m == nil {
			continue
		}
		name, ok := cellName(lines[i-1])
		if !ok {
			continue
		}
		d := DeclarationFact{record.Declaration{Person: name.name, Item: m[1], Kind: kind}, lines[i-1].At(name.from, name.to, "declared-in-table")}
		if i+1 < len(lines) && interestLeft.MatchString(lines[i+1].Text) {
			d.Left = yes()
		}
		out = append(out, d)
	}
	return out
}

// cellName reads a paragraph that is a name and nothing else.
func cellName(p Paragraph) (mention, bool) {
	if len(p.Text) > 120 {
		return mention{}, false
	}
	ts := tokens(p.Text)
	if len(ts) == 0 {
		return mention{}, false
	}
	after, _, _ := readTitle(ts, 0)
	n, ok := readName(p.Text, ts, after, true)
	if !ok || n.next != len(ts) || n.onlyInitial {
		return mention{}, false
	}
	title := ""
	if after > 0 {
		title = p.Text[:ts[after-1].to]
	}
	return mention{from: ts[0].from, to: n.endName, name: n.name, title: title, kind: kindMember}, true
}

var (
	itemAhead     = regexp.MustCompile(`(?i)^[\s\x{a0}•·*-]*(?:agenda[\s\x{a0}]+)?(?:items?|minute)[\s\x{a0}]+(?:no\.?[\s\x{a0}]*)?(\d{1,4}[a-z]?)\b[^.;]{0,90}[:–—-][\s\x{a0}]*$`)
	furtherMatter = regexp.MustCompile(`(?i)^[\s\x{a0}]*(?:,[\s\x{a0}]*and[\s\x{a0}]|,|and[\s\x{a0}]|&)[\s\x{a0}]*(?:an?[\s\x{a0}]+((?:[\w-]+[\s\x{a0}]+){1,4}?)interest[\s\x{a0}]+)?(?:in[\s\x{a0}]+)?(?:(?:respect|relation)[\s\x{a0}]+(?:of|to)[\s\x{a0}]+)?(?:(?:agenda[\s\x{a0}]+)?(items?|minutes?)[\s\x{a0}]+)?(\d{1,4}[a-z]?)\b`)
)

// furtherInterests are those that the same words declare in other items: "in items 5, 6 and 9", "in item 5 and a
// personal interest in item 8".
func furtherInterests(d DeclarationFact, words string) []DeclarationFact {
	m := interestItem.FindStringSubmatchIndex(words)
	if m == nil {
		return nil
	}
	var out []DeclarationFact
	many := strings.Contains(strings.ToLower(words[m[0]:m[2]]), "items") || strings.Contains(strings.ToLower(words[m[0]:m[2]]), "minutes")
	for rest := words[m[1]:]; len(out) < 10; {
		m := furtherMatter.FindStringSubmatchIndex(rest)
		if m == nil || m[4] < 0 && !many {
			return out
		}
		next := d
		next.Item = rest[m[6]:m[7]]
		if m[2] >= 0 {
			next.Kind = strings.Join(strings.Fields(rest[m[2]:m[3]]), " ")
		}
		out = append(out, next)
		rest = rest[m[1]:]
	}
	return out
}
