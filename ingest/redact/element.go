package redact

import (
	"bytes"
	"regexp"
)

// The elements of councils' XML feeds that hold nothing but what is private. Open tags may carry a prefix
// and attributes, and the whole feed may be escaped within an envelope (&lt;homeaddress&gt;).
var (
	addressElement = elements(`(?:home|private|residential)[_-]?address`)
	phoneElement   = elements(`(?:(?:home|work|mobile|private)[_-]?)?(?:phone|telephone|tel|mobile|fax)(?:[_-]?(?:no|number))?`)
	emailElement   = elements(`(?:(?:home|work|private)[_-]?)?e?-?mail(?:[_-]?address)?`)
)

// elementRule knows an open tag and the end of what it opens, each where a text begins with it.
type elementRule struct{ open, end *regexp.Regexp }

func elements(names string) elementRule {
	return elementRule{
		open: regexp.MustCompile(`(?i)^(?:<|&lt;)(?:[a-z0-9]+:)?` + names + `(?:[ \t\r\n][^<>]*)?(?:>|&gt;)`),
		end:  regexp.MustCompile(`(?i)^(?:</|&lt;/)(?:[a-z0-9]+:)?(?:` + names + `|councillor|person)[ \t\r\n]*(?:>|&gt;)`),
	}
}

func removeElements(b []byte, known homes) ([]byte, int) {
	found := addressElement.contents(b, AddressRemoved, "address")
	for _, e := range found {
		known.add(b[e.start:e.end])
	}
	b, addresses := apply(b, found)
	b, phones := phoneElement.empty(b, PhoneRemoved, "phone", "tel", "mobile", "fax")
	b, emails := emailElement.empty(b, EmailRemoved, "mail")
	return b, addresses + phones + emails
}

// empty puts the marker in place of the content of each element that has any; each element's name holds
// one of the words. An element that is cut off is emptied up to the end of its person, or of the document.
func (r elementRule) empty(b []byte, marker string, words ...string) ([]byte, int) {
	return apply(b, r.contents(b, marker, words...))
}

// contents are the edits that empty makes.
func (r elementRule) contents(b []byte, marker string, words ...string) []edit {
	var edits []edit
	last := 0
	var tags []int // all tags, found when the first element is
	for _, i := range hits(b, words...) {
		start, ok := r.opened(b, i)
		if !ok || start < last {
			continue
		}
		if tags == nil {
			tags = hits(b, "</", "&lt;/")
		}
		end := len(b)
		for len(tags) > 0 {
			at := tags[0]
			if at >= start && r.end.Match(b[at:window(b, at, 0, maxElementTag).end]) {
				end = at
				break
			}
			tags = tags[1:]
		}
		content := bytes.TrimSpace(b[start:end])
		if len(content) == 0 || string(content) == marker {
			continue
		}
		edits = append(edits, edit{span{start, end}, marker})
		last = end
	}
	return edits
}

// maxElementTag is the longest tag looked at, in bytes.
const maxElementTag = 200

// opened gives the end of the open tag in whose name the word at i stands.
func (r elementRule) opened(b []byte, i int) (int, bool) {
	back := window(b, i, 40, maxElementTag)
	at := bytes.LastIndexAny(b[back.start:i], "<&")
	if at < 0 {
		return 0, false
	}
	at += back.start
	m := r.open.FindIndex(b[at:back.end])
	if m == nil {
		return 0, false
	}
	tag := b[at : at+m[1]]
	if bytes.HasSuffix(tag, []byte("/>")) || bytes.HasSuffix(tag, []byte("/&gt;")) {
		return 0, false
	}
	return at + m[1], true
}
