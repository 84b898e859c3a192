package moderngovxml_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/ingest/format/moderngovxml"
	"councilgraph/ingest/record"
)

// FuzzParse: nothing makes the parser panic, and every place that it gives lies in the text and holds its fact.
func FuzzParse(f *testing.F) {
	pages, _ := filepath.Glob("testdata/*/page.xml")
	for _, p := range pages {
		b, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Add("<Envelope><Body><Fault><faultstring>x</faultstring></Fault></Body></Envelope>")
	f.Add("<meeting><meetingid>1</meetingid><agendaitems><agendaitem><minutesnonemptyhtmlbody><p>x</minutesnonemptyhtmlbody></agendaitem></agendaitems></meeting>")
	f.Fuzz(func(t *testing.T, text string) {
		page, _, err := moderngovxml.Parse(strings.ToValidUTF8(text, " "), record.Document{URL: service})
		if err != nil {
			return
		}
		inside(t, page)
	})
}

// inside checks that the places of a page lie in its text.
func inside(t *testing.T, page record.Page) {
	t.Helper()
	n := len([]rune(page.Text))
	check := func(s record.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > n {
			t.Fatalf("span %+v is outside the text of %d code points", s, n)
		}
	}
	for _, p := range page.People {
		check(p.Span)
	}
	for _, m := range page.Meetings {
		check(m.Span)
		for _, a := range m.Attendances {
			check(a.Span)
		}
		for _, i := range m.Items {
			check(i.Span)
			for _, r := range i.Resolutions {
				check(r.Span)
			}
			for _, p := range i.Participations {
				check(p.Span)
			}
		}
	}
}
