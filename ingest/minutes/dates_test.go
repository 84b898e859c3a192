package minutes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"on 14th September 2016 and 10 January 2017.", []string{"2016-09-14", "2017-01-10"}},
		{"Monday, 4th June, 2018 10.00 am", []string{"2018-06-04"}},
		{"the target was 1st October, 2021", []string{"2021-10-01"}},
		{"Published 08/11/2023; due 8 Dec 2022", []string{"2023-11-08", "2022-12-08"}},
		{"12 June to 7 July 2022", []string{"2022-07-07"}},
		{"ar 12 Medi, 2018 a 10fed Hydref 2018", []string{"2018-09-12", "2018-10-10"}},
		{"the 21st day of May 2018, Wed 11 Jan 2023", []string{"2018-05-21", "2023-01-11"}},
		{"application 3/21/2290/FUL, paragraph 1.2.34, in 2019/20 and September 2016", nil},
		{"on 31 June 2019", nil},
		{"18 people met in May 2019", nil},
		{"2024-03-07", []string{"2024-03-07"}},
		{"9\u00a0February\u00a02021", []string{"2021-02-09"}},
	} {
		var got []string
		for _, d := range Dates(text(c.in)) {
			got = append(got, d.Date)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}
