package command

import (
	"os"
	"runtime/debug"
)

// enough is how much memory a server lets garbage grow to, beside the answers that it keeps.
const enough = 640 << 20

// collectLess lets garbage grow to four times what lives before it is collected, as far as there is enough. A server keeps little, so that
// the usual setting collects all the time: that was 15 to 20 % of its work, and this costs it some 25 MB. GOGC and GOMEMLIMIT overrule.
func collectLess(kept int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(enough + int64(kept))
	}
}
