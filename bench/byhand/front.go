package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"councilgraph/graph"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/limits"
	"councilgraph/internal/rows"
)

// front is the program's own front with answers by hand behind it.
func front(db *database.Database) http.Handler {
	c := api(db)
	c.Instead = func(whole graphql.ExecutableSchema) graphql.ExecutableSchema { return byHand{whole, db.Reader()} }
	return graph.Handler(c)
}

// api is the program's own API, with the limits raised as the benchmark raises those of the program.
func api(db *database.Database) graph.Config {
	l := limits.Default()
	l.Points, l.Concurrent, l.Everyone = 0, math.MaxInt32, math.MaxInt32
	return graph.Config{
		Resolver: &graph.Resolver{Store: db.Client, CanonicalURL: record.CanonicalURL},
		Log:      slog.New(slog.DiscardHandler), Timeout: time.Minute, Limits: &l,
	}
}

// byHand answers the questions whose names it knows, and leaves all others to the schema that it stands before.
type byHand struct {
	graphql.ExecutableSchema
	store rows.Reader
}

// Exec answers one operation.
func (h byHand) Exec(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	id := func() int64 {
		text, _ := op.Variables["id"].(string)
		n, _ := strconv.ParseInt(text, 10, 64)
		return n
	}
	var data []byte
	var err error
	switch op.Operation.Name {
	case "Item":
		data, err = item(ctx, h.store, id())
	case "Newest":
		data, err = newest(ctx, h.store)
	case "Attended":
		data, err = attended(ctx, h.store, id())
	default:
		return h.ExecutableSchema.Exec(ctx)
	}
	if err != nil {
		graphql.AddError(ctx, err)
		data = json.RawMessage("null")
	}
	return graphql.OneShot(&graphql.Response{Data: data})
}
