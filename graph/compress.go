package graph

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// leastCompressed is from how many bytes on an answer is compressed: a smaller one fits into a packet anyway.
const leastCompressed = 1 << 10

// encoder is what the three ways of compression have in common.
type encoder interface {
	io.WriteCloser
	Reset(io.Writer)
	Flush() error
}

// encodings are the ways of compression, the better first, each with encoders that have done their work.
// They are fast levels: an answer is written once and read once.
func encodings() []encoding {
	return []encoding{
		{"zstd", pool(func() encoder {
			// One goroutine, and a window that every client can hold.
			e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(1<<20))
			if err != nil {
				panic(err) // only options that make no sense give one
			}
			return e
		})},
		{"br", pool(func() encoder { return brotli.NewWriterLevel(nil, 4) })},
		{"gzip", pool(func() encoder {
			e, err := gzip.NewWriterLevel(nil, 5)
			if err != nil {
				panic(err) // only a level that there is not gives one
			}
			return e
		})},
	}
}

type encoding struct {
	name     string
	encoders *sync.Pool
}

func pool(fresh func() encoder) *sync.Pool {
	return &sync.Pool{New: func() any { return fresh() }}
}

// Compress lets answers be compressed as the client's Accept-Encoding has it: zstd, brotli or gzip.
func Compress(next http.Handler) http.Handler {
	known := encodings()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		chosen := chooseEncoding(r.Header.Values("Accept-Encoding"), known)
		if chosen == nil {
			next.ServeHTTP(w, r)
			return
		}
		c := &compressed{ResponseWriter: w, encoding: chosen, head: r.Method == http.MethodHead, status: http.StatusOK}
		next.ServeHTTP(c, r)
		// Not deferred: an answer that was broken off must not look whole.
		c.finish()
	})
}

// compressed is an answer that is compressed once it proves large enough.
type compressed struct {
	http.ResponseWriter
	encoding *encoding
	head     bool
	status   int
	begun    bool
	held     bytes.Buffer // what was written before it was known whether to compress
	encoder  encoder      // nil where the answer goes out as it is
}

func (c *compressed) WriteHeader(status int) {
	if !c.begun {
		c.status = status
	}
}

func (c *compressed) Write(b []byte) (int, error) {
	switch {
	case c.encoder != nil:
		return c.encoder.Write(b)
	case c.begun && c.head:
		return len(b), nil
	case c.begun:
		return c.ResponseWriter.Write(b)
	}
	n, _ := c.held.Write(b) // never fails
	if c.held.Len() < leastCompressed {
		return n, nil
	}
	return n, c.begin(c.Header().Get("Content-Encoding") == "") // what is compressed already goes out as it is
}

// begin sends the header and what was held back.
func (c *compressed) begin(compress bool) error {
	c.begun = true
	if compress {
		c.Header().Set("Content-Encoding", c.encoding.name)
		c.Header().Del("Content-Length")
	} else if c.head && c.held.Len() > 0 {
		c.Header().Set("Content-Length", strconv.Itoa(c.held.Len()))
	}
	c.ResponseWriter.WriteHeader(c.status)
	if c.head || c.held.Len() == 0 && !compress {
		return nil
	}
	if !compress {
		_, err := c.ResponseWriter.Write(c.held.Bytes())
		return err
	}
	c.encoder = c.encoding.encoders.Get().(encoder)
	c.encoder.Reset(c.ResponseWriter)
	_, err := c.encoder.Write(c.held.Bytes())
	return err
}

// FlushError sends what there is. A stream of events goes out as it is: compressing would hold events back.
func (c *compressed) FlushError() error {
	if !c.begun {
		events := c.Header().Get("Content-Type") == formEvents.contentType()
		if err := c.begin(!events); err != nil {
			return err
		}
	}
	if c.encoder != nil {
		if err := c.encoder.Flush(); err != nil {
			return err
		}
	}
	return http.NewResponseController(c.ResponseWriter).Flush()
}

// pack is the bytes in this encoding.
func (e *encoding) pack(body []byte) []byte {
	var out bytes.Buffer
	to := e.encoders.Get().(encoder)
	to.Reset(&out)
	_, _ = to.Write(body) // to memory
	_ = to.Close()
	to.Reset(nil)
	e.encoders.Put(to)
	return out.Bytes()
}

// ready is the writer behind, for an answer that is compressed already.
func (c *compressed) ready() http.ResponseWriter {
	c.begun = true
	c.Header().Set("Content-Encoding", c.encoding.name)
	return c.ResponseWriter
}

// encodingOf is the encoding that an answer may have, "" for none. Whether it has it depends on its size.
func encodingOf(w http.ResponseWriter) string {
	if c, ok := w.(*compressed); ok {
		return c.encoding.name
	}
	return ""
}

// Unwrap lets the server reach the writer behind.
func (c *compressed) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// finish ends the answer.
func (c *compressed) finish() {
	if !c.begun {
		_ = c.begin(false) // whoever asked has gone
	}
	if c.encoder == nil {
		return
	}
	_ = c.encoder.Close()
	c.encoder.Reset(nil)
	c.encoding.encoders.Put(c.encoder)
	c.encoder = nil
}
