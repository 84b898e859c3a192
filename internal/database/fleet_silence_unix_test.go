//go:build unix

package database_test

import (
	"context"
	"net"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/rows"
)

// line is a way to a server on which nothing gets through any more once it is cut, and nobody is told.
type line struct {
	net.Listener
	to  string
	mu  sync.Mutex
	cut bool
}

func newLine(t *testing.T, to int) *line {
	t.Helper()
	var listen net.ListenConfig
	l, err := listen.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	made := &line{Listener: l, to: net.JoinHostPort("127.0.0.1", strconv.Itoa(to))}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			near, err := l.Accept()
			if err != nil {
				return
			}
			t.Cleanup(func() { _ = near.Close() })
			far, err := (&net.Dialer{}).DialContext(context.WithoutCancel(t.Context()), "tcp", made.to)
			if err != nil {
				_ = near.Close()
				continue
			}
			t.Cleanup(func() { _ = far.Close() })
			go made.carry(near, far)
			go made.carry(far, near)
		}
	}()
	return made
}

func (l *line) carry(from, to net.Conn) {
	b := make([]byte, 32<<10)
	for {
		n, err := from.Read(b)
		l.mu.Lock()
		cut := l.cut
		l.mu.Unlock()
		if cut {
			return // and leave both open
		}
		if _, failed := to.Write(b[:n]); err != nil || failed != nil {
			_ = to.Close()
			return
		}
	}
}

func (l *line) set(cut bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cut = cut
}

// A replica that says nothing any more, not even that it is lost, fails no request that comes from then on: what it is asked is
// asked of another once it is found silent.
func TestReplicas_silent(t *testing.T) {
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
	way := newLine(t, second.Port)
	port := strconv.Itoa(second.Port)
	db, err := database.OpenServing(t.Context(), primary.Address(), database.Bounds{
		Statement: 30 * time.Second, Pool: 8, // the time of a statement is not what ends the silence
		Replicas: database.Replicas{Addresses: []string{first.Address(), strings.Replace(second.Address(), port, strconv.Itoa(way.Addr().(*net.TCPAddr).Port), 1)}, Lag: 2 * time.Second},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	l := &load{t: t, db: db, read: map[int]int{}}
	ask := func(n int) map[int]int {
		var all sync.WaitGroup
		var mu sync.Mutex
		by := map[int]int{}
		for range n {
			all.Go(func() {
				port, err := l.request(t.Context())
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				by[port]++
				mu.Unlock()
			})
		}
		all.Wait()
		return by
	}
	if by := ask(20); by[first.Port] == 0 || by[second.Port] == 0 {
		t.Fatalf("both replicas are there: answered by %v", by)
	}
	way.set(true)
	began := time.Now()
	if by := ask(20); by[first.Port] != 20 {
		t.Errorf("one replica says nothing: answered by %v", by)
	}
	t.Logf("the longest took %s", time.Since(began))
	states(t, db, true, true, false)
	back := func() {
		way.set(false)
		for until := time.Now().Add(time.Minute); !db.Servers()[2].Read; time.Sleep(50 * time.Millisecond) {
			if time.Now().After(until) {
				t.Fatal("the replica is there again, and not read")
			}
		}
	}
	back()
	if by := ask(20); by[second.Port] == 0 {
		t.Errorf("both are there again: answered by %v", by)
	}

	// What has been given rows, of which a server sends some thousand bytes at a time, is not given them again by another.
	for heard := false; !heard; {
		given := 0
		err := db.Reader().ReadAll(t.Context(), []rows.Statement{
			{Text: "SELECT inet_server_port(), repeat('x', 50000) FROM generate_series(1, 3)", Each: func(r rows.Row) error {
				given++
				if r.Int(0) == int64(second.Port) && !heard {
					heard = true
					way.set(true)
				}
				return nil
			}},
			{Text: "SELECT pg_sleep(CASE WHEN inet_server_port() = $1 THEN 20 ELSE 0 END)::text", Args: []any{int64(second.Port)}, Each: func(rows.Row) error { return nil }},
		})
		if given == 0 || given > 3 || heard != (err != nil) {
			t.Errorf("given %d times, %v", given, err)
		}
	}
	back()
}
