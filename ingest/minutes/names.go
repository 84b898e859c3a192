package minutes

import (
	"strings"
	"unicode"

	"councilgraph/internal/regexp"
)

// Titles before a name. A plural spreads over the list that follows it.
var (
	memberTitles = map[string]bool{
		"councillor": true, "councillors": true, "cllr": true, "cllrs": true, "clr": true, "clrs": true,
		"provost": true, "alderman": true, "aldermen": true, "alderwoman": true, "baillie": true, "bailie": true, "bailies": true,
		"cynghorydd": true, "cynghorwyr": true, "cyng": true, "gynghorydd": true, "gynghorwyr": true, "chynghorydd": true, "chynghorwyr": true,
	}
	pluralTitles = map[string]bool{
		"councillors": true, "cllrs": true, "clrs": true, "aldermen": true, "bailies": true, "messrs": true,
		"cynghorwyr": true, "gynghorwyr": true, "chynghorwyr": true,
	}
	courtesyTitles = map[string]bool{
		"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "prof": true, "professor": true, "sir": true,
		"dame": true, "lord": true, "lady": true, "rev": true, "revd": true, "reverend": true, "canon": true,
		"messrs": true, "mx": true, "baroness": true, "baron": true, "doctor": true, "hon": true, "rt": true, "father": true,
		"captain": true, "major": true, "colonel": true, "inspector": true, "sergeant": true, "pc": true,
	}
	// before Councillor, as part of the title: County Borough Councillor.
	titlePrefixes = map[string]bool{"county": true, "borough": true, "city": true, "town": true, "parish": true, "district": true, "community": true, "ward": true}
	honours       = regexp.MustCompile(`^(?:K?[COM]BE|KBE|DBE|BEM|J\.?P\.?|D\.?L\.?|MP|MSP|MEP|MS|AM|AS|TD|QC|KC|VC|GM|RD|QPM|QFSM|BA|BSc|MA|PhD|Esq|FRSA|CVO|MVO|KCB|CB|CMG|Jnr|Jr|Snr|Sr)\.?$`)
	nameParticle  = map[string]bool{"de": true, "del": true, "della": true, "di": true, "da": true, "van": true, "von": true, "der": true, "den": true, "ap": true, "ab": true, "al": true, "el": true, "bin": true, "ibn": true, "le": true, "la": true, "du": true, "dos": true, "ten": true, "ter": true, "y": true, "st": true, "st.": true}
	misspelt      = regexp.MustCompile(`^(?i:coun?cil+[oe]r+s?)$`)
)

// Words with a capital that are no part of a name, even behind a title: they begin a clause, a heading or
// a role. Surnames such as Hall, Green and May are not among them.
var neverInNames = wordSet(`the an this that these those there it he she they we his her their our its who which what when where why how if in on at by for from to of
 with without after before during under over and or but as is was were be been being had has have not no yes all any each both some many most i
 members member councillors councillor officers officer council councils committee committees cabinet executive board panel group forum authority subcommittee
 sub-committee mayor provost leader convener chair chairman chairwoman chairperson vice-chair vice-chairman deputy vice lead portfolio holder director head manager
 chief corporate assistant interim acting principal senior headteacher minute minutes number numbers decision decisions resolved resolution recommended agreed noted
 item items agenda report reports appendix section paragraph against abstain abstained abstention abstentions absent present apologies motion amendment
 question questions answer response reply vote votes recorded reason reasons note notes purpose title date name interest interests nature declaration declarations
 following regarding further however also then thanks thank moved seconded proposed seconder proposer mover carried lost contact venue none vacancy nobody stated asked said
 mae yn ac a'r i'r gan ar am eiliwyd cynigiwyd`)

// Words that names without a title do not hold, beside those above: a place, a service, a month, a party.
var seldomInNames = wordSet(`a page public press part time monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
 november december planning housing finance services service department office county borough district parish town city ward house street road lane avenue hall school centre
 legal democratic social care children adult adults education health police nhs trust company ltd limited plc partnership association union society
 policy plan strategy scheme budget programme project review update act regulations order rule rules standing procedure congratulations welcome
 conservative labour liberal democrat democrats green independent reform local government national international north south east west central upper lower great new old`)

// isMisspelt says that a word is "councillor" as it is often mistyped.
func isMisspelt(w string) bool {
	return len(w) >= len("councilr") && (w[0] == 'c' || w[0] == 'C') && misspelt.MatchString(w)
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// A nameAt is a name that was read at a token: its words, its honours and where it ends.
type nameAt struct {
	first, next int    // tokens of the name; next is the first token after name and honours
	endName     int    // byte where name and honours end
	name        string // without title and honours, blanks in order
	words       int
	onlyInitial bool // initials without a surname: "J." of "J. and P. Lanyon"
	given       bool // begins with a common given name or an initial
}

// readName reads a name that begins at token i: initials and capital words, at most six.
// Behind a title (titled) more words can be names than without. A title is not read here. ok is false where no name begins.
func readName(s string, ts []token, i int, titled bool) (nameAt, bool) {
	n := nameAt{first: i}
	bars := func(w string) bool {
		return neverInNames[w] || !titled && seldomInNames[w] && !(n.words > 0 && surnameToo[w] && givenNames[ts[i].low])
	}
	var parts []string
	surname := false
	j := i
	for j < len(ts) && n.words < 6 {
		t := ts[j]
		if j > i && broken(s, ts[j-1], t) {
			break
		}
		if !t.word {
			// a stray blank after the hyphen of a double name: Cawley- Harrison
			if t.text == "-" && len(parts) > 0 && ts[j-1].to == t.from && j+1 < len(ts) && ts[j+1].word && capital(ts[j+1].text) && !bars(ts[j+1].low) {
				parts[len(parts)-1] += "-" + ts[j+1].text
				j += 2
				continue
			}
			if t.text == "-" && len(parts) > 0 && surname && ts[j-1].to < t.from && j+1 < len(ts) && ts[j+1].from == t.to && capital(ts[j+1].text) && !bars(ts[j+1].low) {
				parts[len(parts)-1] += "-" + ts[j+1].text
				j += 2
				continue
			}
			break
		}
		if len(parts) > 0 && surname && honours.MatchString(t.text) {
			break
		}
		switch {
		case isInitials(t.text) && !(len(t.text) == 1 && t.text == "I" && j > i && surname):
			parts = append(parts, t.text)
		case titled && len(parts) == 0 && len(t.text) < 4 && strings.ToUpper(t.text) == t.text && j+1 < len(ts) && capital(ts[j+1].text) && !capitals(ts[j+1].text) && nameLike(ts[j+1].text) && !bars(ts[j+1].low) && !honours.MatchString(t.text):
			parts = append(parts, t.text) // initials without stops: RE Smith
		case nameParticle[t.low] && particleGoesOn(ts, j) && (len(parts) > 0 || capital(t.text) || titled && t.low != "y"):
			parts = append(parts, t.text)
			j++
			continue
		case (t.text == "Mc" || t.text == "Mac" || t.text == "O'" || t.text == "O’") && j+1 < len(ts) && ts[j+1].word && capital(ts[j+1].text) && !isInitials(ts[j+1].text):
			parts = append(parts, t.text+ts[j+1].text)
			surname = true
			n.words++
			j += 2
			continue
		case capital(t.text) && !bars(t.low) && (nameLike(t.text) || titled && capitals(t.text)) && !memberTitles[t.low] && !(courtesyTitles[t.low]):
			word := t.text
			for _, end := range []string{"'s", "’s"} {
				word = strings.TrimSuffix(word, end)
			}
			parts = append(parts, word)
			surname = true
			if word != t.text { // a possessive ends the name
				j++
				n.words++
				n.endName = t.from + len(word)
				goto done
			}
		default:
			goto done
		}
		n.words++
		j++
	}
done:
	if len(parts) == 0 {
		return nameAt{}, false
	}
	if n.endName == 0 {
		n.endName = ts[j-1].to
	}
	n.onlyInitial = !surname
	n.given = isInitials(parts[0]) || givenNames[strings.ToLower(parts[0])]
	n.name = strings.Join(parts, " ")
	if n.onlyInitial && strings.HasSuffix(n.name, ".") && n.words == 1 && len(parts[0]) > 6 {
		return nameAt{}, false
	}
	for j < len(ts) {
		k := j
		if ts[k].text == "," && k+1 < len(ts) {
			k++
		}
		if !honours.MatchString(ts[k].text) || k > j && !longHonour(ts[k].text) {
			break
		}
		n.endName = ts[k].to
		j = k + 1
	}
	n.next = j
	return n, true
}

// longHonour says that an honour is one even behind a comma.
func longHonour(s string) bool { return len(strings.Trim(s, ".")) >= 2 && strings.ToUpper(s) == s }

// nameLike says that a capital word may be a name: letters, and no abbreviation with digits.
func nameLike(w string) bool {
	lower := false
	n := 0
	for _, r := range w {
		if unicode.IsDigit(r) {
			return false
		}
		lower = lower || unicode.IsLower(r)
		n++
	}
	return lower || n > 3 || n == 3 && false
}

// particleGoesOn says that a capital word, or another particle with one, follows a particle: van der Berg.
func particleGoesOn(ts []token, j int) bool {
	for k := j + 1; k < len(ts) && k < j+3; k++ {
		if !ts[k].word {
			return false
		}
		if capital(ts[k].text) {
			return true
		}
		if !nameParticle[ts[k].low] {
			return false
		}
	}
	return false
}

// capitals says that a word is letters in capitals alone, as some pages print names.
func capitals(w string) bool {
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// broken says that a line break or a wide gap stands between two tokens.
func broken(s string, a, b token) bool {
	gap := s[a.to:b.from]
	return strings.Contains(gap, "\n\n") || strings.Contains(gap, "|") || len(gap) > 12
}

// readTitle reads the titles before a name at token i ("Councillor Mrs", "County Councillor", "Y
// Cynghorydd"): the token after them, whether they are plural, whether they are a member's.
func readTitle(ts []token, i int) (next int, plural, member bool) {
	j := i
	for j+1 < len(ts) && titlePrefixes[ts[j].low] && capital(ts[j].text) && j-i < 3 {
		j++
	}
	if j == i && j+1 < len(ts) && !capital(ts[j].text) && memberTitles[ts[j].low] && capital(ts[j+1].text) && !neverInNames[ts[j+1].low] {
		return j + 1, pluralTitles[ts[j].low], true // "ward councillors A and B"
	}
	if j > i && !(memberTitles[ts[j].low] || isMisspelt(ts[j].text)) {
		return i, false, false
	}
	for j < len(ts) && ts[j].word && capital(ts[j].text) {
		w := strings.TrimSuffix(ts[j].low, ".")
		switch {
		case memberTitles[w] || isMisspelt(ts[j].text):
			member = true
		case courtesyTitles[w]:
			// "Lord Mayor", "Major Works"
			if j+1 >= len(ts) || !capital(ts[j+1].text) || neverInNames[ts[j+1].low] && !memberTitles[ts[j+1].low] && !isInitials(ts[j+1].text) {
				if j == i || w == "major" || w == "captain" {
					return j, plural, member
				}
			}
		case w == "right" && j+1 < len(ts) && strings.HasPrefix(ts[j+1].low, "hon"):
		default:
			return j, plural, member
		}
		if pluralTitles[w] || isMisspelt(ts[j].text) && strings.HasSuffix(w, "s") {
			plural = true
		}
		j++
	}
	return j, plural, member
}
