package fetch

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"councilgraph/internal/testsite"
)

// quick are manners for a site on loopback.
func quick() LiveOptions {
	o := Manners("councilgraph/1 (+mailto:records@wexcombe.example)")
	o.Pace, o.Private, o.Timeout = time.Millisecond, true, 5*time.Second
	return o
}

func site(t *testing.T, o testsite.Options) *testsite.Site {
	t.Helper()
	s := testsite.Start(o)
	t.Cleanup(s.Close)
	return s
}

func TestLive_page(t *testing.T) {
	s := site(t, testsite.Options{Validators: true})
	l := NewLive(quick())
	page := s.URL() + "/mgCommitteeDetails.aspx?ID=101"
	answer, err := l.Get(t.Context(), page, Validators{})
	if err != nil || answer.URL != page || answer.MediaType != "text/html" || len(answer.SHA256) != 64 || answer.ETag == "" || !strings.Contains(string(answer.Bytes), "Committee details") {
		t.Fatalf("%+v %v", answer, err)
	}
	if _, err := time.Parse(time.RFC3339, answer.FetchedAt); err != nil {
		t.Error(err)
	}
	if answer, err = l.Get(t.Context(), page, answer.Validators); err != nil || !answer.Unchanged || len(answer.Bytes) != 0 {
		t.Errorf("the same page again: %+v %v", answer, err)
	}
	for _, r := range s.Requests() {
		if r.Agent != "councilgraph/1 (+mailto:records@wexcombe.example)" {
			t.Errorf("%s was asked by %q", r.Target, r.Agent)
		}
	}
}

// What goes wrong has its own reason; what passes is tried again.
func TestLive_faults(t *testing.T) {
	for name, c := range map[string]struct {
		fault testsite.Fault
		want  error // nil where the page comes in the end
		asked int   // requests for the page
	}{
		"busy once":       {testsite.Fault{Kind: testsite.TooMany, Times: 1}, nil, 2},
		"unavailable":     {testsite.Fault{Kind: testsite.Unavailable, Times: 2}, nil, 3},
		"for ever busy":   {testsite.Fault{Kind: testsite.Unavailable}, ErrBusy, 4},
		"failing once":    {testsite.Fault{Kind: testsite.ServerError, Times: 1}, nil, 2},
		"failing":         {testsite.Fault{Kind: testsite.ServerError}, ErrSite, 4},
		"cut off once":    {testsite.Fault{Kind: testsite.CutOff, Times: 1}, nil, 2},
		"too patient":     {testsite.Fault{Kind: testsite.TooMany, Delay: time.Hour}, ErrBusy, 1},
		"forbidden":       {testsite.Fault{Kind: testsite.Forbidden}, ErrRefused, 1},
		"missing":         {testsite.Fault{Kind: testsite.Missing}, ErrGone, 1},
		"going in rounds": {testsite.Fault{Kind: testsite.Loop}, ErrRedirects, 6},
		"without end":     {testsite.Fault{Kind: testsite.Huge}, ErrTooLarge, 1},
	} {
		t.Run(name, func(t *testing.T) {
			s := site(t, testsite.Options{})
			c.fault.On = "mgai"
			s.Fault(c.fault)
			o := quick()
			o.MaxBytes = 1 << 20
			_, err := NewLive(o).Get(t.Context(), s.URL()+"/mgAi.aspx?ID=20002", Validators{})
			if !errors.Is(err, c.want) || c.want == nil && err != nil {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if got := asked(s, "mgai"); got != c.asked {
				t.Errorf("asked %d times, want %d", got, c.asked)
			}
		})
	}
}

func TestLive_slow(t *testing.T) {
	s := site(t, testsite.Options{})
	s.Fault(testsite.Fault{Kind: testsite.Slow, On: "mgai", Delay: time.Minute})
	o := quick()
	o.Timeout, o.Tries = 100*time.Millisecond, 1
	if _, err := NewLive(o).Get(t.Context(), s.URL()+"/mgAi.aspx?ID=20002", Validators{}); !errors.Is(err, ErrSlow) {
		t.Errorf("error %v, want %v", err, ErrSlow)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := NewLive(quick()).Get(ctx, s.URL()+"/mgAi.aspx?ID=20002", Validators{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want that of the caller", err)
	}
}

// Retry-After is waited for, and nothing else is asked of the host meanwhile.
func TestLive_retryAfter(t *testing.T) {
	s := site(t, testsite.Options{})
	s.Fault(testsite.Fault{Kind: testsite.TooMany, On: "mgai", Times: 1, Delay: time.Second})
	if _, err := NewLive(quick()).Get(t.Context(), s.URL()+"/mgAi.aspx?ID=20002", Validators{}); err != nil {
		t.Fatal(err)
	}
	all := s.Requests()
	if waited := all[len(all)-1].At.Sub(all[len(all)-2].At); waited < time.Second {
		t.Errorf("asked again after %s, though the site asked for a second", waited)
	}
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	for header, want := range map[string]time.Duration{
		"": 0, "soon": 0, "-3": 0, "7": 7 * time.Second, "Mon, 02 Mar 2026 09:01:00 GMT": time.Minute, "Mon, 02 Mar 2026 08:00:00 GMT": 0,
	} {
		if got := retryAfter(header, now); got != want {
			t.Errorf("Retry-After %q is %s, want %s", header, got, want)
		}
	}
}

// However many ask, a host is asked one thing at a time, with its rest between two.
func TestLive_pace(t *testing.T) {
	s := site(t, testsite.Options{})
	o := quick()
	o.Pace = 30 * time.Millisecond
	l := NewLive(o)
	done := make(chan error)
	for range 6 {
		go func() {
			_, err := l.Get(t.Context(), s.URL()+"/mgAi.aspx?ID=20002", Validators{})
			done <- err
		}()
	}
	for range 6 {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	all := s.Requests()
	for i := 1; i < len(all); i++ {
		if rest := all[i].At.Sub(all[i-1].At); rest < o.Pace {
			t.Errorf("%s came %s after the one before, want a rest of %s at least", all[i].Target, rest, o.Pace)
		}
	}
	if got := asked(s, "robots.txt"); got != 1 {
		t.Errorf("robots.txt was asked for %d times", got)
	}
}

func TestLive_robots(t *testing.T) {
	s := site(t, testsite.Options{Robots: "User-agent: *\nDisallow: /\n\nUser-agent: councilgraph\nDisallow: /mgAi.aspx\nAllow: /mgAi.aspx?ID=20003\nCrawl-delay: 0.05\n"})
	l := NewLive(quick())
	for page, want := range map[string]error{"mgAi.aspx?ID=20002": ErrRobots, "mgAi.aspx?ID=20003": nil, "mgCommitteeDetails.aspx?ID=101": nil} {
		if _, err := l.Get(t.Context(), s.URL()+"/"+page, Validators{}); !errors.Is(err, want) || want == nil && err != nil {
			t.Errorf("%s: error %v, want %v", page, err, want)
		}
	}
	if n := asked(s, "mgai.aspx?id=20002"); n != 0 {
		t.Errorf("a page that robots.txt does not allow was asked for %d times", n)
	}
	for _, h := range l.hosts {
		if h.pace != 50*time.Millisecond {
			t.Errorf("the pace is %s, though robots.txt asks for 50ms", h.pace)
		}
	}
	failing := site(t, testsite.Options{})
	failing.Fault(testsite.Fault{Kind: testsite.ServerError, On: "robots.txt"})
	if _, err := NewLive(quick()).Get(t.Context(), failing.URL()+"/mgAi.aspx?ID=20002", Validators{}); !errors.Is(err, ErrNoRobots) || asked(failing, "mgai") > 0 {
		t.Errorf("a site whose robots.txt fails: %v", err)
	}
}

func TestLive_private(t *testing.T) {
	s := site(t, testsite.Options{})
	o := quick()
	o.Private = false
	if _, err := NewLive(o).Get(t.Context(), s.URL()+"/mgAi.aspx?ID=20002", Validators{}); !errors.Is(err, ErrPrivate) {
		t.Errorf("error %v, want %v", err, ErrPrivate)
	}
	if n := len(s.Requests()); n > 0 {
		t.Errorf("a loopback address was asked %d times", n)
	}
	for address, ok := range map[string]bool{
		"192.0.2.7:80": true, "[2001:db8::1]:443": true, "127.0.0.1:80": false, "10.1.2.3:80": false, "172.16.0.1:80": false, "192.168.1.1:443": false,
		"169.254.169.254:80": false, "100.64.0.1:80": false, "0.0.0.0:80": false, "224.0.0.1:80": false, "255.255.255.255:80": false, "[::1]:80": false,
		"[::]:80": false, "[fe80::1%eth0]:80": false, "[fc00::1]:80": false, "[::ffff:127.0.0.1]:80": false, "[64:ff9b::7f00:1]:80": false, "nowhere": false,
	} {
		if err := public(address); (err == nil) != ok {
			t.Errorf("public(%q) = %v", address, err)
		}
	}
}

func TestLive_tls(t *testing.T) {
	s := testsite.StartTLS(testsite.Options{})
	defer s.Close()
	_, err := NewLive(quick()).Get(t.Context(), s.URL()+"/mgAi.aspx?ID=20002", Validators{})
	if !errors.Is(err, ErrTLS) || !strings.Contains(err.Error(), "Acme Co") {
		t.Errorf("error %v, want one that names the chain", err)
	}
}

func TestLive_address(t *testing.T) {
	for _, address := range []string{"", "democracy.wexcombe.example", "ftp://wexcombe.example/a", "https://", "https://me:secret@wexcombe.example/", "http://[::1"} {
		if _, err := NewLive(quick()).Get(t.Context(), address, Validators{}); !errors.Is(err, ErrBadAddress) {
			t.Errorf("%q: error %v", address, err)
		}
	}
	// A redirect cannot lead where an address could not.
	away := http.RedirectHandler("file:///etc/passwd", http.StatusFound)
	server := serve(t, away)
	if _, err := NewLive(quick()).Get(t.Context(), server, Validators{}); !errors.Is(err, ErrBadAddress) {
		t.Errorf("a redirect to a file: error %v", err)
	}
}

// asked is how many requests had a part in their path or query.
func asked(s *testsite.Site, part string) int {
	n := 0
	for _, r := range s.Requests() {
		if strings.Contains(strings.ToLower(r.Target), part) {
			n++
		}
	}
	return n
}
