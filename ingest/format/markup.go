package format

import (
	"errors"
	"fmt"
	"strings"

	"councilgraph/ingest/format/cmis"
	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/moderngovhtml"
	"councilgraph/ingest/format/moderngovtext"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"

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
	}
	if plain := (*moderngovhtml.Plain)(nil); errors.As(err, &plain) {
		return printed(plain.Text, plain.Content, doc)
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
	text := htmltext.Render(root, nil)
	if err := answer(root, text.String); err != nil {
		return record.Page{}, err
	}
	return printed(text, root, doc)
}

// printed reads what a web page prints as a text, and gives the documents that it lists the addresses of
// the links in which their titles stand.
func printed(text *htmltext.Text, content *html.Node, doc record.Document) (record.Page, error) {
	page, ok := moderngovtext.Parse(text.String, doc)
	if !ok {
		return record.Page{}, notCouncil(text.String)
	}
	to := linksOf(text, content, doc.URL)
	for i := range page.Meetings {
		m := &page.Meetings[i]
		point(m.Documents, to)
		for k := range m.Items {
			point(m.Items[k].Documents, to)
		}
	}
	return page, nil
}
