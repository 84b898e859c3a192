package explorer

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"sync"

	"github.com/andybalholm/brotli"
)

// mediaTypes names the media type of each kind of file that the bundle holds. The system's own table is not asked: it differs
// between machines.
var mediaTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".md":   "text/markdown; charset=utf-8",
	".svg":  "image/svg+xml",
	".ttf":  "font/ttf",
}

// file is one file of the explorer, kept as brotli. Its other forms are made when a client first asks for them.
type file struct {
	mediaType string
	tag       string // hash of the packed bytes, for the ETag of every form
	packed    []byte
	plain     func() ([]byte, error)
	gzipped   func() ([]byte, error)
}

// newFile describes the file of the given name whose bytes are packed with brotli.
func newFile(name string, packed []byte) (*file, error) {
	mediaType, known := mediaTypes[path.Ext(name)]
	if !known {
		return nil, fmt.Errorf("explorer file %s: no media type for %q: add it to mediaTypes", name, path.Ext(name))
	}
	sum := sha256.Sum256(packed)
	f := &file{mediaType: mediaType, tag: hex.EncodeToString(sum[:12]), packed: packed}
	f.plain = sync.OnceValues(func() ([]byte, error) {
		plain, err := io.ReadAll(brotli.NewReader(bytes.NewReader(packed)))
		if err != nil {
			return nil, fmt.Errorf("unpack explorer file %s: %w", name, err)
		}
		return plain, nil
	})
	f.gzipped = sync.OnceValues(func() ([]byte, error) {
		plain, err := f.plain()
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		writer := gzip.NewWriter(&out)
		if _, err := writer.Write(plain); err != nil {
			return nil, fmt.Errorf("gzip explorer file %s: %w", name, err)
		}
		if err := writer.Close(); err != nil {
			return nil, fmt.Errorf("gzip explorer file %s: %w", name, err)
		}
		return out.Bytes(), nil
	})
	return f, nil
}

// packFile is newFile for bytes that are not packed yet.
func packFile(name string, plain []byte) (*file, error) {
	var out bytes.Buffer
	writer := brotli.NewWriterLevel(&out, brotli.BestCompression)
	if _, err := writer.Write(plain); err != nil {
		return nil, fmt.Errorf("pack explorer file %s: %w", name, err)
	}
	if err := writer.Close(); err != nil {
		return nil, fmt.Errorf("pack explorer file %s: %w", name, err)
	}
	return newFile(name, out.Bytes())
}

// bytesIn answers the file's bytes in a coding that bestCoding picked.
func (f *file) bytesIn(coding string) ([]byte, error) {
	switch coding {
	case codingBrotli:
		return f.packed, nil
	case codingGzip:
		return f.gzipped()
	default:
		return f.plain()
	}
}
