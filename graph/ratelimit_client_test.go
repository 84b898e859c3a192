package graph

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"councilgraph/internal/limits"
)

// Clients are told apart by where they come from, and a proxy is believed only where it is trusted.
func TestWho(t *testing.T) {
	w := who{limits.Clients{
		Proxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")},
		Keys:    map[string]string{"0123456789abcdef0123": "gazette"},
	}}
	for _, c := range []struct {
		about, from string
		header      map[string]string
		want        string
		keyed, ok   bool
	}{
		{"an address", "192.0.2.7:4711", nil, "address 192.0.2.7", false, true},
		{"an address of IPv4 in IPv6", "[::ffff:192.0.2.7]:4711", nil, "address 192.0.2.7", false, true},
		{"a network of IPv6", "[2001:db8:1:2:3:4:5:6]:4711", nil, "address 2001:db8:1:2::/64", false, true},
		{"a zone", "[fe80::1%eth0]:4711", nil, "address fe80::/64", false, true},
		{"no address", "pipe", nil, "address invalid IP", false, true},
		{"a proxy that nobody trusts", "192.0.2.7:4711", map[string]string{"X-Forwarded-For": "198.51.100.1"}, "address 192.0.2.7", false, true},
		{"a trusted proxy", "10.0.0.1:4711", map[string]string{"X-Forwarded-For": "198.51.100.1"}, "address 198.51.100.1", false, true},
		{"a trusted proxy of IPv6", "[fd00::1]:4711", map[string]string{"X-Forwarded-For": "2001:db8::1"}, "address 2001:db8::/64", false, true},
		{"two trusted proxies", "10.0.0.1:4711", map[string]string{"X-Forwarded-For": "198.51.100.1, 10.0.0.2"}, "address 198.51.100.1", false, true},
		{"an address that the client made up", "10.0.0.1:4711", map[string]string{"X-Forwarded-For": "203.0.113.9, 198.51.100.1, 10.0.0.2"}, "address 198.51.100.1", false, true},
		{"nonsense before the client", "10.0.0.1:4711", map[string]string{"X-Forwarded-For": "me, 10.0.0.2"}, "address 10.0.0.2", false, true},
		{"a trusted proxy that notes nothing", "10.0.0.1:4711", nil, "address 10.0.0.1", false, true},
		{"a key", "192.0.2.7:4711", map[string]string{"X-API-Key": "0123456789abcdef0123"}, "key gazette", true, true},
		{"a bearer", "192.0.2.7:4711", map[string]string{"Authorization": "bearer 0123456789abcdef0123"}, "key gazette", true, true},
		{"a key that nobody holds", "192.0.2.7:4711", map[string]string{"X-API-Key": "0123456789abcdef0124"}, "key ", true, false},
		{"another scheme", "192.0.2.7:4711", map[string]string{"Authorization": "Basic eDp5"}, "address 192.0.2.7", false, true},
	} {
		t.Run(strings.ReplaceAll(c.about, " ", "_"), func(t *testing.T) {
			r := httptest.NewRequest(http.MethodPost, "/graphql", nil)
			r.RemoteAddr = c.from
			for k, v := range c.header {
				r.Header.Set(k, v)
			}
			if name, keyed, ok := w.of(r); name != c.want || keyed != c.keyed || ok != c.ok {
				t.Errorf("%q %t %t, want %q %t %t", name, keyed, ok, c.want, c.keyed, c.ok)
			}
		})
	}
}
