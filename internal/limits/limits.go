// Package limits holds what one client may ask of the API: how much, how often. The values are
// checked where they are set; the API enforces them.
package limits

import (
	"fmt"
	"math"
	"net/netip"
	"slices"
	"strings"
)

// Limits are the limits of the API. Each number is the most that is allowed; none of them can be switched off,
// but for the points, where 0 means that they are not counted.
type Limits struct {
	// What is looked at before a query is read.
	Body     int // bytes of a request's body
	Document int // bytes of a query
	Tokens   int // names, values and signs of a query

	// What is looked at before a query is compared with the schema.
	Selections int // fields of a query, its fragments spread out
	Repeats    int // times that one name of the answer stands in one selection, fragments spread out and fields of one name taken together
	Depth      int // levels of fields; introspection has a bound of its own
	Aliases    int // fields with another name than their own
	Directives int // uses of directives
	RootFields int // fields of the query itself
	Values     int // numbers, texts, lists and objects of the variables
	List       int // values of one list

	// What is looked at before a query runs.
	Nodes         int // entries that a query can give, lists within lists multiplied
	Cost          int // points of a query
	Introspection int // percent of what tools ask to learn the schema that a query about it can give
	Searches      int // searches of a query
	FilterNodes   int // conditions of one filter
	FilterDepth   int // relations that one filter follows
	IDs           int // ids of nodes(ids:)

	// What is looked at while a query runs.
	Errors int // errors of an answer

	// What is looked at when a request comes in.
	Points     int // that a client can save up; 0 counts none
	Refill     int // points that a client gets back each second
	KeyFactor  int // how many times as many points a client with a key has
	Concurrent int // requests of one client at a time
	Everyone   int // requests of all clients at a time
	Clients    int // clients that are remembered
}

// Default is the limits where nothing is said.
func Default() Limits {
	return Limits{
		Body: 256 << 10, Document: 16 << 10, Tokens: 2000,
		Selections: 2000, Repeats: 20, Depth: 20, Aliases: 50, Directives: 50, RootFields: 20, Values: 5000, List: 250,
		Nodes: 50_000, Cost: 20_000, Introspection: 125, Searches: 3, FilterNodes: 50, FilterDepth: 3, IDs: 100,
		Errors: 20,
		Points: 100_000, Refill: 1000, KeyFactor: 10, Concurrent: 10, Everyone: 64, Clients: 65_536,
	}
}

// Named is one limit with the name under which it is set and documented.
type Named struct {
	Name  string // such as filter-nodes
	What  string // what it counts
	Least int    // the least that it can be
	Value *int
}

// Numbers are the limits that are numbers, in the order of the documentation.
func (l *Limits) Numbers() []Named {
	return []Named{
		{"body", "bytes of a request's body", 1, &l.Body},
		{"document", "bytes of a query", 1, &l.Document},
		{"tokens", "names, values and signs of a query", 1, &l.Tokens},
		{"selections", "fields of a query, fragments spread out", 1, &l.Selections},
		{"repeats", "times that one name of the answer stands in one selection, fragments spread out", 1, &l.Repeats},
		{"depth", "levels of a query", 1, &l.Depth},
		{"aliases", "aliases of a query", 0, &l.Aliases},
		{"directives", "directives of a query", 0, &l.Directives},
		{"root-fields", "fields at the root of a query", 1, &l.RootFields},
		{"values", "values of the variables", 0, &l.Values},
		{"list", "values of one list, such as slugIn", 1, &l.List},
		{"nodes", "entries that a query can give", 1, &l.Nodes},
		{"cost", "points that a query costs", 1, &l.Cost},
		{"introspection", "percent of what tools ask to learn the schema that a query about it can give", 100, &l.Introspection},
		{"searches", "searches of a query", 0, &l.Searches},
		{"filter-nodes", "conditions of one filter", 0, &l.FilterNodes},
		{"filter-depth", "relations that one filter follows", 0, &l.FilterDepth},
		{"ids", "ids of nodes(ids:)", 1, &l.IDs},
		{"errors", "errors of an answer", 1, &l.Errors},
		{"points", "points that a client can save up; 0 counts none", 0, &l.Points},
		{"refill", "points that a client gets back each second", 1, &l.Refill},
		{"key-factor", "times as many points for a client with a key", 1, &l.KeyFactor},
		{"concurrent", "requests of one client at a time", 1, &l.Concurrent},
		{"everyone", "requests of all clients at a time", 1, &l.Everyone},
		{"clients", "clients that are remembered", 1, &l.Clients},
	}
}

// Set sets the limit of that name.
func (l *Limits) Set(name string, value int) error {
	all := l.Numbers()
	i := slices.IndexFunc(all, func(n Named) bool { return n.Name == name })
	switch {
	case i < 0:
		names := make([]string, len(all))
		for i, n := range all {
			names[i] = n.Name
		}
		return fmt.Errorf("there is no limit %q; the limits are %s", name, strings.Join(names, ", "))
	case value < all[i].Least || value > math.MaxInt32:
		return fmt.Errorf("limit %s: %d is not from %d to %d", name, value, all[i].Least, math.MaxInt32)
	}
	*all[i].Value = value
	return nil
}

// Clients is how clients are told apart.
type Clients struct {
	// Proxies are the networks whose word about the address of a client is taken: the X-Forwarded-For of a
	// request that comes from one of them.
	Proxies []netip.Prefix
	// Keys leads from a key to the name of its holder.
	Keys map[string]string
}
