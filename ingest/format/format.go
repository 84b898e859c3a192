// Package format turns a fetched document into the facts that it states: it decodes the bytes, tells
// which source format they are and hands them to that format's parser. It touches neither network nor clock.
package format

import (
	"fmt"

	"councilgraph/ingest/format/certainty"
	"councilgraph/ingest/format/cmis"
	"councilgraph/ingest/format/moderngovtext"
	"councilgraph/ingest/record"
)

// Parse reads a document. Spans of the page count Unicode code points of Page.Text, the rendering that
// was read. The errors it wraps are those of this package (errors.go), and for what a web service answers
// those of package moderngovxml.
func Parse(doc record.Document) (record.Page, error) {
	page, err := parse(doc)
	if err == nil {
		certainty.Weigh(&page)
		page.Bound()
	}
	return page, err
}

// parse hands the document to the format that it is written in.
func parse(doc record.Document) (record.Page, error) {
	text, err := decode(doc.Bytes)
	if err != nil {
		return record.Page{}, fmt.Errorf("%s: %w", name(doc), err)
	}
	if page, mine, err := parseService(text, doc); err != nil {
		return record.Page{}, fmt.Errorf("%s: %w", name(doc), err)
	} else if mine {
		return page, nil
	}
	if isMarkup(text) {
		page, err := parseMarkup(text, doc)
		if err != nil {
			return record.Page{}, fmt.Errorf("%s: %w", name(doc), err)
		}
		return page, nil
	}
	if page, ok := cmis.ParseText(text, doc); ok {
		return page, nil
	}
	if page, ok := moderngovtext.Parse(text, doc); ok {
		return page, nil
	}
	return record.Page{}, fmt.Errorf("%s: %w", name(doc), notCouncil(text))
}

// name says which document a message is about.
func name(doc record.Document) string {
	switch {
	case doc.Name != "":
		return doc.Name
	case doc.URL != "":
		return doc.URL
	}
	return "document"
}
