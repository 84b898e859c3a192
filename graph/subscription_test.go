package graph_test

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"councilgraph/graph"
)

// event is one event of a stream.
type event struct {
	name string
	data reply
}

// stream is an open stream of events.
type stream struct {
	response *http.Response
	lines    *bufio.Scanner
}

// quick looks for changes often, so that tests need not wait.
func quick(c *graph.Config) { c.Poll = 10 * time.Millisecond }

// subscribe opens a stream by GET.
func (a *api) subscribe(t testing.TB, query string) *stream {
	t.Helper()
	return a.subscribeFrom(t, query, "")
}

// subscribeFrom opens one for a client behind a proxy.
func (a *api) subscribeFrom(t testing.TB, query, client string) *stream {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, a.URL+"/?"+url.Values{"query": {query}}.Encode(), nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept", "text/event-stream")
	req.Header.Set("X-Forwarded-For", client)
	res, err := (&http.Transport{}).RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = res.Body.Close() })
	return &stream{res, bufio.NewScanner(res.Body)}
}

// next is the next event; ok is false where the stream has ended.
func (s *stream) next(t testing.TB) (e event, ok bool) {
	t.Helper()
	for s.lines.Scan() {
		line := s.lines.Text()
		if name, found := strings.CutPrefix(line, "event: "); found {
			e.name = name
		}
		if data, found := strings.CutPrefix(line, "data: "); found {
			if err := json.Unmarshal([]byte(data), &e.data); err != nil {
				t.Fatalf("%s: %v", data, err)
			}
		}
		if line == "" && e.name != "" {
			return e, true
		}
	}
	return e, false
}

// begun waits until a stream has begun, so that what happens next is in it.
func (s *stream) begun(t testing.TB) {
	t.Helper()
	if !s.lines.Scan() || s.lines.Text() != ":" {
		t.Fatalf("%d %v %q", s.response.StatusCode, s.response.Header, s.lines.Text())
	}
	if s.response.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatal(s.response.Header)
	}
}

// A stream brings what is taken in while it is open, with the fields that were asked for, and only what
// fulfils the condition.
func TestSubscription_resolutionPublished(t *testing.T) {
	a := newAPI(t, quick)
	all := a.subscribe(t, `subscription { resolutionPublished { text agendaItem { title } council { slug } } }`)
	none := a.subscribe(t, `subscription { resolutionPublished(where: {hasCouncilWith: [{slug: "bromley"}]}) { text } }`)
	all.begun(t)
	none.begun(t)
	a.ingest(t, 2, "A bandstand", "that a bandstand be built.")
	e, _ := all.next(t)
	if e.name != "next" || at(e.data.Data, "resolutionPublished", "text") != "that a bandstand be built." && !strings.Contains(at(e.data.Data, "resolutionPublished", "text").(string), "bandstand") ||
		at(e.data.Data, "resolutionPublished", "agendaItem", "title") != "A bandstand" || at(e.data.Data, "resolutionPublished", "council", "slug") != "lewisham" {
		t.Errorf("%+v", e)
	}
	// Taken in again, it does not come again: the next that comes is another.
	a.ingest(t, 2, "A bandstand", "that a bandstand be built.")
	a.ingest(t, 3, "A fountain", "that a fountain be mended.")
	if e, _ := all.next(t); at(e.data.Data, "resolutionPublished", "agendaItem", "title") != "A fountain" {
		t.Errorf("%+v", e)
	}
	_ = none.response.Body.Close()
}

// The changes come whole and in order, whoever makes them, by kind where that is asked.
func TestSubscription_changes(t *testing.T) {
	a := newAPI(t, quick)
	all := a.subscribe(t, `subscription { changes { nodeType nodeID } }`)
	some := a.subscribe(t, `subscription { c: changes(types: ["Ward", "Person"]) { nodeType nodeID } }`)
	all.begun(t)
	some.begun(t)
	const n = 250 // more than a stream reads at once
	for i := range n {
		kind := "Committee"
		if i%100 == 50 {
			kind = "Ward"
		}
		if _, err := a.db.DB.Exec(`INSERT INTO changes (action, node_type, node_id, at) VALUES ('UPDATED', '` + kind + `', ` + strconv.Itoa(i) + `, '2026-01-01T00:00:00Z')`); err != nil {
			t.Fatal(err)
		}
	}
	for i := range n {
		e, ok := all.next(t)
		if !ok || at(e.data.Data, "changes", "nodeID") != strconv.Itoa(i) {
			t.Fatalf("event %d: %+v %v", i, e, ok)
		}
	}
	for i := 50; i < n; i += 100 {
		if e, _ := some.next(t); at(e.data.Data, "c", "nodeID") != strconv.Itoa(i) || at(e.data.Data, "c", "nodeType") != "Ward" {
			t.Fatalf("event %d: %+v", i, e)
		}
	}
}

// What does not run is said in an event, as graphql-sse has it; so is the answer of a query.
func TestSubscription_events(t *testing.T) {
	a := newAPI(t)
	for _, c := range []struct{ query, code string }{
		{`{ __typename }`, ""},
		{`subscription { nothing }`, "GRAPHQL_VALIDATION_FAILED"},
		{`subscription { changes { id } again: changes { id } }`, "GRAPHQL_VALIDATION_FAILED"},
		{`subscription { changes(types: ["Cat"]) { id } }`, "BAD_USER_INPUT"},
		{`subscription {`, "GRAPHQL_PARSE_FAILED"},
	} {
		s := a.subscribe(t, c.query)
		e, _ := s.next(t)
		switch {
		case s.response.StatusCode != http.StatusOK || e.name != "next":
			t.Errorf("%s: %d %+v", c.query, s.response.StatusCode, e)
		case c.code == "" && at(e.data.Data, "__typename") != "Query":
			t.Errorf("%s: %+v", c.query, e)
		case c.code != "" && (len(e.data.Errors) == 0 || e.data.Errors[0].Extensions["code"] != c.code):
			t.Errorf("%s: %+v, want %s", c.query, e, c.code)
		}
		if e, _ := s.next(t); e.name != "complete" {
			t.Errorf("%s: %+v, want complete", c.query, e)
		}
		if e, more := s.next(t); more {
			t.Errorf("%s: and then %+v", c.query, e)
		}
	}
}

// A client that takes anything gets a stream for a subscription where it names it at all, and is told
// how to ask where it does not.
func TestSubscription_accept(t *testing.T) {
	a := newAPI(t)
	got := a.do(t, "POST", "/", `{"query": "subscription { changes { id } }"}`, map[string]string{"Accept": "application/json"})
	if got.StatusCode != http.StatusNotAcceptable || !strings.Contains(got.body, "text/event-stream") {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
	const urql = "application/graphql-response+json, application/json, text/event-stream, multipart/mixed"
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, a.URL, strings.NewReader(`{"query": "subscription { changes { id } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept", urql)
	req.Header.Set("Content-Type", "application/json")
	res, err := (&http.Transport{}).RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	if res.Header.Get("Content-Type") != "text/event-stream" {
		t.Errorf("%d %v", res.StatusCode, res.Header)
	}
	if got := a.do(t, "POST", "/", `{"query": "{ __typename }"}`, map[string]string{"Accept": urql}); !strings.HasPrefix(got.Header.Get("Content-Type"), "application/graphql-response+json") {
		t.Errorf("a query: %v", got.Header)
	}
}

// There is an end to streams, of one client and of all, and a place for the next one when one ends.
func TestSubscription_bounded(t *testing.T) {
	a := newAPI(t, quick, func(c *graph.Config) { c.Clients.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")} })
	const query = `subscription { changes { id } }`
	from := func(client int) *stream {
		return a.subscribeFrom(t, query, "198.51.100."+strconv.Itoa(client))
	}
	var open []*stream
	for i := range 100 {
		s := from(i / 10)
		s.begun(t)
		open = append(open, s)
	}
	for client, status := range map[int]int{0: http.StatusTooManyRequests, 10: http.StatusServiceUnavailable} {
		if s := from(client); s.response.StatusCode != status || s.response.Header.Get("Retry-After") == "" {
			t.Errorf("client %d: %d %v, want %d", client, s.response.StatusCode, s.response.Header, status)
		}
	}
	_ = open[0].response.Body.Close()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if s := from(10); s.response.StatusCode == http.StatusOK {
			break
		} else if time.Now().After(deadline) {
			t.Fatal("the place of a stream that has ended is not given away")
		}
	}
}

// A server that stops ends its streams, without saying that they are complete.
func TestSubscription_stopping(t *testing.T) {
	stopping := make(chan struct{})
	a := newAPI(t, func(c *graph.Config) { c.Stopping = stopping })
	s := a.subscribe(t, `subscription { changes { id } }`)
	s.begun(t)
	close(stopping)
	if e, more := s.next(t); more {
		t.Errorf("%+v", e)
	}
}

// Streams outlive what an ordinary request may take.
func TestSubscription_lasts(t *testing.T) {
	a := newAPI(t, quick, func(c *graph.Config) { c.Timeout = 100 * time.Millisecond })
	server := httptest.NewUnstartedServer(a.Config.Handler)
	server.Config.ReadTimeout, server.Config.WriteTimeout = time.Second, time.Second
	server.Start()
	t.Cleanup(server.Close)
	a.Server = server
	s := a.subscribe(t, `subscription { changes(types: ["Council"]) { nodeID } }`)
	s.begun(t)
	time.Sleep(1500 * time.Millisecond) // longer than each of the three
	if _, err := a.db.DB.Exec(`INSERT INTO changes (action, node_type, node_id, at) VALUES ('UPDATED', 'Council', 7, '2026-01-01T00:00:00Z')`); err != nil {
		t.Fatal(err)
	}
	if e, ok := s.next(t); !ok || at(e.data.Data, "changes", "nodeID") != "7" {
		t.Errorf("%+v %v", e, ok)
	}
}
