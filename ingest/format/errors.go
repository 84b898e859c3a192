package format

import (
	"errors"
	"fmt"
	"strings"
)

// What is refused, and why. Parse wraps these with what was seen.
var (
	ErrEmpty          = errors.New("the document is empty")
	ErrBinary         = errors.New("the document is binary, not text")
	ErrUndecodable    = errors.New("the document's characters cannot be decoded")
	ErrCut            = errors.New("the document is cut off")
	ErrNotCouncilPage = errors.New("not a page of a council's meetings")
	ErrBlocked        = errors.New("the answer of a firewall, not a page")
	ErrLogin          = errors.New("a log-in, not a page")
	ErrRedirect       = errors.New("an answer that only leads elsewhere, not a page")
	ErrErrorPage      = errors.New("a server's report of an error, not a page")
)

const accepted = "accepted are text, HTML and web service XML of a council's agendas, minutes, decisions, issues, votes, committees and councillors, in UTF-8 or Windows-1252"

// notCouncil says what a page that nobody could read begins with.
func notCouncil(text string) error {
	seen := strings.Join(strings.Fields(text[:min(len(text), 400)]), " ")
	if r := []rune(seen); len(r) > 80 {
		seen = string(r[:80]) + "..."
	}
	return fmt.Errorf("%w: it begins with %q and has none of the titles, labels or headings of such a page; %s", ErrNotCouncilPage, seen, accepted)
}
