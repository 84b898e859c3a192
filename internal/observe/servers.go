package observe

import "github.com/prometheus/client_golang/prometheus"

// Server is one of several servers of the store.
type Server struct {
	Name string // HOST:PORT/NAME
	Role string // primary or replica
	Read bool   // whether new requests may read from it
}

// servers tells of each server whether it is read, where there are several.
type servers struct {
	look  func() []Server
	about *prometheus.Desc
}

func newServers(look func() []Server) *servers {
	return &servers{look, prometheus.NewDesc("councilgraph_database_server_read",
		"1 where new requests may read from the server; 0 where it does not answer, or is too far behind.", []string{"server", "role"}, nil)}
}

// Describe tells which figure there is.
func (s *servers) Describe(to chan<- *prometheus.Desc) { to <- s.about }

// Collect tells what it is now.
func (s *servers) Collect(to chan<- prometheus.Metric) {
	for _, one := range s.look() {
		read := 0.0
		if one.Read {
			read = 1
		}
		to <- prometheus.MustNewConstMetric(s.about, prometheus.GaugeValue, read, one.Name, one.Role)
	}
}
