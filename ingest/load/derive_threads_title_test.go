package load

import (
	"strings"
	"testing"
)

func TestTitles(t *testing.T) {
	for title, want := range map[string]string{
		"Apologies for Absence": "standing", "Minutes of the Previous Meeting": "standing", "Declarations of Interest": "standing", "Exclusion of the Press and Public": "standing",
		"Change in the Order of Business": "standing", "Chairman’s Announcements": "standing", "Ymddiheuriadau am absenoldeb": "standing", "Datgan Buddiannau": "standing", "Cofnodion": "standing",
		"Any other business": "standing", "Questions from members of the public": "standing", "Work Programme 2016/17": "standing", "Date of next meeting": "standing",
		"Budget Monitoring": "generic", "Performance Report - Quarter 2": "generic", "Annual Report 2016/17": "generic", "Treasury Management Strategy": "generic", "Roads": "generic", "": "generic",
		"Declaration of a Climate Emergency": "telling", "Closure of Elm Street Library": "telling", "Motion - Save our Libraries": "telling", "Council Tax 2017/18": "telling",
		"20/01145/OUTM - Land off Pin Lane": "telling", "Call-in: Library closures": "telling", "Election of Chairman": "standing", "Election results in Elm Ward": "telling",
	} {
		got := "generic"
		switch {
		case procedural(folded(title)):
			got = "standing"
		case titleKey(title) != "":
			got = "telling"
		}
		if got != want {
			t.Errorf("%q is %s, want %s", title, got, want)
		}
	}
	long := strings.Repeat("Closure of Elm Street Library and ", 20)
	if a, b := titleKey(long+"Oak"), titleKey(long+"Ash"); a == b || len(a) > 200 {
		t.Errorf("long titles: %q and %q", a, b)
	}
}

func TestThreadSort(t *testing.T) {
	inOrder := []string{threadSort("2026-01-14", "Roads"), threadSort("2026-01-14", "Call-in: Roads"), threadSort("2026-01-15", "Roads"), threadSort("", "Roads")}
	for i := range inOrder[1:] {
		if inOrder[i] >= inOrder[i+1] {
			t.Errorf("%q is not before %q", inOrder[i], inOrder[i+1])
		}
	}
}
