package minutes

import (
	"fmt"
	"strings"
	"testing"

	"councilgraph/internal/growth"
)

// Sentences with a fact of every kind, as minutes write them.
const busy = "Councillor A. B%d, Cabinet Member for Place%d, introduced Report CS%05d on 14 May 2019, seconded by Councillor C%d; 5 for, 4 against and 1 abstention. " +
	"Councillor D%d declared a personal interest in item %d and left the room. The Head of Works %d spent £%d,000 (Minute %d/19 and paragraph %d.1 refer). " +
	"Apologies were received from Councillors E%d, F. G%d and Mrs H%d. "

func busyText(size int) string {
	var b strings.Builder
	for i := 1; b.Len() < size; i++ {
		w := words(i)
		b.WriteString(strings.NewReplacer("B%d", "B"+w, "Place%d", "P"+w, "C%d", "C"+w, "D%d", "D"+w, "Works %d", "W"+w, "E%d", "E"+w, "G%d", "G"+w, "H%d", "H"+w,
			"%05d", fmt.Sprintf("%05d", i), "item %d", fmt.Sprintf("item %d", i), "£%d", fmt.Sprintf("£%d", i%900+1), "Minute %d", fmt.Sprintf("Minute %d", i), "%d.1", fmt.Sprintf("%d.1", i)).Replace(busy))
	}
	return b.String()
}

// words turns a number into letters, so that names differ.
func words(n int) string {
	s := ""
	for ; n > 0; n /= 26 {
		s += string(rune('a' + n%26))
	}
	return s
}

func readAll(paragraphs []Paragraph) {
	item := ItemText{Number: "7", Title: text("Declarations and votes"), Minutes: paragraphs}
	Amounts(paragraphs)
	Dates(paragraphs)
	ReportReferences(paragraphs)
	Votes(paragraphs)
	NamedVotes(paragraphs)
	References(item)
	People(item, Declarations([]ItemText{item}))
	Attendances([]ItemText{item})
	Roster(paragraphs)
}

// BenchmarkGrowth reads ten times as much of these texts: one paragraph, many, and what holds nothing but
// openings of facts.
func BenchmarkGrowth(b *testing.B) {
	for name, make := range map[string]func(int) []Paragraph{
		"one paragraph":   func(n int) []Paragraph { return text(busyText(n)) },
		"many paragraphs": func(n int) []Paragraph { return text(strings.SplitAfter(busyText(n), ". ")...) },
		"open brackets":   func(n int) []Paragraph { return text(strings.Repeat("Councillor (", n/12)) },
		"commas":          func(n int) []Paragraph { return text("Councillors " + strings.Repeat("A B, ", n/5)) },
		"capitals":        func(n int) []Paragraph { return text(strings.Repeat("Head of And The Director ", n/25)) },
		"figures":         func(n int) []Paragraph { return text(strings.Repeat("£1-2 to 3/4/19 ", n/15)) },
		"short lines":     func(n int) []Paragraph { return text(strings.Split(strings.Repeat("For\nA Bee\n3\n", n/12), "\n")...) },
		"one word":        func(n int) []Paragraph { return text(strings.Repeat("A", n)) },
		"minutes of": func(n int) []Paragraph {
			return text(strings.Repeat("the Minutes of the Committee ", n/29) + "1 May 2019")
		},
	} {
		b.Run(name, func(b *testing.B) {
			growth.Report(b, 10, func(kb int) func() {
				paragraphs := make(kb << 10)
				return func() { readAll(paragraphs) }
			})
		})
	}
}
