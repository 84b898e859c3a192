package redact

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/record"
)

func TestRedact_HomesInProse(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"titled", "A question from Mr Piers Quill of 14 Marl Avenue, Tarnby about bins.", "A question from Mr Piers Quill of [address removed] about bins."},
		{"with postcode", "Mrs J. Quill of 14a St John's Road, Tarnby, AS1 2BC, spoke.", "Mrs J. Quill of [address removed], spoke."},
		{"behind a comma", "Mrs J. Quill, 14 Marl Avenue, Tarnby, asked why.", "Mrs J. Quill, [address removed], asked why."},
		{"in brackets", "Dr Quill (14 Marl Avenue) asked why.", "Dr Quill ([address removed]) asked why."},
		{"untitled", "Questions were put by Piers Quill of 14 Marl Avenue.", "Questions were put by Piers Quill of [address removed]."},
		{"two people", "Mr Quill of 14 Marl Avenue, Tarnby, Mrs Peck of 3 Elm Row, and Ann Sorrel of 7 The Green", "Mr Quill of [address removed], Mrs Peck of [address removed], and Ann Sorrel of [address removed]"},
		{"flat", "a resident who lives at Flat 3, 27 Marl Road, AS1 9XX, spoke", "a resident who lives at [address removed], spoke"},
		{"flat in a house", "He lives at Flat 3, Elm House, 27 Marl Road, Tarnby.", "He lives at [address removed]."},
		{"for years", "Dan Peck, who had lived next door for 20 years at 5 Elm Close, objected.", "Dan Peck, who had lived next door for 20 years at [address removed], objected."},
		{"resident", "A resident of 5 Elm Close objected.", "A resident of [address removed] objected."},
		{"county and code", "Mr and Mrs Quill of 22 Marl Road, Tarnby, Kent AS1 2BC spoke", "Mr and Mrs Quill of [address removed] spoke"},
		{"resident, no article", "Mrs Peck, resident of 4 Elm Grove, spoke", "Mrs Peck, resident of [address removed], spoke"},
		{"his address", "His address is 9 Marl Road.", "His address is [address removed]."},
		{"untitled behind a comma", "Piers Quill, 14 Marl Avenue, Tarnby, asked why.", "Piers Quill, [address removed], asked why."},
		{"own home", "Surgery: at my home, 5 Elm Close, every first Saturday", "Surgery: at my home, [address removed], every first Saturday"},
		{"her home", "the dog at her home at 5 Elm Close barked", "the dog at her home at [address removed] barked"},
		{"across lines", "<p>Mr Piers Quill of 14\n  Marl&nbsp;Avenue asked</p>", "<p>Mr Piers Quill of [address removed] asked</p>"},
		{"once and again", "Mr Quill of 5 Elm Close spoke. The noise at 5 ELM CLOSE, Tarnby was heard.", "Mr Quill of [address removed] spoke. The noise at [address removed] was heard."},
		{"label and again", "Home address: 5 Elm Close\nWard: Marl\nThe meeting at 5 Elm Close ended", "Home address: [address removed]\nWard: Marl\nThe meeting at [address removed] ended"},
		{"element and again", "<homeaddress><line1>5 Elm Close</line1></homeaddress><note>at 5 Elm Close</note>", "<homeaddress>[address removed]</homeaddress><note>at [address removed]</note>"},
		{"Welsh street", "Mrs Quill of 7 Heol Fawr, Tarnby", "Mrs Quill of [address removed]"},
	}
	for _, tt := range tests {
		got, n := redacted(t, record.Document{Bytes: []byte(tt.in), MediaType: "text/plain"})
		if d := cmp.Diff(tt.want, got); d != "" || n == 0 {
			t.Errorf("%s: %d removals (-want +got):\n%s", tt.name, n, d)
		}
	}
}

func TestRedact_SitesAndVenuesStay(t *testing.T) {
	for _, in := range []string{
		"14 Marl Avenue: erection of a porch", "the application for 14 Marl Avenue, Tarnby be approved",
		"14 Marl Avenue, Tarnby AS1 2BC - two storey rear extension", "Change of Use of 14 Marl Avenue to a shop",
		"Rear of 14 Marl Avenue", "Premises licence, The Red Kite, 2 High Street, Tarnby", "the Red Kite of 2 High Street",
		"Venue: Civic Centre, 1 Stockham Close, Tarnby AS1 3UH", "Civic Centre, Stockham Close, Tarnby AS1 3UH",
		"Applicant: Mr Quill, 14 Marl Avenue", "Mr Quill, 14 Marl Avenue: erection of a porch", "the application by Mr Quill, 14 Marl Avenue, be granted",
		"The Red Kite, 2 High Street, had a licence", "Planning Board, 5 Elm Close, asked", "the site address is 9 Marl Road",
		"the care home at 5 Elm Close", "He lives near the site at 5 Elm Close", "Residential development of 14 Marl Avenue",
		"the impact on the occupiers of 14 Marl Avenue", "Councillor Quill, 3 Members", "Mr Quill, 14 March 2024", "Mr Quill of 3 Rivers District Council",
		"the sale of Land of 14 Marl Avenue", "Mrs Peck moved item 5 Park Road improvements",
	} {
		doc := record.Document{Bytes: []byte(in), MediaType: "text/plain"}
		if out, n := Redact(doc); n != 0 || string(out.Bytes) != in {
			t.Errorf("%q became %q", in, out.Bytes)
		}
	}
}

func TestRedact_Identifiers(t *testing.T) {
	for in, want := range map[string]string{
		"Date of birth 12/03/1980.":                                "Date of birth [date of birth removed].",
		"DOB: 12.3.80, D.O.B. 1980-03-12":                          "DOB: [date of birth removed], D.O.B. [date of birth removed]",
		"<td>Date of birth</td><td>12 March 1980</td>":             "<td>Date of birth</td><td>[date of birth removed]</td>",
		"J.S., born on 12th March 2015, attends":                   "J.S., born on [date of birth removed], attends",
		"NI number QQ 12 34 56 C":                                  "NI number [number removed]",
		"National Insurance No: qq123456c":                         "National Insurance No: [number removed]",
		"his number, AB 12 34 56 C, was read out":                  "his number, [number removed], was read out",
		"Write to ann dot quill at tarnby dot example dot com, or": "Write to [email removed], or",
		"a.quill＠tarnby.org":                                       "[email removed]",
		"a.quill ＠ tarnby.org today":                               "[email removed] today",
		"a.quill&#65312;tarnby．org":                                "[email removed]",
	} {
		got, n := redacted(t, record.Document{Bytes: []byte(in), MediaType: "text/html"})
		if got != want || n == 0 {
			t.Errorf("%q became %q with %d removals, want %q", in, got, n, want)
		}
	}
	for _, in := range []string{
		"born out of the meeting of 12/03/2019", "National Insurance contributions rose by 1.25% from 6 April 2022",
		"the NI number of staff", "look at the dot at item 5", "minute 12 34 56", "the meeting at tarnby dot the i's",
		"Date of meeting 12/03/1980", "stubborn 12/03/1980",
	} {
		if out, n := Redact(record.Document{Bytes: []byte(in), MediaType: "text/plain"}); n != 0 {
			t.Errorf("%q became %q", in, out.Bytes)
		}
	}
}
