package e2e

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"councilgraph/internal/dbtest"
)

// A stream brings what another process takes in, lasts longer than a request may, and does not keep a server
// from stopping.
func TestStream(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits for longer than a request may take")
	}
	binary, database := buildBinary(t), dbtest.Address(t)
	address := fmt.Sprintf("127.0.0.1:%d", dbtest.FreePort(t))
	run := func(args ...string) {
		t.Helper()
		if out, err := exec.CommandContext(t.Context(), binary, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	run("migrate", "--database", database)
	server := exec.CommandContext(t.Context(), binary, "serve", "--database", database, "--addr", address, "--timeout", "1s")
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	body := openStream(t, "http://"+address+"/graphql?query="+url.QueryEscape(`subscription { resolutionPublished { council { slug } } }`))
	begun := time.Now()
	run("ingest", "--database", database, "../sample/pages")
	if line, err := body.ReadString('}'); err != nil || line == "" {
		t.Fatalf("%q: %v", line, err)
	}
	time.Sleep(time.Until(begun.Add(12 * time.Second))) // a request ends after 1 s, its connection after 11 s
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, body); err != nil {
		t.Errorf("the stream was torn off before the server stopped: %v", err)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("the server does not stop well: %v", err)
	}
}

// openStream opens a stream of events as soon as the server is there.
func openStream(t *testing.T, address string) *bufio.Reader {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept", "text/event-stream")
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		res, err := http.DefaultTransport.RoundTrip(req)
		if err == nil {
			t.Cleanup(func() { _ = res.Body.Close() })
			body := bufio.NewReader(res.Body)
			if first, err := body.ReadString('\n'); err != nil || first != ":\n" {
				t.Fatalf("%d %q: %v", res.StatusCode, first, err)
			}
			return body
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
}
