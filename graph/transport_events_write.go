package graph

import (
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// events writes a stream of events.
type events struct {
	w    http.ResponseWriter
	conn *http.ResponseController
}

func newEvents(w http.ResponseWriter) events {
	return events{w, http.NewResponseController(w)}
}

// open begins the stream. What the server allows for an ordinary request is lifted.
func (s events) open() error {
	h := s.w.Header()
	h.Set("Content-Type", formEvents.contentType())
	h.Set("X-Accel-Buffering", "no")        // a proxy must not wait for more
	_ = s.conn.SetReadDeadline(time.Time{}) // a writer without deadlines, as in some tests, has nothing to lift
	return s.comment()
}

// next is one response; a JSON text has no line ends, so it is one line.
func (s events) next(response *graphql.Response) error {
	body, err := marshal(response)
	if err != nil {
		return err
	}
	return s.write("event: next\ndata: " + string(body) + "\n\n")
}

// complete says that there will be no more. The empty data lets browsers pass the event on.
func (s events) complete() error { return s.write("event: complete\ndata:\n\n") }

// comment says nothing.
func (s events) comment() error { return s.write(":\n\n") }

// close gives the connection time for the end of the stream, which the server writes.
func (s events) close() { _ = s.conn.SetWriteDeadline(time.Now().Add(eventTime)) }

func (s events) write(text string) error {
	_ = s.conn.SetWriteDeadline(time.Now().Add(eventTime))
	if _, err := s.w.Write([]byte(text)); err != nil {
		return err
	}
	return s.conn.Flush()
}

// whole answers with one response in the form of a stream: a query, or a subscription that is refused, which
// graphql-sse wants to read as an event.
func (s events) whole(response *graphql.Response) {
	if s.open() != nil || s.next(response) != nil {
		return // the client has gone
	}
	_ = s.complete()
}
