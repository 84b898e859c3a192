package explorer

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/limits"
)

// usual are the limits where nothing is said.
var usual = Limits{limits.Default(), 10 * time.Second}

// ask sends one request to a new handler; headers are name, value, name, value.
func ask(t *testing.T, method, path string, headers ...string) *http.Response {
	t.Helper()
	handler, err := New(usual)
	if err != nil {
		t.Fatal(err)
	}
	return askOf(handler, method, path, headers...)
}

func askOf(handler http.Handler, method, path string, headers ...string) *http.Response {
	request := httptest.NewRequest(method, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder.Result()
}

func body(t *testing.T, response *http.Response) []byte {
	t.Helper()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestPageIsTheSameInEveryCoding(t *testing.T) {
	handler, err := New(usual)
	if err != nil {
		t.Fatal(err)
	}
	plain := body(t, askOf(handler, "GET", Path))
	if !bytes.Contains(plain, []byte("<title>councilgraph explorer</title>")) {
		t.Fatalf("the page is not the explorer's: %.200s", plain)
	}
	unpack := map[string]func(io.Reader) (io.Reader, error){
		"br":   func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
		"gzip": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	}
	for coding, reader := range unpack {
		t.Run(coding, func(t *testing.T) {
			response := askOf(handler, "GET", Path, "Accept-Encoding", coding)
			if got := response.Header.Get("Content-Encoding"); got != coding {
				t.Fatalf("Content-Encoding is %q, not %q", got, coding)
			}
			unpacked, err := reader(response.Body)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(unpacked)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(plain), string(got)); diff != "" {
				t.Errorf("differs from the plain page (-plain +%s):\n%s", coding, diff)
			}
		})
	}
}

// Every file that the page names, and every file that those name, is there and unpacks.
func TestEveryFileIsServed(t *testing.T) {
	handler, err := New(usual)
	if err != nil {
		t.Fatal(err)
	}
	page := string(body(t, askOf(handler, "GET", Path)))
	named := regexp.MustCompile(`(?:src|href)="\./([^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(named) < 3 {
		t.Fatalf("the page names %d files, fewer than its script, style sheet and icon", len(named))
	}
	for _, match := range named {
		if handler.files[match[1]] == nil {
			t.Errorf("the page names %s, which is not in the bundle", match[1])
		}
	}
	for name, file := range handler.files {
		response := askOf(handler, "GET", Path+name)
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", name, response.StatusCode)
		}
		content := body(t, response)
		if len(content) == 0 {
			t.Errorf("%s is empty", name)
		}
		if got := response.Header.Get("Content-Type"); got != file.MediaType() {
			t.Errorf("%s: Content-Type is %q, not %q", name, got, file.MediaType())
		}
		if strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".css") {
			if other := regexp.MustCompile(`(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//`).Find(content); other != nil {
				t.Errorf("%s loads from another host: %s", name, other)
			}
			if bytes.Contains(content, []byte("url(data:font")) {
				t.Errorf("%s holds a font as a data: address, which the policy refuses", name)
			}
		}
	}
}

func TestCaching(t *testing.T) {
	handler, err := New(usual)
	if err != nil {
		t.Fatal(err)
	}
	for name := range handler.files {
		response := askOf(handler, "HEAD", Path+name, "Accept-Encoding", "br")
		want := "no-cache"
		if strings.HasPrefix(name, "assets/") {
			want = "public, max-age=31536000, immutable"
			if !regexp.MustCompile(`-[A-Za-z0-9_-]{8}\.\w+$`).MatchString(name) {
				t.Errorf("%s is kept for ever but its name holds no hash of its content", name)
			}
		}
		if got := response.Header.Get("Cache-Control"); got != want {
			t.Errorf("%s: Cache-Control is %q, not %q", name, got, want)
		}
		if got := response.Header.Get("Vary"); got != "Accept-Encoding" {
			t.Errorf("%s: Vary is %q", name, got)
		}
		if content := body(t, response); len(content) != 0 {
			t.Errorf("%s: HEAD answered a body", name)
		}
	}
}

func TestETag(t *testing.T) {
	first := ask(t, "GET", Path, "Accept-Encoding", "br")
	tag := first.Header.Get("ETag")
	for _, known := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
		again := ask(t, "GET", Path, "Accept-Encoding", "br", "If-None-Match", known)
		if again.StatusCode != http.StatusNotModified || len(body(t, again)) != 0 {
			t.Errorf("If-None-Match %s: status %d, want 304 without a body", known, again.StatusCode)
		}
	}
	if other := ask(t, "GET", Path, "Accept-Encoding", "gzip", "If-None-Match", tag); other.StatusCode != http.StatusOK {
		t.Errorf("the tag of one coding stood for another: status %d", other.StatusCode)
	}
}

func TestEveryAnswerIsProtected(t *testing.T) {
	for _, path := range []string{Path, Path + "examples.json", Path + "limits.json", Path + "nothing-here"} {
		header := ask(t, "GET", path).Header
		for name, want := range map[string]string{
			"X-Content-Type-Options":     "nosniff",
			"Referrer-Policy":            "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin",
			"Content-Security-Policy":    policy,
		} {
			if got := header.Get(name); got != want {
				t.Errorf("%s: %s is %q, not %q", path, name, got, want)
			}
		}
	}
	for _, weak := range []string{"unsafe-eval", "blob:", "http:", "https:", " *", "script-src 'self' "} {
		if strings.Contains(policy, weak) {
			t.Errorf("the policy allows %q", weak)
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		method, path string
		status       int
	}{
		{"GET", Path + "nothing-here", http.StatusNotFound},
		{"GET", Path + "assets/", http.StatusNotFound},
		{"GET", Path + "../examples.go", http.StatusNotFound},
		{"GET", "/elsewhere", http.StatusNotFound},
		{"POST", Path, http.StatusMethodNotAllowed},
		{"DELETE", Path + "examples.json", http.StatusMethodNotAllowed},
	} {
		if got := ask(t, c.method, c.path).StatusCode; got != c.status {
			t.Errorf("%s %s: status %d, not %d", c.method, c.path, got, c.status)
		}
	}
}

func TestExamplesAreServed(t *testing.T) {
	var got []Example
	if err := json.Unmarshal(body(t, ask(t, "GET", Path+"examples.json")), &got); err != nil {
		t.Fatal(err)
	}
	want, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("examples.json differs from the files (-files +served):\n%s", diff)
	}
}

// What the explorer says is what the server does: the numbers are those it was started with.
func TestLimitsAreSaid(t *testing.T) {
	own := Limits{limits.Default(), 1500 * time.Millisecond}
	own.Cost, own.Points, own.Depth = 1234567, 0, 7
	for _, c := range []struct {
		limits    Limits
		has, lack []string
	}{
		{usual, []string{"At most 20,000 points", "up to 100", "after 10 seconds", "save up 100,000 points and get 1,000 back"}, nil},
		{own, []string{"At most 1,234,567 points", "At most 7 levels", "after 1.5s"}, []string{"Your points"}},
	} {
		handler, err := New(c.limits)
		if err != nil {
			t.Fatal(err)
		}
		var lines []limit
		text := body(t, askOf(handler, "GET", Path+"limits.json"))
		if err := json.Unmarshal(text, &lines); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.has {
			if !bytes.Contains(text, []byte(want)) {
				t.Errorf("%q is not said: %s", want, text)
			}
		}
		for _, other := range c.lack {
			if bytes.Contains(text, []byte(other)) {
				t.Errorf("%q is said though there is no such limit", other)
			}
		}
	}
}
