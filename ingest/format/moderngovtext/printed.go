package moderngovtext

import (
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// What the formats share, by the names that this package uses.
type (
	label   = printed.Label
	file    = printed.File
	address = printed.Address
)

const (
	noLabel           = printed.NoLabel
	labelMinutes      = printed.LabelMinutes
	labelDecision     = printed.LabelDecision
	labelPurpose      = printed.LabelPurpose
	labelDocuments    = printed.LabelDocuments
	labelReasons      = printed.LabelReasons
	labelAlternatives = printed.LabelAlternatives
	labelRecordedVote = printed.LabelRecordedVote
)

func labelOf(s string, bare bool) label         { return printed.LabelOf(s, bare) }
func inlineLabel(s string) (label, int)         { return printed.InlineLabel(s) }
func readFile(s string) file                    { return printed.ReadFile(s) }
func tidy(s string) string                      { return printed.Tidy(s) }
func blank(r rune) bool                         { return printed.Blank(r) }
func trim(page string, from, to int) (int, int) { return printed.Trim(page, from, to) }
func fileRecord(f file, l line, spans *minutes.Spans, rule string) record.File {
	return f.Record(l.start, spans, rule)
}
func timeOf(s string) string                     { return printed.TimeOf(s) }
func isoDate(s string) string                    { return printed.ISODate(s) }
func venueOf(s string) string                    { return printed.VenueOf(s) }
func contactOf(s string) string                  { return printed.ContactOf(s) }
func readMember(s string) (printed.Member, bool) { return printed.ReadMember(s) }
func roles(s string) []string                    { return printed.Roles(s) }
func yesNo(s string) *bool                       { return printed.YesNo(s) }
func fieldOf(l line) (minutes.Field, bool)       { return printed.FieldOf(l.text, l.start) }
func readAddress(s string) address               { return printed.ReadAddress(s) }
func headOf(l line, pattern *regexp.Regexp) (record.Meeting, bool) {
	return printed.Heading(l.text, pattern)
}
func isPageTitle(s string) bool { _, ok := printed.PageTitle(s); return ok }
