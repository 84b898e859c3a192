package harvest_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"councilgraph/ent"
	entchange "councilgraph/ent/change"
	entfailure "councilgraph/ent/failure"
	"councilgraph/ingest/load"
	"councilgraph/internal/testsite"

	gocmp "github.com/google/go-cmp/cmp"
)

// harvested is a rig with a site that was harvested once without a gap.
func harvested(t *testing.T, o testsite.Options) (*rig, *testsite.Site, int) {
	t.Helper()
	g, s := newRig(t, "AAA"), start(t, o)
	report, asked := g.run(t, task("AAA", s), s)
	gapless(t, report.Problems)
	equal(t, "after the first harvest", s.Truth(), told(t, g.db.Client, "AAA"))
	return g, s, asked
}

func gapless[T any](t *testing.T, problems []T) {
	t.Helper()
	for _, p := range problems {
		t.Errorf("a gap: %v", p)
	}
}

// unchanged wants that nothing became of any node.
func unchanged(t *testing.T, what string, nodes load.Outcome) {
	t.Helper()
	if c := nodes.Total(); c.Inserted+c.Updated+c.Deleted+c.Merged > 0 {
		t.Errorf("%s changed %+v", what, nodes)
	}
}

// Run again at once, a harvest asks for a tenth of the first run's pages at most and changes nothing. The next day it asks
// for what is of late, with every page as it was.
func TestRun_again(t *testing.T) {
	for name, o := range map[string]testsite.Options{
		"service": {Seed: 2, Meetings: 10, Committees: 4}, "pages": {Seed: 2, Meetings: 10, Committees: 4, ServiceOff: true, Stamped: true},
		"validators": {Seed: 2, Meetings: 10, Committees: 4, Validators: true},
	} {
		t.Run(name, func(t *testing.T) {
			g, s, first := harvested(t, o)
			before := changes(t, g)
			report, asked := g.run(t, task("AAA", s), s)
			gapless(t, report.Problems)
			unchanged(t, "a second harvest", report.Nodes)
			if asked*10 > first {
				t.Errorf("the second harvest sent %d requests, the first %d", asked, first)
			}
			g.now = g.now.Add(24 * time.Hour)
			report, next := g.run(t, task("AAA", s), s)
			gapless(t, report.Problems)
			unchanged(t, "a harvest of the next day", report.Nodes)
			if n := changes(t, g) - before; n > 0 {
				t.Errorf("%d changes in the feed", n)
			}
			if next <= asked || next >= first {
				t.Errorf("the harvest of the next day sent %d requests, the first %d and the second %d", next, first, asked)
			}
			t.Logf("requests: %d at first, %d again at once, %d the next day", first, asked, next)
			everything := task("AAA", s)
			everything.Again = true
			report, asked = g.run(t, everything, s)
			unchanged(t, "a harvest of everything again", report.Nodes)
			if asked < first*9/10 {
				t.Errorf("asked for everything again, it sent %d requests, the first %d", asked, first)
			}
		})
	}
}

func changes(t *testing.T, g *rig) int {
	t.Helper()
	return g.db.Client.Change.Query().CountX(t.Context())
}

// Minutes that are published and pages that are withdrawn are what the next run brings, with tombstones, and nothing else.
func TestRun_published(t *testing.T) {
	for name, o := range map[string]testsite.Options{
		"service": {Seed: 3}, "pages": {Seed: 3, ServiceOff: true, ErrorPage: true},
	} {
		t.Run(name, func(t *testing.T) {
			g, s, _ := harvested(t, o)
			was := told(t, g.db.Client, "AAA")
			last := g.db.Client.Change.Query().Order(ent.Desc(entchange.FieldID)).FirstIDX(t.Context())

			published := s.Unminuted()[0]
			s.PublishMinutes(published)
			withdrawn := s.Truth().Decisions[0].ID
			s.WithdrawDecision(withdrawn)
			g.now = g.now.Add(24 * time.Hour)
			report, _ := g.run(t, task("AAA", s), s)
			gapless(t, report.Problems)
			if report.Withdrawn != 1 {
				t.Errorf("%d pages were withdrawn, want 1", report.Withdrawn)
			}
			now := told(t, g.db.Client, "AAA")
			equal(t, "after the next harvest", s.Truth(), now)

			// What else there was is as it was.
			same(t, "meetings", was.Meetings, now.Meetings)
			same(t, "people", was.People, now.People)
			same(t, "items", was.Items, now.Items)
			var feed []string
			for _, c := range g.db.Client.Change.Query().Where(entchange.IDGT(last), entchange.ActionEQ(entchange.ActionDeleted), entchange.NodeTypeIn("Decision", "Meeting", "Issue", "Person", "Committee")).AllX(t.Context()) {
				feed = append(feed, c.NodeType)
			}
			if d := gocmp.Diff([]string{"Decision"}, feed); d != "" {
				t.Errorf("tombstones: want -, got +:\n%s", d)
			}
			for _, c := range g.db.Client.Change.Query().Where(entchange.IDGT(last), entchange.ActionEQ(entchange.ActionCreated)).AllX(t.Context()) {
				switch c.NodeType {
				case "Meeting", "Person", "Committee", "Decision", "AgendaItem", "Document":
					t.Errorf("%s %s came, though it was there", c.NodeType, text(c.NodeURI))
				}
			}
		})
	}
}

// Records that are corrected, moved, renumbered, split and listed twice end as the site has them.
func TestRun_changed(t *testing.T) {
	for name, o := range map[string]testsite.Options{
		"service": {Seed: 4}, "pages": {Seed: 5, ServiceOff: true},
	} {
		t.Run(name, func(t *testing.T) {
			g, s, _ := harvested(t, o)
			steps := []struct {
				what   string
				change func()
			}{
				{"a corrected resolution", func() {
					_, item := s.Find(1)
					s.Correct(item, "the scheme be refused.")
				}},
				{"a meeting moved", func() {
					meetings := s.Truth().Meetings
					s.Move(meetings[len(meetings)-1].ID, today.AddDate(0, 1, 20))
				}},
				{"a meeting renumbered", func() { s.Renumber(s.Unminuted()[0]) }},
				{"an item split", func() { _, item := s.Find(2); s.Split(item) }},
				{"documents listed twice", func() { _, item := s.Find(2); s.RepeatDocuments(item) }},
				{"a meeting withdrawn", func() { meeting, _ := s.Find(1); s.WithdrawMeeting(meeting) }},
				{"an issue withdrawn", func() { s.WithdrawIssue(s.Truth().Issues[0].ID) }},
				{"the system under a path", func() { s.Rename("/modern.gov") }},
				{"the system at the root", func() { s.Rename("") }},
				{"the other way of reading", func() { s.SwitchService(o.ServiceOff) }},
			}
			// Another order for each council: what one change leaves behind can trip up the next.
			rand.New(rand.NewPCG(o.Seed, 1)).Shuffle(len(steps), func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
			for _, step := range steps {
				step.change()
				g.now = g.now.Add(24 * time.Hour)
				again := task("AAA", s)
				again.Again = true // what was changed long after is not looked at daily
				report, _ := g.run(t, again, s)
				gapless(t, report.Problems)
				equal(t, step.what, s.Truth(), told(t, g.db.Client, "AAA"))
				if t.Failed() {
					t.FailNow()
				}
			}
			if open := g.db.Client.Failure.Query().Where(entfailure.ResolvedAtIsNil()).CountX(t.Context()); open > 0 {
				t.Errorf("%d failures are open", open)
			}
		})
	}
}
