package bench

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
	"councilgraph/internal/growth"
)

// BenchmarkRead reads every composed page of the reader's cases and reports what a KB costs: the median
// page and the dearest one. Time is the
// processor time of the process, which other programs do not lengthen.
func BenchmarkRead(b *testing.B) {
	files, err := filepath.Glob("../ingest/format/testdata/cases/*/page.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no cases: %v", err)
	}
	var docs []record.Document
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		head, rest, _ := strings.Cut(string(text), "\n")
		docs = append(docs, record.Document{Name: f, URL: strings.TrimSpace(strings.TrimPrefix(head, "URL:")), Bytes: []byte(rest)})
	}
	spent := make([]time.Duration, len(docs))
	rounds := 0
	for b.Loop() {
		rounds++
		for i, d := range docs {
			from := growth.Processor()
			if _, err := format.Parse(d); err != nil {
				b.Fatal(err)
			}
			spent[i] += growth.Processor() - from
		}
	}
	var perKB []float64
	for i, d := range docs {
		perKB = append(perKB, spent[i].Seconds()*1000/float64(rounds)/(float64(len(d.Bytes))/1024))
	}
	slices.Sort(perKB)
	b.ReportMetric(perKB[len(perKB)/2], "ms/KB-median")
	b.ReportMetric(perKB[len(perKB)-1], "ms/KB-most")
}

// BenchmarkReadGrowth reads a long page of each of these shapes and one ten times as long, and reports how
// many times as long the second takes. In a linear reader that is about ten.
func BenchmarkReadGrowth(b *testing.B) {
	for name, unit := range map[string]string{
		"items":      "12.\n\nRoad Repairs pdf icon PDF 12 KB\n\nMinutes:\n\nCouncillor A Ash moved, seconded by Councillor B Oak, that £5 be spent. RESOLVED that the report be noted.\n\n",
		"list":       "(1) That the Clerk be authorised to spend £12,400 on benches.\n\n",
		"paragraphs": "The Cabinet Member for Parks, Councillor Ivy Moss, said that the sum of £4.5m agreed on 3 May 2020 (Minute 12 refers) had been spent.\n\n",
		"line":       "Councillor Ivy Moss said that the plan was late; ",
		"names":      "Councillors A Ash, B Oak, C Elm and D Yew, ",
		"bars":       "| ",
		"letters":    "aaaa ",
	} {
		b.Run(name, func(b *testing.B) {
			page := func(size int) record.Document {
				head := "Agenda and minutes\n\nCouncil - Monday, 4th June, 2018 10.00 am\n\nItems\nNo. Item\n\n1.\n\nRoads\n\nMinutes:\n\nRESOLVED that\n\n"
				return record.Document{Bytes: []byte(head + strings.Repeat(unit, size/len(unit)))}
			}
			small, large := page(500_000), page(5_000_000)
			var short, long time.Duration
			for b.Loop() {
				short += took(b, small)
				long += took(b, large)
			}
			b.ReportMetric(long.Seconds()/short.Seconds(), "times")
			b.ReportMetric(short.Seconds()*1000/500/float64(b.N), "ms/KB")
		})
	}
}

func took(b *testing.B, d record.Document) time.Duration {
	from := growth.Processor()
	if _, err := format.Parse(d); err != nil {
		b.Fatal(err)
	}
	return growth.Processor() - from
}
