package format

import (
	"errors"
	"fmt"
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/moderngovxml"
	"councilgraph/ingest/record"

	"golang.org/x/net/html"
)

// parseService reads what a council's web service answers; mine is false where the text is none of its
// answers and is not meant to be. Where a web page came in place of an answer, the error is both that of the
// service and what the page is by itself: a redirect, a log-in, a firewall's refusal.
func parseService(text string, doc record.Document) (page record.Page, mine bool, err error) {
	page, mine, err = moderngovxml.Parse(text, doc)
	if !errors.Is(err, moderngovxml.ErrNoAnswer) || !isMarkup(text) {
		return page, mine, err
	}
	root, unread := html.Parse(strings.NewReader(text))
	if unread != nil {
		return page, mine, err
	}
	if why := answer(root, htmltext.Render(root, nil).String); why != nil {
		err = fmt.Errorf("%w; %w", err, why)
	}
	return page, mine, err
}
