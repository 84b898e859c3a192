// Generate fills a database with a made-up United Kingdom in the shapes of the real one: for benchmarks
// at sizes that no collection of pages has yet.
//
//	go run ./bench/generate --size S --database sqlite:s.db
//
// S is 100,000 resolutions of 20 councils, L 1,000,000 of 200, UK 4,000,000 of 400; any other number is taken as it is. The same
// size and seed give the same rows in either database. Everything is invented but the councils' names, which are the register's.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/internal/database"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("generate", flag.ContinueOnError)
	size := flags.String("size", "S", "how many resolutions: S (100,000 of 20 councils), L (1,000,000 of 200), UK (4,000,000 of 400) or a number")
	address := flags.String("database", "", "an empty database: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME")
	seed := flags.Uint64("seed", 1, "another seed gives other rows of the same shape")
	councils := flags.Int("councils", 0, "how many councils; 0 for what suits the size")
	derived := flags.Bool("derive", true, "also what loading keeps beside the nodes: who had a part in which resolution, what is covered, the index of words")
	if err := flags.Parse(args); err != nil {
		return err
	}
	resolutions, err := count(*size)
	if err != nil {
		return err
	}
	if *address == "" || flags.NArg() > 0 {
		return fmt.Errorf("pass --database sqlite:PATH or --database postgres://USER:PASSWORD@HOST/NAME, and nothing else but flags")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	db, err := database.Open(ctx, *address)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	began := time.Now()
	report, err := synthetic.Write(ctx, db, synthetic.Options{
		Resolutions: resolutions, Councils: *councils, Seed: *seed, Derived: *derived,
		Progress: func(what string) {
			fmt.Fprintf(os.Stderr, "\r\x1b[K%s %s", time.Since(began).Round(time.Second), what)
		},
	})
	fmt.Fprintln(os.Stderr)
	if err != nil {
		return err
	}
	for _, t := range report.Tables {
		fmt.Printf("%-16s %10d rows\n", t.Name, t.Rows)
	}
	fmt.Printf("%-16s %10d rows in %s, %.0f rows/s\n", "all", report.Rows(), report.Took.Round(1e8), float64(report.Rows())/report.Took.Seconds())
	return nil
}

// count is a size in resolutions.
func count(size string) (int, error) {
	switch strings.ToUpper(size) {
	case "S":
		return 100_000, nil
	case "L":
		return 1_000_000, nil
	case "UK":
		return 4_000_000, nil
	}
	n, err := strconv.Atoi(strings.NewReplacer(",", "", "_", "").Replace(size))
	if err != nil || n < 1 {
		return 0, fmt.Errorf("--size %s: pass S, L, UK or a number above 0", size)
	}
	return n, nil
}
