package fetch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"councilgraph/ingest/record"
)

// maxLine is the longest line of a manifest in bytes.
const maxLine = 64 << 10

// entry is one line of a manifest.
type entry struct {
	File      string `json:"file"`      // relative to the manifest, within its folder
	Council   string `json:"council"`   // GSS or register code
	URL       string `json:"url"`       // where the page was fetched
	MediaType string `json:"mediaType"` // as the server gave it
	FetchedAt string `json:"fetchedAt"` // RFC 3339, or a day
}

// manifest yields the documents that a manifest lists, in its order.
func (w walker) manifest(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return w.fail(fileError(path, err))
	}
	defer f.Close()
	// The root keeps even links from leading out of the folder.
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return w.fail(fileError(path, err))
	}
	defer root.Close()
	lines := bufio.NewReaderSize(f, maxLine)
	for number := 1; ; number++ {
		line, err := lines.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			if !w.fail(&Error{File: path, Manifest: path, Line: number, Err: badLine("it is longer than %d bytes", maxLine)}) {
				return false
			}
			if err = skipLine(lines); err == nil {
				continue
			}
		} else if blank := len(bytes.TrimSpace(line)) == 0; !blank {
			if !w.line(root, path, number, line) {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return w.fail(fileError(path, err))
		}
	}
}

func skipLine(r *bufio.Reader) error {
	for {
		_, err := r.ReadSlice('\n')
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

func (w walker) line(root *os.Root, manifest string, number int, line []byte) bool {
	if w.ctx.Err() != nil {
		return w.stop()
	}
	e, err := readEntry(line)
	if err != nil {
		return w.fail(&Error{File: manifest, Manifest: manifest, Line: number, Err: err})
	}
	name := filepath.Join(filepath.Dir(manifest), filepath.FromSlash(e.File))
	doc, err := fromRoot(root, filepath.FromSlash(e.File), name, w.options)
	if err != nil {
		var known *Error
		if errors.As(err, &known) {
			known.Manifest, known.Line = manifest, number
		}
		return w.yield(doc, err)
	}
	doc.URL, doc.Council, doc.FetchedAt = e.URL, e.Council, e.FetchedAt
	if e.MediaType != "" {
		doc.MediaType = e.MediaType
	}
	return w.yield(doc, nil)
}

// fromRoot takes a file under the root and refuses one outside.
func fromRoot(root *os.Root, path, name string, o Options) (record.Document, error) {
	if !filepath.IsLocal(path) {
		return record.Document{Name: name}, &Error{File: name, Err: ErrOutside}
	}
	stat := func(p string) (fs.FileInfo, error) {
		info, err := root.Stat(p)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && leavesRoot(name) {
			return nil, &Error{File: name, Err: ErrOutside}
		}
		return info, err
	}
	doc, err := take(stat, root.Open, path, name, o)
	if errors.Is(err, ErrOutside) {
		return doc, &Error{File: name, Err: ErrOutside}
	}
	return doc, err
}

// leavesRoot tells whether a file that its root refuses is there all the same, through a link.
func leavesRoot(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// readEntry reads one line and checks each field; the error says what is wrong with it.
func readEntry(line []byte) (entry, error) {
	var e entry
	in := json.NewDecoder(bytes.NewReader(line))
	in.DisallowUnknownFields()
	if err := in.Decode(&e); err != nil {
		return e, badLine("%w; the keys are file, council, url, mediaType, fetchedAt", err)
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return e, badLine("there is more than one JSON object on it")
	}
	if e.File == "" {
		return e, badLine("file is missing")
	}
	if e.URL != "" {
		u, err := url.Parse(e.URL)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return e, badLine("url %q is not a full http or https address", e.URL)
		}
	}
	if e.MediaType != "" {
		t, _, err := mime.ParseMediaType(e.MediaType)
		if err != nil {
			return e, badLine("mediaType %q: %w", e.MediaType, err)
		}
		e.MediaType = t
	}
	if e.FetchedAt != "" {
		t, err := moment(e.FetchedAt)
		if err != nil {
			return e, err
		}
		e.FetchedAt = t
	}
	return e, nil
}

// moment reads an RFC 3339 time or a day, which stands for its beginning in UTC, and gives it in UTC.
func moment(s string) (string, error) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC().Format(time.RFC3339Nano), nil
		}
	}
	return "", badLine("fetchedAt %q is neither a time such as 2018-03-29T10:00:00Z nor a day such as 2018-03-29", s)
}

func badLine(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrBadManifest, fmt.Errorf(format, args...))
}
