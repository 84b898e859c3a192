package load

import (
	"context"
	"fmt"
	"slices"

	"councilgraph/ent"
	"councilgraph/ent/council"
	"councilgraph/ent/document"
	"councilgraph/ent/documentfile"
)

// File is the file of a document: what came of asking for it, and its text.
type File struct {
	// URL is its address as documents have it.
	URL string
	// Status is what came of it: see FileRead and the others.
	Status string
	// Reason is why there is no text, or not all of it, "" where all of it is there.
	Reason string
	// FetchedAt, SHA256 and Size are of the version that was had, "" and 0 where none was.
	FetchedAt, SHA256 string
	Size              int
	// MediaType is what kind of file it is, "" where that cannot be told.
	MediaType string
	// PageCount is how many pages it has, 0 where that is not known.
	PageCount int
	// Pages are the texts of pages by their numbers, without what is private. Redacted says that something was taken out.
	Pages    map[int]string
	Redacted bool
	// ETag and LastModified are what the site gave with it.
	ETag, LastModified string
	// AskedAt is when it was asked for last, ChangedAt when it was last found to be another than before, "" for never.
	AskedAt, ChangedAt string
}

// What came of a file, as the API says it.
const (
	FileRead        = "READ"
	FileNoText      = "NO_TEXT"
	FileEncrypted   = "ENCRYPTED"
	FileUnsupported = "UNSUPPORTED"
	FileDamaged     = "DAMAGED"
	FileTooLarge    = "TOO_LARGE"
	FileGone        = "GONE"
	FileFailed      = "FAILED"
)

// Listed is a file that documents of a council lead to.
type Listed struct {
	File
	// Date is the latest day of the meetings and items whose document it is, "" where none is known.
	Date string
	// Committees are the names and the source's numbers of their committees.
	Committees []string
}

// Files are the files that documents of a council lead to, in the order of their addresses, with what is known of them but for
// their texts. Status is "" for those that nobody has asked for.
func (l *Loader) Files(ctx context.Context, code string) ([]Listed, error) {
	council, err := l.client.Council.Query().Where(council.RegisterCode(code)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("find council %s: %w", code, err)
	}
	known, err := l.client.DocumentFile.Query().Where(documentfile.CouncilID(council.ID)).All(ctx)
	if err != nil {
		return nil, errRead("files of documents", err)
	}
	files := make(map[string]File, len(known))
	for _, f := range known {
		files[f.URL] = File{
			URL: f.URL, Status: f.Status, Reason: value(f.Reason), FetchedAt: value(f.FetchedAt), SHA256: value(f.Sha256), MediaType: value(f.MediaType),
			Size: value(f.Size), PageCount: value(f.PageCount), Redacted: f.Redacted, ETag: f.Etag, LastModified: f.LastModified, AskedAt: f.AskedAt, ChangedAt: f.ChangedAt,
		}
	}
	documents, err := l.client.Document.Query().Where(document.CouncilID(council.ID), document.URLNotNil()).
		WithAgendaItem(func(q *ent.AgendaItemQuery) { q.WithCommittee().Select("id", "date", "committee_id") }).
		WithMeeting(func(q *ent.MeetingQuery) { q.WithCommittee().Select("id", "date", "committee_id") }).
		Select(document.FieldID, document.FieldURL, document.FieldAgendaItemID, document.FieldMeetingID).All(ctx)
	if err != nil {
		return nil, errRead("documents", err)
	}
	found := map[string]*Listed{}
	for _, d := range documents {
		f := found[*d.URL]
		if f == nil {
			f = &Listed{File: files[*d.URL]}
			f.URL = *d.URL
			found[f.URL] = f
		}
		var of *ent.Committee
		if i := d.Edges.AgendaItem; i != nil {
			f.Date, of = max(f.Date, value(i.Date)), i.Edges.Committee
		}
		if m := d.Edges.Meeting; m != nil {
			f.Date, of = max(f.Date, value(m.Date)), m.Edges.Committee
		}
		if of != nil && !slices.Contains(f.Committees, of.Name) {
			f.Committees = append(f.Committees, of.Name, value(of.SourceID))
		}
	}
	out := make([]Listed, 0, len(found))
	for _, url := range sorted(found) {
		out = append(out, *found[url])
	}
	return out, nil
}
