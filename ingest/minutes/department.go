package minutes

// readDepartment reads what stands behind a role's head: "of the Overview and Scrutiny Committee",
// "for Children, Education and Families", ", Place", " - Customer Services". It answers the token behind.
func readDepartment(s string, ts []token, at int, head string) int {
	if at >= len(ts) || at > 0 && broken(s, ts[at-1], ts[at]) {
		return at
	}
	t := ts[at]
	// the Cabinet Member with Responsibility for Highways
	if t.low == "with" && at+3 < len(ts) && ts[at+1].low == "responsibility" && ts[at+2].low == "for" {
		if end := readDepartment(s, ts, at+2, head); end > at+2 {
			return end
		}
		return at
	}
	switch {
	case t.low == "of" || t.low == "for" || t.low == "to" || t.low == "at" && capitalAfter(ts, at+1) || t.low == "dros" || t.low == "in" && (head == "consultant" || head == "specialist" || head == "registrar"):
		j := at + 1
		for j < len(ts) && (ts[j].low == "the" || ts[j].low == "our" || ts[j].low == "its") {
			j++
		}
		if j < len(ts) && capital(ts[j].text) && ts[j].word && (t.low != "to" || bodyAhead(s, ts, j)) {
			if _, _, member := readTitle(ts, j); member || t.low == "for" && (ts[j].low == "municipal" || ts[j].low == "civic" || ts[j].low == "council") && j+1 < len(ts) && ts[j+1].low == "year" {
				return at // "elected Mayor for the Municipal Year"
			}
			return departmentList(s, ts, j, true)
		}
		return at
	case t.text == "," && departmentHeads[head]:
		j := at + 1
		if j < len(ts) && ts[j].word && capital(ts[j].text) && !personAhead(s, ts, j) && !clauseWords[ts[j].low] && !determiners[ts[j].low] {
			if end := departmentList(s, ts, j, true); lastHead(ts, j, end) < 0 {
				return end
			}
		}
	case t.text == "(" && departmentHeads[head] && at+2 < len(ts) && capital(ts[at+1].text) && ts[at+1].word && !personAhead(s, ts, at+1) && lastHead(ts, at+1, min(at+3, len(ts))) < 0:
		// the Assistant Director (Planning)
		end := departmentList(s, ts, at+1, true)
		if end < len(ts) && ts[end].text == ")" && !isAbbreviation(s[t.to:ts[end].from]) {
			return end + 1
		}
	case t.text == ":" && departmentHeads[head] && at > 1 && at+1 < len(ts) && ts[at+1].from > t.to && ts[at+1].from-t.to < 3 && capital(ts[at+1].text) && !personAhead(s, ts, at+1):
		// the Strategic Director: Resources said
		if end := departmentList(s, ts, at+1, true); end < len(ts) && ts[end].word && !capital(ts[end].text) && lastHead(ts, at+1, end) < 0 {
			return end
		}
	case (t.text == "-" || t.text == "–" || t.text == "—") && departmentHeads[head] && at+1 < len(ts) && ts[at+1].from > t.to:
		if j := at + 1; ts[j].word && capital(ts[j].text) && !personAhead(s, ts, j) {
			if end := departmentList(s, ts, j, true); lastHead(ts, j, end) < 0 {
				return end
			}
		}
	}
	return at
}

func capitalAfter(ts []token, at int) bool {
	return at < len(ts) && (capital(ts[at].text) || ts[at].low == "the" && at+1 < len(ts) && capital(ts[at+1].text))
}

func bodyAhead(s string, ts []token, j int) bool {
	for k := j; k < scanRun(s, ts, j); k++ {
		if bodyNouns[ts[k].low] {
			return true
		}
	}
	return false
}

// personAhead says that a title or a name with a common given name or initial begins at token j.
func personAhead(s string, ts []token, j int) bool {
	if t, _, _ := readTitle(ts, j); t > j {
		return true
	}
	n, ok := readName(s, ts, j, false)
	return ok && n.words >= 2 && n.given && !n.onlyInitial
}

// departmentList reads "Children, Education and Families", "School Performance and Children's Services",
// "the Overview and Scrutiny Committee". A comma goes on only in a list that "and" closes.
func departmentList(s string, ts []token, j int, commas bool) int {
	j = departmentWords(s, ts, j)
	for n := 0; n < 6; n++ {
		k := j
		comma := k < len(ts) && ts[k].text == ","
		if comma {
			k++
		}
		and := k < len(ts) && (ts[k].low == "and" || ts[k].text == "&" || ts[k].low == "a" && false)
		if and {
			k++
		}
		if k == j || k >= len(ts) || !ts[k].word || !capital(ts[k].text) || clauseWords[ts[k].low] || determiners[ts[k].low] || personAhead(s, ts, k) || broken(s, ts[k-1], ts[k]) {
			return j
		}
		end := departmentWords(s, ts, k)
		if lastHead(ts, k, end) >= 0 || and && bodySubject(ts, k, end) {
			return j
		}
		if comma && !and && !listCloses(s, ts, end) {
			return j
		}
		j = end
	}
	return j
}

// bodySubject says that a body alone stands behind "and": "Cabinet Member for Housing and Cabinet agreed".
func bodySubject(ts []token, from, end int) bool {
	return end == from+1 && (bodyNouns[ts[from].low] || clauseWords[ts[from].low])
}

func listCloses(s string, ts []token, j int) bool {
	for n := 0; n < 6 && j < len(ts); n++ {
		if ts[j].low == "and" || ts[j].text == "&" || ts[j].text == "," && j+1 < len(ts) && ts[j+1].low == "and" {
			k := j + 1
			if ts[j].text == "," {
				k++
			}
			return k < len(ts) && ts[k].word && capital(ts[k].text) && !clauseWords[ts[k].low] && !personAhead(s, ts, k)
		}
		if ts[j].text != "," || j+1 >= len(ts) || !capital(ts[j+1].text) {
			return false
		}
		j = departmentWords(s, ts, j+1)
	}
	return false
}

var bodyNouns = wordSet(`committee sub-committee subcommittee board panel cabinet council executive group forum partnership authority commission association
 opposition working-group party conference assembly trust area region`)

// departmentWords reads capital words, with "of the" and "for" between them, up to and including a body.
func departmentWords(s string, ts []token, j int) int {
	start := j
	for j < len(ts) && j-start < 12 {
		t := ts[j]
		if j > start && broken(s, ts[j-1], t) {
			return j
		}
		if !t.word {
			if t.text == "/" && j+1 < len(ts) && capital(ts[j+1].text) {
				j++
				continue
			}
			return j
		}
		if capital(t.text) {
			if j > start && (clauseWords[t.low] || memberTitles[t.low] || givenNames[t.low] && personAhead(s, ts, j)) {
				return j
			}
			j++
			continue
		}
		// "Chair of the Council of Governors"
		if (t.low == "of" || t.low == "for") && j+1 < len(ts) && (capital(ts[j+1].text) && ts[j+1].word || ts[j+1].low == "the" && j+2 < len(ts) && capital(ts[j+2].text)) {
			j++
			if ts[j].low == "the" {
				j++
			}
			continue
		}
		return j
	}
	return j
}
