package moderngovhtml

import (
	"fmt"
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/record"
)

// detect tells the page's type: by its tables and lists where these leave no doubt, else by its own
// title, else by its address where its content is the system's.
func (r *reader) detect() error {
	if err := r.noRecord(); err != nil {
		return err
	}
	if typ, ok := r.structure(); ok {
		r.typ = typ
		return nil
	}
	if typ, ok := r.titled(); ok {
		r.typ = r.settle(typ)
		return nil
	}
	if typ, ok := printed.Scripts(r.url.Script); ok && len(r.lines) > 0 {
		r.typ = r.settle(typ)
		return nil
	}
	return fmt.Errorf("%w: it has neither a title nor a table of the record's pages; it begins with %q", ErrNoRecord, head(r.page))
}

// noRecord recognises the system's pages that state nothing: searches, forms, errors.
func (r *reader) noRecord() error {
	for _, f := range r.forms {
		if action := strings.ToLower(htmltext.Attr(f, "action")); strings.Contains(action, "iesearchresults") {
			return fmt.Errorf("%w: a search form", ErrNoRecord)
		}
	}
	for _, l := range r.lines {
		if l.kind != pageTitle {
			continue
		}
		switch t := strings.ToLower(printed.Tidy(l.Text)); {
		case t == "search results" || t == "canlyniadau chwilio":
			hits := 0
			for _, l := range r.lines {
				if l.kind == itemTitle && (strings.Contains(l.Text, "Meeting:") || strings.Contains(l.Text, "ssue:")) {
					hits++
				}
			}
			return fmt.Errorf("%w: a page of search results with %d hits; ingest the pages that it points at", ErrNoRecord, hits)
		case strings.HasPrefix(t, "search ") || t == "error":
			return fmt.Errorf("%w: a page %q", ErrNoRecord, printed.Tidy(l.Text))
		}
	}
	if len(r.errors) > 0 && len(r.items) == 0 {
		return fmt.Errorf("%w: it says %q", ErrNoRecord, head(r.text.Of(r.errors[0])))
	}
	if len(r.lines) == 0 {
		return fmt.Errorf("%w: its content block is empty", ErrNoRecord)
	}
	return nil
}

// titled tells the type by the page's title.
func (r *reader) titled() (record.PageType, bool) {
	for _, want := range []kind{pageTitle, subTitle, section} {
		for i, l := range r.lines {
			if l.kind != want || i > 40 {
				continue
			}
			if typ, ok := printed.PageTitle(l.Text); ok {
				return typ, true
			}
			if typ, ok := printed.PlainTitle(l.Text); ok && want == pageTitle {
				return typ, true
			}
		}
	}
	return "", false
}

// structure tells the type by what only pages of that type hold.
func (r *reader) structure() (record.PageType, bool) {
	for _, l := range r.lines {
		if l.kind != prose && printed.MeetingLine.MatchString(l.Text) {
			return record.PageIssue, true
		}
	}
	if len(r.items) > 0 {
		return r.settle(record.PageAgenda), true
	}
	for _, t := range r.tables {
		summary := strings.ToLower(htmltext.Attr(t, "summary"))
		switch {
		case htmltext.Attr(t, "id") == "mgattendbreakdown":
			return record.PageAttendanceSummary, true
		case htmltext.HasClass(t, "mgInterestsTable"):
			return record.PageDeclarations, true
		case strings.Contains(summary, "meeting attendance"):
			return record.PageAttendance, true
		case strings.Contains(summary, "decision summary"):
			return record.PageDecisionList, true
		}
	}
	fields := 0
	for _, f := range r.fields {
		switch strings.ToLower(strings.Trim(r.page[f.From:f.To], " :?")) {
		case "decision status", "is key decision", "date of decision", "is subject to call in":
			fields++
		}
	}
	if typ, ok := r.titled(); ok {
		return r.settle(typ), true
	}
	if fields >= 2 {
		return record.PageDecision, true
	}
	return "", false
}

// settle tells an agenda from a list of minutes by the labels of its items.
func (r *reader) settle(typ record.PageType) record.PageType {
	if typ != record.PageList && typ != record.PageAgenda {
		return typ
	}
	for _, l := range r.lines {
		switch printed.LabelOf(l.Text, l.kind == label) {
		case printed.LabelMinutes, printed.LabelDecision:
			r.labelled = true
			return record.PageList
		}
	}
	if title, ok := r.titled(); ok && title == record.PageList {
		return title
	}
	return typ
}

// head is the beginning of a text, for messages.
func head(s string) string {
	s = strings.Join(strings.Fields(s[:min(len(s), 400)]), " ")
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "..."
	}
	return s
}
