package redact

import (
	"bytes"
	"regexp"
)

// The parts of an e-mail address about its at, in windows of these many bytes.
const (
	maxLocal  = 100
	maxDomain = 300
)

// An e-mail address is written plainly, as character references (&#64;), in an address (%40), in a script
// (\u0040), or with the at spelt in brackets.
var (
	atAndDomain = regexp.MustCompile(`(?i)^(?:@|＠|﹫|&#0*65312;|&#x0*ff20;|&#0*64;|&#x0*40;|&commat;|%40|\\u0040|[\[(]at[\])][ \t]?)` +
		`(?:(?:[a-z0-9\-]|&#x?[0-9a-f]+;)+(?:\.|．|&#0*46;|&period;|[ \t]?[\[(]dot[\])][ \t]?))+(?:[a-z]|&#x?[0-9a-f]+;){2,}`)

	// With blanks around the at only the endings that council pages use are sure signs of an address.
	spacedDomain = regexp.MustCompile(`(?i)^(?:@|＠|﹫)[ \t]{0,2}[a-z0-9.\-]+\.(?:uk|com|org|net|info|wales|cymru|scot|london|ie|eu)\b`)

	spokenEmail = regexp.MustCompile(`(?i)\b(?:[a-z0-9'’_.\-]{1,40}[ \t]{1,3}(?:dot|underscore|hyphen|dash)[ \t]{1,3}){0,4}[a-z0-9'’_.\-]{1,40}[ \t]{1,3}at[ \t]{1,3}` +
		`[a-z0-9\-]{1,60}(?:[ \t]{1,3}(?:dot|hyphen|dash)[ \t]{1,3}[a-z0-9\-]{1,60}){0,5}[ \t]{1,3}dot[ \t]{1,3}(?:uk|com|org|net|info|wales|cymru|scot|london|ie|eu)\b`)

	// A page protected against robots carries the address in a number that anybody can turn back.
	hiddenEmail = regexp.MustCompile(`(?i)^(?:cfemail=["']?|email-protection#)([0-9a-f]{6,})`)
)

func removeEmails(b []byte) ([]byte, int) {
	b, hidden := removeHiddenEmails(b)
	b, spoken := removeSpokenEmails(b)
	var edits []edit
	last := 0 // the end of the address before, in which no other begins
	for _, at := range hits(b, "@", "＠", "﹫", "&#65312", "&#065312", "&#xff20", "&#x0ff20", "&#64", "&#064", "&#x40", "&#x040", "&commat;", "%40", `\u0040`, "(at)", "[at]") {
		if at < last {
			continue
		}
		if found := emailAround(b[last:], at-last); found.start < found.end {
			edits = append(edits, edit{span{last + found.start, last + found.end}, EmailRemoved})
			last += found.end
		}
	}
	b, n := apply(b, edits)
	return b, hidden + spoken + n
}

// emailAround is the address whose at stands there; it is empty where there is none.
func emailAround(b []byte, at int) span {
	rest := b[at:window(b, at, 0, maxDomain).end]
	domain := atAndDomain.FindIndex(rest)
	local, start := at, localStart(b, at)
	if start == at {
		local = at - blanksBefore(b, at)
		start = localStart(b, local)
		if b[at] == '@' || b[at] == 0xef { // in UTF-8 the wide signs begin so
			domain = spacedDomain.FindIndex(rest)
		}
	} else if domain == nil {
		domain = spacedDomain.FindIndex(rest)
	}
	if domain == nil || start == local {
		return span{at, at}
	}
	return span{start, at + domain[1]}
}

// removeSpokenEmails takes out addresses written as they are read aloud: ann dot reeve at tarnby dot org.
func removeSpokenEmails(b []byte) ([]byte, int) {
	if !holds(b, " dot ", "\tdot ") {
		return b, 0
	}
	var edits []edit
	for _, m := range spokenEmail.FindAllIndex(b, -1) {
		edits = append(edits, edit{span{m[0], m[1]}, EmailRemoved})
	}
	return apply(b, edits)
}

func removeHiddenEmails(b []byte) ([]byte, int) {
	var edits []edit
	for _, i := range hits(b, "cfemail=", "email-protection#") {
		if m := hiddenEmail.FindSubmatchIndex(b[i:window(b, i, 0, 1000).end]); m != nil {
			edits = append(edits, edit{span{i + m[2], i + m[3]}, "0"})
		}
	}
	return apply(b, edits)
}

// localStart is where the part of an e-mail address before its at begins; end where there is none.
func localStart(b []byte, end int) int {
	i := end
	for i > 0 && end-i < maxLocal {
		c := b[i-1]
		switch {
		case isDigit(c), isLetter(c), bytes.IndexByte([]byte("._%+'-"), c) >= 0:
			i--
		case bytes.HasSuffix(b[:i], []byte("’")):
			i -= len("’")
		case c == ';':
			ref := bytes.LastIndex(b[max(0, i-9):i], []byte("&#"))
			if ref < 0 {
				return i
			}
			i = max(0, i-9) + ref
		default:
			return i
		}
	}
	return i
}

func blanksBefore(b []byte, i int) int {
	n := 0
	for n < 2 && i-n > 0 && (b[i-n-1] == ' ' || b[i-n-1] == '\t') {
		n++
	}
	return n
}
