package fetch

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// retryAfter is how long a site asks to wait: seconds, or until a time. What cannot be read asks for nothing.
func retryAfter(header string, now time.Time) time.Duration {
	header = strings.TrimSpace(header)
	if seconds, err := strconv.Atoi(header); err == nil {
		return time.Duration(min(max(seconds, 0), 1<<20)) * time.Second
	}
	if until, err := http.ParseTime(header); err == nil {
		return max(until.Sub(now), 0)
	}
	return 0
}
