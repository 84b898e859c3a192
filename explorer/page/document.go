package page

import (
	"net/http"
	"strconv"
	"strings"
)

// documentPath parts the address of a document into that of the item or meeting that lists it, and its place in the list.
func documentPath(path string) (parent string, place int, ok bool) {
	i := strings.LastIndex(path, "/document/")
	if i < 0 {
		return "", 0, false
	}
	place, err := strconv.Atoi(path[i+len("/document/"):])
	return path[:i], place, err == nil && place > 0 && path[i+len("/document/"):] == strconv.Itoa(place)
}

// Href is the document's page: below the item or the meeting that lists it, by its place there.
func (p paper) Href() string { return doc(p.Parent) + "/document/" + strconv.Itoa(p.Position) }

// shownPaper is what the template shows.
type shownPaper struct {
	paper
	Of      Link
	Council ref
	// File is what is known of the document's file, nil where nobody has fetched it.
	File *documentFile
	// Next and First lead to other pages of the text, "" for none.
	Next, First string
}

// documentFile is the file of a document and its text.
type documentFile struct {
	Status    string `json:"status"`
	Reason    string `json:"reason"`
	URL       string `json:"url"`
	FetchedAt string `json:"fetchedAt"`
	SHA256    string `json:"sha256"`
	Size      *int   `json:"size"`
	MediaType string `json:"mediaType"`
	PageCount *int   `json:"pageCount"`
	Redacted  bool   `json:"redacted"`
	Pages     []struct {
		Number int    `json:"number"`
		Text   string `json:"text"`
	} `json:"pages"`
}

// filePages is how many pages of a file's text are shown at a time.
const filePages = 10

// readFile asks for the text of a document from a page on.
func (s *Site) readFile(r *http.Request, d *shownPaper) error {
	from, err := strconv.Atoi(r.FormValue("page"))
	if err != nil || from < 1 {
		from = 1
	}
	answer, err := ask[struct {
		Node *struct {
			File *documentFile `json:"file"`
		} `json:"node"`
	}](r.Context(), s, s.question("document-text", map[string]any{"id": d.ID, "from": from}))
	if err != nil || answer.Node == nil {
		return err
	}
	if d.File = answer.Node.File; d.File == nil {
		return nil
	}
	if n := d.File.PageCount; n != nil && from+filePages <= *n {
		d.Next = d.Href() + "?page=" + strconv.Itoa(from+filePages)
	}
	if from > 1 {
		d.First = d.Href()
	}
	return nil
}

// documentMaker makes the page of a document.
func (s *Site) documentMaker() func(r *http.Request, parent string, place int) (*View, error) {
	return func(r *http.Request, parent string, place int) (*View, error) {
		uri := "/id/" + parent
		q := s.question("document", map[string]any{"uri": uri})
		answer, err := ask[struct {
			Resource *struct {
				typed
				Number    string  `json:"number"`
				Title     string  `json:"title"`
				Date      string  `json:"date"`
				Council   council `json:"council"`
				Committee *ref    `json:"committee"`
				Meeting   *matter `json:"meeting"`
				Documents []paper `json:"documents"`
			} `json:"resource"`
		}](r.Context(), s, q)
		if err != nil {
			return nil, err
		}
		d := answer.Resource
		if d == nil || d.URI == "" {
			return nil, missing("No meeting and no item of business has the address " + short(200, uri) + ".")
		}
		for _, p := range d.Documents {
			if p.Position != place {
				continue
			}
			if p.Parent = d.URI; d.URI != uri {
				return moved(p.Href()), nil
			}
			f := Frame{Kind: "Document", Title: p.Name(), Path: p.Href(), Question: q, Name: p.Name() + ", " + d.Council.ShortName}
			of := Link{"the meeting", doc(d.URI)}
			meeting := d.Meeting
			if d.Type == "AgendaItem" {
				of.Text = matter{Number: d.Number, Title: d.Title}.Heading()
			} else {
				meeting = nil
				of.Text = "the meeting on " + crumbDay(d.Date)
			}
			f.Crumbs = append(itemCrumbs(d.Council.ref, d.Committee, meeting), Link{short(60, of.Text), of.Href}, Link{Text: short(60, p.Name())})
			f.Lead = "A paper before " + before(d.Committee, d.Council, d.Date) + "."
			f.resting(p.Sources, 3)
			shown := &shownPaper{paper: p, Of: of, Council: d.Council.ref}
			if err := s.readFile(r, shown); err != nil {
				return nil, err
			}
			f.NoIndex = shown.First != ""
			return &View{Frame: f, Template: "document", Data: shown}, nil
		}
		return nil, missing("What stands at " + short(200, doc(uri)) + " lists no document of that number.")
	}
}
