// Package observe tells whoever runs the server how it fares: figures for Prometheus, traces by OpenTelemetry.
// Neither holds anything of who asks, nor what is passed as a variable.
package observe

import (
	"context"
	"database/sql"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"councilgraph/graph"
)

// Metrics are the figures of one server.
type Metrics struct {
	registry *prometheus.Registry
	names    *names
	requests *prometheus.CounterVec
	took     *prometheus.HistogramVec
	cost     *prometheus.HistogramVec
	points   prometheus.Counter
	cache    *prometheus.CounterVec
	ways     *prometheus.CounterVec // how queries were answered
	inFlight prometheus.Gauge
}

// NewMetrics counts from nought. The connections of the database are looked at whenever the figures are asked for.
func NewMetrics(connections func() sql.DBStats, several func() []Server) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		names:    newNames(mostNames),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "councilgraph_requests_total",
			Help: "GraphQL requests that were answered, by the operation's name and kind, the status of HTTP and the code of the first error.",
		}, []string{"operation", "kind", "status", "code"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "councilgraph_request_duration_seconds",
			Help:    "How long requests took from their headers to the end of the answer. Streams of subscriptions are left out.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"operation"}),
		cost: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "councilgraph_query_cost_points",
			Help:    "What operations cost in points, as rateLimit { cost } says it.",
			Buckets: []float64{1, 10, 30, 100, 300, 1000, 3000, 10000, 20000},
		}, []string{"operation"}),
		points: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "councilgraph_points_total", Help: "Points of all operations together.",
		}),
		cache: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "councilgraph_cache_total",
			Help: "Look-ups in a cache: answer is a client's own copy that an ETag names, document a query that was parsed and validated before.",
		}, []string{"cache", "result"}),
		ways: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "councilgraph_queries_total",
			Help: "Queries by how they were answered: compiled to SQL; kept, from memory; executed field by field, since the compiler does not take them; failed when compiled, and executed to say what is wrong.",
		}, []string{"way"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "councilgraph_requests_in_flight", Help: "Requests that are being answered, open streams included.",
		}),
	}
	m.registry.MustRegister(m.requests, m.took, m.cost, m.points, m.cache, m.ways, m.inFlight,
		newPool(connections), newServers(several), collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Handler shows the figures in the formats of Prometheus.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{MaxRequestsInFlight: 3, Timeout: 10 * time.Second})
}

// Begin counts a request in; it is a graph.Observer.
func (m *Metrics) Begin(r *http.Request) (context.Context, func(graph.Asked)) {
	began := time.Now()
	m.inFlight.Inc()
	return r.Context(), func(a graph.Asked) {
		m.inFlight.Dec()
		m.count(a, time.Since(began))
	}
}

func (m *Metrics) count(a graph.Asked, took time.Duration) {
	name := m.names.label(a)
	m.requests.WithLabelValues(name, a.Kind, strconv.Itoa(a.Status), a.Code).Inc()
	if a.Kind != "subscription" {
		m.took.WithLabelValues(name).Observe(took.Seconds())
	}
	if a.Cost > 0 {
		m.cost.WithLabelValues(name).Observe(float64(a.Cost))
		m.points.Add(float64(a.Cost))
	}
	if a.Way != "" {
		m.ways.WithLabelValues(a.Way).Inc()
	}
	m.look("answer", a.Unchanged, a.Asks && !a.Unchanged)
	m.look("document", a.Known, a.New)
}

func (m *Metrics) look(cache string, hit, miss bool) {
	switch {
	case hit:
		m.cache.WithLabelValues(cache, "hit").Inc()
	case miss:
		m.cache.WithLabelValues(cache, "miss").Inc()
	}
}
