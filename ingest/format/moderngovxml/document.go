package moderngovxml

import (
	"net/url"
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
)

// file is a document and where its title stands.
type file struct {
	record record.File
	at     minutes.Paragraph
}

// files writes the documents that the public may see, each once. seen holds the ids of those written.
func (r *reader) files(list []*node, seen map[string]bool) []file {
	var out []file
	for _, n := range list {
		f := record.File{
			Title: n.words("title"), URL: n.words("url"), SourceID: n.id("attachmentid"), PublishedOn: day(n.words("publicationdate")),
		}
		key := f.SourceID
		if key == "" {
			key = f.URL + "\n" + f.Title
		}
		if f.Title == "" || n.says("isrestricted") || seen[key] {
			continue
		}
		seen[key] = true
		if u, err := url.Parse(f.URL); err == nil && (strings.HasSuffix(strings.ToLower(u.Path), "/mgconvert2pdf.aspx") || strings.HasSuffix(strings.ToLower(u.Path), ".pdf")) {
			f.MediaType = "application/pdf"
		}
		if len(out) == 0 {
			r.text.gap()
			r.text.line("Documents:")
		}
		out = append(out, file{f, r.text.line(f.Title)})
	}
	return out
}

// recorded gives the documents their places.
func recorded(files []file, spans *minutes.Spans) []record.File {
	var out []record.File
	for _, f := range files {
		f.record.Span = placed(spans, []minutes.Paragraph{f.at}, "linked-document")
		out = append(out, f.record)
	}
	return out
}
