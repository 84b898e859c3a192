package command

import (
	"strings"
	"testing"

	"councilgraph/internal/register"
)

// All councils in being are harvested that publish with the system, or of which it is not known; one that is named stands
// where it was said to.
func TestSites_all(t *testing.T) {
	known, err := register.Load()
	if err != nil {
		t.Fatal(err)
	}
	c := &curated{known: known}
	sites, err := c.sites([]string{"BRY=https://records.bromley.example/mg"}, harvestOptions{all: true})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range sites {
		found, ok := known.ByCode(s.Code)
		if !ok || found.Abolished() || found.System == register.SystemCMIS || seen[s.Code] || len(s.Places) == 0 {
			t.Errorf("%+v is harvested", s)
		}
		seen[s.Code] = true
	}
	if at := sites[0].Places; len(at) != 1 || at[0] != "https://records.bromley.example/mg" {
		t.Errorf("the council that was named: %v", at)
	}
	for _, council := range known.Councils() {
		if !council.Abolished() && council.System == register.SystemModernGov && !seen[council.Code] {
			t.Errorf("%s is left out", council.Name)
		}
	}
	t.Log(len(sites), "councils")
}

func TestSites_named(t *testing.T) {
	known, err := register.Load()
	if err != nil {
		t.Fatal(err)
	}
	c := &curated{known: known}
	for names, want := range map[string]string{
		"bromley E09000006":                    "named twice",
		"nowhere=https://a.example":            "is no council's code or slug",
		"https://a.example/x?y=https://b.test": "no council is known under this host",
		"dungannon-and-south-tyrone":           "pass it behind its code",
	} {
		if _, err := c.sites(strings.Fields(names), harvestOptions{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", names, err, want)
		}
	}
}
