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
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
	"time"

	"councilgraph/internal/dbtest"
)

// A server with replicas loses one of them and then the primary: what is asked is answered, equal tags are equal answers, kept or
// not, while pages are taken in too, no tag outlives its data, it is ready all the time, and streams bring what is taken in.
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
		"--replica", first.Address(), "--replica", second.Address(), "--replica-lag", "2s")
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
	l := &asking{question: api + url.QueryEscape(`{ dataset { version } resolutions(first: 5) { totalCount nodes { text } } }`), answers: map[string]string{}}
	ctx, stop := context.WithCancel(t.Context())
	l.begin(ctx)
	for n := range 5 {
		run("ingest", "--database", primary.Address(), agendaItem(t, n))
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
	if len(l.wrong) > 0 {
		t.Errorf("equal tags, other answers: %v", l.wrong)
	}
	if len(l.answers) < 3 {
		t.Errorf("%d tags while pages were taken in: too few to tell", len(l.answers))
	}
	now, body, err := get(t.Context(), l.question, "")
	if err != nil || now == "" || l.answers[now] != body {
		t.Errorf("the last answer is %s of %q, %v", body, now, err)
	}
	for tag := range l.answers {
		if _, again, err := get(t.Context(), l.question, tag); err != nil || again != "" && tag == now || again == "" && tag != now {
			t.Errorf("%q is said to be the answer still, and %q is: %q, %v", tag, now, again, err)
		}
	}
}

// agendaItem is a page of an item with a decision, and where it comes from.
func agendaItem(t *testing.T, n int) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, text := range map[string]string{
		"item.txt":       fmt.Sprintf("Agenda item\n\nBandstand %d\n\nDecision:\n\nResolved: that bandstand %d be built.\n", n, n),
		"manifest.jsonl": fmt.Sprintf(`{"file": "item.txt", "council": "E09000023", "url": "http://councilmeetings.lewisham.gov.uk/mgAi.aspx?ID=%d", "mediaType": "text/plain", "fetchedAt": "2026-01-06T09:00:00Z"}`+"\n", 900+n),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// serverIs is the figure of a server that is read, or is not.
func serverIs(role string, read int) *regexp.Regexp {
	return regexp.MustCompile(fmt.Sprintf(`(?m)^councilgraph_database_server_read\{role="%s",server="127\.0\.0\.1:\d+/postgres"\} %d$`, role, read))
}

// asking asks one question all the time, in turn as if nothing were known and with the tag of the answer before.
type asking struct {
	question string
	wg       sync.WaitGroup

	mu      sync.Mutex
	n       int
	failed  []string
	wrong   []string          // tags with two answers
	answers map[string]string // by tag
}

func (a *asking) begin(ctx context.Context) {
	for range 4 {
		a.wg.Go(func() {
			last := ""
			for i := 0; ctx.Err() == nil; i++ {
				known := ""
				if i%2 == 1 {
					known = last
				}
				tag, body, err := get(ctx, a.question, known)
				if ctx.Err() != nil {
					return
				}
				if last = tag; known != "" && body == "" && err == nil { // it is as it was
					continue
				}
				a.mu.Lock()
				a.n++
				switch known, ok := a.answers[tag]; {
				case err != nil:
					a.failed = append(a.failed, err.Error())
				case ok && known != body:
					a.wrong = append(a.wrong, fmt.Sprintf("the tag %q has the answers %s and %s", tag, known, body))
				case tag != "": // without one it was read while the data changed
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

// get asks, with the tag of an answer that is known where there is one; nothing comes where that is the answer still.
func get(ctx context.Context, address, known string) (tag, body string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return "", "", err
	}
	if known != "" {
		req.Header.Set("If-None-Match", known)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", "", err
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK && (known == "" || res.StatusCode != http.StatusNotModified) {
		err = fmt.Errorf("status %d: %s", res.StatusCode, b)
	}
	return res.Header.Get("ETag"), string(b), err
}
