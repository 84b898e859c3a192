package harvest_test

import (
	"fmt"
	"log/slog"
	"testing"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/harvest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/testsite"
)

// today is the day of the test sites.
var today = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// byCode takes a council by its code alone.
type byCode struct{}

func (byCode) Code(code string) (string, error) { return code, nil }
func (byCode) Host(url string) (string, error) {
	return "", fmt.Errorf("no council is known at %s", url)
}

// rig is a harvester on a fresh store, with a clock that tests move.
type rig struct {
	harvest.Harvester
	db   *database.Database
	now  time.Time
	live fetch.LiveOptions
}

func newRig(t *testing.T, codes ...string) *rig {
	t.Helper()
	g := &rig{db: dbtest.New(t), now: today}
	clock := func() time.Time { return g.now }
	loader, err := load.New(g.db.Client, g.db.Dialect, 1, clock, ingest.Read)
	if err != nil {
		t.Fatal(err)
	}
	var councils []record.RegisteredCouncil
	for i, code := range codes {
		councils = append(councils, record.RegisteredCouncil{Code: code, Name: "Council " + code, ShortName: code, Slug: "council-" + code, GSSCode: fmt.Sprintf("E0600%04d", i), Kind: "UNITARY"})
	}
	if _, err := loader.Councils(t.Context(), councils); err != nil {
		t.Fatal(err)
	}
	g.live = fetch.Manners("councilgraph/1 (+mailto:records@wexcombe.example)")
	g.live.Pace, g.live.Private = time.Microsecond, true
	g.Harvester = harvest.Harvester{
		Site: fetch.NewLive(g.live), Pipeline: ingest.Pipeline{Councils: byCode{}, Loader: loader}, Store: g.db.Client, Now: clock, Holder: t.Name(),
		Log: slog.New(slog.DiscardHandler),
	}
	return g
}

func task(code string, s *testsite.Site) harvest.Task {
	return harvest.Task{Council: code, Places: []string{s.Root()}, From: "2025-01-01", To: "2026-12-31"}
}

// run harvests a site and answers the report and how many requests the site was asked.
func (g *rig) run(t *testing.T, task harvest.Task, s *testsite.Site) (harvest.Report, int) {
	t.Helper()
	s.Forget()
	g.Site = fetch.NewLive(g.live) // as another process would
	report, err := g.Run(t.Context(), task)
	if err != nil {
		t.Fatal(err)
	}
	return report, len(s.Requests())
}

func start(t *testing.T, o testsite.Options) *testsite.Site {
	t.Helper()
	s := testsite.Start(o)
	t.Cleanup(s.Close)
	return s
}

func TestRun_service(t *testing.T) {
	g, s := newRig(t, "AAA"), start(t, testsite.Options{Seed: 1})
	report, asked := g.run(t, task("AAA", s), s)
	for _, p := range report.Problems {
		t.Errorf("%s: %s", p.File, p.Reason)
	}
	equal(t, "after the first harvest", s.Truth(), told(t, g.db.Client, "AAA"))
	t.Log(asked, report.Asked, report.Taken)
}

func TestRun_pagesAlone(t *testing.T) {
	g, s := newRig(t, "AAA"), start(t, testsite.Options{Seed: 1, ServiceOff: true, Base: "/moderngov"})
	report, asked := g.run(t, task("AAA", s), s)
	for _, p := range report.Problems {
		t.Errorf("%s: %s", p.File, p.Reason)
	}
	equal(t, "after the first harvest", s.Truth(), told(t, g.db.Client, "AAA"))
	t.Log(asked, report.Asked, report.Taken)
}
