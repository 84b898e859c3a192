package vocabulary

import (
	"strings"
	"time"

	"councilgraph/linked/rdf"
)

// Dataset is what is said of the data as a whole (VoID, DCAT).
type Dataset struct {
	// Base is the server's address.
	Base string
	// Version names the data as it is, Modified is when it changed last (RFC 3339), "" where it is empty.
	Version, Modified string
	// Licence and Attribution are the terms of its use.
	Licence, Attribution string
	// Examples are addresses of things, such as /id/bromley.
	Examples []string
	// Files are the bulk files that can be had.
	Files []File
}

// File is a bulk file.
type File struct {
	// Name is its name below /data/, MediaType what it is once unpacked, Format the word for it, such as ndjson.
	Name, MediaType, Format string
	// Packed says that it is packed with gzip.
	Packed bool
	Bytes  int64
	// Issued is when it was written, RFC 3339; SHA256 its checksum in hexadecimal.
	Issued, SHA256 string
}

// vocabularies are the namespaces whose words are used.
func vocabularies() []string {
	return []string{
		"http://www.w3.org/ns/org#", "http://xmlns.com/foaf/0.1/", "http://schema.org/", "http://www.w3.org/ns/prov#", "http://purl.org/dc/terms/",
		"http://www.w3.org/2004/02/skos/core#", "http://www.w3.org/2006/time#", "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/opengov#",
	}
}

// Graph describes it: the data set, what can be downloaded, the API that serves it.
func (d Dataset) Graph() *rdf.Graph {
	g := rdf.New(nil)
	at := func(path string) rdf.Term { return rdf.Ref(d.Base + path) }
	set := g.About(d.Base+"/data#dataset").Is("dcat:Dataset", "void:Dataset").
		Add("dct:title", rdf.Text("What UK councils decide", "en")).
		Add("dct:description", rdf.Text("Councils, committees, people, meetings, agenda items, resolutions and votes, read from the pages that councils publish; each fact with the words of its source.", "en")).
		Add("dct:rights", at("/data#terms")).Add("dcat:landingPage", at("/data")).Add("foaf:homepage", at("/")).
		Add("void:uriSpace", rdf.Text(d.Base+"/id/", ""))
	if d.Version != "" {
		set.Add("owl:versionInfo", rdf.Text(d.Version, ""))
	}
	moment(set, "dct:modified", d.Modified)
	for _, v := range vocabularies() {
		set.Add("void:vocabulary", rdf.Ref(v))
	}
	set.Add("void:vocabulary", at("/def/council#"))
	for _, f := range []string{"Turtle", "N-Triples", "JSON-LD"} {
		set.Add("void:feature", rdf.Ref("http://www.w3.org/ns/formats/"+f))
	}
	for _, e := range d.Examples {
		set.Add("void:exampleResource", at(e))
	}
	for _, f := range d.Files {
		d.file(g, set, f)
	}
	g.About(d.Base+"/data#api").Is("dcat:DataService").Add("dct:title", rdf.Text("GraphQL API", "en")).
		Add("dcat:endpointURL", at("/graphql")).Add("dcat:endpointDescription", at("/schema.graphql")).Add("dcat:servesDataset", rdf.Ref(set.IRI()))
	g.About(d.Base+"/data#terms").Is("dct:RightsStatement").Add("dct:description", rdf.Text(strings.TrimSpace(d.Licence+" "+d.Attribution), "en"))
	return g
}

func (d Dataset) file(g *rdf.Graph, set *rdf.Subject, f File) {
	s := g.About(d.Base+"/data#file/"+f.Name).Is("dcat:Distribution").Add("dct:title", rdf.Text(f.Name, "")).
		Add("dcat:downloadURL", rdf.Ref(d.Base+"/data/"+f.Name)).Add("dcat:byteSize", rdf.Int(int(f.Bytes))).
		Add("dcat:mediaType", rdf.Ref("https://www.iana.org/assignments/media-types/"+f.MediaType)).Add("dct:rights", rdf.Ref(d.Base+"/data#terms"))
	if f.Packed {
		s.Add("dcat:compressFormat", rdf.Ref("https://www.iana.org/assignments/media-types/application/gzip"))
	}
	if f.SHA256 != "" {
		s.Add("dct:identifier", rdf.Text("sha256:"+f.SHA256, ""))
	}
	moment(s, "dct:issued", f.Issued)
	set.Add("dcat:distribution", rdf.Ref(s.IRI()))
	if f.Format == "nquads" {
		set.Add("void:dataDump", rdf.Ref(d.Base+"/data/"+f.Name))
	}
}

func moment(s *rdf.Subject, property, at string) {
	if t, err := time.Parse(time.RFC3339, at); err == nil {
		s.Add(property, rdf.DateTime(t.UTC().Format(time.RFC3339)))
	}
}
