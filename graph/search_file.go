package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/documentfile"
	"councilgraph/ent/documentpage"
)

// How much of a file's text is looked through for a snippet: what load brings into the index stands there.
const (
	fileTextBytes = 150_000
	fileTextPages = 150
)

// fileTexts are the texts of the files that documents lead to, by the documents.
func (s *searching) fileTexts(ctx context.Context, documents []*ent.Document) (map[int]string, error) {
	of := map[fileAt][]int{}
	var urls []string
	for _, d := range documents {
		if d.URL != nil {
			at := fileAt{d.CouncilID, *d.URL}
			of[at] = append(of[at], d.ID)
			urls = append(urls, at.url)
		}
	}
	if len(of) == 0 {
		return nil, nil
	}
	councils := make([]int, 0, len(of))
	for at := range of {
		councils = append(councils, at.council)
	}
	files, err := s.store.DocumentFile.Query().Where(documentfile.CouncilIDIn(councils...), documentfile.URLIn(urls...), documentfile.Status("READ")).All(ctx)
	if err != nil || len(files) == 0 {
		return nil, err
	}
	ids, texts := make([]int, len(files)), make(map[int]string, len(files))
	for i, f := range files {
		ids[i] = f.ID
	}
	pages, err := s.store.DocumentPage.Query().Where(documentpage.FileIDIn(ids...), documentpage.NumberLTE(fileTextPages)).
		Order(func(s *sql.Selector) { s.OrderBy(s.C(documentpage.FieldFileID), s.C(documentpage.FieldNumber)) }).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		if len(texts[p.FileID]) < fileTextBytes {
			texts[p.FileID] += p.Text + "\n"
		}
	}
	out := make(map[int]string, len(documents))
	for _, f := range files {
		for _, id := range of[fileAt{f.CouncilID, f.URL}] {
			out[id] = texts[f.ID]
		}
	}
	return out, nil
}
