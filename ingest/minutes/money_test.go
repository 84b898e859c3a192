package minutes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func text(lines ...string) []Paragraph {
	var ps []Paragraph
	at := 0
	for _, l := range lines {
		ps = append(ps, Paragraph{l, at})
		at += len(l) + 1
	}
	return ps
}

type sum struct {
	As        string
	Low, High float64
	Per       string
}

func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []sum
	}{
		{"A grant of £12,500 was made.", []sum{{"£12,500", 12500, 12500, ""}}},
		{"About £65k, or £2.4M in all; £1million for roads and £1.4 billion in debt", []sum{{"£65k", 65e3, 65e3, ""}, {"£2.4M", 2.4e6, 2.4e6, ""}, {"£1million", 1e6, 1e6, ""}, {"£1.4 billion", 1.4e9, 1.4e9, ""}}},
		{"in the region of £8-10m.", []sum{{"£8-10m", 8e6, 10e6, ""}}},
		{"between £1.5m and £2m", []sum{{"£1.5m", 1.5e6, 1.5e6, ""}, {"£2m", 2e6, 2e6, ""}}},
		{"a sum of £200,000 - £250,000", []sum{{"£200,000 - £250,000", 200e3, 250e3, ""}}},
		{"additional funding of £141, 000 part year", []sum{{"£141, 000", 141000, 141000, ""}}},
		{"raised from £8.40 to £8.66", []sum{{"£8.40", 8.4, 8.4, ""}, {"£8.66", 8.66, 8.66, ""}}},
		{"taking the average weekly charge from £8.40 to £8.66;", []sum{{"£8.40", 8.4, 8.4, "week"}, {"£8.66", 8.66, 8.66, "week"}}},
		{"£0.75p per week below", []sum{{"£0.75p", 0.75, 0.75, "week"}}},
		{"£310k a year, up 3.1%", []sum{{"£310k", 310e3, 310e3, "year"}}},
		{"a rent of £0.32 per square metre", []sum{{"£0.32", 0.32, 0.32, "square metre"}}},
		{"Expenditure > £250,000;", []sum{{"£250,000", 250e3, 250e3, ""}}},
		{"the tax base of 90,417.6 and 12%", nil},
		{"£ and pence, in £000s", nil},
		{"a salary of £24,000 p.a. and a rent of £95 pw, £410 pcm", []sum{{"£24,000", 24e3, 24e3, "year"}, {"£95", 95, 95, "week"}, {"£410", 410, 410, "month"}}},
		{"£1.2m-£1.5m or £10k-15k", []sum{{"£1.2m-£1.5m", 1.2e6, 1.5e6, ""}, {"£10k-15k", 10e3, 15e3, ""}}},
		{"£12.5 million per annum", []sum{{"£12.5 million", 12.5e6, 12.5e6, "year"}}},
		{"£5 2019/20", []sum{{"£5", 5, 5, ""}}},
		{"grants of £500 - 12 clubs applied", []sum{{"£500", 500, 500, ""}}},
	} {
		var got []sum
		for _, a := range Amounts(text(c.in)) {
			if a.AsWritten != c.in[a.Place.Start:a.Place.End] {
				t.Errorf("%q: place holds %q", c.in, c.in[a.Place.Start:a.Place.End])
			}
			got = append(got, sum{a.AsWritten, *a.Low, *a.High, a.Per})
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}
