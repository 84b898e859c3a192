package redact

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"

	"councilgraph/ingest/record"
)

func redacted(t *testing.T, doc record.Document) (string, int) {
	t.Helper()
	out, n := Redact(doc)
	again, more := Redact(out)
	if more != 0 || !bytes.Equal(again.Bytes, out.Bytes) {
		t.Errorf("a second pass changed %d things:\n%s\n---\n%s", more, out.Bytes, again.Bytes)
	}
	return string(out.Bytes), n
}

func TestRedact_Text(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"email", "Write to ann.o'dell@brackwell.example.gov.uk.", "Write to [email removed]."},
		{"email with reference", "name&#64;host.gov.uk", "[email removed]"},
		{"email with blanks", "Contact: a.reeve @ tarnby.gov.uk today", "Contact: [email removed] today"},
		{"email spelt", "a.reeve [at] tarnby [dot] org", "[email removed]"},
		{"email in an address", "mailto:a.reeve%40tarnby.org?subject=x", "mailto:[email removed]?subject=x"},
		{"phones", "Tel: 020 7946 0112 or (01632) 960431, 07700 900123.", "Tel: [phone removed] or [phone removed], [phone removed]."},
		{"phone abroad", "+44 (0)1632 960431 and +353 1 496 0123", "[phone removed] and [phone removed]"},
		{"phone without blanks", "Tel:01632960431\n", "Tel:[phone removed]\n"},
		{"phone with hyphens", "01632-960-431", "[phone removed]"},
		{"two phones, one stroke", "01632 960431/01632 960432", "[phone removed]/[phone removed]"},
		{"local number", "Home phone: 960431", "Home phone: [phone removed]"},
		{"label that leans on it", "Tel01632 960431", "Tel[phone removed]"},
		{"brackets of the zone", "(0)20 7946 0112", "[phone removed]"},
		{"address on one line", "Home address: 4 Marl Lane, Brackwell, AS1 2BC\nWard: Marl", "Home address: [address removed]\nWard: Marl"},
		{"address without postcode", "Home address: 4 Marl Lane\nCouncil\nAudit", "Home address: [address removed]\nCouncil\nAudit"},
		{
			"address, spaced", "Home address:\n\n4 Marl Lane\n\nBrackwell\n\nAS1 2BC\n\nPhone: 01632 960555\n",
			"Home address:\n\n[address removed]\n\n\n\n\n\nPhone: [phone removed]\n",
		},
		{"address, paragraph", "Home address\n4 Marl Lane\nBrackwell\n\nAudit\n", "Home address\n[address removed]\n\n\nAudit\n"},
		{"address and phone in one line", "Home address: 4 Marl Lane AS1 2BC Phone: 01632 960431", "Home address: [address removed] Phone: [phone removed]"},
		{"address, then a label", "Home address:\nPhone: 960431", "Home address:\nPhone: [phone removed]"},
		{"piped", "Home address: 4 Marl Lane | Party: Independent", "Home address: [address removed] | Party: Independent"},
		{"signed", "Signed: Jo Reeve\nChairman", "Signed: [signature removed]\nChairman"},
		{"signed on dots", "Signed …………… J Marl", "Signed …………… [signature removed]"},
		{"letter", "Yours sincerely\n\nJo Reeve\nHead of Law\n\nNext item", "Yours sincerely\n\n[signature removed]\n\nNext item"},
	}
	for _, tt := range tests {
		got, n := redacted(t, record.Document{Bytes: []byte(tt.in), MediaType: "text/plain"})
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
		if n == 0 {
			t.Errorf("%s: no removal counted", tt.name)
		}
	}
}

func TestRedact_LeavesAlone(t *testing.T) {
	for _, in := range []string{
		"£141, 000 part year and £795,000 in a full year, £8-10m, £01632 960431",
		"Meeting: 11/01/2017 - Executive (Item 152) 01.02.2018 2018-03-29T10:00:00Z",
		"7.30 p.m. to 10.05pm, 0900-1030, 19:30",
		"19/01234/FUL 20/00123/OUT DC/18/0123456 PP-01234567 UTT/19/0123/FUL P2020/0123/FUL",
		"minutes 1836. to 1839., item 5.1, (paragraphs 6.5 to 6.6 and 6.7 to 6.9)",
		"grid reference TQ 01234 56789", "2014/15 to 2018-2019 over 2015 2016 2017 2018 2019",
		"the mobile 2019 2020 programme; Mobile library 2018-2019", "telephone 24,500 residents",
		"https://democracy.example.gov.uk/documents/s0123456789/Report.pdf?ID=01234567890",
		"tickets @ 7.30pm, @BrackwellCouncil, 5 @ £3.50", "the home address of the applicant was not disclosed",
		"Site address: 4 Marl Lane, Brackwell, AS1 2BC", "Address: 4 Marl Lane, Brackwell, AS1 2BC",
		"ePetitions\nAddress: 4 Marl Lane, Brackwell, AS1 2BC\nA licence for 178 Healey Lane, Brackwell, AS1 2BC",
		"the minutes be confirmed and signed by the Chairman.", "1,486 people signed this ePetition.",
		"Signed: ............", "UPRN 100012345678, charity 0123456",
	} {
		doc := record.Document{Bytes: []byte(in), MediaType: "text/plain"}
		if out, n := Redact(doc); n != 0 || string(out.Bytes) != in {
			t.Errorf("%q became %q", in, out.Bytes)
		}
	}
}

func TestRedact_HTML(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{
			"councillor's page",
			`<p><span class="mgLabel">Home address:&nbsp;</span> 4 Marl Lane<br/>Brackwell<br/>AS1 2BC</p><p><span class="mgLabel">Home phone:&nbsp;</span>960431</p><p>Ward</p>`,
			`<p><span class="mgLabel">Home address:&nbsp;</span> [address removed]<br/><br/></p><p><span class="mgLabel">Home phone:&nbsp;</span>[phone removed]</p><p>Ward</p>`,
		},
		{
			"no postcode", `<dt>Home address</dt><dd>4 Marl Lane<br>Brackwell</dd><dt>Party</dt><dd>Independent</dd>`,
			`<dt>Home address</dt><dd>[address removed]<br></dd><dt>Party</dt><dd>Independent</dd>`,
		},
		{
			"mailto", `<a href="mailto:a.reeve@tarnby.org">a.reeve@tarnby.org</a><a href="tel:+441632960431">call</a>`,
			`<a href="mailto:[email removed]">[email removed]</a><a href="tel:[phone removed]">call</a>`,
		},
		{
			"hidden", `<a href="/cdn-cgi/l/email-protection#5a3b1a28"><span data-cfemail="5a3b1a28">[email&#160;protected]</span></a>`,
			`<a href="/cdn-cgi/l/email-protection#0"><span data-cfemail="0">[email&#160;protected]</span></a>`,
		},
		{"signature", `<p>x</p><img src="a.png" alt="Signature of the Mayor"/>`, `<p>x</p>[signature removed]`},
		{
			"petition", `<h1>ePetition details</h1><p>Started by: Jo Reeve of 4 Marl Lane, Brackwell AS1 2BC</p><p>Address: 4 Marl Lane</p>`,
			`<h1>ePetition details</h1><p>Started by: Jo Reeve of [address removed]</p><p>Address: [address removed]</p>`,
		},
		{"script", `<script>m="a.reeve\u0040tarnby.org"</script>`, `<script>m="[email removed]"</script>`},
	}
	for _, tt := range tests {
		got, n := redacted(t, record.Document{Bytes: []byte(tt.in), MediaType: "text/html"})
		if d := cmp.Diff(tt.want, got); d != "" || n == 0 {
			t.Errorf("%s: %d removals (-want +got):\n%s", tt.name, n, d)
		}
	}
}

func TestRedact_Feed(t *testing.T) {
	in := `<councillor><fullusername>Councillor Jo Reeve</fullusername>
  <workaddress><line1>Members' Room</line1><phone>960431</phone><mobile></mobile><email>j.marl@brackwell.gov.uk</email></workaddress>
  <homeaddress><line1>4 Marl Lane</line1><postcode>AS1 2BC</postcode><phone>1</phone></homeaddress>
  <termsofoffice><startdate>27/05/2014</startdate></termsofoffice></councillor>
<councillor><homeaddress>
          </homeaddress><m:HomePhone>1</m:HomePhone></councillor>`
	want := `<councillor><fullusername>Councillor Jo Reeve</fullusername>
  <workaddress><line1>Members' Room</line1><phone>[phone removed]</phone><mobile></mobile><email>[email removed]</email></workaddress>
  <homeaddress>[address removed]</homeaddress>
  <termsofoffice><startdate>27/05/2014</startdate></termsofoffice></councillor>
<councillor><homeaddress>
          </homeaddress><m:HomePhone>[phone removed]</m:HomePhone></councillor>`
	got, n := redacted(t, record.Document{Bytes: []byte(in), MediaType: "text/xml"})
	if d := cmp.Diff(want, got); d != "" || n != 4 {
		t.Errorf("%d removals (-want +got):\n%s", n, d)
	}
	escaped := strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(in)
	got, _ = redacted(t, record.Document{Bytes: []byte(escaped), MediaType: "text/xml"})
	if strings.Contains(got, "Marl") || strings.Contains(got, "960431") || !strings.Contains(got, "Members' Room") {
		t.Errorf("escaped feed: %s", got)
	}
	got, _ = redacted(t, record.Document{Bytes: []byte(in[:strings.Index(in, "AS1")]), MediaType: "text/xml"})
	if strings.Contains(got, "Marl") {
		t.Errorf("cut feed: %s", got)
	}
}

func TestRedact_Charsets(t *testing.T) {
	const in = "Councillor Siân Marl – Tel: 01632 960431"
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	raw, err := utf16.NewEncoder().Bytes([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	out, n := Redact(record.Document{Bytes: raw, MediaType: "text/plain"})
	text, err := utf16.NewDecoder().Bytes(out.Bytes)
	if err != nil || n != 1 || string(text) != "Councillor Siân Marl – Tel: [phone removed]" {
		t.Errorf("UTF-16: %q, %d removals, %v", text, n, err)
	}
	windows := []byte("Councillor Si\xe2n \x96 Tel:\xa001632\xa0960431")
	out, _ = Redact(record.Document{Bytes: windows, MediaType: "text/plain"})
	if want := "Councillor Si\xe2n \x96 Tel:\xa0[phone removed]"; string(out.Bytes) != want {
		t.Errorf("Windows-1252: %q, want %q", out.Bytes, want)
	}
}

// What is given stays as it is, and so does the hash of what was received.
func TestRedact_KeepsItsInput(t *testing.T) {
	in := []byte("a.reeve@tarnby.org, 01632 960431, Home address: 4 Marl Lane")
	before := bytes.Clone(in)
	sum := sha256.Sum256(in)
	doc := record.Document{Bytes: in, SHA256: hex.EncodeToString(sum[:]), URL: "https://x.example/", Council: "E1"}
	out, n := Redact(doc)
	if n != 3 || !bytes.Equal(in, before) {
		t.Errorf("%d removals; the input is now %q", n, in)
	}
	if out.SHA256 != doc.SHA256 || out.URL != doc.URL || out.Council != doc.Council {
		t.Errorf("the document became %+v", out)
	}
	binary := record.Document{Bytes: []byte("\x00\x01 a@b.org"), MediaType: "application/octet-stream"}
	if _, n := Redact(binary); n != 0 {
		t.Errorf("%d removals from what is not text", n)
	}
}
