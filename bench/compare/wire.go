package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"net"
	"slices"
	"strconv"
	"time"
)

// wire is one connection that is kept open, over which requests go that were written out beforehand. It does as
// little as can be done, since whoever measures shares the machine with whom it measures.
type wire struct {
	conn net.Conn
	in   *bufio.Reader
	body []byte    // of the last answer; used again by the next
	till time.Time // the connection's deadline
}

// patience is how long one answer may take, and longest how long where the deadline was set for an answer before it.
const (
	patience = 2 * time.Minute
	longest  = patience + 10*time.Second
)

func dial(ctx context.Context, addr string) (*wire, error) {
	c, err := (&net.Dialer{Timeout: 10 * time.Second}).DialContext(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("connect to %s: %w", addr, err)
	}
	return &wire{conn: c, in: bufio.NewReaderSize(c, 64<<10)}, nil
}

func (w *wire) close() { _ = w.conn.Close() }

// post is a request as it goes over the wire.
func post(addr, path string, body []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: %d\r\n\r\n", path, addr, len(body))
	b.Write(body)
	return b.Bytes()
}

// ask sends a request, at the time that it is now, and reads the whole answer, which is valid until the next.
func (w *wire) ask(request []byte, now time.Time) (status int, body []byte, err error) {
	if w.till.Sub(now) < patience { // to move a deadline costs about as much as to send
		w.till = now.Add(longest)
		_ = w.conn.SetDeadline(w.till) // a connection that is closed says so below
	}
	if _, err := w.conn.Write(request); err != nil {
		return 0, nil, fmt.Errorf("send: %w", err)
	}
	status, length, err := w.head()
	if err != nil {
		return 0, nil, err
	}
	if length >= 0 && length <= w.in.Size() { // where it lies
		body, err := w.in.Peek(length)
		if err != nil {
			return 0, nil, fmt.Errorf("read the body: %w", err)
		}
		_, err = w.in.Discard(length)
		return status, body, err
	}
	w.body = w.body[:0]
	if length >= 0 {
		err := w.read(length)
		return status, w.body, err
	}
	for {
		line, err := w.line()
		if err != nil {
			return 0, nil, err
		}
		size, err := strconv.ParseInt(string(line), 16, 32)
		if err != nil {
			return 0, nil, fmt.Errorf("read a chunk's size: %w", err)
		}
		if err := w.read(int(size)); err != nil {
			return 0, nil, err
		}
		if _, err := w.line(); err != nil { // the end of the chunk, or of all
			return 0, nil, err
		}
		if size == 0 {
			return status, w.body, nil
		}
	}
}

// head reads the status and the headers; the length is below 0 where the body comes in chunks.
func (w *wire) head() (status, length int, err error) {
	line, err := w.line()
	if err != nil {
		return 0, 0, err
	}
	if len(line) < 12 || !bytes.HasPrefix(line, []byte("HTTP/1.1 ")) {
		return 0, 0, fmt.Errorf("%q is no answer in HTTP/1.1", line)
	}
	if status, err = strconv.Atoi(string(line[9:12])); err != nil {
		return 0, 0, fmt.Errorf("read the status: %w", err)
	}
	length = -2
	for {
		line, err := w.line()
		if err != nil {
			return 0, 0, err
		}
		if len(line) == 0 {
			break
		}
		name, value, _ := bytes.Cut(line, []byte(":"))
		switch {
		case bytes.EqualFold(name, []byte("Content-Length")):
			if length, err = strconv.Atoi(string(bytes.TrimSpace(value))); err != nil {
				return 0, 0, fmt.Errorf("read the length: %w", err)
			}
		case bytes.EqualFold(name, []byte("Transfer-Encoding")):
			length = -1
		}
	}
	if length == -2 {
		return 0, 0, errors.New("the answer has neither a length nor chunks")
	}
	return status, length, nil
}

func (w *wire) line() ([]byte, error) {
	line, err := w.in.ReadSlice('\n')
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return bytes.TrimRight(line, "\r\n"), nil
}

// read adds so many bytes to the body.
func (w *wire) read(n int) error {
	from := len(w.body)
	w.body = slices.Grow(w.body, n)[:from+n]
	if _, err := io.ReadFull(w.in, w.body[from:]); err != nil {
		return fmt.Errorf("read the body: %w", err)
	}
	return nil
}

// sum tells answers apart, at next to no cost.
func sum(body []byte) uint32 { return crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)) }
