package format

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// signatures are the first bytes of files that are no text.
var signatures = []struct{ start, kind string }{
	{"%PDF-", "a PDF"}, {"PK\x03\x04", "a ZIP or an office document"}, {"\x1f\x8b", "a gzip stream"}, {"\xd0\xcf\x11\xe0", "an old office document"},
	{"\x89PNG", "a PNG image"}, {"\xff\xd8\xff", "a JPEG image"}, {"GIF8", "a GIF image"}, {"{\\rtf", "an RTF document"},
}

// decode turns bytes into text: UTF-8 with or without its mark, else Windows-1252. UTF-8 that was once
// taken for Windows-1252 and encoded again is put right.
func decode(b []byte) (string, error) {
	if len(bytes.TrimSpace(b)) == 0 {
		return "", fmt.Errorf("%w: %d bytes; %s", ErrEmpty, len(b), accepted)
	}
	for _, s := range signatures {
		if bytes.HasPrefix(b, []byte(s.start)) {
			return "", fmt.Errorf("%w: it begins as %s does; %s", ErrBinary, s.kind, accepted)
		}
	}
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return "", fmt.Errorf("%w: it begins with a UTF-16 mark; %s", ErrUndecodable, accepted)
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if len(bytes.TrimSpace(b)) == 0 {
		return "", fmt.Errorf("%w: only a byte order mark; %s", ErrEmpty, accepted)
	}
	if control := controls(b); control*100 > len(b) || bytes.IndexByte(b, 0) >= 0 {
		return "", fmt.Errorf("%w: %d of %d bytes are control characters; %s", ErrBinary, control, len(b), accepted)
	}
	if !utf8.Valid(b) {
		return windows(b)
	}
	text := string(b)
	if strings.Contains(text, "\ufffd") && strings.Count(text, "\ufffd")*20 > len(text) {
		return "", fmt.Errorf("%w: most of it is the replacement character U+FFFD; %s", ErrUndecodable, accepted)
	}
	return repair(text), cut(text)
}

// controls counts the bytes that no text holds.
func controls(b []byte) int {
	n := 0
	for _, c := range b {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0b {
			n++
		}
	}
	return n
}

// windows decodes Windows-1252. Five of its bytes mean nothing; a text that holds them is none.
func windows(b []byte) (string, error) {
	for i, c := range b {
		switch c {
		case 0x81, 0x8d, 0x8f, 0x90, 0x9d:
			return "", fmt.Errorf("%w: byte %d is 0x%02x, which is neither UTF-8 nor Windows-1252; %s", ErrUndecodable, i, c, accepted)
		}
	}
	if high := countHigh(b); high*3 > len(b) {
		return "", fmt.Errorf("%w: %d of %d bytes are above 0x7f and not UTF-8; %s", ErrUndecodable, high, len(b), accepted)
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("%w: %w; %s", ErrUndecodable, err, accepted)
	}
	return string(out), cut(string(out))
}

func countHigh(b []byte) int {
	n := 0
	for _, c := range b {
		if c >= 0x80 {
			n++
		}
	}
	return n
}

// mojibake are the beginnings of UTF-8 that was read as Windows-1252: "â€™" for a curly apostrophe, "Â£" for a pound.
var mojibake = []string{"â€", "Â£", "Â ", "Â\u00a0", "Ã©", "Ã´", "Ã¢", "Å´", "Åµ"}

// repair undoes one wrong decoding, run by run, where the page shows its marks.
func repair(text string) string {
	found := false
	for _, m := range mojibake {
		found = found || strings.Contains(text, m)
	}
	if !found {
		return text
	}
	var out strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); {
		n, r := undo(runes[i:])
		if n == 0 {
			out.WriteRune(runes[i])
			i++
			continue
		}
		out.WriteRune(r)
		i += n
	}
	return out.String()
}

// undo reads a character out of the two to four that its bytes were taken for.
func undo(runes []rune) (int, rune) {
	b, ok := charmap.Windows1252.EncodeRune(runes[0])
	if !ok || b < 0xc2 || b > 0xf4 {
		return 0, 0
	}
	size := 2
	if b >= 0xe0 {
		size = 3
	}
	if b >= 0xf0 {
		size = 4
	}
	if len(runes) < size {
		return 0, 0
	}
	raw := []byte{b}
	for _, r := range runes[1:size] {
		c, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r >= 0x80 && r <= 0x9f {
			c, ok = byte(r), true
		}
		if !ok || c < 0x80 || c > 0xbf {
			return 0, 0
		}
		raw = append(raw, c)
	}
	r, n := utf8.DecodeRune(raw)
	if r == utf8.RuneError || n != size {
		return 0, 0
	}
	return size, r
}

// cut refuses markup that ends inside a tag.
func cut(text string) error {
	if !strings.Contains(text, "</") && !strings.Contains(strings.ToLower(text[:min(len(text), 1024)]), "<html") {
		return nil
	}
	open := strings.LastIndexByte(text, '<')
	if open < 0 || strings.IndexByte(text[open:], '>') >= 0 || open+1 >= len(text) {
		return nil
	}
	if c := text[open+1]; c == '/' || c == '!' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		return fmt.Errorf("%w: it ends inside the tag %q; fetch it again", ErrCut, text[open:min(len(text), open+40)])
	}
	return nil
}
