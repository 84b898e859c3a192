package explorer

import (
	"fmt"
	"strconv"
	"time"

	"councilgraph/internal/limits"
)

// The sizes of lists, which no setting changes.
const (
	listUsual = 20  // entries of a list where nothing is said
	listMost  = 100 // entries of a page
	plainMost = 200 // entries of a list that has no pages
)

// Limits are what the explorer tells its readers of what they may ask.
type Limits struct {
	limits.Limits
	Timeout time.Duration // how long one query may take
}

// limit is one line of what the explorer says.
type limit struct {
	// Name is a few words.
	Name string `json:"name"`
	// Says is a sentence or two with the number.
	Says string `json:"says"`
}

// lines says the limits in plain words, those first that a reader meets first.
func (l Limits) lines() []limit {
	lines := []limit{
		{"Size of a list", fmt.Sprintf("A list gives %d entries, or with first up to %d. Go on with after: endCursor. A list without pages, such as a meeting's agenda items, gives %d at most.",
			listUsual, listMost, plainMost)},
		{"Cost of a query", fmt.Sprintf("At most %s points. A list costs what it selects times the entries that it can have; a search costs more.", grouped(l.Cost))},
		{"Entries of an answer", fmt.Sprintf("At most %s, lists within lists multiplied.", grouped(l.Nodes))},
		{"Size of a query", fmt.Sprintf("At most %d levels, %d other names (aliases), %d fields at its root and %d searches.", l.Depth, l.Aliases, l.RootFields, l.Searches)},
		{"Filters", fmt.Sprintf("A where takes at most %d conditions and follows at most %d relations.", l.FilterNodes, l.FilterDepth)},
		{"Time", fmt.Sprintf("A query is stopped after %s.", inWords(l.Timeout))},
		{"At a time", fmt.Sprintf("At most %d of your queries run at a time.", l.Concurrent)},
	}
	if l.Points > 0 {
		lines = append(lines, limit{"Your points", fmt.Sprintf("You can save up %s points and get %s back each second. When they are used up, the answer says when to come back.",
			grouped(l.Points), grouped(l.Refill))})
	}
	return lines
}

// grouped writes a number with commas between thousands.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// inWords writes a time in seconds where it is a whole number of them.
func inWords(d time.Duration) string {
	switch {
	case d == time.Second:
		return "1 second"
	case d%time.Second == 0:
		return fmt.Sprintf("%d seconds", d/time.Second)
	default:
		return d.String()
	}
}
