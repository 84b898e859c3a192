package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// choose is the systems that were asked for and whose database is given.
func choose(o options) ([]system, error) {
	var out []system
	for _, name := range o.systems {
		if !slices.ContainsFunc(systems(), func(s system) bool { return s.name == name }) {
			return nil, fmt.Errorf("--systems: there is no system %s", name)
		}
	}
	for _, s := range systems() {
		if (len(o.systems) == 0 || slices.Contains(o.systems, s.name)) && o.database(s.sqlite) != "" {
			out = append(out, s)
		}
	}
	return out, nil
}

// build builds the two programs of this checkout, and looks what the first can be told.
func (o *options) build(ctx context.Context, folder string) error {
	o.program, o.byhand = filepath.Join(folder, "councilgraph"), filepath.Join(folder, "byhand")
	for path, pkg := range map[string]string{o.program: ".", o.byhand: "./bench/byhand"} {
		if out, err := exec.CommandContext(ctx, "go", "build", "-o", path, pkg).CombinedOutput(); err != nil {
			return fmt.Errorf("go build %s: %w: %s", pkg, err, out)
		}
	}
	help, err := exec.CommandContext(ctx, o.program, "serve", "--help").Output() //nolint:gosec // built above
	if err != nil {
		return fmt.Errorf("%s serve --help: %w", o.program, err)
	}
	o.cacheSwitch = strings.Contains(string(help), "--response-cache")
	return nil
}

// startAll starts the systems, and notes why one does not.
func startAll(ctx context.Context, chosen []system, s setting, r *results) []*running {
	var up []*running
	for _, one := range chosen {
		addr, err := free(ctx)
		if err == nil {
			var srv *server
			if srv, err = one.start(ctx, s, addr); err == nil {
				up = append(up, &running{one, srv, map[string][]shot{}, map[string]int{}, map[string]float64{}, map[string]string{}})
				continue
			}
		}
		r.Refused[one.name] = err.Error()
		fmt.Fprintf(os.Stderr, "%s is left out: %v\n", one.name, err)
	}
	return up
}

// prove compares the answers of all systems and counts their statements, before anything is timed.
func prove(ctx context.Context, up []*running, asked []question, d *data, r *results) error {
	var c *counter
	if d.pg != nil {
		c = newCounter(ctx, d.pg)
	}
	for _, q := range asked {
		reference := map[string][]string{}
		for _, s := range up {
			if err := s.prove(ctx, q, d.sets[s.sqlite], reference); err != nil {
				return err
			}
			if err := s.count(ctx, q, c); err != nil {
				return err
			}
			key := cell{q.number, s.name, 0}.key()
			if why := s.refused[q.name]; why != "" {
				r.Refused[key] = why
				fmt.Fprintf(os.Stderr, "%s is not timed for %s: %s\n", s.name, q.number, why)
				continue
			}
			r.Bytes[key] = s.bytes[q.name]
			if n, ok := s.statements[q.name]; ok {
				r.Statements[key] = n
			}
		}
	}
	return nil
}
