package e2e

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// Whoever runs the server sees its figures at an address of their own and its traces at their collector, without
// what was asked for; and a request that has begun when the server is told to stop is answered.
func TestOperate(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program")
	}
	var mu sync.Mutex
	var traces bytes.Buffer
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		_, _ = io.Copy(&traces, r.Body)
	}))
	defer collector.Close()

	server := exec.CommandContext(t.Context(), buildBinary(t), "serve", "--sample", "--addr", "127.0.0.1:0",
		"--metrics-addr", "127.0.0.1:0", "--otlp", collector.URL+"/v1/traces")
	var log bytes.Buffer
	server.Stderr = &log
	printed, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	at := map[string]string{}
	for lines := bufio.NewScanner(printed); len(at) < 4 && lines.Scan(); {
		name, address, _ := strings.Cut(lines.Text(), " ")
		at[name] = strings.TrimSpace(address)
	}
	query := `{"query": "query Named($slug: String) { council(slug: $slug) { name } }", "variables": {"slug": "bromley"}}`
	ask := func() string { return send(t, http.MethodPost, at["GraphQL"], query) }
	if got := ask() + ask(); strings.Count(got, "London Borough of Bromley") != 2 {
		t.Fatalf("%v answers %s\n%s", at, got, log.String())
	}
	send(t, http.MethodPost, at["GraphQL"], strings.Replace(query, "bromley", "lewisham", 1))
	figures := send(t, http.MethodGet, at["Metrics"], "")
	for _, want := range []string{
		`councilgraph_requests_total{code="",kind="query",operation="Named",status="200"} 3`,
		`councilgraph_request_duration_seconds_count{operation="Named"} 3`,
		`councilgraph_query_cost_points_count{operation="Named"} 2`,
		`councilgraph_cache_total{cache="document",result="hit"} 1`,
		`councilgraph_queries_total{way="compiled"} 2`,
		`councilgraph_queries_total{way="kept"} 1`,
		`councilgraph_requests_in_flight 0`,
		`go_sql_open_connections{db_name="councilgraph"}`,
	} {
		if !strings.Contains(figures, want) {
			t.Errorf("the figures lack %s:\n%s", want, figures)
		}
	}
	if here := send(t, http.MethodGet, strings.Replace(at["GraphQL"], "/graphql", "/metrics", 1), ""); strings.Contains(here, "councilgraph_requests_total") {
		t.Error("the figures are at the address of the API too")
	}

	finish := begin(t, at["GraphQL"], query)
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond) // the signal has arrived
	if got := finish(); !strings.Contains(got, "London Borough of Bromley") {
		t.Errorf("what had begun is answered by %q", got)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("the server does not stop well: %v\n%s", err, log.String())
	}
	mu.Lock()
	defer mu.Unlock()
	sent := traces.String()
	for want, is := range map[string]bool{"graphql.operation.name": true, "Named": true, "db.query.text": true, "councils": true, "bromley": false} {
		if strings.Contains(sent, want) != is {
			t.Errorf("the traces hold %q: %t, want %t", want, !is, is)
		}
	}
	if strings.Contains(log.String(), "bromley") {
		t.Errorf("the log tells what was asked for:\n%s", log.String())
	}
}

func send(t *testing.T, method, address, body string) string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// begin sends a request as far as the middle of its body; the function that it gives sends the rest and gives
// what comes back.
func begin(t *testing.T, address, body string) func() string {
	t.Helper()
	host, path, _ := strings.Cut(strings.TrimPrefix(address, "http://"), "/")
	conn, err := (&net.Dialer{}).DialContext(context.WithoutCancel(t.Context()), "tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if _, err := fmt.Fprintf(conn, "POST /%s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s", path, host, len(body), body[:10]); err != nil {
		t.Fatal(err)
	}
	time.Sleep(2 * time.Second) // the server has seen that it begins
	return func() string {
		if _, err := io.WriteString(conn, body[10:]); err != nil {
			t.Error(err)
		}
		answer, err := io.ReadAll(conn)
		if err != nil {
			t.Error(err)
		}
		return string(answer)
	}
}
