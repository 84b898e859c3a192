package redact

import (
	"regexp"
)

const (
	courtesy = `(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend|Revd|Sir|Lady|Dame|Canon|Father|Messrs|MR|MRS|MS|MISS|DR|Councillors?|Cllrs?)\.?`
	// personName is up to five words with a capital: Peter van Petitioner, J. Lane, Ann and Bob Marl.
	personName = `(?:` + gap + `(?:[A-Z][^\s0-9<>,;:()\[\]|&/]{0,30}|and|&|&amp;|van|de|der|la|` + courtesy + `)){1,6}`
)

var (
	// dwells says that somebody lives at what follows; what is near a place ("lives near the site at") does not.
	dwells = regexp.MustCompile(`(?i)\b(?:lives?|lived|living|resid(?:es?|ed|ing))` +
		`(?:` + gap + `(?:next door|opposite|nearby|alone|locally|there|permanently))?(?:` + gap + `for` + gap + `[^.;,<>|\[\]]{1,30}|` + gap + `since` + gap + `[^.;,<>|\[\]]{1,20})?` +
		`,?` + gap + `(?:at|in|on)` + gap + `(?:(?:number|no\.?)` + gap + `)?$`)
	// ownHome names what follows as a person's home.
	ownHome = regexp.MustCompile(`(?i)(?:\b(?:my|his|her|their|our|whose|family)|['’]s)` + gap + `(?:(?:own|private|family)` + gap + `)?(?:home(?:` + gap + `address)?|address)(?:,?` + gap + `(?:is|was|at|in|on|of))?[,:(]?(?:` + gap + `)?\(?$`)
	// residentOf is a person without a name: a resident of 14 Acacia Avenue.
	residentOf = regexp.MustCompile(`(?i)\bresident,?` + gap + `(?:of|at|from|living at|in)` + gap + `$`)
	// titledOf and titledAt put an address behind a name with a title: Mr Peter Petitioner of, Mrs J Lane,
	titledOf = regexp.MustCompile(`\b` + courtesy + personName + `(?:` + gap + `\([^()<>\[\]]{1,40}\))?,?` + gap + `(?:of|from|at)` + gap + `$`)
	titledAt = regexp.MustCompile(`\b` + courtesy + personName + `(?:,` + gap + `|` + gap + `\()$`)
	// namedOf is the same with a name of two words or more and no title.
	namedOf = regexp.MustCompile(`(?:^|[^A-Za-z'’\-])((?:[A-Z][a-z'’\-]+|[A-Z]\.?)(?:` + gap + `(?:[A-Z]\.?|[A-Z][A-Za-z'’\-]*[a-z])){1,3})` + gap + `of` + gap + `$`)
	// namedAt puts a comma between; what the person did follows the address: Piers Quill, 14 Acacia Avenue, asked.
	namedAt = regexp.MustCompile(`(?:^|[^A-Za-z'’\-])((?:[A-Z][a-z'’\-]+|[A-Z]\.?)(?:` + gap + `(?:[A-Z]\.?|[A-Z][A-Za-z'’\-]*[a-z])){1,3}),` + gap + `$`)
	acts    = regexp.MustCompile(`^,?` + gap + `(?:(?:then|also|had|has)` + gap + `)?(?:asked|spoke|said|stated|objected|presented|addressed|put|raised|submitted|who)\b`)
	// noName are words of works and sites, which begin like a name: Change of Use of 14 Acacia Avenue.
	noName = regexp.MustCompile(`(?i)\b(?:use|change|erection|conversion|demolition|application|land|rear|part|side|front|owners?|site|development|redevelopment|licence|` +
		`premises|variation|report|purchase|acquisition|sale|disposal|lease|freehold|leasehold|refurbishment|extension|provision|construction|installation|removal|` +
		`designation|listing|retention|alterations?|occupiers?|occupants?|residents?|council|committee|board|group|house|hall|centre|church|school|street|road|order|` +
		`enforcement|notice|subdivision|replacement|renewal|valuation|transfer|letting|north|south|east|west|corner|floor|outside|frontage|junction|curtilage|vicinity|` +
		`grounds?|garden|park|review|consideration|future|repair|restoration|limited|ltd|llp|plc|trust|association|company|properties|homes|architects|planning)\b`)
	// article stands before the name of a house or a firm: the Red Kite of 2 High Street.
	article = regexp.MustCompile(`(?i)\bthe[ \t]*$`)
	// byApplication stands before an applicant whose address is the site.
	byApplication = regexp.MustCompile(`(?i)\b(?:application|applicant|licensee|licence holder|licence|agent|owner|appeal|appellant)s?[ \t]*(?::|(?:by|for|from|of|to))?[ \t]*$`)
	// describes says that an address is that of works or a business, which follow it.
	describes = regexp.MustCompile(`^[ \t]*(?::|-[ \t]|–|—)`)
)

// homes are the houses removed from a page, by their keys; they go wherever the page names them again.
type homes map[string]bool

// add keeps the houses of a removed address, unless it is that of an office.
func (h homes) add(removed []byte) {
	if office.Match(removed) {
		return
	}
	for _, p := range places(removed) {
		h[p.key] = true
	}
}

var office = regexp.MustCompile(`(?i)\b(?:c/o|civic|town hall|county hall|city hall|guildhall|council|offices?|members['’]? room)\b`)

// removeHomes takes out the addresses that a sentence gives to a person, then every address whose house
// was removed before.
func removeHomes(b []byte, known homes) ([]byte, int) {
	all := places(b)
	if len(all) == 0 {
		return b, 0
	}
	gone := make([]bool, len(all))
	last := 0
	for i, p := range all {
		before := b[max(last, p.start-maxBefore):p.start]
		last = p.end
		if isHome(before, b[p.end:min(len(b), p.end+30)]) {
			gone[i] = true
			known[p.key] = true
		}
	}
	var edits []edit
	for i, p := range all {
		if gone[i] || known[p.key] {
			edits = append(edits, edit{p.span, AddressRemoved})
		}
	}
	return apply(b, edits)
}

// isHome tells by the words about an address whether somebody lives there.
func isHome(before, after []byte) bool {
	switch {
	case dwells.Match(before), ownHome.Match(before), residentOf.Match(before):
		return true
	case titledOf.Match(before):
		return true
	}
	if at := titledAt.FindIndex(before); at != nil {
		return !byApplication.Match(before[:at[0]]) && !describes.Match(after)
	}
	if m := namedOf.FindSubmatchIndex(before); m != nil {
		return !noName.Match(before[m[2]:m[3]]) && !article.Match(before[:m[2]]) && !describes.Match(after)
	}
	if m := namedAt.FindSubmatchIndex(before); m != nil {
		return acts.Match(after) && !noName.Match(before[m[2]:m[3]]) && !article.Match(before[:m[2]])
	}
	return false
}
