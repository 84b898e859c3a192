package page

import (
	"errors"
	"net/http"
	"time"
)

// Problem is why there is no page, as it is told to the reader.
type Problem struct {
	// Status of HTTP.
	Status int
	// Title is a few words, Message a sentence or two that say what to do.
	Title, Message string
	// Wait is how long to wait before asking again; 0 where waiting does not help.
	Wait time.Duration
}

// Error says what the reader is told.
func (p *Problem) Error() string { return p.Title + ": " + p.Message }

// missing is a page for an address that leads nowhere.
func missing(message string) *Problem {
	return &Problem{Status: http.StatusNotFound, Title: "There is no such page", Message: message}
}

// problemOf is what the reader is told of an error; inner says that it is one to look into.
func problemOf(err error) (told *Problem, inner bool) {
	if errors.As(err, &told) {
		return told, told.Status >= http.StatusInternalServerError && told.Wait == 0
	}
	return &Problem{
		Status: http.StatusInternalServerError, Title: "Something went wrong on this server",
		Message: "The page could not be made. Try again in a moment.",
	}, true
}

// view is the problem as a page.
func (p *Problem) view() *View {
	return &View{
		Status:   p.Status,
		Frame:    Frame{Title: p.Title, Lead: p.Message, NoIndex: true, Crumbs: []Link{{Text: p.Title}}},
		Template: "problem", Data: p,
	}
}
