package fetch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"mime"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/nlnwa/gowarc"

	"councilgraph/ingest/record"
)

// archiveExts are the endings of web archives: WARC as crawlers write it, and WET, the text of its pages.
var archiveExts = []string{".warc", ".wet", ".warc.wet"}

// isArchive says whether a file's name promises a web archive, packed or not.
func isArchive(path string) bool {
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(path)), gzipExt)
	for _, ext := range archiveExts {
		if strings.HasSuffix(name, ext) {
			return true
		}
	}
	return false
}

// archive yields the pages of a WARC or WET file (ISO 28500) that Options.Wanted takes, as a stream: an
// archive can be larger than memory, a page in it cannot be larger than Options allows. The address and
// the time of a page are those of its capture.
func (w walker) archive(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return w.fail(fileError(path, err))
	}
	defer f.Close()
	records, err := gowarc.NewWarcFileReaderFromStream(bufio.NewReaderSize(f, 1<<20), 0, gowarc.WithNoValidation(), gowarc.WithBlockErrorPolicy(gowarc.ErrIgnore))
	if err != nil {
		return w.fail(fileError(path, err))
	}
	var damaged error // of the last record
	for seen := 0; ; seen++ {
		if w.ctx.Err() != nil {
			return w.stop()
		}
		r, offset, _, err := records.Next()
		switch {
		case errors.Is(err, io.EOF) && seen == 0:
			return w.fail(&Error{File: path, Err: ErrNotArchive})
		case errors.Is(err, io.EOF), err != nil && damaged != nil: // said already
			return true
		case err != nil:
			return w.fail(&Error{File: path, Err: fmt.Errorf("%w (at byte %d: %w)", ErrBrokenArchive, offset, err)})
		}
		var goOn bool
		goOn, damaged = w.captured(path, offset, r)
		if damaged != nil {
			goOn = w.fail(&Error{File: fmt.Sprintf("%s#%d", path, offset), Err: fmt.Errorf("%w (%w)", ErrBrokenArchive, damaged)})
		}
		if !goOn {
			return false
		}
	}
}

// captured yields the page that a record of an archive holds, and answers false when the walk is over.
// Records of other kinds, of other addresses and of answers that are no pages are passed over. The error
// says that the record is damaged.
func (w walker) captured(path string, offset int64, r gowarc.WarcRecord) (bool, error) {
	head := r.WarcHeader()
	address := strings.Trim(head.Get(gowarc.WarcTargetURI), "<> ")
	if r.Type()&(gowarc.Response|gowarc.Conversion|gowarc.Resource) == 0 || address == "" || !w.options.wanted(address) {
		return true, nil
	}
	doc := record.Document{Name: fmt.Sprintf("%s#%d", path, offset), URL: address, Archived: true, MediaType: bareType(head.Get(gowarc.ContentType))}
	if t, err := r.Date(); err == nil {
		doc.FetchedAt = t.UTC().Format(time.RFC3339)
	}
	if received := head.Get(receivedSHA256); isSHA256.MatchString(received) {
		doc.SHA256, doc.Redacted = received, true
	}
	content, err := r.Block().RawBytes()
	if err != nil {
		return false, err
	}
	if r.Type() == gowarc.Response {
		if doc.MediaType != "application/http" {
			return true, nil // an answer of another protocol, such as dns:
		}
		if content, doc.MediaType, err = answered(content); err != nil {
			return false, err
		}
	}
	if content == nil || !readable(doc.MediaType) {
		return true, nil
	}
	return w.page(doc, content)
}

// page yields a document whose content is still to be read.
func (w walker) page(doc record.Document, content io.Reader) (bool, error) {
	var known *Error
	bytes, err := read(content, false, w.options)
	switch {
	case err == nil:
		doc.Bytes = bytes
		if doc.SHA256 == "" {
			doc.SHA256 = digest(bytes)
		}
		return w.yield(doc, nil), nil
	case errors.Is(err, ErrEmpty):
		return true, nil
	case errors.As(err, &known):
		known.File = doc.Name
		return w.fail(known), nil
	}
	return false, err
}

// readable says whether a page of this media type can be read: text in some form.
func readable(kind string) bool {
	return kind == "" || strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "xml") || kind == "application/json" || kind == record.FileType
}

// bareType is a Content-Type without its parameters, in lower case.
func bareType(header string) string {
	kind, _, err := mime.ParseMediaType(header)
	if err != nil {
		kind, _, _ = strings.Cut(header, ";")
	}
	return strings.ToLower(strings.TrimSpace(kind))
}
