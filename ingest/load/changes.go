package load

import (
	"context"
	"iter"
)

// changes are what a transaction does to nodes, in the order in which it first touches each: at most one
// step for a node, and none for a node that comes and goes.
type changes struct {
	steps []change
	at    map[int64]int // where a node's step stands
}

// change is one step for the feed. An action of "" is none.
type change struct {
	action, kind string
	id           int64
	uri          any
	survivor     any // id and address of the node that it was merged into
	survivorURI  any
}

// note adds a step to what was done to the node before.
func (c *changes) note(action, kind string, id int64, uri any) {
	i, again := c.at[id]
	if !again {
		if c.at == nil {
			c.at = map[int64]int{}
		}
		c.at[id] = len(c.steps)
		c.steps = append(c.steps, change{action: action, kind: kind, id: id, uri: uri})
		return
	}
	s := &c.steps[i]
	s.uri = uri
	switch created := s.action == "CREATED"; {
	case created && action == "UPDATED":
	case created:
		s.action = ""
	default:
		s.action = action
	}
}

// has says whether anything was done to a node.
func (c *changes) has(id int64) bool {
	_, known := c.at[id]
	return known
}

// merged adds that a node was merged into another.
func (c *changes) merged(kind string, id int64, uri any, survivor int64, survivorURI any) {
	c.note("MERGED", kind, id, uri)
	s := &c.steps[c.at[id]]
	s.survivor, s.survivorURI = survivor, survivorURI
}

// done are the steps that are left.
func (c *changes) done() iter.Seq[*change] {
	return func(yield func(*change) bool) {
		for i := range c.steps {
			if s := &c.steps[i]; s.action != "" && !yield(s) {
				return
			}
		}
	}
}

// any says whether a step is left.
func (c *changes) any() bool {
	for range c.done() {
		return true
	}
	return false
}

// writeChanges adds the steps to the feed. What is kept beside the nodes has no step of its own: where nothing but that was
// written, the council has changed. The version of the data is the last step, and may not stay the same.
func (b *batch) writeChanges(ctx context.Context) error {
	if b.store.derived && !b.changes.any() {
		b.changes.note("UPDATED", "Council", int64(b.council.ID), b.council.URI)
	}
	return b.writer.writeChanges(ctx)
}

// writeChanges adds the steps to the feed.
func (w *writer) writeChanges(ctx context.Context) error {
	columns := []string{"action", "node_type", "node_id", "node_uri", "survivor_id", "survivor_uri", "council_id", "at"}
	values := make([]any, 0, len(w.changes.steps)*len(columns))
	for c := range w.changes.done() {
		council := w.councilID
		if c.kind == "Council" {
			council = c.id
		}
		values = append(values, c.action, c.kind, c.id, c.uri, c.survivor, c.survivorURI, council, w.at)
	}
	w.changes = changes{}
	if len(values) == 0 {
		return nil
	}
	if err := w.store.inOrder(ctx); err != nil {
		return err
	}
	return w.store.add(ctx, "changes", columns, values)
}
