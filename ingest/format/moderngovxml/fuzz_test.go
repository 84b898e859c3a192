package moderngovxml_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// shapes are answers of about any size: each is a head, what is repeated, and a tail.
var shapes = map[string][3]string{
	"items":       {"<meeting><meetingid>1</meetingid><agendaitems>", "<agendaitem><agendaitemid>9</agendaitemid><agendaitemtitle>Roads &amp;amp; Lanes</agendaitemtitle><fulldisplaynumberformat>9.</fulldisplaynumberformat><agendatext>&lt;p&gt;To consider the report.&lt;/p&gt;</agendatext><minutesnonemptyhtmlbody>&lt;p&gt;Councillor Ada Thorn moved, seconded by Councillor Bede Moor, that £500 be spent.&lt;/p&gt;&lt;p&gt;RESOLVED that the report be noted.&lt;/p&gt;</minutesnonemptyhtmlbody></agendaitem>\n", "</agendaitems></meeting>"},
	"one item":    {"<meeting><meetingid>1</meetingid><agendaitems><agendaitem><agendaitemtitle>Roads</agendaitemtitle><minutesnonemptyhtmlbody>", "&lt;p&gt;Councillor Ada Thorn said that the lanes of the ward were worn and asked for £4,000.&lt;/p&gt;", "</minutesnonemptyhtmlbody></agendaitem></agendaitems></meeting>"},
	"raw HTML":    {"<meeting><meetingid>1</meetingid><agendaitems>", "<agendaitem><agendaitemtitle>Roads<br></agendaitemtitle><minutesnonemptyhtmlbody><table><tr><td>The lanes are worn.<td><b>A</b></minutesnonemptyhtmlbody></agendaitem>\n", "</agendaitems></meeting>"},
	"councillors": {"<councillorsbyward><wards>", "<ward><wardtitle>Quay</wardtitle><councillors><councillorcount> 1</councillorcount><councillor><councillorid>7</councillorid><fullusername>Councillor Ada Thorn</fullusername><politicalpartytitle>Green Party</politicalpartytitle><homeaddress>\n  </homeaddress><termsofoffice><termofoffice><startdate>05/05/2022</startdate><enddate>unspecified</enddate></termofoffice></termsofoffice></councillor></councillors></ward>\n", "</wards></councillorsbyward>"},
	"meetings":    {"<getmeetingsbydate><meetings>", "<meeting><meetingid>88</meetingid><meetingdate>02/01/2025</meetingdate><committeetitle>Licensing Panel</committeetitle></meeting>\n", "</meetings></getmeetingsbydate>"},
	"attendees":   {"<meeting><meetingid>1</meetingid><attendees>", "<attendee memberid=\"3\" name=\"Councillor Ada Thorn\" attendance=\"Present\" ward=\"Quay\"/>\n", "</attendees></meeting>"},
	"unclosed":    {"<meeting><meetingid>1</meetingid><agendaitems>", "<agendatext><minutesnonemptyhtmlbody>", ""},
}

func sized(shape [3]string, size int) string {
	return shape[0] + strings.Repeat(shape[1], size/len(shape[1])+1) + shape[2]
}

// TestLinear: ten times the answer takes at most twenty times as long.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			took := func(size int) time.Duration {
				text, best := sized(shape, size), time.Hour
				for range 2 {
					from := time.Now()
					if _, _, err := moderngovxml.Parse(text, record.Document{}); err != nil && name != "unclosed" {
						t.Fatal(err)
					}
					best = min(best, time.Since(from))
				}
				return best
			}
			small, large := took(40_000), took(400_000)
			if large > 20*small+500*time.Millisecond {
				t.Errorf("40 KB took %v, 400 KB took %v", small, large)
			}
			t.Logf("40 KB %v, 400 KB %v", small, large)
		})
	}
}

// BenchmarkParse reads answers of 500 KB and 5 MB.
func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"items", "one item", "raw HTML", "councillors", "meetings", "attendees"} {
		for _, size := range []int{500_000, 5_000_000} {
			text := sized(shapes[name], size)
			b.Run(fmt.Sprintf("%s/%dKB", name, size/1000), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if _, _, err := moderngovxml.Parse(text, record.Document{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
