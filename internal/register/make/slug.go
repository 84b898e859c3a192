package main

import "strings"

// slugsByCode makes slugs of the short names. Where two councils share one, the abolished one takes the
// slug of its official name.
func slugsByCode(authorities []row) map[string]string {
	sharing := map[string]int{}
	for _, a := range authorities {
		sharing[slug(a["nice-name"])]++
	}
	slugs := map[string]string{}
	for _, a := range authorities {
		s := slug(a["nice-name"])
		if sharing[s] > 1 && a["end-date"] != "" {
			s = slug(a["official-name"])
		}
		slugs[a["local-authority-code"]] = s
	}
	return slugs
}

// slug keeps the letters and digits of a name in lower case, with one hyphen between words.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '’':
			// An apostrophe joins: King's is kings.
		default:
			gap = true
		}
	}
	return b.String()
}
