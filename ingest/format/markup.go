package format

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"councilgraph/ingest/format/cmis"
	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/moderngovhtml"
	"councilgraph/ingest/format/moderngovtext"
	"councilgraph/ingest/record"

	"golang.org/x/net/html"
)

// openTag begins an element that web pages are made of.
var openTag = regexp.MustCompile(`(?i)<(?:!doctype html|html|head|body|div|p|table|h[1-6]|ul|ol|span|script|form|title|meta)[\s>]`)

// isMarkup says that a text is HTML: it opens and closes elements.
func isMarkup(text string) bool {
	return strings.Contains(text, "</") && openTag.MatchString(text[:min(len(text), 1<<16)])
}

// parseMarkup reads a web page: as a page of a council's system, else as the text that it prints.
func parseMarkup(markup string, doc record.Document) (record.Page, error) {
	page, err := moderngovhtml.Parse(markup, doc)
	switch {
	case err == nil:
		return page, nil
	case errors.Is(err, moderngovhtml.ErrNoRecord):
		return record.Page{}, fmt.Errorf("%w: %w", ErrNotCouncilPage, err)
	case errors.Is(err, moderngovhtml.ErrPlain):
		return printed(page.Text, doc)
	}
	page, err = cmis.ParseMarkup(markup, doc)
	switch {
	case err == nil:
		return page, nil
	case errors.Is(err, cmis.ErrNoRecord):
		return record.Page{}, fmt.Errorf("%w: %w", ErrNotCouncilPage, err)
	}
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return record.Page{}, fmt.Errorf("%w: its markup cannot be read: %w; %s", ErrNotCouncilPage, err, accepted)
	}
	text := htmltext.Render(root, nil).String
	if err := answer(root, text); err != nil {
		return record.Page{}, err
	}
	return printed(text, doc)
}

// printed reads what a web page prints as a text.
func printed(text string, doc record.Document) (record.Page, error) {
	if page, ok := moderngovtext.Parse(text, doc); ok {
		return page, nil
	}
	return record.Page{}, notCouncil(text)
}
