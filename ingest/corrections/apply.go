package corrections

import (
	"fmt"
	"strings"

	"councilgraph/ingest/link"
	"councilgraph/ingest/redact"
)

// Codes gives the register code of a council by its slug; false where there is none.
type Codes func(slug string) (string, bool)

// Linking is what the decisions say of who is who, by the register code of the council and in their order.
func Linking(lines []Line, code Codes) (map[string][]link.Correction, error) {
	out := map[string][]link.Correction{}
	for _, l := range lines {
		if l.Action == Redact {
			continue
		}
		c, err := codeOf(l, code)
		if err != nil {
			return nil, err
		}
		out[c] = append(out[c], l.correction())
	}
	return out, nil
}

// Redactions is what the decisions take out of pages, by the register code of the council.
func Redactions(lines []Line, code Codes) (map[string]redact.Words, error) {
	out := map[string]redact.Words{}
	for _, l := range lines {
		if l.Action != Redact {
			continue
		}
		c, err := codeOf(l, code)
		if err != nil {
			return nil, err
		}
		if out[c] == nil {
			out[c] = redact.Words{}
		}
		for _, w := range l.Words {
			out[c].Add(w)
		}
	}
	return out, nil
}

func codeOf(l Line, code Codes) (string, error) {
	c, ok := code(l.Slug())
	if !ok {
		return "", fmt.Errorf("a correction (%s, %s) is about %q, which is no council's slug", l.Action, l.Reason, l.Slug())
	}
	return c, nil
}

// correction is the decision in the words of linking.
func (l Line) correction() link.Correction {
	return link.Correction{
		Kind: l.Action, Person: last(l.Person), To: last(l.Into),
		Select: link.Selection{
			Source: last(l.Source), Name: l.Name, Role: l.Role, Committee: strings.TrimPrefix(l.Committee, "/id/"), From: l.From, To: l.Until,
		},
	}
}

// last is the last element of an address.
func last(uri string) string { return uri[strings.LastIndexByte(uri, '/')+1:] }
