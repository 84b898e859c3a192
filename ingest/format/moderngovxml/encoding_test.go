package moderngovxml_test

import (
	"strings"
	"testing"

	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
)

// TestEncodings: one answer in several encodings, declared or not, reads the same.
func TestEncodings(t *testing.T) {
	const list = `<committees><committee><committeetitle>Pwyllgor Tŷ’r Café – £5</committeetitle></committee></committees>`
	const plain = `<committees><committee><committeetitle>Caf` + "\xe9 \x96 \xa3" + `5</committeetitle></committee></committees>`
	for name, c := range map[string]struct{ bytes, want string }{
		"UTF-8, declared":        {`<?xml version="1.0" encoding="utf-8"?>` + list, "Pwyllgor Tŷ’r Café – £5"},
		"UTF-8, not declared":    {list, "Pwyllgor Tŷ’r Café – £5"},
		"UTF-8 with its mark":    {"\xef\xbb\xbf" + `<?xml version="1.0"?>` + list, "Pwyllgor Tŷ’r Café – £5"},
		"UTF-8, declared wrong":  {`<?xml version="1.0" encoding="iso-8859-1"?>` + list, "Pwyllgor Tŷ’r Café – £5"},
		"Windows-1252, declared": {`<?xml version="1.0" encoding="Windows-1252"?>` + plain, "Café – £5"},
		"Windows-1252 as UTF-8":  {`<?xml version="1.0" encoding="utf-8"?>` + plain, "Café – £5"},
		"numbers":                {`<committees><committee><committeetitle>` + "Caf&#233; &#x2013; &amp;#163;5" + `</committeetitle></committee></committees>`, "Café – £5"},
	} {
		t.Run(name, func(t *testing.T) {
			page, err := format.Parse(record.Document{Name: "answer.xml", Bytes: []byte(c.bytes)})
			if err != nil {
				t.Fatal(err)
			}
			if got := page.Committees[0].Name; got != c.want || !strings.Contains(page.Text, c.want) {
				t.Errorf("got %q, text %q, want %q", got, page.Text, c.want)
			}
		})
	}
}

// TestErrorsNameTheDocument: the list of formats hands the errors on with the document's name.
func TestErrorsNameTheDocument(t *testing.T) {
	_, err := format.Parse(record.Document{Name: "feeds/quay.xml", Bytes: []byte("<councillorsbyward><wards></wards></councillorsbyward>")})
	if err == nil || !strings.Contains(err.Error(), "feeds/quay.xml") {
		t.Errorf("got %v", err)
	}
}
