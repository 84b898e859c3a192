package observe

import (
	"database/sql"

	"github.com/prometheus/client_golang/prometheus"
)

// pool gives the figures of database/sql, under the names that dashboards know, for all connections to the store:
// some are not those of database/sql.
type pool struct {
	look    func() sql.DBStats
	figures []poolFigure
}

type poolFigure struct {
	about *prometheus.Desc
	kind  prometheus.ValueType
	value func(sql.DBStats) float64
}

func newPool(look func() sql.DBStats) *pool {
	figure := func(name, help string, kind prometheus.ValueType, value func(sql.DBStats) float64) poolFigure {
		return poolFigure{prometheus.NewDesc("go_sql_"+name, help, nil, prometheus.Labels{"db_name": "councilgraph"}), kind, value}
	}
	return &pool{look, []poolFigure{
		figure("max_open_connections", "Maximum number of open connections to the database.", prometheus.GaugeValue, func(s sql.DBStats) float64 { return float64(s.MaxOpenConnections) }),
		figure("open_connections", "The number of established connections both in use and idle.", prometheus.GaugeValue, func(s sql.DBStats) float64 { return float64(s.OpenConnections) }),
		figure("in_use_connections", "The number of connections currently in use.", prometheus.GaugeValue, func(s sql.DBStats) float64 { return float64(s.InUse) }),
		figure("idle_connections", "The number of idle connections.", prometheus.GaugeValue, func(s sql.DBStats) float64 { return float64(s.Idle) }),
		figure("wait_count_total", "The total number of connections waited for.", prometheus.CounterValue, func(s sql.DBStats) float64 { return float64(s.WaitCount) }),
		figure("wait_duration_seconds_total", "The total time blocked waiting for a new connection.", prometheus.CounterValue, func(s sql.DBStats) float64 { return s.WaitDuration.Seconds() }),
		figure("max_idle_closed_total", "The total number of connections closed because as many were idle as may be.", prometheus.CounterValue, func(s sql.DBStats) float64 { return float64(s.MaxIdleClosed) }),
		figure("max_idle_time_closed_total", "The total number of connections closed because they were idle for long.", prometheus.CounterValue, func(s sql.DBStats) float64 { return float64(s.MaxIdleTimeClosed) }),
		figure("max_lifetime_closed_total", "The total number of connections closed because they were old.", prometheus.CounterValue, func(s sql.DBStats) float64 { return float64(s.MaxLifetimeClosed) }),
	}}
}

// Describe tells which figures there are.
func (p *pool) Describe(to chan<- *prometheus.Desc) {
	for _, f := range p.figures {
		to <- f.about
	}
}

// Collect tells what they are now.
func (p *pool) Collect(to chan<- prometheus.Metric) {
	now := p.look()
	for _, f := range p.figures {
		to <- prometheus.MustNewConstMetric(f.about, f.kind, f.value(now))
	}
}
