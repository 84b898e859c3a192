package filetext

import (
	"archive/zip"
	"bytes"
	"strings"
	"unicode/utf8"
)

// KindOf is what kind of file it is: by its content where that tells, else as it was declared.
func KindOf(content []byte, declared string) string {
	head := content[:min(len(content), 1024)]
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	switch {
	case bytes.Contains(head, []byte("%PDF-")):
		return PDF
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return zipped(content, declared)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return "application/msword" // or one of its relatives of the time before docx
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "application/rtf"
	case startsMarkup(text):
		return HTML
	case declared == Plain && bytes.IndexByte(head, 0) < 0 && utf8.Valid(trimRune(head)):
		return Plain
	case declared == PDF || declared == Word || declared == Open || declared == HTML:
		return "application/octet-stream" // it is not what it was declared as
	}
	return declared
}

func startsMarkup(text []byte) bool {
	start := strings.ToLower(string(text[:min(len(text), 32)]))
	for _, s := range []string{"<!doctype html", "<html", "<head", "<body", "<script", "<?xml version=\"1.0\" encoding"} {
		if strings.HasPrefix(start, s) {
			return true
		}
	}
	return false
}

// trimRune takes a character off the end that was cut in two.
func trimRune(b []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// zipped tells what a ZIP archive holds by the names in it.
func zipped(content []byte, declared string) string {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		if declared == Word || declared == Open {
			return declared // a broken one
		}
		return "application/zip"
	}
	for _, f := range z.File {
		switch f.Name {
		case wordBody:
			return Word
		case "mimetype":
			kind, err := part(z, f.Name)
			if err == nil && strings.TrimSpace(string(kind)) == Open {
				return Open
			}
		}
	}
	if strings.HasPrefix(declared, "application/vnd.") && declared != Word && declared != Open {
		return declared
	}
	return "application/zip"
}
