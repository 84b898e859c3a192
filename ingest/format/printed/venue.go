package printed

import (
	"strings"

	"councilgraph/internal/regexp"
)

var venueTail = regexp.MustCompile(`(?i)[.\s\x{a0}]*(?:view directions|cyfarwyddiadau)\.?\s*$`)

// VenueOf is a place without the link to its directions.
func VenueOf(s string) string {
	return Tidy(strings.TrimRight(venueTail.ReplaceAllString(s, ""), " ."))
}

var contactTail = regexp.MustCompile(`(?i)[\s\x{a0},;:(-]*(?:\b(?:tel(?:ephone)?|phone|ffôn|e-?mail|e-?bost|mobile|fax)\b|\(?\+?0?\d[\d\s\x{a0})]{6,}|[^\s@]+@|\(\s*\)).*$`)

var wideGap = regexp.MustCompile(`[ \x{a0}]{2,}`)

// ContactOf is who to ask, without telephone and address: "Farida Noor, Democratic Services".
func ContactOf(s string) string {
	s = contactTail.ReplaceAllString(s, "")
	s, _ = strings.CutSuffix(strings.TrimFunc(s, Blank), ",")
	return Tidy(wideGap.ReplaceAllString(s, ", "))
}
