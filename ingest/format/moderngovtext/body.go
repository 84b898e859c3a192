package moderngovtext

import (
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// actingBody is a body by its name that considers, resolves or agrees in the minutes' own words.
var actingBody = regexp.MustCompile(`(?:^|[.;:][\s\x{a0}]+)(?:The[\s\x{a0}]+)?((?:[A-Z][\w'’&-]*,?[\s\x{a0}]+(?:(?:and|of|for|on|the)[\s\x{a0}]+)*){0,7}(?:Committee|Sub-Committee|Board|Panel|Commission|Forum)|Cabinet|Executive|Full Council)(?:[\s\x{a0}]+(?:also|then|further|duly|unanimously))?[\s\x{a0}]+(?:considered|resolved|RESOLVED|agreed|AGREED|received|approved|noted)\b`)

// resolvedThat is a body named behind the keyword: "RESOLVED that Cabinet:".
var resolvedThat = regexp.MustCompile(`\b(?:RESOLVED|Resolved):?[\s\x{a0}–-]*(?:[Tt]hat[\s\x{a0}]+)?(?:[Tt]he[\s\x{a0}]+)?(Cabinet|Executive|[A-Z][\w'’& -]{3,60}(?:Committee|Board|Panel))[\s\x{a0}]*(?::|[\s\x{a0}](?:note|approve|agree|recommend)s?\b)`)

// common are words that name no body by themselves.
var common = regexp.MustCompile(`^(?:The[\s\x{a0}]+)?(?:Committee|Sub-Committee|Board|Panel|Commission|Forum)$`)

// bodyOf names the meeting's committee where the page's head does not and its sentences do, all the same.
func (r *reader) bodyOf(m *record.Meeting, texts []minutes.ItemText) {
	if r.typ != record.PageList {
		return
	}
	found := ""
	var place minutes.Place
	for _, t := range texts {
		for _, p := range append(append([]minutes.Paragraph(nil), t.Decision...), t.Minutes...) {
			for _, pattern := range []*regexp.Regexp{actingBody, resolvedThat} {
				got := pattern.FindStringSubmatchIndex(p.Text)
				if got == nil {
					continue
				}
				name := strings.TrimPrefix(tidy(p.Text[got[2]:got[3]]), "The ")
				if common.MatchString(name) || isoDate(p.Text[got[2]:min(len(p.Text), got[3]+160)]) != "" {
					continue // a date behind it may tell of another meeting
				}
				if found != "" && found != name {
					return
				}
				if found == "" {
					found, place = name, p.At(got[2], got[3], "acting-body")
				}
			}
		}
	}
	if found != "" {
		m.Committee, m.Span = found, r.spans.Span(place)
	}
}
