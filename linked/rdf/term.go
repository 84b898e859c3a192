package rdf

import (
	"strconv"
	"strings"
)

// Term is the object of a statement: a thing, named by its IRI or by a prefixed name, or a literal.
type Term struct {
	kind  termKind
	value string
	// with is the language of a text, or the datatype of any other literal as a prefixed name; empty for a plain text.
	with string
}

type termKind byte

const (
	kindIRI termKind = iota
	kindName
	kindText    // with a language, or plain
	kindTyped   // with a datatype
	kindInteger // xsd:integer
	kindBool    // xsd:boolean
)

// Ref is the thing with an absolute IRI; characters that no IRI may hold are percent-encoded.
func Ref(iri string) Term { return Term{kind: kindIRI, value: Encode(iri)} }

// Name is the thing with a prefixed name such as skos:Concept.
func Name(name string) Term { return Term{kind: kindName, value: name} }

// Text is a text in a language such as en, or, if that is empty, one whose language is not known.
func Text(text, language string) Term {
	return Term{kind: kindText, value: valid(text), with: language}
}

// Typed is a literal of a datatype, such as xsd:date.
func Typed(value, datatype string) Term {
	return Term{kind: kindTyped, value: valid(value), with: datatype}
}

// Int is a whole number.
func Int(n int) Term { return Term{kind: kindInteger, value: strconv.Itoa(n)} }

// Bool is true or false.
func Bool(b bool) Term { return Term{kind: kindBool, value: strconv.FormatBool(b)} }

// Decimal is a number, written without exponent.
func Decimal(f float64) Term { return Typed(strconv.FormatFloat(f, 'f', -1, 64), "xsd:decimal") }

// Date is a day, as 2017-01-11.
func Date(day string) Term { return Typed(day, "xsd:date") }

// DateTime is a moment in RFC 3339.
func DateTime(moment string) Term { return Typed(moment, "xsd:dateTime") }

// valid is the text as UTF-8: databases hold nothing else, and no format of RDF can write anything else.
func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// Encode makes an IRI of a text: what no IRI may hold (blanks, quotes, angle brackets, braces, control characters) is
// percent-encoded. A reader of JSON-LD silently drops statements with such an IRI, and one of N-Triples fails on it.
func Encode(iri string) string {
	if !strings.ContainsFunc(iri, illegal) {
		return iri
	}
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(iri) {
		c := iri[i]
		switch {
		case c < 0x80 && illegal(rune(c)):
			b.WriteByte('%')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return valid(b.String())
}

// illegal says which characters the formats refuse within an IRI.
func illegal(r rune) bool {
	switch r {
	case '<', '>', '"', '{', '}', '|', '^', '`', '\\':
		return true
	}
	return r <= ' ' || r == 0x7F || r == 0xFFFD
}
