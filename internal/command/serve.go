package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"councilgraph/explorer"
	"councilgraph/graph"
	"councilgraph/ingest"
	"councilgraph/ingest/record"
	"councilgraph/internal/config"
	"councilgraph/internal/database"
	"councilgraph/internal/register"
	"councilgraph/internal/whole"
	"councilgraph/sample"
)

func serve(c *config.Config, s Streams) *cobra.Command {
	var o serveOptions
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the graph: pages at /, GraphQL at /graphql, the explorer at /graphiql/",
		Long: `Serve the graph: pages for people at /, GraphQL at /graphql (GET and POST), the explorer at /graphiql/,
linked data at /id/ and /doc/, bulk files at /data, the schema at /schema.graphql, and /healthz, /readyz and /metrics (for Prometheus) for whoever watches. An SQLite database is brought up to date
first; PostgreSQL is not, see migrate.`,
		Args: arguments(cobra.NoArgs, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runServe(cmd.Context(), *c, o, s) },
	}
	databaseFlag(cmd.Flags(), c)
	cmd.Flags().StringVar(&c.Addr, "addr", fromEnv("addr", c.Addr), "address to listen on, HOST:PORT; port 0 takes a free one")
	cmd.Flags().DurationVar(&c.Timeout, "timeout", c.Timeout, "how long one query may take")
	cmd.Flags().IntVar(&c.Pool, "pool", c.Pool, "how many connections to the database may be open at a time; 0 is 16 to PostgreSQL, and 2 for each core to SQLite")
	cmd.Flags().StringArrayVar(&o.replicas, "replica", nil, "postgres://USER:PASSWORD@HOST/NAME of a server that follows --database and is read in its place; may be given several times")
	cmd.Flags().DurationVar(&c.ReplicaLag, "replica-lag", c.ReplicaLag, "how far a replica may be behind and still be read")
	cmd.Flags().IntVar(&c.ResponseCache, "response-cache", c.ResponseCache, "megabytes of answers that are kept in memory and given again while the data is the same; 0 for none")
	o.limits.flags(cmd.Flags(), c)
	o.watch.flags(cmd.Flags())
	cmd.Flags().StringVar(&o.base, "base-url", fromEnv("base-url", ""), "public address of the server, https://HOST, for links in feeds, linked data and pages; what each request says without it")
	cmd.Flags().StringVar(&o.documents, "documents", "", "queries that clients may ask by name: a .json file of names and documents, or a folder of .json and .graphql files")
	cmd.Flags().BoolVar(&o.documentsOnly, "documents-only", false, "answer no other queries than those of --documents")
	cmd.Flags().StringVar(&o.exports, "exports", fromEnv("exports", ""), "folder of bulk files that export --out FOLDER/ has written, offered at /data")
	cmd.Flags().BoolVar(&o.sample, "sample", false, "serve the pages that come with the program, from a database that is thrown away")
	return cmd
}

// mostPool is more connections than a server of PostgreSQL is told to take.
const mostPool = 10_000

// serveOptions are the settings of serve alone.
type serveOptions struct {
	sample        bool
	base          string
	exports       string
	documents     string
	documentsOnly bool
	replicas      []string
	limits        limitOptions
	watch         observeOptions
}

func runServe(ctx context.Context, c config.Config, o serveOptions, s Streams) (err error) {
	if c.Timeout <= 0 {
		return &usageError{fmt.Errorf("--timeout %s: pass a time above 0, such as 10s", c.Timeout)}
	}
	if c.Statement <= 0 {
		return &usageError{fmt.Errorf("--statement-timeout %s: pass a time above 0, such as 5s", c.Statement)}
	}
	if c.Replicas = append(list("replicas"), o.replicas...); len(c.Replicas) > 0 && c.ReplicaLag <= 0 {
		return &usageError{fmt.Errorf("--replica-lag %s: pass a time above 0, such as 10s", c.ReplicaLag)}
	}
	if c.Pool < 0 || c.Pool > mostPool {
		return &usageError{fmt.Errorf("--pool %d: pass a number from 1 to %d, or 0 for the default", c.Pool, mostPool)}
	}
	clients, err := o.limits.read(&c.Limits)
	if err != nil {
		return err
	}
	documents, err := o.readDocuments()
	if err != nil {
		return err
	}
	if u, err := url.Parse(o.base); o.base != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/")+u.RawQuery+u.Fragment != "") {
		return &usageError{fmt.Errorf("--base-url %s: pass the public address without a path, such as https://example.org", o.base)}
	}
	if c.ResponseCache < 0 {
		return &usageError{fmt.Errorf("--response-cache %d: pass a number of megabytes, or 0 for none", c.ResponseCache)}
	}
	collectLess(c.ResponseCache << 20)
	log := slog.New(slog.NewJSONHandler(s.Err, nil))
	if o.sample {
		folder, err := os.MkdirTemp("", "councilgraph-sample")
		if err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(folder) }()
		c.Database = "sqlite:" + filepath.Join(folder, "sample.db")
		if err := loadSample(ctx, c.Database, folder); err != nil {
			return fmt.Errorf("load the sample: %w", err)
		}
	}
	db, err := openServed(ctx, c, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	watch, err := o.watch.start(ctx, db, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, watch.stop(ctx)) }()
	stopping := make(chan struct{})
	routes, err := handler(db, watch.metrics, o.base, o.exports, graph.Config{
		Resolver: &graph.Resolver{Store: db.Client, CanonicalURL: record.CanonicalURL}, Reader: watch.reader, Kept: c.ResponseCache << 20,
		Log: log, Timeout: c.Timeout, Documents: documents, Limits: &c.Limits, Clients: clients, Stopping: stopping, Observe: watch.begin,
	})
	if err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w; pass another --addr", c.Addr, err)
	}
	at := "http://" + listener.Addr().String()
	_, _ = fmt.Fprintf(s.Out, "Pages     %s/\nExplorer  %s%s\nGraphQL   %s/graphql\n", at, at, explorer.Path, at)
	if watch.at != "" {
		_, _ = fmt.Fprintf(s.Out, "Metrics   %s\n", watch.at)
	}
	return run(ctx, routes, listener, c.Timeout, stopping, log)
}

func (o serveOptions) readDocuments() (graph.Documents, error) {
	if o.documents == "" {
		if o.documentsOnly {
			return graph.Documents{}, &usageError{errors.New("--documents-only: pass --documents FILE too, or nothing could be asked")}
		}
		return graph.Documents{}, nil
	}
	d, err := graph.ReadDocuments(o.documents)
	d.Only = o.documentsOnly
	return d, err
}

// openServed opens the database that is to be served. The embedded one is brought up to date; a shared
// one is not changed by a server that starts.
func openServed(ctx context.Context, c config.Config, log *slog.Logger) (*database.Database, error) {
	bounds := database.Bounds{
		Statement: c.Statement, Pool: c.Pool,
		Replicas: database.Replicas{Addresses: c.Replicas, Lag: c.ReplicaLag, Log: log},
	}
	if database.IsEmbedded(c.Database) && len(c.Replicas) == 0 {
		db, err := database.Open(ctx, c.Database)
		if err != nil {
			return nil, err
		}
		_, _, err = prepare(ctx, db)
		if err := errors.Join(err, db.Close()); err != nil {
			return nil, err
		}
		return database.OpenServing(ctx, c.Database, bounds)
	}
	db, err := database.OpenServing(ctx, c.Database, bounds)
	if err != nil {
		return nil, err
	}
	pending, err := db.Pending(ctx)
	if err == nil && pending > 0 {
		err = fmt.Errorf("the database is %d migrations behind; run councilgraph migrate first", pending)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if missing, err := db.Deferred(ctx); err != nil { // the primary may be away while replicas answer
		log.WarnContext(ctx, "whether indexes are missing cannot be told", "error", err)
	} else if missing > 0 {
		log.WarnContext(ctx, "indexes are missing, so queries are slow: an archive is being loaded, or that was cut short; run councilgraph migrate to make them", "missing", missing)
	}
	return db, nil
}

func loadSample(ctx context.Context, address, folder string) (err error) {
	manifest, err := sample.Write(folder)
	if err != nil {
		return err
	}
	known, err := register.Load()
	if err != nil {
		return err
	}
	db, loader, err := openStore(ctx, address)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	report, err := ingest.Pipeline{Councils: councils{known}, Loader: loader}.Run(ctx, []string{manifest})
	if err != nil {
		return err
	}
	for _, p := range report.Problems {
		return fmt.Errorf("%s: %s", p.File, p.Reason)
	}
	return nil
}

// run serves until it is told to stop, and then lets requests that have begun end. Streams would not: they
// are ended by closing stopping.
func run(ctx context.Context, routes http.Handler, listener net.Listener, timeout time.Duration, stopping chan<- struct{}, log *slog.Logger) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	server := &http.Server{
		Handler: routes, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: timeout + 5*time.Second,
		WriteTimeout: timeout + 10*time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	server.RegisterOnShutdown(func() { close(stopping) })
	failed := make(chan error, 1)
	go func() { failed <- whole.Serve(server, listener) }()
	log.Info("serving", "address", listener.Addr().String())
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	log.Info("stopping")
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeout+time.Second)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		return fmt.Errorf("stop: %w", err)
	}
	return nil
}
