package graph

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"

	"councilgraph/internal/limits"
)

// who tells clients apart: by the key that they send, else by their address.
type who struct {
	known limits.Clients
}

// of is the client of a request, and whether it has a key. ok is false where a key was sent that nobody holds.
func (w who) of(r *http.Request) (name string, keyed, ok bool) {
	if key := sentKey(r); key != "" {
		holder, ok := w.known.Keys[key]
		return "key " + holder, true, ok
	}
	return "address " + network(w.address(r)), false, true
}

// sentKey is the key of a request: X-API-Key, or Authorization: Bearer.
func sentKey(r *http.Request) string {
	if key := r.Header.Get("X-Api-Key"); key != "" {
		return key
	}
	if scheme, key, ok := strings.Cut(r.Header.Get("Authorization"), " "); ok && strings.EqualFold(scheme, "Bearer") {
		return strings.TrimSpace(key)
	}
	return ""
}

// address is where a request comes from. A proxy is believed where it is a trusted one: the addresses that it and
// those before it noted are read from the end, up to the first that is no trusted proxy; what stands before that
// one anybody can have written.
func (w who) address(r *http.Request) netip.Addr {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	from := at.Addr().Unmap()
	if !w.trusted(from) {
		return from
	}
	noted := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, text := range slices.Backward(noted) {
		a, err := netip.ParseAddr(strings.TrimSpace(text))
		if err != nil {
			break
		}
		if from = a.Unmap(); !w.trusted(from) {
			break
		}
	}
	return from
}

func (w who) trusted(a netip.Addr) bool {
	return slices.ContainsFunc(w.known.Proxies, func(p netip.Prefix) bool { return p.Contains(a) })
}

// network is the address, or of IPv6 the /64: that is what one household or one server is given, and it can take
// any address in it.
func network(a netip.Addr) string {
	if !a.Is6() {
		return a.String()
	}
	p, err := a.WithZone("").Prefix(64)
	if err != nil {
		return a.String()
	}
	return p.String()
}
