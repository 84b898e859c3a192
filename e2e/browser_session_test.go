package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browserWait is how long a page may take to come to the state that a test waits for; CI machines are slow.
const browserWait = 60 * time.Second

// schemaAsked says whether the explorer has asked for the schema, which it does when it is opened.
const schemaAsked = `performance.getEntriesByType('resource').some(e => e.name.endsWith('/graphql'))`

// browserOwn are the hosts that Chromium itself calls in the background, whatever page is open. Web fonts have hosts of their own,
// which this leaves out.
var browserOwn = regexp.MustCompile(`^(accounts|clients\d?|update|content-autofill|optimizationguide-pa|safebrowsing|edgedl|redirector|www)\.(google|googleapis|gvt1)\.com(:\d+)?$`)

// session is one browser window with a profile of its own, and everything in it that a reader would call a fault.
type session struct {
	ctx  context.Context
	base string // address of the server, without a slash at its end

	mu      sync.Mutex
	faults  []string        // console messages, exceptions, violations of the page's policy, failed requests
	foreign map[string]bool // hosts other than the server's that anything asked for
	sent    []string        // names of the operations sent to the endpoint
}

// openBrowser starts the browser that CHROMIUM names. Without that variable the test is left out.
func openBrowser(t *testing.T, base string) *session {
	t.Helper()
	binary := os.Getenv("CHROMIUM")
	if binary == "" {
		t.Skip("CHROMIUM names no browser: set it to the path of a Chromium to run the browser tests")
	}
	s := &session{base: base, foreign: map[string]bool{}}

	// Whatever is not on this machine goes to this proxy, the workers' requests and the browser's own among them. It refuses all.
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !browserOwn.MatchString(r.Host) {
			s.note(func() { s.foreign[r.Host] = true })
		}
		http.Error(w, "no other host is needed", http.StatusForbidden)
	}))
	t.Cleanup(proxy.Close)

	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(binary),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.UserDataDir(t.TempDir()),
		chromedp.ProxyServer(proxy.URL),
		chromedp.WindowSize(1280, 800),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("disable-features", "OptimizationHints,MediaRouter,Translate"),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, closeWindow := chromedp.NewContext(allocator)
	t.Cleanup(closeWindow)
	ctx, cancel := context.WithTimeout(ctx, 4*browserWait)
	t.Cleanup(cancel)
	s.ctx = ctx
	if err := chromedp.Listen(ctx, s.watch); err != nil {
		t.Fatalf("start %s: %v", binary, err)
	}
	t.Cleanup(func() { s.assertClean(t) })
	return s
}

func (s *session) note(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}

// watch keeps what the browser reports about the page.
func (s *session) watch(event any) {
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		s.note(func() { s.faults = append(s.faults, fmt.Sprintf("console %s: %s", event.Type, consoleText(event))) })
	case *runtime.EventExceptionThrown:
		s.note(func() { s.faults = append(s.faults, "exception: "+exceptionText(event.ExceptionDetails)) })
	case *log.EventEntryAdded:
		s.note(func() {
			s.faults = append(s.faults, fmt.Sprintf("%s %s: %s (%s)", event.Entry.Source, event.Entry.Level, event.Entry.Text, event.Entry.URL))
		})
	case *network.EventRequestWillBeSent:
		address, err := url.Parse(event.Request.URL)
		if err != nil {
			return
		}
		s.note(func() {
			if address.Scheme != "blob" && address.Scheme != "data" && "http://"+address.Host != s.base {
				s.foreign[address.Host] = true
			}
			if strings.HasSuffix(address.Path, "/graphql") {
				s.sent = append(s.sent, event.Request.Method)
			}
		})
	}
}

func consoleText(event *runtime.EventConsoleAPICalled) string {
	var parts []string
	for _, argument := range event.Args {
		parts = append(parts, string(argument.Value)+argument.Description)
	}
	return strings.Join(parts, " ")
}

func exceptionText(details *runtime.ExceptionDetails) string {
	if details.Exception == nil {
		return details.Text
	}
	return details.Text + " " + details.Exception.Description
}

// assertClean fails the test on any fault, and on any request to another host.
func (s *session) assertClean(t *testing.T) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, fault := range s.faults {
		t.Errorf("the page reported: %s", fault)
	}
	for host := range s.foreign {
		t.Errorf("the page or the browser asked another host: %s", host)
	}
}

// requests answers how often the GraphQL endpoint was asked.
func (s *session) requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sent)
}

// do carries out actions, and fails the test where one does.
func (s *session) do(t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, cancel := context.WithTimeout(s.ctx, browserWait)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		s.picture(t, "failure")
		t.Fatal(err)
	}
}

// evaluate answers the value of a JavaScript expression; of a promise, what it comes to.
func evaluate[T any](t *testing.T, s *session, expression string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(s.ctx, browserWait)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		s.picture(t, "failure")
		t.Fatalf("%s: %v", expression, err)
	}
	return value
}

// until waits for an expression to be true.
func (s *session) until(t *testing.T, what, expression string) {
	t.Helper()
	poll := chromedp.Poll[chromedp.Void](expression, chromedp.WithPollingInterval(50*time.Millisecond), chromedp.WithPollingTimeout(browserWait))
	if err := chromedp.Do(s.ctx, poll); err != nil {
		s.picture(t, "failure")
		t.Fatalf("waiting for %s: %v\nnot reached: %s", what, err, expression)
	}
}

// picture saves what the window shows in the folder that SCREENSHOTS names, if it names one.
func (s *session) picture(t *testing.T, name string) {
	folder := os.Getenv("SCREENSHOTS")
	if folder == "" {
		return
	}
	picture, err := chromedp.Run(s.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Logf("no screenshot %s: %v", name, err)
		return
	}
	file := fmt.Sprintf("%s/%s-%s.png", folder, strings.NewReplacer("/", "-").Replace(t.Name()), name)
	if err := os.WriteFile(file, picture, 0o644); err != nil {
		t.Errorf("save screenshot: %v", err)
	}
}

// quoted writes a text as a JavaScript string.
func quoted(text string) string {
	out, _ := json.Marshal(text) // a string always has a JSON form
	return string(out)
}
