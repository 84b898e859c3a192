package figures

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPeriod_of(t *testing.T) {
	for _, c := range []struct {
		period Period
		month  string
		want   string
	}{
		{None, "2017-05", ""}, {Year, "2017-05", "2017-01"}, {Month, "2017-05", "2017-05"}, {Month, "", ""}, {Year, "", ""},
		{Quarter, "2017-01", "2017-01"}, {Quarter, "2017-03", "2017-01"}, {Quarter, "2017-04", "2017-04"}, {Quarter, "2017-09", "2017-07"},
		{Quarter, "2017-10", "2017-10"}, {Quarter, "2017-12", "2017-10"},
	} {
		if got := c.period.Of(c.month); got != c.want {
			t.Errorf("the period %q of %q is %q, want %q", c.period.Letter(), c.month, got, c.want)
		}
	}
}

func TestPeriod_between(t *testing.T) {
	for _, c := range []struct {
		period      Period
		first, last string
		most        int
		want        []string
		all         bool
	}{
		{Month, "2016-11", "2017-02", 10, []string{"2016-11", "2016-12", "2017-01", "2017-02"}, true},
		{Quarter, "2016-10", "2017-04", 10, []string{"2016-10", "2017-01", "2017-04"}, true},
		{Year, "2016-01", "2017-01", 10, []string{"2016-01", "2017-01"}, true},
		{Month, "2016-01", "2016-01", 10, []string{"2016-01"}, true},
		{Month, "2016-01", "2019-01", 2, []string{"2016-01", "2016-02"}, false},
		{Month, "a day", "2019-01", 2, nil, true},
	} {
		got, all := c.period.Between(c.first, c.last, c.most)
		if !cmp.Equal(got, c.want) || all != c.all {
			t.Errorf("from %s to %s: %v %t, want %v %t", c.first, c.last, got, all, c.want, c.all)
		}
	}
}

// No kind has one dimension twice, and all of them say what they are.
func TestKinds(t *testing.T) {
	for _, k := range Kinds() {
		seen := map[string]bool{}
		for _, d := range k.Dimensions {
			if seen[d.Name] || seen[d.Field] || d.About == "" || d.Method == "" || d.Type == "" {
				t.Errorf("%s: the dimension %s stands twice or lacks something", k.Name, d.Name)
			}
			seen[d.Name], seen[d.Field] = true, true
		}
		if _, ok := k.Dimension(k.Value); k.Value != "" && !ok {
			t.Errorf("%s: figures tell %s apart, which is no dimension", k.Name, k.Value)
		}
	}
}
