package vocabulary

import (
	"strings"

	"councilgraph/linked/mapping"
	"councilgraph/linked/rdf"
)

// Graph is the vocabulary of a server in RDF.
func Graph(base string) (*rdf.Graph, error) {
	schemes, err := Schemes()
	if err != nil {
		return nil, err
	}
	ns := mapping.Vocabulary(base)
	g := rdf.New(map[string]string{"cd": ns})
	whole := strings.TrimSuffix(ns, "#")
	g.About(whole).Is("owl:Ontology").Add("dct:title", rdf.Text("Terms of councils' records", "en")).
		Add("dct:description", rdf.Text("What ORG, FOAF, schema.org, PROV and Popolo have no word for in the records of UK councils' meetings.", "en"))
	for _, t := range Classes() {
		s := g.About(ns+t.Name).Is("owl:Class", "rdfs:Class").Add("rdfs:label", rdf.Text(words(t.Name), "en")).Add("rdfs:comment", rdf.Text(t.About, "en"))
		for _, u := range t.Under {
			s.Add("rdfs:subClassOf", rdf.Name(u))
		}
		for _, c := range t.Close {
			s.Add("skos:closeMatch", rdf.Ref(c))
		}
		s.Add("rdfs:isDefinedBy", rdf.Ref(whole))
	}
	for _, t := range Properties() {
		kind := "owl:ObjectProperty"
		if strings.HasPrefix(t.Is, "xsd:") {
			kind = "owl:DatatypeProperty"
		}
		s := g.About(ns+t.Name).Is(kind, "rdf:Property").Add("rdfs:label", rdf.Text(words(t.Name), "en")).Add("rdfs:comment", rdf.Text(t.About, "en"))
		if t.Of != "" {
			s.Add("rdfs:domain", rdf.Name(t.Of))
		}
		// A text can have a language, and then it is no xsd:string.
		if t.Is != "" && t.Is != text {
			s.Add("rdfs:range", rdf.Name(t.Is))
		}
		s.Add("rdfs:isDefinedBy", rdf.Ref(whole))
	}
	for _, l := range schemes {
		list := ns + l.Name + "-list"
		g.About(list).Is("skos:ConceptScheme").Add("skos:prefLabel", rdf.Text(label(strings.ReplaceAll(l.Name, "-", "_")), "en")).
			Add("skos:definition", rdf.Text(l.About, "en"))
		for _, v := range l.Values {
			s := g.About(ns + mapping.ConceptName(l.Name, v)).Is("skos:Concept")
			if l.Role {
				s.Is("org:Role")
			}
			s.Add("skos:prefLabel", rdf.Text(label(v), "en")).Add("skos:notation", rdf.Text(v, "")).Add("skos:inScheme", rdf.Ref(list)).
				Add("skos:topConceptOf", rdf.Ref(list))
		}
	}
	return g, nil
}

// words are the words of a name: AgendaItem is agenda item.
func words(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}
