package page

import (
	"context"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// site is a site whose API answers with one text and whose data has one version.
func site(t *testing.T, change ...func(*Config)) *Site {
	t.Helper()
	c := Config{
		Ask:     func(context.Context, Question) ([]byte, error) { return []byte(`{}`), nil },
		Version: func(context.Context) (string, error) { return "7", nil },
		Now:     func() time.Time { return time.Date(2024, 2, 8, 12, 0, 0, 0, time.UTC) },
		Kept:    1 << 20, Log: slog.New(slog.DiscardHandler),
	}
	for _, f := range change {
		f(&c)
	}
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// get asks a handler; headers are name, value, name, value.
func get(h http.Handler, method, at string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, at, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func view(v *View) Maker { return func(*http.Request) (*View, error) { return v, nil } }

func TestPage_escapes(t *testing.T) {
	v := &View{
		Frame: Frame{
			Title: `<script>alert(1)</script>`, Lead: `"quoted" & <b>`, Description: `"><img>`, Path: "/doc/x", Crumbs: []Link{{Text: "<i>"}},
			Origins: []Origin{{Href: "/doc/x/source/1", URL: "javascript:alert(1)"}}, JSONLD: []byte(`{"a":"</script><script>x"}`),
		},
		Content: HTML(template.HTML("<p>content</p>")),
	}
	body := get(site(t).Page(view(v)), "GET", "http://example.org/doc/x").Body.String()
	for _, bad := range []string{"<script>alert", "<b>", "<img>", "<i>", `href="javascript:`, "</script><script>"} {
		if strings.Contains(body, bad) {
			t.Errorf("the page holds %s:\n%s", bad, body)
		}
	}
	for _, good := range []string{"<p>content</p>", `<link rel="canonical" href="http://example.org/doc/x">`, `{"a":"\u003c/script>\u003cscript>x"}`, "&lt;script&gt;alert(1)&lt;/script&gt;</h1>"} {
		if !strings.Contains(body, good) {
			t.Errorf("the page lacks %s:\n%s", good, body)
		}
	}
}

func TestPage_unchanged(t *testing.T) {
	made, version := 0, "7"
	s := site(t, func(c *Config) { c.Version = func(context.Context) (string, error) { return version, nil } })
	h := s.Page(func(*http.Request) (*View, error) { made++; return &View{Frame: Frame{Title: "T"}}, nil })
	first := get(h, "GET", "/doc/x")
	tag := first.Header().Get("ETag")
	if first.Code != 200 || tag == "" || first.Header().Get("Cache-Control") != fresh {
		t.Fatalf("status %d, tag %q, %q", first.Code, tag, first.Header().Get("Cache-Control"))
	}
	if again := get(h, "GET", "/doc/x", "If-None-Match", tag); again.Code != 304 || again.Body.Len() > 0 {
		t.Errorf("the same page: status %d with %d bytes", again.Code, again.Body.Len())
	}
	get(h, "GET", "/doc/x")
	if made != 1 {
		t.Errorf("made %d times, want once: it is kept", made)
	}
	if packed := get(h, "GET", "/doc/x", "Accept-Encoding", "br"); packed.Header().Get("ETag") == tag || packed.Header().Get("Content-Encoding") != "br" || packed.Body.Len() >= first.Body.Len() {
		t.Errorf("packed: tag %s, %q, %d bytes", packed.Header().Get("ETag"), packed.Header().Get("Content-Encoding"), packed.Body.Len())
	}
	version = "8"
	if changed := get(h, "GET", "/doc/x", "If-None-Match", tag); changed.Code != 200 || made != 2 {
		t.Errorf("other data: status %d, made %d times", changed.Code, made)
	}
	if head := get(h, "HEAD", "/doc/x"); head.Code != 200 || head.Body.Len() > 0 || head.Header().Get("Content-Length") == "0" {
		t.Errorf("HEAD: status %d, %d bytes, length %s", head.Code, head.Body.Len(), head.Header().Get("Content-Length"))
	}
}

func TestPage_protected(t *testing.T) {
	h := get(site(t).Page(view(&View{Frame: Frame{Title: "T"}})), "GET", "/doc/x").Header()
	p := h.Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'"} {
		if !strings.Contains(p, want) {
			t.Errorf("the policy lacks %s: %s", want, p)
		}
	}
	if strings.Contains(p, "unsafe") || strings.Contains(p, "script-src") || h.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("weak: %s, %v", p, h)
	}
	p = get(site(t).Page(view(&View{Frame: Frame{Title: "T", Embedded: true, Scripts: []string{"/assets/x.js"}}})), "GET", "/doc/x").Header().Get("Content-Security-Policy")
	if !strings.Contains(p, "frame-ancestors *") || !strings.Contains(p, "script-src 'self'") {
		t.Errorf("an embedded page with a script: %s", p)
	}
}

func TestPage_fails(t *testing.T) {
	for _, tt := range []struct {
		name   string
		err    error
		status int
		says   string
		not    string
	}{
		{"missing", missing("No council is called x."), 404, "No council is called x.", ""},
		{"inner", errors.New("select broke"), 500, "Something went wrong", "select broke"},
		{"busy", &Problem{Status: 429, Title: "Too fast", Message: "Come back.", Wait: 1500 * time.Millisecond}, 429, "Come back.", ""},
	} {
		w := get(site(t).Page(func(*http.Request) (*View, error) { return nil, tt.err }), "GET", "/doc/x")
		body := w.Body.String()
		if w.Code != tt.status || !strings.Contains(body, tt.says) || tt.not != "" && strings.Contains(body, tt.not) || !strings.Contains(body, `action="/search"`) {
			t.Errorf("%s: status %d: %s", tt.name, w.Code, body)
		}
		if w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: it can be kept: %v", tt.name, w.Header())
		}
		if tt.name == "busy" && w.Header().Get("Retry-After") != "2" {
			t.Errorf("Retry-After %q, want 2", w.Header().Get("Retry-After"))
		}
	}
	if w := get(site(t).Page(view(&View{})), "POST", "/doc/x"); w.Code != 405 || w.Header().Get("Allow") == "" {
		t.Errorf("POST: status %d, Allow %q", w.Code, w.Header().Get("Allow"))
	}
	if w := get(site(t).Page(view(&View{})), "GET", "/search?q="+strings.Repeat("a", maxAddress)); w.Code != 414 {
		t.Errorf("a long address: status %d", w.Code)
	}
}

func TestAssets(t *testing.T) {
	s := site(t)
	w := get(s.Assets(), "GET", s.shelf.style, "Accept-Encoding", "br")
	if w.Code != 200 || w.Header().Get("Content-Encoding") != "br" || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("the style: status %d, %v", w.Code, w.Header())
	}
	if w := get(s.Assets(), "GET", AssetPath+"style-000000000000.css"); w.Code != 404 {
		t.Errorf("another style: status %d", w.Code)
	}
	at, err := s.AddAsset("own.js", []byte("void 0"))
	if err != nil || get(s.Assets(), "GET", at).Body.String() != "void 0" {
		t.Errorf("an added file at %q: %v", at, err)
	}
}

func TestBase(t *testing.T) {
	for host, want := range map[string]string{"example.org:8080": "http://example.org:8080", `evil"><x`: "", "": ""} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		if got := site(t).base(r); got != want {
			t.Errorf("host %q: %q, want %q", host, got, want)
		}
	}
	if got := site(t, func(c *Config) { c.Base = "https://example.org/" }).base(httptest.NewRequest(http.MethodGet, "/", nil)); got != "https://example.org" {
		t.Errorf("a setting: %q", got)
	}
}

func TestKept_bounded(t *testing.T) {
	s := site(t, func(c *Config) { c.Kept = 100_000 })
	h := s.Page(func(r *http.Request) (*View, error) {
		return &View{Frame: Frame{Title: r.URL.Path}, Content: HTML(template.HTML(strings.Repeat("<p>x</p>", 500)))}, nil
	})
	for i := range 200 {
		get(h, "GET", "/doc/"+strings.Repeat("a", i+1), "Accept-Encoding", "gzip")
	}
	sum := 0
	for _, e := range s.kept.byName {
		m := e.Value.(*made)
		sum += len(m.plain) + entryBytes + len(m.packed["gzip"])
	}
	if len(s.kept.byName) < 5 || sum > 100_000 || sum != s.kept.bytes {
		t.Errorf("%d pages of %d bytes, counted as %d", len(s.kept.byName), sum, s.kept.bytes)
	}
}
