package testsite

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// PDF is a file of pages of lines of text.
func PDF(pages ...[]string) []byte {
	var content []string
	for _, lines := range pages {
		var b strings.Builder
		b.WriteString("BT /F1 11 Tf 60 780 Td 14 TL\n")
		for _, line := range lines {
			coded, _ := charmap.Windows1252.NewEncoder().String(line) // what it cannot write it leaves out
			fmt.Fprintf(&b, "(%s) Tj T*\n", strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(coded))
		}
		b.WriteString("ET")
		content = append(content, b.String())
	}
	return pdf(content, "")
}

// ScannedPDF is a file of pages that are pictures.
func ScannedPDF(pages int) []byte {
	content := make([]string, pages)
	for i := range content {
		content[i] = "q 500 0 0 700 50 50 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI Q"
	}
	return pdf(content, "")
}

// EncryptedPDF is a file that wants a password.
func EncryptedPDF() []byte {
	return pdf([]string{"BT /F1 11 Tf 60 780 Td (secret) Tj ET"}, "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"+strings.Repeat("a1", 32)+"> /U <"+strings.Repeat("b2", 32)+"> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]")
}

// pdf writes the objects of a file and where they stand.
func pdf(pages []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	var at []int
	object := func(body string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), body)
	}
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] >>", len(pages), kids.String()))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	for i, content := range pages {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, trailer, start)
	return b.Bytes()
}

// Word is a docx of paragraphs. One that is "\f" ends a page.
func Word(paragraphs ...string) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, p := range paragraphs {
		if p == "\f" {
			b.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
			continue
		}
		fmt.Fprintf(&b, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>`, html.EscapeString(p))
	}
	b.WriteString(`</w:body></w:document>`)
	return zipOf("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`, "word/document.xml", b.String())
}

// OpenDocument is an odt of paragraphs.
func OpenDocument(paragraphs ...string) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>`)
	for _, p := range paragraphs {
		fmt.Fprintf(&b, `<text:p>%s<office:annotation><text:p>a note</text:p></office:annotation></text:p>`, html.EscapeString(p))
	}
	b.WriteString(`</office:text></office:body></office:document-content>`)
	return zipOf("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", b.String())
}

// zipOf packs names and contents, one behind the other.
func zipOf(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
