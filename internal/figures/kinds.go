package figures

// Kinds are the kinds of node that can be aggregated and grouped, in the order of their names.
func Kinds() []Kind {
	return []Kind{agendaItems(), amounts(), attendances(), meetings(), participations(), resolutions(), votes()}
}

// usual are the dimensions that every kind has: where and when.
func usual(home ...Step) []Dimension {
	council := []Step{{"council_id", "councils"}}
	committee := append(home[:len(home):len(home)], Step{"committee_id", "committees"})
	day := Column{home, "date"}
	return []Dimension{
		{Name: "COUNCIL", Field: "council", Type: "Council", Method: "Council", Table: "councils", Sort: "name_sort", Column: Column{nil, "council_id"}, About: "The council."},
		{Name: "COUNCIL_KIND", Field: "councilKind", Type: "CouncilKind", Method: "CouncilKind", Column: Column{council, "kind"}, About: "What kind of local authority the council is."},
		{Name: "NATION", Field: "nation", Type: "String", Method: "Nation", Column: Column{council, "nation"}, About: "The nation that the council is in: England, Scotland, Wales or Northern Ireland."},
		{Name: "REGION", Field: "region", Type: "String", Method: "Region", Column: Column{council, "region"}, About: "The region of England that the council is in, or the nation."},
		{Name: "COMMITTEE", Field: "committee", Type: "Committee", Method: "Committee", Table: "committees", Sort: "name_sort", Column: Column{home, "committee_id"}, About: "The committee."},
		{Name: "COMMITTEE_KIND", Field: "committeeKind", Type: "CommitteeKind", Method: "CommitteeKind", Column: Column{committee, "kind"}, About: "What kind of body the committee is."},
		{Name: "YEAR", Field: "year", Type: "Date", Method: "Year", Column: day, Period: Year, About: "The calendar year of the meeting, by its first day, such as 2017-01-01."},
		{Name: "QUARTER", Field: "quarter", Type: "Date", Method: "Quarter", Column: day, Period: Quarter, About: "The quarter of the calendar year of the meeting, by its first day, such as 2017-04-01."},
		{Name: "MONTH", Field: "month", Type: "Date", Method: "Month", Column: day, Period: Month, About: "The month of the meeting, by its first day, such as 2017-05-01."},
	}
}

// enum is a dimension over a column of words that the schema lists.
func enum(name, field, typ, column, about string) Dimension {
	return Dimension{Name: name, Field: field, Type: typ, Method: typ, Column: Column{nil, column}, About: about}
}

// node is a dimension over a to-one relation.
func node(name, field, typ, method, table, sort, about string, path ...Step) Dimension {
	last := path[len(path)-1]
	return Dimension{Name: name, Field: field, Type: typ, Method: method, Table: table, Sort: sort, Column: Column{path[:len(path)-1], last.Column}, About: about}
}

func person(name, field, column, about string) Dimension {
	return node(name, field, "Person", "Person", "persons", "name_sort", about, Step{column, "persons"})
}

func meeting(path ...Step) Dimension {
	return node("MEETING", "meeting", "Meeting", "Meeting", "meetings", "date_asc", "The meeting.", append(path, Step{"meeting_id", "meetings"})...)
}

func agendaItem(path ...Step) Dimension {
	return node("AGENDA_ITEM", "agendaItem", "AgendaItem", "AgendaItem", "agenda_items", "number_asc", "The item of business.", append(path, Step{"agenda_item_id", "agenda_items"})...)
}

func resolutions() Kind {
	return Kind{
		Name: "Resolution", Table: "resolutions", Plural: "resolutions", Value: "KIND",
		Dimensions: append(usual(),
			enum("KIND", "kind", "ResolutionKind", "kind", "What the resolution does."),
			meeting(),
			agendaItem(),
			node("MOVER", "mover", "Person", "Mover", "persons", "name_sort", "Who moved it. Null where the page does not say, or the name is not settled.", Step{"mover_id", "persons"}),
			node("SECONDER", "seconder", "Person", "Seconder", "persons", "name_sort", "Who seconded it. Null where the page does not say, or the name is not settled.", Step{"seconder_id", "persons"}),
		),
	}
}

func agendaItems() Kind {
	return Kind{
		Name: "AgendaItem", Table: "agenda_items", Plural: "items of business",
		Dimensions: append(usual(),
			meeting(),
			node("ISSUE", "issue", "Issue", "Issue", "issues", "title_asc", "The matter that it belongs to, over meetings. Null where no page says.", Step{"issue_id", "issues"}),
			Dimension{Name: "RESTRICTED", Field: "restricted", Type: "Boolean", Method: "Restricted", Column: Column{nil, "restricted"}, About: "Whether press and public were excluded. Null where the page does not say."},
		),
	}
}

func meetings() Kind {
	return Kind{
		Name: "Meeting", Table: "meetings", Plural: "meetings", Value: "STATUS",
		Dimensions: append(usual(), enum("STATUS", "status", "MeetingStatus", "status", "Whether it is planned, was held or fell away. Null where nothing says.")),
	}
}

func attendances() Kind {
	at := []Step{{"meeting_id", "meetings"}}
	return Kind{
		Name: "Attendance", Table: "attendances", Plural: "attendances", Home: at, Value: "STATUS",
		Dimensions: append(usual(at...),
			enum("STATUS", "status", "AttendanceStatus", "status", "Whether the person was there, and how."),
			meeting(),
			person("PERSON", "person", "person_id", "Who it was. Null where the name could mean more than one person."),
		),
	}
}

func participations() Kind {
	at := []Step{{"agenda_item_id", "agenda_items"}}
	return Kind{
		Name: "Participation", Table: "participations", Plural: "parts in items of business", Home: at, Value: "HOW",
		Dimensions: append(usual(at...),
			enum("HOW", "how", "ParticipationHow", "how", "Which part the person had."),
			enum("KIND", "kind", "ParticipationKind", "kind", "In which capacity."),
			meeting(at...),
			agendaItem(),
			person("PERSON", "person", "person_id", "Who it was. Null where the page gives only a role, or a name that could mean more than one person."),
		),
	}
}

func votes() Kind {
	event := []Step{{"vote_event_id", "vote_events"}}
	at := append(event[:1:1], Step{"agenda_item_id", "agenda_items"})
	return Kind{
		Name: "Vote", Table: "votes", Plural: "recorded votes", Home: at, Value: "OPTION",
		Dimensions: append(usual(at...),
			enum("OPTION", "option", "VoteOption", "option", "How the person voted."),
			Dimension{Name: "RESULT", Field: "result", Type: "VoteEventResult", Method: "VoteEventResult", Column: Column{event, "result"}, About: "How the vote ended. Null where the page does not say."},
			meeting(at...),
			node("VOTE_EVENT", "voteEvent", "VoteEvent", "VoteEvent", "vote_events", "key", "The vote event.", event...),
			person("PERSON", "person", "person_id", "Who voted. Null where the name could mean more than one person."),
		),
	}
}

func amounts() Kind {
	at := []Step{{"agenda_item_id", "agenda_items"}}
	return Kind{
		Name: "Amount", Table: "amounts", Plural: "sums of money", Home: at, Value: "CURRENCY",
		Dimensions: append(usual(at...),
			Dimension{Name: "CURRENCY", Field: "currency", Type: "String", Method: "Currency", Column: Column{nil, "currency"}, About: "ISO 4217 code of the currency."},
			Dimension{Name: "PER", Field: "per", Type: "String", Method: "Per", Column: Column{nil, "per"}, About: "What the sum is paid for each of: week, month, year, household. Null for a plain sum."},
			meeting(at...),
			agendaItem(),
		),
		Numbers: []Number{
			{"low", "low", "The sums, or the lower ends of ranges, in their own currencies: group or filter by currency before adding up. Null ones do not count."},
			{"high", "high", "The upper ends of ranges in their own currencies; the sums themselves for single figures. Null ones do not count."},
		},
	}
}
