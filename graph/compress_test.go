package graph_test

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"councilgraph/graph"
)

// unpack is a body as it was before it was compressed.
func unpack(t *testing.T, encoding, body string) string {
	t.Helper()
	var r io.Reader
	var err error
	switch encoding {
	case "zstd":
		r, err = zstd.NewReader(strings.NewReader(body))
	case "br":
		r = brotli.NewReader(strings.NewReader(body))
	case "gzip":
		r, err = gzip.NewReader(strings.NewReader(body))
	default:
		return body
	}
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A large answer is compressed in the way that the client wants most, a small one is not.
func TestCompress(t *testing.T) {
	a := newAPI(t)
	const large, small = `{ councils { nodes { name uri website region nation } } }`, `{ __typename }`
	plain := a.get(t, large, nil)
	if len(plain.body) < 2000 {
		t.Fatalf("%d bytes are no large answer", len(plain.body))
	}
	for _, c := range []struct{ accept, want string }{
		{"", ""}, {"identity", ""}, {"gzip", "gzip"}, {"br", "br"}, {"zstd", "zstd"},
		{"gzip, deflate, br, zstd", "zstd"}, {"gzip, br", "br"}, {"gzip;q=1.0, br;q=0.5", "gzip"}, {"GZIP", "gzip"},
		{"*", "zstd"}, {"*;q=0.5, gzip", "gzip"}, {"zstd;q=0, *", "br"}, {"gzip;q=0", ""}, {"*;q=0", ""},
		{"identity, gzip;q=0.5", ""}, {"identity;q=0.5, gzip;q=0.5", "gzip"}, {"deflate", ""}, {"nonsense/;;", ""},
	} {
		for range 2 { // the second time with an encoder that has been used
			got := a.get(t, large, map[string]string{"Accept-Encoding": c.accept})
			if got.Header.Get("Content-Encoding") != c.want || unpack(t, c.want, got.body) != plain.body || got.Header.Get("Vary") != "Accept, Accept-Encoding" {
				t.Errorf("%q: %v, %d bytes; want %q", c.accept, got.Header, len(got.body), c.want)
			}
			if c.want != "" && len(got.body) > len(plain.body)/2 {
				t.Errorf("%s makes %d bytes of %d", c.want, len(got.body), len(plain.body))
			}
		}
		if got := a.get(t, small, map[string]string{"Accept-Encoding": c.accept}); got.Header.Get("Content-Encoding") != "" || got.Header.Get("Content-Length") != strconv.Itoa(len(got.body)) {
			t.Errorf("%q: a small answer has %v", c.accept, got.Header)
		}
	}
}

// HEAD says what GET would, and brings nothing.
func TestCompress_head(t *testing.T) {
	a := newAPI(t)
	for query, encoding := range map[string]string{`{ councils { nodes { name uri website } } }`: "gzip", `{ __typename }`: ""} {
		path, header := "/?"+url.Values{"query": {query}}.Encode(), map[string]string{"Accept-Encoding": "gzip"}
		get, head := a.do(t, "GET", path, "", header), a.do(t, "HEAD", path, "", header)
		if head.body != "" || head.Header.Get("Content-Encoding") != encoding || get.Header.Get("Content-Encoding") != encoding || head.Header.Get("ETag") != get.Header.Get("ETag") {
			t.Errorf("%s: HEAD %v, GET %v", query, head.Header, get.Header)
		}
		if n := head.Header.Get("Content-Length"); n != "" && n != strconv.Itoa(len(get.body)) {
			t.Errorf("%s: HEAD promises %s bytes, GET gives %d", query, n, len(get.body))
		}
	}
}

// An answer that is broken off must not look like a whole one.
func TestCompress_brokenOff(t *testing.T) {
	for _, encoding := range []string{"", "gzip", "br", "zstd"} {
		h := graph.Compress(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write(bytes.Repeat([]byte("a row\n"), 1000))
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		}))
		got, err := fetch(t, h, encoding)
		if err == nil {
			t.Errorf("%q: %d bytes and no error", encoding, len(got))
		}
	}
}

// Rows that are flushed arrive before the answer ends.
func TestCompress_flush(t *testing.T) {
	for _, encoding := range []string{"", "gzip", "br", "zstd"} {
		arrived := make(chan struct{})
		s := serveHTTP(t, graph.Compress(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, "the first row\n")
			_ = http.NewResponseController(w).Flush()
			select {
			case <-arrived:
			case <-r.Context().Done():
			}
			_, _ = io.WriteString(w, "the last row\n")
		})))
		res := request(t, s, encoding)
		first := make([]byte, 1)
		if _, err := io.ReadFull(res.Body, first); err != nil {
			t.Fatal(err)
		}
		close(arrived)
		rest, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		if got := unpack(t, encoding, string(first)+string(rest)); got != "the first row\nthe last row\n" {
			t.Errorf("%q: %q", encoding, got)
		}
	}
}
