package linked

import (
	"context"
	"log/slog"
	"net/http"
	"strings"

	"councilgraph/ent"
	"councilgraph/linked/mapping"
)

// Config is what linked data needs of the program around it.
type Config struct {
	Store *ent.Client
	// Base is the server's public address without a slash at its end, such as https://councils.example; "" takes what each
	// request says, which suits a server that has one name.
	Base string
	// HTML serves /doc/... to people; nil where there are no pages.
	HTML http.Handler
	// Enter lets a reader in, or says why not; leave is called when the answer has been written. Nil lets all in.
	Enter func(*http.Request) (ctx context.Context, leave func(), err error)
	// Refuse answers a reader whom Enter did not let in. It is needed where Enter is.
	Refuse func(http.ResponseWriter, *http.Request, error)
	Log    *slog.Logger
}

// Server serves linked data.
type Server struct {
	config Config
	ranges mapping.Ranges
}

// New is a server of linked data.
func New(c Config) *Server {
	c.Base = strings.TrimSuffix(c.Base, "/")
	return &Server{c, mapping.NewRanges()}
}

type baseKey struct{}

// WithBase notes the server's address in a context, for what describes things within it.
func WithBase(ctx context.Context, base string) context.Context {
	return context.WithValue(ctx, baseKey{}, base)
}

// Base is the server's address for a request, "" where the request names none that can be one.
func (s *Server) Base(r *http.Request) string {
	if s.config.Base != "" {
		return s.config.Base
	}
	for _, c := range r.Host {
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.ContainsRune(".-:[]", c)) {
			return ""
		}
	}
	if r.Host == "" {
		return ""
	}
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// JSONLD is what is known of the thing with an address (/id/...), for a page to hold; nil where the address leads nowhere.
// It takes the server's address from Config or from the context, see WithBase.
func (s *Server) JSONLD(ctx context.Context, uri string) ([]byte, error) {
	base := s.config.Base
	if base == "" {
		base, _ = ctx.Value(baseKey{}).(string)
	}
	d, err := s.describe(ctx, base, uri)
	if d == nil || err != nil {
		return nil, err
	}
	return d.Graph.JSONLD(), nil
}

// describe describes the thing with an address, or the one that it was merged into; nil where the address leads nowhere.
func (s *Server) describe(ctx context.Context, base, uri string) (*mapping.Description, error) {
	kind, id, err := s.ranges.Find(ctx, s.config.Store, uri)
	if kind == "" || err != nil {
		return nil, err
	}
	m := mapping.Mapper{Store: s.config.Store, Base: base}
	all, err := m.Describe(ctx, kind, []int{id})
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}
