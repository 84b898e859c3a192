//go:build unix

package database_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/rows"
)

// Behind pgbouncer, which gives each transaction another connection, statements are answered as they are without it, and
// end in time.
func TestPooler(t *testing.T) {
	c := dbtest.NewCluster(t)
	bouncer := pgbouncer(t)
	primary := c.Primary(t)
	port := dbtest.FreePort(t)
	settings := fmt.Sprintf(`[databases]
postgres = host=127.0.0.1 port=%d dbname=postgres user=councilgraph
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = %d
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
max_client_conn = 200
`, primary.Port, port)
	file := filepath.Join(c.Folder, "pgbouncer.ini")
	if err := os.WriteFile(file, []byte(settings), 0o644); err != nil { //nolint:gosec // another user reads it
		t.Fatal(err)
	}
	p := c.Run(t, bouncer, file)
	through := fmt.Sprintf("postgres://councilgraph@127.0.0.1:%d/postgres?sslmode=disable", port)
	direct, err := database.Open(t.Context(), primary.Address())
	if err != nil {
		t.Fatal(err)
	}
	defer direct.Close()
	if _, err := direct.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	db := opened(t, through, p)
	var wg sync.WaitGroup
	for g := range 12 {
		wg.Go(func() {
			for i := range 60 {
				n := (g*7 + i) % 20
				var got int64
				err := db.Reader().Read(t.Context(), fmt.Sprintf("SELECT $1::bigint + %d, pg_sleep(0.001)", n), []any{g}, func(r rows.Row) error {
					got = r.Int(0)
					return nil
				})
				if err != nil || got != int64(g+n) {
					t.Errorf("the reader: %d %v", got, err)
					return
				}
				var both []int64
				one := rows.Statement{Text: fmt.Sprintf("SELECT $1::bigint + %d", n), Args: []any{g}, Each: told(&both)}
				if err := db.Reader().ReadAll(t.Context(), []rows.Statement{one, one}); err != nil || !slices.Equal(both, []int64{got, got}) {
					t.Errorf("the reader, together: %v %v", both, err)
					return
				}
				if _, err := db.Client.Council.Query().Limit(1 + n).All(t.Context()); err != nil {
					t.Errorf("ent: %v", err)
					return
				}
			}
		})
	}
	wg.Wait()

	for _, ask := range []func() error{
		func() error { return db.Reader().Read(t.Context(), endless, nil, func(rows.Row) error { return nil }) },
		func() error {
			none := func(rows.Row) error { return nil }
			return db.Reader().ReadAll(t.Context(), []rows.Statement{{Text: "SELECT 1", Each: none}, {Text: endless, Each: none}})
		},
		func() error { var n int; return db.DB.QueryRowContext(t.Context(), endless).Scan(&n) },
	} {
		if err := ask(); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a statement without end ended with %v", err)
		}
	}
	var set string
	if err := db.DB.QueryRow("SHOW statement_timeout").Scan(&set); err != nil || set != "0" {
		t.Errorf("strangers have a statement_timeout of %s, %v", set, err)
	}
	for until := time.Now().Add(60 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		left := one(t, direct.Reader(), "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'WITH RECURSIVE n(i)%'")
		if left == 0 {
			break
		}
		if time.Now().After(until) {
			t.Errorf("%d statements without end still run", left)
			break
		}
	}
}

// opened opens the store behind the pooler once that answers.
func opened(t *testing.T, address string, p *dbtest.Process) *database.Database {
	t.Helper()
	for until := time.Now().Add(60 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		db, err := database.OpenServing(t.Context(), address, database.Bounds{Statement: 3 * time.Second, Pool: 12})
		if err == nil {
			t.Cleanup(func() { _ = db.Close() })
			return db
		}
		if time.Now().After(until) {
			p.Kill()
			t.Fatalf("pgbouncer does not answer: %v\n%s", err, p.Said)
		}
	}
}

// pgbouncer is the program. It must be there where CI has named PostgreSQL's programs.
func pgbouncer(t *testing.T) string {
	t.Helper()
	for _, name := range strings.Fields("pgbouncer /usr/sbin/pgbouncer") {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	if os.Getenv("COUNCILGRAPH_POSTGRES_BIN") != "" {
		t.Fatal("pgbouncer is not installed")
	}
	t.Skip("pgbouncer is not installed")
	return ""
}
