package asset

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// Forever is the Cache-Control of a file whose name changes with its content.
const Forever = "public, max-age=31536000, immutable"

// Serve answers GET and HEAD with the file in the coding that suits the client, or with 304 where the client has it. The caller has
// set what else the answer's header is to hold; cacheControl says how long caches may keep it.
func (f *File) Serve(w http.ResponseWriter, r *http.Request, cacheControl string) {
	coding := BestCoding(r.Header.Get("Accept-Encoding"))
	content, err := f.In(coding)
	if err != nil {
		http.Error(w, "the file cannot be unpacked", http.StatusInternalServerError)
		return
	}
	header, tag := w.Header(), fmt.Sprintf("%q", f.hash+"-"+coding)
	header.Set("Content-Type", f.mediaType)
	header.Set("Vary", "Accept-Encoding")
	header.Set("ETag", tag)
	header.Set("Cache-Control", cacheControl)
	if Matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if coding != Identity {
		header.Set("Content-Encoding", coding)
	}
	header.Set("Content-Length", strconv.Itoa(len(content)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(content) // whoever asked may have gone
	}
}

// Matches says whether an If-None-Match header names the tag.
func Matches(header, tag string) bool {
	for candidate := range strings.SplitSeq(header, ",") {
		candidate = strings.TrimPrefix(strings.TrimSpace(candidate), "W/")
		if candidate == tag || candidate == "*" {
			return true
		}
	}
	return false
}
