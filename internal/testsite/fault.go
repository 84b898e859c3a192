package testsite

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// FaultKind is what goes wrong.
type FaultKind int

// The faults of a site.
const (
	// Slow answers after Delay.
	Slow FaultKind = iota
	// TooMany answers 429, with Retry-After where Delay is set.
	TooMany
	// Unavailable answers 503, with Retry-After where Delay is set.
	Unavailable
	// ServerError answers 500.
	ServerError
	// Forbidden answers 403.
	Forbidden
	// BrokenXML answers with XML that is cut off.
	BrokenXML
	// HTMLInstead answers with a web page in place of XML, with status 200.
	HTMLInstead
	// Firewall answers with a firewall's stub, with status 200.
	Firewall
	// Login answers with a page that asks for a password, with status 200.
	Login
	// ScriptRedirect answers with a script that leads to the same address with https, with status 200.
	ScriptRedirect
	// CutOff closes the connection in the middle of the answer.
	CutOff
	// Missing answers 404.
	Missing
	// Loop redirects to itself.
	Loop
	// Huge answers without end.
	Huge
)

// Fault is something that goes wrong.
type Fault struct {
	// Kind says what.
	Kind FaultKind
	// On is a part of the path and query of the requests that it befalls; "" for all of them. Case does not matter.
	On string
	// Times is how many requests it befalls; 0 is all until Mend.
	Times int
	// Delay is how long an answer takes, or how long the asker shall wait.
	Delay time.Duration
}

// Fault makes something go wrong. Of several faults the first that fits counts.
func (s *Site) Fault(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f.On = strings.ToLower(f.On)
	if f.Times == 0 {
		f.Times = -1
	}
	s.faults = append(s.faults, &f)
}

// Mend takes all faults back.
func (s *Site) Mend() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// fault is the fault that befalls a request; nil for none.
func (s *Site) fault(target string) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if f.Times != 0 && strings.Contains(strings.ToLower(target), f.On) {
			f.Times--
			return f
		}
	}
	return nil
}

// answer writes what a fault answers with; false where the usual answer follows.
func (f *Fault) answer(w http.ResponseWriter, r *http.Request) bool {
	switch f.Kind {
	case Slow:
		select {
		case <-time.After(f.Delay):
		case <-r.Context().Done():
		}
		return false
	case TooMany, Unavailable:
		if f.Delay > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(int((f.Delay+time.Second-1)/time.Second)))
		}
		http.Error(w, "busy", map[FaultKind]int{TooMany: http.StatusTooManyRequests, Unavailable: http.StatusServiceUnavailable}[f.Kind])
	case ServerError:
		http.Error(w, "Runtime Error", http.StatusInternalServerError)
	case Forbidden:
		http.Error(w, "Forbidden", http.StatusForbidden)
	case BrokenXML:
		w.Header().Set("Content-Type", "text/xml; charset=utf-8")
		_, _ = io.WriteString(w, `<?xml version="1.0" encoding="utf-8"?><meeting><meetingid>30`)
	case HTMLInstead:
		webPage(w, `<html><head><title>Our new web site</title></head><body><p>Welcome to our new web site.</p></body></html>`)
	case Firewall:
		webPage(w, `<html><head><script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script></head><body></body></html>`)
	case Login:
		webPage(w, `<html><head><title>Sign in</title></head><body><form method="post"><label>Password <input type="password" name="p"></label></form></body></html>`)
	case ScriptRedirect:
		webPage(w, `<script type="text/javascript">window.location = "https://" + window.location.host + window.location.pathname;</script>`)
	case CutOff:
		w.Header().Set("Content-Length", "100000")
		_, _ = io.WriteString(w, "<html>")
		panic(http.ErrAbortHandler)
	case Missing:
		http.NotFound(w, r)
	case Loop:
		http.Redirect(w, r, r.URL.RequestURI(), http.StatusFound)
	case Huge:
		webPage(w, "<html>")
		for r.Context().Err() == nil {
			if _, err := io.WriteString(w, strings.Repeat("<p>Again and again.</p>\n", 4096)); err != nil {
				break
			}
		}
	}
	return true
}

func webPage(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.WriteString(w, body)
}
