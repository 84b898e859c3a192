package fetch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"strings"

	"github.com/andybalholm/brotli"
)

// maxHead is the longest head of an HTTP answer that is looked at, in bytes.
const maxHead = 64 << 10

// answered is the body of an archived HTTP answer as its page was, and its media type. The body is nil
// where the answer is no page: an error, or a redirect.
//
// Archives keep an answer as it came over the wire, chunked and compressed; but some crawlers store it
// unpacked and leave the old header lines, so the bytes are asked as well.
func answered(raw io.Reader) (io.Reader, string, error) {
	in := bufio.NewReaderSize(raw, maxHead)
	head, err := headOf(in)
	if err != nil {
		return nil, "", err
	}
	answer, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(head)), nil)
	if err != nil {
		return nil, "", fmt.Errorf("the HTTP answer's head cannot be read: %w", err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, "", nil
	}
	body := in
	if chunked(answer) && startsChunk(in) {
		body = bufio.NewReader(httputil.NewChunkedReader(in))
	}
	unpacked, err := unpack(strings.ToLower(answer.Header.Get("Content-Encoding")), body)
	return unpacked, bareType(answer.Header.Get("Content-Type")), err
}

// headOf takes the head off an answer: its lines up to the first blank one.
func headOf(in *bufio.Reader) ([]byte, error) {
	var head []byte
	for len(head) < maxHead {
		line, err := in.ReadSlice('\n')
		head = append(head, line...)
		if err != nil {
			return nil, fmt.Errorf("the HTTP answer's head is cut off: %w", err)
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			return head, nil
		}
	}
	return nil, fmt.Errorf("the HTTP answer's head is longer than %d bytes", maxHead)
}

func chunked(answer *http.Response) bool {
	return len(answer.TransferEncoding) > 0 && answer.TransferEncoding[0] == "chunked"
}

// startsChunk says whether a body really begins with the size of a chunk.
func startsChunk(in *bufio.Reader) bool {
	start, _ := in.Peek(18)
	size, _, found := bytes.Cut(start, []byte("\n"))
	size, _, _ = bytes.Cut(bytes.TrimSpace(size), []byte(";"))
	if !found || len(size) == 0 || len(size) > 8 {
		return false
	}
	for _, c := range size {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}

// unpack takes a content encoding off a body. Gzip is told by its first bytes when the page is read.
func unpack(encoding string, body *bufio.Reader) (io.Reader, error) {
	start, _ := body.Peek(2)
	switch encoding {
	case "", "identity", "gzip", "x-gzip":
		return body, nil
	case "br":
		if len(start) > 0 && start[0] == '<' { // stored unpacked
			return body, nil
		}
		return brotli.NewReader(body), nil
	case "deflate":
		switch {
		case len(start) == 2 && start[0] == 0x78 && (int(start[0])<<8|int(start[1]))%31 == 0: // in a zlib envelope, as the standard has it
			return zlib.NewReader(body)
		case len(start) > 0 && start[0] == '<': // stored unpacked
			return body, nil
		}
		return flate.NewReader(body), nil
	}
	return nil, fmt.Errorf("the page is packed as %q, which cannot be unpacked", encoding)
}
