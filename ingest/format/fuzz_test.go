package format_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
)

// FuzzParse: nothing makes the parser panic, and every place it gives lies in the text.
func FuzzParse(f *testing.F) {
	pages, _ := filepath.Glob("testdata/*/page.txt")
	for _, p := range pages {
		b, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b), "https://democracy.example/ieListDocuments.aspx?CId=1&MId=2")
	}
	f.Add("Agenda item\n\n1.\n\n|RESOLVED|\n(a)\n\n", "")
	f.Fuzz(func(t *testing.T, text, url string) {
		page, err := format.Parse(record.Document{URL: url, Bytes: []byte(text)})
		if err != nil {
			return
		}
		spans(t, page)
	})
}

// TestLinear: ten times the page takes at most twenty times as long.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for name, unit := range map[string]string{
		"items":      "12.\n\nRoad Repairs pdf icon PDF 12 KB\n\nMinutes:\n\nCouncillor A Ash moved, seconded by Councillor B Oak, that £5 be spent. RESOLVED that the report be noted.\n\n",
		"list":       "(1) That the Clerk be authorised to spend £12,400 on benches.\n\n",
		"paragraphs": "The Cabinet Member for Parks, Councillor Ivy Moss, said that the sum of £4.5m agreed on 3 May 2020 (Minute 12 refers) had been spent.\n\n",
		"one line":   "Councillor Ivy Moss said that the plan was late; ",
		"bars":       "| ",
		"letters":    "aaaa ",
	} {
		t.Run(name, func(t *testing.T) {
			took := func(size int) time.Duration {
				text := "Agenda and minutes\n\nCouncil - Monday, 4th June, 2018 10.00 am\n\nItems\nNo. Item\n\n1.\n\nRoads\n\nMinutes:\n\nRESOLVED that\n\n" + strings.Repeat(unit, size/len(unit))
				best := time.Hour
				for range 2 {
					from := time.Now()
					if _, err := format.Parse(record.Document{Bytes: []byte(text)}); err != nil {
						t.Fatal(err)
					}
					best = min(best, time.Since(from))
				}
				return best
			}
			small, large := took(50_000), took(500_000)
			if large > 20*small+500*time.Millisecond {
				t.Errorf("50 KB took %v, 500 KB took %v", small, large)
			}
			t.Logf("50 KB %v, 500 KB %v", small, large)
		})
	}
}
