package harvest

import (
	"context"
	"fmt"
	"time"

	"councilgraph/ent"
	"councilgraph/ent/council"
	"councilgraph/ent/harvest"
	"councilgraph/ent/harvestpage"
)

// What came of a page.
const (
	isNew    = "new" // nobody has asked for it yet
	isTaken  = "taken"
	isEmpty  = "empty" // it says that there is nothing
	isGone   = "gone"
	isFailed = "failed"
)

// memory is what the store knows of a council's pages.
type memory struct {
	store   *ent.Client
	council int
	last    *ent.Harvest // nil before the first harvest
	pages   map[string]*entry
}

// entry is a page with what is known of it.
type entry struct {
	target
	id           int // 0 before it is stored
	state        string
	url          string // of the version that was taken
	etag         string
	lastModified string
	firstAt      string
	askedAt      string
	changedAt    string

	done  bool // asked for in this run
	dirty bool // to be stored
}

// remember reads what is known of a council.
func remember(ctx context.Context, store *ent.Client, code string) (*memory, error) {
	c, err := store.Council.Query().Where(council.RegisterCode(code)).OnlyID(ctx)
	if err != nil {
		return nil, fmt.Errorf("find the council %s: %w", code, err)
	}
	m := &memory{store: store, council: c, pages: map[string]*entry{}}
	m.last, err = store.Harvest.Query().Where(harvest.CouncilID(c)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return nil, fmt.Errorf("read the last harvest: %w", err)
	}
	rows, err := store.HarvestPage.Query().Where(harvestpage.CouncilID(c)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what is known of the pages: %w", err)
	}
	for _, p := range rows {
		m.pages[p.Page] = &entry{
			target: target{kind(p.Kind), p.Page, p.About, p.Meeting, p.Hint}, id: p.ID, state: p.State, url: p.URL, etag: p.Etag, lastModified: p.LastModified,
			firstAt: p.FirstAt, askedAt: p.AskedAt, changedAt: p.ChangedAt,
		}
	}
	return m, nil
}

// note adds a page, or what is newly known of one, and answers its entry. A page of which its list says something
// else than before is asked for.
func (m *memory) note(t target, at string) *entry {
	e := m.pages[t.page]
	if e == nil {
		e = &entry{target: t, state: isNew, firstAt: at, dirty: true}
		m.pages[t.page] = e
		return e
	}
	if t.hint != "" && t.hint != e.hint {
		if e.hint != "" || e.state == isGone {
			e.recall()
		}
		e.hint, e.dirty = t.hint, true
	}
	if t.about != "" && t.about != e.about {
		e.about, e.dirty = t.about, true
	}
	return e
}

// save stores what has become known since, all of it or nothing.
func (m *memory) save(ctx context.Context) error {
	tx, err := m.store.Tx(ctx)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	var saved []*entry
	var fresh []*ent.HarvestPageCreate
	for _, e := range m.pages {
		if !e.dirty {
			continue
		}
		saved = append(saved, e)
		if e.id == 0 {
			fresh = append(fresh, tx.HarvestPage.Create().SetCouncilID(m.council).SetPage(e.page).SetKind(string(e.kind)).SetState(e.state).SetURL(e.url).SetAbout(e.about).
				SetMeeting(e.meeting).SetHint(e.hint).SetEtag(e.etag).SetLastModified(e.lastModified).SetFirstAt(e.firstAt).SetAskedAt(e.askedAt).SetChangedAt(e.changedAt))
			continue
		}
		if err := tx.HarvestPage.UpdateOneID(e.id).SetState(e.state).SetURL(e.url).SetAbout(e.about).SetMeeting(e.meeting).SetHint(e.hint).SetEtag(e.etag).
			SetLastModified(e.lastModified).SetAskedAt(e.askedAt).SetChangedAt(e.changedAt).Exec(ctx); err != nil {
			return rolledBack(tx, fmt.Errorf("keep what is known of %s: %w", e.page, err))
		}
	}
	const rows = 500 // of one statement, whose values are bounded
	for len(fresh) > 0 {
		n := min(len(fresh), rows)
		stored, err := tx.HarvestPage.CreateBulk(fresh[:n]...).Save(ctx)
		if err != nil {
			return rolledBack(tx, fmt.Errorf("keep what is known of pages: %w", err))
		}
		for _, p := range stored {
			m.pages[p.Page].id = p.ID
		}
		fresh = fresh[n:]
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	for _, e := range saved {
		e.dirty = false
	}
	return nil
}

// started notes where the council's system stands and that a harvest has begun.
func (m *memory) started(ctx context.Context, base string, service bool, at string) error {
	if m.last == nil {
		row, err := m.store.Harvest.Create().SetCouncilID(m.council).SetBase(base).SetService(service).SetStartedAt(at).Save(ctx)
		if err != nil {
			return fmt.Errorf("note the harvest: %w", err)
		}
		m.last = row
		return nil
	}
	row, err := m.last.Update().SetBase(base).SetService(service).SetStartedAt(at).SetFinishedAt("").Save(ctx)
	if err != nil {
		return fmt.Errorf("note the harvest: %w", err)
	}
	m.last = row
	return nil
}

func (m *memory) finished(ctx context.Context, at string) error {
	if err := m.last.Update().SetFinishedAt(at).Exec(ctx); err != nil {
		return fmt.Errorf("note that the harvest is over: %w", err)
	}
	return nil
}

// recall has a page asked for however lately that was done, by this run or, where that is cut short, by the next.
func (e *entry) recall() {
	if !e.done {
		e.askedAt, e.dirty = "", true
	}
}

// due says whether a page is to be asked for now. One that failed is tried again at the next run.
func (e *entry) due(now time.Time) bool {
	asked, err := time.Parse(time.RFC3339, e.askedAt)
	switch {
	case e.done:
		return false
	case err != nil, e.state == isNew, e.state == isFailed, e.state == isGone && e.url != "": // gone, and not taken back yet
		return true
	}
	changed, _ := time.Parse(time.RFC3339, e.changedAt)
	wait := e.kind.again(e.about, changed, now)
	if e.state == isGone {
		wait = seldom
	}
	return now.Sub(asked) >= wait
}
