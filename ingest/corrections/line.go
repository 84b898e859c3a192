// Package corrections reads and writes the file of decisions that people made about who is who, and about
// what must not be kept: corrections.jsonl, one JSON object a line, to be reviewed and versioned like code.
// Every ingest and every rebuild honours it.
package corrections

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// The actions.
const (
	Merge   = "merge"   // all that is said of Person is said of Into
	Split   = "split"   // what is said of Person where the selection fits is said of Into, a new address
	Resolve = "resolve" // the namings that the selection fits are Into
	Redact  = "redact"  // Words are taken out of every page of Council
)

// Line is one decision. Addresses are those of the graph: /id/bromley/person/sue-marlow.
type Line struct {
	Action string `json:"action"`
	Person string `json:"person,omitempty"` // of merge and split: who is merged or split
	Into   string `json:"into,omitempty"`   // of merge, split and resolve: who it is
	// What is left out of a selection selects everything.
	Name      string `json:"name,omitempty"`      // as written; case, accents and titles do not matter
	Role      string `json:"role,omitempty"`      // as written, for namings that give only a role
	Source    string `json:"source,omitempty"`    // address of the page
	Committee string `json:"committee,omitempty"` // address of the committee
	From      string `json:"from,omitempty"`      // first day, 2017-01-11
	Until     string `json:"until,omitempty"`     // last day
	// Council is the slug of the council whose pages a redaction is about.
	Council string `json:"council,omitempty"`
	// Words are what a redaction takes out: the number of words and the hash of the folded words, as
	// redact.Sign makes them, so that the file does not publish what it removes.
	Words []string `json:"words,omitempty"`

	Reason string `json:"reason"`
	By     string `json:"by,omitempty"`
	At     string `json:"at,omitempty"` // when it was decided, RFC 3339
}

var (
	personURI    = regexp.MustCompile(`^/id/([a-z0-9-]+)/person/([a-z0-9-]+)$`)
	sourceURI    = regexp.MustCompile(`^/id/([a-z0-9-]+)/source/([0-9a-f]{12}(?:-[0-9a-f]+)?)$`)
	committeeURI = regexp.MustCompile(`^/id/([a-z0-9-]+)/([a-z0-9-]+)$`)
	day          = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	signed       = regexp.MustCompile(`^\d+:[0-9a-f]{64}$`)
)

// Person takes the address of a person apart: the council's slug, and the person's key within the council. ok
// is false for any other text.
func Person(uri string) (council, key string, ok bool) {
	m := personURI.FindStringSubmatch(uri)
	if m == nil {
		return "", "", false
	}
	return m[1], m[2], true
}

// Slug is the slug of the council that the decision is about.
func (l Line) Slug() string {
	if l.Council != "" {
		return l.Council
	}
	council, _, _ := Person(l.Into)
	return council
}

// Check says what is wrong with a decision, and how to mend it.
func (l Line) Check() error {
	var errs []error
	wrong := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	needs := func(field, value string, form *regexp.Regexp, example string) {
		if m := form.FindStringSubmatch(value); m == nil {
			wrong("%s %q: write it as %s", field, value, example)
		} else if len(m) > 1 && l.Slug() != "" && m[1] != l.Slug() {
			wrong("%s %q is of another council than %q: a decision is about one council", field, value, l.Slug())
		}
	}
	optional := func(field, value string, form *regexp.Regexp, example string) {
		if value != "" {
			needs(field, value, form, example)
		}
	}
	const person = "/id/bromley/person/sue-marlow"
	switch l.Action {
	case Merge, Split:
		needs("person", l.Person, personURI, person)
		needs("into", l.Into, personURI, person)
		if l.Person == l.Into && l.Person != "" {
			wrong("person and into are the same address")
		}
	case Resolve:
		needs("into", l.Into, personURI, person)
		if l.Name == "" && l.Role == "" {
			wrong("name and role are missing: give the one that the pages write")
		}
	case Redact:
		if l.Council == "" || len(l.Words) == 0 {
			wrong("council or words are missing: let councilgraph redact write the line")
		}
		for _, w := range l.Words {
			needs("words", w, signed, "2:HASH, as councilgraph redact writes it")
		}
	default:
		wrong("action %q: it is %s", l.Action, strings.Join([]string{Merge, Split, Resolve, Redact}, ", "))
	}
	optional("source", l.Source, sourceURI, "/id/bromley/source/0123456789ab")
	optional("committee", l.Committee, committeeURI, "/id/bromley/executive")
	optional("from", l.From, day, "2017-01-11")
	optional("until", l.Until, day, "2017-01-11")
	if strings.TrimSpace(l.Reason) == "" {
		wrong("reason is missing: say why, for whoever reviews the file")
	}
	return errors.Join(errs...)
}
