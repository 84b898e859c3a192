package page

import (
	"bytes"
	"io"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"

	"councilgraph/explorer/asset"
)

// packer is what the ways of packing have in common.
type packer interface {
	io.WriteCloser
	Reset(io.Writer)
}

// packers pack pages at fast levels, since a page is made for few readers. What has done its work is used again: making a packer
// costs more than packing a page.
type packers struct{ brotli, gzip sync.Pool }

func newPackers() *packers {
	return &packers{
		brotli: sync.Pool{New: func() any { return brotli.NewWriterV2(nil, 3) }},
		gzip: sync.Pool{New: func() any {
			w, err := gzip.NewWriterLevel(nil, 5)
			if err != nil {
				panic(err) // only a level that there is not gives one
			}
			return w
		}},
	}
}

// pack is the bytes in a coding that is not asset.Identity.
func (p *packers) pack(plain []byte, coding string) []byte {
	pool := &p.gzip
	if coding == asset.Brotli {
		pool = &p.brotli
	}
	w := pool.Get().(packer)
	var out bytes.Buffer
	w.Reset(&out)
	_, _ = w.Write(plain) // to memory
	_ = w.Close()
	w.Reset(nil)
	pool.Put(w)
	return out.Bytes()
}
