package minutes

import (
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// People finds the parts that people had in an item: one entry for each person and part, with the
// place of the first words that say so. A role without a name is an entry with an empty Name, unless
// the item gives the same role to somebody by name. declared is what the meeting's items say of
// interests: a member who left for this item because of one has declared it here.
func People(item ItemText, declared []DeclarationFact) []ParticipationFact {
	return peopleOf(item, sightItem(item), declared)
}

func peopleOf(item ItemText, sightings []sighting, declared []DeclarationFact) []ParticipationFact {
	here := declaredOn(item.Number, declared)
	for i := range sightings {
		s := &sightings[i]
		if s.how == howPresent && s.rule == "attended" && here.has(s.name) {
			s.how, s.rule = howInterest, "left-for-interest"
		}
		if item.Draft && s.how != howApologies {
			s.how = howMentioned
		}
	}
	return assemble(markPublic(item, sightings))
}

var (
	publicTitle    = regexp.MustCompile(`(?i)\b(?:public (?:participation|questions?|question time|speaking|session|open|forum)|questions? (?:from|by)(?: members of)? the public|petitions?|deputations?|residents|electors|open forum|planning applications?|applications?|licen[cs](?:e|ing))\b|^[\s\x{a0}]*\d{1,4}/\d{2,5}`)
	publicSentence = regexp.MustCompile(`(?i)\b(?:members? of the public|on this application|public question|petition)\b`)
)

// markPublic says which of the people without a member's title, role or vote are members of the public: by
// the item's title or a heading in its text, by a speech on an application, or by the words about the name.
func markPublic(item ItemText, sightings []sighting) []sighting {
	title := titleText(item)
	open, strict := publicTitle.MatchString(title), strictlyPublic.MatchString(title)
	under := publicParts(item)
	members := membersByPart(sightings)
	for i := range sightings {
		s := &sightings[i]
		if s.kind != kindOther || s.name == "" || s.role != "" || members[plain(s.name)] || onDuty.MatchString(s.title) {
			continue
		}
		switch s.how {
		case howSpeaker, howPresenter, howAbsent, howMentioned:
			asks := strict || !s.label && s.par < len(under) && under[s.par]
			switch {
			case s.isPublic(), !s.untitled && (open || asks || s.rule == "not-called" || s.onPublic):
				s.kind = kindPublic
			case s.untitled && asks && s.how == howSpeaker && s.groupEnd <= len(s.text) && !officerAnswers.MatchString(s.text[s.groupEnd:]):
				s.kind = kindPublic
			}
		}
	}
	return sightings
}

func declaredOn(number string, declared []DeclarationFact) declarants {
	d := declarants{}
	for _, f := range declared {
		if number != "" && f.Item == number {
			d[surname(f.Person)] = append(d[surname(f.Person)], f.Person)
		}
	}
	return d
}

func (d declarants) has(name string) bool {
	for _, n := range d[surname(name)] {
		if samePerson(n, name) {
			return true
		}
	}
	return false
}

// surname is the folded last word of a name.
func surname(name string) string {
	n := plain(name)
	return n[strings.LastIndex(n, " ")+1:]
}

// samePerson says that two names are equal, or that one is the other's surname.
func samePerson(a, b string) bool {
	a, b = plain(a), plain(b)
	return a != "" && b != "" && (a == b || strings.HasSuffix(a, " "+b) && !strings.Contains(b, " ") || strings.HasSuffix(b, " "+a) && !strings.Contains(a, " "))
}

// participation is the record of a sighting.
func (s sighting) participation() ParticipationFact {
	return ParticipationFact{record.Participation{Name: s.name, AsWritten: s.quote, Title: s.title, Kind: s.kind, Role: s.role, How: s.how}, s.place}
}
