package redact

import (
	"bytes"
	"regexp"
)

var (
	// homeLabel announces the address of somebody's home, or one that may be it.
	homeLabel = regexp.MustCompile(`(?i)(?:^|[^a-z])((?:home|private|residential|personal|correspondence)(?:[ \t]|&nbsp;|\x{a0})+)$`)
	// privateURL tells a councillor's own page and a petition.
	privateURL = regexp.MustCompile(`(?i)/mg(?:UserInfo|UserContact|E?Petition)`)
	// privateHeading is the heading of such a page, not the link to one that stands in every page's menu.
	privateHeading = regexp.MustCompile(`(?im)(?:^|>)[ \t]*(?:councillor details|(?:e-?)?petition details|e-?petition)[ \t\r]*(?:$|<)`)
	postcode       = regexp.MustCompile(`(?i)\b(?:[A-Z]{1,2}[0-9][0-9A-Z]?(?:[ \t]|&nbsp;|\x{a0})*[0-9][A-Z]{2}|BFPO[ \t]*[0-9]{1,4})\b`)
	// fullAddress is a house, a street and all up to the postcode, on one line.
	fullAddress = regexp.MustCompile(`\b[0-9]{1,4}[A-Za-z]?,?[ \t]+[A-Z][^\r\n<>:|0-9\[]{2,120}[ \t,][A-Z]{1,2}[0-9][0-9A-Z]?[ \t]?[0-9][A-Z]{2}\b`)
)

// tellsOfPrivatePersons tells whether the page is a councillor's own or a petition.
func tellsOfPrivatePersons(url string, b []byte) bool {
	return privateURL.MatchString(url) ||
		holds(b, "councillor details", "petition") && (privateHeading.Match(b) || holds(b, "petition organiser", "lead petitioner"))
}

// removeAddresses takes out what stands after the label of a home address; on a page about private persons
// also after a bare Address, and any full address on one line. The houses removed are added to known.
func removeAddresses(b []byte, private bool, known homes) ([]byte, int) {
	b, n := removeAfter(b, private, known)
	if !private {
		return b, n
	}
	var edits []edit
	for _, m := range fullAddress.FindAllIndex(b, -1) {
		edits = append(edits, edit{span{m[0], m[1]}, AddressRemoved})
		known.add(b[m[0]:m[1]])
	}
	b, whole := apply(b, edits)
	return b, n + whole
}

// removeAfter takes out what stands after a label. A bare Address counts as one on pages about private
// persons only: elsewhere it is the site of a planning application or an office.
func removeAfter(b []byte, private bool, known homes) ([]byte, int) {
	const word = "address"
	markup := bytes.Contains(b, []byte("</"))
	var edits []edit
	n, last := 0, 0
	for _, i := range hits(b, word) {
		end := i + len(word)
		if bytes.HasPrefix(b[end:], []byte("es")) {
			end += len("es")
		}
		start := i
		if m := homeLabel.FindSubmatchIndex(b[max(0, i-60):i]); m != nil {
			start = max(0, i-60) + m[2]
		} else if !private || i > 0 && isLetter(b[i-1]) {
			continue
		}
		if start < last || end < len(b) && isLetter(b[end]) || !isLabel(b, start, end) {
			continue
		}
		with := AddressRemoved
		lines := addressLines(b, end, markup)
		if len(lines) > 0 {
			known.add(b[lines[0].start:lines[len(lines)-1].end])
		}
		for _, line := range lines {
			edits = append(edits, edit{line, with})
			with, last = "", line.end
		}
		if with == "" {
			n++
		}
	}
	b, _ = apply(b, edits)
	return b, n
}

// isLabel tells a label from words in a sentence: a colon follows, or it stands alone in its line or tag.
func isLabel(b []byte, start, end int) bool {
	after := bytes.TrimLeft(b[end:min(len(b), end+40)], " \t\u00a0")
	if bytes.HasPrefix(after, []byte(":")) || bytes.HasPrefix(after, []byte("&nbsp;:")) {
		return true
	}
	before := bytes.TrimRight(b[max(0, start-40):start], " \t\u00a0")
	alone := len(before) == 0 && start < 40 || len(before) > 0 && bytes.IndexByte([]byte("\n>|"), before[len(before)-1]) >= 0
	return alone && len(after) > 0 && bytes.IndexByte([]byte("\r\n<|"), after[0]) >= 0
}
