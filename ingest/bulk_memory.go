package ingest

import (
	"os"
	"runtime"
	"runtime/debug"

	"github.com/KimMachineGun/automemlimit/memlimit"
)

// bulkGrowth is by how many hundredths memory grows before a bulk run has it collected. What it holds is bounded, and what it makes
// on the way is much: collected at twice what it holds, as is usual, a fifth of its time goes into that.
const bulkGrowth = 1000

// bulkMemory is up to how much more memory a bulk run takes than it began with: an eighth of what there is, but no less than is worth it
// where that is a third at most, and no more than is of use. 0 stands for what is not known.
func bulkMemory(there uint64) int64 {
	const worth, use = 448 << 20, 960 << 20
	if there == 0 {
		return worth
	}
	return int64(min(max(there/8, min(there/3, worth)), use))
}

// memory is what the machine has, or what the container may have of it; 0 where nobody says.
func memory() (there uint64) {
	for _, of := range []memlimit.Provider{memlimit.FromSystem, memlimit.FromCgroup} {
		if n, err := of(); err == nil && n > 0 && (there == 0 || n < there) {
			there = n
		}
	}
	return there
}

// collectLess has memory collected less often until the function that it gives is called, unless whoever started the
// program has said how often.
func collectLess() (again func()) {
	if os.Getenv("GOGC")+os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	usual, most := debug.SetGCPercent(bulkGrowth), debug.SetMemoryLimit(int64(before.Sys-before.HeapReleased)+bulkMemory(memory()))
	return func() {
		debug.SetGCPercent(usual)
		debug.SetMemoryLimit(most)
	}
}
