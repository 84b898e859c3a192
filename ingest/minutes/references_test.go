package minutes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Each want is "kind: as written | number | date".
func TestReferences(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"# 20/01145/OUTM - Land off Pin Lane\nPolicies H1 and H3 of the Plan, paragraph 11 of the report, Policy DM5; application 20/01145/OUTM", []string{
			"application: 20/01145/OUTM | 20/01145/OUTM", "policy: Policies H1 and H3 | H1", "paragraph: paragraph 11 of the report | 11", "policy: Policy DM5 | DM5"}},
		{"The Minutes of the meetings held on 4 March 2019 and 1 April 2019 were confirmed (Minute Nos. 14 to 16 refer). See Minute 12/19.", []string{
			"meeting: The Minutes of the meetings held on 4 March 2019 | | 2019-03-04", "meeting: 1 April 2019 | | 2019-04-01", "minute: Minute Nos. 14 to 16 | 14", "minute: Minute 12/19 | 12/19"}},
		{"a report of the Head of Finance dated 12 June 2018 (Report No. 63/11). Cabinet on 5th May 2018 (Minute 31) had agreed this.", []string{
			"report: a report of the Head of Finance dated 12 June 2018 | | 2018-06-12", "meeting: Cabinet on 5th May 2018 (Minute 31) | 31 | 2018-05-05"}},
		{"Agenda Item 9, item 4(i) and Items 5, 6 and 7 on the agenda", []string{
			"item: Agenda Item 9 | 9", "item: item 4(i) | 4(i)", "item: Items 5, 6 and 7 on the agenda | 5"}},
		{"under Section 100A(4) of the Local Government Act 1972, as in paragraph 3 of Part 1 of Schedule 12A of the Act.", []string{
			"section: Section 100A(4) of the Local Government Act 1972 | 100A(4)", "paragraph: paragraph 3 of Part 1 of Schedule 12A | 3"}},
		{"under the Public Bodies (Admission to Meetings) Act 1960 and the Highways Act 1980", []string{
			"legislation: Public Bodies (Admission to Meetings) Act 1960 | 1960", "legislation: Highways Act 1980 | 1980"}},
		{"Council Procedure Rule 16.5, Standing Order No. 12 (b), pages 12-18 of the agenda, Appendices A and B, Annex 1", []string{
			"rule: Council Procedure Rule 16.5 | 16.5", "rule: Standing Order No. 12 (b) | 12", "page: pages 12-18 of the agenda | 12-18", "appendix: Appendices A and B", "appendix: Annex 1 | 1"}},
		{"Minutes of the Cabinet meeting held on 09/02/2022. The Extraordinary Council meeting of 3 June 2020. As agreed by Cabinet on 13 November 2018.", []string{
			"meeting: Minutes of the Cabinet meeting held on 09/02/2022 | | 2022-02-09", "meeting: The Extraordinary Council meeting of 3 June 2020 | | 2020-06-03", "meeting: agreed by Cabinet on 13 November 2018 | | 2018-11-13"}},
		{"cofnodion y cyfarfod a gynhaliwyd ar 12 Medi, 2018", []string{"meeting: cofnodion y cyfarfod a gynhaliwyd ar 12 Medi, 2018 | | 2018-09-12"}},
		{"minute 9 was raised; Minute 9 of 3 May 2022 refers", []string{"minute: Minute 9 of 3 May 2022 | 9 | 2022-05-03"}},
		{"paragraph 6.5 and again paragraph 6.5; section 7 and section 7 of the report", []string{"paragraph: paragraph 6.5 | 6.5", "section: section 7 of the report | 7"}},
		{"applications 3/21/2290/FUL and 19/1187M, DC/20/05587; in 2019/20, on 24/7, and/or 1/2 of them on 4/5/2021", []string{
			"application: 3/21/2290/FUL | 3/21/2290/FUL", "application: 19/1187M | 19/1187M", "application: DC/20/05587 | DC/20/05587"}},
		{"The Section 106 agreement; Section 47 enquiries; the Section 151 Officer; a Resolution 2020/21; Report CS17089; Appendix attached", nil},
		{"Appendix 2 , item 6.1 pdf icon PDF 77 KB ... view the full minutes text for item 321", []string{"appendix: Appendix 2 | 2"}},
		{"# Notice of Motion - Care (Agenda item 7)\nSee agenda item 9.", []string{"item: agenda item 9 | 9"}},
		{"# Declarations of Interest\nCouncillor\nMinute Number\nNature of Interest\nG.Ll. Hughes\n7 – Loan to a company\nA director of it", []string{"item: 7 – Loan to a company | 7"}},
	} {
		var got []string
		for _, r := range References(itemOf(strings.Split(c.in, "\n")...)) {
			if c.in[r.Place.Start:r.Place.End] != r.AsWritten {
				t.Errorf("%q: place holds %q", r.AsWritten, c.in[r.Place.Start:r.Place.End])
			}
			s := strings.TrimRight(strings.Join([]string{r.Kind + ": " + r.AsWritten, r.Number, r.Date}, " | "), " |")
			got = append(got, strings.ReplaceAll(s, "|  |", "| |"))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}

func TestReportReferences(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Report CS17089", []string{"CS17089"}},
		{"Report CAB 061/201; reports DEV/WS/19/032 and CAB3334; Report No. 63/11; Report Ref: F/21/7", []string{"CAB 061/201", "DEV/WS/19/032", "CAB3334", "63/11", "F/21/7"}},
		{"Report 2019/20 outturn; a report of 12 pages; application 20/01145/OUTM; CM1 4QQ; Report to follow", nil},
		{"Report CS17089 and again Report CS17089", []string{"CS17089"}},
	} {
		var got []string
		for _, r := range ReportReferences(text(c.in)) {
			got = append(got, r.AsWritten)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}
