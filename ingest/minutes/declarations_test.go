package minutes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Each want is "person | item | kind", with "left", "stayed" and "dispensation" behind.
func TestDeclarations(t *testing.T) {
	for _, c := range []struct {
		in   []string
		want []string
	}{
		{[]string{"# Declarations of Interest",
			"Councillor A Ames declared an Other Registrable Interest in item 5 (Leisure) as a member of the gym.",
			"Councillor Bea Birch declared an interest in item 6 as her husband was employed there, and indicated that she would leave the meeting.",
			"Councillor C Cole - Item 7 - Non-registrable interest - knew the agent.",
			"Councillor D Dunn disclosed that he had a prejudicial interest in minute 45 and left the room.",
			"Councillor Eve Ely advised that she was a trustee of the charity.",
			"Councillors F Fox and G Gunn made a voluntary announcement in respect of item 9 as they knew the applicant.",
			"All Members declared a personal interest in item 10 as they knew the applicant.",
			"Councillor H Hill stated that he had a non-pecuniary interest in agenda item 4 and had been granted a dispensation.",
			"Personal interests were declared by Councillors J Judd and K King in item 12."},
			[]string{"A Ames | 5 | Other Registrable", "Bea Birch | 6 |", "C Cole | 7 | Non-registrable", "D Dunn | 45 | prejudicial left", "Eve Ely | |",
				"F Fox | 9 | voluntary announcement", "G Gunn | 9 | voluntary announcement", "H Hill | 4 | non-pecuniary dispensation",
				"J Judd | 12 | Personal", "K King | 12 | Personal", "All Members | 10 | personal"}},
		{[]string{"# Declarations", "Cllr N Nash declared an interest in item 8 (non-pecuniary) and item 9 (pecuniary)."}, []string{"N Nash | 8 | non-pecuniary", "N Nash | 9 | pecuniary"}},
		{[]string{"# Declarations", "Cllr Askey declared an interest in minute 304 as a tenant and left, and Cllr Trent in minute 305."}, []string{"Askey | 304 | left", "Trent | 305 |"}},
		{[]string{"# Datganiadau o fuddiant", "Datganodd y Cynghorydd O Owen fuddiant personol yn eitem 5."}, []string{"O Owen | 5 | personol"}},
		{[]string{"# Declarations of Personal Interest", "Councillor", "Minute Number", "Nature of Interest", "G.Ll. Hughes", "7 – Loan to a company", "A director of it", "A. Vaughan Price", "9 – Homes", "Landlord"},
			[]string{"G.Ll. Hughes | 7 | personal", "A. Vaughan Price | 9 | personal"}},
		{[]string{"# Planning", "Councillor Q Quill, having declared a disclosable pecuniary interest, withdrew from the meeting for this item.", "Councillor R Rudd left the meeting at 8.15 pm."},
			[]string{"Q Quill | 5 | disclosable pecuniary left"}},
		{[]string{"# Declarations of Interest", "Members must declare any disclosable pecuniary interest in an item and leave the room. The Monitoring Officer advises on interests.", "Councillors were reminded of the Code. No interests were declared."}, nil},
	} {
		var got []string
		for _, d := range Declarations([]ItemText{itemOf(c.in...)}) {
			s := strings.Join([]string{d.Person, d.Item, d.Kind}, " | ")
			if d.Left != nil && *d.Left {
				s += " left"
			}
			if d.Dispensation != nil && *d.Dispensation {
				s += " dispensation"
			}
			s = strings.ReplaceAll(strings.ReplaceAll(s, "|  |", "| |"), "  ", " ")
			got = append(got, strings.TrimSpace(s))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s", c.in[0], d)
		}
	}
}

// What is declared in one item counts in the item that it concerns.
func TestDeclarationsOverItems(t *testing.T) {
	said := Read([]ItemText{
		{Number: "2", Title: text("Declarations of Interest"), Minutes: text("Cllr Askey declared an interest in minute 4.")},
		{Number: "4", Title: text("Allotments"), Minutes: text("Cllr Askey left the meeting for this item. Cllr Brown left the meeting.")},
	})
	d := said.Declarations()
	if len(d) != 1 || d[0].Item != "4" || d[0].Left == nil || !*d[0].Left {
		t.Errorf("declarations: %+v", d)
	}
	var got []string
	for _, p := range said.People(1) {
		got = append(got, p.Name+" "+p.How)
	}
	if d := cmp.Diff([]string{"Askey declared_interest", "Brown present"}, got); d != "" {
		t.Error(d)
	}
}
