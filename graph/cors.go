package graph

import "net/http"

// methods are what /graphql answers.
const methods = "GET, HEAD, POST, OPTIONS"

// crossOrigin lets pages of any site read the answers: the data is public and nothing here knows who
// asks, so there are no credentials to protect. A browser's question beforehand is answered at once.
func crossOrigin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h["Access-Control-Allow-Origin"], h["Access-Control-Expose-Headers"] = anySite, exposed
		if r.Method != http.MethodOptions {
			next.ServeHTTP(w, r)
			return
		}
		h.Set("Allow", methods)
		h.Set("Access-Control-Allow-Methods", methods)
		h.Set("Access-Control-Allow-Headers", "*, Authorization") // the star alone leaves this one out
		h.Set("Access-Control-Max-Age", "86400")
		w.WriteHeader(http.StatusNoContent)
	})
}
