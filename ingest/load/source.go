package load

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/content"
	"councilgraph/ent/council"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/record"
)

// source is a source row as the statements need it.
type source struct {
	id        int
	key       string
	url       string
	fetchedAt string
	sha256    string
}

// ref is the source's name in references: the beginning of its hash, and what tells its address from others
// under which the same bytes were read.
func (s *source) ref() string {
	if s.url == "" {
		return s.sha256[:12]
	}
	return s.sha256[:12] + "-" + short(s.url)
}

func findCouncil(ctx context.Context, tx *ent.Tx, code string) (*ent.Council, error) {
	c, err := tx.Council.Query().Where(council.RegisterCode(code)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fmt.Errorf("council %q: %w", code, ErrUnknownCouncil)
	}
	if err != nil {
		return nil, fmt.Errorf("find council %s: %w", code, err)
	}
	return c, nil
}

// take writes the document's own row and its content, and settles which version of its page is the
// newest: only that one speaks.
func (b *batch) take(ctx context.Context, doc Reading) error {
	fetched, err := moment(doc.FetchedAt)
	if err != nil {
		return err
	}
	url := ""
	if doc.URL != "" {
		url = record.CanonicalURL(doc.URL)
	}
	key := fmt.Sprintf("%s/source/%s %s", b.council.Slug, doc.SHA256, url)
	tx := b.store.tx
	plain := "/id/" + b.council.Slug + "/source/" + doc.SHA256[:12]
	alone := b.meets(key, url, plain)
	var old *ent.Source
	if !alone {
		if err := b.writeSources(ctx); err != nil { // it may have to do with them
			return err
		}
		if old, err = tx.Source.Query().Where(entsource.Key(key)).Only(ctx); err != nil && !ent.IsNotFound(err) {
			return fmt.Errorf("find source: %w", err)
		}
	}
	if old != nil && old.FetchedAt != nil && *old.FetchedAt > fetched {
		fetched = *old.FetchedAt // the same bytes were seen later already
	}
	var older []*ent.Source
	superseded, gone := false, ""
	if !alone {
		if older, superseded, err = b.versions(ctx, key, url, version(fetched, doc.SHA256)); err != nil {
			return err
		}
		if gone, err = b.withdrawnAt(ctx, url); err != nil {
			return err
		}
	}
	if fetched > gone { // seen again since
		gone = ""
	}
	superseded = superseded || gone != ""
	r := row{
		"key": key, "uri": plain, "sha256": doc.SHA256, "media_type": record.Label(doc.MediaType),
		"format": doc.Page.Page.Format, "page_type": string(doc.Page.Page.Type), "reader_version": int64(b.loader.version),
		"redacted": doc.Redacted, "truncated": doc.Page.Page.Truncated, "unsettled": int64(doc.Page.Unsettled()), "superseded": superseded,
		"council_id": int64(b.council.ID),
	}
	set(r, "url", url != "", url)
	set(r, "fetched_at", fetched != "", fetched)
	set(r, "withdrawn_at", gone != "", gone)
	bothWays(r, "fetched_at", fetched)
	if alone {
		b.waiting = append(b.waiting, waiting{doc, r, source{key: key, url: url, fetchedAt: fetched, sha256: doc.SHA256}})
		return nil
	}
	if r["uri"], err = b.sourceURI(ctx, plain, key, url); err != nil {
		return err
	}
	id, err := b.writeSource(ctx, old, r)
	if err != nil {
		return err
	}
	w := b.work(&source{id, key, url, fetched, doc.SHA256}, old == nil)
	w.page, w.asked, w.silent = doc.Page, true, superseded
	for _, v := range older {
		if err := b.supersede(ctx, v); err != nil {
			return err
		}
	}
	b.brought = append(b.brought, brought{doc, old == nil})
	return nil
}

// meets says whether nothing that the store holds, or that this batch has taken before, has to do with a source: no
// version of its page, nothing of its bytes.
func (b *batch) meets(key, url, uri string) (alone bool) {
	if !b.store.first {
		return false
	}
	alone = !b.met[key] && !b.met[url] && !b.met[uri]
	b.met[key], b.met[uri] = true, true
	if url != "" {
		b.met[url] = true
	}
	return alone
}

// waiting is a source of which nothing is known, before it is written.
type waiting struct {
	doc    Reading
	row    row
	source source
}

// writeSources writes the sources that wait, together.
func (b *batch) writeSources(ctx context.Context) error {
	k := b.loader.source
	keys, rows, ids := make([]string, len(b.waiting)), map[string]row{}, map[subject]int64{}
	for i, s := range b.waiting {
		keys[i], rows[s.source.key] = s.source.key, s.row
	}
	if err := b.insertRows(ctx, k, keys, rows, ids); err != nil {
		return err
	}
	for _, s := range b.waiting {
		s.source.id = int(ids[subject{k.name, s.source.key}])
		w := b.work(&s.source, true)
		w.page, w.asked = s.doc.Page, true
		b.brought = append(b.brought, brought{s.doc, true})
	}
	b.waiting = nil
	return nil
}

// sourceURI is the address of a source. Where the same bytes were read under several addresses, the first of
// these in the order of the alphabet has the plain one, and the others what tells theirs apart.
func (b *batch) sourceURI(ctx context.Context, plain, key, url string) (string, error) {
	other, err := b.store.tx.Source.Query().Where(entsource.URI(plain), entsource.KeyNEQ(key)).Only(ctx)
	if ent.IsNotFound(err) {
		return plain, nil
	}
	if err != nil {
		return "", fmt.Errorf("find source: %w", err)
	}
	if value(other.URL) < url {
		return plain + "-" + short(url), nil
	}
	uri := plain + "-" + short(value(other.URL))
	if err := other.Update().SetURI(uri).Exec(ctx); err != nil {
		return "", fmt.Errorf("move %s: %w", other.URI, err)
	}
	b.count("Source", Count{Updated: 1})
	b.changes.note("UPDATED", "Source", int64(other.ID), uri)
	return plain, b.address(ctx, map[string]int64{uri: int64(other.ID)})
}

// versions are the older versions of a page that still speak, and whether there is a newer one.
func (b *batch) versions(ctx context.Context, key, url, this string) (older []*ent.Source, superseded bool, err error) {
	if url == "" {
		return nil, false, nil
	}
	all, err := b.store.tx.Source.Query().Where(entsource.URL(url), entsource.CouncilID(b.council.ID), entsource.KeyNEQ(key)).All(ctx)
	if err != nil {
		return nil, false, fmt.Errorf("find other versions of the page: %w", err)
	}
	for _, v := range all {
		switch {
		case this < version(value(v.FetchedAt), v.Sha256):
			superseded = true
		case !v.Superseded:
			older = append(older, v)
		}
	}
	return older, superseded, nil
}

// supersede silences an older version of a page.
func (b *batch) supersede(ctx context.Context, v *ent.Source) error {
	if err := v.Update().SetSuperseded(true).Exec(ctx); err != nil {
		return fmt.Errorf("withdraw %s: %w", v.URI, err)
	}
	b.count("Source", Count{Updated: 1})
	b.changes.note("UPDATED", "Source", int64(v.ID), v.URI)
	b.work(sourceOf(v), false).silent = true
	return nil
}

func sourceOf(s *ent.Source) *source {
	return &source{s.ID, s.Key, value(s.URL), value(s.FetchedAt), s.Sha256}
}

// version orders the versions of one page; an unknown time comes first.
func version(fetchedAt, sha256 string) string { return fmt.Sprintf("%-20s %s", fetchedAt, sha256) }

// brought is a document that was taken in, of which the bytes are still to be kept.
type brought struct {
	Reading
	fresh bool // its source is new
}

// contents keeps the bytes of what was taken in. All writers go through new ones in one order: two councils can publish the
// same bytes, and two writers could each wait for what the other holds. Where one that stood must be changed too, they still can, and
// one of them begins anew: see collided.
func (b *batch) contents(ctx context.Context) error {
	slices.SortStableFunc(b.brought, func(x, y brought) int { return cmp.Compare(x.SHA256, y.SHA256) })
	if err := b.lookForContents(ctx); err != nil {
		return err
	}
	for rest := b.brought; len(rest) > 0; {
		n, bytes := 1, rest[0].size()
		for n < min(len(rest), contentsAtOnce) && rest[n].fresh == rest[0].fresh && bytes+rest[n].size() <= contentBytes {
			bytes += rest[n].size()
			n++
		}
		if err := b.keepContents(ctx, rest[:n]); err != nil {
			return fmt.Errorf("keep the pages' contents: %w", err)
		}
		rest = rest[n:]
	}
	b.brought = nil
	return nil
}

// How many contents are written by one statement, and of how many bytes together: more would take memory, here and on the server,
// and save nothing.
const (
	contentsAtOnce = 20
	contentBytes   = 1 << 20
)

// size is about how many bytes are written of a document.
func (d brought) size() int { return len(d.Bytes) + len(d.Page.Text) }

// keepContents keeps the bytes of documents and the texts that they make. A source that is new to its council mostly
// brings new bytes, so that they are written first and looked for where they stand already.
func (b *batch) keepContents(ctx context.Context, docs []brought) error {
	written := map[string]bool{}
	for i := range docs {
		if docs[i].packed == nil {
			if err := b.loader.Pack(&docs[i].Reading); err != nil {
				return err
			}
		}
	}
	if docs[0].fresh {
		if err := b.newContents(ctx, docs, written); err != nil {
			return err
		}
	}
	for _, d := range docs {
		if written[d.SHA256] {
			delete(written, d.SHA256) // of several with the same bytes, the first was written
		} else if err := b.sameContent(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// sameContent changes the content that the store holds of a document where its bytes or the text that they make are others now.
func (b *batch) sameContent(ctx context.Context, doc brought) error {
	old, err := b.store.tx.Content.Query().Where(content.Sha256(doc.SHA256)).Only(ctx)
	switch text := doc.Page.Text; {
	case ent.IsNotFound(err):
		return b.newContents(ctx, []brought{doc}, map[string]bool{})
	case err == nil && (old.Text != text || !packs(old.Bytes, doc.Bytes)):
		err = errors.Join(old.Update().SetBytes(doc.packed).SetText(text).Exec(ctx), b.reworded(ctx, doc.SHA256))
	}
	return err
}

// reworded notes for the feed that sources with these bytes have another text.
func (b *batch) reworded(ctx context.Context, sha256 string) error {
	all, err := b.store.tx.Source.Query().Where(entsource.Sha256(sha256)).Select(entsource.FieldID, entsource.FieldURI).All(ctx)
	for _, s := range all {
		b.changes.note("UPDATED", "Source", int64(s.ID), s.URI)
	}
	return err
}

// newContents keeps contents but those that are there, and notes which it wrote: another council's writer may be keeping the
// same at this moment as well. SQLite has no other writer: it is known what is there, so that the rest is written behind the loader.
func (b *batch) newContents(ctx context.Context, docs []brought, written map[string]bool) error {
	if b.stored != nil {
		docs = slices.DeleteFunc(slices.Clone(docs), func(d brought) bool { return b.stored[d.SHA256] })
		if len(docs) == 0 {
			return nil
		}
	}
	insert := b.store.sql().Insert("contents").Columns("sha256", "bytes", "text")
	for _, d := range docs {
		insert.Values(d.SHA256, d.packed, d.Page.Text)
	}
	insert.OnConflict(entsql.ConflictColumns("sha256"), entsql.DoNothing())
	if b.stored != nil {
		for _, d := range docs {
			written[d.SHA256], b.stored[d.SHA256] = true, true
		}
		query, args := insert.Query()
		_, err := b.store.tx.ExecContext(ctx, query, args...)
		return err
	}
	query, args := insert.Returning("sha256").Query()
	return b.store.rows(ctx, query, args, func(rows scanner) error {
		var sha256 string
		err := rows.Scan(&sha256)
		written[sha256] = true
		return err
	})
}

// lookForContents notes which contents of the batch SQLite holds.
func (b *batch) lookForContents(ctx context.Context) error {
	if b.store.dialect != dialect.SQLite {
		return nil
	}
	b.stored = map[string]bool{}
	for chunk := range slices.Chunk(b.brought, bound) {
		hashes := make([]any, len(chunk))
		for i, d := range chunk {
			hashes[i] = d.SHA256
		}
		query, args := b.store.sql().Select("sha256").From(b.store.sql().Table("contents")).Where(entsql.In("sha256", hashes...)).Query()
		err := b.store.rows(ctx, query, args, func(rows scanner) error {
			var sha256 string
			err := rows.Scan(&sha256)
			b.stored[sha256] = true
			return err
		})
		if err != nil {
			return fmt.Errorf("look for the pages' contents: %w", err)
		}
	}
	return nil
}

// moment is a fetched-at in UTC, "" for none.
func moment(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC().Format(time.RFC3339), nil
		}
	}
	return "", fmt.Errorf("fetchedAt %q: write it as 2017-01-11T18:30:00Z", s)
}

func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}
