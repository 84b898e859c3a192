package printed

import (
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/internal/regexp"
)

// fieldLine is a labelled line about an item that is no text of the minutes: "Cabinet Member: ...".
var fieldLine = regexp.MustCompile(`^([A-Z][A-Za-z()'’/& -]{2,48}\??):[\s\x{a0}]*(.*)$`)

// fieldLabels are the labels that the system and councils print before a fact about an item.
var fieldLabels = regexp.MustCompile(`(?i)^(?:cabinet members?|portfolio holders?|lead (?:cabinet )?members?|lead (?:director|officer)s?|(?:report )?authors?|report of|report by|contact(?: officer| person)?s?|decision[ -]makers?|responsible (?:officer|director|member)s?|executive members?|executive councillors?|relevant officers?|officers?|wards?(?: affected)?|divisions?(?: affected)?|electoral divisions?.*|action by|lead|presented by|presenter|presenting officer|relevant portfolio holder|key decision|is (?:key decision|subject to call in)\??|decision (?:status|type|due|date)|reason key|notice of proposed decision first published|(?:publication|effective) date|publication date|date of decision|decided at meeting|made at meeting|decision published|effective from|type of body|support officer|service director|corporate director|strategic director|head of service|directors?|aelod cabinet|swyddog cyswllt|cyswllt|decision due|urgent item\??|explanation of anticipated restriction|background papers?|consultees?|started by|first published|closed|department|scrutiny|review date|deadline for call[ -]in)$`)

// FieldOf reads such a line, which begins at byte start of the page.
func FieldOf(s string, start int) (minutes.Field, bool) {
	m := fieldLine.FindStringSubmatchIndex(s)
	if m == nil || !fieldLabels.MatchString(strings.TrimSpace(s[m[2]:m[3]])) {
		return minutes.Field{}, false
	}
	return minutes.Field{Label: Tidy(s[m[2]:m[3]]),
		Value: minutes.Paragraph{Text: s[m[4]:m[5]], Start: start + m[4]}}, true
}
