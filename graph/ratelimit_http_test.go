package graph_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"councilgraph/ent"
	"councilgraph/graph"
	"councilgraph/internal/limits"
)

// limited sets limits of a test's server.
func limited(change func(*limits.Limits)) func(*graph.Config) {
	return func(c *graph.Config) {
		l := limits.Default()
		change(&l)
		c.Limits = &l
	}
}

// What a query costs is told by the field, by the headers and, when it is asked for, by the extension.
func TestRateLimit_shown(t *testing.T) {
	a := newAPI(t, limited(func(l *limits.Limits) { l.Points = 1000 }))
	const query = `{ councils(first: 7) { nodes { name } } rateLimit { cost limit remaining resetAt nodeCount } }`
	got := a.do(t, "POST", "/", `{"query": "`+query+`", "extensions": {"cost": true}}`, nil)
	var r struct {
		Data struct {
			RateLimit struct {
				Cost, Limit, Remaining, NodeCount int
				ResetAt                           time.Time
			}
		}
		Extensions struct {
			Cost map[string]any
		}
	}
	if err := json.Unmarshal([]byte(got.body), &r); err != nil {
		t.Fatal(err)
	}
	l := r.Data.RateLimit
	if l.Cost != 9 || l.Limit != 1000 || l.Remaining != 991 || l.NodeCount != 7 || time.Until(l.ResetAt) > time.Minute {
		t.Errorf("the field says %+v", l)
	}
	h := got.Header
	if h.Get("X-RateLimit-Cost") != "9" || h.Get("X-RateLimit-Limit") != "1000" || h.Get("X-RateLimit-Remaining") != "991" || h.Get("X-RateLimit-Reset") != strconv.FormatInt(l.ResetAt.Unix(), 10) {
		t.Errorf("the headers say %v, the field resets at %s", h, l.ResetAt)
	}
	c := r.Extensions.Cost
	if c["cost"] != 9.0 || c["limit"] != 1000.0 || c["remaining"] != 991.0 || c["nodeCount"] != 7.0 || c["resetAt"] != l.ResetAt.Format(time.RFC3339) {
		t.Errorf("the extension says %v", c)
	}
	if plain := a.do(t, "POST", "/", `{"query": "{ __typename }"}`, nil); strings.Contains(plain.body, "extensions") || plain.Header.Get("X-RateLimit-Cost") != "1" {
		t.Errorf("not asked for: %s %v", plain.body, plain.Header)
	}
}

// Where points are not counted nothing is said of them, and the cost still is.
func TestRateLimit_notCounted(t *testing.T) {
	a := newAPI(t)
	got := a.get(t, `{ rateLimit { cost limit remaining resetAt nodeCount } }`, nil)
	if !strings.Contains(got.body, `{"cost":1,"limit":null,"remaining":null,"resetAt":null,"nodeCount":0}`) || got.Header.Get("X-RateLimit-Limit") != "" {
		t.Errorf("%s %v", got.body, got.Header)
	}
}

// Who has used the points up is told when to come back, whatever is asked and before it is read. Others are answered.
func TestRateLimit_usedUp(t *testing.T) {
	a := newAPI(t, limited(func(l *limits.Limits) { l.Points, l.Refill = 30, 1 }), func(c *graph.Config) {
		c.Clients.Keys = map[string]string{"0123456789abcdef0123": "gazette"}
	})
	big := `{"query": "{ councils(first: 50) { nodes { name } } }"}`
	if got := a.do(t, "POST", "/", big, nil); got.StatusCode != http.StatusOK || got.Header.Get("X-RateLimit-Remaining") != "0" {
		t.Fatalf("the first is answered though it overdraws: %d %s %v", got.StatusCode, got.body, got.Header)
	}
	for _, body := range []string{big, `no JSON`} {
		got := a.do(t, "POST", "/", body, nil)
		wait, err := strconv.Atoi(got.Header.Get("Retry-After"))
		if got.StatusCode != http.StatusTooManyRequests || err != nil || wait < 1 || wait > 23 || !strings.Contains(got.body, `"code":"RATE_LIMITED"`) || !strings.Contains(got.body, `"limit":30`) {
			t.Errorf("%d %s %v", got.StatusCode, got.body, got.Header)
		}
	}
	key := map[string]string{"X-API-Key": "0123456789abcdef0123"}
	if got := a.do(t, "POST", "/", big, key); got.StatusCode != http.StatusOK || got.Header.Get("X-RateLimit-Limit") != "300" || got.Header.Get("X-RateLimit-Remaining") != "249" {
		t.Errorf("with a key: %d %s %v", got.StatusCode, got.body, got.Header)
	}
	key["X-API-Key"] = "0123456789abcdef9999"
	if got := a.do(t, "POST", "/", big, key); got.StatusCode != http.StatusUnauthorized || !strings.Contains(got.body, "UNKNOWN_KEY") || got.Header.Get("WWW-Authenticate") != "Bearer" || strings.Contains(got.body, "9999") {
		t.Errorf("with a key that nobody holds: %d %s", got.StatusCode, got.body)
	}
}

// A query that is read and refused costs ten points, an answer that the client has already one.
func TestRateLimit_refusedAndKept(t *testing.T) {
	a := newAPI(t, limited(func(l *limits.Limits) { l.Points, l.Refill = 1000, 1 }))
	remaining := func(got answered) int {
		n, err := strconv.Atoi(got.Header.Get("X-RateLimit-Remaining"))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	kept := a.get(t, `{ councils(first: 99) { nodes { name } } }`, nil)
	again := a.get(t, `{ councils(first: 99) { nodes { name } } }`, map[string]string{"If-None-Match": kept.Header.Get("ETag")})
	if again.StatusCode != http.StatusNotModified || remaining(kept)-remaining(again) > 0 {
		t.Errorf("%d, %d points left and then %d", again.StatusCode, remaining(kept), remaining(again))
	}
	a.get(t, `{ nothing }`, nil)
	after := a.get(t, `{ __typename }`, nil)
	if cost := remaining(kept) - remaining(after); cost < 5 || cost > 12 {
		t.Errorf("the kept answer, the refused query and the last one cost %d points together; want 1 + 10 + 1, less the seconds that have passed", cost)
	}
}

// holding makes councils wait until the test lets go, or until their request ends.
func (a *api) holding() (release func(), begun <-chan struct{}, ended <-chan error) {
	held, begin, end := make(chan struct{}), make(chan struct{}, 100), make(chan error, 100)
	a.serving.Client.Council.Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			begin <- struct{}{}
			select {
			case <-held:
			case <-ctx.Done():
				end <- ctx.Err()
			}
			return next.Query(ctx, q)
		})
	}))
	return func() { close(held) }, begin, end
}

// So many requests of a client run at a time and no more, and so many of all. The others are told to come back.
func TestRateLimit_atATime(t *testing.T) {
	a := newAPI(t, limited(func(l *limits.Limits) { l.Concurrent, l.Everyone = 2, 3 }), func(c *graph.Config) {
		c.Clients.Keys = map[string]string{"0123456789abcdef0123": "gazette", "0123456789abcdef0124": "university"}
	})
	release, begun, _ := a.holding()
	answers := make(chan answered, 3)
	ask := func(key string) answered {
		return a.do(t, "POST", "/", `{"query": "{ councils { totalCount } }"}`, map[string]string{"X-API-Key": key})
	}
	for _, key := range []string{"", "", "0123456789abcdef0123"} {
		go func() { answers <- ask(key) }()
		<-begun
	}
	if got := ask(""); got.StatusCode != http.StatusTooManyRequests || got.Header.Get("Retry-After") != "1" || !strings.Contains(got.body, `{"actual":3,"code":"CONCURRENCY_LIMIT_EXCEEDED","limit":2}`) {
		t.Errorf("the third of one client: %d %s", got.StatusCode, got.body)
	}
	if got := ask("0123456789abcdef0124"); got.StatusCode != http.StatusServiceUnavailable || got.Header.Get("Retry-After") != "1" || !strings.Contains(got.body, `{"actual":4,"code":"OVERLOADED","limit":3}`) {
		t.Errorf("the fourth of all: %d %s", got.StatusCode, got.body)
	}
	release()
	for range 3 {
		if got := <-answers; got.StatusCode != http.StatusOK || strings.Contains(got.body, "errors") {
			t.Errorf("held, then answered: %d %s", got.StatusCode, got.body)
		}
	}
	if got := ask(""); got.StatusCode != http.StatusOK {
		t.Errorf("when they are gone: %d %s", got.StatusCode, got.body)
	}
}

// A client that leaves stops its query, and its place is free again.
func TestRateLimit_clientLeaves(t *testing.T) {
	a := newAPI(t, limited(func(l *limits.Limits) { l.Concurrent = 1 }))
	release, begun, ended := a.holding()
	ctx, leave := context.WithCancel(t.Context())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		req, _ := http.NewRequestWithContext(ctx, http.MethodGet, a.URL+"/?query=%7Bcouncils%7BtotalCount%7D%7D", nil)
		if res, err := http.DefaultClient.Do(req); err == nil {
			_ = res.Body.Close()
		}
	}()
	<-begun
	leave()
	if err := <-ended; err == nil {
		t.Error("the query went on")
	}
	<-gone
	release()
	for { // the server frees the place when it has noticed
		if got := a.do(t, "POST", "/", `{"query": "{ councils { totalCount } }"}`, nil); got.StatusCode == http.StatusOK {
			break
		}
		if t.Context().Err() != nil {
			t.Fatal("the place was never free again")
		}
	}
}

// Who sends slowly takes no place from others.
func TestRateLimit_slowBody(t *testing.T) {
	a := newAPI(t, limited(func(l *limits.Limits) { l.Concurrent, l.Everyone = 1, 1 }))
	const body = `{"query": "{ __typename }"}`
	var slow []net.Conn
	for range 5 {
		c, err := net.Dial("tcp", a.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		_, _ = fmt.Fprintf(c, "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body[:10])
		slow = append(slow, c)
	}
	if got := a.do(t, "POST", "/", body, nil); got.StatusCode != http.StatusOK {
		t.Errorf("while others send: %d %s", got.StatusCode, got.body)
	}
	_, _ = fmt.Fprint(slow[0], body[10:])
	res, err := http.ReadResponse(bufio.NewReader(slow[0]), nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("a slow one that ends: %s", res.Status)
	}
}
