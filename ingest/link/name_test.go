package link

import (
	"strings"
	"testing"
)

func TestParseName(t *testing.T) {
	for _, c := range []struct {
		text, given, surname, suffix string
		form                         form
	}{
		{"Sue Marlow", "sue", "marlow", "", fullName},
		{"Councillor Mrs Sue Marlow MBE", "sue", "marlow", "", fullName},
		{"Cllr. S. Marlow", "s", "marlow", "", initialed},
		{"Mr C J Bloom", "c j", "bloom", "", initialed},
		{"C.J. Bloom", "c j", "bloom", "", initialed},
		{"CJ Bloom", "c j", "bloom", "", initialed},
		{"Jo Bloom", "jo", "bloom", "", fullName},
		{"SUE MARLOW", "sue", "marlow", "", fullName},
		{"Marlow", "", "marlow", "", surnameOf},
		{"Marlow OBE", "", "marlow", "", surnameOf},
		{"Councillllor Marlow", "", "marlow", "", surnameOf},
		{"Coucillor Marlow", "", "marlow", "", surnameOf},
		{"Ames- Holt", "", "ames holt", "", surnameOf},
		{"Luke Ames – Holt", "luke", "ames holt", "", fullName},
		{"Mc Knight", "", "mcknight", "", surnameOf},
		{"H. McKnight", "h", "mcknight", "", initialed},
		{"Mac Gregor", "", "macgregor", "", surnameOf},
		{"Fitz- Gerald", "", "fitzgerald", "", surnameOf},
		{"Seán Mac Giolla Rua", "sean macgiolla", "rua", "", fullName},
		{"O' Garra", "", "ogarra", "", surnameOf},
		{"Dermot O’Garra", "dermot", "ogarra", "", fullName},
		{"Cian Ó Floinn", "cian", "ofloinn", "", fullName},
		{"Ó Floinn", "", "ofloinn", "", surnameOf},
		{"Aoife Ní Bhriain", "aoife", "ni bhriain", "", fullName},
		{"Maria de Souza", "maria", "de souza", "", fullName},
		{"De Souza", "", "de souza", "", surnameOf},
		{"Al Khan", "al", "khan", "", fullName},
		{"Iolo ap Rhys", "iolo", "ap rhys", "", fullName},
		{"Pieter van der Meer", "pieter", "van der meer", "", fullName},
		{"G.Ll. Davies", "g ll", "davies", "", initialed},
		{"Siân Lloyd Jones", "sian lloyd", "jones", "", fullName},
		{"Anne-Marie Quill", "anne marie", "quill", "", fullName},
		{"A-M Quill", "a m", "quill", "", initialed},
		{"Marlow, Sue", "sue", "marlow", "", fullName},
		{"Joe Anders, OBE", "joe", "anders", "", fullName},
		{"John Tarrant Jnr", "john", "tarrant", "jnr", fullName},
		{"Nadia Webb (Head of Property)", "nadia", "webb", "", fullName},
		{"Major", "", "major", "", surnameOf},
		{"Rt Hon Lord Canning", "", "canning", "", surnameOf},
		{"Paul As", "paul", "as", "", fullName},
		{"Councillor", "", "", "", noName},
		{"…", "", "", "", noName},
		{"", "", "", "", noName},
	} {
		n := parseName(c.text)
		if got := strings.Join(n.given(), " "); got != c.given || strings.Join(n.words[n.surname:], " ") != c.surname || n.suffix != c.suffix || n.form() != c.form {
			t.Errorf("%q is %q, %q, %q, form %d; want %q, %q, %q, form %d", c.text, got, n.words[n.surname:], n.suffix, n.form(), c.given, c.surname, c.suffix, c.form)
		}
	}
}

func TestParseName_titles(t *testing.T) {
	for _, c := range []struct {
		text   string
		member bool
		sex    string
	}{
		{"Councillor Mrs Sue Marlow", true, "f"}, {"Mr C J Bloom", false, "m"}, {"Cynghorydd Iolo ap Rhys", true, ""}, {"Dr Hester Kaye", false, ""}, {"Councilor Tarn", true, ""},
	} {
		if n := parseName(c.text); n.member != c.member || n.sex != c.sex {
			t.Errorf("%q: member %t, sex %q", c.text, n.member, n.sex)
		}
	}
}

func TestFits(t *testing.T) {
	for _, c := range []struct {
		short, long string
		want        fit
	}{
		{"Marlow", "Sue Marlow", fitting},
		{"S Marlow", "Sue Marlow", fitting},
		{"S. A. Marlow", "Sue Marlow", loose},
		{"Sue Marlow", "sue MARLOW", exact},
		{"B Marlow", "Sue Marlow", unfit},
		{"A Marlow", "Sue Anna Marlow", inPart},
		{"Wright", "Ann Smith-Wright", inPart},
		{"Smith", "Ann Smith-Wright", inPart},
		{"Ann Wright", "Ann Smith-Wright", inPart},
		{"Lloyd-Jones", "Siân Lloyd Jones", fitting},
		{"Lloyd Jones", "Siân Lloyd-Jones", fitting},
		{"Souza", "Maria de Souza", inPart},
		{"M Souza", "Maria de Souza", inPart},
		{"G Davies", "Gwilym Llewelyn Davies", fitting},
		{"G Ll Davies", "Gwilym Llewelyn Davies", fitting},
		{"Tarrant", "John Tarrant Jnr", fitting},
		{"John Tarrant Snr", "John Tarrant Jnr", unfit},
		{"Sue Marlow", "Susan Marlow", unfit},
		{"Tarn", "Sue Marlow", unfit},
	} {
		short, long := parseName(c.short), parseName(c.long)
		if got := fits(&short, &long); got != c.want {
			t.Errorf("%q of %q fits %d, want %d", c.short, c.long, got, c.want)
		}
	}
}
