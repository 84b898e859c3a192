package command

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"councilgraph/explorer"
	"councilgraph/explorer/dashboard"
	"councilgraph/explorer/example"
	"councilgraph/explorer/page"
	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/linked"
)

// readyTime is how long the database may take to show that it answers.
const readyTime = 2 * time.Second

// handler is all that the server answers; metrics is nil where they are given elsewhere, base is the public address, "" for what
// each request says.
// exports is the folder of bulk files, "" for none.
func handler(db *database.Database, metrics http.Handler, base, exports string, c graph.Config) (http.Handler, error) {
	explore, err := explorer.New(explorer.Limits{Limits: *c.Limits, Timeout: c.Timeout})
	if err != nil {
		return nil, err
	}
	api := graph.New(c)
	var people http.Handler // which needs what it is needed by
	data := linked.New(linked.Config{
		Store: db.Client, Base: base, Log: c.Log, Enter: api.Enter, Refuse: refuseLinked,
		HTML: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { people.ServeHTTP(w, r) }),
	})
	config := pages(api, data, c.Kept, base, c.Log)
	site, err := page.New(config)
	if err != nil {
		return nil, err
	}
	people = site.Handler()
	boards, err := dashboard.New(site, time.Now)
	if err != nil {
		return nil, err
	}
	examples, err := example.New(site)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", pinned(db, people))
	mux.Handle(dashboard.Path, pinned(db, boards.Handler()))
	mux.Handle(example.Path, pinned(db, examples.Handler()))
	mux.Handle(example.Path+"/", pinned(db, examples.Handler()))
	mux.Handle("/graphql", pinned(db, api))
	mux.Handle(explorer.Path, explore)
	licence, attribution := graph.Terms()
	if err := mountLinked(mux, db, data, config, linked.Data{Folder: exports, Version: c.Resolver.DataVersion, Licence: licence, Attribution: attribution}); err != nil {
		return nil, err
	}
	mux.Handle("/schema.graphql", graph.Compress(http.HandlerFunc(graph.Schema)))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", ready(db, c.Resolver, c.Log))
	if metrics != nil {
		mux.Handle("GET /metrics", metrics)
	}
	return logged(mux, c.Log), nil
}

// pinned lets each request read from one server of the database.
func pinned(db *database.Database, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if ctx := db.Pin(r.Context()); ctx != r.Context() { // of several servers; else the request stays as it is
			r = r.WithContext(ctx)
		}
		next.ServeHTTP(w, r)
	})
}

// readiness is what /readyz answers.
type readiness struct {
	Status string `json:"status"` // ready, or what is amiss
	// Version of the data, and when the last change was taken in (RFC 3339, UTC); null where the database
	// is not ready, and the latter also where nothing was ever taken in.
	Version    *string `json:"version"`
	LastIngest *string `json:"lastIngest"`
}

// ready says whether the database answers and its tables are those of this program, and how current it is.
func ready(db *database.Database, data *graph.Resolver, log *slog.Logger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(db.Pin(r.Context()), readyTime)
		defer cancel()
		state, status := look(ctx, db, data, log), http.StatusOK
		if state.Version == nil {
			status = http.StatusServiceUnavailable
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(state) // whoever asked has gone
	}
}

func look(ctx context.Context, db *database.Database, data *graph.Resolver, log *slog.Logger) readiness {
	pending, err := db.Pending(ctx)
	if err == nil && pending > 0 {
		return readiness{Status: fmt.Sprintf("the database is %d migrations behind", pending)}
	}
	var version string
	var last *string
	if err == nil {
		version, last, err = data.DataVersion(ctx)
	}
	if err != nil {
		log.WarnContext(ctx, "the database does not answer", "error", err)
		return readiness{Status: "the database does not answer"}
	}
	return readiness{"ready", &version, last}
}
