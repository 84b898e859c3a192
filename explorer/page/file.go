package page

import (
	"fmt"
	"net/http"
)

// File is an answer that is no page, such as a table as CSV or a picture.
type File struct {
	// Type is its media type.
	Type string
	// Name is what it is called where it is saved: ASCII letters, digits, points and hyphens.
	Name    string
	Content []byte
}

// File serves files that are made for a request, as Page serves pages: with an ETag by the version of the data. Programs of any site may read
// them.
func (s *Site) File(make func(*http.Request) (*File, error)) http.Handler {
	inner := s.answers(func(r *http.Request) (*made, error) {
		f, err := make(r)
		if err != nil {
			return nil, err
		}
		return &made{
			status: http.StatusOK, mediaType: f.Type, frame: &Frame{}, plain: f.Content,
			disposition: fmt.Sprintf("inline; filename=%q", f.Name),
		}, nil
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		inner.ServeHTTP(w, r)
	})
}
