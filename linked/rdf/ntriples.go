package rdf

// NTriples are the statements one a line, each complete in itself.
func (g *Graph) NTriples() []byte { return g.lines(nil, "") }

// AppendNQuads writes the statements one a line, each with the name of the graph that it belongs to, an absolute IRI.
func (g *Graph) AppendNQuads(b []byte, graph string) []byte {
	return g.lines(b, " <"+Encode(graph)+">")
}

func (g *Graph) lines(b []byte, end string) []byte {
	for _, s := range g.subjects {
		for _, p := range s.predicates {
			property := g.expand(p.name)
			for _, o := range p.objects {
				b = append(append(append(b, '<'), s.iri...), "> <"...)
				b = append(append(b, property...), "> "...)
				b = g.appendTerm(b, o)
				b = append(append(b, end...), " .\n"...)
			}
		}
	}
	return b
}

func (g *Graph) appendTerm(b []byte, t Term) []byte {
	switch t.kind {
	case kindIRI:
		return append(append(append(b, '<'), t.value...), '>')
	case kindName:
		return append(append(append(b, '<'), g.expand(t.value)...), '>')
	case kindText:
		b = appendString(b, t.value)
		if t.with != "" {
			b = append(append(b, '@'), t.with...)
		}
		return b
	case kindInteger:
		return append(append(appendString(b, t.value), "^^<"+prefixes["xsd"]...), "integer>"...)
	case kindBool:
		return append(append(appendString(b, t.value), "^^<"+prefixes["xsd"]...), "boolean>"...)
	default:
		b = append(appendString(b, t.value), "^^<"...)
		return append(append(b, g.expand(t.with)...), '>')
	}
}
