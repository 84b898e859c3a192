package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// server is a system that runs, as a process of its own.
type server struct {
	addr  string
	cmd   *exec.Cmd
	ended chan struct{} // closed when the process has ended, and why is known
	why   error
}

// start starts a program, which must answer at the path on the address within a minute. What it says goes nowhere, as
// a pipe that somebody must read would cost it time.
func start(ctx context.Context, addr, path string, env []string, name string, args ...string) (*server, error) {
	cmd := exec.CommandContext(ctx, name, args...) //nolint:gosec // what to measure is the caller's to say
	cmd.Env = append(os.Environ(), env...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 5 * time.Second
	line := strings.Join(append([]string{name}, args...), " ")
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", line, err)
	}
	s := &server{addr: addr, cmd: cmd, ended: make(chan struct{})}
	go func() {
		s.why = cmd.Wait()
		close(s.ended)
	}()
	for until := time.Now().Add(time.Minute); time.Now().Before(until); time.Sleep(100 * time.Millisecond) {
		select {
		case <-s.ended:
			return nil, errors.Join(fmt.Errorf("%s ended at once; run it by hand to see why", line), s.why)
		default:
		}
		if answers(ctx, "http://"+addr+path) {
			return s, nil
		}
	}
	s.stop()
	return nil, fmt.Errorf("%s does not answer after a minute; run it by hand to see why", line)
}

// answers says whether anything at all is answered at an address.
func answers(ctx context.Context, url string) bool {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return false
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return false
	}
	_ = res.Body.Close()
	return true
}

// stop ends the process, gently at first.
func (s *server) stop() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-s.ended:
	case <-time.After(10 * time.Second):
		_ = s.cmd.Process.Kill()
		<-s.ended
	}
}

// free is an address on which nobody listens.
func free(ctx context.Context) (string, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("find a free port: %w", err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String(), nil
}
