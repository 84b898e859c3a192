package printed

import (
	"strings"

	"councilgraph/internal/regexp"
)

// Roles parts a councillor's title: "Deputy Leader and Cabinet Member for Resources" holds two.
func Roles(s string) []string {
	var out []string
	for _, part := range strings.Split(s, " and ") {
		if len(out) > 0 && !rolePart.MatchString(part) {
			out[len(out)-1] += " and " + part
			continue
		}
		out = append(out, part)
	}
	return out
}

var rolePart = regexp.MustCompile(`(?i)^(?:the )?(?:deputy |vice[- ]|assistant |lord )?(?:leader|mayor|cabinet|executive|portfolio|lead|chair|convener|member champion|champion|group)\b`)
