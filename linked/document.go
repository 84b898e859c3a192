package linked

import (
	"fmt"
	"net/http"
	"strings"

	"councilgraph/linked/mapping"
)

// ID serves /id/...: the things themselves cannot be sent, so it leads to the document about them, or, where two things were
// found to be one, to the address that stayed.
func (s *Server) ID() http.Handler {
	return s.entered(func(w http.ResponseWriter, r *http.Request) {
		path, f := suffixed(r.URL.Path)
		kind, id, err := s.ranges.Find(r.Context(), s.config.Store, path)
		if kind == "" && err == nil && f != nil { // the suffix may be a part of the address
			if kind, id, err = s.ranges.Find(r.Context(), s.config.Store, r.URL.Path); kind != "" {
				path, f = r.URL.Path, nil
			}
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
		suffix := ""
		if f != nil {
			suffix = f.suffix
		}
		open(w.Header())
		w.Header().Add("Vary", "Accept")
		if kind != "" {
			now, err := mapping.URI(r.Context(), s.config.Store, kind, id)
			if err != nil {
				s.fail(w, r, err)
				return
			}
			if now != "" && now != path {
				w.Header().Set("Location", escaped(now+suffix))
				w.WriteHeader(http.StatusMovedPermanently)
				return
			}
		}
		w.Header().Set("Location", escaped("/doc/"+strings.TrimPrefix(path, "/id/")+suffix))
		w.WriteHeader(http.StatusSeeOther)
	})
}

// Doc serves /doc/...: the form that the suffix names, or that the client likes best.
func (s *Server) Doc() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path, f := suffixed(r.URL.Path)
		mediaType := ""
		if f != nil {
			mediaType = f.types[0]
		} else if f, mediaType = choose(r.Header.Get("Accept"), s.config.HTML != nil); f == nil {
			refuse(w, r)
			return
		}
		if f.suffix == ".html" {
			s.html(w, r, path)
			return
		}
		s.entered(func(w http.ResponseWriter, r *http.Request) { s.document(w, r, path, f, mediaType) }).ServeHTTP(w, r)
	})
}

// refuse tells a client who can take no form what there is.
func refuse(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("Vary", "Accept")
	say(w, r, http.StatusNotAcceptable, "Accept: "+r.Header.Get("Accept")+" leaves no form of this document; ask for one of "+offered()+
		", or put .html, .jsonld, .ttl or .nt behind the address.")
}

// html has the page for people sent.
func (s *Server) html(w http.ResponseWriter, r *http.Request, path string) {
	base := s.Base(r)
	w.Header().Set("Access-Control-Allow-Origin", "*")
	for _, link := range links(base, path, ".html") {
		w.Header().Add("Link", link)
	}
	if s.config.HTML == nil {
		refuse(w, r)
		return
	}
	asked := r.Clone(WithBase(r.Context(), base))
	asked.URL.Path, asked.URL.RawPath = path, ""
	w.Header().Set("Content-Location", escaped(path+".html"))
	s.config.HTML.ServeHTTP(w, asked)
}

// document sends the statements about a thing.
func (s *Server) document(w http.ResponseWriter, r *http.Request, path string, f *form, mediaType string) {
	uri := "/id/" + strings.TrimPrefix(path, "/doc/")
	base := s.Base(r)
	if base == "" {
		say(w, r, http.StatusBadRequest, "The request names no host, and addresses in linked data begin with one: send a Host header.")
		return
	}
	d, err := s.describe(r.Context(), base, uri)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	h := w.Header()
	h.Add("Vary", "Accept")
	if d == nil {
		say(w, r, http.StatusNotFound, "Nothing is known under "+uri+". /search looks for words, /data has everything.")
		return
	}
	if now := "/doc/" + strings.TrimPrefix(d.URI, "/id/"); now != path {
		if strings.HasSuffix(r.URL.Path, f.suffix) {
			now += f.suffix
		}
		open(h)
		h.Set("Location", escaped(now))
		w.WriteHeader(http.StatusMovedPermanently)
		return
	}
	for _, link := range links(base, path, f.suffix) {
		h.Add("Link", link)
	}
	licence := d.Licence
	if licence == "" {
		licence = base + "/data#terms"
	}
	h.Add("Link", fmt.Sprintf("<%s>; rel=\"license\"", licence))
	h.Set("Content-Location", escaped(path+f.suffix))
	send(w, r, withCharset(mediaType), write(d.Graph, f.suffix))
}

// links are the values of the Link header: the other forms, and the address of the document itself.
func links(base, path, but string) []string {
	out := []string{fmt.Sprintf("<%s>; rel=\"canonical\"", base+escaped(path))}
	for _, f := range forms() {
		if f.suffix != but {
			out = append(out, fmt.Sprintf("<%s>; rel=\"alternate\"; type=%q", escaped(path+f.suffix), f.types[0]))
		}
	}
	return out
}

// entered lets a reader in before a handler has work to do.
func (s *Server) entered(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !reads(w, r) {
			return
		}
		if s.config.Enter != nil {
			ctx, leave, err := s.config.Enter(r)
			if err != nil {
				open(w.Header())
				s.config.Refuse(w, r, err)
				return
			}
			defer leave()
			r = r.WithContext(ctx)
		}
		next(w, r)
	})
}

// fail says that the program could not, and tells the log why.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		say(w, r, http.StatusServiceUnavailable, "This took too long; try again.")
		return
	}
	s.config.Log.ErrorContext(r.Context(), "linked data", "path", r.URL.Path, "error", err)
	say(w, r, http.StatusInternalServerError, "Something went wrong here. The API may answer: /graphql.")
}
