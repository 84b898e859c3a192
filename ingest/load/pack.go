package load

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// packLevel is the standard library's usual one, in words of gzip.
const packLevel = 6

// packers compress bytes as the store keeps them. A compressor takes a megabyte of memory to begin with, so that it is used again.
type packers struct{ idle sync.Pool }

func newPackers() *packers {
	return &packers{sync.Pool{New: func() any {
		z, err := gzip.NewWriterLevel(nil, packLevel)
		if err != nil {
			panic(err) // of a constant
		}
		return z
	}}}
}

func (p *packers) pack(content []byte) ([]byte, error) {
	z := p.idle.Get().(*gzip.Writer)
	defer func() {
		z.Reset(io.Discard) // which holds on to nothing
		p.idle.Put(z)
	}()
	var packed bytes.Buffer
	z.Reset(&packed)
	if _, err := z.Write(content); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return packed.Bytes(), nil
}

// unpack is what was packed.
func unpack(packed []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// packs says whether packed bytes are those of the content: programs of another version can have packed them otherwise.
func packs(packed, content []byte) bool {
	kept, err := unpack(packed)
	return err == nil && bytes.Equal(kept, content)
}
