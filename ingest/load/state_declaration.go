package load

import (
	"strings"

	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// declarations states the interests that were declared at a meeting. items are the keys of its items by
// number as printed.
func (s *speaker) declarations(m *record.Meeting, at place, items map[string]string) {
	for i, d := range m.Declarations {
		values := map[string]any{
			"position": i + 1, "as_written": d.Person, "kind_as_written": d.Kind, "kind": declarationKind(d.Kind),
			"item_as_written": d.Item, "left_room": d.Left, "dispensation": d.Dispensation, "meeting_id": at.key,
			"agenda_item_id": declaredOn(d.Item, items),
		}
		s.lead(values, at.mention(link.Part, d.Person), d.Span)
		s.say("Declaration", s.free("Declaration", at.prefix+"/declaration/"+Slug(d.Person)), d.Span, false, values)
	}
}

// declaredOn is the key of the item that the words mean, "" where that is not settled.
func declaredOn(words string, items map[string]string) string {
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == ',' || r == ':' || r == '–' }) {
		if key := items[strings.TrimRight(w, ".")]; key != "" {
			return key
		}
	}
	return ""
}

// declarationKinds tell the kind of an interest by its words; the first that fits counts.
var declarationKinds = []struct{ words, kind string }{
	{"disclosable pecuniary", "DISCLOSABLE_PECUNIARY"}, {"dpi", "DISCLOSABLE_PECUNIARY"},
	{"non registrable", "NON_REGISTRABLE"}, {"non registerable", "NON_REGISTRABLE"},
	{"other registrable", "OTHER_REGISTRABLE"}, {"other registerable", "OTHER_REGISTRABLE"}, {"registrable", "OTHER_REGISTRABLE"}, {"registerable", "OTHER_REGISTRABLE"},
	{"non pecuniary", "NON_PECUNIARY"}, {"non financial", "NON_PECUNIARY"},
	{"personal and non prejudicial", "PERSONAL"}, {"personal but non prejudicial", "PERSONAL"}, {"non prejudicial", "PERSONAL"},
	{"personal and prejudicial", "PERSONAL_AND_PREJUDICIAL"}, {"pecuniary", "PECUNIARY"}, {"financial", "PECUNIARY"},
	{"prejudicial", "PREJUDICIAL"}, {"personal", "PERSONAL"},
}

// declarationKind is the API's word for a kind of interest, "" where the page gives none.
func declarationKind(asWritten string) string {
	plain := " " + folded(asWritten) + " "
	if plain == "  " {
		return ""
	}
	for _, k := range declarationKinds {
		if strings.Contains(plain, " "+k.words+" ") {
			return k.kind
		}
	}
	return "OTHER"
}
