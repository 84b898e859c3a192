package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/register"
)

func TestSlugsByCode(t *testing.T) {
	got := slugsByCode([]row{
		{"local-authority-code": "A", "nice-name": "Norland", "official-name": "Norland Council"},
		{"local-authority-code": "B", "nice-name": "Norland", "official-name": "Norland County Council", "end-date": "2019-03-31"},
		{"local-authority-code": "C", "nice-name": "St. Anne’s, Holm and Ness"},
	})
	want := map[string]string{"A": "norland", "B": "norland-county-council", "C": "st-annes-holm-and-ness"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestDates(t *testing.T) {
	authorities := []row{
		{"local-authority-code": "OLD", "end-date": "2021-04-01", "replaced-by": "NEW"},
		{"local-authority-code": "NEW", "start-date": "2021-04-01"},
		{"local-authority-code": "COD", "start-date": "2005-06-18"},
		{"local-authority-code": "TWO", "start-date": "1996-07-01"},
		{"local-authority-code": "ONE", "start-date": "2014-04-01"},
		{"local-authority-code": "WAS", "end-date": "2015-03-31"},
	}
	systems := map[string]row{
		"OLD": {"lgsf_start": "1974-04-01"}, "NEW": {"lgsf_start": "2020-05-07"},
		"COD": {"lgsf_start": "1996-04-01"}, "TWO": {"lgsf_start": "1986-07-01"},
	}
	starts := startsByCode(authorities, systems)
	want := map[string]string{
		"OLD": "1974-04-01", "NEW": "2021-04-01", "COD": "1996-04-01", "TWO": "", "ONE": "2014-04-01", "WAS": "",
	}
	if d := cmp.Diff(want, starts); d != "" {
		t.Errorf("starts (-want +got):\n%s", d)
	}
	if got := lastDay(authorities[0], starts); got != "2021-03-31" {
		t.Errorf("last day %s, want the day before the successor's first", got)
	}
	if got := lastDay(authorities[5], starts); got != "2015-03-31" {
		t.Errorf("last day %s, want it as given", got)
	}
}

func TestAddAddress(t *testing.T) {
	tests := []struct {
		cms, address, system, base, website string
	}{
		{"ModernGov", "https://democracy.norland.gov.uk/", "ModernGov", "https://democracy.norland.gov.uk", ""},
		{"ModernGov", "https://www.norland.gov.uk/moderngov", "ModernGov", "https://www.norland.gov.uk/moderngov", "https://www.norland.gov.uk"},
		{"ModernGov", "https://www.norlandmeetings.info", "ModernGov", "https://www.norlandmeetings.info", ""},
		{"Custom HTML", "https://cds.norland.gov.uk/mgMemberIndex.aspx?FN=ALPHA", "ModernGov", "https://cds.norland.gov.uk", ""},
		{"Custom HTML", "https://www.norland.gov.uk/councillors", "", "", "https://www.norland.gov.uk"},
		{"CMIS", "http://cmis.norland.gov.uk/live/Councillors/tabid/6/Default.aspx", "CMIS", "http://cmis.norland.gov.uk/live", ""},
	}
	for _, tt := range tests {
		var c register.Council
		if err := addAddress(&c, tt.cms, tt.address); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff([]string{tt.system, tt.base, tt.website}, []string{c.System, c.BaseURL, c.Website}); d != "" {
			t.Errorf("%s %s (-want +got):\n%s", tt.cms, tt.address, d)
		}
	}
	if err := addAddress(&register.Council{}, "ModernGov", "norland"); err == nil {
		t.Error("an address without a host was taken")
	}
}
