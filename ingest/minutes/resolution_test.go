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
		"the body resolved":                                {minutes: []string{"The Council resolved to close the hall."}, want: []short{{"", "resolved", "to close the hall."}}},
		"one line":                                         {decision: []string{"RESOLVED that Cabinet: 1. AGREE a fee; 2. DEFER the rest."}, want: []short{{"1", "agreed", "AGREE a fee;"}, {"2", "deferred", "DEFER the rest."}}},
		"lost keyword":                                     {minutes: []string{"Officers explained that halls stood empty.", "1) rents be raised by 2%; and", "2) the Estates Manager report back."}, want: []short{{"1", "resolved", "rents be raised by 2%; and"}, {"2", "resolved", "the Estates Manager report back."}}},
		"plain sentence":                                   {minutes: []string{"The minutes of 3 May were approved."}, want: []short{{"", "approved", "The minutes of 3 May were approved."}}},
		"in passing":                                       {minutes: []string{"The figures were noted.", "RESOLVED that the grant be refused."}, want: []short{{"", "refused", "that the grant be refused."}}},
		"lost motion":                                      {minutes: []string{"It was moved by Councillor Ash, seconded by Councillor Oak, that the hall be sold.", "The motion was put and lost."}},
		"carried motion":                                   {minutes: []string{"It was moved by Councillor Ash, seconded by Councillor Oak, that the hall be sold.", "The motion was carried."}, want: []short{{"", "resolved", "that the hall be sold."}}},
		"apologies under Decision":                         {decision: []string{"Apologies were received from Councillors Ash and Oak."}},
		"told of another meeting":                          {minutes: []string{"At its last meeting on 3 May the Council resolved to close the hall."}},
		"recommended draft then resolved":                  {minutes: []string{"The Director presented the report.", "Recommendations:", "1. That the report be noted.", "2. That £5,000 be spent.", "RESOLVED: That the recommendations as set out above be approved."}, want: []short{{"", "approved", "That the recommendations as set out above be approved."}}},
		"recommendation to council from cabinet":           {minutes: []string{"RESOLVED TO RECOMMEND TO COUNCIL:", "(i) that the budget be approved;", "(ii) that the council tax be set at £1,200."}, want: []short{{"i", "recommended", "that the budget be approved;"}, {"ii", "recommended", "that the council tax be set at £1,200."}}},
		"two-part resolved then further resolved":          {minutes: []string{"RESOLVED that the plan be noted.", "The Chair thanked officers.", "FURTHER RESOLVED that the plan be sent to Cabinet."}, want: []short{{"", "noted", "that the plan be noted."}, {"", "resolved", "that the plan be sent to Cabinet."}}},
		"agreed with bullets":                              {minutes: []string{"AGREED:", "·         The update was noted.", "·         A further report to be brought to the next meeting.", "ACTION: Head of Audit"}, want: []short{{"", "noted", "The update was noted."}, {"", "agreed", "A further report to be brought to the next meeting."}}},
		"it was agreed to":                                 {minutes: []string{"Following discussion, it was agreed to defer the item to the next meeting."}, want: []short{{"", "deferred", "to defer the item to the next meeting."}}},
		"nested roman":                                     {minutes: []string{"RESOLVED –", "1. That Cabinet:", "(a) approves the scheme; and", "(b) delegates authority to the Director of Place to sign.", "2. That the costs be met from reserves."}, want: []short{{"1", "resolved", "That Cabinet:\n(a) approves the scheme; and\n(b) delegates authority to the Director of Place to sign."}, {"2", "resolved", "That the costs be met from reserves."}}},
		"approval subject to conditions":                   {minutes: []string{"RESOLVED that planning permission be GRANTED subject to the following conditions:", "1. The development shall begin within three years.", "2. The materials shall match."}, want: []short{{"", "approved", "that planning permission be GRANTED subject to the following conditions:\n1. The development shall begin within three years.\n2. The materials shall match."}}},
		"reasons heading":                                  {minutes: []string{"DECISION", "That the application be refused for the following reasons:-", "(1) Overdevelopment.", "(2) Loss of light."}, want: []short{{"", "refused", "That the application be refused for the following reasons:-\n(1) Overdevelopment.\n(2) Loss of light."}}},
		"motion notice text":                               {minutes: []string{"Councillor A. Ash moved the following motion, seconded by Councillor B. Oak:", "“This Council notes that buses are late.", "This Council resolves to:", "1. write to the operator; and", "2. ask for a review.”", "On being put to the vote, the motion was carried."}, want: []short{{"1", "resolved", "write to the operator; and"}, {"2", "resolved", "ask for a review.”"}}},
		"that inline several sentences":                    {minutes: []string{"RESOLVED: That (1) the report be noted; (2) the Clerk be thanked; and (3) a letter be sent."}, want: []short{{"1", "noted", "the report be noted;"}, {"2", "resolved", "the Clerk be thanked; and"}, {"3", "resolved", "a letter be sent."}}},
		"scrutiny":                                         {minutes: []string{"The Committee:", "RESOLVED", "(a) to note the report;", "(b) to recommend that the Cabinet Member considers free parking."}, want: []short{{"a", "noted", "to note the report;"}, {"b", "recommended", "to recommend that the Cabinet Member considers free parking."}}},
		"decision reasons numbered":                        {minutes: []string{"Resolved:", "1. That the draft be approved.", "Reasons for the decision:", "1. To meet the law.", "2. To save money."}, want: []short{{"1", "approved", "That the draft be approved."}}},
		"nothing":                                          {minutes: []string{"The Committee considered the report and asked questions about costs.", "The Chair thanked the officers."}},
		"noted inline":                                     {minutes: []string{"The Panel NOTED the report and thanked officers."}, want: []short{{"", "noted", "The Panel NOTED the report and thanked officers."}}},
		"unanimously":                                      {minutes: []string{"It was UNANIMOUSLY RESOLVED: - That the tender of Bell & Co be accepted in the sum of £41,250."}, want: []short{{"", "resolved", "That the tender of Bell & Co be accepted in the sum of £41,250."}}},
		"Recommended to":                                   {minutes: []string{"RECOMMENDED to Council that the scheme of allowances be adopted."}, want: []short{{"", "recommended", "to Council that the scheme of allowances be adopted."}}},
		"voted":                                            {minutes: []string{"The recommendation was moved by Councillor Hay, seconded by Councillor Imms, and on being put to the vote was agreed unanimously."}, want: []short{{"", "agreed", "The recommendation was moved by Councillor Hay, seconded by Councillor Imms, and on being put to the vote was agreed unanimously."}}},
		"that on separate line":                            {minutes: []string{"RESOLVED:", "That", "(1) the report be received;", "(2) the fees be increased by 3%."}, want: []short{{"1", "resolved", "the report be received;"}, {"2", "resolved", "the fees be increased by 3%."}}},
		"committee decided":                                {minutes: []string{"The Committee decided to refuse the application."}, want: []short{{"", "refused", "to refuse the application."}}},
		"Councillor agreed not":                            {minutes: []string{"Councillor Ash agreed to look into the matter. The Leader agreed that it was urgent."}},
		"Resolved in the past":                             {minutes: []string{"The Leader said that the Council had resolved in 2018 to build homes."}},
		"minutes of last meeting":                          {minutes: []string{"The Minutes of the meeting held on 3 March 2020, having been circulated, were taken as read, confirmed and signed by the Chair."}, want: []short{{"", "approved", "The Minutes of the meeting held on 3 March 2020, having been circulated, were taken as read, confirmed and signed by the Chair."}}},
		"AGREED mid":                                       {minutes: []string{"The Cabinet Member introduced the report and it was AGREED that a working group be set up."}, want: []short{{"", "agreed", "that a working group be set up."}}},
		"resolves lower-case 'resolved:' ":                 {minutes: []string{"It was resolved:-", "i)  that standing orders be suspended;", "ii) that the meeting go on until 10.30 pm.", "The meeting closed at 10.28 pm."}, want: []short{{"i", "resolved", "that standing orders be suspended;"}, {"ii", "resolved", "that the meeting go on until 10.30 pm."}}},
		"amendment carried then substantive":               {minutes: []string{"Councillor Ash moved, seconded by Councillor Oak, that rents rise by 3%.", "An amendment was moved by Councillor Elm, seconded by Councillor Yew, that rents rise by 2%.", "The amendment was put to the vote and carried.", "The substantive motion was put and carried.", "RESOLVED that rents rise by 2%."}, want: []short{{"", "resolved", "that rents rise by 2%."}}},
		"committee with Welsh":                             {minutes: []string{"PENDERFYNWYD:", "1.    nodi’r adroddiad;", "2.    dirprwyo awdurdod i’r Cyfarwyddwr."}, want: []short{{"1", "noted", "nodi’r adroddiad;"}, {"2", "delegated", "dirprwyo awdurdod i’r Cyfarwyddwr."}}},
		"resolved with bold numbering lost":                {minutes: []string{"RESOLVED", "The recommendations contained within the report be approved.", "REASON FOR DECISION", "To allow the works to proceed."}, want: []short{{"", "approved", "The recommendations contained within the report be approved."}}},
		"Decision with number restart":                     {minutes: []string{"RESOLVED that:", "1. the minutes be agreed; and", "2. the action log be noted.", "Matters arising", "1. Members were told that the path was open.", "2. The Clerk would write."}, want: []short{{"1", "approved", "the minutes be agreed; and"}, {"2", "noted", "the action log be noted."}}},
		"resolution unanimous after":                       {minutes: []string{"Resolved unanimously: That the grant of £500 be made to the Scouts."}, want: []short{{"", "resolved", "That the grant of £500 be made to the Scouts."}}},
		"two RESOLVED with headings":                       {minutes: []string{"(a) Street Lights", "RESOLVED to buy twelve lamps.", "(b) Bins", "RESOLVED to empty the bins weekly."}, want: []short{{"", "resolved", "to buy twelve lamps."}, {"", "resolved", "to empty the bins weekly."}}},
		"decision bullet dash":                             {minutes: []string{"RESOLVED:", "- That the policy be adopted", "- That the policy be reviewed in 2025"}, want: []short{{"", "approved", "That the policy be adopted"}, {"", "resolved", "That the policy be reviewed in 2025"}}},
		"Proposed by lines":                                {minutes: []string{"Proposed by Cllr Pike, seconded by Cllr Roach and agreed that the accounts be approved."}, want: []short{{"", "approved", "that the accounts be approved."}}},
		"Agreed: mover style":                              {minutes: []string{"AGREED (proposed Cllr Pike, seconded Cllr Roach) to plant two trees."}, want: []short{{"", "agreed", "to plant two trees."}}},
		"RESOLVED after reasons para":                      {minutes: []string{"The Committee was minded to grant, because the need was great.", "RESOLVED –", "(1)\tThat the Planning Officer be given delegated authority to grant permission, subject to:", "(a)\ta legal agreement; and", "(b)\tthe conditions in the report.", "(2)\tThat, if no agreement is signed by 1 June 2020, permission be refused."}, want: []short{{"1", "delegated", "That the Planning Officer be given delegated authority to grant permission, subject to:\n(a) a legal agreement; and\n(b) the conditions in the report."}, {"2", "refused", "That, if no agreement is signed by 1 June 2020, permission be refused."}}},
		"Licensing panel decision prose":                   {minutes: []string{"Having considered the representations, the Panel decided to revoke the licence.", "Reasons", "The licensee had not kept the conditions."}, want: []short{{"", "resolved", "to revoke the licence."}}},
		"noted prefix":                                     {minutes: []string{"NOTED:", "a)   The update on roads.", "b)   The forward plan."}, want: []short{{"a", "noted", "The update on roads."}, {"b", "noted", "The forward plan."}}},
		"That lines with no markers":                       {minutes: []string{"RESOLVED:", "That the minutes be approved.", "That the accounts be signed.", "Members left at 8 pm."}, want: []short{{"", "approved", "That the minutes be approved."}, {"", "resolved", "That the accounts be signed."}}},
		"Action points":                                    {minutes: []string{"Members discussed the forward plan.", "It was noted that the plan would be revised."}},
		"RESOLVED colon: (1) inline start then paragraphs": {minutes: []string{"RESOLVED: (1) That the report be noted; and", "(2) That the Leader be asked to write to the Minister."}, want: []short{{"1", "noted", "That the report be noted; and"}, {"2", "resolved", "That the Leader be asked to write to the Minister."}}},
		"agreed recommendations list drafts":               {minutes: []string{"The Committee considered the following recommendations:", "1. That fees rise by 2%.", "2. That a review be held.", "The recommendations were agreed."}, want: []short{{"", "agreed", "The recommendations were agreed."}}},
		"noun that looks like a verb":                      {minutes: []string{"RESOLVED that grants of £500 be offered to the clubs."}, want: []short{{"", "resolved", "that grants of £500 be offered to the clubs."}}},
		"agreed in principle":                              {minutes: []string{"RESOLVED to agree in principle the sale of the land."}, want: []short{{"", "agreed", "to agree in principle the sale of the land."}}},
		"office filled":                                    {minutes: []string{"It was agreed that Councillor Glen be appointed Vice-Chair."}, want: []short{{"", "resolved", "that Councillor Glen be appointed Vice-Chair."}}},
		"accordingly":                                      {minutes: []string{"Councillor Ward moved that the petition be sent to the Parks Panel. This was seconded by Councillor Hill and", "RESOLVED accordingly."}, want: []short{{"", "resolved", "that the petition be sent to the Parks Panel"}}},
		"sums below":                                       {minutes: []string{"RESOLVED to pay the accounts below:", "Mowing £412.50", "Clerk £1,206.11"}, want: []short{{"", "resolved", "to pay the accounts below:\nMowing £412.50\nClerk £1,206.11"}}},
		"conditions of a delegation":                       {minutes: []string{"RESOLVED – That authority be delegated to the Head of Planning to grant permission subject to:", "(a) an agreement; and", "(b) the conditions in the report."}, want: []short{{"", "delegated", "That authority be delegated to the Head of Planning to grant permission subject to:\n(a) an agreement; and\n(b) the conditions in the report."}}},
		"a lone That":                                      {minutes: []string{"The officer gave the figures.", "That", "(i) the position be noted; and", "(ii) Council be recommended to approve the limits."}, want: []short{{"i", "noted", "the position be noted; and"}, {"ii", "recommended", "Council be recommended to approve the limits."}}},
		"resolved by votes":                                {minutes: []string{"RESOLVED by 9 votes to 3, with 1 abstention, that the application be approved."}, want: []short{{"", "approved", "that the application be approved."}}},
		"RESOLVED (1) to":                                  {minutes: []string{"RESOLVED –", "(1)   To note the update.", "(2)   To ask the Director to report in June, with:", "a.   costs; and", "b.   options.", "(3)   To thank the officers."}, want: []short{{"1", "noted", "To note the update."}, {"2", "resolved", "To ask the Director to report in June, with:\na. costs; and\nb. options."}, {"3", "resolved", "To thank the officers."}}},
		"resolved with reasons in the middle":              {minutes: []string{"RESOLVED:", "1. That the scheme be approved.", "Reason: It is needed.", "2. That it start in May.", "Reason: To save time."}, want: []short{{"1", "approved", "That the scheme be approved."}, {"2", "resolved", "That it start in May."}}},
		"Decision taken":                                   {minutes: []string{"Decision taken:", "Approved the recommendation in the report."}, want: []short{{"", "approved", "Approved the recommendation in the report."}}},
		"AGREED recommendations":                           {minutes: []string{"The recommendations were put to the meeting and AGREED."}, want: []short{{"", "agreed", "The recommendations were put to the meeting and AGREED."}}},
		"AGREED alone":                                     {minutes: []string{"Upon consideration of the report, it was", "AGREED", "that the fees be held."}, want: []short{{"", "agreed", "that the fees be held."}}},
		"Resolved number with dots":                        {minutes: []string{"RESOLVED", "2.1 That the report be received.", "2.2 That the actions be agreed."}, want: []short{{"2.1", "resolved", "That the report be received."}, {"2.2", "agreed", "That the actions be agreed."}}},
		"Action table":                                     {minutes: []string{"Resolved: The Committee noted the report."}, want: []short{{"", "noted", "The Committee noted the report."}}},
		"future":                                           {minutes: []string{"It will be resolved at the next meeting whether the hall be sold."}},
		"carried unanimously sentence":                     {minutes: []string{"On the motion of Councillor Ash, seconded by Councillor Oak, it was unanimously resolved to adopt the budget of £3.4m."}, want: []short{{"", "approved", "to adopt the budget of £3.4m."}}},
		"Welsh agreed":                                     {minutes: []string{"Cytunwyd:", "(a) derbyn yr adroddiad; a", "(b) gofyn i'r Swyddog adrodd yn ôl."}, want: []short{{"a", "resolved", "derbyn yr adroddiad; a"}, {"b", "agreed", "gofyn i'r Swyddog adrodd yn ôl."}}},
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
