package load

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"time"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/content"
	"councilgraph/ent/council"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/record"
)

// source is a source row as the statements need it.
type source struct {
	id         int
	key        string
	fetchedAt  string
	sha256     string
	superseded bool          // a newer version of the page has been read
	older      []*ent.Source // versions of the page that this one takes the place of
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

// source writes the document's own row and its content, and settles which version of its page is the
// newest: only that one speaks.
func (w *writer) source(ctx context.Context, c *ent.Council, doc record.Document, redacted bool, page *record.Page) (*source, error) {
	fetched, err := moment(doc.FetchedAt)
	if err != nil {
		return nil, err
	}
	url := ""
	if doc.URL != "" {
		url = record.CanonicalURL(doc.URL)
	}
	key := fmt.Sprintf("%s/source/%s %s", c.Slug, doc.SHA256, url)
	tx := w.store.tx
	old, err := tx.Source.Query().Where(entsource.Key(key)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return nil, fmt.Errorf("find source: %w", err)
	}
	if old != nil && old.FetchedAt != nil && *old.FetchedAt > fetched {
		fetched = *old.FetchedAt // the same bytes were seen later already
	}
	versions := []*ent.Source{}
	if url != "" {
		versions, err = tx.Source.Query().Where(entsource.URL(url), entsource.CouncilID(c.ID), entsource.KeyNEQ(key)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("find other versions of the page: %w", err)
		}
	}
	s := &source{key: key, fetchedAt: fetched, sha256: doc.SHA256}
	for _, v := range versions {
		newer := version(fetched, doc.SHA256) < version(value(v.FetchedAt), v.Sha256)
		s.superseded = s.superseded || newer
		if !newer && !v.Superseded {
			s.older = append(s.older, v)
		}
	}
	r := row{
		"key": key, "uri": "/id/" + c.Slug + "/source/" + doc.SHA256[:12], "sha256": doc.SHA256, "media_type": doc.MediaType,
		"format": page.Page.Format, "page_type": string(page.Page.Type), "reader_version": int64(w.loader.version),
		"redacted": redacted, "truncated": page.Page.Truncated, "unsettled": int64(page.Unsettled()), "superseded": s.superseded, "council_id": int64(c.ID),
	}
	set(r, "url", url != "", url)
	set(r, "fetched_at", fetched != "", fetched)
	bothWays(r, "fetched_at", fetched)
	if taken, err := tx.Source.Query().Where(entsource.URI(r["uri"].(string)), entsource.KeyNEQ(key)).Exist(ctx); err != nil {
		return nil, fmt.Errorf("find source: %w", err)
	} else if taken { // the same bytes under another address
		r["uri"] = r["uri"].(string) + "-" + short(url)
	}
	s.id, err = w.writeSource(ctx, old, r)
	if err != nil {
		return nil, err
	}
	return s, w.content(ctx, doc, page.Text)
}

// version orders the versions of one page; an unknown time comes first.
func version(fetchedAt, sha256 string) string { return fmt.Sprintf("%-20s %s", fetchedAt, sha256) }

func (w *writer) content(ctx context.Context, doc record.Document, text string) error {
	tx := w.store.tx
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(doc.Bytes); err != nil {
		return fmt.Errorf("compress: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("compress: %w", err)
	}
	old, err := tx.Content.Query().Where(content.Sha256(doc.SHA256)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		err = w.newContent(ctx, doc.SHA256, packed.Bytes(), text)
	case err == nil && (old.Text != text || !bytes.Equal(old.Bytes, packed.Bytes())):
		err = old.Update().SetBytes(packed.Bytes()).SetText(text).Exec(ctx)
	}
	if err != nil {
		return fmt.Errorf("keep the page's content: %w", err)
	}
	return nil
}

// newContent keeps a content that another council's writer may be keeping at this moment as well.
func (w *writer) newContent(ctx context.Context, sha256 string, packed []byte, text string) error {
	query, args := w.store.sql().Insert("contents").Columns("sha256", "bytes", "text").Values(sha256, packed, text).
		OnConflict(entsql.ConflictColumns("sha256"), entsql.DoNothing()).Query()
	_, err := w.store.tx.ExecContext(ctx, query, args...)
	return err
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

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
