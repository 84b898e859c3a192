package redact

import (
	"bytes"
	"regexp"
)

// The longest line of a signature and the longest tag of a picture, in bytes.
const (
	maxSigned = 400
	maxImage  = 2000
)

var (
	// A line that opens with Signed or Signature, a colon or dots, and a name.
	signedLine = regexp.MustCompile(`(?i)^[ \t>*]*(?:signed(?:[ \t]+by)?|signature)[ \t]*(?::|\.{2,}|…+|_{2,})[ \t.…_:]*([^\r\n<\[ \t.…_:][^\r\n<\[]*)`)
	// The end of a letter: the closing, and up to three short lines of who wrote it.
	letterEnd = regexp.MustCompile(`(?i)^[ \t]*yours[ \t]+(?:sincerely|faithfully|truly),?[ \t]*(?:\r?\n[ \t]*){1,4}([^ \t\r\n\[][^\r\n\[]{0,60}(?:\r?\n[^\r\n\[:]{1,60}){0,2})`)
	// A picture of a signature says so in its name or description.
	signatureImage = regexp.MustCompile(`(?i)^<img\b[^<>]*\bsignature[^<>]*>`)
)

func removeSignatures(b []byte) ([]byte, int) {
	var edits []edit
	for _, i := range hits(b, "signed", "signature", "yours") {
		if tag := bytes.LastIndexByte(b[max(0, i-maxImage):i], '<'); tag >= 0 {
			start := max(0, i-maxImage) + tag
			if m := signatureImage.FindIndex(b[start:window(b, i, 0, maxImage).end]); m != nil {
				edits = append(edits, edit{span{start, start + m[1]}, SignatureRemoved})
				continue
			}
		}
		line := window(b, i, maxSigned, maxSigned)
		if start := bytes.LastIndexByte(b[line.start:i], '\n'); start >= 0 {
			line.start += start + 1
		} else if line.start > 0 {
			continue // the word stands far within a long line
		}
		for _, re := range []*regexp.Regexp{signedLine, letterEnd} {
			if m := re.FindSubmatchIndex(b[line.start:line.end]); m != nil {
				edits = append(edits, edit{span{line.start + m[2], line.start + m[3]}, SignatureRemoved})
			}
		}
	}
	return apply(b, edits)
}
