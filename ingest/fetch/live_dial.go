package fetch

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// transport asks servers directly, and not through a proxy of the environment: behind one it could not be seen
// which address is asked in the end.
func transport(o LiveOptions) *http.Transport {
	dialer := &net.Dialer{Timeout: 30 * time.Second}
	if !o.Private {
		// Where a name leads is looked at when the connection is made, so that no second look-up can answer otherwise.
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return public(address) }
	}
	return &http.Transport{
		DialContext: dialer.DialContext, ForceAttemptHTTP2: true, MaxConnsPerHost: 1, MaxIdleConnsPerHost: 1, IdleConnTimeout: time.Minute,
		TLSHandshakeTimeout: 30 * time.Second, MaxResponseHeaderBytes: 1 << 20,
	}
}

// kept are ranges of addresses that netip does not count as private and that are not the public network's.
var kept = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"), netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16"),
}

// public refuses an address, HOST:PORT, that is not on the public network.
func public(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w (%s)", ErrPrivate, address)
	}
	ip := at.Addr().WithZone("").Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
		return ErrPrivate
	}
	for _, p := range kept {
		if p.Contains(ip) {
			return ErrPrivate
		}
	}
	return nil
}
