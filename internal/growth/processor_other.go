//go:build !unix

package growth

import "time"

var start = time.Now()

// Processor is the time since the process began: this system has no cheap way to ask for the processor's.
func Processor() time.Duration { return time.Since(start) }
