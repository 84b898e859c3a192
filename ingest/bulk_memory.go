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

// bulkMemory is up to how much more memory a bulk run takes than it began with: an eighth of what there is, within bounds. There is as
// much as the machine has, or the container may have.
func bulkMemory(there uint64) int64 {
	const least, most = 448 << 20, 960 << 20
	return int64(min(max(there/8, least), most))
}

// collectLess has memory collected less often until the function that it gives is called, unless whoever started the
// program has said how often.
func collectLess() (again func()) {
	if os.Getenv("GOGC")+os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	there, err := memlimit.ApplyFallback(memlimit.FromCgroup, memlimit.FromSystem)()
	if err != nil {
		there = 0 // nobody says: the least
	}
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	usual, most := debug.SetGCPercent(bulkGrowth), debug.SetMemoryLimit(int64(before.Sys-before.HeapReleased)+bulkMemory(there))
	return func() {
		debug.SetGCPercent(usual)
		debug.SetMemoryLimit(most)
	}
}
