package format_test

import (
	"strings"
	"testing"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
	"councilgraph/internal/growth"
)

// BenchmarkGrowth reads a page of each of these shapes and one ten times as long.
func BenchmarkGrowth(b *testing.B) {
	const head = "Agenda and minutes\n\nCouncil - Monday, 4th June, 2018 10.00 am\n\nItems\nNo. Item\n\n1.\n\nRoads\n\nMinutes:\n\nRESOLVED that\n\n"
	for name, unit := range map[string]string{
		"items":      "12.\n\nRoad Repairs pdf icon PDF 12 KB\n\nMinutes:\n\nCouncillor A Ash moved, seconded by Councillor B Oak, that £5 be spent. RESOLVED that the report be noted.\n\n",
		"list":       "(1) That the Clerk be authorised to spend £12,400 on benches.\n\n",
		"paragraphs": "The Cabinet Member for Parks, Councillor Ivy Moss, said that the sum of £4.5m agreed on 3 May 2020 (Minute 12 refers) had been spent.\n\n",
		"one line":   "Councillor Ivy Moss said that the plan was late; ",
		"bars":       "| ",
		"letters":    "aaaa ",
	} {
		b.Run(name, func(b *testing.B) {
			growth.Report(b, 50, func(kb int) func() {
				doc := record.Document{Bytes: []byte(head + strings.Repeat(unit, kb*1000/len(unit)))}
				return func() {
					if _, err := format.Parse(doc); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}
