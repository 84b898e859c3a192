//go:build unix

package database_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent/change"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/rows"
)

// Reads go to the replicas, and on while one of them, and then the primary, is lost; what a request is told of the version
// is never newer than what it reads.
func TestReplicas(t *testing.T) {
	c := dbtest.NewCluster(t)
	primary := c.Primary(t)
	written, err := database.Open(t.Context(), primary.Address())
	if err != nil {
		t.Fatal(err)
	}
	defer written.Close()
	if _, err := written.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := written.DB.Exec("CREATE TABLE newest (change_id bigint); INSERT INTO newest VALUES (0)"); err != nil {
		t.Fatal(err)
	}
	first, second := primary.Replica(t, "first"), primary.Replica(t, "second")
	db, err := database.OpenServing(t.Context(), primary.Address(), database.Bounds{
		Statement: 5 * time.Second, Pool: 8,
		Replicas: database.Replicas{Addresses: []string{first.Address(), second.Address()}, Lag: 2 * time.Second},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if n, err := db.Pending(db.Pin(t.Context())); err != nil || n != 0 {
		t.Errorf("a replica is %d steps behind, %v", n, err)
	}

	ctx, stop := context.WithCancel(t.Context())
	l := &load{t: t, db: db}
	l.begin(ctx, written)
	defer func() {
		stop()
		l.wait()
	}()

	l.reads("both replicas are there", first, second)
	first.Kill()
	l.reads("a replica is lost", second)
	states(t, db, true, false, true)
	first.Start(t)
	l.within(time.Minute, "it is back", first, second)

	pause(t, second, "SELECT pg_wal_replay_pause()")
	l.within(time.Minute, "a replica that falls behind is left out", first)
	pause(t, second, "SELECT pg_wal_replay_resume()")
	l.within(time.Minute, "it has caught up", first, second)

	l.still.Store(true) // what no replica has when the primary is lost, none will ever have, and is behind for good
	primary.CaughtUp(t, 2)
	primary.Kill()
	l.reads("the primary is lost", first, second)
	states(t, db, false, true, true)
	second.Kill()
	l.reads("and one replica", first)
	second.Start(t)
	l.within(time.Minute, "that is back, as far as the primary ever was", first, second)
}

// No server at all is an error at once, and so is a replica of an SQLite file.
func TestReplicas_none(t *testing.T) {
	gone := fmt.Sprintf("postgres://councilgraph@127.0.0.1:%d/postgres?sslmode=disable", dbtest.FreePort(t))
	for _, address := range []string{gone, "sqlite:" + t.TempDir() + "/a.db"} {
		db, err := database.OpenServing(t.Context(), address, database.Bounds{Replicas: database.Replicas{Addresses: []string{gone}, Lag: time.Second}})
		if err == nil {
			_ = db.Close()
			t.Errorf("%s was opened with a replica that is not there", address)
		}
	}
}

// states says which servers are read: the primary, and then the replicas.
func states(t *testing.T, db *database.Database, read ...bool) {
	t.Helper()
	if n := len(db.Servers()); n != len(read) {
		t.Errorf("there are %d servers, want %d", n, len(read))
	}
	for i, s := range db.Servers() {
		if s.Primary != (i == 0) || i >= len(read) || s.Read != read[i] || !strings.HasPrefix(s.Name, "127.0.0.1:") {
			t.Errorf("server %d is %+v", i, s)
		}
	}
}

func pause(t *testing.T, n *dbtest.Node, statement string) {
	t.Helper()
	db, err := database.Open(t.Context(), n.Address())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.DB.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// load writes to the primary and reads through the fleet, all the time.
type load struct {
	t  *testing.T
	db *database.Database
	wg sync.WaitGroup
	// still says that nothing is written.
	still atomic.Bool

	mu     sync.Mutex
	read   map[int]int // requests by the port of the server that answered
	failed []error
}

func (l *load) begin(ctx context.Context, written *database.Database) {
	l.read = map[int]int{}
	l.wg.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			if l.still.Load() {
				return
			}
			_, _ = written.DB.ExecContext(ctx, fmt.Sprintf(`WITH c AS (INSERT INTO changes (action, node_type, node_id, at) VALUES ('UPDATED', 'Council', %d, '2031-05-06T07:08:09Z') RETURNING id)
				UPDATE newest SET change_id = c.id FROM c`, i)) // it fails when the primary is lost
			time.Sleep(2 * time.Millisecond)
		}
	})
	for range 6 {
		l.wg.Go(func() {
			for ctx.Err() == nil {
				port, err := l.request(ctx)
				l.mu.Lock()
				if err == nil {
					l.read[port]++
				} else if ctx.Err() == nil {
					l.failed = append(l.failed, err)
				}
				l.mu.Unlock()
			}
		})
	}
}

func (l *load) wait() { l.wg.Wait() }

// request reads as a request does: the version first, by ent, then the data, by the reader.
func (l *load) request(ctx context.Context) (port int, err error) {
	ctx, cancel := context.WithTimeout(l.db.Pin(ctx), 5*time.Second)
	defer cancel()
	found, err := l.db.Client.Change.Query().Order(change.ByID(sql.OrderDesc())).Limit(1).IDs(ctx)
	if err != nil {
		return 0, fmt.Errorf("read the version: %w", err)
	}
	version, data := 0, 0
	if len(found) == 1 {
		version = found[0]
	}
	err = l.db.Reader().ReadAll(ctx, []rows.Statement{
		{Text: "SELECT change_id FROM newest", Each: func(r rows.Row) error {
			data = int(r.Int(0))
			return nil
		}},
		{Text: "SELECT inet_server_port()", Each: func(r rows.Row) error {
			port = int(r.Int(0))
			return nil
		}},
	})
	if err != nil {
		return 0, fmt.Errorf("read the data: %w", err)
	}
	if data < version {
		l.t.Errorf("the version is %d, the data are of %d", version, data)
	}
	return port, nil
}

// reads lets a second pass, and then for a second more all requests must be answered, by these servers and no others.
func (l *load) reads(when string, by ...*dbtest.Node) {
	l.t.Helper()
	time.Sleep(time.Second)
	if read, failed := l.second(); len(failed) > 0 || !slices.Equal(read, ports(by)) {
		l.t.Errorf("%s: %v answered, want %v; failed: %v", when, read, ports(by), failed)
	}
}

// within waits until these servers answer, and no others. Nothing may fail meanwhile.
func (l *load) within(most time.Duration, when string, by ...*dbtest.Node) {
	l.t.Helper()
	for until := time.Now().Add(most); ; {
		read, failed := l.second()
		if len(failed) > 0 {
			l.t.Errorf("%s: failed: %v", when, failed)
		}
		if slices.Equal(read, ports(by)) {
			return
		}
		if time.Now().After(until) {
			l.t.Errorf("%s: %v answered after %s, want %v", when, read, most, ports(by))
			return
		}
	}
}

// second is who answers in a second, and what fails.
func (l *load) second() (read []int, failed []error) {
	l.mu.Lock()
	l.read, l.failed = map[int]int{}, nil
	l.mu.Unlock()
	time.Sleep(time.Second)
	l.mu.Lock()
	defer l.mu.Unlock()
	for port := range l.read {
		read = append(read, port)
	}
	slices.Sort(read)
	return read, l.failed
}

func ports(of []*dbtest.Node) (out []int) {
	for _, n := range of {
		out = append(out, n.Port)
	}
	slices.Sort(out)
	return out
}
