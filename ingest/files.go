package ingest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"councilgraph/ingest/filetext"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/ingest/redact"
)

// FileReader takes the text out of a file: filetext.Process.
type FileReader interface {
	Read(ctx context.Context, content []byte, declared string) (filetext.Text, error)
}

// File reads a document's file: its text, page by page, without what is private. The bytes are not kept. The document's URL is
// the address that documents have, its council a register code. The error is for what stops the run.
func (p Pipeline) File(ctx context.Context, doc record.Document) (load.File, error) {
	f := load.File{URL: doc.URL, FetchedAt: doc.FetchedAt, SHA256: doc.SHA256, Size: len(doc.Bytes), AskedAt: doc.FetchedAt}
	text, why := p.Files.Read(ctx, doc.Bytes, doc.MediaType)
	f.MediaType, f.PageCount = text.MediaType, len(text.Pages)
	switch {
	case why == nil:
		f.Status = load.FileRead
	case errors.Is(why, filetext.ErrNoText):
		f.Status = load.FileNoText
	case errors.Is(why, filetext.ErrEncrypted):
		f.Status = load.FileEncrypted
	case errors.Is(why, filetext.ErrUnsupported):
		f.Status = load.FileUnsupported
	case errors.Is(why, filetext.ErrDamaged):
		f.Status = load.FileDamaged
	case errors.Is(why, filetext.ErrWebPage):
		f.Status = load.FileFailed
	default:
		return f, why
	}
	if why != nil {
		f.Reason = why.Error()
		return f, nil //nolint:nilerr // it is kept
	}
	if text.Cut {
		f.Reason = fmt.Sprintf("it is long: the text of its first %d pages is kept, at most %d characters of each", len(text.Pages), filetext.MaxPageRunes)
	}
	pages := make(map[int]string, len(text.Pages))
	for i, page := range text.Pages {
		pages[i+1] = page
	}
	f.Pages, f.Redacted = p.private(doc.Council, doc.URL, pages)
	return f, nil
}

// private takes what is private out of the pages of a file, and says whether there was anything. The pages are looked at together, so
// that what runs on from one page to the next is found: it is then taken out with the break of the page, and both stand under the
// number of the first.
func (p Pipeline) private(council, url string, pages map[int]string) (map[int]string, bool) {
	numbers := slices.Sorted(maps.Keys(pages))
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = pages[n]
	}
	whole, removed := p.without(council, url, strings.Join(texts, "\f"))
	if !removed {
		return pages, false
	}
	out := make(map[int]string, len(numbers))
	if parts := strings.Split(whole, "\f"); len(parts) == len(numbers) {
		for i, n := range numbers {
			out[n] = strings.Trim(parts[i], "\n")
		}
		return out, true
	}
	last := 0 // the number of the page that the next may run on from
	for i, n := range numbers {
		if last > 0 {
			if both, _ := p.without(council, url, out[last]+"\f"+texts[i]); !strings.Contains(both, "\f") {
				out[last] = both
				continue
			}
		}
		out[n], _ = p.without(council, url, texts[i])
		last = n
	}
	return out, true
}

// without is a text without what is private, and whether anything was.
func (p Pipeline) without(council, url, text string) (string, bool) {
	doc, n := redact.Redact(record.Document{URL: url, Council: council, MediaType: filetext.Plain, Bytes: []byte(text)})
	doc, more := p.Words[council].Remove(doc)
	return string(doc.Bytes), n+more > 0
}

// rereadFiles takes out of the stored texts of files what is private by today's rules.
func (p Pipeline) rereadFiles(ctx context.Context, council string) error {
	_, err := p.Loader.RereadFiles(ctx, council, func(url string, pages map[int]string) (map[int]string, bool) {
		return p.private(council, url, pages)
	})
	return err
}
