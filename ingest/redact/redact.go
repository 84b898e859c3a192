// Package redact removes what no page may carry into the store: home addresses, telephone numbers,
// e-mail addresses, dates of birth, National Insurance numbers and signatures. It works on the bytes as they were received, before anything reads or
// keeps them, whatever the format: text, HTML or XML.
//
// Numbers of telephones and e-mail addresses go wherever they stand, those of offices too, because a page
// seldom says which are private. Sums of money, dates, times, minute numbers and references stay.
// Redacting twice changes nothing. Time grows in line with the size.
package redact

import (
	"bytes"
	"strings"

	"councilgraph/ingest/record"
)

// The texts that stand where something was removed.
const (
	EmailRemoved     = "[email removed]"
	PhoneRemoved     = "[phone removed]"
	AddressRemoved   = "[address removed]"
	SignatureRemoved = "[signature removed]"
	BirthRemoved     = "[date of birth removed]"
	NumberRemoved    = "[number removed]"
)

// Redact returns the document without what is private, and how many removals that took. The document's
// SHA256 stays that of the bytes as received; the bytes given are not changed.
func Redact(doc record.Document) (record.Document, int) {
	text, encode := decode(doc.Bytes)
	if bytes.IndexByte(text, 0) >= 0 && !isText(doc.MediaType) {
		// Neither named nor built as text: no reader takes it further.
		return doc, 0
	}
	total := 0
	known := homes{}
	for _, step := range []func([]byte) ([]byte, int){
		func(b []byte) ([]byte, int) { return removeElements(b, known) },
		func(b []byte) ([]byte, int) { return removeAddresses(b, tellsOfPrivatePersons(doc.URL, b), known) },
		func(b []byte) ([]byte, int) { return removeHomes(b, known) },
		removeIdentifiers,
		removeSignatures,
		removeEmails,
		removePhones,
	} {
		var n int
		text, n = step(text)
		total += n
	}
	if total == 0 {
		return doc, 0
	}
	doc.Bytes = encode(text)
	return doc, total
}

func isText(mediaType string) bool {
	return strings.HasPrefix(mediaType, "text/") || strings.HasSuffix(mediaType, "xml") || strings.HasSuffix(mediaType, "json")
}
