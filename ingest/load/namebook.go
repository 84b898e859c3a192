package load

import (
	"strconv"

	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// namebook is whom a page names: in one pass over the page the namings are noted, in the next it says who
// they were found to be.
type namebook struct {
	namings []naming
	at      map[link.Mention]int // by what the page says, without its place
	settled bool
}

// naming is somebody whom a page names. Namings of a page that say the same are one.
type naming struct {
	mention link.Mention
	span    record.Span // of the first
	answer  answer
}

// answer is who a naming was found to be, as the store keeps it. People are named by their keys, and what
// decided it by the names of the namings.
type answer struct {
	Person     string   `json:"person,omitempty"`
	Rule       string   `json:"rule,omitempty"`
	Because    []string `json:"because,omitempty"`
	Candidates []string `json:"candidates,omitempty"`
}

// find is the naming that says this; a new one while namings are noted. Nil says that there is none.
func (b *namebook) find(m link.Mention, span record.Span) *naming {
	m.Ref = link.Ref{}
	i, known := b.at[m]
	if !known {
		if b.settled {
			return nil
		}
		if b.at == nil {
			b.at = map[link.Mention]int{}
		}
		i = len(b.namings)
		b.at[m] = i
		n := naming{mention: m, span: span}
		n.mention.At = strconv.Itoa(i)
		b.namings = append(b.namings, n)
	}
	return &b.namings[i]
}
