package graph

import (
	"cmp"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"councilgraph/internal/limits"
	"councilgraph/internal/rows"
)

// Config is what the API needs.
type Config struct {
	// Resolver is completed by Handler and belongs to it from then on.
	Resolver *Resolver
	// Reader is the resolver's store, for queries that are compiled; nil to have all run by gqlgen's executor.
	Reader rows.Reader
	// Kept is how many bytes of answers are kept in memory to be given again while the data is the same; 0 for none.
	Kept int
	Log  *slog.Logger
	// Timeout is how long one request may take.
	Timeout time.Duration
	// Documents are queries that clients can ask by name; none where it is empty.
	Documents Documents
	// Limits are what a client may ask; nil for the usual ones.
	Limits *limits.Limits
	// Clients is how clients are told apart. The zero value goes by the address that a request comes from.
	Clients limits.Clients
	// Observe is told of every request; nil where nobody watches.
	Observe Observer
	// Poll is how often the streams of subscriptions look for changes; 0 for once a second.
	Poll time.Duration
	// Stopping ends the streams when it is closed; nil where they end with their connections alone.
	Stopping <-chan struct{}
	// Instead gives what runs operations instead of the schema that it is handed, once they have been found good;
	// nil for that schema itself. It is for benchmarks that compare answers written by hand.
	Instead func(graphql.ExecutableSchema) graphql.ExecutableSchema
}

// API is the graph's API: over HTTP as an http.Handler, and for the program's own pages by Enter and Ask.
type API struct {
	http.Handler
	endpoint *endpoint
	observe  Observer
}

// Handler answers GraphQL over HTTP: see New.
func Handler(c Config) http.Handler { return New(c) }

// New is the API. It answers GraphQL over HTTP: POST with a JSON body, and GET with the query in the address.
//
// What is cheap comes first: a request is named, told from which sites it may come, looked at from outside
// (method, address, what it accepts), read, and only then parsed, validated, counted and run.
func New(c Config) *API {
	l := c.Limits
	if l == nil {
		usual := limits.Default()
		l = &usual
	}
	resolver := c.Resolver
	resolver.counts = &tally{}
	resolver.feed = newFeed(resolver.version, cmp.Or(c.Poll, time.Second), streamLimits{maxStreams, maxStreamsOfClient}, c.Log)
	if c.Reader != nil {
		resolver.versions = &versions{reader: c.Reader, most: min(c.Timeout, versionTime)}
	}
	e := &endpoint{
		exec: newExecutor(c, l), gate: newGate(l, c.Clients, time.Now), limits: l, timeout: c.Timeout,
		feed: resolver.feed, stopping: c.Stopping, log: c.Log,
		documents: newPersisted(c.Documents), program: programName(), version: c.Resolver.version, kept: newKept(c.Kept),
	}
	return &API{Handler: entered(c.Observe, crossOrigin(Compress(e))), endpoint: e, observe: c.Observe}
}
