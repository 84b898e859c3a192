// Package graph serves the graph: resolvers of a sentence each, the limits, and the HTTP handler.
package graph

import "councilgraph/ent"

// Resolver is what the resolvers work with.
type Resolver struct {
	Store *ent.Client
	// CanonicalURL gives the one spelling of a page's address, as the store keeps it.
	CanonicalURL func(string) string

	// Set by Handler.
	counts *tally
	feed   *feed
	// versions reads the version of the data; nil to have the store asked.
	versions *versions
}
