package load

import (
	"fmt"
	"strings"

	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// item states an agenda item and all that stands under it. numbers are the keys of the meeting's
// items so far by number.
func (s *speaker) item(index int, item *record.AgendaItem, at place, numbers map[string]string) {
	claim := link.Place{
		Ref: link.Ref{At: fmt.Sprintf("%s/item/%d", at.root, index)}, Kind: link.AgendaItem, SourceID: item.SourceID, Parent: at.root, Name: item.Title,
		Number: item.Number, MinuteNumber: item.MinuteNumber, Position: index + 1, Fallback: fmt.Sprintf("%s/%d", at.hanging, index+1),
	}
	key := s.place(at.root, claim)
	numbers[item.Number] = key
	issue := at.issue
	if issue == "" && item.IssueID != "" {
		issue = s.itemIssue(claim.At+"/issue", item)
	}
	if s.claiming() {
		return
	}
	if s.speaking() {
		s.itemItself(index, item, at, key, issue, numbers)
	}
	resolutions := s.resolutions(key, item, at)
	s.votes(key, item, at, s.motions(key, item, at))
	s.participations(key, item, at)
	if s.speaking() {
		s.amounts(key, item, resolutions)
		s.references(key, item, resolutions)
		s.files("AgendaItem", key, item.Documents, map[string]any{"agenda_item_id": key})
		s.reports(key, item, len(item.Documents))
	}
}

// itemItself states an agenda item and where it stands.
func (s *speaker) itemItself(index int, item *record.AgendaItem, at place, key, issue string, numbers map[string]string) {
	values := map[string]any{
		"position": index + 1, "number": item.Number, "minute_number": item.MinuteNumber, "title": item.Title,
		"purpose": item.Purpose, "minutes": item.Minutes, "decision": item.Decision, "reasons": item.Reasons,
		"alternatives": item.Alternatives, "restricted": item.Restricted, "exemption": item.Exemption,
		"truncated": item.Truncated, "source_id": item.SourceID, "date": at.date,
		"meeting_id": at.key, "committee_id": at.committee, "own_issue_key": issue, "own_issue_by": s.issueBy(issue),
	}
	if parent := numbers[parentNumber(item.Number)]; parent != "" && parent != key {
		values["parent_id"] = parent
	}
	s.say("AgendaItem", key, item.Span, item.Truncated, values)
}

// itemIssue states the issue to which the page says that an item belongs, by the source's number alone.
func (s *speaker) itemIssue(at string, item *record.AgendaItem) string {
	key := s.place(at, link.Place{Ref: link.Ref{At: at}, Kind: link.Issue, SourceID: item.IssueID})
	if key != "" {
		s.say("Issue", key, item.Span, s.page.Page.Truncated, map[string]any{"source_id": item.IssueID})
	}
	return key
}

// parentNumber is the number of the item that one numbered 7.1 or 7(a) is a part of.
func parentNumber(number string) string {
	if i := strings.IndexAny(number, ".("); i > 0 {
		return number[:i]
	}
	return "\x00" // no item has it
}

// placed is a resolution's key and where it stands.
type placed struct {
	key  string
	span record.Span
}

func (s *speaker) resolutions(item string, from *record.AgendaItem, at place) []placed {
	var out []placed
	for i, r := range from.Resolutions {
		key := fmt.Sprintf("%s/resolution/%d", item, i+1)
		values := map[string]any{
			"position": i + 1, "number": r.Number, "text": r.Text, "kind": strings.ToUpper(r.Kind), "date": at.date,
			"delegated_to": r.DelegatedTo, "recommended_to": r.RecommendedTo,
			"agenda_item_id": item, "meeting_id": at.key, "committee_id": at.committee,
		}
		s.movers(values, at, r.Mover, r.Seconder, r.Span)
		s.say("Resolution", key, r.Span, from.Truncated, values)
		out = append(out, placed{key, r.Span})
	}
	return out
}

// movers makes a resolution or a motion lead to who moved and who seconded it.
func (s *speaker) movers(values map[string]any, at place, mover, seconder string, span record.Span) {
	values["mover_as_written"], values["seconder_as_written"] = mover, seconder
	values["mover_id"] = s.key(at.mention(link.Part, mover), span)
	values["seconder_id"] = s.key(at.mention(link.Part, seconder), span)
}

// within is the key of the resolution whose text a fact stands in, "" for none.
func within(resolutions []placed, span record.Span) string {
	for _, r := range resolutions {
		if span.Start >= r.span.Start && span.End <= r.span.End {
			return r.key
		}
	}
	return ""
}

func (s *speaker) amounts(item string, from *record.AgendaItem, resolutions []placed) {
	for i, a := range from.Amounts {
		s.say("Amount", s.free("Amount", item+"/amount/"+Slug(a.AsWritten)), a.Span, from.Truncated, map[string]any{
			"position": i + 1, "as_written": a.AsWritten, "low": a.Low, "high": a.High, "currency": a.Currency, "per": a.Per,
			"agenda_item_id": item, "resolution_id": within(resolutions, a.Span),
		})
	}
}

func (s *speaker) references(item string, from *record.AgendaItem, resolutions []placed) {
	for i, r := range from.References {
		s.say("Reference", s.free("Reference", item+"/reference/"+Slug(r.AsWritten)), r.Span, from.Truncated, map[string]any{
			"position": i + 1, "as_written": r.AsWritten, "kind": referenceKind(r.Kind), "date": r.Date, "number": r.Number,
			"agenda_item_id": item, "resolution_id": within(resolutions, r.Span),
		})
	}
}

// files states the documents that hang on a node, each once however often the page lists it.
func (s *speaker) files(kind, parent string, files []record.File, leads map[string]any) {
	listed := map[string]bool{}
	for i, f := range files {
		values := map[string]any{"position": i + 1, "title": f.Title, "url": f.URL, "media_type": f.MediaType, "size": f.Size}
		for column, key := range leads {
			values[column] = key
		}
		name := Slug(f.Title)
		if number := attachment(f.SourceID); number != "" {
			// The web service and the pages give one attachment under two addresses.
			name = "s" + number
		} else if f.URL != "" {
			name = short(f.URL)
		}
		again := name + " " + f.Title
		if listed[again] && f.URL+f.SourceID != "" {
			continue
		}
		listed[again] = true
		s.say("Document", s.free("Document", parent+"/document/"+name), f.Span, kind == "AgendaItem" && s.page.Page.Truncated, values)
	}
}

// attachment is the number of an attachment of an item, which the web service writes as 9100 and pages as s9100; "" for
// other documents, such as the packs of a meeting (g3000), which share its number.
func attachment(id string) string {
	id = strings.TrimPrefix(id, "s")
	if id == "" || strings.Trim(id, "0123456789") != "" {
		return ""
	}
	return id
}

// reports states the reports that an item names by their reference alone.
func (s *speaker) reports(item string, from *record.AgendaItem, after int) {
	for i, reference := range from.ReportReferences {
		span := from.Span
		if i < len(from.ReportRefSpans) {
			span = from.ReportRefSpans[i]
		}
		s.say("Document", s.free("Document", item+"/report/"+Slug(reference)), span, from.Truncated, map[string]any{
			"position": after + i + 1, "report_reference": reference, "agenda_item_id": item,
		})
	}
}

// referenceKind is the API's word for a kind of reference.
func referenceKind(kind string) string {
	switch up := strings.ToUpper(kind); up {
	case "MEETING", "ITEM", "MINUTE", "REPORT", "PARAGRAPH", "SECTION", "APPENDIX", "PAGE", "LEGISLATION",
		"APPLICATION", "RESOLUTION", "POLICY", "RULE":
		return up
	case "PAGES":
		return "PAGE"
	}
	return "OTHER"
}
