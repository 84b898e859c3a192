package asset

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

// mediaTypes names the media type of each kind of file. The system's own table is not asked: it differs between machines.
var mediaTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".md":   "text/markdown; charset=utf-8",
	".svg":  "image/svg+xml",
	".ttf":  "font/ttf",
}

// File is one file, kept as brotli. Its other forms are made when a client first asks for them.
type File struct {
	mediaType string
	hash      string // of the packed bytes, for the ETag of every form
	packed    []byte
	plain     func() ([]byte, error)
	gzipped   func() ([]byte, error)
}

// New describes the file of the given name whose bytes are packed with brotli. It fails where the name's ending is of no known kind.
func New(name string, packed []byte) (*File, error) {
	mediaType, known := mediaTypes[path.Ext(name)]
	if !known {
		return nil, fmt.Errorf("file %s: no media type for %q: add it to mediaTypes", name, path.Ext(name))
	}
	sum := sha256.Sum256(packed)
	f := &File{mediaType: mediaType, hash: hex.EncodeToString(sum[:12]), packed: packed}
	f.plain = sync.OnceValues(func() ([]byte, error) {
		plain, err := io.ReadAll(brotli.NewReader(bytes.NewReader(packed)))
		if err != nil {
			return nil, fmt.Errorf("unpack file %s: %w", name, err)
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
			return nil, fmt.Errorf("gzip file %s: %w", name, err)
		}
		if err := writer.Close(); err != nil {
			return nil, fmt.Errorf("gzip file %s: %w", name, err)
		}
		return out.Bytes(), nil
	})
	return f, nil
}

// Pack is New for bytes that are not packed yet.
func Pack(name string, plain []byte) (*File, error) {
	var out bytes.Buffer
	writer := brotli.NewWriterLevel(&out, brotli.BestCompression)
	if _, err := writer.Write(plain); err != nil {
		return nil, fmt.Errorf("pack file %s: %w", name, err)
	}
	if err := writer.Close(); err != nil {
		return nil, fmt.Errorf("pack file %s: %w", name, err)
	}
	return New(name, out.Bytes())
}

// Hash is 24 hexadecimal digits that stand for the content: another content has others.
func (f *File) Hash() string { return f.hash }

// In is the file's bytes in a coding that BestCoding picked.
func (f *File) In(coding string) ([]byte, error) {
	switch coding {
	case Brotli:
		return f.packed, nil
	case Gzip:
		return f.gzipped()
	default:
		return f.plain()
	}
}

// MediaType is the file's, with its charset where it is text.
func (f *File) MediaType() string { return f.mediaType }
