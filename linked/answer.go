package linked

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"councilgraph/linked/rdf"
)

// fresh is how long a cache may show what it has without asking.
const fresh = "public, max-age=60, stale-while-revalidate=600"

// open lets scripts of any site read an answer.
func open(h http.Header) {
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Expose-Headers", "Content-Location, ETag, Link, Location")
	h.Set("X-Content-Type-Options", "nosniff")
}

// reads answers what does more than read, and preflights; it says whether the request goes on.
func reads(w http.ResponseWriter, r *http.Request) bool {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return true
	case http.MethodOptions:
		open(w.Header())
		w.Header().Set("Allow", "GET, HEAD, OPTIONS")
		w.Header().Set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
		w.Header().Set("Access-Control-Allow-Headers", "Accept, If-None-Match")
		w.Header().Set("Access-Control-Max-Age", "86400")
		w.WriteHeader(http.StatusNoContent)
	default:
		w.Header().Set("Allow", "GET, HEAD, OPTIONS")
		say(w, r, http.StatusMethodNotAllowed, "This address answers GET and HEAD.")
	}
	return false
}

// send sends bytes with an ETag of their hash, or says that the client has them. The tag is a weak one, since the bytes can be
// compressed on their way.
func send(w http.ResponseWriter, r *http.Request, mediaType string, body []byte) {
	sum := sha256.Sum256(body)
	tag := `W/"` + base64.RawURLEncoding.EncodeToString(sum[:15]) + `"`
	h := w.Header()
	open(h)
	h.Set("ETag", tag)
	h.Set("Cache-Control", fresh)
	if matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", mediaType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body) // whoever asked may have gone; of an answer to HEAD nothing is sent
}

// matches says whether an If-None-Match header names the tag.
func matches(header, tag string) bool {
	for candidate := range strings.SplitSeq(header, ",") {
		candidate = strings.TrimSpace(candidate)
		if candidate == "*" || strings.TrimPrefix(candidate, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// say answers with a sentence or two.
func say(w http.ResponseWriter, r *http.Request, status int, words string) {
	open(w.Header())
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write([]byte(words + "\n")) // whoever asked may have gone
	}
}

// write writes a graph in a form, nil for HTML.
func write(g *rdf.Graph, suffix string) []byte {
	switch suffix {
	case ".jsonld":
		return g.JSONLD()
	case ".ttl":
		return g.Turtle()
	case ".nt":
		return g.NTriples()
	}
	return nil
}

// withCharset is the media type for a header.
func withCharset(mediaType string) string {
	if mediaType == "text/plain" || mediaType == "text/turtle" || mediaType == "application/x-turtle" {
		return mediaType + "; charset=utf-8"
	}
	return mediaType
}

// escaped is a path as it stands in headers.
func escaped(path string) string { return (&url.URL{Path: path}).EscapedPath() }
