package ingest

import (
	"runtime"
	"testing"
)

func TestBulkMemory(t *testing.T) {
	for there, want := range map[uint64]int64{0: 448 << 20, 384 << 20: 128 << 20, 2 << 30: 448 << 20, 4 << 30: 512 << 20, 6 << 30: 768 << 20, 64 << 30: 960 << 20, 1<<63 - 1: 960 << 20} {
		if got := bulkMemory(there); got != want {
			t.Errorf("of %d bytes: %d, want %d", there, got, want)
		}
	}
}

func TestMemory(t *testing.T) {
	if n := memory(); n < 64<<20 || n > 1<<50 {
		t.Errorf("%s has %d bytes of memory", runtime.GOOS, n)
	}
}
