package redact

import (
	"bytes"

	"golang.org/x/text/encoding/unicode"
)

// decode gives the bytes in a form in which ASCII letters are single bytes, and the way back. Only UTF-16
// with its mark needs work: in UTF-8 and the Windows and ISO alphabets ASCII stands as it is.
func decode(b []byte) (text []byte, encode func([]byte) []byte) {
	asIs := func(t []byte) []byte { return t }
	order := unicode.LittleEndian
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		order = unicode.BigEndian
	default:
		return b, asIs
	}
	utf16 := unicode.UTF16(order, unicode.UseBOM)
	text, err := utf16.NewDecoder().Bytes(b)
	if err != nil {
		return b, asIs
	}
	return text, func(t []byte) []byte {
		out, err := utf16.NewEncoder().Bytes(t)
		if err != nil {
			// The decoder gave valid text, and only ASCII was put in.
			return t
		}
		return out
	}
}
