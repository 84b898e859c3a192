package link

import "strings"

// Words before a name that are no part of it, folded. "" is a title that says nothing of the person's sex.
var titleSex = map[string]string{
	"councillor": "", "councillors": "", "cllr": "", "cllrs": "", "clr": "", "clrs": "", "cyng": "", "cynghorydd": "", "cynghorwyr": "",
	"alderman": "", "aldermen": "", "alderwoman": "f", "bailie": "", "baillie": "", "provost": "", "mayor": "", "mayoress": "f",
	"the": "", "right": "", "rt": "", "hon": "", "honourable": "", "worshipful": "", "county": "", "borough": "", "town": "", "parish": "", "community": "",
	"mr": "m", "mister": "m", "messrs": "m", "sir": "m", "mrs": "f", "miss": "f", "ms": "f", "lady": "f", "dame": "f", "baroness": "f",
	"mx": "", "dr": "", "doctor": "", "prof": "", "professor": "", "rev": "", "revd": "", "reverend": "", "canon": "",
	"lord": "", "father": "m", "captain": "", "capt": "", "major": "", "colonel": "", "lt": "", "col": "", "pc": "", "inspector": "", "sergeant": "",
}

// memberTitles are the titles that only elected members bear.
var memberTitles = wordSet("councillor councillors cllr cllrs clr clrs cyng cynghorydd cynghorwyr alderman aldermen alderwoman bailie baillie")

// Titles that are also surnames are titles only where a word follows, and those that are also given names only where two follow.
var (
	surnameToo = wordSet("lord father right town county borough parish community provost bailie captain sergeant inspector doctor major canon")
	givenToo   = wordSet("major canon")
)

// honours stand behind a name and are no part of it, folded and without dots.
var honours = wordSet(`mbe obe cbe kbe dbe gbe bem jp dl mp msp mep ms am as td qc kc vc gm rd qpm qfsm ba bsc ma msc phd esq frsa cvo mvo kcb cb cmg mbchb
 frcs rgn llb dphil kt bt ksg fca cpfa mrtpi mciob prm kcvo`)

// suffixes tell two people of one name apart, folded.
var suffixes = map[string]string{"jnr": "jnr", "jr": "jnr", "junior": "jnr", "jun": "jnr", "snr": "snr", "sr": "snr", "senior": "snr", "sen": "snr"}

// particles begin surnames of more than one word, folded.
var particles = wordSet("de da di del della dos du van von der den ten ter le la st ap ab ferch bin ibn al el")

// misspeltTitle says that a word is "councillor" as it is often mistyped: councilor, councillllor, counciller.
func misspeltTitle(w string) bool {
	rest, ok := strings.CutPrefix(w, "counc")
	if !ok {
		rest, ok = strings.CutPrefix(w, "couc")
	}
	if !ok {
		return false
	}
	rest = strings.TrimSuffix(rest, "s")
	return strings.HasPrefix(strings.TrimPrefix(rest, "i"), "l") && (strings.HasSuffix(rest, "or") || strings.HasSuffix(rest, "er") || strings.HasSuffix(rest, "ro"))
}

func isTitle(w string) bool {
	_, ok := titleSex[w]
	return ok || misspeltTitle(w)
}

func isMemberTitle(w string) bool { return memberTitles[w] || misspeltTitle(w) }

// elsewhere says whether a title is that of a member of a parish, town or community council, which is another council.
func elsewhere(title string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(title), " ")
	switch foldWord(first) {
	case "parish", "town", "community":
		next, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
		return isMemberTitle(foldWord(next))
	}
	return false
}

// titleFacts are what the titles before a name say: whether the bearer is a member, and "m", "f" or "".
func titleFacts(words []string) (member bool, sex string) {
	for _, w := range words {
		member = member || isMemberTitle(w)
		if s := titleSex[w]; s != "" {
			sex = s
		}
	}
	return member, sex
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
