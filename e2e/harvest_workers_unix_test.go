//go:build unix

package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/council"
	"councilgraph/ent/harvestpage"
	"councilgraph/ent/meeting"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/testsite"

	gocmp "github.com/google/go-cmp/cmp"
)

const workersPace = 60 * time.Millisecond

// county is some councils with a site each.
type county struct {
	sites map[string]*testsite.Site // by register code
	args  []string                  // that name them
}

func newCounty(t *testing.T) county {
	t.Helper()
	c := county{sites: map[string]*testsite.Site{}}
	for i, code := range []string{"BRY", "BEX", "BNE", "BEN"} {
		s := testsite.Start(testsite.Options{Seed: uint64(i + 31), Today: time.Now().UTC(), Name: code + " Council"})
		t.Cleanup(s.Close)
		c.sites[code] = s
		c.args = append(c.args, code+"="+s.Root())
	}
	return c
}

// workerProcess is the program as a worker that harvests again and again.
type workerProcess struct {
	*exec.Cmd
	name string

	mu   sync.Mutex
	said []string
	over chan struct{} // closed when it says nothing more
}

func startWorker(t *testing.T, binary, db, name string, args ...string) *workerProcess {
	t.Helper()
	w := &workerProcess{name: name, over: make(chan struct{})}
	w.Cmd = exec.CommandContext(t.Context(), binary, append([]string{
		"harvest", "--database", db, "--allow-private", "--contact", name + "@wexcombe.example", "--pace", workersPace.String(), "--every", "1h", "--parallel", "2",
	}, args...)...)
	out, err := w.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(w.over)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			w.mu.Lock()
			w.said = append(w.said, lines.Text())
			w.mu.Unlock()
		}
	}()
	t.Cleanup(func() {
		_ = w.Process.Kill() // it may have ended
		if t.Failed() {
			w.mu.Lock()
			defer w.mu.Unlock()
			t.Logf("%s said:\n%s", name, strings.Join(w.said, "\n"))
		}
	})
	return w
}

// done are the councils whose harvest it says is over.
func (w *workerProcess) done() (codes []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, line := range w.said {
		var said struct {
			Msg, Council, Error string
			Paused              bool
		}
		if json.Unmarshal([]byte(line), &said) == nil && said.Msg == "harvested" && said.Error == "" && !said.Paused {
			codes = append(codes, said.Council)
		}
	}
	return codes
}

// end tells it to end and waits until it has.
func (w *workerProcess) end(t *testing.T) {
	t.Helper()
	if err := w.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	<-w.over
	if err := w.Wait(); err != nil {
		t.Errorf("%s ended with %v", w.name, err)
	}
}

func awaitDone(t *testing.T, c county, workers ...*workerProcess) {
	t.Helper()
	for until := time.Now().Add(10 * time.Minute); ; time.Sleep(100 * time.Millisecond) {
		var all []string
		for _, w := range workers {
			all = append(all, w.done()...)
		}
		slices.Sort(all)
		if len(slices.Compact(all)) == len(c.sites) {
			return
		}
		if time.Now().After(until) {
			t.Fatalf("after ten minutes only %v are harvested", all)
		}
	}
}

// polite checks a site's requests: never two at a time, never two with less than the pace in between, and no page twice, but for
// those in again.
func polite(t *testing.T, code string, s *testsite.Site, again func(target string, at time.Time) bool) (agents []string) {
	t.Helper()
	first := map[string]bool{}
	var before testsite.Request
	for i, r := range s.Requests() {
		if i > 0 && (before.Done.IsZero() || r.At.Sub(before.Done) < workersPace) {
			t.Errorf("%s: %s came %s after the answer to %s, want %s at least", code, r.Target, r.At.Sub(before.Done), before.Target, workersPace)
		}
		if first[r.Target] && !again(r.Target, r.At) {
			t.Errorf("%s: %s was asked for twice", code, r.Target)
		}
		first[r.Target] = true
		if before.Agent != r.Agent {
			agents = append(agents, r.Agent)
		}
		before = r
	}
	return agents
}

// whole compares what the graph holds of a council with what its site publishes.
func whole(t *testing.T, db *ent.Client, code string, s *testsite.Site) {
	t.Helper()
	id := db.Council.Query().Where(council.RegisterCode(code)).OnlyIDX(t.Context())
	var want, got []string
	for _, m := range s.Truth().Meetings {
		want = append(want, "meeting "+m.ID)
	}
	for _, it := range s.Truth().Items {
		want = append(want, "item "+it.ID)
	}
	for _, m := range db.Meeting.Query().Where(meeting.CouncilID(id)).AllX(t.Context()) {
		got = append(got, "meeting "+*m.SourceID)
	}
	for _, it := range db.AgendaItem.Query().Where(agendaitem.CouncilID(id), agendaitem.MeetingIDNotNil()).AllX(t.Context()) {
		got = append(got, "item "+*it.SourceID)
	}
	slices.Sort(want)
	slices.Sort(got)
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("%s: another graph:\n%s", code, d)
	}
}

// Two workers share a database: each host is asked by one of them at a time, at the pace, and nothing is asked for twice.
func TestHarvest_workers(t *testing.T) {
	if testing.Short() || os.Getenv("TEST_DATABASE_URL") == "" {
		t.Skip("it needs PostgreSQL, and takes a while")
	}
	binary, address, c := buildBinary(t), dbtest.Address(t), newCounty(t)
	a := startWorker(t, binary, address, "alder", c.args...)
	b := startWorker(t, binary, address, "birch", c.args...)
	awaitDone(t, c, a, b)
	if len(a.done()) == 0 || len(b.done()) == 0 {
		t.Errorf("one did it all: %v, %v", a.done(), b.done())
	}
	a.end(t)
	b.end(t)
	db := dbtest.Open(t, address)
	for code, s := range c.sites {
		if agents := polite(t, code, s, func(string, time.Time) bool { return false }); len(agents) != 1 {
			t.Errorf("%s was asked by %q", code, agents)
		}
		whole(t, db.Client, code, s)
	}
}

// Councils change hands between two workers, turn by turn, and one of them is killed: the other takes over what it had, and
// only what the killed one had not stored yet is asked for again.
func TestHarvest_workerKilled(t *testing.T) {
	if testing.Short() || os.Getenv("TEST_DATABASE_URL") == "" {
		t.Skip("it needs PostgreSQL, and takes a while")
	}
	binary, address, c := buildBinary(t), dbtest.Address(t), newCounty(t)
	flags := append([]string{"--turn", "2s", "--lease", "5s", "--timeout", "5s"}, c.args...)
	a := startWorker(t, binary, address, "alder", flags...)
	b := startWorker(t, binary, address, "birch", flags...)
	var killed time.Time
	victim := ""
	for until := time.Now().Add(5 * time.Minute); victim == "" && time.Now().Before(until); time.Sleep(5 * time.Millisecond) {
		for code, s := range c.sites {
			if all := s.Requests(); len(all) > 25 && strings.Contains(all[len(all)-1].Agent, "alder@") {
				victim = code
			}
		}
	}
	killed = time.Now()
	if err := a.Process.Kill(); err != nil || victim == "" {
		t.Fatalf("%q, %v", victim, err)
	}
	<-a.over
	_ = a.Wait() // it was killed
	db := dbtest.Open(t, address)
	stored := map[string]bool{}
	for _, p := range db.Client.HarvestPage.Query().Where(harvestpage.AskedAtNEQ("")).AllX(t.Context()) {
		stored[fmt.Sprint(p.CouncilID, " /", p.Page)] = true
	}
	awaitDone(t, c, a, b)
	b.end(t)
	hands, repeated := 0, 0
	for code, s := range c.sites {
		id := db.Client.Council.Query().Where(council.RegisterCode(code)).OnlyIDX(t.Context())
		agents := polite(t, code, s, func(target string, at time.Time) bool {
			if target == "/robots.txt" || strings.HasSuffix(target, "/GetCommittees") { // each turn begins with these
				return true
			}
			repeated++
			return at.After(killed) && !stored[fmt.Sprint(id, " ", target)]
		})
		hands += len(agents) - 1
		whole(t, db.Client, code, s)
	}
	t.Logf("%s was interrupted; %d pages were asked for again, and councils changed hands %d times", victim, repeated, hands)
	if hands == 0 || repeated > 2*50 {
		t.Errorf("councils changed hands %d times, %d pages were asked for again", hands, repeated)
	}
}
