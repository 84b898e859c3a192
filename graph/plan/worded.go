package plan

import (
	"slices"
	"sync"

	"councilgraph/internal/relay"
)

// form is what a list's statement asks for.
type form uint8

const (
	wholeForm  form = iota // all nodes of a kind
	ofForm                 // those of one node
	ofManyForm             // those of many nodes
)

// mostWorded is how many statements of one list are kept. They differ in the size of pages and their order.
const mostWorded = 8

// worded keeps the texts of a list's statements: making them from their parts takes longer than some take to run.
type worded struct {
	mu    sync.Mutex
	known []wording
}

type wording struct {
	form  form
	back  bool
	limit int
	terms []relay.Term
	statement
}

// worded is a statement of the list that is made where it is not known. What is filtered, or begins at a cursor, is always made.
func (l *list) worded(f form, w window, make func() (statement, error)) (statement, error) {
	if w.filter != nil || w.seek != nil {
		return make()
	}
	same := func(k wording) bool {
		return k.form == f && k.back == w.back && k.limit == w.limit && slices.Equal(k.terms, w.terms)
	}
	l.texts.mu.Lock()
	defer l.texts.mu.Unlock()
	if i := slices.IndexFunc(l.texts.known, same); i >= 0 {
		return l.texts.known[i].statement, nil
	}
	made, err := make()
	if err != nil {
		return made, err
	}
	made.args = slices.Clip(made.args) // whoever adds to them gets others
	if len(l.texts.known) == mostWorded {
		l.texts.known = l.texts.known[1:]
	}
	l.texts.known = append(l.texts.known, wording{f, w.back, w.limit, w.terms, made})
	return made, nil
}
