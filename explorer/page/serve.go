package page

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"math"
	"net/http"
	"strconv"

	"councilgraph/explorer/asset"
)

// Maker makes the page for a request. The page may depend on nothing but the request's address, the data and the day.
type Maker func(*http.Request) (*View, error)

// htmlType is the media type of pages.
const htmlType = "text/html; charset=utf-8"

// leastPacked is from how many bytes on an answer is packed: a smaller one fits into a packet anyway.
const leastPacked = 1 << 10

// maxAddress is how many bytes an address may have, its parameters included.
const maxAddress = 8 << 10

// fresh is how long caches may show a page without asking, and then how long while they ask.
const fresh = "public, max-age=60, stale-while-revalidate=600"

// Page serves the pages that a maker makes, by GET and HEAD, with a strong ETag by the version of the data.
func (s *Site) Page(make Maker) http.Handler {
	return s.answers(func(r *http.Request) (*made, error) {
		view, err := make(r)
		if err != nil {
			return nil, err
		}
		return s.write(r, view)
	})
}

// answers serves what is made for a request: pages, feeds.
func (s *Site) answers(make func(*http.Request) (*made, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			s.fail(w, r, &Problem{Status: http.StatusMethodNotAllowed, Title: "Pages are only read", Message: "This address answers GET and HEAD. Queries are sent to /graphql."})
			return
		}
		if len(r.URL.RequestURI()) > maxAddress {
			s.fail(w, r, &Problem{Status: http.StatusRequestURITooLong, Title: "The address is too long", Message: fmt.Sprintf("At most %d characters of it are read. Search for fewer words.", maxAddress)})
			return
		}
		ctx, leave := r.Context(), func() {}
		if s.config.Enter != nil {
			var err error
			if ctx, leave, err = s.config.Enter(r); err != nil {
				s.fail(w, r, err)
				return
			}
		}
		defer leave()
		r = r.WithContext(ctx)
		version, err := s.config.Version(ctx)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		name := s.name(r, version)
		coding := asset.BestCoding(r.Header.Get("Accept-Encoding"))
		tag := `"` + name + "-" + coding + `"`
		if asset.Matches(r.Header.Get("If-None-Match"), tag) {
			w.Header().Set("Vary", "Accept, Accept-Encoding")
			w.Header().Set("ETag", tag)
			w.Header().Set("Cache-Control", fresh)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		m := s.kept.find(name)
		if m == nil {
			if m, err = make(r); err != nil {
				s.fail(w, r, err)
				return
			}
			m.name, m.packers, m.packed = name, s.packers, map[string][]byte{}
			s.kept.keep(m)
		}
		s.send(w, r, m, tag, coding)
	})
}

// name names the answer to a request before it is made, by all that it depends on.
func (s *Site) name(r *http.Request, version string) string {
	sum := sha256.New()
	for _, part := range []string{s.program, version, s.today(), s.base(r), r.URL.Path, r.URL.RawQuery} {
		_, _ = fmt.Fprintf(sum, "%d %s", len(part), part)
	}
	return base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:18])
}

// send sends an answer. A tag of "" stands for one that is not to be kept.
func (s *Site) send(w http.ResponseWriter, r *http.Request, m *made, tag, coding string) {
	h := w.Header()
	protect(h, m.frame)
	h.Set("Vary", "Accept, Accept-Encoding")
	h.Set("Cache-Control", "no-store")
	if tag != "" {
		h.Set("ETag", tag)
		h.Set("Cache-Control", fresh)
	}
	if m.redirect != "" {
		h.Set("Location", m.redirect)
	}
	h.Set("Content-Type", m.mediaType)
	if m.disposition != "" {
		h.Set("Content-Disposition", m.disposition)
	}
	body := m.plain
	if coding != asset.Identity && len(body) >= leastPacked {
		body = s.kept.in(m, coding)
		h.Set("Content-Encoding", coding)
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(m.status)
	if r.Method == http.MethodGet {
		_, _ = w.Write(body) // whoever asked may have gone
	}
}

// fail answers with a page that says what is wrong.
func (s *Site) fail(w http.ResponseWriter, r *http.Request, err error) {
	told, inner := problemOf(err)
	if inner && context.Cause(r.Context()) == nil {
		s.config.Log.ErrorContext(r.Context(), "page", "path", r.URL.Path, "error", err)
	}
	if told.Wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(told.Wait.Seconds()))))
	}
	m, err := s.write(r, told.view())
	if err != nil {
		http.Error(w, told.Error(), told.Status)
		return
	}
	s.send(w, r, m, "", asset.Identity)
}

// framed is what the layout shows.
type framed struct {
	*Frame
	Base   string
	JSONLD template.JS // of which no character can end the script
}

// write writes a page.
func (s *Site) write(r *http.Request, v *View) (*made, error) {
	m := &made{status: v.Status, mediaType: htmlType, redirect: v.Redirect, frame: &v.Frame}
	if m.status == 0 {
		m.status = http.StatusOK
	}
	buffer := s.buffers.Get().(*bytes.Buffer)
	defer s.buffers.Put(buffer)
	buffer.Reset()
	shown := framed{&v.Frame, s.base(r), template.JS(bytes.ReplaceAll(v.Frame.JSONLD, []byte("<"), []byte(`\u003c`)))} //nolint:gosec // JSON, which cannot end the script now
	if err := s.templates.ExecuteTemplate(buffer, "head", shown); err != nil {
		return nil, fmt.Errorf("write the head of %s: %w", r.URL.Path, err)
	}
	if err := s.content(buffer, v); err != nil {
		return nil, fmt.Errorf("write %s: %w", r.URL.Path, err)
	}
	if err := s.templates.ExecuteTemplate(buffer, "foot", shown); err != nil {
		return nil, fmt.Errorf("write the foot of %s: %w", r.URL.Path, err)
	}
	m.plain = bytes.Clone(buffer.Bytes())
	return m, nil
}

func (s *Site) content(to io.Writer, v *View) error {
	if v.Template != "" {
		if err := s.templates.ExecuteTemplate(to, v.Template, v.Data); err != nil {
			return err
		}
	}
	if v.Content != nil {
		return v.Content(to)
	}
	return nil
}
