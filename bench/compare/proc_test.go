package main

import (
	"os"
	"runtime"
	"testing"
	"time"
)

// A process that works has spent time, and holds memory.
func TestSpent(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("there is no /proc on " + runtime.GOOS)
	}
	before, _, err := spent(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	after := before
	for began := time.Now(); after-before < 30*time.Millisecond; {
		if time.Since(began) > time.Minute {
			t.Fatal("a minute of work has cost no time")
		}
		if after, _, err = spent(os.Getpid()); err != nil {
			t.Fatal(err)
		}
	}
	if stop := peak(os.Getpid()); stop() < 1<<20 {
		t.Error("this process holds less than a megabyte")
	}
	if _, _, err := spent(1 << 30); err == nil {
		t.Error("a process that there is not has spent time")
	}
	if p, err := parent(os.Getpid()); err != nil || p != os.Getppid() {
		t.Errorf("the parent is %d, %v", p, err)
	}
}
