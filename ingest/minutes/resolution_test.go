package minutes

import (
	"testing"

	"councilgraph/ingest/record"

	"github.com/google/go-cmp/cmp"
)

// item is an item's minutes, one paragraph a line, with places as in a page.
func minuted(decision, text []string) ItemText {
	at := 0
	put := func(lines []string) (ps []Paragraph) {
		for _, l := range lines {
			ps = append(ps, Paragraph{Text: l, Start: at})
			at += len(l) + 1
		}
		return ps
	}
	return ItemText{Page: record.PageItem, Decision: put(decision), Minutes: put(text)}
}

type short struct{ Number, Kind, Text string }

func TestResolutions(t *testing.T) {
	for name, c := range map[string]struct {
		decision, minutes []string
		want              []short
	}{
		"inline": {minutes: []string{"RESOLVED that the plan be noted."}, want: []short{{"", "noted", "that the plan be noted."}}},
		"list with a shared preamble": {minutes: []string{"Members were told more.", "RESOLVED that", "(1) the plan be approved; and", "(2) the Clerk be authorised to sign.", "The Chair thanked all."},
			want: []short{{"1", "approved", "the plan be approved; and"}, {"2", "delegated", "the Clerk be authorised to sign."}}},
		"reasons are no resolutions": {minutes: []string{"RESOLVED – That the application be REFUSED because:", "1. It is too high.", "2. It is too near."},
			want: []short{{"", "refused", "That the application be REFUSED because:\n1. It is too high.\n2. It is too near."}}},
		"decision and minutes once": {decision: []string{"Resolved: that the Board meet again."}, minutes: []string{"5.1 Nora Quill spoke.", "5.2 Resolved: that the Board meet again."},
			want: []short{{"", "resolved", "that the Board meet again."}}},
		"the body resolved":        {minutes: []string{"The Council resolved to close the hall."}, want: []short{{"", "resolved", "to close the hall."}}},
		"one line":                 {decision: []string{"RESOLVED that Cabinet: 1. AGREE a fee; 2. DEFER the rest."}, want: []short{{"1", "agreed", "AGREE a fee;"}, {"2", "deferred", "DEFER the rest."}}},
		"lost keyword":             {minutes: []string{"Officers explained that halls stood empty.", "1) rents be raised by 2%; and", "2) the Estates Manager report back."}, want: []short{{"1", "resolved", "rents be raised by 2%; and"}, {"2", "resolved", "the Estates Manager report back."}}},
		"plain sentence":           {minutes: []string{"The minutes of 3 May were approved."}, want: []short{{"", "approved", "The minutes of 3 May were approved."}}},
		"in passing":               {minutes: []string{"The figures were noted.", "RESOLVED that the grant be refused."}, want: []short{{"", "refused", "that the grant be refused."}}},
		"lost motion":              {minutes: []string{"It was moved by Councillor Ash, seconded by Councillor Oak, that the hall be sold.", "The motion was put and lost."}},
		"carried motion":           {minutes: []string{"It was moved by Councillor Ash, seconded by Councillor Oak, that the hall be sold.", "The motion was carried."}, want: []short{{"", "resolved", "that the hall be sold."}}},
		"apologies under Decision": {decision: []string{"Apologies were received from Councillors Ash and Oak."}},
		"told of another meeting":  {minutes: []string{"At its last meeting on 3 May the Council resolved to close the hall."}},
	} {
		t.Run(name, func(t *testing.T) {
			in := minuted(c.decision, c.minutes)
			var got []short
			for _, f := range Resolutions(in) {
				got = append(got, short{f.Number, f.Kind, f.Text})
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("want -, got +:\n%s", d)
			}
		})
	}
}
