// Archive makes a web archive as crawlers write it, of which councils' pages are a few of a hundred, and measures what reading
// it costs beside unpacking it alone:
//
//	go run ./bench/archive --kind warc --bytes 1000000000
//
// Reading is one pass over the stream in a process of its own: each record is looked at, councils' pages are picked by address and by
// content, what is private is taken out of them, and they are read by all processors, as ingest does before it loads them.
// The archive is removed in the end, unless --keep says where it is to stay.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"councilgraph/bench/archive/made"
	"councilgraph/internal/register"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == "read" {
		exit(read(os.Args[2]))
	}
	exit(run(os.Args[1:]))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "archive:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

func run(args []string) (err error) {
	flags := flag.NewFlagSet("archive", flag.ContinueOnError)
	kind := flags.String("kind", "warc", "warc or wet")
	size := flags.Int64("bytes", 1_000_000_000, "size of the archive, packed")
	share := flags.Int("share", 5, "how many of a hundred records are councils' pages")
	seed := flags.Uint64("seed", 1, "another seed gives another archive")
	rounds := flags.Int("rounds", 3, "how often both are measured, in turn")
	keep := flags.String("keep", "", "leave the archive here, to take it in with ingest --bulk; its name must end in .warc.gz or .wet.gz")
	folder := flags.String("folder", "", "where the archive is made; a temporary folder where nothing is said")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if k := made.Kind(*kind); k != made.WARC && k != made.WET || *size <= 0 || *rounds < 1 {
		return fmt.Errorf("--kind is warc or wet, --bytes and --rounds are above 0")
	}
	work, err := os.MkdirTemp(*folder, "archive")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	ctx, end := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer end()
	path := filepath.Join(work, "made."+*kind+".gz")
	if *keep != "" {
		path = *keep
	}
	report, err := write(ctx, path, made.Options{Kind: made.Kind(*kind), Bytes: *size, Share: *share, Seed: *seed})
	if err != nil {
		return err
	}
	fmt.Printf("%d MB packed, %d MB unpacked, %d records, %d of them councils' pages\n", report.Packed/1e6, report.Unpacked/1e6, report.Records, report.Councils)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for range *rounds {
		alone, err := measure(exec.CommandContext(ctx, "gunzip", "-c", path)) //nolint:gosec // a file of ours
		if err != nil {
			return err
		}
		reading, err := measure(exec.CommandContext(ctx, self, "read", path)) //nolint:gosec // this program
		if err != nil {
			return err
		}
		if want := fmt.Sprintf("%d councils' pages ", report.Councils); !strings.HasPrefix(reading.said, want) {
			return fmt.Errorf("%d councils' pages were written, and this was read: %s", report.Councils, reading.said)
		}
		mb := float64(report.Packed) / 1e6
		fmt.Printf("gunzip %.1f MB/s (%.1f s of processor time); read %.1f MB/s (%.1f s), at most %d MB of memory: %s\n", mb/alone.took.Seconds(), alone.processor.Seconds(),
			mb/reading.took.Seconds(), reading.processor.Seconds(), reading.memory>>20, reading.said)
		fmt.Printf("rate of reading over that of gunzip: %.2f (by processor time %.2f)\n", alone.took.Seconds()/reading.took.Seconds(), alone.processor.Seconds()/reading.processor.Seconds())
	}
	return nil
}

// write makes the archive with pages of councils that the register knows.
func write(ctx context.Context, path string, o made.Options) (report made.Report, err error) {
	known, err := register.Load()
	if err != nil {
		return report, err
	}
	for _, c := range known.Councils() {
		if c.Abolished() || len(c.Hosts) != 1 || len(o.Hosts) == 40 {
			continue
		}
		if of, err := known.ByHost(c.Hosts[0]); err == nil && of.Code == c.Code { // not one that councils share
			o.Hosts = append(o.Hosts, c.Hosts[0])
		}
	}
	f, err := os.Create(path) //nolint:gosec // in a folder of ours
	if err != nil {
		return report, err
	}
	began := time.Now()
	o.Progress = func(n int64) {
		fmt.Fprintf(os.Stderr, "\r\x1b[K%s %d MB", time.Since(began).Round(time.Second), n/1e6)
	}
	report, err = made.Write(stoppable{f, ctx.Err}, o)
	fmt.Fprintln(os.Stderr)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return report, err
}

// stoppable writes until somebody stops it.
type stoppable struct {
	*os.File
	stopped func() error
}

func (s stoppable) Write(p []byte) (int, error) {
	if err := s.stopped(); err != nil {
		return 0, err
	}
	return s.File.Write(p)
}
