package fetch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

const gzipExt = ".gz"

// read takes in at most the limit, decompressed if the content is gzip. mustGzip says that the name
// promises gzip.
func read(r io.Reader, mustGzip bool, o Options) ([]byte, error) {
	in := bufio.NewReader(r)
	start, err := in.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	isGzip := bytes.Equal(start, []byte{0x1f, 0x8b})
	if !isGzip {
		if mustGzip {
			return nil, &Error{Err: ErrNotGzip}
		}
		return readLimited(in, o)
	}
	zip, err := gzip.NewReader(in)
	if err != nil {
		return nil, brokenGzip(err)
	}
	limited := &sourceErrors{r: zip}
	content, err := readLimited(limited, o)
	if limited.err != nil {
		return nil, brokenGzip(limited.err)
	}
	return content, err
}

// readLimited refuses what is above the limit after reading one byte more than the limit.
func readLimited(r io.Reader, o Options) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, o.maxBytes()+1))
	if err != nil {
		return nil, err
	}
	if int64(len(content)) > o.maxBytes() {
		return nil, &Error{Err: tooLarge(0, o)}
	}
	if len(content) == 0 {
		return nil, &Error{Err: ErrEmpty}
	}
	return content, nil
}

// sourceErrors keeps the error of a reader, to tell a damaged stream from a refusal.
type sourceErrors struct {
	r   io.Reader
	err error
}

func (s *sourceErrors) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

func brokenGzip(err error) *Error { return &Error{Err: fmt.Errorf("%w (%w)", ErrBrokenGzip, err)} }

// tooLarge names size and limit in bytes; a size of 0 is one that was not measured.
func tooLarge(size int64, o Options) error {
	if size == 0 {
		return fmt.Errorf("%w (more than the limit of %d bytes)", ErrTooLarge, o.maxBytes())
	}
	return fmt.Errorf("%w (%d bytes, the limit is %d)", ErrTooLarge, size, o.maxBytes())
}
