package minutes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMarkers(t *testing.T) {
	for s, want := range map[string]Marker{
		"(1) the rent":                            {Text: "1", Level: "1()", Len: 4},
		"a) the rent":                             {Text: "a", Level: "a)", Len: 3},
		"iv) the rent":                            {Text: "iv", Level: "i)", Len: 4},
		"2. The rent":                             {Text: "2", Level: "1.", Len: 3},
		"7.1      to recommend":                   {Text: "7.1", Level: "1.1.", Len: 9},
		"1  That the rent be £5":                  {Text: "1", Level: "1 ", Len: 3},
		"·         The rent":                      {Level: "bullet\xc2", Len: 11},
		"A. Vaughan Parry":                        {},
		"The rent":                                {},
		"12 The Avenue, Hexmere":                  {Text: "12", Level: "1 ", Len: 3},
		"£5 was spent":                            {},
		"B. the Director be thanked for her work": {Text: "B", Level: "A.", Len: 3},
	} {
		got, _ := markerOf(s)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q: want -, got +:\n%s", s, d)
		}
	}
}
