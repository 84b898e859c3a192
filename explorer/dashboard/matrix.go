package dashboard

import (
	"cmp"
	"slices"
	"strings"
)

// mostRows are the rows that one table shows; a file of CSV has all of them.
const mostRows = 150

// column is a meeting, or a month.
type column struct {
	Text, Title, Href string
	key, date         string
	// Unlisted says that no attendance is known of it.
	Unlisted bool
}

// mark is how somebody attended, or several times so.
type mark struct {
	Letters string // "" where the minutes do not list the person
	Title   string
	Class   string
}

// line is a person's row in the matrix of a committee, or a committee's in that of a person.
type line struct {
	who
	Marks           []mark
	Present, Listed int
}

// matrix is who attended what.
type matrix struct {
	Columns []column
	Lines   []line
	// Left are lines that are not shown.
	Left int
}

// letters are the marks of how somebody attended, those first that count most where a page says several.
var letters = []struct{ status, letter, class, says string }{
	{"PRESENT", "P", "good", "present"},
	{"LATE", "L", "good", "present, late"},
	{"SUBSTITUTE", "S", "good", "present as a substitute"},
	{"IN_ATTENDANCE", "I", "good", "in attendance, not as a member"},
	{"APOLOGIES", "A", "wait", "sent apologies"},
	{"ABSENT", "X", "bad", "absent"},
	{"EXPECTED", "E", "quiet", "expected; the record does not say whether the person came"},
}

// attended is one entry of a list of attendance.
type attended struct {
	who    who
	column string // key of its column
	status string
}

// newMatrix puts entries into rows and columns. Columns stand as they are given, rows by name.
func newMatrix(columns []column, entries []attended) *matrix {
	at := map[string]int{}
	for i, c := range columns {
		at[c.key] = i
	}
	rows := map[string]map[int][]string{}
	people := map[string]who{}
	listed := make([]bool, len(columns))
	for _, e := range entries {
		i, ok := at[e.column]
		if !ok {
			continue
		}
		key := e.who.URI + "\x00" + e.who.Name
		if rows[key] == nil {
			rows[key], people[key] = map[int][]string{}, e.who
		}
		rows[key][i] = append(rows[key][i], e.status)
		listed[i] = true
	}
	m := &matrix{Columns: columns}
	for i := range columns {
		m.Columns[i].Unlisted = !listed[i]
	}
	for key, marks := range rows {
		l := line{who: people[key], Marks: make([]mark, len(columns))}
		for i, statuses := range marks {
			l.Marks[i] = markOf(statuses)
			for _, s := range statuses {
				l.Listed++
				if s == "PRESENT" || s == "LATE" || s == "SUBSTITUTE" {
					l.Present++
				}
			}
		}
		m.Lines = append(m.Lines, l)
	}
	slices.SortFunc(m.Lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.sort, b.sort), cmp.Compare(a.Name, b.Name))
	})
	return m
}

// markOf is the mark of all that is said of one cell.
func markOf(statuses []string) mark {
	var m mark
	var says []string
	for _, l := range letters {
		n := 0
		for _, s := range statuses {
			if s == l.status {
				n++
			}
		}
		if n == 0 {
			continue
		}
		m.Letters += l.letter
		if n > 1 {
			m.Letters += number(n)
			says = append(says, number(n)+" times "+l.says)
		} else {
			says = append(says, l.says)
		}
		if m.Class == "" {
			m.Class = l.class
		}
	}
	m.Title = strings.Join(says, "; ")
	return m
}

// shown is the matrix with no more rows than a page shows.
func (m *matrix) shown() *matrix {
	if len(m.Lines) <= mostRows {
		return m
	}
	return &matrix{Columns: m.Columns, Lines: m.Lines[:mostRows], Left: len(m.Lines) - mostRows}
}

// Legend explains the letters that occur.
func (m *matrix) Legend() []mark {
	var all []mark
	for _, l := range letters {
		if slices.ContainsFunc(m.Lines, func(row line) bool {
			return slices.ContainsFunc(row.Marks, func(k mark) bool { return strings.Contains(k.Letters, l.letter) })
		}) {
			all = append(all, mark{l.letter, l.says, l.class})
		}
	}
	return all
}
