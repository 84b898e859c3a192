// Byhand answers the benchmark's questions by SQL that a person wrote for each of them: what a general program
// can at best come near. It is no API: it knows these questions and nothing else.
//
//	go run ./bench/byhand --database postgres://USER:PASSWORD@HOST/NAME --addr 127.0.0.1:9001 --form flat
//
// The form flat stands behind the program's own front (HTTP, parsing, limits) and writes the answer from flat rows.
// The form json has no GraphQL at all: the database writes the whole answer in one statement, and it is handed on.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	_ "net/http/pprof" // on an address of its own, for whoever looks where the time goes
	"os"
	"time"

	"councilgraph/internal/database"
	"councilgraph/internal/whole"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "byhand:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("byhand", flag.ContinueOnError)
	address := flags.String("database", "", "a database that bench/generate filled")
	addr := flags.String("addr", "127.0.0.1:0", "where to listen, HOST:PORT")
	form := flags.String("form", "flat", "flat: flat rows behind the program's own front; json: one statement that gives the answer, over plain HTTP")
	profile := flags.String("profile", "", "where to show profiles, HOST:PORT")
	if err := flags.Parse(args); err != nil {
		return err
	}
	ctx := context.Background()
	db, err := database.OpenServing(ctx, *address, database.Bounds{Statement: time.Minute})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	var handler http.Handler
	switch *form {
	case "flat":
		handler = front(db)
	case "json":
		handler, err = statements(db)
	default:
		err = fmt.Errorf("--form %s: pass flat or json", *form)
	}
	if err != nil {
		return err
	}
	if *profile != "" {
		go func() { fmt.Fprintln(os.Stderr, "byhand:", http.ListenAndServe(*profile, nil)) }() //nolint:gosec // a tool on the own machine
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", *addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w; pass another --addr", *addr, err)
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", handler)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprintln(w, "ok") })
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	if err := whole.Serve(server, listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
