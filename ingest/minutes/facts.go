package minutes

import "councilgraph/ingest/record"

// The facts below carry the record's own type and the place where it stands; the caller turns the
// place into the record's Span:
//
//	a := fact.Amount
//	a.Span = spans.Span(fact.Place)
//
// The readers of paragraphs are Amounts, Dates, ReportReferences, Votes and NamedVotes, each
// func([]Paragraph) []…Fact. The readers of items are
//
//	References(item ItemText) []ReferenceFact
//	People(item ItemText, declared []DeclarationFact) []ParticipationFact
//	Declarations(items []ItemText) []DeclarationFact   // of all items of one meeting
//	Attendances(items []ItemText) []AttendanceFact     // of all items of one meeting
//
// People takes what Declarations found in the meeting, because a member who leaves for an item
// may have said why in an earlier one.

// AmountFact is a sum of money, as Amounts finds it.
type AmountFact struct {
	record.Amount
	Place Place
}

// DateFact is a full date: Date is ISO (2016-09-14).
type DateFact struct {
	Date  string
	Place Place
}

// ReferenceFact is a reference to another meeting, item, minute, report, paragraph or law.
type ReferenceFact struct {
	record.Reference
	Place Place
}

// ReportReferenceFact is a council's number of a report: CS17089, DEV/WS/19/032.
type ReportReferenceFact struct {
	AsWritten string
	Place     Place
}

// ParticipationFact is one part that a person had in an item.
type ParticipationFact struct {
	record.Participation
	Place Place
}

// AttendanceFact is a presence at or absence from the meeting.
type AttendanceFact struct {
	record.Attendance
	Place Place
}

// DeclarationFact is an interest that a member declared.
type DeclarationFact struct {
	record.Declaration
	Place Place
}

// VoteFact is a counted vote.
type VoteFact struct {
	record.VoteCount
	Place Place
}

// NamedVoteFact is how one person voted.
type NamedVoteFact struct {
	record.NamedVote
	Place Place
}
