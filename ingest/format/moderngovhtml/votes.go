package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"

	"golang.org/x/net/html"
)

// voteStatus is what became of a motion: "Amendment status:Rejected".
var voteStatus = regexp.MustCompile(`(?i)^(motion|amendment)?[^:]{0,40}\bstatus: *(\w+)`)

// votes reads a voting record: under each meeting's head its items, under each item its votes, each a
// heading, what became of it, and a table of who voted how.
func (r *reader) votes() {
	tables := map[*html.Node]bool{}
	for _, n := range r.tables {
		tables[n] = true
	}
	v := voting{reader: r, tables: tables, done: map[*html.Node]bool{}}
	for _, l := range r.behindTitle() {
		v.add(l)
	}
	v.flush()
	if ms := r.out.Meetings; len(ms) == 1 && len(ms[0].Items) == 1 && r.url.Item != "" {
		ms[0].Items[0].SourceID = r.url.Item
	}
}

// voting is a voting record in the making.
type voting struct {
	reader  *reader
	tables  map[*html.Node]bool
	done    map[*html.Node]bool
	meeting record.Meeting
	entries []assemble.Entry
	entry   *assemble.Entry
	motion  record.Motion
	subject string // motion or amendment
	motions []record.Motion
	text    []minutes.Paragraph // what stands above the table at hand
}

func (v *voting) add(l line) {
	r := v.reader
	if m := r.heading([]line{l}); m.Date != "" && l.kind != prose && v.table(l) == nil {
		v.flush()
		v.meeting = m
		r.meetingIDs(&v.meeting, []line{l})
		return
	}
	if t := v.table(l); t != nil {
		if !v.done[t] {
			v.done[t] = true
			v.rows(r.readTable(t))
		}
		return
	}
	text := printed.Tidy(l.Text)
	if l.kind != section || !v.isItem(l) {
		v.text = append(v.text, l.paragraph())
	}
	if got := voteStatus.FindStringSubmatch(text); got != nil {
		v.status(got[1], got[2], l)
		return
	}
	if l.kind == section && v.isItem(l) {
		v.item(l)
		return
	}
	if v.entry != nil {
		v.motion = record.Motion{Kind: "motion", Text: text, Span: r.spans.Span(l.place("vote-heading"))}
		if strings.Contains(strings.ToLower(text), "amendment") {
			v.motion.Kind = "amendment"
		}
		v.subject = v.motion.Kind
	}
}

// table is the table of votes in which a line stands.
func (v *voting) table(l line) *html.Node {
	for n := l.Block; n != nil; n = n.Parent {
		if v.tables[n] {
			return n
		}
	}
	return nil
}

// isItem says that a heading names an item and not one of its votes: it is labelled so, or it is of the
// second or third rank where votes stand under the next.
func (v *voting) isItem(l line) bool {
	return strings.HasPrefix(l.Text, "Item") || strings.HasPrefix(l.Text, "Eitem") || l.Block != nil && l.Block.Data != "h4"
}

func (v *voting) item(l line) {
	r := v.reader
	v.close()
	v.text = nil
	if _, rest, ok := strings.Cut(l.Text, ":"); ok && (strings.HasPrefix(l.Text, "Item") || strings.HasPrefix(l.Text, "Eitem")) && rest != "" {
		from, to := printed.Trim(r.page, l.End()-len(rest), l.End())
		l.Text, l.Start = r.page[from:to], from
	}
	b := block{title: l, from: l.Start, to: l.End(), mark: l.Start}
	b.number, b.title = r.leading(l)
	e := r.entry(b)
	v.entry = &e
}

// status notes what became of the vote at hand.
func (v *voting) status(kind, result string, l line) {
	if v.entry == nil {
		return
	}
	if kind != "" {
		v.motion.Kind, v.subject = strings.ToLower(kind), strings.ToLower(kind)
	}
	switch strings.ToLower(result) {
	case "carried", "agreed", "approved", "passed":
		v.motion.Result = "carried"
	case "rejected", "lost", "defeated":
		v.motion.Result = "lost"
	case "withdrawn":
		v.motion.Result = "withdrawn"
	}
	if v.motion.Text == "" {
		v.motion.Span = v.reader.spans.Span(l.place("vote-status"))
	}
	v.motions = append(v.motions, v.motion)
}

// rows reads the table of one vote. The system closes its cells wrongly, so that a row holds the vote
// more than once: the first cell is the name, the last the vote.
func (v *voting) rows(t table) {
	r := v.reader
	if v.entry == nil {
		v.entry = &assemble.Entry{Text: minutes.ItemText{Page: r.typ}}
	}
	it := &v.entry.Item
	if v.sides(t) {
		return
	}
	it.Motions = append(it.Motions, v.motions...)
	v.motions, v.text = nil, nil
	for _, row := range t.rows {
		option, how := voteOf(row[len(row)-1].text)
		name := row[0]
		who, ok := printed.ReadMember(r.firstLine(name))
		if option == "" || !ok || len(row) < 2 {
			continue
		}
		place := minutes.Place{Start: name.From, End: row[len(row)-1].To, Rule: "vote-row"}
		it.NamedVotes = append(it.NamedVotes, record.NamedVote{Name: who.Name, AsWritten: who.AsWritten, PersonID: r.personID(name.From, name.To),
			Option: option, Motion: v.subject, Span: r.spans.Span(place)})
		if how != "" {
			it.Participations = append(it.Participations, record.Participation{Name: who.Name, AsWritten: who.AsWritten, Kind: "councillor",
				How: how, Span: r.spans.Span(place)})
		}
	}
}

// sides reads a table whose rows are the sides of a vote, each with its names and its count, as the
// language of minutes does; the headings above it say what was voted on.
func (v *voting) sides(t table) bool {
	if len(t.rows) == 0 {
		return false
	}
	if option, _ := voteOf(t.rows[0][0].text); option == "" {
		return false
	}
	text := &v.entry.Text
	text.Minutes = append(text.Minutes, v.text...)
	v.motions, v.text = nil, nil
	for _, row := range t.rows {
		for _, c := range row {
			if c.text != "" {
				text.Minutes = append(text.Minutes, minutes.Paragraph{Text: v.reader.page[c.From:c.To], Start: c.From})
			}
		}
	}
	return true
}

func (r *reader) firstLine(c cell) string {
	if lines := r.text.Between(c.From, c.To); len(lines) > 1 {
		return lines[0].Text
	}
	return c.text
}

// voteOf is the option and the part that a word of the table stands for.
func voteOf(word string) (option, how string) {
	switch strings.ToLower(printed.Tidy(word)) {
	case "for", "yes", "o blaid":
		return "for", "voted_for"
	case "against", "no", "yn erbyn":
		return "against", "voted_against"
	case "abstain", "abstained", "abstention", "ymatal":
		return "abstain", "abstained"
	case "absent":
		return "absent", "absent"
	case "did not vote", "no vote", "not voting", "no vote recorded", "declined to vote":
		return "no_vote", ""
	}
	return "", ""
}

func (v *voting) close() {
	if v.entry != nil {
		// What stands below the last table, and all of it where there is no table, is text of the item.
		v.entry.Text.Minutes = append(v.entry.Text.Minutes, v.text...)
		v.entries = append(v.entries, *v.entry)
	}
	v.entry, v.motion, v.subject, v.motions, v.text = nil, record.Motion{}, "", nil, nil
}

func (v *voting) flush() {
	v.close()
	if len(v.entries) > 0 || v.meeting.Date != "" {
		r := v.reader
		r.out.Meetings = append(r.out.Meetings, assemble.Meeting(r.spans, v.meeting, v.entries))
	}
	v.meeting, v.entries = record.Meeting{}, nil
}
