package dashboard

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPeriodOf(t *testing.T) {
	for _, c := range []struct {
		from, to, latest string
		want             period
	}{
		{"", "", "2024-02-07", period{From: "2022-03-01", To: "2024-02-07"}},
		{"", "", "", period{From: "2024-07-01", To: "2026-06-01"}},
		{"2024-01-05", "", "2024-02-07", period{From: "2024-01-05", To: "2024-02-07"}},
		{"2025-01-05", "", "2024-02-07", period{From: "2025-01-05", To: "2025-01-05"}},
		{"", "2020-12-31", "2024-02-07", period{From: "2019-01-01", To: "2020-12-31"}},
		{"1990-01-01", "2020-12-31", "", period{From: "2016-01-01", To: "2020-12-31", Cut: true}},
	} {
		got, err := periodOf(c.from, c.to, c.latest, "2026-06-01")
		if err != nil || got != c.want {
			t.Errorf("from %q to %q, latest %q: %+v %v, want %+v", c.from, c.to, c.latest, got, err, c.want)
		}
	}
}

// Periods side by side leave no day out and share none.
func TestPeriod_sideBySide(t *testing.T) {
	p := period{From: "2025-11-01", To: "2026-02-28"}
	if diff := cmp.Diff([]string{"2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"}, p.months()); diff != "" {
		t.Error(diff)
	}
	if got, want := p.before(), (period{From: "2025-07-01", To: "2025-10-31"}); got != want {
		t.Errorf("before: %+v, want %+v", got, want)
	}
	if got, want := p.after(), (period{From: "2026-03-01", To: "2026-06-30"}); got != want {
		t.Errorf("after: %+v, want %+v", got, want)
	}
}

func TestPounds(t *testing.T) {
	for sum, want := range map[float64]string{0: "£0", 999: "£999", 1234567: "£1,234,567", 500.5: "£500.50", 0.07: "£0.07", 0.999: "£1", 12.345: "£12.35"} {
		if got := pounds(sum); got != want {
			t.Errorf("%v: %s, want %s", sum, got, want)
		}
	}
}

func TestCeiling(t *testing.T) {
	for most, want := range map[float64]float64{0: 2, 1: 2, 2: 2, 3: 4, 7: 8, 9: 10, 10: 10, 11: 20, 41: 50, 795000: 800000, 1e6: 1e6} {
		if got := ceiling(most); got != want {
			t.Errorf("%v: %v, want %v", most, got, want)
		}
	}
}
