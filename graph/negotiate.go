package graph

import (
	"mime"
	"slices"
	"strconv"
	"strings"
)

// form is a way to write an answer: its media type.
type form string

// The forms of an answer.
const (
	formResponse form = "application/graphql-response+json" // the status says how the request went
	formJSON     form = "application/json"                  // what clients took before: 200 for every GraphQL answer
	formNDJSON   form = "application/x-ndjson"              // a row a line, an object each
	formCSV      form = "text/csv"                          // a row a line, for spreadsheets
	formEvents   form = "text/event-stream"                 // an event for each answer, for subscriptions
)

// forms are all of them. Where a client takes several alike through a wildcard, the first is given.
func forms() []form { return []form{formJSON, formResponse, formNDJSON, formCSV, formEvents} }

// contentType is the form as a header.
func (f form) contentType() string {
	switch f {
	case formCSV:
		return "text/csv; charset=utf-8; header=present"
	case formEvents:
		return "text/event-stream"
	}
	return string(f) + "; charset=utf-8"
}

// flat says whether the answer is rows.
func (f form) flat() bool { return f == formNDJSON || f == formCSV }

// accepted is what an Accept header takes.
type accepted []mediaRange

// mediaRange is one entry of an Accept header: type/subtype, type/* or */*, and how much it is wanted.
type mediaRange struct {
	media   string
	quality float64
}

// readAccept reads the lines of an Accept header. What cannot be read is left out; nothing at all takes
// everything, as RFC 9110 has it.
func readAccept(lines []string) accepted {
	var out accepted
	for entry := range strings.SplitSeq(strings.Join(lines, ","), ",") {
		media, params, err := mime.ParseMediaType(strings.TrimSpace(entry))
		if err != nil || !strings.Contains(media, "/") {
			continue
		}
		out = append(out, mediaRange{media, quality(params["q"])})
	}
	if len(out) == 0 {
		return accepted{{"*/*", 1}}
	}
	return out
}

// quality is a weight of RFC 9110: 1 where none is given, 0 to 1.
func quality(s string) float64 {
	if s == "" {
		return 1
	}
	q, err := strconv.ParseFloat(s, 64)
	if err != nil || q < 0 || q > 1 {
		return 0
	}
	return q
}

// choose is the form that is wanted most: by weight, then by being named rather than covered by a
// wildcard, then by the client's order. ok is false where none is taken.
func (a accepted) choose() (best form, ok bool) {
	var most standing
	for _, f := range forms() {
		if s := a.standing(f); s.quality > 0 && s.before(most) {
			best, most, ok = f, s, true
		}
	}
	return best, ok
}

// names says whether the header itself names the form, with any weight above 0.
func (a accepted) names(f form) bool {
	s := a.standing(f)
	return s.quality > 0 && s.exactness == 2
}

// standing is how a form stands with a client.
type standing struct {
	quality   float64
	exactness int // 2 named, 1 by type/*, 0 by */*
	place     int // in the header
}

func (s standing) before(t standing) bool {
	if s.quality != t.quality {
		return s.quality > t.quality
	}
	if s.exactness != t.exactness {
		return s.exactness > t.exactness
	}
	return s.exactness == 2 && s.place < t.place
}

// standing takes the most exact entry that covers the form, as RFC 9110 asks.
func (a accepted) standing(f form) standing {
	kind, _, _ := strings.Cut(string(f), "/")
	for i, media := range []string{string(f), kind + "/*", "*/*"} {
		place := slices.IndexFunc(a, func(m mediaRange) bool { return m.media == media })
		if place >= 0 {
			return standing{a[place].quality, 2 - i, place}
		}
	}
	return standing{}
}
