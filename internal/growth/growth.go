// Package growth measures for benchmarks how the cost of work grows with its size. It counts processor time,
// which other programs on the machine lengthen little.
package growth

import (
	"testing"
	"time"
)

// Report runs work on so many KB and on ten times as many, and reports how many times as much processor time
// the second takes ("times", about 10 where the cost grows with the size) and what a KB costs in the second
// ("ms/KB").
func Report(b *testing.B, small int, work func(kb int) func()) {
	b.Helper()
	short, long := work(small), work(10*small)
	var few, many time.Duration
	for b.Loop() {
		few += cost(short)
		many += cost(long)
	}
	b.ReportMetric(many.Seconds()/few.Seconds(), "times")
	b.ReportMetric(many.Seconds()*1000/float64(b.N)/float64(10*small), "ms/KB")
}

func cost(f func()) time.Duration {
	from := Processor()
	f()
	return Processor() - from
}
