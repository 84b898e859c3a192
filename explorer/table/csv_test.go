package table

import "testing"

func TestHarmless(t *testing.T) {
	for cell, want := range map[string]string{"=1+1": "'=1+1", "@x": "'@x", "+44": "'+44", "-5": "-5", "-5 per cent": "'-5 per cent", "\tx": "'\tx", "plain": "plain", "": ""} {
		if got := harmless(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func TestCSV(t *testing.T) {
	got := string(CSV([]string{"a", "b"}, [][]string{{"=1,\"2\"", ""}, {"x\ny", "£5"}}))
	if want := "\uFEFFa,b\r\n\"'=1,\"\"2\"\"\",\r\n\"x\r\ny\",£5\r\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
