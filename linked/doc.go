// Package linked serves what is stored as linked data: /id/... stands for a thing, /doc/... for the document about it, which
// comes as HTML, JSON-LD, Turtle or N-Triples.
package linked
