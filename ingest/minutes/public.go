package minutes

import "councilgraph/internal/regexp"

// Members of the public come without a name and title: "The applicant's architect and agent", "A
// spokesperson for the objectors". They are read where they spoke, and shown with kind public.
var (
	publicNouns = wordSet(`spokesperson spokesman spokeswoman objector supporter petitioner applicant agent resident neighbour architect householder landowner
 member-of-the-public parent campaigner tenant leaseholder developer licensee representative`)
	publicHelpers = wordSet(`local lead the a an first second one another nearby principal applicant's objectors' objector's petitioners' residents' applicants' petitioner's resident's agent's
 developer's planning`)
	publicSpoke = regexp.MustCompile(`(?i)^(?:,[^,.;]{1,80},)?(?:[\s\x{a0}]+(?:then|also|both|each|briefly))*[\s\x{a0}]+(?:spoke|speaking|addressed|replied|responded|answered|asked|presented|read out|explained|urged|(?:was|were)(?: also)? (?:heard|invited to|given the opportunity|present to|in attendance to)|made (?:a|an|the)?[\s\x{a0}]*(?:statement|representation|presentation|address|deputation)|attended (?:the meeting )?(?:to|and) )`)
)

// readPublic reads such a mention at the article of token i.
func readPublic(s string, ts []token, i int) (*mention, int) {
	if ts[i].low != "the" && ts[i].low != "a" && ts[i].low != "an" && ts[i].low != "one" {
		return nil, i
	}
	j := i + 1
	for j < len(ts) && j-i < 4 && publicHelpers[ts[j].low] {
		// the apostrophe of a plural possessive is a mark of its own: objectors’
		j++
	}
	if j < len(ts) && ts[j].low == "member" && j+3 < len(ts) && ts[j+1].low == "of" && ts[j+2].low == "the" && ts[j+3].low == "public" {
		j += 4
	} else if j < len(ts) && publicNouns[ts[j].low] {
		j++
	} else {
		return nil, i
	}
	if j+1 < len(ts) && ts[j].low == "and" && publicNouns[ts[j+1].low] {
		j += 2
	}
	// "for the objectors", "of the residents' association", "from Weir Street"
	if j+1 < len(ts) && (ts[j].low == "for" || ts[j].low == "of" || ts[j].low == "from" || ts[j].low == "representing") {
		k := j + 1
		if ts[k].low == "the" && k+1 < len(ts) {
			k++
		}
		if ts[k].word && !clauseWords[ts[k].low] {
			k++
			for k < len(ts) && ts[k].word && (capital(ts[k].text) || ts[k].low == "group" || ts[k].low == "association") && k-j < 8 {
				k++
			}
			j = k
		}
	}
	if j+1 < len(ts) && ts[j].text == "," && personAhead(s, ts, j+1) {
		return nil, i // "The lead petitioner, Mr K": the name says who
	}
	end := ts[j-1].to
	if !publicSpoke.MatchString(head(s[end:], 200)) {
		return nil, i
	}
	return &mention{from: ts[i].from, to: end, first: i, end: j, role: s[ts[i+1].from:end], kind: kindPublic, public: true}, j
}
