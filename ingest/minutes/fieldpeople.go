package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

var fieldCut = regexp.MustCompile(`(?i)[\s\x{a0},]*(?:\be-?mail\b|\btel(?:ephone)?\b|\bphone\b)[:.]?[^,;]*[,;]?|\([^)]*\d{3}[^)]*\)`)

// sightField reads the value of a label: names and roles that it lists are mentioned.
func sightField(f Field) []sighting {
	if starter.MatchString(f.Label) {
		return sightStarter(f)
	}
	if !bodyLabel.MatchString(strings.TrimSpace(f.Label)) {
		l := readLine(f.Value, 0, nil)
		return sightLine(&l, "", "")
	}
	var out []sighting
	at := 0
	cuts := append(fieldCut.FindAllStringIndex(f.Value.Text, -1), []int{len(f.Value.Text), len(f.Value.Text)})
	for _, c := range cuts {
		piece := Paragraph{f.Value.Text[at:c[0]], f.Value.Start + at}
		at = c[1]
		out = append(out, sightPiece(piece, f.Label)...)
	}
	return out
}

// sightPiece reads "Philippa M, Engineer", "Leader of the Council", "Chief Executive, Director of Property".
func sightPiece(p Paragraph, label string) []sighting {
	l := readLine(p, 0, nil)
	if len(l.mentions) == 0 {
		i := 0
		for i < len(l.ts) && !l.ts[i].word {
			i++
		}
		if i < len(l.ts) && capital(l.ts[i].text) {
			if n, ok := readName(p.Text, l.ts, i, false); ok && n.words >= 2 && !n.onlyInitial && !bodyEnd(n.name) {
				m := mention{from: l.ts[i].from, to: n.endName, first: i, end: n.next, name: n.name, kind: kindOfficer, untitled: true}
				next := readBearing(p.Text, l.ts, n.next, &m)
				if m.role == "" && next+1 < len(l.ts) && l.ts[next].text == "," && l.ts[next+1].word && capital(l.ts[next+1].text) {
					end := departmentWords(p.Text, l.ts, next+1)
					m.setRole(p.Text[l.ts[next+1].from:l.ts[end-1].to], kindOfficer)
				}
				l.mentions = append(l.mentions, m)
			}
		}
	}
	var out []sighting
	for _, m := range l.mentions {
		if m.name != "" && m.kind == kindOther {
			m.kind = kindOfficer
			if strings.Contains(strings.ToLower(label), "member") {
				m.kind = kindMember
			}
		}
		if m.name != "" && m.role == "" && strings.HasPrefix(strings.ToLower(label), "report author") {
			m.role = "Report author"
		}
		m.lower, m.bare = false, false
		if m.name != "" && m.role == "" && m.end+1 < len(l.ts) && l.ts[m.end].text == "," && capital(l.ts[m.end+1].text) && l.ts[m.end+1].word {
			if end := departmentWords(p.Text, l.ts, m.end+1); end > m.end+1 {
				m.setRole(p.Text[l.ts[m.end+1].from:l.ts[end-1].to], m.kind)
			}
		}
		out = append(out, sighting{mention: m, part: part{howMentioned, "label", false}, place: p.At(m.from, m.to, "label"), quote: p.Text[m.from:m.to], label: true})
	}
	return out
}

// sightStarter reads who began a petition: a name, or words such as "a resident of".
func sightStarter(f Field) []sighting {
	v := strings.TrimSpace(f.Value.Text)
	if v == "" {
		return nil
	}
	at := strings.Index(f.Value.Text, v)
	m := mention{from: at, to: at + len(v), role: "petition starter", kind: kindPublic}
	if ts := tokens(v); len(ts) > 0 {
		t, _, _ := readTitle(ts, 0)
		if n, ok := readName(v, ts, t, t > 0); ok && (n.next == len(ts) || n.words > 1 && ts[n.next].text == "(") {
			m.name = n.name
		}
	}
	p := f.Value.At(m.from, m.to, "petition-starter")
	return []sighting{{mention: m, part: part{howMentioned, "petition-starter", false}, place: p, quote: v, label: true}}
}
