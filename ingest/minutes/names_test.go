package minutes

import "testing"

func TestNames(t *testing.T) {
	for _, c := range []struct{ in, name, title string }{
		{"Cllr Lee JP said so", "Lee", "Cllr"},
		{"Councillor Ó Floinn", "Ó Floinn", "Councillor"},
		{"Councillor D’Arcy-Smith asked", "D’Arcy-Smith", "Councillor"},
		{"Cllr Mc Knight agreed", "McKnight", "Cllr"},
		{"Cllr Cole- Harris agreed", "Cole-Harris", "Cllr"},
		{"Councillor van der Berg spoke", "van der Berg", "Councillor"},
		{"Cllr. J.P. O’Neill-Ward MBE JP DL, Leader", "J.P. O’Neill-Ward", "Cllr."},
		{"Alderman Sir John Rae proposed", "John Rae", "Alderman Sir"},
		{"County Borough Councillor M Ap Rhys seconded", "M Ap Rhys", "County Borough Councillor"},
		{"Councillorr X Yeo said no", "X Yeo", "Councillorr"},
		{"Councillllor N Fox said no", "N Fox", "Councillllor"},
		{"COUNCILLOR LEE MOVED", "LEE", "COUNCILLOR"},
		{"Councillor RE Mac", "RE Mac", "Councillor"},
		{"Councillor G.Ll. Howe left", "G.Ll. Howe", "Councillor"},
		{"Councillor Ann Hall’s motion", "Ann Hall", "Councillor"},
		{"Councillor A. Vaughan Price, who", "A. Vaughan Price", "Councillor"},
		{"Councillor Smith For", "Smith", "Councillor"},
		{"Councillor\nMinute Number", "", ""},
		{"Councillors were asked", "", ""},
	} {
		ms, _, _ := readTitled(c.in, tokens(c.in), 0)
		name, title := "", ""
		if len(ms) > 0 {
			name, title = ms[0].name, ms[0].title
		}
		if name != c.name || title != c.title {
			t.Errorf("%q: %q with title %q, want %q with %q", c.in, name, title, c.name, c.title)
		}
	}
}
