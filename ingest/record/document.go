// Package record is the vocabulary of the pipeline: a Document goes in, a Page of facts comes out.
//
// It knows no database and no network. Parsers fill a Page, `councilgraph read` prints it as JSON,
// and the loader stores it. The JSON names are those of the read record in docs/read-record.md.
package record

// Document is one fetched file before anybody has read it.
type Document struct {
	// Name says where the bytes came from (a path, an archive member), for messages to a person.
	Name string
	// URL is the page's own address as it was fetched, "" where nobody knows it.
	URL string
	// Council is the GSS or register code of the council whose page it is, "" where only the address can say.
	Council string
	// MediaType is the Content-Type without parameters, "" where unknown.
	MediaType string
	// FetchedAt is an RFC 3339 time, "" where unknown. It orders versions of one page.
	FetchedAt string
	// Day is the day (2006-01-02) that it is about, as whoever fetched it knows, such as that of its meeting; "" where that
	// is not known. Nothing is read from it: it says where a gap is.
	Day string
	// SHA256 is the hex digest of the bytes as received, before redaction.
	SHA256 string
	// Archived says that it comes from a web archive, where a council's pages stand among many others.
	Archived bool
	// Redacted says that something private was taken out of Bytes before they came here, as from an archive that was
	// written without it; SHA256 is that of the bytes before.
	Redacted bool
	// Bytes is the content, decompressed, as received.
	Bytes []byte
}

// FileType is the media type under which a web archive of this program holds what came of a document's file: a JSON object with its
// text page by page, without what is private. The file itself is not kept, because what is private cannot be taken out of it.
const FileType = "application/vnd.councilgraph.file+json"
