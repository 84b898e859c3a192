package redact

import (
	"bytes"
	"testing"

	"councilgraph/ingest/record"
)

func BenchmarkRedact(b *testing.B) {
	page := bytes.Repeat([]byte("Councillor Jo Marl moved that £141,000 be drawn down as outlined in paragraph 3.8 of the report of 14th September 2016.\n"), 500)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		Redact(record.Document{Bytes: page, MediaType: "text/plain"})
	}
}
