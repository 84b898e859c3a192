package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// The kinds of people, as the record names them.
const (
	kindMember  = "councillor"
	kindOfficer = "officer"
	kindPublic  = "public"
	kindOther   = "other"
)

// A mention is one place where a paragraph names a person, a role, or both.
type mention struct {
	par        int    // index of its paragraph
	from, to   int    // bytes as written: the name with its title, or the role with its article
	first, end int    // tokens of the whole mention, a role before or behind the name included
	name       string // "" for a role alone
	title      string
	role       string
	kind       string
	lower      bool // a role without capitals and without department
	bare       bool // a name without title, role or other sign that it is one
	untitled   bool
	strange    bool // a bare name whose first word is no common given name
	public     bool // a member of the public without a name, who spoke
}

// A line is a paragraph cut into tokens, with its mentions.
type line struct {
	p        Paragraph
	ts       []token
	mentions []mention
}

var (
	publicRole = regexp.MustCompile(`(?i)\b(objectors?|supporters?|applicants?|agent|residents?|petitioner|lead petitioner|member of the public|architect|neighbours?|witness(?:es)?|appellant|complainant|questioner|licensee|householder|speaking (?:for|against|in support)|parent|landowner|public speaker|campaigner)\b`)
	orgRole    = regexp.MustCompile(`\b(NHS|Police|Trust|Foundation|University|College|Healthwatch|Integrated Care|Fire|Voluntary|Church|Chamber of Commerce|Union|Ltd|Limited|LLP|plc|Ombudsman|Housing Association|External|Grant Thornton|Deloitte|KPMG|Ernst|Mazars|Independent)\b`)
)

// readLine finds the mentions of a paragraph. known holds names that the item gives with a title or a
// role, so that they are found again without.
func readLine(p Paragraph, par int, known map[string]bool) line {
	return readTokens(p, tokens(p.Text), par, known)
}

// readTokens is readLine of a paragraph that has been cut into tokens.
func readTokens(p Paragraph, ts []token, par int, known map[string]bool) line {
	l := line{p: p, ts: ts}
	s := p.Text
	var spread *mention // the last of a list of members that a bracket interrupts
	for i := 0; i < len(ts); {
		if !ts[i].word {
			if ts[i].text == ")" && spread != nil {
				if ms, next := continueList(s, ts, i+1, *spread); next > i+1 {
					l.add(par, ms)
					i = next
					continue
				}
			}
			if ts[i].text == "." || ts[i].text == ";" {
				spread = nil
			}
			i++
			continue
		}
		if ms, plural, next := readTitled(s, ts, i); next > i {
			l.add(par, ms)
			if plural {
				spread = &ms[len(ms)-1]
			}
			i = next
			continue
		}
		if m, next := readRoleMention(s, ts, i); next > i {
			if m != nil {
				l.add(par, []mention{*m})
			}
			i = next
			continue
		}
		if m, next := readPublic(s, ts, i); m != nil {
			l.add(par, []mention{*m})
			i = next
			continue
		}
		if m, next := readUntitled(s, ts, i, known); next > i {
			if m != nil {
				l.add(par, []mention{*m})
			}
			i = next
			continue
		}
		i++
	}
	return l
}

func (l *line) add(par int, ms []mention) {
	for _, m := range ms {
		m.par = par
		l.mentions = append(l.mentions, m)
	}
}

func (m *mention) setRole(role, kind string) {
	m.role = strings.Join(strings.Fields(strings.ReplaceAll(role, "\u00a0", " ")), " ")
	if m.kind != kindMember {
		m.kind = kind
	}
}
