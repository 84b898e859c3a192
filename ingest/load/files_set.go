package load

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"councilgraph/ent"
	"councilgraph/ent/council"
	"councilgraph/ent/document"
	"councilgraph/ent/documentfile"
	"councilgraph/ent/documentpage"
	"councilgraph/ingest/record"
	"councilgraph/internal/searchtext"
)

// SetFile keeps what came of a document's file. The documents that lead to it are updated in the feed and the search where that is
// another thing than before. The file's failures are over, unless it failed.
func (l *Loader) SetFile(ctx context.Context, code string, f File) (Outcome, error) {
	out, err := l.transaction(ctx, func(w *writer) error {
		b, err := w.batch(ctx, code)
		if err != nil {
			return err
		}
		if err := b.setFile(ctx, f); err != nil {
			return err
		}
		if f.Status != FileFailed && f.Status != FileGone {
			b.taking(record.Document{URL: f.URL})
			if err := b.mended(ctx); err != nil {
				return err
			}
			if err := b.store.recount(ctx); err != nil {
				return err
			}
		}
		return b.writeChanges(ctx)
	})
	if err != nil {
		return nil, fmt.Errorf("keep the file %s: %w", f.URL, err)
	}
	return out, nil
}

// RestoreFile keeps what an archive says came of a document's file, unless it was asked for later, or just then, already.
func (l *Loader) RestoreFile(ctx context.Context, code string, f File) (Outcome, error) {
	of, err := l.client.Council.Query().Where(council.RegisterCode(code)).OnlyID(ctx)
	if err != nil {
		return nil, fmt.Errorf("find council %s: %w", code, err)
	}
	later, err := l.client.DocumentFile.Query().Where(documentfile.CouncilID(of), documentfile.URL(f.URL), documentfile.AskedAtGTE(f.AskedAt)).Exist(ctx)
	if err != nil {
		return nil, errRead("the file", err)
	}
	if later {
		return Outcome{}, nil
	}
	return l.SetFile(ctx, code, f)
}

func (b *batch) setFile(ctx context.Context, f File) error {
	tx := b.store.tx
	old, err := tx.DocumentFile.Query().Where(documentfile.CouncilID(b.council.ID), documentfile.URL(f.URL)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return errRead("the file", err)
	}
	id := 0
	if old != nil {
		id = old.ID
	}
	same := old != nil && old.Status == f.Status && value(old.Sha256) == f.SHA256 && value(old.Reason) == f.Reason && f.Pages == nil
	r := fileRow(f)
	r["council_id"] = int64(b.council.ID)
	if old == nil {
		made, err := b.store.insertRow(ctx, "document_files", r)
		if err != nil {
			return err
		}
		id = int(made)
	} else if err := b.store.update(ctx, "document_files", int64(id), r); err != nil {
		return err
	}
	if same && !toldOtherwise(old, f) {
		return nil
	}
	if same {
		return b.fileChanged(ctx, f.URL)
	}
	if err := b.writePages(ctx, int64(id), f.Pages); err != nil {
		return err
	}
	return b.fileChanged(ctx, f.URL)
}

// toldOtherwise says whether the API tells something else of a file than before, though it is the same.
func toldOtherwise(old *ent.DocumentFile, f File) bool {
	number := func(n *int) int {
		if n == nil {
			return 0
		}
		return *n
	}
	return value(old.FetchedAt) != f.FetchedAt || value(old.MediaType) != f.MediaType || old.Redacted != f.Redacted ||
		number(old.Size) != f.Size || number(old.PageCount) != f.PageCount
}

// fileRow are the columns of a file.
func fileRow(f File) row {
	r := row{"url": f.URL, "status": f.Status, "redacted": f.Redacted, "etag": f.ETag, "last_modified": f.LastModified, "asked_at": f.AskedAt, "changed_at": f.ChangedAt}
	for name, text := range map[string]string{"reason": f.Reason, "fetched_at": f.FetchedAt, "sha256": f.SHA256, "media_type": f.MediaType} {
		r[name] = nil
		set(r, name, text != "", text)
	}
	for name, n := range map[string]int{"size": f.Size, "page_count": f.PageCount} {
		r[name] = nil
		set(r, name, n > 0, int64(n))
	}
	return r
}

// writePages replaces the pages of a file.
func (b *batch) writePages(ctx context.Context, file int64, pages map[int]string) error {
	if _, err := b.store.tx.DocumentPage.Delete().Where(documentpage.FileID(int(file))).Exec(ctx); err != nil {
		return fmt.Errorf("delete pages of a file: %w", err)
	}
	var values []any
	for _, number := range slices.Sorted(maps.Keys(pages)) {
		if text := pages[number]; text != "" {
			values = append(values, file, int64(number), text)
		}
	}
	return b.store.add(ctx, "document_pages", []string{"file_id", "number", "text"}, values)
}

// fileChanged brings the documents that lead to a file into the feed, and the words of its text into the search.
func (b *batch) fileChanged(ctx context.Context, url string) error {
	ids, err := b.store.tx.Document.Query().Where(document.CouncilID(b.council.ID), document.URL(url)).Order(ent.Asc(document.FieldID)).IDs(ctx)
	if err != nil {
		return errRead("documents", err)
	}
	nodes := make([]int64, len(ids))
	for i, id := range ids {
		nodes[i] = int64(id)
		b.changes.note("UPDATED", "Document", nodes[i], nil)
		b.count("Document", Count{Updated: 1})
	}
	return searchIndex{}.refresh(ctx, b.store, touched{searchtext.Document.Name(): nodes}, nil)
}

// RereadFiles takes out of the stored texts of a council's files what change takes out of the pages of one, and says how many files
// that changed.
func (l *Loader) RereadFiles(ctx context.Context, code string, change func(url string, pages map[int]string) (map[int]string, bool)) (n int, err error) {
	all, err := l.Files(ctx, code)
	if err != nil {
		return 0, err
	}
	for _, f := range all {
		if f.Status == "" {
			continue
		}
		_, err := l.transaction(ctx, func(w *writer) error {
			b, err := w.batch(ctx, code)
			if err != nil {
				return err
			}
			is, err := b.rereadFile(ctx, f.URL, change)
			if is {
				n++
			}
			return err
		})
		if err != nil {
			return n, fmt.Errorf("read the file %s again: %w", f.URL, err)
		}
	}
	return n, nil
}

func (b *batch) rereadFile(ctx context.Context, url string, change func(string, map[int]string) (map[int]string, bool)) (bool, error) {
	file, err := b.store.tx.DocumentFile.Query().Where(documentfile.CouncilID(b.council.ID), documentfile.URL(url)).Only(ctx)
	if err != nil {
		return false, errRead("the file", err)
	}
	rows, err := b.store.tx.DocumentPage.Query().Where(documentpage.FileID(file.ID)).All(ctx)
	if err != nil || len(rows) == 0 {
		return false, err
	}
	pages := make(map[int]string, len(rows))
	for _, p := range rows {
		pages[p.Number] = p.Text
	}
	pages, changed := change(url, pages)
	if !changed {
		return false, nil
	}
	if err := b.writePages(ctx, int64(file.ID), pages); err != nil {
		return false, err
	}
	if err := b.store.update(ctx, "document_files", int64(file.ID), row{"redacted": true}); err != nil {
		return false, err
	}
	if err := b.fileChanged(ctx, url); err != nil {
		return false, err
	}
	return true, b.writeChanges(ctx)
}
