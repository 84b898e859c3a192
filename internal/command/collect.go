package command

import (
	"os"
	"runtime/debug"
)

// collectLess lets garbage grow to four times what lives before it is collected. A server keeps little, so that the
// usual setting collects all the time: that was 15 to 20 % of its work, and this costs it some 25 MB. GOGC overrules.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}
