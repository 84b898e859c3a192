package redact

import (
	"bytes"
	"slices"
)

// hits gives where any of the words (lower case) stands in b, in any case, in order. It is what makes
// redaction cheap: the patterns are tried only there, not at every byte of a page.
func hits(b []byte, words ...string) []int {
	low := lower(b)
	var at []int
	for _, w := range words {
		for i := 0; ; {
			j := bytes.Index(low[i:], []byte(w))
			if j < 0 {
				break
			}
			at = append(at, i+j)
			i += j + len(w)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// holds tells whether any of the words (lower case) stands in b, in any case.
func holds(b []byte, words ...string) bool {
	low := lower(b)
	return slices.ContainsFunc(words, func(w string) bool { return bytes.Contains(low, []byte(w)) })
}

// lower turns ASCII capitals into small letters and leaves every byte in its place.
func lower(b []byte) []byte {
	out := make([]byte, len(b))
	for i, c := range b {
		if isUpper(c) {
			c |= 0x20
		}
		out[i] = c
	}
	return out
}

// window is the part of b from back bytes before i to ahead bytes after it.
func window(b []byte, i, back, ahead int) span {
	return span{max(0, i-back), min(len(b), i+ahead)}
}

// edit puts text in place of a span.
type edit struct {
	span
	with string
}

// apply makes the edits, given in order; one that begins before the last has ended is left out. It says
// how many were made, and returns b itself where there was none.
func apply(b []byte, edits []edit) ([]byte, int) {
	if len(edits) == 0 {
		return b, 0
	}
	out := make([]byte, 0, len(b))
	n, last := 0, 0
	for _, e := range edits {
		if e.start < last {
			continue
		}
		out = append(append(out, b[last:e.start]...), e.with...)
		last, n = e.end, n+1
	}
	return append(out, b[last:]...), n
}
