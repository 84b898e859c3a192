package load

import (
	"context"
	"slices"
	"strings"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/document"
	"councilgraph/internal/searchtext"
)

// documentFiles takes files away to which no document leads any longer: what a council has withdrawn is not kept.
type documentFiles struct{}

func (documentFiles) forget(ctx context.Context, s *store, gone touched) error {
	ids := gone[searchtext.Document.Name()]
	if len(ids) == 0 {
		return nil
	}
	kept, err := s.tx.DocumentFile.Query().Exist(ctx)
	if err != nil || !kept {
		return err
	}
	for chunk := range slices.Chunk(ids, bound) {
		d, f := s.sql().Table("documents").As("d"), s.sql().Table("document_files").As("f")
		query, args := s.sql().Select(f.C("id"), f.C("council_id"), f.C("url")).Distinct().From(d).
			Join(f).On(f.C("url"), d.C("url")).Where(entsql.And(entsql.ColumnsEQ(f.C("council_id"), d.C("council_id")), entsql.In(d.C("id"), anys(chunk)...))).Query()
		var left []ent.DocumentFile
		err := s.rows(ctx, query, args, func(rows scanner) error {
			var file ent.DocumentFile
			err := rows.Scan(&file.ID, &file.CouncilID, &file.URL)
			left = append(left, file)
			return err
		})
		if err != nil {
			return errRead("files of documents", err)
		}
		for _, file := range left {
			if err := s.dropFile(ctx, file, ids); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropFile takes a file away, unless documents lead to it that are not among the gone.
func (s *store) dropFile(ctx context.Context, file ent.DocumentFile, gone []int64) error {
	lead, err := s.tx.Document.Query().Where(document.CouncilID(file.CouncilID), document.URL(file.URL)).IDs(ctx)
	if err != nil {
		return errRead("documents", err)
	}
	for _, id := range lead {
		if _, going := slices.BinarySearch(gone, int64(id)); !going {
			return nil
		}
	}
	if err := s.remove(ctx, "document_pages", "file_id", []any{file.ID}); err != nil {
		return err
	}
	return s.remove(ctx, "document_files", "id", []any{file.ID})
}

func (documentFiles) refresh(context.Context, *store, touched, touched) error { return nil }

// fileTextBytes is how much of a file's text is searched: some more than the words that the index takes of a text.
const fileTextBytes = 150_000

// fileTexts are the texts of the files that documents lead to, as far as they are searched.
func (s *store) fileTexts(ctx context.Context, documents []int64) (map[int64]string, error) {
	kept, err := s.tx.DocumentFile.Query().Exist(ctx)
	if err != nil || !kept {
		return nil, err
	}
	texts := map[int64]*strings.Builder{}
	for chunk := range slices.Chunk(documents, bound) {
		d, f, p := s.sql().Table("documents").As("d"), s.sql().Table("document_files").As("f"), s.sql().Table("document_pages").As("p")
		query, args := s.sql().Select(d.C("id"), p.C("text")).From(d).Join(f).On(f.C("url"), d.C("url")).Join(p).On(p.C("file_id"), f.C("id")).
			Where(entsql.And(entsql.ColumnsEQ(f.C("council_id"), d.C("council_id")), entsql.In(d.C("id"), anys(chunk)...))).OrderBy(d.C("id"), p.C("number")).Query()
		err := s.rows(ctx, query, args, func(rows scanner) error {
			var id int64
			var text string
			if err := rows.Scan(&id, &text); err != nil {
				return err
			}
			if texts[id] == nil {
				texts[id] = &strings.Builder{}
			}
			if b := texts[id]; b.Len() < fileTextBytes {
				b.WriteString(text)
				b.WriteByte('\n')
			}
			return nil
		})
		if err != nil {
			return nil, errRead("texts of files", err)
		}
	}
	out := make(map[int64]string, len(texts))
	for id, b := range texts {
		out[id] = b.String()
	}
	return out, nil
}
