package minutes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMotions(t *testing.T) {
	type motion struct{ Kind, Mover, Seconder, Result, Text string }
	for name, c := range map[string]struct {
		text []string
		want []motion
	}{
		"moved by": {[]string{"It was moved by Councillor Mrs L. Ash and seconded by Councillor B. Oak that the hall be sold.", "The motion was put and carried."},
			[]motion{{"motion", "Councillor Mrs L. Ash", "Councillor B. Oak", "carried", "that the hall be sold."}}},
		"X moved": {[]string{"Councillor Ash moved, seconded by Councillor Oak, that rents rise.", "An amendment was moved by Councillor Elm, seconded by Councillor Yew, that rents fall.", "The amendment was lost and the motion was carried."},
			[]motion{{"motion", "Councillor Ash", "Councillor Oak", "carried", "that rents rise."}, {"amendment", "Councillor Elm", "Councillor Yew", "lost", "that rents fall."}}},
		"moved and resolved": {[]string{"It was moved by Councillor Ash, seconded by Councillor Oak, and RESOLVED that the lamps be lit."},
			[]motion{{"motion", "Councillor Ash", "Councillor Oak", "carried", "that the lamps be lit."}}},
		"not yet moved": {[]string{"Councillor Ash to move, Councillor Oak to second: that rents rise."}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []motion
			for _, f := range Motions(minuted(nil, c.text)) {
				got = append(got, motion{f.Kind, f.Mover, f.Seconder, f.Result, f.Text})
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("want -, got +:\n%s", d)
			}
		})
	}
}
