package command

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/ingest/harvest/rounds"
	"councilgraph/internal/register"
)

// sites are the councils to harvest, each once: those that are named, and with --all all others that can be found.
func (c *curated) sites(names []string, o harvestOptions) ([]rounds.Council, error) {
	var out []rounds.Council
	known := map[string]bool{}
	add := func(found register.Council, places []string) {
		known[found.Code] = true
		out = append(out, rounds.Council{Code: found.Code, Places: places, From: o.from, To: o.to, Committees: o.committees})
	}
	for _, name := range names {
		found, places, err := c.site(name, o.council)
		switch {
		case err != nil:
			return nil, err
		case known[found.Code]:
			return nil, fmt.Errorf("%s is named twice", found.Name)
		case len(places) == 0:
			return nil, fmt.Errorf("%s: no address of its system is known; pass it behind its code, as in %s=https://democracy.example.gov.uk", found.Name, found.Code)
		}
		add(found, places)
	}
	if !o.all {
		return out, nil
	}
	for _, found := range c.known.Councils() {
		if places := places(found); !known[found.Code] && reachable(found) && len(places) > 0 {
			add(found, places)
		}
	}
	return out, nil
}

// reachable says that a council is in being and publishes with a system that can be harvested, as far as is known.
func reachable(c register.Council) bool {
	return !c.Abolished() && (c.System == "" || c.System == register.SystemModernGov)
}

// site is the council that a word or an address means, and where its system may stand.
func (c *curated) site(name, code string) (register.Council, []string, error) {
	if before, address, both := strings.Cut(name, "="); both && strings.Contains(address, "://") && !strings.Contains(before, "://") {
		found, _, err := c.site(before, "")
		return found, []string{address}, err
	}
	if strings.Contains(name, "://") {
		if code != "" {
			found, ok := c.known.ByCode(code)
			if !ok {
				return found, nil, fmt.Errorf("--council %q: no council has this code; pass a GSS or register code", code)
			}
			return found, []string{name}, nil
		}
		found, err := c.known.ByHost(name)
		if err != nil {
			return found, nil, fmt.Errorf("%w; pass --council CODE", err)
		}
		return found, []string{name}, nil
	}
	found, ok := c.known.ByCode(name)
	if !ok {
		found, ok = c.known.BySlug(strings.ToLower(name))
	}
	if !ok {
		return found, nil, fmt.Errorf("%q is no council's code or slug; pass a GSS code such as E09000006, a slug such as bromley, or an address that begins with https://", name)
	}
	return found, places(found), nil
}

// places are the addresses at which a council's system may stand, the likeliest first.
func places(c register.Council) []string {
	var out []string
	add := func(address string) {
		if address != "" && !slices.Contains(out, address) {
			out = append(out, address)
		}
	}
	add(c.BaseURL)
	for _, host := range c.Hosts {
		if !strings.HasPrefix(host, "www.") {
			add("https://" + host)
		}
	}
	add(c.Website)
	return out
}

// name is what people call the council of a register code.
func (c *curated) name(code string) string {
	if found, ok := c.known.ByCode(code); ok {
		return found.ShortName
	}
	return code
}
