// Package filetext takes the text out of the files that councils publish beside their pages: PDF, Word (docx), OpenDocument
// (odt) and plain text. It works on bytes alone.
//
// Files come from strangers, and reading them is the riskiest thing that this program does. PDF is read by PDFium, compiled to
// WebAssembly: it sees no file, no network and no more memory than it is given, whatever a file makes it do. All of it
// runs in a process of its own (Process), which is ended when a file takes too long.
package filetext

import (
	"errors"
	"fmt"
)

// The reasons why a file gives no text.
var (
	ErrNoText      = errors.New("it holds no text: it may be scanned paper")
	ErrEncrypted   = errors.New("it cannot be read without a password")
	ErrUnsupported = errors.New("files of this kind are not read")
	ErrDamaged     = errors.New("the file is cut short or broken")
	ErrWebPage     = errors.New("a web page came in place of the file: a log-in, a firewall or an error of the site")
)

// The kinds of file that are told apart.
const (
	PDF   = "application/pdf"
	Word  = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	Open  = "application/vnd.oasis.opendocument.text"
	Plain = "text/plain"
	HTML  = "text/html"
)

// The most that is taken of one file. What is above is left out, and Text.Cut says so.
const (
	MaxPages     = 2000
	MaxPageRunes = 20_000
	MaxBytes     = 8 << 20 // of text
)

// Text is what a file says.
type Text struct {
	// MediaType is what kind of file it is, told by its content, "" where it cannot be told.
	MediaType string
	// Pages is the text of each page, "" where one has none. A file without pages of its own is cut into some.
	Pages []string
	// Cut says that there is more than was taken.
	Cut bool
}

// Reader reads files one after the other. It is not safe for use by several goroutines. The zero value is ready.
type Reader struct {
	pdf *pdfReader // made when the first PDF comes
}

// Read takes the text out of a file. The error is one of the reasons above, often with what was seen; the kind of file is told
// even then.
func (r *Reader) Read(content []byte, declared string) (Text, error) {
	t := Text{MediaType: KindOf(content, declared)}
	var err error
	var pages []string
	switch t.MediaType {
	case PDF:
		if r.pdf == nil {
			if r.pdf, err = newPDFReader(); err != nil {
				return t, err
			}
		}
		pages, err = r.pdf.pages(content)
	case Word:
		pages, err = wordPages(content)
	case Open:
		pages, err = openPages(content)
	case Plain:
		pages = portions(plainText(content))
	case HTML:
		return t, ErrWebPage
	default:
		return t, ErrUnsupported
	}
	t.Pages, t.Cut = bounded(pages)
	if err != nil {
		return t, err
	}
	for _, p := range t.Pages {
		if p != "" {
			return t, nil
		}
	}
	return t, ErrNoText
}

// Close gives back what reading has taken.
func (r *Reader) Close() error {
	if r.pdf == nil {
		return nil
	}
	return r.pdf.close()
}

func damaged(why error) error { return fmt.Errorf("%w (%w)", ErrDamaged, why) }
