package fetch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"councilgraph/ingest/record"
)

// File takes one file. Its address, council and time of fetching stay unknown: a file's own time is when
// it was copied, not when the page was fetched. SHA256 is of the content after decompression, before
// redaction. The error is an *Error.
func File(path string, o Options) (record.Document, error) {
	return take(os.Stat, os.Open, path, path, o)
}

// take reads a file through the given ways to the file system; name is what messages call it.
func take(
	stat func(string) (fs.FileInfo, error), open func(string) (*os.File, error), path, name string, o Options,
) (record.Document, error) {
	doc := record.Document{Name: name}
	info, err := stat(path)
	if err != nil {
		return doc, fileError(name, err)
	}
	// A pipe or a device must not even be opened: it may block for ever.
	if !info.Mode().IsRegular() {
		return doc, &Error{File: name, Err: ErrNotAFile}
	}
	if info.Size() == 0 {
		return doc, &Error{File: name, Err: ErrEmpty}
	}
	if info.Size() > o.maxBytes() {
		return doc, &Error{File: name, Err: tooLarge(info.Size(), o)}
	}
	f, err := open(path)
	if err != nil {
		return doc, fileError(name, err)
	}
	defer f.Close()
	content, err := read(f, filepath.Ext(path) == gzipExt, o)
	if err != nil {
		var known *Error
		if errors.As(err, &known) {
			known.File = name
			return doc, known
		}
		return doc, fileError(name, err)
	}
	doc.Bytes, doc.SHA256 = content, digest(content)
	doc.MediaType = mediaType(path, content)
	return doc, nil
}

// digest is the SHA-256 of a content in hexadecimal.
func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
