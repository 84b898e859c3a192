package assemble

import (
	"strings"

	"councilgraph/ingest/format/printed"
	"councilgraph/ingest/minutes"
	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// exempted says that the public was excluded for an item, and by which paragraph of which schedule.
var exempted = regexp.MustCompile(`(?i)\b(?:paragraphs?|para)[\s\x{a0}]+([0-9][0-9, and]*)(?:[\s\x{a0}]+of)?[^.]{0,60}?\bSchedule[\s\x{a0}]+(12A|7A)\b`)

// excluded says that what follows was done without the public.
var excluded = regexp.MustCompile(`(?i)\b(?:exclude[sd]?|exclusion of)\b[^.]{0,80}?\b(?:press|public)\b`)

// restriction notes the paragraph under which an item's own business is exempt.
func restriction(it *record.AgendaItem, ps []minutes.Paragraph) {
	for _, p := range ps {
		if !strings.Contains(p.Text, "12A") && !strings.Contains(p.Text, "12a") && !strings.Contains(p.Text, "7A") && !strings.Contains(p.Text, "7a") {
			continue
		}
		m := exempted.FindStringSubmatch(p.Text)
		if m == nil || !excluded.MatchString(p.Text) {
			continue
		}
		it.Exemption = printed.Tidy(m[0])
		return
	}
}
