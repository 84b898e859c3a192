package fetch

import (
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"regexp"
	"sync"
	"time"

	"github.com/nlnwa/gowarc"

	"councilgraph/ingest/record"
)

// receivedSHA256 is the field of a record's head that holds the hash of the bytes as they were received, where what
// is private was taken out of them before they were written: without it the page could not be told again.
const receivedSHA256 = "Councilgraph-Received-SHA256"

// isSHA256 is such a hash.
var isSHA256 = regexp.MustCompile(`^[0-9a-f]{64}$`)

// WARC is a web archive (ISO 28500) in the making: gzip members of one record each. It may be used by many goroutines.
type WARC struct {
	mu   sync.Mutex
	file *os.File
}

// CreateWARC begins a web archive. A file that is there already is not touched: that is an error.
func CreateWARC(path, agent string) (*WARC, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	w := &WARC{file: f}
	info := gowarc.NewRecordBuilder(gowarc.Warcinfo, gowarc.WithSpecViolationPolicy(gowarc.ErrFail))
	info.AddWarcHeaderTime(gowarc.WarcDate, time.Now().UTC())
	info.AddWarcHeader(gowarc.ContentType, "application/warc-fields")
	_, err = info.WriteString("software: " + agent + "\r\nformat: WARC File Format 1.1\r\ndescription: pages of councils, from which home addresses, telephone numbers, e-mail addresses and signatures were taken out\r\n")
	if err = errors.Join(err, w.write(info)); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

// Add writes a page as it was answered, with the bytes that the document holds, or as a conversion what came of a document's
// file (record.FileType). Its address and its time must be known.
func (w *WARC) Add(doc record.Document) error {
	at, err := time.Parse(time.RFC3339, doc.FetchedAt)
	if err != nil {
		return fmt.Errorf("archive %s: it is not known when it was fetched: %w", doc.URL, err)
	}
	kind, content := gowarc.Response, "application/http; msgtype=response"
	if doc.MediaType == record.FileType {
		kind, content = gowarc.Conversion, record.FileType
	}
	r := gowarc.NewRecordBuilder(kind, gowarc.WithSpecViolationPolicy(gowarc.ErrFail))
	r.AddWarcHeaderTime(gowarc.WarcDate, at)
	r.AddWarcHeader(gowarc.WarcTargetURI, doc.URL)
	r.AddWarcHeader(gowarc.ContentType, content)
	if doc.SHA256 != digest(doc.Bytes) {
		r.AddWarcHeader(receivedSHA256, doc.SHA256)
	}
	if kind == gowarc.Conversion {
		_, err = r.Write(doc.Bytes)
	} else if _, err = fmt.Fprintf(r, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", doc.MediaType, len(doc.Bytes)); err == nil {
		_, err = r.Write(doc.Bytes)
	}
	if err = errors.Join(err, w.write(r)); err != nil {
		return fmt.Errorf("archive %s: %w", doc.URL, err)
	}
	return nil
}

func (w *WARC) write(b gowarc.WarcRecordBuilder) error {
	r, _, err := b.Build()
	if err != nil {
		return errors.Join(err, b.Close())
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	z := gzip.NewWriter(w.file)
	_, _, err = gowarc.NewMarshaler().Marshal(z, r, 0)
	return errors.Join(err, z.Close(), r.Close())
}

// Close ends the archive.
func (w *WARC) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return errors.Join(w.file.Sync(), w.file.Close())
}
