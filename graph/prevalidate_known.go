package graph

import (
	"container/list"
	"context"
	"slices"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// documents are queries that have been read, compared with the schema and found good: most clients send a few
// texts again and again. They are bounded by their tokens, since it is those that take memory once a text is
// read; the one not asked for longest goes first.
type documents struct {
	mu     sync.Mutex
	most   int // tokens of all
	tokens int
	byText map[string]*list.Element
	recent *list.List
}

type knownDocument struct {
	text   string
	doc    *ast.QueryDocument
	tokens int
	prices map[*ast.OperationDefinition]price // of its operations, where that is the same each time
}

func newDocuments(most int) *documents {
	return &documents{most: most, byText: map[string]*list.Element{}, recent: list.New()}
}

// Get is the query of that text, if it is known.
func (d *documents) Get(_ context.Context, text string) (*ast.QueryDocument, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.byText[text]
	if !ok {
		return nil, false
	}
	d.recent.MoveToFront(e)
	return e.Value.(*knownDocument).doc, true
}

// Add keeps nothing: what the executor would add here has been added before, with its tokens.
func (*documents) Add(context.Context, string, *ast.QueryDocument) {}

// keep adds a query.
func (d *documents) keep(text string, doc *ast.QueryDocument, tokens int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.byText[text]; ok {
		return
	}
	tokens += 1 + len(text)/16 // the text itself takes room too, comments and all
	d.byText[text] = d.recent.PushFront(&knownDocument{text: text, doc: doc, tokens: tokens})
	for d.tokens += tokens; d.tokens > d.most; {
		oldest := d.recent.Remove(d.recent.Back()).(*knownDocument)
		delete(d.byText, oldest.text)
		d.tokens -= oldest.tokens
	}
}

// price is what an operation of a known query was found to cost, whatever its variables are.
func (d *documents) price(text string, op *ast.OperationDefinition) (price, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.byText[text]
	if !ok {
		return price{}, false
	}
	p, ok := e.Value.(*knownDocument).prices[op]
	return p, ok
}

// keepPrice notes what an operation costs, for as long as its query is known.
func (d *documents) keepPrice(text string, op *ast.OperationDefinition, p price) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.byText[text]
	if !ok {
		return
	}
	k := e.Value.(*knownDocument)
	if !slices.Contains(k.doc.Operations, op) {
		return // the query was forgotten meanwhile, and has been read anew
	}
	if k.prices == nil {
		k.prices = map[*ast.OperationDefinition]price{}
	}
	k.prices[op] = p
}
