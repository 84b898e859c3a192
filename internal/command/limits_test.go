package command

import (
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/limits"
)

// Settings become limits, networks and keys.
func TestLimitOptions(t *testing.T) {
	file := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(file, []byte("# who may ask more\n\ngazette 0123456789abcdef0123\nuniversity\tabcdefghijklmnopqrstuvwxyz\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := limitOptions{limits: []string{"cost=30000", "points=0"}, proxies: []string{"10.1.2.3/8", "::1"}, keys: file}
	l := limits.Default()
	got, err := o.read(&l)
	if err != nil {
		t.Fatal(err)
	}
	if l.Cost != 30000 || l.Points != 0 || l.Depth != 20 {
		t.Errorf("%+v", l)
	}
	if want := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("::1/128")}; !cmp.Equal(got.Proxies, want, cmp.Comparer(func(a, b netip.Prefix) bool { return a == b })) {
		t.Errorf("%v, want %v", got.Proxies, want)
	}
	if d := cmp.Diff(map[string]string{"0123456789abcdef0123": "gazette", "abcdefghijklmnopqrstuvwxyz": "university"}, got.Keys); d != "" {
		t.Error(d)
	}
}

// A mistake is told by its flag or its line, and no key is repeated.
func TestLimitOptions_refused(t *testing.T) {
	keys := func(text string) string {
		file := filepath.Join(t.TempDir(), "keys")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	for _, c := range []struct {
		about   string
		options limitOptions
		message string
	}{
		{"no number", limitOptions{limits: []string{"cost=many"}}, "--limit cost=many: write it as NAME=NUMBER"},
		{"no name", limitOptions{limits: []string{"7"}}, "--limit 7: write it as NAME=NUMBER"},
		{"an unknown name", limitOptions{limits: []string{"width=7"}}, "the limits are body, document, tokens"},
		{"below the least", limitOptions{limits: []string{"depth=0"}}, "0 is not from 1"},
		{"no network", limitOptions{proxies: []string{"proxy.example.org"}}, "--trusted-proxy proxy.example.org: write a network"},
		{"no file", limitOptions{keys: filepath.Join(t.TempDir(), "none")}, "read keys"},
		{"a key alone", limitOptions{keys: keys("0123456789abcdef0123\n")}, "line 1 is not a name and a key"},
		{"a short key", limitOptions{keys: keys("\ngazette secret\n")}, "line 2 has a key of 6 characters"},
		{"a key twice", limitOptions{keys: keys("a 0123456789abcdef0123\nb 0123456789abcdef0123\n")}, "line 2 has a name or a key that stands"},
		{"a name twice", limitOptions{keys: keys("a 0123456789abcdef0123\na 0123456789abcdef0124\n")}, "line 2 has a name or a key that stands"},
	} {
		t.Run(c.about, func(t *testing.T) {
			l := limits.Default()
			_, err := c.options.read(&l)
			if err == nil || !strings.Contains(err.Error(), c.message) || strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "0123456789") {
				t.Errorf("%v, want ... %s ...", err, c.message)
			}
		})
	}
}
