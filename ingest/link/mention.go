// Package link settles who and what the pages of a council mean: which namings are one person, and which claims
// one committee, meeting, item, issue or decision. It is pure: no store, no clock, no files.
package link

import "strings"

// Ref names one naming or claim: the key of the source that makes it, and a place within that source.
type Ref struct {
	Source string
	At     string // such as "3" (a mention) or "meeting/0/item/2" (a place)
}

// before is the order in which evidence is listed.
func (r Ref) before(o Ref) bool {
	if r.Source != o.Source {
		return r.Source < o.Source
	}
	if len(r.At) != len(o.At) { // "9" before "10"
		return len(r.At) < len(o.At)
	}
	return r.At < o.At
}

// Bearing is what a naming is evidence of.
type Bearing int

// The bearings of a naming. One with a Role and a Name is, beside its bearing, evidence of who holds that office.
const (
	Part      Bearing = iota // spoke, moved, voted, was mentioned
	Attending                // stands in the meeting's record of who was there or sent apologies, once; whom a substitute stands in for is Part
	Member                   // stands on a list of the committee's members
	Roster                   // stands on a list of the council's people, or it is the person's own page
)

// Mention is one naming of somebody on a page: by a name, by a role, or by both.
type Mention struct {
	Ref
	Name      string  // as the record gives it: "Sue Marlow", "S. Marlow", "Marlow"; "" where the page gives only a role
	Title     string  // Councillor, Cllr Mrs, Mr ... as written, "" for none
	SourceID  string  // the source's number of the person (UID), "" for none
	Role      string  // office or post given with the name, or alone: "Cabinet Member for Education"
	Capacity  string  // councillor, officer, other, "" where the page does not tell
	Date      string  // day of the meeting, or of the observation where it is a roster, as 2017-01-11; "" unknown
	Committee string  // key of the committee, "" none
	Meeting   string  // key of the meeting, "" none
	Bearing   Bearing // what the naming is evidence of
	From, To  string  // days between which a term or membership says that it holds, "" open or unknown
}

// Answer says who a mention is.
type Answer struct {
	Person string // key of the person, "" where it is not settled
	// Rule is how it was settled, "" where it was not: one of the Rule constants.
	Rule string
	// Because are the mentions that decided it, at most three.
	Because []Ref
	// Candidates are the keys of the people who could be meant where it is not settled: two or more, or one
	// whom the date does not reach or whose name fits only in part. None where nobody is known.
	Candidates []string
}

// The rules that settle a mention, nearest evidence first.
const (
	RuleCorrection = "correction"  // a person said so, in the file of corrections
	RuleSourceID   = "source-id"   // the source numbers the person
	RuleSameName   = "same-name"   // the one person who bears this full name
	RuleLongerName = "longer-name" // the one person of whose full name this is a longer or shorter form
	RulePage       = "page"        // the page names one such person in full, and nobody else is known who could be meant
	RuleMeeting    = "meeting"     // one such person was at the meeting, or the one who chaired it
	RuleCommittee  = "committee"   // one such person was of the committee in that municipal year
	RuleOffice     = "office"      // the one holder of that office at that date
	RuleCouncil    = "council"     // one such person was known at the council at that date
	RuleUndated    = "undated"     // the page has no date, and one such person was ever known
	RuleOwnName    = "own-name"    // nobody else of that name is known: it is a person known by this name
)

// Person is one person of the council.
type Person struct {
	// Key is unique within the council: the slug of the name, with -2, -3 for namesakes in an order that depends on
	// the evidence alone.
	Key       string
	Name      string   // the fullest and latest name, without title
	Names     []string // every other name under which records name the person, sorted
	SourceIDs []string // the source's numbers of the person, sorted
	Capacity  string   // councillor, officer, other, "" where no page tells
}

// Result is who the mentions of a council are.
type Result struct {
	People  []Person // by key
	Answers map[Ref]Answer
	// Unfit are the corrections that fit nothing, with the reason.
	Unfit []Unfit
}

// Families are the groups in which a mention must be settled: "name/" and the last word of the folded surname,
// "office/" and the folded office, "office/chair/" and the committee's key.
//
// What Resolve says of a mention depends on no mention outside of its families, given that
//   - a family is given whole: all mentions of the council that are in it;
//   - with a mention that has a SourceID come all mentions with that SourceID, and their families;
//   - with a mention that names a role come the office families of the role, and with these the name families of
//     all who hold it;
//   - with a correction come the families that its Families name.
//
// A name outside of these families cannot change the answer, so an unchanged family need not be settled again.
func (m Mention) Families() []string {
	m = m.asRole()
	var out []string
	if n := parseName(m.Name); n.family() != "" {
		out = append(out, "name/"+n.family())
	}
	for _, o := range officesOf(m) {
		out = append(out, "office/"+o)
	}
	return out
}

// Correction is a decision of a person about who is who. It is applied after all rules.
type Correction struct {
	// Kind is merge, split or resolve:
	//  - merge: all mentions of Person are To, who must be known;
	//  - split: the mentions of Person that Select fits are To, a new key (or one that an earlier split made);
	//  - resolve: the mentions that Select fits are To, who must be known.
	Kind   string
	Person string
	To     string
	Select Selection
}

// Selection says which mentions a correction is about. What is empty selects everything; of a resolve, At with
// Source, or Name, must be given.
type Selection struct {
	Source    string // key of the source, or what stands in it before a hyphen
	At        string // place within the source
	Name      string // as written, folded before it is compared: case, accents, dots and titles do not matter
	Role      string // as written, for mentions that give only a role
	Committee string // key
	From, To  string // first and last day
}

// Unfit is a correction that fits nothing.
type Unfit struct {
	Correction Correction
	Why        string // such as: nobody has the key "sue-marlow"
}

// Families are the families that a correction can touch, by its keys and names.
func (c Correction) Families() []string {
	var out []string
	for _, key := range []string{c.Person, c.To} {
		if f := familyOfKey(key); f != "" {
			out = append(out, "name/"+f)
		}
	}
	return append(out, Mention{Name: c.Select.Name, Role: c.Select.Role, Committee: c.Select.Committee}.Families()...)
}

// familyOfKey is the name family of a person's key: sue-marlow-2 is of the family marlow.
func familyOfKey(key string) string {
	words := strings.Split(key, "-")
	for len(words) > 1 && strings.Trim(words[len(words)-1], "0123456789") == "" {
		words = words[:len(words)-1]
	}
	return words[len(words)-1]
}

// InFull says whether the mention names somebody by a name with at least one given name in full. Who that is
// does not depend on who holds which office.
func (m Mention) InFull() bool {
	n := parseName(m.asRole().Name)
	return n.form() == fullName
}
