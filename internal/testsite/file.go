package testsite

import (
	"net/http"
	"strings"
)

// File is what stands at the address of a document.
type File struct {
	MediaType string
	Content   []byte
}

// PutFile puts another file at the address of a document. Without, it is the PDF that Report makes.
func (s *Site) PutFile(document string, f File) {
	s.change(func() {
		if s.files == nil {
			s.files = map[string]File{}
		}
		s.files[document] = f
	})
}

// Report is the file of a document as the site has it by itself: two pages, of which the second says whom to ask, by
// telephone and e-mail.
func Report(title string) File {
	return File{"application/pdf", PDF(
		[]string{"Report: " + title, "", "1. The culvert beneath Hexham Parade was inspected in January.", "2. It is recommended that it be relined at a cost of £48,000."},
		[]string{"Background papers: none", "Contact: Ann Clerk, telephone 01632 960123, ann.clerk@wexcombe.example"},
	)}
}

// file sends the file of a document, named by its number and its title. The site is locked.
func (s *Site) file(w http.ResponseWriter, r *http.Request, name string) {
	id, _, _ := strings.Cut(name, "/")
	f, put := s.files[id]
	title, known := "", false
	for _, m := range s.world.published() {
		for _, it := range m.items {
			for _, d := range it.documents {
				if d.id == id {
					title, known = d.title, true
				}
			}
		}
	}
	if !known {
		s.missing(w, r)
		return
	}
	if !put {
		f = Report(title)
	}
	s.write(w, r, f.MediaType, string(f.Content))
}
