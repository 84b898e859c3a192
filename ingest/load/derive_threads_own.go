package load

import "councilgraph/ingest/record"

// issueBy says how the page names the issue of an item: as the issue's own page, or by a link to it.
func (s *speaker) issueBy(issue string) string {
	if issue == "" {
		return ""
	}
	switch s.page.Page.Type {
	case record.PageIssue, record.PageIssueDecisions, record.PagePlanItem:
		return "ISSUE_ID"
	}
	return "BACKGROUND_LINK"
}
