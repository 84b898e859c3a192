package register

import (
	"errors"
	"testing"
)

func TestRegister_ByHost(t *testing.T) {
	r := load(t)
	for in, code := range map[string]string{
		"https://democracy.thurrock.gov.uk/ieListDocuments.aspx?CId=1&MId=2": "THR",
		"democracy.thurrock.gov.uk":             "THR",
		"DEMOCRACY.Thurrock.gov.uk:443":         "THR",
		"http://www.minutes.haringey.gov.uk/x":  "HRY",
		"cds.bromley.gov.uk":                    "BRY",
		"https://democracy.bromley.gov.uk/":     "BRY", // by the domain of a known host
		"www.bromley.gov.uk":                    "BRY",
		"councilmeetings.lewisham.gov.uk":       "LEW",
		"worcestershire.moderngov.co.uk":        "WOR",
		"bromley.moderngov.co.uk":               "BRY", // by name
		"www.worcestershire.gov.uk":             "WOR", // by name
		"https://www.southampton.gov.uk/modern": "STH",
		"stockport.moderngov.co.uk":             "SKP",
	} {
		c, err := r.ByHost(in)
		if err != nil || c.Code != code {
			t.Errorf("ByHost(%q) = %q, %v; want %s", in, c.Code, err, code)
		}
	}
}

func TestRegister_ByHost_Ambiguous(t *testing.T) {
	r := load(t)
	for in, n := range map[string]int{
		"https://democracy.adur-worthing.gov.uk/mgAi.aspx?ID=1": 2,
		"democracy.westsuffolk.gov.uk":                          3,
		"www.somerset.gov.uk":                                   2,
	} {
		c, err := r.ByHost(in)
		var ambiguous *AmbiguousHostError
		if !errors.As(err, &ambiguous) || len(ambiguous.Councils) != n || c.Code != "" {
			t.Errorf("ByHost(%q) = %q, %v; want an ambiguity of %d councils", in, c.Code, err, n)
		}
	}
}

func TestRegister_ByHost_Unknown(t *testing.T) {
	r := load(t)
	for _, in := range []string{
		"", "democracy.nowhere.example", "localhost", "127.0.0.1", "gov.uk", "www.gov.uk", "moderngov.co.uk",
		"brackwell.parish.thurrock.gov.uk", // a parish, not the district
		"northampton.moderngov.co.uk",      // abolished: the name may serve its successor
		"a.bromley.moderngov.co.uk", "http://[::1]/", "thurrock.gov.uk.evil.example", "https://x y/",
	} {
		if c, err := r.ByHost(in); err == nil {
			t.Errorf("ByHost(%q) = %s, want an error", in, c.Code)
		}
	}
}

// Every known host finds its own council, or says that it is shared.
func TestRegister_ByHost_Own(t *testing.T) {
	r := load(t)
	hosts, shared := 0, map[string]bool{}
	for _, c := range r.Councils() {
		for _, h := range c.Hosts {
			hosts++
			got, err := r.ByHost(h)
			var ambiguous *AmbiguousHostError
			switch {
			case errors.As(err, &ambiguous):
				shared[h] = true
			case err != nil || got.Code != c.Code:
				t.Errorf("ByHost(%q) = %q, %v; want %s", h, got.Code, err, c.Code)
			}
		}
	}
	if hosts != 418 || len(shared) != 10 {
		t.Errorf("%d hosts, %d of them shared; want 418, 10", hosts, len(shared))
	}
}
