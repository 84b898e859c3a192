package database

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
)

// Replicas are servers of PostgreSQL that follow the one that is written to, and are read in its place.
type Replicas struct {
	// Addresses are postgres://USER:PASSWORD@HOST/NAME. None for reading from the primary.
	Addresses []string
	// Lag is how far one may be behind and still be read, counted from when the primary was first seen to have more.
	Lag time.Duration
	// Log is told when a server is left out and taken back; nil for nobody.
	Log *slog.Logger
}

// server is one of PostgreSQL.
type server struct {
	name   string // its address without the password
	pool   *pgxpool.Pool
	client *entsql.Driver // over pool
	reader *postgresReader

	// fit says whether it is read: it answers and is not too far behind. Who finds it lost says so at once.
	fit     atomic.Bool
	answers atomic.Bool
	reached atomic.Int64 // how far its log is applied, in bytes
	lost    chan struct{}
	silence atomic.Pointer[silence]
	silent  atomic.Bool // since the last silence began
}

// fleet is a primary and its replicas. Each request reads from one of them.
type fleet struct {
	primary  *server
	replicas []*server
	turn     atomic.Uint64
	lag      lagging
	log      *slog.Logger
	stop     context.CancelFunc
	checkers sync.WaitGroup
}

// openFleet opens all servers. It fails where none of them answers.
func openFleet(ctx context.Context, address string, b Bounds) (*fleet, error) {
	f := &fleet{lag: lagging{most: b.Replicas.Lag}, log: b.Replicas.Log}
	if f.log == nil {
		f.log = slog.New(slog.DiscardHandler)
	}
	for i, a := range append([]string{address}, b.Replicas.Addresses...) {
		pool, err := openPostgres(ctx, a, b)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", redacted(a), err), f.closePools())
		}
		s := &server{
			name: redacted(a), pool: pool, reader: &postgresReader{pool},
			client: entsql.OpenDB(dialect.Postgres, stdlib.OpenDBFromPool(pool)), lost: make(chan struct{}, 1),
		}
		s.silence.Store(newSilence())
		if i == 0 {
			f.primary = s
		} else {
			f.replicas = append(f.replicas, s)
		}
	}
	if err := f.begin(ctx); err != nil {
		return nil, errors.Join(err, f.closePools())
	}
	return f, nil
}

// servers are all, the primary first.
func (f *fleet) servers() []*server {
	if f.primary == nil {
		return nil
	}
	return append([]*server{f.primary}, f.replicas...)
}

// Server is one of several servers of a store.
type Server struct {
	Name    string // HOST:PORT/NAME, each once: another of that name has a number behind it
	Primary bool
	Read    bool // whether new requests may read from it: it answers and is not too far behind
}

// Servers are those of a store with replicas, the primary first; none where there is one server.
func (d *Database) Servers() []Server {
	if d.fleet == nil {
		return nil
	}
	var out []Server
	named := map[string]int{}
	for _, s := range d.fleet.servers() {
		at := s.pool.Config().ConnConfig
		name := fmt.Sprintf("%s:%d/%s", at.Host, at.Port, at.Database)
		if named[name]++; named[name] > 1 { // one that was named twice
			name = fmt.Sprintf("%s#%d", name, named[name])
		}
		out = append(out, Server{Name: name, Primary: s == d.fleet.primary, Read: s.fit.Load()})
	}
	return out
}

// pick is the server that a new request reads: a fit replica, in turn, else the primary, else whichever
// replica has come furthest. It is nil where not even that answers.
func (f *fleet) pick() *server {
	n := uint64(len(f.replicas))
	from := f.turn.Add(1)
	for i := range n {
		if s := f.replicas[(from+i)%n]; s.fit.Load() {
			return s
		}
	}
	if f.primary.fit.Load() {
		return f.primary
	}
	var furthest *server
	for _, s := range f.replicas {
		if s.answers.Load() && (furthest == nil || s.reached.Load() > furthest.reached.Load()) {
			furthest = s
		}
	}
	return furthest
}

// leave leaves a server out that does not answer, until its checker has found it again.
func (f *fleet) leave(s *server, err error) {
	s.answers.Store(false)
	if s.fit.Swap(false) {
		f.log.Warn("a database server is left out", "server", s.name, "error", err)
	}
	select {
	case s.lost <- struct{}{}: // its checker looks at once
	default:
	}
}

func (f *fleet) close() error {
	f.stop()
	f.checkers.Wait()
	return f.closePools()
}

func (f *fleet) closePools() error {
	var err error
	for _, s := range f.servers() {
		err = errors.Join(err, s.client.Close())
		s.pool.Close()
	}
	return err
}

// errNoServer is what a read ends with where no server answers.
var errNoServer = errors.New("no server of the database answers, neither the primary nor a replica")
