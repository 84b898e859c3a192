package harvest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/load"
)

// FileBytes is the size above which a document's file is refused, unless Harvester says otherwise: 64 MiB.
const FileBytes = 64 << 20

// weekly is how long a file is left alone at least: what is put in its place mostly has another address.
const weekly = 7*day - 4*time.Hour

// documents asks for the files of the documents that stand on the council's site, the latest first, and takes their text in. It comes
// last, when all pages are loaded that tell of them.
func (r *run) documents(ctx context.Context) error {
	if r.Pipeline.Files == nil {
		return nil
	}
	all, err := r.Pipeline.Loader.Files(ctx, r.task.Council)
	if err != nil {
		return err
	}
	due := slices.DeleteFunc(all, func(f load.Listed) bool { return !r.wantsFile(f) || !r.fileDue(f) })
	slices.SortStableFunc(due, func(a, b load.Listed) int { return strings.Compare(b.Date, a.Date) })
	r.failing = 0
	for i, f := range due {
		if r.over() {
			return nil
		}
		if err := r.document(ctx, f.File, f.Date); err != nil {
			return err
		}
		if r.failing >= patience {
			r.report.Stopped = fmt.Sprintf("%d files of documents in a row could not be had", r.failing)
			return nil
		}
		if r.Progress != nil {
			r.Progress(Progress{Council: r.task.Council, Asked: r.report.Asked + r.report.Files, Left: len(due) - i - 1, Took: time.Since(r.began)})
		}
	}
	return nil
}

// wantsFile says whether a file belongs to this harvest: it stands on the council's site, and is of a day and a committee of the
// task.
func (r *run) wantsFile(f load.Listed) bool {
	at, err1 := url.Parse(f.URL)
	base, err2 := url.Parse(r.base)
	if err1 != nil || err2 != nil || !strings.EqualFold(at.Host, base.Host) || f.Date != "" && !r.within(f.Date) {
		return false
	}
	return len(r.task.Committees) == 0 || slices.ContainsFunc(r.task.Committees, func(c string) bool {
		return slices.ContainsFunc(f.Committees, func(of string) bool { return strings.EqualFold(strings.TrimSpace(c), of) })
	})
}

// fileDue says whether a file is to be asked for now: at once where it was never had; else weekly within two months of its day, later
// after a tenth of the time that has passed, at least every 90 days.
func (r *run) fileDue(f load.Listed) bool {
	asked, err := time.Parse(time.RFC3339, f.AskedAt)
	if err != nil || f.Status == "" || f.Status == load.FileFailed || r.task.Again {
		return true
	}
	wait := seldom
	if at, err := time.Parse(time.DateOnly, f.Date); err == nil && f.Status != load.FileGone && f.Status != load.FileTooLarge {
		wait = min(max((r.Now().Sub(at).Abs()-lively)/10, weekly), seldom)
	}
	return r.Now().Sub(asked) >= wait
}

// document asks for a file, of a meeting on this day, and keeps what comes of it. The error is for what stops the harvest.
func (r *run) document(ctx context.Context, f load.File, day string) error {
	var have fetch.Validators
	if f.SHA256 != "" && !r.task.Again {
		have = fetch.Validators{ETag: f.ETag, LastModified: f.LastModified}
	}
	most := r.FileBytes
	if most == 0 {
		most = FileBytes
	}
	answer, err := r.Site.GetFile(r.asking(), r.standing(f.URL), have, most)
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case r.asking().Err() != nil:
		return nil //nolint:nilerr // told to stop: the file is left for the next harvest
	}
	r.report.Files++
	if err == nil && missing(answer.URL) {
		err = fetch.ErrGone
	}
	if err != nil {
		return r.noFile(ctx, f, day, reason(err))
	}
	r.failing = 0
	if answer.Unchanged || answer.SHA256 == f.SHA256 {
		f.AskedAt = r.at()
		return r.keepFile(ctx, f)
	}
	doc := answer.Document
	doc.URL, doc.Council, doc.FetchedAt = f.URL, r.task.Council, r.at()
	got, err := r.Pipeline.File(ctx, doc)
	if err != nil {
		return err
	}
	if got.Status == load.FileFailed { // it is something else that the site gave
		return r.noFile(ctx, f, day, blocked{errors.New(got.Reason)})
	}
	got.ETag, got.LastModified = answer.ETag, answer.LastModified
	if f.SHA256 != "" {
		got.ChangedAt = got.AskedAt
	}
	r.report.Texts++
	if err := r.archiveFile(got); err != nil {
		return err
	}
	return r.keepFile(ctx, got)
}

// archiveFile writes what came of a file into the archive, if there is one.
func (r *run) archiveFile(f load.File) error {
	if r.Archive == nil {
		return nil
	}
	doc, err := ingest.ArchivedFile(f)
	if err != nil {
		return err
	}
	return r.Archive(doc)
}

// blocked is why a site gave something else than what was asked for.
type blocked struct{ error }

// standing is the address at which a file is asked for: documents have it as https, whatever the site speaks.
func (r *run) standing(address string) string {
	at, err1 := url.Parse(address)
	base, err2 := url.Parse(r.base)
	if err1 != nil || err2 != nil {
		return address
	}
	at.Scheme = base.Scheme
	return at.String()
}

// noFile keeps that a file could not be had. What was had before stays, unless it is gone.
func (r *run) noFile(ctx context.Context, f load.File, day string, why error) error {
	before := f.Status
	var other blocked
	switch {
	case errors.Is(why, fetch.ErrGone):
		f = load.File{URL: f.URL, Status: load.FileGone, Reason: why.Error(), ChangedAt: f.ChangedAt}
		if before != "" && before != load.FileGone {
			f.ChangedAt = r.at()
		}
		r.failing = 0
	case errors.Is(why, fetch.ErrTooLarge):
		f = load.File{URL: f.URL, Status: load.FileTooLarge, Reason: why.Error()}
		r.failing = 0
	default:
		if r.failing++; !theSite(why) && !errors.As(why, &other) {
			r.failing = 0
		}
		if f.SHA256 != "" { // an earlier version stands
			return r.gap(ctx, f.URL, day, why)
		}
		f = load.File{URL: f.URL, Status: load.FileFailed, Reason: why.Error()}
	}
	f.AskedAt = r.at()
	if err := errors.Join(r.archiveFile(f), r.keepFile(ctx, f)); err != nil {
		return err
	}
	if f.Status == before && f.Status != load.FileFailed {
		return nil // said already
	}
	return r.gap(ctx, f.URL, day, why)
}

func (r *run) keepFile(ctx context.Context, f load.File) error {
	out, err := r.Pipeline.Loader.SetFile(ctx, r.task.Council, f)
	if err == nil {
		r.intake.Count(out)
	}
	return err
}
