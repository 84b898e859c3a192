package cmis

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

var (
	// rollHead begins a list of people: "Attended - Committee Members", "Apologies", "Absent".
	rollHead = regexp.MustCompile(`(?i)^(?:(attended)(?: ?[-–] ?.{0,40})?|(apologies)(?: ?[-–] ?.{0,40})?|(absent)(?: ?[-–] ?.{0,40})?):?$`)
	// declared begins the list of declarations.
	declared = regexp.MustCompile(`(?i)^declarations of interests?:?$`)
	// otherTab ends a list of people.
	otherTab = regexp.MustCompile(`(?i)^(?:documents|visitors|agenda|attendance|items?|minutes|decisions):?$`)
	titled   = regexp.MustCompile(`(?i)^(?:councillors?|cllr\.?|alderman|mr|mrs|ms|miss|dr|the (?:lord )?mayor)[\s\x{a0}]`)
	leaves   = regexp.MustCompile(`(?i)\b(?:left|withdrew)\b`)
)

// roll reads the tabs that list people. A tab's name alone, as the strip of tabs prints it, lists nobody.
type roll struct {
	reader  *reader
	meeting *record.Meeting
	status  string // of the list at hand; declared for the list of declarations
	row     []line // the cells of the row at hand
	columns int    // the heads of the list's columns, so far as the page prints them
}

// add takes a line that belongs to a list of people, and says so. Within an item only the list of who
// attended begins the lists: its other heads are words of minutes as well.
func (p *roll) add(l line, within bool) bool {
	if !l.cell && p.goesOn(l) {
		p.row = append(p.row, l)
		return true
	}
	if !l.cell {
		p.flush()
		if p.statusRow(l) {
			return true
		}
		switch got := rollHead.FindStringSubmatch(l.text); {
		case within && (got == nil || got[1] == ""):
			return false
		case got != nil:
			p.columns = 0
			p.status = map[bool]string{got[1] != "": "present", got[2] != "": "apologies", got[3] != "": "absent"}[true]
			return true
		case declared.MatchString(l.text):
			p.status, p.columns = "declared", 0
			return true
		case otherTab.MatchString(l.text):
			p.status = ""
			return true
		}
	}
	if p.status == "" {
		return false
	}
	if l.cell && len(p.row) > 0 || titled.MatchString(l.text) && len(l.text) < 100 {
		p.row = append(p.row, l)
		return true
	}
	if tableHead.MatchString(l.text) {
		p.columns++
		return true
	}
	p.status = ""
	return false
}

// goesOn says that a line is the next cell of the row at hand, where each cell has a line of its own.
func (p *roll) goesOn(l line) bool {
	return p.status != "" && len(p.row) > 0 && len(p.row) < p.columns && !titled.MatchString(l.text) && !rollHead.MatchString(l.text) && !declared.MatchString(l.text) && !otherTab.MatchString(l.text)
}

// statusRow is a person's row on one line: name, part and status, "Councillor A Ash Chair Present".
var statusRow = regexp.MustCompile(`^(.{4,60}?)(?:[\s\x{a0}]+((?:Vice[- ])?Chair(?:man|woman|person)?|Leader|Deputy Leader|(?:Committee |Cabinet |Co-opted )?Member|Substitute|Reserve|Officer|Observer|Clerk))?[\s\x{a0}]+(Present(?:, as substitute)?|Apologies(?: for absence)?|Absent|In attendance|Expected|Late)$`)

// statusRow takes such a row, and says so.
func (p *roll) statusRow(l line) bool {
	if !titled.MatchString(l.text) {
		return false
	}
	got := statusRow.FindStringSubmatch(l.text)
	if got == nil {
		return false
	}
	who, ok := printed.ReadMember(got[1])
	if !ok {
		return false
	}
	a := record.Attendance{Name: who.Name, AsWritten: who.AsWritten, Role: got[2], Span: p.reader.spans.Span(l.place("attendance-tab"))}
	if a.Role == "" {
		a.Role = who.Role
	}
	a.Status, a.Virtual = printed.Presence(got[3])
	p.meeting.Attendances = append(p.meeting.Attendances, a)
	return true
}

// tableHead are the heads of these lists' columns, and what an empty list says.
var tableHead = regexp.MustCompile(`(?i)^(?:name|member name|item ref|details|nature of declaration|action|reason for .*|substitut\w+ .*|no .* (?:been )?(?:entered|recorded)\b.*|.* is not yet available for this meeting\.?)$`)

// flush reads the row at hand.
func (p *roll) flush() {
	row := p.row
	p.row = nil
	if len(row) == 0 {
		return
	}
	who, ok := printed.ReadMember(row[0].text)
	if !ok {
		return
	}
	span := p.reader.spans.Span(line{text: p.reader.page[row[0].start:row[len(row)-1].end()], start: row[0].start}.place("attendance-tab"))
	if p.status != "declared" {
		p.meeting.Attendances = append(p.meeting.Attendances, record.Attendance{Name: who.Name, AsWritten: who.AsWritten, Status: p.status, Role: who.Role, Span: span})
		return
	}
	span.Rule = "declarations-tab"
	d := record.Declaration{Person: who.Name, Span: span}
	for i, c := range row[1:] {
		switch i {
		case 0:
			d.Item = printed.Tidy(c.text)
		case 2:
			d.Kind = strings.ToLower(printed.Tidy(c.text))
		case 3:
			if leaves.MatchString(c.text) {
				yes := true
				d.Left = &yes
			}
		}
	}
	p.meeting.Declarations = append(p.meeting.Declarations, d)
}
