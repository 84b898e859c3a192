package testsite

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// answer finds the page that is asked for and writes it.
func (s *Site) answer(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r.URL.Path == "/robots.txt" {
		if s.options.Robots == "" {
			http.NotFound(w, r)
			return
		}
		_, _ = io.WriteString(w, s.options.Robots)
		return
	}
	path, mine := strings.CutPrefix(strings.ToLower(r.URL.Path), strings.ToLower(s.base)+"/")
	if !mine {
		http.NotFound(w, r)
		return
	}
	q := lower(r.URL.Query())
	if operation, service := strings.CutPrefix(path, "mgwebservice.asmx/"); service {
		s.service(w, r, operation, q)
		return
	}
	if file, is := strings.CutPrefix(path, "documents/s"); is {
		s.file(w, r, file)
		return
	}
	if path == "mgconvert2pdf.aspx" { // where the web service says that it is
		s.file(w, r, q["id"])
		return
	}
	body, ok := s.page(path, q)
	if !ok {
		s.missing(w, r)
		return
	}
	s.write(w, r, "text/html; charset=utf-8", body)
}

// missing is how the site says that there is no such page.
func (s *Site) missing(w http.ResponseWriter, r *http.Request) {
	if s.options.ErrorPage {
		http.Redirect(w, r, s.base+"/mgError.aspx?E=404", http.StatusFound)
		return
	}
	http.NotFound(w, r)
}

// write sends a page, or says that the asker has it.
func (s *Site) write(w http.ResponseWriter, r *http.Request, media, body string) {
	w.Header().Set("Content-Type", media)
	if s.options.Validators {
		sum := sha256.Sum256([]byte(body))
		tag := `"` + hex.EncodeToString(sum[:8]) + `"`
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	_, _ = io.WriteString(w, body)
}

// lower are parameters by their names in lower case, as the system takes them.
func lower(q url.Values) map[string]string {
	out := map[string]string{}
	for name, values := range q {
		out[strings.ToLower(name)] = values[0]
	}
	return out
}
