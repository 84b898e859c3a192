package fetch

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/record"
)

// warcRecord is one record as a crawler writes it.
func warcRecord(kind, url, contentType string, block []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Date: 2021-03-04T05:06:07Z\r\n", kind)
	fmt.Fprintf(&b, "WARC-Record-ID: <urn:uuid:6d8b1a0e-6b1c-4b7e-9b62-000000000001>\r\n")
	if url != "" {
		fmt.Fprintf(&b, "WARC-Target-URI: %s\r\n", url)
	}
	fmt.Fprintf(&b, "Content-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", contentType, len(block), block)
	return b.Bytes()
}

// response is a record of an answer, its header lines joined to its body.
func response(url, head string, body []byte) []byte {
	return warcRecord("response", url, "application/http; msgtype=response", append([]byte(head+"\r\n\r\n"), body...))
}

func packed(t *testing.T, with func(io.Writer) io.WriteCloser, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := with(&b)
	if _, err := z.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }

const page = "<html><h1>Planning Committee</h1></html>"

// archived are records of every kind that crawlers write.
func archived(t *testing.T) [][]byte {
	ok := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"
	at := "https://democracy.example.gov.uk/"
	return [][]byte{
		warcRecord("warcinfo", "", "application/warc-fields", []byte("software: x\r\n")),
		warcRecord("request", at+"plain", "application/http; msgtype=request", []byte("GET / HTTP/1.1\r\n\r\n")),
		response(at+"plain", ok, []byte(page)),
		response("<"+at+"brackets>", ok, []byte(page)),
		response(at+"chunked", ok+"\r\nTransfer-Encoding: chunked", []byte("6\r\n<html>\r\n22\r\n"+page[6:]+"\r\n0\r\n\r\n")),
		response(at+"chunks-joined", ok+"\r\nTransfer-Encoding: chunked", []byte(page)),
		response(at+"gzip", ok+"\r\nContent-Encoding: gzip", packed(t, gzipped, []byte(page))),
		response(at+"gzip-unpacked", ok+"\r\nContent-Encoding: gzip", []byte(page)),
		response(at+"br", ok+"\r\nContent-Encoding: br", packed(t, func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }, []byte(page))),
		response(at+"deflate", ok+"\r\nContent-Encoding: deflate", packed(t, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }, []byte(page))),
		response(at+"gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", []byte(page)),
		response(at+"moved", "HTTP/1.1 302 Found\r\nLocation: /x", nil),
		response(at+"logo.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png", []byte("\x89PNG")),
		response(at+"empty", ok, nil),
		response("https://elsewhere.example/", ok, []byte(page)),
		warcRecord("response", "dns:example.gov.uk", "text/dns", []byte("20210304050607\nexample")),
		warcRecord("conversion", at+"text", "text/plain", []byte("Planning Committee\n")),
		warcRecord("resource", at+"resource", "text/html", []byte(page)),
		warcRecord("metadata", at+"plain", "application/warc-fields", []byte("via: x\r\n")),
	}
}

func TestWalk_Archive(t *testing.T) {
	records := archived(t)
	var plain, members []byte
	for _, r := range records {
		plain = append(plain, r...)
		members = append(members, packed(t, gzipped, r)...)
	}
	dir := t.TempDir()
	for name, content := range map[string][]byte{
		"plain.warc": plain, "members.warc.gz": members, "text.warc.wet.gz": members, "UPPER.WARC": plain,
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, dir, name, content)
			var got []string
			options := Options{Wanted: func(url string) bool { return strings.HasPrefix(url, "https://democracy.example.gov.uk/") }}
			for doc, err := range Walk(t.Context(), []string{path}, options) {
				if err != nil {
					t.Fatal(err)
				}
				if doc.FetchedAt != "2021-03-04T05:06:07Z" || doc.SHA256 != digest(doc.Bytes) || !strings.HasPrefix(doc.Name, path+"#") {
					t.Errorf("document %+v", doc)
				}
				got = append(got, fmt.Sprintf("%s %s %s", filepath.Base(doc.URL), doc.MediaType, doc.Bytes))
			}
			var want []string
			for _, name := range []string{"plain", "brackets", "chunked", "chunks-joined", "gzip", "gzip-unpacked", "br", "deflate"} {
				want = append(want, name+" text/html "+page)
			}
			want = append(want, "text text/plain Planning Committee\n", "resource text/html "+page)
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestWalk_DamagedArchive(t *testing.T) {
	one := packed(t, gzipped, response("https://a.example/1", "HTTP/1.1 200 OK\r\nContent-Type: text/html", []byte(page)))
	two := packed(t, gzipped, response("https://a.example/2", "HTTP/1.1 200 OK\r\nContent-Type: text/html", bytes.Repeat([]byte(page), 100)))
	dir := t.TempDir()
	for _, tt := range []struct {
		name    string
		content []byte
		limit   int64
		pages   int
		want    error
	}{
		{"cut.warc.gz", append(append([]byte{}, one...), two[:len(two)-20]...), 0, 1, ErrBrokenArchive},
		{"head.warc", append(response("https://a.example/1", "no head", nil), response("https://a.example/2", "HTTP/1.1 200 OK\r\nContent-Type: text/html", []byte(page))...), 0, 1, ErrBrokenArchive},
		{"other.warc", []byte("no archive at all, but long enough to look at"), 0, 0, ErrNotArchive},
		{"empty.warc", nil, 0, 0, ErrNotArchive},
		{"large.warc.gz", append(append([]byte{}, two...), one...), 1000, 1, ErrTooLarge},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var docs []record.Document
			var errs []error
			for doc, err := range Walk(t.Context(), []string{write(t, dir, tt.name, tt.content)}, Options{MaxBytes: tt.limit}) {
				if err != nil {
					errs = append(errs, err)
				} else {
					docs = append(docs, doc)
				}
			}
			if len(docs) != tt.pages || len(errs) != 1 || !errors.Is(errs[0], tt.want) {
				t.Errorf("%d pages and %v, want %d and %v", len(docs), errs, tt.pages, tt.want)
			}
		})
	}
}

// BenchmarkArchive reads an archive of which one page in twenty is wanted; GunzipAlone unpacks the same
// bytes and does nothing with them.
func BenchmarkArchive(b *testing.B) {
	var whole bytes.Buffer
	for i := range 4000 {
		host := "elsewhere.example"
		if i%20 == 0 {
			host = "democracy.example.gov.uk"
		}
		body := bytes.Repeat(fmt.Appendf(nil, "<p>Paragraph %d of the minutes of meeting %d.</p>\n", i*7919%1000, i), 400)
		z := gzip.NewWriter(&whole)
		_, _ = z.Write(response(fmt.Sprintf("https://%s/mgAi.aspx?ID=%d", host, i), "HTTP/1.1 200 OK\r\nContent-Type: text/html", body))
		_ = z.Close()
	}
	path := filepath.Join(b.TempDir(), "b.warc.gz")
	write(b, filepath.Dir(path), filepath.Base(path), whole.Bytes())
	var size int64
	b.Run("GunzipAlone", func(b *testing.B) {
		for b.Loop() {
			z, err := gzip.NewReader(bytes.NewReader(whole.Bytes()))
			if err != nil {
				b.Fatal(err)
			}
			if size, err = io.Copy(io.Discard, z); err != nil {
				b.Fatal(err)
			}
		}
		b.SetBytes(size)
	})
	b.Run("Pages", func(b *testing.B) {
		for b.Loop() {
			n := 0
			for _, err := range Walk(b.Context(), []string{path}, Options{Wanted: func(url string) bool { return strings.Contains(url, "gov.uk") }}) {
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
			if n != 200 {
				b.Fatal(n)
			}
		}
		b.SetBytes(size)
	})
}
