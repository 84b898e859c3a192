//go:build unix

package e2e

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os/exec"
	"regexp"
	"sync"
	"testing"
	"time"

	"councilgraph/internal/dbtest"
)

// A server with replicas loses one of them and then the primary: what is asked is answered, equal tags are equal answers, it
// is ready all the time, and streams bring what is taken in.
func TestReplicas(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs three servers of PostgreSQL")
	}
	c := dbtest.NewCluster(t)
	binary, primary := buildBinary(t), c.Primary(t)
	run := func(args ...string) {
		t.Helper()
		if out, err := exec.CommandContext(t.Context(), binary, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	run("migrate", "--database", primary.Address())
	first, second := primary.Replica(t, "first"), primary.Replica(t, "second")
	at := fmt.Sprintf("127.0.0.1:%d", dbtest.FreePort(t))
	server := exec.CommandContext(t.Context(), binary, "serve", "--database", primary.Address(), "--addr", at, "--timeout", "5s", "--limit", "points=0",
		"--replica", first.Address(), "--replica", second.Address(), "--replica-lag", "2s", "--response-cache", "0")
	var log bytes.Buffer
	server.Stderr = &log
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = server.Process.Kill()
		_ = server.Wait()
		if t.Failed() {
			t.Log(log.String())
		}
	}()
	api := "http://" + at + "/graphql?query="
	var streams []*bufio.Reader
	for range 2 { // one reads from each replica
		streams = append(streams, openStream(t, api+url.QueryEscape(`subscription { resolutionPublished { council { slug } } }`)))
	}
	first.Kill()
	run("ingest", "--database", primary.Address(), "../sample/pages")
	for i, s := range streams {
		arrived := make(chan error, 1)
		go func() {
			_, err := s.ReadString('}')
			arrived <- err
		}()
		select {
		case err := <-arrived:
			if err != nil {
				t.Errorf("stream %d: %v", i, err)
			}
		case <-time.After(30 * time.Second):
			t.Errorf("stream %d brings nothing", i)
		}
	}

	primary.CaughtUp(t, 1)
	l := &asking{question: api + url.QueryEscape(`{ dataset { version } resolutions(first: 5) { totalCount nodes { text } } }`), answers: map[string]string{}}
	ctx, stop := context.WithCancel(t.Context())
	l.begin(ctx)
	if n, failed := l.second(); n == 0 || len(failed) > 0 {
		t.Errorf("a replica is lost: %d answers, failed: %v", n, failed)
	}
	primary.Kill()
	figures := func() string { return send(t, http.MethodGet, "http://"+at+"/metrics", "") }
	for until := time.Now().Add(30 * time.Second); !serverIs("primary", 0).MatchString(figures()) && time.Now().Before(until); {
		time.Sleep(100 * time.Millisecond)
	}
	for range 2 {
		if n, failed := l.second(); n == 0 || len(failed) > 0 {
			t.Errorf("the primary is lost: %d answers, failed: %v", n, failed)
		}
		if got := send(t, http.MethodGet, "http://"+at+"/readyz", ""); !bytes.Contains([]byte(got), []byte(`"ready"`)) {
			t.Errorf("without a primary it says %s", got)
		}
		if got := figures(); !serverIs("primary", 0).MatchString(got) || !serverIs("replica", 1).MatchString(got) {
			t.Errorf("without a primary its figures are\n%s", got)
		}
	}
	stop()
	l.wg.Wait()
	if len(l.answers) != 1 {
		t.Errorf("data that did not change have %d tags", len(l.answers))
	}
}

// serverIs is the figure of a server that is read, or is not.
func serverIs(role string, read int) *regexp.Regexp {
	return regexp.MustCompile(fmt.Sprintf(`(?m)^councilgraph_database_server_read\{role="%s",server="127\.0\.0\.1:\d+/postgres"\} %d$`, role, read))
}

// asking asks one question all the time.
type asking struct {
	question string
	wg       sync.WaitGroup

	mu      sync.Mutex
	n       int
	failed  []string
	answers map[string]string // by tag
}

func (a *asking) begin(ctx context.Context) {
	for range 4 {
		a.wg.Go(func() {
			for ctx.Err() == nil {
				tag, body, err := get(ctx, a.question)
				if ctx.Err() != nil {
					return
				}
				a.mu.Lock()
				a.n++
				switch known, ok := a.answers[tag]; {
				case err != nil:
					a.failed = append(a.failed, err.Error())
				case tag == "" || ok && known != body:
					a.failed = append(a.failed, fmt.Sprintf("the tag %q has the answers %s and %s", tag, known, body))
				default:
					a.answers[tag] = body
				}
				a.mu.Unlock()
			}
		})
	}
}

// second is how many answers come in a second, and what is wrong with them.
func (a *asking) second() (n int, failed []string) {
	a.mu.Lock()
	a.n, a.failed = 0, nil
	a.mu.Unlock()
	time.Sleep(time.Second)
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.n, a.failed
}

func get(ctx context.Context, address string) (tag, body string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return "", "", err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", "", err
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("status %d: %s", res.StatusCode, b)
	}
	return res.Header.Get("ETag"), string(b), err
}
