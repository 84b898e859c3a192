package moderngovhtml_test

import (
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"councilgraph/ingest/format/moderngovhtml"
	"councilgraph/internal/growth"

	"golang.org/x/net/html"
)

// TestCost: reading a page costs at most 20 times what parsing its markup does, and ten times the page
// costs about ten times as much. It measures
// the processor's time, which other work on the machine hardly changes: set COSTS to run it.
func TestCost(t *testing.T) {
	if os.Getenv("COSTS") == "" {
		t.Skip("measures time; set COSTS=1 to run it")
	}
	best := func(f func()) time.Duration {
		least := time.Hour
		for range 3 {
			runtime.GC()
			from := growth.Processor()
			f()
			least = min(least, growth.Processor()-from)
		}
		return least
	}
	var before time.Duration
	for _, size := range []int{50_000, 500_000, 5_000_000} {
		page, doc := ofSize(t, size)
		bare := best(func() { _, _ = html.Parse(strings.NewReader(page)) })
		whole := best(func() { _, _ = moderngovhtml.Parse(page, doc) })
		t.Logf("%d KB: %v, markup alone %v, %.1f times", size/1000, whole, bare, float64(whole)/float64(bare))
		if whole > 20*bare {
			t.Errorf("%d KB: reading costs %v, %.1f times the %v of the markup alone", size/1000, whole, float64(whole)/float64(bare), bare)
		}
		if before > 0 && whole > 15*before {
			t.Errorf("%d KB cost %v, a tenth of it %v", size/1000, whole, before)
		}
		before = whole
	}
}
