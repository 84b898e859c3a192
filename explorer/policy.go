package explorer

import "net/http"

// policy is the Content-Security-Policy of the explorer's own path. Monaco, the editor, writes style attributes and elements, and
// shows the squiggle under a mistake as a data: picture; those two allowances are all that it needs.
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
	"connect-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"font-src 'self'; img-src 'self' data:; manifest-src 'self'"

// protect sets the headers that keep the page to its own host. No referrer is sent, since the address can hold a reader's query.
func protect(header http.Header) {
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
}
