package moderngovxml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"councilgraph/ingest/format/printed"
)

// node is an element: its name in lower case without its prefix, its attributes likewise, its own text.
type node struct {
	name     string
	attrs    map[string]string
	text     strings.Builder
	children []*node
}

// maxDepth is how deep elements may stand in each other. The service's answers, enveloped, use 9.
const maxDepth = 40

// tree reads XML. It is lenient with what the services do wrong: signs that XML does not allow, HTML that
// was not escaped, ampersands that stand alone, HTML's named entities. Entities of a document type are never
// expanded. What is cut off or nested deeper than maxDepth is an error.
func tree(text string) (*node, error) {
	d := xml.NewDecoder(strings.NewReader(repair(text)))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is decoded already
	root := &node{}
	open := []*node{root}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line, column := d.InputPos()
			return nil, fmt.Errorf("%w: line %d, column %d: %w", ErrMalformed, line, column, err)
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) > maxDepth {
				line, _ := d.InputPos()
				return nil, fmt.Errorf("%w: line %d: elements stand more than %d deep in each other", ErrMalformed, line, maxDepth)
			}
			n := &node{name: strings.ToLower(t.Name.Local)}
			for _, a := range t.Attr {
				if n.attrs == nil {
					n.attrs = make(map[string]string, len(t.Attr))
				}
				n.attrs[strings.ToLower(a.Name.Local)] = a.Value
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			name := strings.ToLower(t.Name.Local)
			if name != top.name {
				line, _ := d.InputPos()
				return nil, fmt.Errorf("%w: line %d: </%s> stands where <%s> is open", ErrMalformed, line, name, top.name)
			}
			open = open[:len(open)-1]
		case xml.CharData:
			top.text.Write(t)
		}
	}
	if len(open) > 1 {
		return nil, fmt.Errorf("%w: it ends within <%s>; fetch it again", ErrMalformed, open[len(open)-1].name)
	}
	if len(root.children) != 1 {
		return nil, fmt.Errorf("%w: it has %d roots, not one", ErrMalformed, len(root.children))
	}
	return root.children[0], nil
}

// child is the first child of that name, nil where there is none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// all are the children of that name.
func (n *node) all(name string) []*node {
	if n == nil {
		return nil
	}
	var out []*node
	for _, c := range n.children {
		if c.name == name {
			out = append(out, c)
		}
	}
	return out
}

// value is the element's own text without blanks at its ends.
func (n *node) value() string {
	if n == nil {
		return ""
	}
	s := n.text.String()
	from, to := printed.Trim(s, 0, len(s))
	return s[from:to]
}
