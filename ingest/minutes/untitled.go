package minutes

import (
	"strings"
)

// readUntitled reads a name without a title: one that the item has given before, one with a role behind
// it, or one that begins with a common given name or an initial.
func readUntitled(s string, ts []token, i int, known map[string]bool) (*mention, int) {
	if !capital(ts[i].text) {
		return nil, i
	}
	n, ok := readName(s, ts, i, false)
	if !ok || n.words < 2 || n.onlyInitial {
		return nil, i
	}
	if r, ok := readRole(s, ts, i); ok && r.next > n.next {
		return nil, i
	}
	m := mention{from: ts[i].from, to: n.endName, first: i, end: n.next, name: n.name, kind: kindOther, untitled: true}
	next := readBearing(s, ts, n.next, &m)
	m.end = next
	if known[plain(n.name)] {
		return &m, next
	}
	if m.role != "" && !n.given && orgWords(n.name) {
		return nil, n.next // "Leisure Facilities (Head of Service ...)"
	}
	if m.role == "" {
		doubtful := n.given && surnameToo[plain(lastWord(n.name))]
		if bodyEnd(n.name) && !doubtful || !n.given && (orgWords(n.name) || n.words > 3) {
			return nil, n.next
		}
		m.bare = true
		m.strange = !n.given || doubtful
	}
	return &m, next
}

// placeEnds end the names of places and things that begin like a person: George Street, St John's Ward.
var placeEnds = wordSet(`street road lane avenue close drive way place square gardens park house court hall school centre center building buildings ward hospital library
 bridge green hill wood farm mill works estate terrace crescent village town city island church college university academy station trust fund plan scheme review
 report limited ltd llp plc associates partnership foundation act bill order rule committee council board award cup day wharf yard quarter pavilion lodge field fields
 common lake river valley primary grammar surgery hotel inn arms theatre museum gallery stadium leisure market`)

// orgWords says that a name has a word of the names of organisations: Internal Audit, Thames Water.
func orgWords(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if organisation[w] || placeEnds[w] || bodyNouns[w] || months[w] > 0 || w == "thames" {
			return true
		}
	}
	return false
}

var organisation = wordSet(`audit internal external water thames highways england scotland wales network rail services gas grid digital community communities care public
 private strategic business enterprise economic growth homes home housing transport natural environment environmental historic heritage sport sports arts culture tourism
 fire rescue ambulance crime justice probation prison youth young people families family mental healthwatch active travel climate waste recycling energy carbon flood
 highway traffic parking licensing trading standards regulatory democratic electoral elections member support customer revenue revenues benefits treasury capital pension
 pensions risk governance information technology data human resources workforce training skills employment learning schools early years special needs emergency
 civil contingency royal british united kingdom european bank barclays santander friends citizens advice age save first second third phase stage option options
 annual quarterly monthly final draft general common purpose best value key performance indicators medium term financial working time full part statement accounts
 open space spaces green belt core equality impact assessment privacy act freedom safeguarding adoption fostering corporate parenting delivery model operational
 independent representatives staff trade union unions chamber commerce development site land street sub joint integrated pre-decision overview`)

// surnameToo are words of placeEnds that are surnames as well: behind a given name they need a verb.
var surnameToo = wordSet(`lane hill wood green hall field fields mill bridge park church house lake day way close cup court market farm marsh page ward west north east south may green law best new`)

func lastWord(s string) string { return s[strings.LastIndex(s, " ")+1:] }

func bodyEnd(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return placeEnds[words[len(words)-1]] || strings.HasSuffix(name, "'s") || bodyNouns[words[len(words)-1]]
}
