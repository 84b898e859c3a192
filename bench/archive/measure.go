package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// cost is what a program took.
type cost struct {
	took, processor time.Duration
	memory          int64 // at most, in bytes
	said            string
}

// measure runs a program to its end. What gunzip writes is thrown away.
func measure(cmd *exec.Cmd) (cost, error) {
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, os.Stderr
	if cmd.Args[0] == "gunzip" {
		cmd.Stdout = nil // the null device
	}
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return cost{}, fmt.Errorf("run %s: %w", cmd.Args[0], err)
	}
	c := cost{took: time.Since(began), processor: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), said: strings.TrimSpace(said.String())}
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.memory = u.Maxrss << 10 // Linux counts in KB
	}
	return c, nil
}
