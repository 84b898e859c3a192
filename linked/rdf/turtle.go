package rdf

// Turtle are the statements for people to read: prefixes first, then each subject with its properties.
func (g *Graph) Turtle() []byte {
	var b []byte
	for _, prefix := range g.used() {
		iri, _ := g.namespace(prefix)
		b = append(b, "@prefix "+prefix+": <"+iri+"> .\n"...)
	}
	for _, s := range g.subjects {
		if len(s.predicates) == 0 {
			continue
		}
		b = append(append(append(b, "\n<"...), s.iri...), '>')
		for i, p := range s.predicates {
			if i > 0 {
				b = append(b, " ;\n   "...)
			}
			b = append(b, ' ')
			if p.name == "rdf:type" {
				b = append(b, 'a')
			} else {
				b = append(b, p.name...)
			}
			for j, o := range p.objects {
				if j > 0 {
					b = append(b, ',')
				}
				b = append(b, ' ')
				b = g.appendTurtle(b, o)
			}
		}
		b = append(b, " .\n"...)
	}
	return b
}

func (g *Graph) appendTurtle(b []byte, t Term) []byte {
	switch t.kind {
	case kindName, kindInteger, kindBool:
		return append(b, t.value...)
	case kindTyped:
		return append(append(appendString(b, t.value), "^^"...), t.with...)
	default:
		return g.appendTerm(b, t)
	}
}
