package redact

import "regexp"

// An e-mail address, its characters written plainly, as character references (&#64;), in an address
// (%40), in a script (\u0040), or with the at spelt in brackets.
var (
	email = regexp.MustCompile(`(?i)(?:[a-z0-9._%+'’\-]|&#x?[0-9a-f]+;)+` +
		`(?:@|&#0*64;|&#x0*40;|&commat;|%40|\\u0040|[ \t]?[\[(]at[\])][ \t]?)` +
		`(?:(?:[a-z0-9\-]|&#x?[0-9a-f]+;)+(?:\.|&#0*46;|&period;|[ \t]?[\[(]dot[\])][ \t]?))+(?:[a-z]|&#x?[0-9a-f]+;){2,}`)

	// With blanks around the at only the endings that council pages use are sure signs of an address.
	spacedEmail = regexp.MustCompile(`(?i)[a-z0-9._+\-]+[ \t]{1,2}@[ \t]{0,2}[a-z0-9.\-]+\.(?:uk|com|org|net|info|wales|cymru|scot|london|ie|eu)\b`)

	// A page protected against robots carries the address in a number that anybody can turn back.
	hiddenEmail = regexp.MustCompile(`(?i)(data-cfemail=["']?|email-protection#)[0-9a-f]{6,}`)
)

func removeEmails(b []byte) ([]byte, int) {
	if !holds(b, "@", "&#64", "&#064", "&#x40", "&#x040", "&commat", "%40", `\u0040`, "(at)", "[at]", "cfemail", "email-protection") {
		return b, 0
	}
	b, hidden := replaceAll(b, hiddenEmail, func(m []byte, groups []int) []byte {
		return append(append([]byte{}, m[groups[2]:groups[3]]...), '0')
	})
	marker := func([]byte, []int) []byte { return []byte(EmailRemoved) }
	b, plain := replaceAll(b, email, marker)
	b, spaced := replaceAll(b, spacedEmail, marker)
	return b, hidden + plain + spaced
}

// replaceAll puts the text that with makes of each match in its place; groups counts from the match's
// own start. It returns b itself where nothing matches.
func replaceAll(b []byte, re *regexp.Regexp, with func(match []byte, groups []int) []byte) ([]byte, int) {
	found := re.FindAllSubmatchIndex(b, -1)
	if found == nil {
		return b, 0
	}
	out := make([]byte, 0, len(b))
	last := 0
	for _, m := range found {
		start := m[0]
		groups := make([]int, len(m))
		for i := range m {
			groups[i] = m[i] - start
		}
		out = append(append(out, b[last:start]...), with(b[start:m[1]], groups)...)
		last = m[1]
	}
	return append(out, b[last:]...), len(found)
}
