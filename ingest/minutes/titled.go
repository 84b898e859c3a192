package minutes

import (
	"strings"
)

// readTitled reads "Councillor A. Smith, Cabinet Member for Y" and "Councillors A, B and C".
func readTitled(s string, ts []token, i int) (ms []mention, plural bool, next int) {
	after, plural, member := readTitle(ts, i)
	if plural && after < len(ts) && (ts[after].text == ":" || ts[after].text == "-" || ts[after].text == "–") {
		after++
	}
	if after == i || after >= len(ts) || broken(s, ts[after-1], ts[after]) {
		return nil, false, i
	}
	n, ok := readName(s, ts, after, true)
	if !ok || n.onlyInitial && !plural {
		return nil, false, i
	}
	title := titleWords(s[ts[i].from:ts[after-1].to], plural)
	kind := kindOther
	if member {
		kind = kindMember
	}
	from := ts[i].from
	if plural {
		from = ts[after].from
	}
	first := mention{from: from, to: n.endName, first: i, end: n.next, name: n.name, title: title, kind: kind}
	if i > 1 && !member && (ts[i-1].text == "," || ts[i-1].word) {
		// "The applicant, Mr Fry"
		k := i - 1
		if ts[k].text == "," {
			k--
		}
		if publicNouns[ts[k].low] && k > 0 && (determiners[ts[k-1].low] || publicHelpers[ts[k-1].low]) {
			first.setRole(ts[k].text, kindPublic)
		}
	}
	next = readBearing(s, ts, n.next, &first)
	first.end = next
	ms = []mention{first}
	if !plural {
		return ms, false, next
	}
	names := []nameAt{n}
	for {
		one, name, end := nextInList(s, ts, next, first)
		if end == next {
			break
		}
		ms, names, next = append(ms, one), append(names, name), end
	}
	shareSurname(ts, ms, names)
	return ms, true, next
}

// continueList goes on with a list of members behind a bracket: "Councillors A (substituted by B) and C".
func continueList(s string, ts []token, i int, like mention) ([]mention, int) {
	var ms []mention
	for {
		one, _, end := nextInList(s, ts, i, like)
		if end == i {
			return ms, i
		}
		ms, i = append(ms, one), end
	}
}

// nextInList reads the next name of a list of members with the title of the first; it answers i where
// the list ends.
func nextInList(s string, ts []token, i int, like mention) (mention, nameAt, int) {
	j, and, ok := listGoesOn(ts, i)
	if !ok {
		return mention{}, nameAt{}, i
	}
	title, from, after := baseTitle(like.title), j, j
	if t, _, member := readTitle(ts, j); t > j {
		// "Councillors A, Mrs B and Dr C": a courtesy title inside the list. Another member's title ends it.
		if member {
			return mention{}, nameAt{}, i
		}
		title += " " + titleWords(s[ts[j].from:ts[t-1].to], false)
		after = t
	}
	n, ok := readName(s, ts, after, true)
	if !ok || after == j && startsRole(s, ts, j) {
		return mention{}, nameAt{}, i
	}
	one := mention{from: ts[from].from, to: n.endName, first: j, end: n.next, name: n.name, title: title, kind: like.kind}
	next := readBearing(s, ts, n.next, &one)
	one.end = next
	// "Councillors A and B and Ann Smith (Head of Housing)": her role says that she is no member
	if (and || after > j) && one.role != "" && kindOfRole(one.role) == kindOfficer {
		return mention{}, nameAt{}, i
	}
	return one, n, next
}

// baseTitle is a title without the courtesy title behind it.
func baseTitle(title string) string {
	words := strings.Fields(title)
	for i, w := range words {
		if w := strings.TrimSuffix(strings.ToLower(w), "."); i > 0 && courtesyTitles[w] {
			return strings.Join(words[:i], " ")
		}
	}
	return title
}

// shareSurname gives "George and Judith Xavier" and "J. and P. Lanyon" their common surname. At the end
// of a longer list "and" may join two members of whom one has a surname that is also a given name: there
// an initial alone shares, a given name does not.
func shareSurname(ts []token, ms []mention, names []nameAt) {
	for k := 0; k+1 < len(ms); k++ {
		if names[k+1].words < 2 || names[k].next >= len(ts) || ts[names[k].next].low != "and" && ts[names[k].next].text != "&" {
			continue
		}
		given := names[k].words == 1 && givenNames[strings.ToLower(names[k].name)] && !givenOrSurname[strings.ToLower(names[k].name)] && names[k+1].given && (len(ms) == 2 || k+2 < len(ms))
		if names[k].onlyInitial || given {
			words := strings.Fields(names[k+1].name)
			ms[k].name += " " + words[len(words)-1]
		}
	}
}

func titleWords(s string, plural bool) string {
	s = strings.TrimRight(strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " "), " :–-")
	if !plural {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		switch strings.ToLower(strings.TrimSuffix(w, ".")) {
		case "councillors", "cllrs", "clrs", "bailies":
			words[i] = strings.TrimSuffix(strings.TrimSuffix(w, "."), "s")
		case "aldermen":
			words[i] = strings.Replace(w, "men", "man", 1)
		case "messrs":
			words[i] = "Mr"
		case "cynghorwyr", "gynghorwyr", "chynghorwyr":
			words[i] = "Cynghorydd"
		}
		if isMisspelt(w) {
			words[i] = strings.TrimSuffix(w, "s")
		}
	}
	return strings.Join(words, " ")
}

// listGoesOn is the token behind ",", "and", ", and", "&" or the Welsh "a"/"ac".
func listGoesOn(ts []token, i int) (next int, and, ok bool) {
	j := i
	if j < len(ts) && (ts[j].text == "," || ts[j].text == ";") {
		j++
	}
	if j < len(ts) && (ts[j].low == "and" || ts[j].text == "&" || ts[j].text == "a" || ts[j].text == "ac") {
		j++
		and = true
	}
	return j, and, j > i && j < len(ts) && ts[j].word && capital(ts[j].text)
}

func startsRole(s string, ts []token, i int) bool {
	_, ok := readRole(s, ts, i)
	return ok
}
