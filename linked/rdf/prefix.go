package rdf

// Prefixes are the vocabularies that names may come from: short name to the IRI before each name. Own ones are added with
// New.
var prefixes = map[string]string{
	"dcat":    "http://www.w3.org/ns/dcat#",
	"dct":     "http://purl.org/dc/terms/",
	"foaf":    "http://xmlns.com/foaf/0.1/",
	"oa":      "http://www.w3.org/ns/oa#",
	"opengov": "http://www.w3.org/ns/opengov#",
	"org":     "http://www.w3.org/ns/org#",
	"owl":     "http://www.w3.org/2002/07/owl#",
	"prov":    "http://www.w3.org/ns/prov#",
	"rdf":     "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"rdfs":    "http://www.w3.org/2000/01/rdf-schema#",
	"schema":  "http://schema.org/",
	"skos":    "http://www.w3.org/2004/02/skos/core#",
	"time":    "http://www.w3.org/2006/time#",
	"void":    "http://rdfs.org/ns/void#",
	"xsd":     "http://www.w3.org/2001/XMLSchema#",
}
