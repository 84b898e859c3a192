package command

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/ingest/harvest"
	"councilgraph/internal/register"
)

// tasks are what to harvest for each council or address that is named, each council once.
func (c *curated) tasks(names []string, o harvestOptions) ([]harvest.Task, error) {
	var out []harvest.Task
	for _, name := range names {
		found, places, err := c.site(name, o.council)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(t harvest.Task) bool { return t.Council == found.Code }) {
			return nil, fmt.Errorf("%s is named twice", found.Name)
		}
		if len(places) == 0 {
			return nil, fmt.Errorf("%s: no address of its system is known; pass it, with --council %s", found.Name, found.Code)
		}
		out = append(out, harvest.Task{Council: found.Code, Places: places, From: o.from, To: o.to, Committees: o.committees, Again: o.again})
	}
	return out, nil
}

// site is the council that a word or an address means, and where its system may stand.
func (c *curated) site(name, code string) (register.Council, []string, error) {
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
