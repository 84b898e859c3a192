package page

import (
	"html/template"
	"io"
)

// Link is a text that leads somewhere; one without an address is where the reader is.
type Link struct {
	Text, Href string
}

// Form is another form of what a page shows.
type Form struct {
	// Text is its name for people, such as Turtle; Type its media type.
	Text, Type, Href string
}

// Origin is a source that a page rests on.
type Origin struct {
	// Href is the source's page here, URL the page of the council, "" where that is not known.
	Href, URL string
	// Fetched is when it was fetched, as people write it, "" where that is not known.
	Fetched string
	// Licence is the council's, "" where it states none.
	Licence string
}

// Frame is what stands around the content of a page.
type Frame struct {
	// Kind is what the page shows, in a word or two, such as Resolution; "" where the title says so.
	Kind string
	// Title is the one heading of the first level.
	Title string
	// Name is the title in lists of results, with what tells it from others; "" for Title.
	Name string
	// Lead is the first sentence, "" for none.
	Lead string
	// Description is for lists of results, in plain words; "" for the lead.
	Description string
	// Path is the page's own address without the host, "" where it has none that lasts.
	Path string
	// Crumbs lead from the whole to the page, which is the last and needs no address.
	Crumbs []Link
	// Question is the query behind the page, nil for none.
	Question *Question
	// Formats are other forms of the same, Feeds what tells of news.
	Formats, Feeds []Form
	// Origins are the sources that the page rests on; MoreOrigins says that there are others, which are not shown.
	Origins     []Origin
	MoreOrigins bool
	// JSONLD is what the page says as JSON-LD, nil for none.
	JSONLD []byte
	// Scripts are addresses of scripts below /assets/, none for nearly all pages.
	Scripts []string
	// NoIndex keeps the page out of search engines, Wide lets it use the whole width, Embedded leaves all but the content out and
	// lets pages of any site show it.
	NoIndex, Wide, Embedded bool
}

// View is a page, ready to be written.
type View struct {
	// Status of HTTP; 0 for 200.
	Status int
	// Redirect is where to go instead, "" for nowhere; Status is then 301, 303 or 308.
	Redirect string
	Frame    Frame
	// Template is the name of the page's own template, and Data what it shows; "" where Content writes the page.
	Template string
	Data     any
	// Content writes what stands in the frame, behind the heading; nil for nothing.
	Content func(io.Writer) error
}

// HTML is content that is finished already.
func HTML(content template.HTML) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, string(content))
		return err
	}
}
