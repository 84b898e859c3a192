//go:build unix

package database_test

import (
	"bytes"
	"context"
	"fmt"
	"net"
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

// cluster runs servers of PostgreSQL of its own, as a user who is not root: PostgreSQL refuses that one.
type cluster struct {
	bin, folder string
	as          *syscall.SysProcAttr
}

// newCluster is a cluster without servers. Where the tests do not run on PostgreSQL, the test is skipped.
func newCluster(t *testing.T) *cluster {
	t.Helper()
	if os.Getenv("TEST_DATABASE_URL") == "" {
		t.Skip("it needs servers of PostgreSQL; set TEST_DATABASE_URL where these are")
	}
	folder, err := os.MkdirTemp("", "cg")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	c := &cluster{bin: postgresPrograms(t), folder: folder, as: &syscall.SysProcAttr{}}
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
func postgresPrograms(t *testing.T) string {
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
func (c *cluster) do(t *testing.T, name string, args ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, filepath.Join(c.bin, name), args...)
	cmd.SysProcAttr, cmd.Dir, cmd.Env = c.as, c.folder, append(os.Environ(), "HOME="+c.folder)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

// process is a program that runs until it is ended.
type process struct {
	cmd  *exec.Cmd
	done chan struct{}
	said *bytes.Buffer // to be read when it has ended
}

// run starts a program that is ended with the test, if not before.
func (c *cluster) run(t *testing.T, program string, args ...string) *process {
	t.Helper()
	p := &process{cmd: exec.Command(program, args...), done: make(chan struct{}), said: &bytes.Buffer{}}
	p.cmd.SysProcAttr, p.cmd.Dir, p.cmd.Env = c.as, c.folder, append(os.Environ(), "HOME="+c.folder)
	p.cmd.Stdout, p.cmd.Stderr = p.said, p.said
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(p.done)
		_ = p.cmd.Wait() // it is killed
	}()
	t.Cleanup(func() { p.kill() })
	return p
}

// kill ends it at once, with all that it has open.
func (p *process) kill() {
	_ = p.cmd.Process.Signal(syscall.SIGQUIT) // it may have ended
	select {
	case <-p.done:
	case <-time.After(20 * time.Second):
		_ = p.cmd.Process.Kill()
		<-p.done
	}
}

// node is one server.
type node struct {
	c    *cluster
	data string
	port int
	*process
}

// primary makes and starts a server that can be followed.
func (c *cluster) primary(t *testing.T) *node {
	t.Helper()
	n := &node{c: c, data: filepath.Join(c.folder, "primary"), port: freePort(t)}
	c.do(t, "initdb", "-D", n.data, "-U", "councilgraph", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	n.start(t)
	return n
}

// replica makes and starts a server that follows n.
func (n *node) replica(t *testing.T, name string) *node {
	t.Helper()
	r := &node{c: n.c, data: filepath.Join(n.c.folder, name), port: freePort(t)}
	n.c.do(t, "pg_basebackup", "-h", "127.0.0.1", "-p", strconv.Itoa(n.port), "-U", "councilgraph", "-D", r.data, "-R", "-X", "stream", "-c", "fast", "--no-sync")
	r.start(t)
	return r
}

// start starts the server and waits until it answers.
func (n *node) start(t *testing.T) {
	t.Helper()
	n.process = n.c.run(t, filepath.Join(n.c.bin, "postgres"), "-D", n.data, "-p", strconv.Itoa(n.port), "-k", n.c.folder,
		"-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=60")
	for until := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		db, err := database.Open(t.Context(), n.address())
		if err == nil {
			if err := db.Close(); err != nil {
				t.Error(err)
			}
			return
		}
		if time.Now().After(until) {
			n.kill()
			t.Fatalf("a server does not answer: %v\n%s", err, n.said)
		}
	}
}

func (n *node) address() string {
	return fmt.Sprintf("postgres://councilgraph@127.0.0.1:%d/postgres?sslmode=disable", n.port)
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}
