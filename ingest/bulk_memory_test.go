package ingest

import "testing"

func TestBulkMemory(t *testing.T) {
	for there, want := range map[uint64]int64{0: 448 << 20, 1 << 30: 448 << 20, 4 << 30: 512 << 20, 6 << 30: 768 << 20, 64 << 30: 960 << 20, 1<<63 - 1: 960 << 20} {
		if got := bulkMemory(there); got != want {
			t.Errorf("of %d bytes: %d, want %d", there, got, want)
		}
	}
}
