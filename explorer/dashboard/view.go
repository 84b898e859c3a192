package dashboard

import (
	"html/template"
	"strings"
	"unicode/utf8"
)

// lead is the first sentence.
func (b *board) lead() string {
	of := "From " + day(b.Period.From) + " to " + day(b.Period.To) + ": "
	if b.person {
		return of + "a part in " + count(b.Decisions, "decision", "decisions") + "."
	}
	return of + count(b.Meetings, "meeting", "meetings") + " and " + count(b.Decisions, "decision", "decisions") + "."
}

// Show says whether the page shows a part.
func (b *board) Show(part string) bool { return b.shows(part) }

// Person says whether it is a person's dashboard, and not a committee's.
func (b *board) Person() bool { return b.person }

// Embedded says whether it stands within another page.
func (b *board) Embedded() bool { return b.embedded }

// Home is the page of whose dashboard it is, Full the whole dashboard.
func (b *board) Home() string { return doc(b.uri) }

// Full is the whole dashboard of the period, for those who see a part of it elsewhere.
func (b *board) Full() string {
	w := b.wanted
	w.embedded = false
	return w.address(b.Period, b.after, "", "")
}

// Self is where the form that chooses a period leads.
func (b *board) Self() string { return Address(b.uri) }

// EmbedPart is the part that is embedded alone.
func (b *board) EmbedPart() string { return b.part }

// Earlier is the dashboard of the period before, "" where nothing is known of it.
func (b *board) Earlier() string {
	if b.FirstDay == "" || b.FirstDay >= b.Period.From {
		return ""
	}
	return b.address(b.Period.before(), "", b.part, "")
}

// Later is the dashboard of the period after, "" where nothing is known of it yet.
func (b *board) Later() string {
	if b.LastDay == "" || b.LastDay <= b.Period.To {
		return ""
	}
	return b.address(b.Period.after(), "", b.part, "")
}

// Further is the dashboard with the meetings before those shown, "" where all are.
func (b *board) Further() string {
	if b.Next == "" {
		return ""
	}
	return b.address(b.Period, b.Next, b.part, "") + "#attendance"
}

// Newest is the dashboard with the last meetings of the period, "" where those are shown.
func (b *board) Newest() string {
	if b.after == "" {
		return ""
	}
	return b.address(b.Period, "", b.part, "") + "#attendance"
}

// CSV and SVG are a part as a file.
func (b *board) CSV(part string) string { return b.address(b.Period, b.after, part, "csv") }

// SVG is the picture of a part.
func (b *board) SVG(part string) string { return b.address(b.Period, b.after, part, "svg") }

// Embed is what is put into another page to show a part.
func (b *board) Embed(part string) string {
	w := b.wanted
	w.embedded = true
	return w.address(b.Period, b.after, part, "")
}

// Picture is a part drawn, to stand within the page.
func (b *board) Picture(part string) template.HTML {
	c := *b
	c.part = part
	return template.HTML(c.picture(true)) //nolint:gosec // written by us, each text in it escaped
}

// Rows are the members' deeds that the page shows.
func (b *board) Rows() []deeds { return b.Deeds[:min(len(b.Deeds), mostRows)] }

// RowsLeft are those that it does not show.
func (b *board) RowsLeft() int { return len(b.Deeds) - len(b.Rows()) }

// mostVotes are the votes that a page lists; the file of CSV has more.
const mostVotes = 50

// Votes are the votes that the page lists, VotesLeft those that it does not.
func (b *board) Votes() []division { return b.Divisions[:min(len(b.Divisions), mostVotes)] }

// VotesLeft are those that it does not list.
func (b *board) VotesLeft() int { return len(b.Divisions) - len(b.Votes()) + b.DivisionsLeft }

// Attendance is the matrix that the page shows.
func (b *board) Attendance() *matrix { return b.Matrix.shown() }

// filesOf is what the list of a part's files is made of.
func filesOf(b *board, part string, picture bool) map[string]any {
	return map[string]any{"b": b, "part": part, "picture": picture}
}

// figure is a number that a page may not state.
func figure(n *int) string {
	if n == nil {
		return "not stated"
	}
	return number(*n)
}

// joined is several values of the API in words.
func joined(values []string) string {
	said := make([]string, len(values))
	for i, v := range values {
		said[i] = plain(v)
	}
	return strings.Join(said, ", ")
}

// short is a text of at most 160 characters, cut between words, with an ellipsis where it is cut.
func short(s string) string {
	const most = 160
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return cut + " …"
}
