package asset

import "testing"

func TestBestCoding(t *testing.T) {
	for accept, want := range map[string]string{
		"":                                "identity",
		"gzip, deflate, br, zstd":         "br",
		"gzip, deflate":                   "gzip",
		"GZIP":                            "gzip",
		"br;q=0.2, gzip;q=0.8":            "gzip",
		"br;q=0, gzip":                    "gzip",
		"br; q=0.5":                       "br",
		"*":                               "br",
		"*, br;q=0":                       "gzip",
		"identity":                        "identity",
		"identity, gzip;q=0.5":            "identity",
		"*;q=0":                           "identity",
		"br;q=nonsense, gzip;q=0.1":       "gzip",
		"deflate":                         "identity",
		"br;q=0, gzip;q=0, identity;q=0 ": "identity",
	} {
		if got := BestCoding(accept); got != want {
			t.Errorf("Accept-Encoding %q: %s, not %s", accept, got, want)
		}
	}
}
