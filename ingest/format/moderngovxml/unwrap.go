package moderngovxml

import (
	"fmt"
	"strings"
)

// unwrap takes an answer out of its SOAP envelope, out of the elements XResponse and XResult, and out of an
// element whose text is the answer, escaped. A fault is an error.
func unwrap(n *node) (*node, error) {
	for range maxWraps {
		switch {
		case n.name == "envelope":
			body := n.child("body")
			if body == nil || len(body.children) == 0 {
				return nil, fmt.Errorf("%w: the SOAP envelope has no content", ErrNothingListed)
			}
			n = body.children[0]
		case n.name == "fault":
			return nil, fmt.Errorf("%w: %q", ErrFault, shortened(faultText(n)))
		case !isResult(n.name):
			return n, nil
		case len(n.children) > 0:
			n = n.children[0]
		case strings.HasPrefix(n.value(), "<"):
			inner, err := tree(n.value())
			if err != nil {
				return nil, fmt.Errorf("within <%s>: %w", n.name, err)
			}
			n = inner
		case n.value() != "":
			return nil, fmt.Errorf("%w: <%s> holds the text %q", ErrNoAnswer, n.name, shortened(n.value()))
		default:
			return nil, fmt.Errorf("%w: <%s> is empty", ErrNothingListed, n.name)
		}
	}
	return nil, fmt.Errorf("%w: more than %d wrappings around the answer", ErrMalformed, maxWraps)
}

// maxWraps is how many wrappings are taken off: an envelope, a response, a result and an escaped text, with room.
const maxWraps = 8

// faultText is what a fault says: faultstring in SOAP 1.1, Reason in 1.2.
func faultText(n *node) string {
	for _, path := range [][]string{{"faultstring"}, {"reason", "text"}, {"detail"}, {"faultcode"}, {"code", "value"}} {
		at := n
		for _, name := range path {
			if at = at.child(name); at == nil {
				break
			}
		}
		if s := at.value(); s != "" {
			return s
		}
	}
	return "no reason given"
}
