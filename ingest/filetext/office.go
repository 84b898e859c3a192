package filetext

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxPart is the most that a part of a ZIP archive may be unpacked, in bytes: a few kilobytes can be packed that unpack without end.
const maxPart = 64 << 20

const (
	wordBody = "word/document.xml"
	openBody = "content.xml"
)

// part unpacks one part of an archive.
func part(z *zip.Reader, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxPart+1))
	if err != nil {
		return nil, err
	}
	if len(b) > maxPart {
		return nil, fmt.Errorf("%s unpacks to more than %d bytes", name, maxPart)
	}
	return b, nil
}

// body is the part of an archive that holds its text.
func body(content []byte, name string) (*xml.Decoder, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, damaged(err)
	}
	if name == openBody {
		if manifest, err := part(z, "META-INF/manifest.xml"); err == nil && bytes.Contains(manifest, []byte("encryption-data")) {
			return nil, ErrEncrypted
		}
	}
	b, err := part(z, name)
	if err != nil {
		return nil, damaged(err)
	}
	return xml.NewDecoder(bytes.NewReader(b)), nil
}

// wordPages is the text of a docx: paragraphs on a line each, cells of a table with tabs between. Pages are where the
// file says that one ends, as Word laid it out last; else it is cut into some. What was deleted and is still tracked is left out.
func wordPages(content []byte) ([]string, error) {
	in, err := body(content, wordBody)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	text := false
	for {
		token, err := in.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return portions(b.String()), nil
		case err != nil:
			return nil, damaged(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "t":
				text = true
			case "tab":
				b.WriteByte('\t')
			case "br", "cr":
				if attribute(t, "type") == "page" {
					b.WriteByte('\f')
				} else {
					b.WriteByte('\n')
				}
			case "noBreakHyphen":
				b.WriteByte('-')
			case "lastRenderedPageBreak":
				b.WriteByte('\f')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t":
				text = false
			case "p", "tr":
				b.WriteByte('\n')
			case "tc":
				b.WriteByte('\t')
			}
		case xml.CharData:
			if text {
				b.Write(t)
			}
		}
	}
}

// openPages is the text of an odt. Notes of readers and what was deleted are left out.
func openPages(content []byte) ([]string, error) {
	in, err := body(content, openBody)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	paragraphs, hidden := 0, 0
	for {
		token, err := in.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return portions(b.String()), nil
		case err != nil:
			return nil, damaged(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "annotation", "tracked-changes":
				hidden++
			case "p", "h":
				paragraphs++
			case "s":
				n, _ := strconv.Atoi(attribute(t, "c"))
				b.WriteString(strings.Repeat(" ", min(max(n, 1), 100)))
			case "tab":
				b.WriteByte('\t')
			case "line-break":
				b.WriteByte('\n')
			case "soft-page-break":
				b.WriteByte('\f')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "annotation", "tracked-changes":
				hidden--
			case "p", "h":
				paragraphs--
				if hidden == 0 {
					b.WriteByte('\n')
				}
			}
		case xml.CharData:
			if paragraphs > 0 && hidden == 0 {
				b.Write(t)
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
