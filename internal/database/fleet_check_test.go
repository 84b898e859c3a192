package database

import (
	"testing"
	"time"
)

// A replica is behind since the primary was first seen to have more; idleness and a lost primary put nobody behind.
func TestLagging(t *testing.T) {
	start := time.Date(2031, 5, 6, 7, 0, 0, 0, time.UTC)
	at := func(s int) time.Time { return start.Add(time.Duration(s) * time.Second) }
	l := lagging{most: 10 * time.Second}
	if got := l.of(5, at(0)); got != 0 {
		t.Errorf("before the primary was seen: %s", got)
	}
	l.saw(100, at(0))
	l.saw(100, at(60)) // an idle minute
	l.saw(200, at(61))
	l.saw(300, at(63))
	for _, c := range []struct {
		reached int64
		now     int
		want    time.Duration
	}{
		{300, 1000, 0}, {400, 1000, 0}, {200, 64, time.Second}, {299, 64, time.Second}, {100, 64, 3 * time.Second}, {150, 64, 3 * time.Second},
	} {
		if got := l.of(c.reached, at(c.now)); got != c.want {
			t.Errorf("at %d, second %d: behind by %s, want %s", c.reached, c.now, got, c.want)
		}
	}
	for i := range 1000 {
		l.saw(int64(400+i), at(100+i))
	}
	if len(l.seen) > 25 {
		t.Errorf("%d sightings are kept", len(l.seen))
	}
	if got := l.of(100, at(1100)); got < 2*l.most {
		t.Errorf("a replica that stands still is behind by %s", got)
	}
}
