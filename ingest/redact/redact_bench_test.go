package redact

import (
	"bytes"
	"testing"

	"councilgraph/ingest/record"
	"councilgraph/internal/growth"
)

func BenchmarkRedact(b *testing.B) {
	page := bytes.Repeat([]byte("Councillor Jo Marl moved that £141,000 be drawn down as outlined in paragraph 3.8 of the report of 14th September 2016.\n"), 500)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		Redact(record.Document{Bytes: page, MediaType: "text/plain"})
	}
}

// BenchmarkGrowth redacts ten times as much of each of these.
func BenchmarkGrowth(b *testing.B) {
	for _, unit := range []string{
		"a", "0", "0 ", "@", "a@", "a.", "(", "<", "<p>", "&#64;", "Tel: ", "Home address: ", "Home address:\n", "<homeaddress>",
		"Home address: 4 Marl Lane ", "Signed: ", "Yours sincerely\n", "<img ", "01632 960431 ", "12 High ", "phone <", "Address\n",
		"Mr A of 4 Marl Lane ", "Mr A ", "lives ", "4 Marl Lane, Ab, ", "1 A ", " dot ", "a dot b at c ", "dob ", "born on <", "＠", "ni n ",
	} {
		b.Run(unit, func(b *testing.B) {
			growth.Report(b, 5, func(kb int) func() {
				page := bytes.Repeat([]byte(unit), kb*1000/len(unit)+1)
				page = append(page, "\nePetition</p>"...)
				return func() { Redact(record.Document{Bytes: page, MediaType: "text/html"}) }
			})
		})
	}
}
