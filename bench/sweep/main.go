// Command sweep asks a running server every filter and every order of every list that its schema offers, with values that are in its
// data, and tells which take long. Plans of an empty store say what an index could serve; this says what a full one does.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	var o options
	flag.StringVar(&o.address, "url", "http://127.0.0.1:8080", "where the server is; start it with --limit points=0 --response-cache 0, or it stops answering, or answers from memory")
	flag.DurationVar(&o.slow, "slow", 100*time.Millisecond, "tell of questions that take longer when they are asked again")
	flag.BoolVar(&o.together, "together", false, "ask each filter in each order too, and not only each alone")
	flag.StringVar(&o.only, "only", "", "lists to ask, such as resolutions,agendaItems; all without it")
	flag.Uint64Var(&o.seed, "seed", 1, "which values are chosen")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, o, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "sweep:", err)
		os.Exit(1)
	}
}

type options struct {
	address, only string
	slow          time.Duration
	together      bool
	seed          uint64
}

// run asks all, writes what is slow as it comes, and figures at the end.
func run(ctx context.Context, o options, out io.Writer) error {
	s := server{address: o.address}
	lists, err := s.lists(ctx)
	if err != nil {
		return err
	}
	for name := range strings.SplitSeq(o.only, ",") {
		if o.only != "" && !slices.ContainsFunc(lists, func(l list) bool { return l.name == name }) {
			return fmt.Errorf("--only %s: there is no list of that name; there are %s", name, names(lists))
		}
	}
	chance := rand.New(rand.NewPCG(o.seed, 0)) //nolint:gosec // the same values each time are wanted
	sum := summary{slow: o.slow}
	for _, l := range lists {
		if o.only != "" && !slices.Contains(strings.Split(o.only, ","), l.name) {
			continue
		}
		found, err := s.samples(ctx, l)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			_, _ = fmt.Fprintf(out, "%s: there are none, so nothing is asked\n", l.name)
			continue
		}
		asked, without := questions(l, found, chance, o.together)
		sum.without += without
		for _, query := range asked {
			a, err := s.time(ctx, query, o.slow)
			if err != nil {
				return err
			}
			sum.add(out, a)
		}
	}
	sum.write(out)
	return nil
}

func names(lists []list) string {
	var out []string
	for _, l := range lists {
		out = append(out, l.name)
	}
	return strings.Join(out, ", ")
}

// summary is what all answers come to.
type summary struct {
	slow                  time.Duration
	took                  []time.Duration
	late, failed, without int
}

// add counts an answer, and writes it down where it was slow.
func (s *summary) add(out io.Writer, a answered) {
	s.took = append(s.took, a.took)
	if a.code != "" {
		s.failed++
	}
	if a.took > s.slow {
		s.late++
	}
	if a.took > s.slow || a.code != "" {
		_, _ = fmt.Fprintf(out, "%9.1f ms, first %9.1f ms  %s  %s\n", milliseconds(a.took), milliseconds(a.first), a.code, a.query)
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func (s *summary) write(out io.Writer) {
	n := len(s.took)
	if n == 0 {
		_, _ = fmt.Fprintln(out, "nothing was asked: no list of that name has anything in it")
		return
	}
	slices.Sort(s.took)
	_, _ = fmt.Fprintf(out, "%d questions: p50 %.1f ms, p99 %.1f ms, most %.1f ms; %d slower than %s, %d failed; %d filters had no value in the data\n", n,
		milliseconds(s.took[n/2]), milliseconds(s.took[n*99/100]), milliseconds(s.took[n-1]), s.late, s.slow, s.failed, s.without)
}
