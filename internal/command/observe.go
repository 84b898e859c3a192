package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/pflag"

	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/internal/observe"
	"councilgraph/internal/rows"
)

// lastTraces is how long a server that stops may take to send its last traces.
const lastTraces = 5 * time.Second

// observeOptions say how a server is watched.
type observeOptions struct {
	metricsAddr string
	otlp        string
}

func (o *observeOptions) flags(f *pflag.FlagSet) {
	f.StringVar(&o.metricsAddr, "metrics-addr", fromEnv("metrics-addr", ""), "address for /metrics alone, HOST:PORT; without it, /metrics is answered at --addr")
	f.StringVar(&o.otlp, "otlp", fromEnv("otlp", ""), "where to send traces by OTLP over HTTP, such as http://127.0.0.1:4318/v1/traces; none are made without it, unless OTEL_EXPORTER_OTLP_ENDPOINT is set")
}

// watch is a server under observation.
type watch struct {
	begin   graph.Observer
	reader  rows.Reader // of the store
	metrics http.Handler
	traces  *observe.Traces // nil where none are made
	apart   *http.Server    // nil where /metrics is answered with the rest
	at      string          // the address of apart
}

// start begins to watch. Where traces are wanted, the store tells of its statements from then on.
func (o observeOptions) start(ctx context.Context, db *database.Database, log *slog.Logger) (*watch, error) {
	metrics := observe.NewMetrics(db.Stats, func() []observe.Server { return seen(db.Servers()) })
	w := &watch{begin: metrics.Begin, reader: db.Reader(), metrics: metrics.Handler()}
	if o.metricsAddr != "" {
		listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", o.metricsAddr)
		if err != nil {
			return nil, fmt.Errorf("listen on %s: %w; pass another --metrics-addr", o.metricsAddr, err)
		}
		mux := http.NewServeMux()
		mux.Handle("GET /metrics", w.metrics)
		w.metrics, w.at = nil, "http://"+listener.Addr().String()+"/metrics"
		w.apart = &http.Server{
			Handler: mux, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 30 * time.Second,
			ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
		}
		go func() {
			if err := w.apart.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
				log.Error("metrics are no longer served", "error", err)
			}
		}()
	}
	if observe.Wanted(o.otlp) {
		traces, err := observe.NewTraces(ctx, o.otlp)
		if err != nil {
			return nil, errors.Join(err, w.stop(ctx))
		}
		w.traces, w.begin = traces, observe.Both(metrics.Begin, traces.Begin)
		w.reader = traces.Reader(db.Reader())
		db.Use(traces.Statements(db.Driver()))
	}
	return w, nil
}

// stop ends the watch, when all has been answered.
func (w *watch) stop(ctx context.Context) error {
	var err error
	if w.apart != nil {
		err = w.apart.Close()
	}
	if w.traces != nil {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastTraces)
		defer cancel()
		err = errors.Join(err, w.traces.Close(ctx))
	}
	return err
}

// seen are the servers of a store, as figures name them.
func seen(all []database.Server) []observe.Server {
	out := make([]observe.Server, len(all))
	for i, s := range all {
		out[i] = observe.Server{Name: s.Name, Role: "replica", Read: s.Read}
		if s.Primary {
			out[i].Role = "primary"
		}
	}
	return out
}
