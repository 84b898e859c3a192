package register

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// ErrUnknownHost says that no council is known to publish under a host.
var ErrUnknownHost = errors.New("no council is known under this host")

// AmbiguousHostError says that several councils publish under one host, so that it does not tell which.
type AmbiguousHostError struct {
	Host     string
	Councils []Council // in the register's order, at least two
}

// Error names the host and the codes of the councils.
func (e *AmbiguousHostError) Error() string {
	codes := make([]string, len(e.Councils))
	for i, c := range e.Councils {
		codes[i] = c.Code
	}
	return fmt.Sprintf("host %s is shared by the councils %s: say which one is meant", e.Host, strings.Join(codes, ", "))
}

// hostIndex maps hosts, registrable domains and names to positions in the list of councils.
type hostIndex struct {
	exact   map[string][]int // democracy.thurrock.gov.uk
	domains map[string][]int // thurrock.gov.uk, from the exact hosts
	names   map[string][]int // thurrock, from slug and GOV.UK slug, without hyphens
}

func newHostIndex(councils []Council) hostIndex {
	x := hostIndex{exact: map[string][]int{}, domains: map[string][]int{}, names: map[string][]int{}}
	for i, c := range councils {
		for _, h := range c.Hosts {
			add(x.exact, h, i)
			if d, err := publicsuffix.EffectiveTLDPlusOne(h); err == nil {
				add(x.domains, d, i)
			}
		}
		add(x.names, plain(c.Slug), i)
		if c.GOVUKSlug != "" {
			add(x.names, plain(c.GOVUKSlug), i)
		}
	}
	return x
}

func add(m map[string][]int, key string, i int) {
	if have := m[key]; len(have) > 0 && have[len(have)-1] == i {
		return
	}
	m[key] = append(m[key], i)
}

func plain(name string) string { return strings.ReplaceAll(name, "-", "") }

// ByHost finds the council that publishes under an address or a host. In this order it looks for the very
// host, for the council whose known hosts share its domain (cds.example.gov.uk knows www.example.gov.uk),
// and for the one council in being whose name is the label before .gov.uk or .moderngov.co.uk.
// It answers ErrUnknownHost where none is found, and *AmbiguousHostError where several are.
func (r *Register) ByHost(addressOrHost string) (Council, error) {
	host, err := hostOf(addressOrHost)
	if err != nil {
		return Council{}, err
	}
	if found := r.hosts.exact[host]; len(found) > 0 {
		return r.only(host, found)
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return Council{}, fmt.Errorf("%s: %w", host, ErrUnknownHost)
	}
	before := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSuffix(host, domain), "www."), ".")
	if domain == vendorDomain {
		if strings.Contains(before, ".") {
			return Council{}, fmt.Errorf("%s: %w", host, ErrUnknownHost)
		}
		return r.byName(host, before)
	}
	if strings.Contains(before, ".") {
		// A county hosts its parishes deeper down (name.parish.county.gov.uk): those are other councils.
		return Council{}, fmt.Errorf("%s: %w", host, ErrUnknownHost)
	}
	if found := r.hosts.domains[domain]; len(found) > 0 {
		return r.only(host, found)
	}
	if name, ok := strings.CutSuffix(domain, ".gov.uk"); ok {
		return r.byName(host, name)
	}
	return Council{}, fmt.Errorf("%s: %w", host, ErrUnknownHost)
}

// vendorDomain carries one host for each of hundreds of councils.
const vendorDomain = "moderngov.co.uk"

// byName takes a council in being only: an abolished council's name may now serve its successor.
func (r *Register) byName(host, name string) (Council, error) {
	found := r.hosts.names[plain(name)]
	if len(found) == 0 || len(found) == 1 && r.councils[found[0]].Abolished() {
		return Council{}, fmt.Errorf("%s: %w", host, ErrUnknownHost)
	}
	return r.only(host, found)
}

func (r *Register) only(host string, found []int) (Council, error) {
	if len(found) == 1 {
		return r.councils[found[0]], nil
	}
	e := &AmbiguousHostError{Host: host}
	for _, i := range found {
		e.Councils = append(e.Councils, r.councils[i])
	}
	return Council{}, e
}

// hostOf takes the host out of an address; a bare host stands for itself.
func hostOf(s string) (string, error) {
	s = strings.TrimSpace(s)
	if !strings.Contains(s, "://") {
		s = "//" + strings.TrimPrefix(s, "//")
	}
	u, err := url.Parse(s)
	if err != nil {
		return "", fmt.Errorf("read the address %q: %w", s, err)
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if host == "" || net.ParseIP(host) != nil {
		return "", fmt.Errorf("address %q: %w", s, ErrUnknownHost)
	}
	return host, nil
}
