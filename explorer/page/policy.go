package page

import "net/http"

// policy is the Content-Security-Policy of pages: nothing but our own style and pictures, and a form that leads to the search.
const policy = "default-src 'none'; base-uri 'none'; form-action 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; "

// protect sets the headers that keep a page to its own host.
func protect(header http.Header, f *Frame) {
	p := policy
	if len(f.Scripts) > 0 {
		p += "script-src 'self'; connect-src 'self'; "
	}
	if f.Embedded {
		p += "frame-ancestors *"
	} else {
		p += "frame-ancestors 'none'"
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
	}
	header.Set("Content-Security-Policy", p)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "strict-origin-when-cross-origin")
}
