package harvest_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/filetext"
	"councilgraph/ingest/harvest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/testsite"

	gocmp "github.com/google/go-cmp/cmp"
)

// Variables of the environment that make this program a harvest, to be killed.
const (
	childDatabase = "HARVEST_TEST_DATABASE"
	childSite     = "HARVEST_TEST_SITE"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == readFiles {
		if filetext.Serve(os.Stdin, os.Stdout) != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	if address := os.Getenv(childDatabase); address != "" {
		if err := child(address, os.Getenv(childSite)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child harvests a site into a store, as a process of its own.
func child(address, site string) (err error) {
	ctx := context.Background()
	db, err := database.Open(ctx, address)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	clock := func() time.Time { return today }
	loader, err := load.New(db.Client, db.Dialect, 1, clock, ingest.Read)
	if err != nil {
		return err
	}
	if _, err := loader.Councils(ctx, []record.RegisteredCouncil{{Code: "AAA", Name: "Council AAA", ShortName: "AAA", Slug: "council-aaa", GSSCode: "E06000000", Kind: "UNITARY"}}); err != nil {
		return err
	}
	manners := fetch.Manners("councilgraph/1 (+mailto:records@wexcombe.example)")
	manners.Pace, manners.Private = 2*time.Millisecond, true
	h := harvest.Harvester{
		Site: fetch.NewLive(manners), Pipeline: ingest.Pipeline{Councils: byCode{}, Loader: loader}, Store: db.Client, Now: clock,
		Holder: "the one worker", // which a crash does not keep from its host
		Log:    slog.New(slog.DiscardHandler),
	}
	report, err := h.Run(ctx, harvest.Task{Council: "AAA", Places: []string{site}, From: "2025-01-01", To: "2026-12-31"})
	if err == nil && len(report.Problems) > 0 {
		err = fmt.Errorf("gaps: %v", report.Problems)
	}
	return err
}

// A harvest that is killed again and again at random moments, and started again each time, ends with the same graph as
// one that is left in peace. One that comes to its end before it is killed has the graph by then, and another store
// takes the kills that are left: how often a store is killed depends on how quick the machine is.
func TestRun_killed(t *testing.T) {
	kills := 20
	if testing.Short() {
		kills = 5
	}
	s := start(t, testsite.Options{Seed: 21})
	store := func() (string, *database.Database) {
		address := dbtest.Address(t)
		db := dbtest.Open(t, address)
		if _, err := db.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		return address, db
	}
	peaceful, peace := store()
	began := time.Now()
	harvestIn(t, peaceful, s, nil)
	long, whole, want := time.Since(began), len(s.Requests()), dbtest.Dump(t, peace)

	dice := rand.New(rand.NewPCG(21, 8))
	for killed, stores := 0, 1; killed < kills; stores++ {
		if stores > kills {
			t.Fatalf("of %d stores, harvests were killed %d times, want %d", stores-1, killed, kills)
		}
		s.Forget()
		rough, db := store()
		before := killed
		for killed < kills && killedIn(t, rough, s, dice, long/4) {
			killed++
		}
		harvestIn(t, rough, s, nil)
		t.Logf("store %d: killed %d times; %d requests in all, %d in peace", stores, killed-before, len(s.Requests()), whole)
		if d := gocmp.Diff(want, dbtest.Dump(t, db)); d != "" {
			t.Errorf("another graph:\n%.4000s", d)
		}
		equal(t, "after it was killed", s.Truth(), told(t, db.Client, "AAA"))
	}
}

// killedIn runs a harvest that is killed after some more requests and a moment, of at most so long, in which what they
// brought is being stored, or not; it answers false where the harvest was done before that.
func killedIn(t *testing.T, address string, s *testsite.Site, dice *rand.Rand, most time.Duration) bool {
	t.Helper()
	until, moment := len(s.Requests())+1+dice.IntN(20), time.Duration(dice.Int64N(int64(most)))
	done := make(chan struct{})
	defer close(done)
	return harvestIn(t, address, s, func() {
		for len(s.Requests()) < until {
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
			}
		}
		time.Sleep(moment)
	})
}

// harvestIn runs a harvest as a process, killed when wait returns unless that is nil, and answers whether it was.
func harvestIn(t *testing.T, address string, s *testsite.Site, wait func()) bool {
	t.Helper()
	run := exec.CommandContext(t.Context(), os.Args[0])
	run.Env = append(os.Environ(), childDatabase+"="+address, childSite+"="+s.Root())
	said, err := run.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	if wait != nil {
		go func() {
			wait()
			_ = run.Process.Kill()
		}()
	}
	words, _ := io.ReadAll(said)
	err = run.Wait()
	switch {
	case err == nil:
		return false
	case wait != nil && !run.ProcessState.Exited():
		return true
	}
	t.Fatalf("%v: %s", err, words)
	return false
}
