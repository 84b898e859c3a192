package load

import (
	"fmt"

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
		if kind := committeeKind(d.Maker); kind != "OTHER" && !isMember(d.Maker) && !memberOfCabinet(d.Maker) {
			s.committeeNamed(d.Maker, d.Span, nil)
			values["committee_id"] = s.committeeKey(d.Maker)
		}
		s.lead(values, "person_id", d.Maker)
		s.say("Decision", s.decisionKey(i, d), d.Span, s.page.Page.Truncated, values)
	}
}

// decisionKey is the source's number for the decision; where there is none, its day and title; where
// there is no day, its place on the page.
func (s *speaker) decisionKey(index int, d record.Decision) string {
	switch {
	case d.SourceID != "":
		return s.free("Decision", s.slug+"/decision/"+numberSlug(d.SourceID))
	case d.MadeOn != "" && Slug(d.Title) != "":
		return s.free("Decision", s.slug+"/decision/"+d.MadeOn+"-"+Slug(d.Title))
	}
	return fmt.Sprintf("%s/decision/%d", s.source, index+1)
}
