package graph_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// serveHTTP serves a handler until the test ends.
func serveHTTP(t *testing.T, h http.Handler) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

// request asks a server for what it has, in one encoding.
func request(t *testing.T, s *httptest.Server, encoding string) *http.Response {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept-Encoding", encoding)
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = res.Body.Close() })
	return res
}

// fetch is what a handler answers, and whether it arrived whole.
func fetch(t *testing.T, h http.Handler, encoding string) (string, error) {
	t.Helper()
	b, err := io.ReadAll(request(t, serveHTTP(t, h), encoding).Body)
	return string(b), err
}
