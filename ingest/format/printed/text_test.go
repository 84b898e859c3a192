package printed_test

import (
	"testing"

	"councilgraph/ingest/format/printed"
)

// TestTidy: every run of blanks, of whatever kind, is one space, and none stands at the ends.
func TestTidy(t *testing.T) {
	for in, want := range map[string]string{
		"": "", " ": "", "a": "a", "a b": "a b", " a b": "a b", "a b ": "a b", "a  b": "a b", "a\tb": "a b", "a\u00a0b": "a b",
		"a\u200bb": "a b", "é ü": "é ü", "\ufeffa": "a", "a\n": "a",
	} {
		if got := printed.Tidy(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}
