package graph

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/documentfile"
	"councilgraph/ent/documentpage"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
)

// maxFilePages is how many pages of a file are given at a time.
const maxFilePages = 50

// fileAt is where a file stands.
type fileAt struct {
	council int
	url     string
}

// fileOf is the file at a document's address, nil where nobody has asked for it.
func (r *Resolver) fileOf(ctx context.Context, d *ent.Document) (*ent.DocumentFile, error) {
	if d.URL == nil {
		return nil, nil //nolint:nilnil // null in the answer
	}
	return relay.Load(ctx, "Document.file", fileAt{d.CouncilID, *d.URL}, func(ctx context.Context, all []fileAt) (map[fileAt]*ent.DocumentFile, error) {
		urls := map[int][]string{}
		for _, at := range all {
			urls[at.council] = append(urls[at.council], at.url)
		}
		found := make(map[fileAt]*ent.DocumentFile, len(all))
		for council, of := range urls {
			rows, err := r.Store.DocumentFile.Query().Where(documentfile.CouncilID(council), documentfile.URLIn(of...)).All(ctx)
			if err != nil {
				return nil, err
			}
			for _, f := range rows {
				found[fileAt{council, f.URL}] = f
			}
		}
		return found, nil
	})
}

// pagesOf are so many pages of a file from one on, those without text left out.
func (r *Resolver) pagesOf(ctx context.Context, f *ent.DocumentFile, first, from int) ([]*ent.DocumentPage, error) {
	if err := relay.Within("first", first, maxFilePages); err != nil {
		return nil, err
	}
	if from < 1 {
		return nil, &model.InputError{Argument: "from", Message: fmt.Sprintf("from is the number of a page, from 1 on, not %d", from)}
	}
	pages, err := relay.Load(ctx, fmt.Sprintf("DocumentFile.pages %d %d", first, from), f.ID, func(ctx context.Context, files []int) (map[int][]*ent.DocumentPage, error) {
		rows, err := r.Store.DocumentPage.Query().
			Where(documentpage.FileIDIn(files...), documentpage.NumberGTE(from), documentpage.NumberLT(from+first)).
			Order(func(s *sql.Selector) { s.OrderBy(s.C(documentpage.FieldFileID), s.C(documentpage.FieldNumber)) }).All(ctx)
		found := make(map[int][]*ent.DocumentPage, len(files))
		for _, p := range rows {
			found[p.FileID] = append(found[p.FileID], p)
		}
		return found, err
	})
	if pages == nil && err == nil {
		pages = []*ent.DocumentPage{}
	}
	return pages, err
}
