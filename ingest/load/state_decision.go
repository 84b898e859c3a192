package load

import (
	"fmt"
	"strings"

	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// decisions states the published decision records of a page.
func (s *speaker) decisions() {
	for i, d := range s.page.Decisions {
		values := map[string]any{
			"title": d.Title, "maker": d.Maker, "status": d.Status, "key_decision": d.Key, "call_in": d.CallIn, "urgent": d.Urgent,
			"made_on": d.MadeOn, "published_on": d.PublishedOn, "effective_on": d.EffectiveOn,
			"purpose": d.Purpose, "text": d.Text, "reasons": d.Reasons, "alternatives": d.Alternatives, "source_id": d.SourceID,
		}
		at := fmt.Sprintf("decision/%d", i)
		if kind := committeeKind(d.Maker); kind != "OTHER" && !isMember(d.Maker) && !memberOfCabinet(d.Maker) {
			values["committee_id"] = s.committee(at+"/committee", d.Maker, "", d.MadeOn, d.Span, nil)
		}
		values["person_id"] = s.key(maker(d), d.Span)
		key := s.place(at, link.Place{
			Ref: link.Ref{At: at}, Kind: link.Decision, SourceID: d.SourceID, Name: d.Title, Date: d.MadeOn, Position: i + 1,
			Fallback: fmt.Sprintf("%s/decision/%d", s.source, i+1),
		})
		s.say("Decision", key, d.Span, s.page.Page.Truncated, values)
	}
}

// maker is the naming of a decision's maker: a member with or without an office behind the name, or an
// office alone. It is empty where a committee decided.
func maker(d record.Decision) link.Mention {
	m := link.Mention{Date: d.MadeOn}
	switch {
	case isMember(d.Maker):
		m.Name, m.Role, _ = strings.Cut(d.Maker, ",")
		m.Role, m.Capacity = strings.TrimSpace(m.Role), "councillor"
		m.Title, m.Name, _ = strings.Cut(m.Name, " ")
	case memberOfCabinet(d.Maker):
		m.Role = d.Maker
	}
	return m
}
