package redact

import (
	"bytes"
	"regexp"
	"strings"
)

// The longest address in prose and the longest words before it that are looked at, in bytes.
const (
	maxProse  = 240
	maxBefore = 200
)

// gap is what may part two words of a sentence, a line's end in markup included.
const gap = `(?:[ \t\r\n]|&nbsp;|&#160;|\x{a0}){1,3}`

const streetKinds = `street|st|road|rd|avenue|ave|close|lane|ln|drive|way|gardens?|gdns|grove|crescent|cres|court|place|terrace|square|row|` +
	`walk|mews|hill|rise|park|green|view|parade|broadway|mount|vale|gate|path|common|villas|cottages?|buildings|mansions|meadows?|` +
	`fields?|croft|drove|quay|wharf|yard|fold|garth|end|heights|dene|bank|brow|wynd|heath|lea|orchard|chase|ridge|mead|esplanade|` +
	`promenade|embankment|circus|wood|woods|approach|brae|loan|house|point|tower|lodge|leys|piece|reach|spinney|copse|dell|glade|bridge`

var (
	// street is a house and its street: 14 Acacia Avenue, 3a St John's Road, 7 Heol Fawr.
	street = regexp.MustCompile(`^[0-9]{1,4}[A-Za-z]?(?:[ \t]?(?:-|–)[ \t]?[0-9]{1,4}[A-Za-z]?)?,?` + gap +
		`(?:(?:[A-Z][A-Za-z'’.\-]*` + gap + `(?:(?:of|the|on|upon|le|y|yr)` + gap + `)?){1,4}(?i:` + streetKinds + `)\b|` +
		`(?:Heol|Ffordd|Stryd|Lôn|Lon|Maes|Clos|Rhodfa|Bryn)` + gap + `[A-Z][A-Za-z'’\-]*\b)`)
	// houseNumber says cheaply that a street may follow.
	houseNumber = regexp.MustCompile(`^[0-9]{1,4}[A-Za-z]?(?:[ \t]?(?:-|–)[ \t]?[0-9]{1,4}[A-Za-z]?)?,?` + gap + `[A-Z]`)
	// flatBefore is the part of an address that stands before the house: Flat 3, Elm House, 27 Oak Road.
	flatBefore = regexp.MustCompile(`(?i:\b(?:flat|apartment|apt\.?|maisonette|room))` + gap + `(?:[0-9A-Za-z]{1,4},?` + gap + `)?(?:[A-Z][A-Za-z'’]+` + gap + `(?i:house|court|mansions|lodge|tower|point|heights),?` + gap + `)?$`)
	// placeBehind is a part of an address behind the street: ", Orpington".
	placeBehind = regexp.MustCompile(`^,` + gap + `([A-Z][A-Za-z'’\-]*)\b(?:(?:` + gap + `|-)(?:[A-Z][A-Za-z'’\-]*\b|(?:on|upon|in|under|le)\b)){0,3}`)
	codeBehind  = regexp.MustCompile(`(?i)^,?` + gap + `[A-Z]{1,2}[0-9][0-9A-Z]?(?:[ \t]|&nbsp;|\x{a0})?[0-9][A-Z]{2}\b`)
	commaStreet = regexp.MustCompile(`^,` + gap)
	noPlace     = regexp.MustCompile(`(?i)^(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|reverend|sir|lady|messrs|cllrs?|councillors?|alderman|mayor|chair|chairman|` +
		`the|a|an|he|she|they|it|we|i|this|that|who|which|in|at|on|and|members?|officers?|resolved|phone|tel|telephone|mobile|email|fax|ward|party)$`)
	// nameBehind tells two words that look like a place from the next person: ", Ann Sorrel of 7 The Green".
	nameBehind = regexp.MustCompile(`^,?` + gap + `(?:of` + gap + `[0-9]|(?:[a-z]+ed|said|spoke|was|were|is|asks?)\b)`)
)

// place is one house in a street: the whole address, and where in it the house's number stands.
type place struct {
	span
	number int // where the house's number begins
	key    string
}

// places gives each address in the text that has a house, a street and perhaps more, in order.
func places(b []byte) []place {
	var out []place
	last := 0
	for i := 0; i < len(b); i++ {
		if !isDigit(b[i]) {
			continue
		}
		begin := i
		for i+1 < len(b) && isDigit(b[i+1]) {
			i++
		}
		if i-begin >= 4 || begin > 0 && (isLetter(b[begin-1]) || bytes.IndexByte([]byte("/.-£$_=#&%"), b[begin-1]) >= 0) || bytes.HasSuffix(b[:begin], []byte("£")) {
			continue
		}
		if !houseNumber.Match(b[begin:window(b, begin, 0, 40).end]) {
			continue
		}
		at := street.FindIndex(b[begin:window(b, begin, 0, maxProse).end])
		if at == nil || begin < last {
			continue
		}
		p := place{span{begin, placeEnd(b, begin+at[1])}, begin, placeKey(b[begin : begin+at[1]])}
		back := window(b, begin, 80, 0)
		if m := flatBefore.FindIndex(b[max(back.start, last):begin]); m != nil {
			p.start = max(back.start, last) + m[0]
		}
		out = append(out, p)
		last, i = p.end, p.end-1
	}
	return out
}

// placeEnd is where an address ends whose street ends at i: behind its towns and its postcode.
func placeEnd(b []byte, i int) int {
	limit := min(len(b), i+maxProse)
	for range 4 {
		rest := b[i:limit]
		if m := codeBehind.FindIndex(rest); m != nil {
			return i + m[1]
		}
		if c := commaStreet.FindIndex(rest); c != nil {
			if m := street.FindIndex(rest[c[1]:]); m != nil {
				i += c[1] + m[1]
				continue
			}
		}
		m := placeBehind.FindSubmatchIndex(rest)
		if m == nil || noPlace.Match(rest[m[2]:m[3]]) || m[3] < m[1] && nameBehind.Match(rest[m[1]:]) {
			return i
		}
		i += m[1]
	}
	return i
}

// placeKey folds a house and its street, so that the same are found again: 14 acacia avenue.
func placeKey(b []byte) string {
	s := strings.NewReplacer("&nbsp;", " ", "&#160;", " ", "\u00a0", " ", ",", " ", "’", "'").Replace(strings.ToLower(string(b)))
	return strings.Join(strings.Fields(s), " ")
}
