package command

import (
	"bufio"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"councilgraph/internal/config"
	"councilgraph/internal/limits"
)

// leastKey is how many bytes a key must have: a shorter one is found by trying.
const leastKey = 20

// limitOptions are the settings of serve about what clients may ask, as they were written.
type limitOptions struct {
	limits, proxies []string
	keys            string
}

func (o *limitOptions) flags(f *pflag.FlagSet, c *config.Config) {
	f.DurationVar(&c.Statement, "statement-timeout", c.Statement, "how long one statement of the database may take")
	f.StringSliceVar(&o.limits, "limit", nil, "NAME=NUMBER, a limit of the API; docs/errors.md has the names")
	f.StringSliceVar(&o.proxies, "trusted-proxy", nil, "network of a proxy that is believed about where clients come from, such as 10.0.0.0/8")
	f.StringVar(&o.keys, "keys", fromEnv("keys", ""), "file of clients with more points: a line for each, with its name and its key")
}

// list is the environment's word for a flag that can be given several times. The flags add to it.
func list(flag string) []string {
	if v := fromEnv(flag, ""); v != "" {
		return strings.Split(v, ",")
	}
	return nil
}

// read reads the settings into limits and clients.
func (o *limitOptions) read(l *limits.Limits) (limits.Clients, error) {
	var known limits.Clients
	for _, set := range append(list("limit"), o.limits...) {
		name, number, ok := strings.Cut(set, "=")
		n, err := strconv.Atoi(number)
		if !ok || err != nil {
			return known, &usageError{fmt.Errorf("--limit %s: write it as NAME=NUMBER, such as cost=30000", set)}
		}
		if err := l.Set(name, n); err != nil {
			return known, &usageError{fmt.Errorf("--limit %s: %w", set, err)}
		}
	}
	for _, text := range append(list("trusted-proxy"), o.proxies...) {
		p, err := netip.ParsePrefix(text)
		if a, alone := netip.ParseAddr(text); alone == nil {
			p, err = netip.PrefixFrom(a, a.BitLen()), nil
		}
		if err != nil {
			return known, &usageError{fmt.Errorf("--trusted-proxy %s: write a network such as 10.0.0.0/8, or an address", text)}
		}
		known.Proxies = append(known.Proxies, p.Masked())
	}
	if o.keys == "" {
		return known, nil
	}
	keys, err := readKeys(o.keys)
	known.Keys = keys
	return known, err
}

// readKeys reads a file of names and keys. No message repeats a key.
func readKeys(path string) (keys map[string]string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read keys: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	keys = map[string]string{}
	names := map[string]bool{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		words := strings.Fields(lines.Text())
		switch {
		case len(words) == 0 || strings.HasPrefix(words[0], "#"):
			continue
		case len(words) != 2:
			return nil, fmt.Errorf("%s: line %d is not a name and a key, with a space between them", path, n)
		case len(words[1]) < leastKey:
			return nil, fmt.Errorf("%s: line %d has a key of %d characters; make one of %d or more, such as openssl rand -hex 16 gives", path, n, len(words[1]), leastKey)
		case names[words[0]] || keys[words[1]] != "":
			return nil, fmt.Errorf("%s: line %d has a name or a key that stands in a line before it", path, n)
		}
		names[words[0]], keys[words[1]] = true, words[0]
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read keys: %w", err)
	}
	return keys, nil
}
