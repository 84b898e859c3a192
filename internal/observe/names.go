package observe

import (
	"strings"
	"sync"

	"councilgraph/graph"
)

// Clients choose the names of operations, so what is kept of them is bounded: these many, of at most so many bytes.
const (
	mostNames   = 100
	longestName = 64
)

// The labels of what has no name of its own. A name of GraphQL cannot have brackets.
const (
	unnamed = "(unnamed)" // the operation has no name
	others  = "(other)"   // too long, or one too many
	unread  = "(unread)"  // refused, or answered from the client's own copy, before it was understood
)

// names are the operations that have a label of their own: the first that came.
type names struct {
	mu    sync.Mutex
	most  int
	known map[string]bool
}

func newNames(most int) *names { return &names{most: most, known: map[string]bool{}} }

// label is what the operation is counted under.
func (n *names) label(a graph.Asked) string {
	switch {
	case a.Kind == "":
		return unread
	case a.Operation == "":
		return unnamed
	case len(a.Operation) > longestName:
		return others
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.known[a.Operation] {
		return a.Operation
	}
	if len(n.known) >= n.most || a.Status >= 400 || a.Code != "" {
		return others // what fails earns no label
	}
	n.known[strings.Clone(a.Operation)] = true // it is a part of the query's text, which is not to be held by it
	return a.Operation
}
