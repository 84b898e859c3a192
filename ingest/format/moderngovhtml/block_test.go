package moderngovhtml

import "testing"

func TestBareNumber(t *testing.T) {
	for in, want := range map[string]string{
		"4.": "4", "3.a": "3.a", "83a": "83a", "1836.": "1836", "Item5:": "5", "Item 5:": "5", "(9)": "(9)", "115. *": "115", "* 115.": "115", "*": "", "C73/19": "C73/19", "a": "a", "iv.": "iv", "9(b)": "9(b)", " 12 ": "12",
		"No.": "", "Item": "", "Minutes": "", "": "", "Part 1": "", "PART TWO": "", "12 noon on Monday": "", "£5": "",
	} {
		if got := bareNumber(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}
