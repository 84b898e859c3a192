package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// echo answers with what it is sent: whole, in chunks, or with a fault.
func echo(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		switch r.URL.Path {
		case "/whole":
			_, _ = w.Write(body)
		case "/chunks":
			for _, part := range strings.SplitAfter(string(body), " ") {
				_, _ = io.WriteString(w, part)
				w.(http.Flusher).Flush()
			}
		case "/fault":
			http.Error(w, "no", http.StatusTeapot)
		}
	}))
	t.Cleanup(s.Close)
	return s.Listener.Addr().String()
}

// One connection brings answer after answer, however they come.
func TestWire(t *testing.T) {
	addr := echo(t)
	w, err := dial(t.Context(), addr)
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	long := strings.Repeat("many words ", 20_000)
	for _, c := range []struct {
		path, body, want string
		status           int
	}{
		{"/whole", "short", "short", 200}, {"/chunks", "one two three", "one two three", 200}, {"/fault", "x", "no\n", 418},
		{"/whole", long, long, 200}, {"/chunks", long[:2000], long[:2000], 200}, {"/whole", "", "", 200},
	} {
		status, body, err := w.ask(post(addr, c.path, []byte(c.body)), time.Now())
		if err != nil || status != c.status || string(body) != c.want {
			t.Errorf("%s with %d bytes: %d, %d bytes, %v", c.path, len(c.body), status, len(body), err)
		}
	}
}

// Clients ask all the time, and what is not as it was is counted.
func TestLoad(t *testing.T) {
	addr := echo(t)
	right := shot{post(addr, "/whole", []byte("right")), sum([]byte("right")), 0}
	wrong := shot{post(addr, "/whole", []byte("wrong")), sum([]byte("right")), 0}
	m, err := load(t.Context(), addr, []shot{right, wrong, right, wrong}, 4, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if m.requests < 8 || m.wrong < m.requests/2-4 || m.wrong > m.requests/2+4 {
		t.Errorf("%d of %d are wrong, want half", m.wrong, m.requests)
	}
	if m.p50 <= 0 || m.p99 < m.p50 {
		t.Errorf("p50 %v, p99 %v", m.p50, m.p99)
	}
	if _, err := load(t.Context(), "127.0.0.1:1", []shot{right}, 1, time.Millisecond); err == nil {
		t.Error("nobody listens there, and nothing is said")
	}
}

// A query that is to be new is another one each time.
func TestLoad_new(t *testing.T) {
	var mu sync.Mutex
	seen := map[string]int{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || len(body) != len("{a}"+unasked) || !strings.HasPrefix(string(body), "{a}#") {
			t.Errorf("asked %q (%v)", body, err)
		}
		mu.Lock()
		seen[string(body)]++
		mu.Unlock()
		_, _ = w.Write([]byte("right"))
	}))
	defer s.Close()
	addr := s.Listener.Addr().String()
	request := post(addr, "/", []byte("{a}"+unasked))
	m, err := load(t.Context(), addr, []shot{{request, sum([]byte("right")), len(request) - len(unasked) + 1}}, 4, time.Second/2)
	if err != nil || m.wrong > 0 || m.requests < 8 {
		t.Fatalf("%d requests, %d wrong, %v", m.requests, m.wrong, err)
	}
	if len(seen) < m.requests {
		t.Errorf("%d queries in %d requests", len(seen), m.requests)
	}
}
