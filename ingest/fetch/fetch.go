// Package fetch brings documents into the pipeline: from files, folders, manifests and web archives.
//
// Documents come one at a time, so that memory is bounded by the largest single document that
// Options allows. What cannot be had is an *Error for that document, and the others go on.
package fetch

import (
	"context"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"councilgraph/ingest/record"
)

// DefaultMaxBytes is the size above which a document is refused, unless Options says otherwise: 16 MiB.
const DefaultMaxBytes = 16 << 20

// ManifestName is the name of the file that lists a folder's documents; a folder that holds one is read by it.
const ManifestName = "manifest.jsonl"

// Options bounds what is read.
type Options struct {
	// MaxBytes is the largest document taken, in bytes after decompression; 0 means DefaultMaxBytes.
	MaxBytes int64
	// Wanted says whether a page of this address can be a council's, so that what else a web archive holds
	// is passed over unread. Nil takes every address.
	Wanted func(url string) bool
}

func (o Options) wanted(url string) bool { return o.Wanted == nil || o.Wanted(url) }

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// Walk yields the documents under the paths in order: a file; a manifest.jsonl; a web archive (.warc, .wet,
// packed or not) page by page; a folder, by its manifest where it holds one, else all of it in the order of
// names, without what begins with a dot.
//
// With each document comes a nil error, or an *Error and a Document that only has its Name. When ctx is
// done, its error is yielded and the walk ends.
func Walk(ctx context.Context, paths []string, o Options) iter.Seq2[record.Document, error] {
	return func(yield func(record.Document, error) bool) {
		w := walker{ctx: ctx, options: o, yield: yield}
		for _, p := range paths {
			if !w.path(p) {
				return
			}
		}
	}
}

// walker carries one walk. Its methods answer false when the walk is over.
type walker struct {
	ctx     context.Context
	options Options
	yield   func(record.Document, error) bool
}

func (w walker) path(path string) bool {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return w.fail(fileError(path, err))
	case info.IsDir():
		return w.folder(path)
	case filepath.Base(path) == ManifestName:
		return w.manifest(path)
	default:
		return w.file(path)
	}
}

func (w walker) folder(folder string) bool {
	manifest := filepath.Join(folder, ManifestName)
	if info, err := os.Stat(manifest); err == nil && !info.IsDir() {
		return w.manifest(manifest)
	}
	entries, err := os.ReadDir(folder) // sorted by name
	if err != nil {
		return w.fail(fileError(folder, err))
	}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		path := filepath.Join(folder, entry.Name())
		take := w.file
		if entry.IsDir() {
			take = w.folder
		}
		if !take(path) {
			return false
		}
	}
	return true
}

func (w walker) file(path string) bool {
	if w.ctx.Err() != nil {
		return w.stop()
	}
	if isArchive(path) {
		return w.archive(path)
	}
	doc, err := File(path, w.options)
	return w.yield(doc, err)
}

func (w walker) fail(err *Error) bool {
	if w.ctx.Err() != nil {
		return w.stop()
	}
	return w.yield(record.Document{Name: err.File}, err)
}

func (w walker) stop() bool {
	w.yield(record.Document{}, context.Cause(w.ctx))
	return false
}
