package moderngovxml_test

import (
	"fmt"
	"strings"
	"testing"

	"councilgraph/ingest/format/moderngovxml"
	"councilgraph/ingest/record"
	"councilgraph/internal/growth"
)

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

// BenchmarkGrowth reads an answer of each shape and one ten times as long.
func BenchmarkGrowth(b *testing.B) {
	for name, shape := range shapes {
		b.Run(name, func(b *testing.B) {
			growth.Report(b, 40, func(kb int) func() {
				text := sized(shape, kb*1000)
				return func() {
					if _, _, err := moderngovxml.Parse(text, record.Document{}); err != nil && name != "unclosed" {
						b.Fatal(err)
					}
				}
			})
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
