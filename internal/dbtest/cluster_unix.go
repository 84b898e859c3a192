//go:build unix

package dbtest

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"councilgraph/internal/database"
)

// Cluster runs servers of PostgreSQL of its own, as a user who is not root: PostgreSQL refuses that one.
type Cluster struct {
	// Folder is writable for the user as whom the servers run.
	Folder string
	bin    string
	as     *syscall.SysProcAttr
}

// NewCluster is a cluster without servers. Where the tests do not run on PostgreSQL, the test is skipped.
func NewCluster(t testing.TB) *Cluster {
	t.Helper()
	if os.Getenv("TEST_DATABASE_URL") == "" {
		t.Skip("it needs servers of PostgreSQL; set TEST_DATABASE_URL where these are")
	}
	folder, err := os.MkdirTemp("", "cg")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	c := &Cluster{bin: postgresPrograms(t), Folder: folder, as: &syscall.SysProcAttr{}}
	if os.Geteuid() != 0 {
		return c
	}
	nobody, err := user.Lookup("nobody")
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(nobody.Uid)
	gid, _ := strconv.Atoi(nobody.Gid)
	if err := os.Chown(folder, uid, gid); err != nil {
		t.Fatal(err)
	}
	c.as = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}} //nolint:gosec // as the system has them
	return c
}

// postgresPrograms is the folder of initdb and postgres: COUNCILGRAPH_POSTGRES_BIN, where Debian has it, or the path.
func postgresPrograms(t testing.TB) string {
	t.Helper()
	if named := os.Getenv("COUNCILGRAPH_POSTGRES_BIN"); named != "" {
		return named
	}
	folders, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	if found, err := exec.LookPath("pg_basebackup"); err == nil {
		folders = append(folders, filepath.Dir(found))
	}
	for _, folder := range folders {
		if _, err := os.Stat(filepath.Join(folder, "initdb")); err == nil {
			return folder
		}
	}
	t.Fatal("no initdb is there; name its folder in COUNCILGRAPH_POSTGRES_BIN")
	return ""
}

// do runs a program to its end.
func (c *Cluster) do(t testing.TB, name string, args ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, filepath.Join(c.bin, name), args...)
	cmd.SysProcAttr, cmd.Dir, cmd.Env = c.as, c.Folder, append(os.Environ(), "HOME="+c.Folder)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

// Process is a program that runs until it is ended.
type Process struct {
	cmd  *exec.Cmd
	done chan struct{} // closed when it has ended
	// Said is what it wrote, to be read when it has ended.
	Said *bytes.Buffer
}

// Run starts a program that is ended with the test, if not before.
func (c *Cluster) Run(t testing.TB, program string, args ...string) *Process {
	t.Helper()
	p := &Process{cmd: exec.CommandContext(context.WithoutCancel(t.Context()), program, args...), done: make(chan struct{}), Said: &bytes.Buffer{}}
	p.cmd.SysProcAttr, p.cmd.Dir, p.cmd.Env = c.as, c.Folder, append(os.Environ(), "HOME="+c.Folder)
	p.cmd.Stdout, p.cmd.Stderr = p.Said, p.Said
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(p.done)
		_ = p.cmd.Wait() // it is killed
	}()
	t.Cleanup(func() { p.Kill() })
	return p
}

// Kill ends it at once, with all that it has open.
func (p *Process) Kill() {
	_ = p.cmd.Process.Signal(syscall.SIGQUIT) // it may have ended
	select {
	case <-p.done:
	case <-time.After(20 * time.Second):
		_ = p.cmd.Process.Kill()
		<-p.done
	}
}

// Node is one server.
type Node struct {
	c    *Cluster
	data string
	// Port is of 127.0.0.1.
	Port int
	*Process
}

// Primary makes and starts a server that can be followed.
func (c *Cluster) Primary(t testing.TB) *Node {
	t.Helper()
	n := &Node{c: c, data: filepath.Join(c.Folder, "primary"), Port: FreePort(t)}
	c.do(t, "initdb", "-D", n.data, "-U", "councilgraph", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	n.Start(t)
	return n
}

// Replica makes and starts a server that follows n.
func (n *Node) Replica(t testing.TB, name string) *Node {
	t.Helper()
	r := &Node{c: n.c, data: filepath.Join(n.c.Folder, name), Port: FreePort(t)}
	n.c.do(t, "pg_basebackup", "-h", "127.0.0.1", "-p", strconv.Itoa(n.Port), "-U", "councilgraph", "-D", r.data, "-R", "-X", "stream", "-c", "fast", "--no-sync")
	r.Start(t)
	return r
}

// CaughtUp waits until so many replicas have all that the server has, and whoever looks at them now and then has seen it.
func (n *Node) CaughtUp(t testing.TB, replicas int) {
	t.Helper()
	db, err := database.Open(t.Context(), n.Address())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for until := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		have := 0
		err := db.DB.QueryRowContext(t.Context(), "SELECT count(*) FROM pg_stat_replication WHERE replay_lsn = pg_current_wal_lsn()").Scan(&have)
		if err == nil && have == replicas {
			break
		}
		if time.Now().After(until) {
			t.Fatalf("%d replicas have caught up, want %d; %v", have, replicas, err)
		}
	}
	time.Sleep(time.Second)
}

// Start starts the server and waits until it answers.
func (n *Node) Start(t testing.TB) {
	t.Helper()
	n.Process = n.c.Run(t, filepath.Join(n.c.bin, "postgres"), "-D", n.data, "-p", strconv.Itoa(n.Port), "-k", n.c.Folder,
		"-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=60")
	for until := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		db, err := database.Open(t.Context(), n.Address())
		if err == nil {
			if err := db.Close(); err != nil {
				t.Error(err)
			}
			return
		}
		if time.Now().After(until) {
			n.Kill()
			t.Fatalf("a server does not answer: %v\n%s", err, n.Said)
		}
	}
}

// Address is where it answers.
func (n *Node) Address() string {
	return fmt.Sprintf("postgres://councilgraph@127.0.0.1:%d/postgres?sslmode=disable", n.Port)
}
