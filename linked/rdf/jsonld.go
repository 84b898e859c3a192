package rdf

// JSONLD are the statements as JSON-LD 1.1, with a context of prefixes alone that stands in the document itself: nobody
// needs to fetch another. It holds no < that could end an element of HTML, so that it may stand in a page as it is.
func (g *Graph) JSONLD() []byte {
	b := []byte("{\n  \"@context\": {")
	for i, prefix := range g.used() {
		if i > 0 {
			b = append(b, ',')
		}
		iri, _ := g.namespace(prefix)
		b = append(b, "\n    "...)
		b = append(appendString(b, prefix), ": "...)
		b = appendString(b, iri)
	}
	b = append(b, "\n  },\n  \"@graph\": ["...)
	first := true
	for _, s := range g.subjects {
		if len(s.predicates) == 0 {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(b, "\n    {\n      \"@id\": "...)
		b = appendHTMLSafe(b, s.iri)
		for _, p := range s.predicates {
			b = append(b, ",\n      "...)
			if p.name == "rdf:type" {
				b = append(b, `"@type"`...)
			} else {
				b = appendString(b, p.name)
			}
			b = append(b, ": "...)
			b = g.appendObjects(b, p)
		}
		b = append(b, "\n    }"...)
	}
	return append(b, "\n  ]\n}\n"...)
}

func (g *Graph) appendObjects(b []byte, p predicate) []byte {
	if len(p.objects) > 1 {
		b = append(b, '[')
	}
	for i, o := range p.objects {
		if i > 0 {
			b = append(b, ", "...)
		}
		if p.name == "rdf:type" {
			b = appendHTMLSafe(b, o.value)
			continue
		}
		switch o.kind {
		case kindIRI, kindName:
			b = append(appendHTMLSafe(append(b, `{"@id": `...), o.value), '}')
		case kindInteger, kindBool:
			b = append(b, o.value...)
		case kindText:
			if o.with == "" {
				b = appendHTMLSafe(b, o.value)
				continue
			}
			b = appendHTMLSafe(append(b, `{"@value": `...), o.value)
			b = append(appendString(append(b, `, "@language": `...), o.with), '}')
		default:
			b = appendHTMLSafe(append(b, `{"@value": `...), o.value)
			b = append(appendString(append(b, `, "@type": `...), o.with), '}')
		}
	}
	if len(p.objects) > 1 {
		b = append(b, ']')
	}
	return b
}

// appendHTMLSafe writes a text as JSON that an element of HTML can hold.
func appendHTMLSafe(b []byte, s string) []byte {
	start := len(b)
	b = appendString(b, s)
	for i := start; i < len(b); i++ {
		if b[i] == '<' || b[i] == '>' || b[i] == '&' {
			return append(b[:start], htmlSafe(b[start:])...)
		}
	}
	return b
}

func htmlSafe(b []byte) []byte {
	out := make([]byte, 0, len(b)+20)
	for _, c := range b {
		switch c {
		case '<':
			out = append(out, `\u003C`...)
		case '>':
			out = append(out, `\u003E`...)
		case '&':
			out = append(out, `\u0026`...)
		default:
			out = append(out, c)
		}
	}
	return out
}
