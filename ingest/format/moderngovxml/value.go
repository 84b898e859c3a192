package moderngovxml

import (
	"html"
	"strconv"
	"strings"
	"time"

	"councilgraph/ingest/format/printed"
	"councilgraph/internal/regexp"
)

// unescape undoes what is left of the service's double escaping once the XML is read.
func unescape(s string) string {
	for range 2 {
		if strings.IndexByte(s, '&') < 0 {
			break
		}
		s = html.UnescapeString(s)
	}
	return s
}

// aTag is HTML in what should be plain text.
var aTag = regexp.MustCompile(`</?[A-Za-z][^<>]*>`)

// words is the text of a child for people: unescaped, without tags, on one line.
func (n *node) words(child string) string { return plain(n.child(child).value()) }

// attr is an attribute's text for people.
func (n *node) attr(name string) string { return plain(n.attrs[name]) }

func plain(s string) string {
	s = unescape(s)
	if aTag.MatchString(s) {
		s = markup(s).String
	}
	return printed.Tidy(s)
}

// id is a child that holds an id; "" where it is empty or 0, which stands for none.
func (n *node) id(child string) string {
	if s := n.words(child); s != "0" {
		return s
	}
	return ""
}

// boolean reads True and False; nil for anything else.
func (n *node) boolean(child string) *bool { return printed.YesNo(n.words(child)) }

// says tells whether a child holds True.
func (n *node) says(child string) bool {
	b := n.boolean(child)
	return b != nil && *b
}

// denies tells whether a child holds False.
func (n *node) denies(child string) bool {
	b := n.boolean(child)
	return b != nil && !*b
}

// count reads a figure, nil where there is none.
func (n *node) count(child string) *int {
	v, err := strconv.Atoi(strings.ReplaceAll(n.words(child), ",", ""))
	if err != nil || v < 0 {
		return nil
	}
	return &v
}

// entered reads a figure for which the service gives 0 where nobody has entered one.
func (n *node) entered(child string) *int {
	if v := n.count(child); v != nil && *v > 0 {
		return v
	}
	return nil
}

// day reads dd/mm/yyyy, with or without a time behind it, as 2017-01-11; "" where it is none.
func day(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), ",")
	s, _, _ = strings.Cut(s, " ")
	if t, err := time.Parse("2/1/2006", s); err == nil && t.Year() > 1800 {
		return t.Format(time.DateOnly)
	}
	return ""
}
