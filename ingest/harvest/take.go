package harvest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"councilgraph/ingest/fetch"
	"councilgraph/ingest/format"
	"councilgraph/ingest/format/moderngovxml"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// take takes a page in where it is another than before, and notes what it leads to. The error is why it could not be
// read, or fatal.
func (r *run) take(ctx context.Context, e *entry, answer fetch.Answer) error {
	if answer.Unchanged {
		return r.asBefore(ctx, e)
	}
	if e.kind.index() {
		if err := r.index(e, answer); err != nil {
			return err
		}
		r.failing = 0
		return nil
	}
	reading, err := r.intake.Read(answer.Document)
	if err != nil {
		return err
	}
	r.failing = 0
	if r.Archive != nil {
		if err := r.Archive(reading.Document); err != nil {
			return fatal{err}
		}
	}
	changed, err := r.changed(ctx, answer, reading)
	if err != nil {
		return fatal{err}
	}
	r.follow(e, reading.Page, changed)
	if !changed {
		err := r.asBefore(ctx, e)
		return errors.Join(err, r.moved(e, answer))
	}
	if e.state == isTaken {
		e.changedAt = r.at()
	}
	if err := r.intake.Take(ctx, reading); err != nil {
		return fatal{err}
	}
	r.report.Taken++
	r.pending = append(r.pending, e)
	return r.moved(e, answer)
}

// changed says whether a page is another than the store has. Sites print the time of day and the like into their pages:
// one that says the same in other bytes is the same.
func (r *run) changed(ctx context.Context, answer fetch.Answer, reading load.Reading) (bool, error) {
	standing, ok, err := r.Pipeline.Loader.Standing(ctx, r.task.Council, answer.URL)
	if err != nil || !ok {
		return true, err
	}
	if standing.SHA256 == answer.SHA256 {
		return false, nil
	}
	before, err := r.intake.Read(standing.Document)
	if err != nil {
		return true, nil //nolint:nilerr // today's rules cannot read what the store has, so there is nothing to compare with
	}
	return !reflect.DeepEqual(before.Page, reading.Page), nil
}

// moved notes under which address a page was taken in. What was taken in under another one before is taken back once it
// is stored.
func (r *run) moved(e *entry, answer fetch.Answer) error {
	now := record.CanonicalURL(answer.URL)
	if e.url != "" && e.url != now {
		r.replaced[e] = e.url
	}
	e.state, e.url, e.etag, e.lastModified = isTaken, now, answer.ETag, answer.LastModified
	return nil
}

// asBefore notes that a page is as it was. Where it could not be had the last time, that is over.
func (r *run) asBefore(ctx context.Context, e *entry) error {
	r.failing = 0
	r.report.Unchanged++
	if e.state == isFailed {
		if err := r.Pipeline.Loader.Recovered(ctx, r.task.Council, r.base+"/"+e.page); err != nil {
			return fatal{err}
		}
	}
	return nil
}

// trouble sorts what went wrong with a page: it is gone, it says that there is nothing, or it could not be had. The
// error is for what stops the harvest.
func (r *run) trouble(ctx context.Context, e *entry, doc record.Document, why error) error {
	var stop fatal
	if errors.As(why, &stop) {
		return stop.error
	}
	before := e.state
	switch {
	case errors.Is(why, fetch.ErrGone) && e.kind.optional() && e.url == "", nothing(e, doc, why):
		r.failing, e.state = 0, isEmpty
		return nil
	case errors.Is(why, fetch.ErrGone), e.kind == meeting && errors.Is(why, moderngovxml.ErrNothingListed), e.kind == meeting && errors.Is(why, moderngovxml.ErrNotForDisplay):
		r.failing, e.state = 0, isGone
		_, standing, err := r.Pipeline.Loader.Standing(ctx, r.task.Council, doc.URL)
		if err != nil {
			return err
		}
		if e.url != "" || standing {
			if e.url == "" {
				e.url = record.CanonicalURL(doc.URL)
			}
			r.gone = append(r.gone, e)
			r.besides(e)
			return nil
		}
		if before == isGone {
			return nil // said already
		}
	default:
		e.state = isFailed
		if theSite(why) {
			r.failing++
		} else {
			r.failing = 0
		}
		r.instead(e)
	}
	if r.failing >= patience {
		r.report.Stopped = fmt.Sprintf("%d pages in a row could not be had, the last because %v", r.failing, reason(why))
	}
	return r.gap(ctx, doc.URL, e.day(), reason(why))
}

// reason is an error without the address, which is known.
func reason(err error) error {
	var f *fetch.Error
	if errors.As(err, &f) {
		return f.Err
	}
	return err
}

// theSite says that an error is of the site as a whole: it is down, or does not let programs in.
func theSite(err error) bool {
	return slices.ContainsFunc([]error{
		fetch.ErrBusy, fetch.ErrSite, fetch.ErrSlow, fetch.ErrRefused, fetch.ErrNoRobots, fetch.ErrTLS, fetch.ErrPrivate, format.ErrBlocked, format.ErrLogin, format.ErrRedirect,
	}, func(known error) bool { return errors.Is(err, known) })
}

// noVotes is what the system prints where no vote was recorded.
const noVotes = "no voting information available"

// decisionTable is in every list of decisions, one without any included.
const decisionTable = "Table of decision summary data"

// nothing says that a page states that there is nothing, where that can be so: a year without meetings or votes, a meeting
// without items. A page
// that held something before is not believed.
func nothing(e *entry, doc record.Document, why error) bool {
	switch {
	case e.url != "":
		return false
	case e.kind == window:
		return errors.Is(why, moderngovxml.ErrNothingListed)
	case e.kind == agenda: // a meeting without items, as one that was called off
		return errors.Is(why, format.ErrNotCouncilPage) && strings.Contains(string(doc.Bytes), "mgItemTable")
	case e.kind == decisions, e.kind == officers:
		return errors.Is(why, format.ErrNotCouncilPage) && strings.Contains(string(doc.Bytes), decisionTable)
	case e.kind == votes:
		return errors.Is(why, format.ErrNotCouncilPage) && strings.Contains(string(doc.Bytes), noVotes)
	}
	return false
}

// missing says that an address is that of the system's own page for what is not there.
func missing(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.HasSuffix(strings.ToLower(u.Path), "/mgerror.aspx")
}

// instead asks the page of who attended a meeting where the service's answer about it could not be had.
func (r *run) instead(e *entry) {
	if e.kind == meeting {
		r.note(attendanceTarget(e.meeting, e.about))
	}
}
