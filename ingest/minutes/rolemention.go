package minutes

import (
	"strings"
)

// readRoleMention reads "the Head of Housing", "Portfolio Holder for Finance, Councillor A Smith" and
// "Chief Executive (Mr D Lavery)". A mention without a name stands for the role alone.
func readRoleMention(s string, ts []token, i int) (*mention, int) {
	j := i
	article := false
	for j < len(ts) && j-i < 3 && determiners[ts[j].low] {
		article = true
		j++
	}
	if j >= len(ts) || article && broken(s, ts[j-1], ts[j]) {
		return nil, i
	}
	low := !capital(ts[j].text)
	if low && (!article || ts[i].low != "the" && ts[i].low != "our") {
		return nil, i
	}
	r, ok := readRole(s, ts, j)
	if !ok {
		return nil, i
	}
	m := mention{from: ts[i].from, to: r.to, first: i, end: r.next, role: strings.Join(strings.Fields(strings.ReplaceAll(r.text, "\u00a0", " ")), " "), kind: kindOfWords(r.text, r.kind)}
	m.lower = r.lower && !r.tail
	if !r.before && !r.tail && !article && !strings.Contains(s[r.from:r.to], " ") {
		m.lower = true // "Mayor" or "Director" alone, without article: weak
	}
	if article && (ts[i].low == "a" || ts[i].low == "an" || ts[i].low == "his" || ts[i].low == "her" || ts[i].low == "their" || ts[i].low == "this" || ts[i].low == "that") {
		if !r.tail && !r.before || low {
			return nil, r.next
		}
	}
	// its bearer
	k := r.next
	if k < len(ts) && ts[k].text == "(" && k+3 < len(ts) && ts[k+2].text == ")" && isAbbreviation(ts[k+1].text) && !capitalNameIn(s, ts, k+1) {
		k += 3
	}
	if end := otherRole(s, ts, k); end > k {
		// "the Director of Finance (Section 151 Officer)": one person with two roles
		m.end = end
		return &m, end
	}
	sep := ""
	if k < len(ts) && (ts[k].text == "," || ts[k].text == "(" || ts[k].text == "-" || ts[k].text == "–" || ts[k].text == ":") {
		sep = ts[k].text
		k++
		if k < len(ts) && (ts[k].low == "y" || ts[k].low == "yr") {
			k++
		}
	}
	if k < len(ts) && !broken(s, ts[max(k-1, 0)], ts[k]) {
		t, plural, member := readTitle(ts, k)
		if n, ok := readName(s, ts, t, t > k); ok && !plural && !n.onlyInitial && (t > k || n.words >= 2 && (n.given || sep == "" && n.words == 2 && !orgWords(n.name) && !bodyEnd(n.name))) && !startsRole(s, ts, k) && (t > k && sep != ":" || sep == "," || sep == "(" || sep == "-" || sep == "–" || sep == "") {
			intro := sep == "," && introOpen(s[mentionSentence(ts, i):ts[i].from])
			if !(sep == "," && member && r.kind == kindOfficer) && !intro && (sep != "(" || n.next < len(ts) && ts[n.next].text == ")") {
				m.name, m.from, m.to, m.end = n.name, ts[k].from, n.endName, n.next
				if t > k {
					m.title = titleWords(s[ts[k].from:ts[t-1].to], false)
				}
				if member {
					m.kind = kindMember
				}
				if sep == "(" && m.end < len(ts) && ts[m.end].text == ")" {
					m.end++
				}
				m.lower = false
				return &m, m.end
			}
		}
	}
	return &m, r.next
}

func capitalNameIn(s string, ts []token, i int) bool {
	n, ok := readName(s, ts, i, false)
	return ok && n.words >= 2
}
