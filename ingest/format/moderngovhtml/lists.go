package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/assemble"
	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// one puts a page about one thing on record: as an item of a meeting that the page does not name.
func (r *reader) one(b block) assemble.Entry {
	e := r.entry(b)
	r.out.Meetings = append(r.out.Meetings, assemble.Meeting(r.spans, record.Meeting{}, []assemble.Entry{e}))
	return e
}

// planItem reads the page of a matter: its facts, purpose and decision.
func (r *reader) planItem() {
	lines := r.behindTitle()
	b := block{body: lines}
	at := subject(lines)
	if at >= 0 {
		b.title, b.body = lines[at], append(append([]line(nil), lines[:at]...), lines[at+1:]...)
	}
	if len(lines) > 0 {
		b.from, b.to = lines[0].Start, lines[len(lines)-1].End()
	}
	e := r.one(b)
	r.out.Issue = &record.Issue{SourceID: first(r.url.Issue, e.Item.IssueID), Title: e.Item.Title}
	if at >= 0 {
		r.out.Issue.Span = r.spans.Span(lines[at].place("issue-title"))
	}
}

// decisionList reads the register of decisions: each row that links to a decision. The column between
// title and call-in is when the decision was published, by the head's own abbreviation or words.
func (r *reader) decisionList() {
	for _, n := range r.tables {
		t := r.readTable(n)
		short := t.abbreviations()
		published, made, effective := short.column("published"), short.column("decision date", "date of decision", "made"), short.column("applies", "effective")
		called, maker, status := short.column("call-in", "call in"), short.column("decision maker", "maker"), short.column("status")
		for _, row := range t.rows {
			d, ok := r.listedDecision(row)
			if !ok {
				continue
			}
			d.PublishedOn, d.MadeOn, d.EffectiveOn = iso(at(row, published)), iso(at(row, made)), iso(at(row, effective))
			d.Maker, d.Status = at(row, maker).text, at(row, status).text
			if s := strings.ToLower(at(row, called).text); strings.HasPrefix(s, "not for call") {
				no := false
				d.CallIn = &no
			}
			r.out.Decisions = append(r.out.Decisions, d)
		}
	}
}

// listedDecision is the decision that a row links to.
func (r *reader) listedDecision(row []cell) (record.Decision, bool) {
	place := whole(row)
	for _, k := range r.linksIn(place.From, place.To) {
		if k.to.Script != "iedecisiondetails" || k.to.ID == "" && k.to.Item == "" {
			continue
		}
		return record.Decision{Title: printed.Tidy(r.page[k.From:k.To]), SourceID: k.to.ID,
			Span: r.spans.Span(minutes.Place{Start: place.From, End: place.To, Rule: "decision-row"})}, true
	}
	return record.Decision{}, false
}

// abbreviations is the table with the abbreviations of its heads beside their names.
func (t table) abbreviations() table {
	i := 0
	columns := append([]string(nil), t.columns...)
	for n := range t.node.Descendants() {
		if n.Data == "th" && i < len(columns) {
			for _, a := range n.Attr {
				if a.Key == "abbr" {
					columns[i] += " " + strings.ToLower(a.Val)
				}
			}
			i++
		}
	}
	t.columns = columns
	return t
}

func iso(c cell) string {
	if c.text == "" {
		return ""
	}
	return printed.ISODate(c.text)
}

// issueDecisions reads the decisions taken on one matter, each under its date and title.
func (r *reader) issueDecisions() {
	lines := r.behindTitle()
	var starts []int
	for i, l := range lines {
		if l.kind != prose && dated.MatchString(l.Text) {
			starts = append(starts, i)
		}
	}
	end := len(lines)
	if len(starts) > 0 {
		end = starts[0]
	}
	r.issueTitle(lines[:end])
	var entries []assemble.Entry
	for n, i := range starts {
		end := len(lines)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		l := lines[i]
		got := dated.FindStringSubmatchIndex(l.Text)
		b := block{title: l, body: lines[i+1 : end], from: l.Start, to: lines[end-1].End(), mark: l.Start}
		b.title.Text, b.title.Start = l.Text[got[6]:got[7]], l.Start+got[6]
		e := r.entry(b)
		if len(e.Text.Decision) == 0 {
			e.Text.Decision, e.Text.Minutes = append(e.Text.Notes, e.Text.Minutes...), nil
			e.Text.Notes = nil
			assemble.Sections(&e.Item, e.Text)
		}
		e.Text.Fields = append(e.Text.Fields, minutes.Field{Label: "Date of decision", Value: minutes.Paragraph{Text: l.Text[got[2]:got[3]], Start: l.Start + got[2]}})
		entries = append(entries, e)
		d := record.Decision{Title: e.Item.Title, MadeOn: printed.ISODate(l.Text[got[2]:got[3]]), Text: e.Item.Decision, Span: e.Item.Span}
		for _, k := range r.linksIn(l.Start, l.End()) {
			d.SourceID = first(d.SourceID, k.to.ID)
		}
		r.out.Decisions = append(r.out.Decisions, d)
	}
	r.out.Meetings = append(r.out.Meetings, assemble.Meeting(r.spans, record.Meeting{}, entries))
}

// meetingDay is a date and a time as lists and calendars print them: "14 Jul 2026 6.00 pm".
var meetingDay = regexp.MustCompile(`(?i)\b(\d{1,2}(?:st|nd|rd|th)? +[a-z]{3,9},? +\d{4}|\d{1,2}/\d{1,2}/\d{4})\b(?:,? +(\d{1,2}[.:]\d{2} *(?:am|pm|a\.m\.|p\.m\.)?|noon))?`)

// linkTo begins the title of a link.
var linkTo = regexp.MustCompile(`(?i)^link to (?:the )?(?:meeting (?:of |details for )?)?(?:the )?`)

// listsOf is what a page of meetings says whose they are.
var listsOf = regexp.MustCompile(`(?i)^(?:this page lists the meetings for|(?:browse )?meetings? (?:-|for|of)) (?:the )?(.+?)\.?$`)

// calendar reads a list of meetings: every link to a meeting that gives its date, with what stands
// behind the link on its line ("CANCELLED").
func (r *reader) calendar() {
	body := record.Meeting{}
	for _, l := range r.lines {
		if got := listsOf.FindStringSubmatch(l.Text); got != nil && l.kind != prose && body.Committee == "" {
			body = record.Meeting{Committee: printed.Tidy(got[1]), CommitteeID: r.url.Committee, Span: r.spans.Span(l.place("meetings-listed"))}
		}
	}
	for _, l := range r.lines {
		for _, k := range r.linksIn(l.Start, l.End()) {
			if k.to.Meeting == "" || k.to.Script != "ielistdocuments" && k.to.Script != "iemeetingdetails" {
				continue
			}
			m, ok := r.listedMeeting(l, k)
			if !ok {
				continue
			}
			if m.Committee == "" {
				m.Committee = body.Committee
			}
			m.CommitteeID, m.SourceID = first(k.to.Committee, body.CommitteeID), k.to.Meeting
			r.out.Meetings = append(r.out.Meetings, m)
		}
	}
	if len(r.out.Meetings) == 0 && body.Committee != "" {
		r.out.Meetings = append(r.out.Meetings, body)
	}
}

// listedMeeting reads a link to a meeting: its date, its time and, where the link's words go on, its committee.
func (r *reader) listedMeeting(l line, k link) (record.Meeting, bool) {
	words := printed.Tidy(r.page[k.From:k.To])
	got := meetingDay.FindStringSubmatchIndex(words)
	if got == nil {
		// A calendar prints the day at the top of its cell; the link's title gives the whole date.
		if words = printed.Tidy(htmltext.Attr(k.node, "title")); words == "" {
			return record.Meeting{}, false
		}
		words = linkTo.ReplaceAllString(words, "")
		if got = meetingDay.FindStringSubmatchIndex(words); got == nil {
			return record.Meeting{}, false
		}
	}
	m := record.Meeting{Date: printed.ISODate(words[got[2]:got[3]]), Span: r.spans.Span(l.place("meeting-listed"))}
	if got[4] >= 0 {
		m.StartTime = printed.TimeOf(words[got[4]:got[5]])
	}
	rest := strings.Trim(words[:got[0]]+" "+words[got[1]:], " ,-–")
	if rest != "" && !changed.MatchString(" "+rest) && len(rest) < 120 {
		m.Committee = rest
	}
	if c := changed.FindStringSubmatch(l.Text); c != nil && len(r.linksIn(l.Start, l.End())) == 1 {
		m.Status = c[1]
	}
	return m, m.Date != ""
}
