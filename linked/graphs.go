package linked

import (
	"context"
	"net/http"
	"strings"

	"councilgraph/linked/rdf"
	"councilgraph/linked/vocabulary"
)

// Graph serves statements that are no thing's own, at a path and at the path with a suffix: the forms that documents have. html
// serves them to people; nil where there is no such page.
func (s *Server) Graph(path string, make func(ctx context.Context, base string) (*rdf.Graph, error), html http.Handler) http.Handler {
	return s.entered(func(w http.ResponseWriter, r *http.Request) {
		rest, f := suffixed(r.URL.Path)
		mediaType := ""
		switch {
		case f != nil && rest == path && (f.suffix != ".html" || html != nil):
			mediaType = f.types[0]
		case r.URL.Path != path:
			say(w, r, http.StatusNotFound, "Nothing is here; "+path+" has the forms .jsonld, .ttl and .nt.")
			return
		default:
			if f, mediaType = choose(r.Header.Get("Accept"), html != nil); f == nil {
				refuse(w, r)
				return
			}
		}
		h := w.Header()
		h.Add("Vary", "Accept")
		base := s.Base(r)
		for _, link := range links(base, path, f.suffix) {
			if html != nil || !strings.Contains(link, "text/html") {
				h.Add("Link", link)
			}
		}
		h.Set("Content-Location", escaped(path+f.suffix))
		if f.suffix == ".html" {
			asked := r.Clone(WithBase(r.Context(), base))
			asked.URL.Path, asked.URL.RawPath = path, ""
			h.Set("Access-Control-Allow-Origin", "*")
			html.ServeHTTP(w, asked)
			return
		}
		g, err := make(r.Context(), base)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		send(w, r, withCharset(mediaType), write(g, f.suffix))
	})
}

// Vocabulary serves our own terms at /def/council; html is the page for people, nil for none.
func (s *Server) Vocabulary(html http.Handler) http.Handler {
	return s.Graph("/def/council", func(_ context.Context, base string) (*rdf.Graph, error) { return vocabulary.Graph(base) }, html)
}

// Shapes serves the rules that all documents keep to (SHACL), as Turtle.
func (s *Server) Shapes() http.Handler {
	return s.entered(func(w http.ResponseWriter, r *http.Request) {
		text, err := vocabulary.Shapes(s.Base(r))
		if err != nil {
			s.fail(w, r, err)
			return
		}
		send(w, r, "text/turtle; charset=utf-8", text)
	})
}
