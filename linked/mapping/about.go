package mapping

import (
	"net/url"
	"strings"
	"time"

	"councilgraph/ent"
	"councilgraph/linked/rdf"
)

// about is one description in the making.
type about struct {
	*rdf.Subject // the thing

	m        *Mapper
	graph    *rdf.Graph
	id       int
	uri, key string
	label    string
	licence  string
	// language of what the council's pages say, "" where that is not known.
	language string
	notes    []string // for the document: what was left out
	// from is the property that leads from the thing to its sources, "" where the document's says enough.
	from string
}

// begin starts the description of a thing. In Wales pages are in Welsh or in English, and nothing says which, so their
// texts have no language; elsewhere they are English.
func (m *Mapper) begin(id int, uri, key string, council *ent.Council) *about {
	g := m.New()
	page := g.About(m.pageOf(uri)) // first, for whoever reads it
	a := &about{m: m, graph: g, id: id, uri: uri, key: key, language: "en"}
	a.Subject = g.About(m.Base + uri)
	page.Is("foaf:Document").Add("foaf:primaryTopic", rdf.Ref(a.IRI()))
	if council != nil && council.Nation != nil && *council.Nation == "Wales" {
		a.language = ""
	}
	return a
}

// pageOf is the page about the thing with the address.
func (m *Mapper) pageOf(uri string) string {
	return m.Base + "/doc/" + strings.TrimPrefix(uri, "/id/")
}

// thing is a node with an address.
func (a *about) thing(uri string) rdf.Term { return rdf.Ref(a.m.Base + uri) }

// leaf is a thing without an address of its own: it is named within that of the thing that it hangs on.
func (a *about) leaf(parentURI, parentKey, key string) string {
	return a.m.Base + Leaf(parentURI, parentKey, key)
}

// Leaf is the address, such as /id/bromley#ward/bickley, of what has no document of its own: it is named within the address of what it
// hangs on, by what its key has beyond the other's.
func Leaf(parentURI, parentKey, key string) string {
	rest, ok := strings.CutPrefix(key, parentKey+"/")
	if !ok {
		rest = key
	}
	return parentURI + "#" + strings.ReplaceAll(rest, "#", "%23")
}

// named mentions a thing by its name, and is the term for it.
func (a *about) named(uri, name string) rdf.Term {
	s := a.graph.About(a.m.Base + uri)
	if name != "" {
		s.Text("schema:name", &name, "")
	}
	return rdf.Ref(s.IRI())
}

// council mentions the council.
func (a *about) council(c *ent.Council) rdf.Term { return a.named(c.URI, c.Name) }

// committee mentions a committee that may be unknown.
func (a *about) committee(property string, c *ent.Committee) {
	if c != nil {
		a.Add(property, a.named(c.URI, c.Name))
	}
}

// personOf mentions a person that may be unknown.
func (a *about) personOf(s *rdf.Subject, property string, p *ent.Person) {
	if p != nil {
		s.Add(property, a.named(p.URI, p.Name))
	}
}

// concept is a value of one of the closed lists, such as cd:outcome-approved.
func concept(list, value string) rdf.Term { return rdf.Name("cd:" + ConceptName(list, value)) }

// ConceptName is the local name of a value of a closed list: committee-kind and FULL_COUNCIL give
// committee-kind-full-council.
func ConceptName(list, value string) string {
	return list + "-" + strings.ToLower(strings.ReplaceAll(value, "_", "-"))
}

// page states the address of a page or file on the web, where it is one.
func page(s *rdf.Subject, property string, address *string) {
	if address == nil {
		return
	}
	if u, err := url.Parse(*address); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
		s.Add(property, rdf.Ref(*address))
	}
}

// day states a day that may be missing; what is no day of the calendar is left out.
func day(s *rdf.Subject, property string, d *string) {
	if d != nil {
		if _, err := time.Parse(time.DateOnly, *d); err == nil {
			s.Date(property, d)
		}
	}
}

// moment states a time of a day, in local time; the day alone where the time is not known.
func moment(s *rdf.Subject, property string, d, at *string) {
	if d != nil && at != nil {
		if _, err := time.Parse("2006-01-02 15:04", *d+" "+*at); err == nil {
			s.Add(property, rdf.DateTime(*d+"T"+*at+":00"))
			return
		}
	}
	day(s, property, d)
}

// instant states a moment in UTC that may be missing.
func instant(s *rdf.Subject, property string, at *string) {
	if at != nil {
		if t, err := time.Parse(time.RFC3339, *at); err == nil {
			s.Add(property, rdf.DateTime(t.UTC().Format(time.RFC3339)))
		}
	}
}

// itself writes a thing's own term for a subject of the graph.
func itself(s *rdf.Subject) rdf.Term { return rdf.Ref(s.IRI()) }
