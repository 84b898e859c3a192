package whole

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// writeTimeout is how long the tests' servers wait for a client to take an answer.
const writeTimeout = time.Second

// serving serves a handler until the test ends and gives the address.
func serving(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: h, WriteTimeout: writeTimeout}
	ended := make(chan error, 1)
	go func() { ended <- Serve(server, l) }()
	t.Cleanup(func() {
		_ = server.Close()
		if err := <-ended; err != http.ErrServerClosed { //nolint:errorlint // the value itself
			t.Errorf("the server ended by %v", err)
		}
	})
	return "http://" + l.Addr().String()
}

// declared writes n bytes, of which the header tells.
func declared(w http.ResponseWriter, n int) []byte {
	body := bytes.Repeat([]byte("0123456789abcdef"), n/16+1)[:n]
	w.Header().Set("Content-Length", strconv.Itoa(n))
	_, _ = w.Write(body)
	return body
}

func ask(t *testing.T, method, address string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(body)
}

// TestServe asks for answers of many lengths over one connection: those about which net/http's 4 KB run out, too.
func TestServe(t *testing.T) {
	address := serving(t, func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.URL.Query().Get("n"))
		declared(w, n)
	})
	lengths := []int{0, 1, least - 1, least, 27_000, 1 << 20, 3 << 20}
	for n := 3_900; n < 4_200; n++ {
		lengths = append(lengths, n)
	}
	for _, n := range lengths {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			answer, body := ask(t, method, fmt.Sprintf("%s/?n=%d", address, n))
			want := strings.Repeat("0123456789abcdef", n/16+1)[:n]
			if answer.ContentLength != int64(n) || method == http.MethodGet && body != want || method == http.MethodHead && body != "" {
				t.Fatalf("%s of %d bytes: Content-Length %d, %d bytes", method, n, answer.ContentLength, len(body))
			}
		}
	}
}

// TestServe_inTurns writes in other ways than once and whole.
func TestServe_inTurns(t *testing.T) {
	part := strings.Repeat("x", 10_000)
	address := serving(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/declared" {
			w.Header().Set("Content-Length", "30000")
		}
		for range 3 {
			_, _ = io.WriteString(w, part)
		}
	})
	for _, path := range []string{"/declared", "/chunks"} {
		if _, body := ask(t, http.MethodGet, address+path); body != part+part+part {
			t.Errorf("%s: %d bytes", path, len(body))
		}
	}
}

// TestServe_pipelined asks twice before it reads.
func TestServe_pipelined(t *testing.T) {
	address := serving(t, func(w http.ResponseWriter, _ *http.Request) { declared(w, 20_000) })
	c, err := (&net.Dialer{}).DialContext(context.Background(), "tcp", strings.TrimPrefix(address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if _, err := io.WriteString(c, strings.Repeat("GET / HTTP/1.1\r\nHost: here\r\n\r\n", 2)); err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReader(c)
	for range 2 {
		answer, err := http.ReadResponse(in, nil)
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(answer.Body); err != nil || len(body) != 20_000 {
			t.Errorf("%d bytes, %v", len(body), err)
		}
		_ = answer.Body.Close()
	}
}

// TestServe_gone writes to a client that has gone.
func TestServe_gone(t *testing.T) {
	failed := make(chan error, 1)
	address := serving(t, func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		body := make([]byte, 8<<20)
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		_, err := w.Write(body)
		failed <- err
	})
	c, err := (&net.Dialer{}).DialContext(context.Background(), "tcp", strings.TrimPrefix(address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(c, "GET / HTTP/1.1\r\nHost: here\r\n\r\n")
	_ = c.Close()
	if err := <-failed; err == nil {
		t.Error("8 MB went to a client that had gone")
	}
}

// TestServe_slow asks for much and takes nothing until the server has given up: what it gets then is whole answers, and part of one at the end.
func TestServe_slow(t *testing.T) {
	for _, n := range []int{3_300, 20_000} { // held until the end, and sent with its header
		address := serving(t, func(w http.ResponseWriter, _ *http.Request) {
			declared(w, n)
		})
		c, err := (&net.Dialer{}).DialContext(context.Background(), "tcp", strings.TrimPrefix(address, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		tcp, _ := c.(*net.TCPConn)
		_ = tcp.SetReadBuffer(16 << 10)
		go func() { _, _ = io.WriteString(c, strings.Repeat("GET / HTTP/1.1\r\nHost: here\r\n\r\n", 20<<20/n)) }()
		time.Sleep(3 * writeTimeout)
		in, whole := bufio.NewReader(c), 0
		for {
			answer, err := http.ReadResponse(in, nil)
			if err != nil {
				if !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) && !errors.Is(err, syscall.ECONNRESET) {
					t.Errorf("%d bytes: after %d answers: %v", n, whole, err)
				}
				break
			}
			body, err := io.ReadAll(answer.Body)
			if want := strings.Repeat("0123456789abcdef", n/16+1)[:n]; string(body) != want[:len(body)] {
				t.Errorf("%d bytes: answer %d has something else", n, whole+1)
			}
			if err != nil {
				break
			}
			whole++
		}
		if whole == 0 || whole >= 20<<20/n {
			t.Errorf("%d bytes: %d whole answers", n, whole)
		}
	}
}
