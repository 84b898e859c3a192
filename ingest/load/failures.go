package load

import (
	"context"
	"fmt"
	"path"
	"strings"

	"councilgraph/ent"
	"councilgraph/ent/council"
	"councilgraph/ent/failure"
	"councilgraph/ent/migrate"
	"councilgraph/ingest/record"
)

// Failed keeps that a document could not be taken in, and why. Its Council is a register code, "" or
// unknown where nothing says whose it is. A page that fails again for the same reason changes nothing.
func (l *Loader) Failed(ctx context.Context, doc record.Document, reason string) error {
	_, err := l.transaction(ctx, func(w *writer) error { return w.failed(ctx, doc, reason) })
	if err != nil {
		return fmt.Errorf("keep that a page failed: %w", err)
	}
	return nil
}

func (w *writer) failed(ctx context.Context, doc record.Document, reason string) error {
	tx := w.store.tx
	of, err := tx.Council.Query().Where(council.RegisterCode(doc.Council)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return errRead("the council", err)
	}
	whose := 0
	if of != nil {
		whose, w.councilID = of.ID, int64(of.ID)
	}
	if err := w.store.alone(ctx, whose); err != nil {
		return err
	}
	k := newKind("Failure", migrate.FailuresTable, map[string]string{"councils": "Council", "committees": "Committee"})
	r := row{"reason": storable(reason), "failed_at": w.at}
	set(r, "council_id", whose != 0, int64(whose))
	set(r, "sha256", doc.SHA256 != "", doc.SHA256)
	if whose != 0 {
		of, day, err := w.store.placeOf(ctx, whose, doc)
		if err != nil {
			return err
		}
		if of != nil {
			r["committee_id"] = int64(*of)
		}
		if day != nil {
			r["date"] = *day
		}
	}
	file := base(doc.Name)
	name := "file " + file
	if doc.URL != "" {
		url := keptAddress(doc.URL)
		name = url
		r["url"] = url
	} else {
		r["file"] = file
	}
	r["key"] = doc.Council + " " + name
	key := r["key"].(string)
	stored, err := w.store.keyed(ctx, k, []string{key})
	if err != nil {
		return err
	}
	if old := stored[key]; old != nil && old["resolved_at"] == nil && old["reason"] == r["reason"] && old["sha256"] == r["sha256"] &&
		old["committee_id"] == r["committee_id"] && old["date"] == r["date"] {
		return nil
	}
	if err := w.write(ctx, k, map[string]row{key: r}, stored, map[subject]int64{}); err != nil {
		return err
	}
	if whose != 0 {
		for _, one := range []row{stored[key], r} {
			if one == nil {
				continue
			}
			at := covered{council: whose, month: text(one, "date")}
			if id, known := one["committee_id"].(int64); known {
				at.committee = int(id)
			}
			if at.month != "" {
				at.month = at.month[:len("2006-01")]
			}
			w.store.noteMonth(at)
		}
		if err := w.store.recount(ctx); err != nil {
			return err
		}
	}
	return w.writeChanges(ctx)
}

// mended marks failures of pages that the batch takes in as resolved: of the same address, or of the same
// bytes, or, where a page has no address, of the same file.
func (b *batch) mended(ctx context.Context) error {
	open, err := b.store.tx.Failure.Query().
		Where(failure.ResolvedAtIsNil(), failure.Or(failure.CouncilID(b.council.ID), failure.CouncilIDIsNil())).Order(ent.Asc(failure.FieldID)).All(ctx)
	if err != nil {
		return errRead("failures", err)
	}
	for _, f := range open {
		if !b.taken[kept(value(f.URL))] && !b.taken[value(f.Sha256)] && !b.taken["file "+value(f.File)] {
			continue
		}
		if err := f.Update().SetResolvedAt(b.at).Exec(ctx); err != nil {
			return fmt.Errorf("mark a failure as resolved: %w", err)
		}
		b.changes.note("UPDATED", "Failure", int64(f.ID), nil)
		b.store.noteFailure(f)
	}
	return nil
}

// taking notes by what a failure of the document is found.
func (b *batch) taking(doc record.Document) {
	if b.taken == nil {
		b.taken = map[string]bool{}
	}
	b.taken[doc.SHA256] = true
	if doc.URL != "" {
		b.taken[keptAddress(doc.URL)] = true
	} else {
		b.taken["file "+base(doc.Name)] = true
	}
	delete(b.taken, "")
}

// base is the name of a file without its folder, which is a matter of the machine that read it.
func base(name string) string { return kept(path.Base(strings.ReplaceAll(name, `\`, "/"))) }

// keptAddress is the address under which a failure is kept. That of a page that failed as its address is too long is shortened.
func keptAddress(url string) string { return kept(record.CanonicalURL(url)) }

// kept is a name that either database takes, whatever bytes a source gave it. Two that begin alike stay apart.
func kept(name string) string { return record.Shorten(storable(name), record.MaxURL, "…") }

// storable is a text without what PostgreSQL takes for none: bytes that are no UTF-8, and NUL.
func storable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}
