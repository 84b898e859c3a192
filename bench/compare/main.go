// Compare asks this program and its peers the same questions of the same data, side by side, and writes a table of
// how fast they answer and what that takes. README.md says what must be there for it.
//
//	go run ./bench/compare --postgres postgres://USER@HOST/NAME --sqlite sqlite:s.db --report docs/performance.md
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	o, err := read(args)
	if err != nil {
		return err
	}
	chosen, err := choose(o)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "compare")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	if err := o.build(ctx, folder); err != nil {
		return err
	}
	sets, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer sets.close()
	r := newResults()
	up := startAll(ctx, chosen, o.setting, r)
	defer func() {
		for _, s := range up {
			s.stop()
		}
	}()
	if err := prove(ctx, up, o.questions, sets, r); err != nil {
		return err
	}
	p := plan{o.questions, o.clients, o.rounds, o.long, 0, os.Stderr}
	if sets.pg != nil {
		p.server = postmaster(ctx, sets.pg)
		if err := settle(ctx, sets.pg); err != nil {
			return err
		}
	}
	watches := map[string]func() int64{}
	for _, s := range up {
		watches[s.name] = peak(s.cmd.Process.Pid)
	}
	err = p.measure(ctx, up, r)
	for name, stop := range watches {
		r.Memory[name] = stop()
	}
	if err != nil {
		return err
	}
	return o.finish(sets, r)
}

// finish writes what came of it.
func (o *options) finish(d *data, r *results) error {
	if o.save != "" {
		b, err := json.MarshalIndent(r, "", "\t")
		if err != nil {
			return err
		}
		if err := os.WriteFile(o.save, b, 0o600); err != nil {
			return err
		}
	}
	var other *results
	if o.against != "" {
		b, err := os.ReadFile(o.against)
		if err != nil {
			return err
		}
		other = newResults()
		if err := json.Unmarshal(b, other); err != nil {
			return fmt.Errorf("--against %s: %w", o.against, err)
		}
	}
	text := report(o, d.size, r, other)
	if o.report == "" {
		fmt.Print(text)
		return nil
	}
	return insert(o.report, text)
}
