package testsite

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"time"
)

// Options are what a site is like. The zero value of a field is the usual.
type Options struct {
	// Seed decides who and what the council is.
	Seed uint64
	// Name is the council's name; "" is Wexcombe Borough Council.
	Name string
	// Today is the day of the site, from which its meetings are reckoned; the zero time is 2026-03-02.
	Today time.Time
	// Committees is how many committees meet, at most six; 0 is three. Beside them stands one that meets no more.
	Committees int
	// Meetings is how many meetings each committee has, the last two of them ahead; 0 is six.
	Meetings int
	// Decisions is how many decisions were taken outside meetings; below 0 is none, 0 is three.
	Decisions int
	// Base is the path under which the system stands, such as /moderngov; "" is the root.
	Base string
	// ServiceOff says that the web service answers 404.
	ServiceOff bool
	// CountsOnly says that GetMeetings of all committees answers with counts and no meetings, as some installs do.
	CountsOnly bool
	// ErrorPage says that what is not there leads to a page that says so, with status 200, instead of a 404.
	ErrorPage bool
	// Validators says that pages carry an ETag and that If-None-Match is honoured.
	Validators bool
	// Stamped says that pages hold the moment at which they were asked for, so that no two answers have the same bytes.
	Stamped bool
	// Robots is the content of /robots.txt; "" for none.
	Robots string
}

func (o Options) filled() Options {
	if o.Name == "" {
		o.Name = "Wexcombe Borough Council"
	}
	if o.Today.IsZero() {
		o.Today = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	}
	if o.Committees == 0 {
		o.Committees = 3
	}
	if o.Meetings == 0 {
		o.Meetings = 6
	}
	switch {
	case o.Decisions == 0:
		o.Decisions = 3
	case o.Decisions < 0:
		o.Decisions = 0
	}
	o.Base = strings.TrimRight(o.Base, "/")
	return o
}

// Request is one request that a site was asked.
type Request struct {
	At, Done time.Time // when it came; when it was answered, zero until then
	Target   string    // path and query
	Agent    string    // User-Agent
	Status   int       // 0 until it is answered
}

// Site is a council's site that answers.
type Site struct {
	server  *httptest.Server
	options Options

	mu       sync.Mutex
	world    *world
	base     string
	faults   []*Fault
	files    map[string]File // by the number of the document
	requests []Request
	log      int // how often requests were forgotten
}

// Start makes the council and serves it until Close.
func Start(o Options) *Site {
	s := newSite(o)
	s.server = httptest.NewServer(s)
	return s
}

// StartAt serves the council at an address, HOST:PORT, until Close.
func StartAt(o Options, address string) (*Site, error) {
	l, err := net.Listen("tcp", address) //nolint:noctx // it is there as long as the site
	if err != nil {
		return nil, fmt.Errorf("serve the council: %w", err)
	}
	s := newSite(o)
	s.server = &httptest.Server{Listener: l, Config: &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}}
	s.server.Start()
	return s, nil
}

// StartTLS is Start with a certificate that nobody has signed.
func StartTLS(o Options) *Site {
	s := newSite(o)
	s.server = httptest.NewTLSServer(s)
	return s
}

func newSite(o Options) *Site {
	o = o.filled()
	return &Site{options: o, world: newWorld(o), base: o.Base}
}

// Close ends the site.
func (s *Site) Close() { s.server.Close() }

// Root is the address of the site's host, without a slash at its end.
func (s *Site) Root() string { return s.server.URL }

// URL is the address under which the system stands now, without a slash at its end.
func (s *Site) URL() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.server.URL + s.base
}

// Requests are all requests so far, in the order in which they came.
func (s *Site) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Forget forgets the requests so far.
func (s *Site) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests, s.log = nil, s.log+1
}

// ServeHTTP answers as the council's site.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	out := &noted{ResponseWriter: w, status: http.StatusOK}
	s.mu.Lock()
	nth := len(s.requests)
	log := s.log
	s.requests = append(s.requests, Request{At: time.Now(), Target: r.URL.RequestURI(), Agent: r.UserAgent()})
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if log == s.log {
			s.requests[nth].Done, s.requests[nth].Status = time.Now(), out.status
		}
	}()
	if f := s.fault(r.URL.RequestURI()); f != nil && f.answer(out, r) {
		return
	}
	s.answer(out, r)
}

// noted is an answer whose status is noted.
type noted struct {
	http.ResponseWriter
	status int
}

func (n *noted) WriteHeader(status int) {
	n.status = status
	n.ResponseWriter.WriteHeader(status)
}

// Unwrap gives the answer itself to whoever controls the connection.
func (n *noted) Unwrap() http.ResponseWriter { return n.ResponseWriter }
