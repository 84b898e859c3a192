package load

import (
	"slices"

	"councilgraph/ingest/link"
)

// placebook is what a page claims of places: in the first pass over the page the claims are noted, in the
// later ones it says which nodes they were found to be.
type placebook struct {
	units  []unit       // claims that can only be settled together
	bodies []link.Place // claims of committees
	keys   map[string]string
	// settled says that keys are what the claims were found to be: before that they are noted.
	settled bool
}

// unit is the claims of a page that can only be settled together: a meeting with its items, an issue, a
// decision.
type unit struct {
	source int64  // id
	root   string // At of the first of them
	places []link.Place
	keys   []string // of the nodes that they were found to be, beside places
}

// key is the key of the node that a claim is found to be, "" where it is none. While claims are noted it is
// the claim's own place.
func (b *placebook) key(root string, p link.Place) string {
	if b.settled {
		return b.keys[p.At]
	}
	if p.Kind == link.Committee {
		b.bodies = append(b.bodies, p)
		return p.At
	}
	i := slices.IndexFunc(b.units, func(u unit) bool { return u.root == root })
	if i < 0 {
		i = len(b.units)
		b.units = append(b.units, unit{root: root})
		if body := b.body(p.Parent); body.At != "" {
			b.units[i].places = []link.Place{body}
		}
	}
	b.units[i].places = append(b.units[i].places, p)
	return p.At
}

// body is the claim of a committee that stands at a place of the page, the zero Place for none.
func (b *placebook) body(at string) link.Place {
	for _, p := range b.bodies {
		if at != "" && p.At == at {
			return p
		}
	}
	return link.Place{}
}
