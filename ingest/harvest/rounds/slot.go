package rounds

import (
	"hash/fnv"
	"time"
)

// due says whether a council's time has come that was harvested last at a time, or never (the zero time). A council has
// the same moment in each period. Harvests lie at least half a period apart.
func due(code string, last, now time.Time, every time.Duration) bool {
	return last.IsZero() || !now.Before(next(code, last, every))
}

// next is the first moment of a council that is half a period or more after a time.
func next(code string, last time.Time, every time.Duration) time.Time {
	h := fnv.New64a()
	_, _ = h.Write([]byte(code))
	moment := int64(mixed(h.Sum64()) % uint64(every)) //nolint:gosec // below every, which is positive
	from := last.Add(every / 2).UnixNano()
	periods := (from - moment) / int64(every)
	if moment+periods*int64(every) < from {
		periods++
	}
	return time.Unix(0, moment+periods*int64(every))
}

// mixed spreads what FNV leaves close together for short words that differ at their end.
func mixed(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}
