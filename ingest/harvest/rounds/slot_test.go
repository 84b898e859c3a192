package rounds

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// A council has one moment in each period, and half a period of rest before it.
func TestNext(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		every := time.Duration(rapid.Int64Range(int64(time.Minute), int64(14*24*time.Hour)).Draw(t, "every"))
		last := time.Unix(rapid.Int64Range(1_600_000_000, 2_000_000_000).Draw(t, "last"), 0)
		code := rapid.StringMatching(`[A-Z]{3}`).Draw(t, "code")
		at := next(code, last, every)
		if rest := at.Sub(last); rest < every/2 || rest >= every*3/2 {
			t.Fatalf("next after %s", rest)
		}
		if again := next(code, at, every); again.Sub(at) != every {
			t.Fatalf("%s after a moment of its own", again.Sub(at))
		}
		if due(code, last, at.Add(-1), every) || !due(code, last, at, every) || !due(code, time.Time{}, last, every) {
			t.Fatal("due before its moment, or not then")
		}
	})
}

// The councils of a country are spread over the day.
func TestNext_spread(t *testing.T) {
	day := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	hours := map[int]int{}
	const councils = 397
	for i := range councils {
		code := fmt.Sprintf("%c%c%c", 'A'+i%26, 'A'+i/26%26, 'A'+i*7%26)
		hours[next(code, day, 24*time.Hour).UTC().Hour()]++
	}
	for h := range 24 {
		if n := hours[h]; n < 4 || n > 40 {
			t.Errorf("%d councils of %d in hour %d", n, councils, h)
		}
	}
}
