// Package whole sends an answer over HTTP in one piece. net/http gathers 4 KB, sends them, and then sends the rest:
// two system calls for the server, and two packets of which each wakes the client.
package whole

import (
	"context"
	"net"
	"net/http"
	"strconv"
)

// least is from how many bytes on an answer is held: with its header a smaller one fits into what net/http gathers.
const least = 3 << 10

// Serve serves as server.Serve does. An answer that is written at once, of the length that its header declares, leaves in one piece.
func Serve(server *http.Server, listener net.Listener) error {
	next := server.Handler
	server.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, ok := r.Context().Value(connKey{}).(*conn); ok {
			w = &writer{w, c}
		}
		next.ServeHTTP(w, r)
	})
	server.ConnContext = func(ctx context.Context, c net.Conn) context.Context {
		return context.WithValue(ctx, connKey{}, c)
	}
	return server.Serve(accepting{listener})
}

type connKey struct{}

// accepting gives connections that can hold what is written.
type accepting struct{ net.Listener }

func (l accepting) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if tcp, ok := c.(*net.TCPConn); ok {
		return &conn{TCPConn: tcp}, err
	}
	return c, err // of another kind, which cannot send several pieces as one
}

// writer is how an answer is written.
type writer struct {
	http.ResponseWriter
	conn *conn
}

// Unwrap lets the server reach the writer behind.
func (w *writer) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *writer) Write(b []byte) (int, error) {
	if len(b) < least || w.Header().Get("Content-Length") != strconv.Itoa(len(b)) {
		return w.ResponseWriter.Write(b)
	}
	w.conn.hold()
	n, err := w.ResponseWriter.Write(b)
	if err == nil {
		err = http.NewResponseController(w.ResponseWriter).Flush()
	}
	if e := w.conn.release(); err == nil {
		err = e
	}
	return n, err
}
