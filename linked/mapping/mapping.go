// Package mapping says in RDF what is stored: which classes and properties stand for which columns. docs/linked-data.md
// has the table. What is unknown is absent; what the API does not show is not here either.
package mapping

import (
	"context"
	"fmt"
	"slices"

	"councilgraph/ent"
	"councilgraph/linked/rdf"
)

// Mapper describes stored things.
type Mapper struct {
	// Store is read; nothing is written.
	Store *ent.Client
	// Base is what stands before addresses, such as https://councils.example, without a slash at its end.
	Base string
}

// Description is what is stated of one thing and of the document that states it.
type Description struct {
	// ID is the node's, URI its lasting address, such as /id/bromley/executive, and Kind its type's name in the API.
	ID        int
	URI, Kind string
	// Graph are the statements.
	Graph *rdf.Graph
	// Licence is the address of a licence that all of its sources state, "" where there is none.
	Licence string
}

// Kinds are the kinds of nodes that have an address, in the order in which the whole graph is described.
func Kinds() []string {
	return []string{"Council", "Committee", "Person", "Meeting", "AgendaItem", "Resolution", "Decision", "Issue", "Source"}
}

// What a description lists at most of what hangs on a thing; it says so where it has left something out.
const (
	mostChildren = 500
	mostMeetings = 200
	mostEvidence = 10
)

// Vocabulary is the namespace of the terms that are ours, on a server with that base.
func Vocabulary(base string) string { return base + "/def/council#" }

// New is an empty graph in which names may begin with cd:, our own vocabulary.
func (m *Mapper) New() *rdf.Graph { return rdf.New(map[string]string{"cd": Vocabulary(m.Base)}) }

// Describe describes the nodes of a kind that have these ids, in the order of the ids. Ids that lead nowhere are left
// out. However many there are, it takes the same number of statements, one for each relation.
func (m *Mapper) Describe(ctx context.Context, kind string, ids []int) ([]*Description, error) {
	describe := map[string]func(context.Context, []int) ([]*about, error){
		"Council": m.councils, "Committee": m.committees, "Person": m.people, "Meeting": m.meetings, "AgendaItem": m.items,
		"Resolution": m.resolutions, "Decision": m.decisions, "Issue": m.issues, "Source": m.sources,
	}[kind]
	if describe == nil {
		return nil, fmt.Errorf("nodes of the kind %s have no address", kind)
	}
	all, err := describe(ctx, ids)
	if err == nil {
		err = m.document(ctx, kind, all)
	}
	if err != nil {
		return nil, fmt.Errorf("describe %s: %w", kind, err)
	}
	slices.SortFunc(all, func(a, b *about) int { return a.id - b.id })
	out := make([]*Description, len(all))
	for i, a := range all {
		out[i] = &Description{ID: a.id, URI: a.uri, Kind: kind, Graph: a.graph, Licence: a.licence}
	}
	return out, nil
}
