package minutes

import "councilgraph/internal/regexp"

var (
	appendixWord = regexp.MustCompile(`(?i)\b(?:appendi|annex|enclosure|atodiad|policy)`)
	actWords     = wordSet(`act acts regulations order measure rules`)
	actYear      = regexp.MustCompile(`^(?:` + sp + `\([^()]{1,40}\))*` + sp + `(?:19|20)\d\d\b`)
	actInside    = wordSet(`and of to for in the`)
)

// actAt reads back from "Act" over its name: Public Bodies (Admission to Meetings) Act 1960.
func actAt(s string, ts []token, i int) (from, to int, ok bool) {
	year := actYear.FindString(head(s[ts[i].to:], 120))
	if year == "" {
		return 0, 0, false
	}
	first := i
	for k := i - 1; k >= 0 && i-k < 20; k-- {
		t := ts[k]
		switch {
		case t.text == "(" || t.text == ")":
			continue
		case t.word && capital(t.text) && !clauseWords[t.low] && t.low != "the":
			if k > 0 && ts[k-1].text == "(" {
				first = k - 1
			} else {
				first = k
			}
			continue
		case t.word && actInside[t.low]:
			continue
		}
		break
	}
	if first == i {
		return 0, 0, false
	}
	// a bracket inside the name may have been entered in its middle
	if ts[first].text == ")" || ts[first].text == "(" && first+1 < len(ts) && !capital(ts[first+1].text) {
		first++
	}
	return ts[first].from, ts[i].to + len(year), true
}
