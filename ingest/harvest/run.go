package harvest

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/record"
)

// run is one harvest of one council.
type run struct {
	Harvester
	task   Task
	memory *memory
	intake *ingest.Intake
	report Report

	base    string
	service bool
	bodies  map[string]bool // the source's numbers of the committees of the task; nil for all
	listed  []string        // the source's numbers of the committees that the service lists

	pending  []*entry          // taken in and not yet settled
	settled  map[string]error  // what became of documents, by their address
	gone     []*entry          // what the site no longer has
	outdated map[*entry]bool   // pages of the way (service or pages) that is closed, of which others say more by now
	replaced map[*entry]string // pages that stand at another address now, with the one before
	divided  bool              // whether the meetings of each committee have been asked for by themselves
	seen     int               // pages that the site had before and that were asked for
	failing  int               // pages in a row that the site failed to give
	flushed  time.Time
	began    time.Time

	held    map[string]bool // hosts
	holding sync.WaitGroup
	stop    context.CancelCauseFunc
	asking  func() context.Context // in which sites are asked
}

// What a run does before it stores what it has.
const (
	storeAfterPages = 50
	storeAfter      = time.Minute
)

// patience is after how many failures of the site in a row it is left alone.
const patience = 5

func (h Harvester) begin(ctx context.Context, t Task) (*run, error) {
	for _, d := range []string{t.From, t.To} {
		if err := Day(d); err != nil {
			return nil, err
		}
	}
	m, err := remember(ctx, h.Store, t.Council)
	if err != nil {
		return nil, err
	}
	r := &run{Harvester: h, task: t, memory: m, report: Report{Council: t.Council}, settled: map[string]error{}, held: map[string]bool{}, outdated: map[*entry]bool{}, replaced: map[*entry]string{}, flushed: time.Now(), began: time.Now()}
	if r.Hosts == nil {
		r.Hosts = &Hosts{}
	}
	r.Pipeline.Council = t.Council
	r.intake = r.Pipeline.Intake(func(doc record.Document, problem error) { r.settled[record.CanonicalURL(doc.URL)] = problem })
	return r, nil
}

func (r *run) at() string { return r.Now().UTC().Format(time.RFC3339) }

func (r *run) note(t target) *entry { return r.memory.note(t, r.at()) }

// seed notes the pages that lead to all others.
func (r *run) seed() {
	if r.service {
		r.note(peopleTarget())
	} else {
		r.note(membersTarget())
	}
	if r.bodies == nil {
		r.note(plansTarget())
	}
	for _, y := range years(r.task.From, r.task.To) {
		switch {
		case r.bodies == nil && r.service:
			r.note(windowTarget(all, y))
		case r.service:
			r.windows(y)
		}
		if r.bodies == nil {
			r.note(decisionsTarget(y))
			r.note(officersTarget(y))
		}
		r.note(votesTarget(y))
	}
}

// windows notes a year's meetings of each committee.
func (r *run) windows(year int) {
	for _, id := range r.listed {
		r.note(windowTarget(id, year))
	}
}

// apart has the meetings of each committee asked for by themselves, where the service lists none for all committees
// together: some installations do so. It answers whether there is more to ask.
func (r *run) apart() bool {
	if r.divided || !r.service || r.bodies != nil {
		return false
	}
	r.divided = true
	for _, y := range years(r.task.From, r.task.To) {
		if e := r.memory.pages[windowTarget(all, y).page]; e == nil || e.state != isEmpty {
			return false
		}
	}
	for _, y := range years(r.task.From, r.task.To) {
		r.windows(y)
	}
	return true
}

// wanted says whether a page belongs to this harvest: one of a day out of its range stays as it is.
func (r *run) wanted(e *entry) bool {
	if r.closed(e) {
		return false
	}
	switch e.kind {
	case window, votes, decisions, officers:
		return e.about >= r.task.From && e.about[:4] <= r.task.To[:4]
	}
	return e.about == "" || r.within(e.about)
}

// closed says that a page is of the way that is not gone: of the web service where that is off, or what stands for
// it where it is on.
func (r *run) closed(e *entry) bool {
	if strings.HasPrefix(e.page, service) {
		return !r.service
	}
	return r.service && (e.kind == listing || e.kind == members || e.kind == calendar)
}

func (r *run) within(day string) bool { return day >= r.task.From && day <= r.task.To }

// left is how many known pages are still to be asked for.
func (r *run) left() int {
	n := 0
	for _, e := range r.memory.pages {
		if r.wanted(e) && r.isDue(e) {
			n++
		}
	}
	return n
}

func (r *run) isDue(e *entry) bool { return e.due(r.Now()) || r.task.Again && !e.done }

// askAll asks for all pages of a kind that are due, the latest first.
func (r *run) askAll(ctx context.Context, k kind) error {
	for {
		var due []*entry
		for _, e := range r.memory.pages {
			if e.kind == k && r.wanted(e) && r.isDue(e) {
				due = append(due, e)
			}
		}
		if len(due) == 0 {
			if k == window && r.apart() {
				continue
			}
			return r.flush(ctx)
		}
		slices.SortFunc(due, func(a, b *entry) int { return cmp.Or(-cmp.Compare(a.about, b.about), cmp.Compare(a.page, b.page)) })
		for _, e := range due {
			if err := r.ask(ctx, e); err != nil {
				return err
			}
			if r.failing >= patience || r.over() {
				return r.flush(ctx)
			}
		}
	}
}

// ask asks for a page and takes it in.
func (r *run) ask(ctx context.Context, e *entry) error {
	var have fetch.Validators
	if e.state == isTaken && !r.task.Again {
		have = fetch.Validators{ETag: e.etag, LastModified: e.lastModified}
	}
	answer, err := r.Site.Get(r.asking(), r.base+"/"+e.page, have)
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case r.asking().Err() != nil:
		return nil //nolint:nilerr // told to stop: the page is left for the next harvest
	}
	return r.answered(ctx, e, answer, err)
}

// answered takes in what came of asking for a page.
func (r *run) answered(ctx context.Context, e *entry, answer fetch.Answer, err error) error {
	e.done, e.dirty, e.askedAt = true, true, r.at()
	r.report.Asked++
	if e.state == isTaken {
		r.seen++
	}
	answer.Council, answer.FetchedAt, answer.Day = r.task.Council, e.askedAt, e.day()
	if answer.URL == "" {
		answer.URL = r.base + "/" + e.page
	}
	switch {
	case err == nil && missing(answer.URL):
		err = fetch.ErrGone
		answer.URL = r.base + "/" + e.page
	case err == nil:
		err = r.take(ctx, e, answer)
	}
	if err != nil {
		if err = r.trouble(ctx, e, answer.Document, err); err != nil {
			return err
		}
	}
	if r.Progress != nil {
		r.Progress(Progress{Council: r.task.Council, Asked: r.report.Asked, Left: r.left(), Took: time.Since(r.began)})
	}
	if len(r.pending) >= storeAfterPages || time.Since(r.flushed) > storeAfter {
		return r.flush(ctx)
	}
	return nil
}

// fatal is an error of the store, which stops the harvest, and not of a page.
type fatal struct{ error }

func (f fatal) Unwrap() error { return f.error }

// flush loads what has gathered and then stores what is known of the pages, in this order: what was loaded and not noted
// is asked for once more, what was noted and not loaded would be missed.
func (r *run) flush(ctx context.Context) error {
	if err := r.intake.Flush(ctx); err != nil {
		return err
	}
	for _, e := range r.pending {
		if r.settled[e.url] == nil {
			continue
		}
		e.state, e.etag, e.lastModified = isFailed, "", ""
		if before, moved := r.replaced[e]; moved {
			e.url = before
			delete(r.replaced, e)
		}
	}
	if err := r.retire(ctx); err != nil {
		return err
	}
	r.pending, r.settled, r.flushed = nil, map[string]error{}, time.Now()
	return r.memory.save(ctx)
}

// gap keeps that something of the site could not be had, and the day that it is about where that is known.
func (r *run) gap(ctx context.Context, address, day string, why error) error {
	r.Log.Warn("gap", "council", r.task.Council, "page", address, "reason", why)
	return r.intake.Refuse(ctx, record.Document{Name: address, URL: address, Council: r.task.Council, Day: day}, why)
}
