package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// tick is the unit of the times in /proc, which Linux fixes for all programs.
const tick = 10 * time.Millisecond

// spent is the processor time of a process, and that of children that it has seen end.
func spent(pid int) (own, ended time.Duration, err error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, 0, fmt.Errorf("read the time of process %d: %w", pid, err)
	}
	_, rest, _ := bytes.Cut(b, []byte(") ")) // its name may hold anything
	fields := strings.Fields(string(rest))
	if len(fields) < 15 {
		return 0, 0, fmt.Errorf("/proc/%d/stat has %d fields", pid, len(fields))
	}
	sum := func(of ...string) time.Duration {
		var n int64
		for _, s := range of {
			v, _ := strconv.ParseInt(s, 10, 64) // Linux writes numbers there
			n += v
		}
		return time.Duration(n) * tick
	}
	return sum(fields[11], fields[12]), sum(fields[13], fields[14]), nil
}

// spentBelow is the processor time of all children of a process, those that have ended included: of the server of
// PostgreSQL, that is all of its connections and their helpers.
func spentBelow(pid int) (time.Duration, error) {
	_, total, err := spent(pid)
	if err != nil {
		return 0, err
	}
	for _, child := range below(pid) {
		own, ended, err := spent(child)
		if err == nil { // else it has ended meanwhile
			total += own + ended
		}
	}
	return total, nil
}

// below are the children of a process.
func below(pid int) []int {
	var out []int
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid)) // the pattern is a good one
	for _, t := range tasks {
		b, err := os.ReadFile(t) //nolint:gosec // a path of /proc
		if err != nil {
			continue
		}
		for _, f := range strings.Fields(string(b)) {
			if n, err := strconv.Atoi(f); err == nil {
				out = append(out, n)
			}
		}
	}
	return out
}

// parent is the process that started another.
func parent(pid int) (int, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, fmt.Errorf("the database's server runs elsewhere, so its time cannot be read: %w", err)
	}
	_, rest, _ := bytes.Cut(b, []byte(") "))
	fields := strings.Fields(string(rest))
	if len(fields) < 2 {
		return 0, fmt.Errorf("/proc/%d/stat has %d fields", pid, len(fields))
	}
	return strconv.Atoi(fields[1])
}

// anonymous is the memory of a process that is no file's, in bytes; 0 where it has ended.
func anonymous(pid int) int64 {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.SplitSeq(string(b), "\n") {
		if value, ok := strings.CutPrefix(line, "RssAnon:"); ok {
			kb, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(value), " kB"), 10, 64)
			return kb << 10
		}
	}
	return 0
}

// peak watches the memory of a process until it is told to stop, and gives the most that it saw.
func peak(pid int) (stop func() int64) {
	var most atomic.Int64
	end, ended := make(chan struct{}), make(chan struct{})
	look := func() { most.Store(max(most.Load(), anonymous(pid))) }
	go func() {
		defer close(ended)
		every := time.NewTicker(100 * time.Millisecond)
		defer every.Stop()
		for {
			look()
			select {
			case <-end:
				return
			case <-every.C:
			}
		}
	}()
	return func() int64 {
		close(end)
		<-ended
		look()
		return most.Load()
	}
}
