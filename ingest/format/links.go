package format

import (
	"net/url"
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linksOf are the addresses of a page's links by the code point of the text at which each begins.
func linksOf(text *htmltext.Text, content *html.Node, address string) map[int]string {
	base, err := url.Parse(record.CanonicalURL(address))
	if err != nil || !base.IsAbs() {
		base = nil
	}
	spans := minutes.NewSpans(text.String)
	to := map[int]string{}
	for n := range content.Descendants() {
		href := strings.Map(printing, strings.TrimSpace(htmltext.Attr(n, "href")))
		at := text.Range(n)
		if n.DataAtom != atom.A || href == "" || at.From == at.To {
			continue
		}
		if base != nil {
			if u, err := base.Parse(href); err == nil {
				href = u.String()
			}
		}
		to[spans.Span(minutes.Place{Start: at.From, End: at.From}).Start] = href
	}
	return to
}

// printing drops the line breaks that markup has within addresses.
func printing(r rune) rune {
	if r == '\n' || r == '\r' || r == '\t' {
		return -1
	}
	return r
}

// point gives files the addresses of the links that begin where their titles do.
func point(files []record.File, to map[int]string) {
	for i := range files {
		if f := &files[i]; f.URL == "" {
			f.URL = to[f.Span.Start]
		}
	}
}
