package printed

import (
	"strings"

	"councilgraph/internal/regexp"
)

// namedTitle is the run of titles that a member's name begins with on a page that lists members.
var namedTitle = regexp.MustCompile(`^(?i:(?:(?:county |county borough |town |community |parish )?(?:councillors?|cllrs?|cynghorydd|alderman|baillie|bailie)|mr|mrs|ms|miss|mx|dr|prof|professor|rev|reverend|revd|sir|dame|lord|lady|the right honourable|rt hon|the (?:deputy )?(?:lord )?mayor(?: of [\w ]+)?|(?:lord )?provost|hon)\.?[\s\x{a0}]+)+`)

// honours stand behind a name.
var honours = regexp.MustCompile(`(?:,?[\s\x{a0}]+(?:OBE|MBE|CBE|DBE|KBE|BEM|JP|J\.P\.|DL|MP|MSP|MS|QC|KC|PhD|FRSA|TD|KPM|QPM|MEP|AM|MLA))+\.?$`)

// Bracketed is a role in brackets behind a name: "(Vice-Chairman)".
var Bracketed = regexp.MustCompile(`^(.*?)[\s\x{a0}]*\(([^()]+)\)[\s\x{a0}]*(?:[-–][\s\x{a0}]*.*)?$`)

// Member is a person as a list of members prints them.
type Member struct{ Name, AsWritten, Role string }

// ReadMember reads "Councillor Mrs Hester Lyne (Vice-Chairman)"; false for a vacancy and what is no name.
func ReadMember(s string) (Member, bool) {
	s = Tidy(s)
	m := Member{AsWritten: s}
	if got := Bracketed.FindStringSubmatch(s); got != nil {
		m.AsWritten, m.Role = got[1], got[2]
	}
	m.Name = PlainName(m.AsWritten)
	words := strings.Fields(m.Name)
	if len(words) == 0 || len(words) > 6 || strings.ContainsAny(m.Name, ":;0123456789@") || strings.EqualFold(words[0], "vacancy") || strings.EqualFold(words[0], "vacant") || strings.EqualFold(words[0], "gwag") {
		return m, false
	}
	first := words[0][0]
	return m, first >= 'A' && first <= 'Z' || first >= 0x80
}

// PlainName is a name without titles and honours.
func PlainName(s string) string {
	s = namedTitle.ReplaceAllString(Tidy(s), "")
	return strings.TrimSpace(honours.ReplaceAllString(s, ""))
}
