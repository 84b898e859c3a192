package harvest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"councilgraph/ingest/fetch"
	"councilgraph/ingest/record"
)

// paths are those under which councils put the system, the likeliest first.
var paths = []string{"", "/modern.gov", "/moderngov", "/democracy", "/councilmeetings", "/ecminutes", "/internet"}

// find settles where the council's system stands, by asking for its committees there: where it stood the last time, else
// at the places of the task. So nothing is taken back because the system has moved.
func (r *run) find(ctx context.Context) error {
	var tried failures
	for _, base := range r.bases() {
		if tried.closed(base) {
			continue
		}
		if err := r.hold(ctx, base); err != nil {
			return err
		}
		err := r.stands(ctx, base)
		if err == nil {
			r.report.Base, r.report.Service = r.base, r.service
			return r.memory.started(ctx, r.base, r.service, r.at())
		}
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		var stop fatal
		if errors.As(err, &stop) {
			return stop.error
		}
		tried = append(tried, failure{base, reason(err)})
	}
	err := fmt.Errorf("%w: %s", ErrNoSystem, tried)
	if len(r.task.Places) > 0 {
		// It is a gap as well, for whoever asks the graph why there is nothing.
		first := record.Document{Name: r.task.Places[0], URL: r.task.Places[0], Council: r.task.Council}
		return errors.Join(err, r.Pipeline.Loader.Failed(ctx, first, err.Error()))
	}
	return err
}

// bases are the addresses under which the system may stand.
func (r *run) bases() []string {
	var out []string
	add := func(base string) {
		if base = strings.TrimRight(base, "/"); base != "" && !slices.Contains(out, base) {
			out = append(out, base)
		}
	}
	if r.memory.last != nil {
		add(r.memory.last.Base)
	}
	for _, place := range r.task.Places {
		add(Base(place))
	}
	for _, place := range r.task.Places {
		u, err := url.Parse(place)
		if err != nil {
			continue
		}
		for _, p := range paths {
			add(u.Scheme + "://" + u.Host + p)
		}
	}
	return out
}

// Base is the address of a council's system from that of one of its pages.
func Base(page string) string {
	u, err := url.Parse(page)
	if err != nil {
		return ""
	}
	u.RawQuery, u.Fragment = "", ""
	last := strings.ToLower(u.Path[strings.LastIndexByte(u.Path, '/')+1:])
	if i := strings.Index(strings.ToLower(u.Path), "/mgwebservice.asmx"); i >= 0 {
		u.Path = u.Path[:i]
	} else if strings.HasSuffix(last, ".aspx") || strings.HasSuffix(last, ".asp") {
		u.Path = u.Path[:len(u.Path)-len(last)]
	}
	u.RawPath = ""
	return strings.TrimRight(u.String(), "/")
}

// stands asks for the committees under an address: of the web service, else of the pages. Where it finds them they are
// taken in.
func (r *run) stands(ctx context.Context, base string) error {
	r.base, r.service = base, true
	if len(r.task.Committees) > 0 {
		r.bodies = map[string]bool{}
	}
	moved := r.memory.last != nil && r.memory.last.Base != base
	first, err := r.try(ctx, committeesTarget(), moved)
	if err == nil || errors.As(err, new(fatal)) || errors.Is(err, context.Canceled) {
		return err
	}
	if errors.Is(err, fetch.ErrTLS) || errors.Is(err, fetch.ErrPrivate) || errors.Is(err, fetch.ErrNoRobots) {
		return err
	}
	r.service = false
	if _, unlisted := r.try(ctx, listingTarget(), moved); unlisted != nil {
		return fmt.Errorf("%w; %w", reason(err), reason(unlisted))
	}
	if first != nil && !errors.Is(err, fetch.ErrGone) {
		// The service is there and does not answer: that is a gap, though the pages are taken instead.
		first.state = isFailed
		return r.gap(ctx, base+"/"+first.page, "", reason(err))
	}
	return nil
}

// try asks for a page that says whether the system stands here. Where the system has moved, all pages are asked for again.
func (r *run) try(ctx context.Context, t target, moved bool) (*entry, error) {
	answer, err := r.Site.Get(ctx, r.base+"/"+t.page, fetch.Validators{})
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err == nil && missing(answer.URL) {
		err = fetch.ErrGone
	}
	e := &entry{target: t}
	if err != nil {
		return e, err
	}
	answer.Council = r.task.Council
	if t.kind.index() && len(linked(answer, toCommittee)) == 0 {
		return e, errors.New("no list of committees")
	}
	if !t.kind.index() {
		if _, err := r.intake.Read(answer.Document); err != nil {
			return e, err
		}
	}
	if moved {
		for _, known := range r.memory.pages {
			known.recall()
		}
	}
	e = r.note(t)
	return e, r.answered(ctx, e, answer, nil)
}
