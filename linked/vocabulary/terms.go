// Package vocabulary describes what linked data is written with: the terms that are ours, at /def/council, the shapes that it
// keeps to, and the data set as a whole.
package vocabulary

// Term is a class or a property of ours.
type Term struct {
	// Name is its name in /def/council#, About what it means.
	Name, About string
	// Under are the classes or properties that it is a kind of, Close those of other vocabularies that come close to it (IRIs).
	Under, Close []string
	// Of is the class that a property is said of, Is what its values are: a class, a datatype; "" where several are.
	Of, Is string
}

const (
	besluit = "http://data.vlaanderen.be/ns/besluit#"
	text    = "xsd:string"
)

// Classes are our classes.
func Classes() []Term {
	return []Term{
		{Name: "AgendaItem", About: "An item of business at a meeting: what was before the committee, what was said and what was resolved.",
			Under: []string{"schema:Event", "prov:Activity"}, Close: []string{besluit + "Agendapunt", besluit + "BehandelingVanAgendapunt"}},
		{Name: "Resolution", About: "What a meeting resolved under an item, word for word.", Under: []string{"prov:Entity", "schema:CreativeWork"}, Close: []string{besluit + "Besluit"}},
		{Name: "Decision", About: "A decision record that a council published: by a committee, a member of the cabinet or an officer.", Under: []string{"prov:Entity", "schema:CreativeWork"}},
		{Name: "Issue", About: "A matter that comes back over meetings."},
		{Name: "Attendance", About: "A person's presence at, or absence from, a meeting, as the record states it."},
		{Name: "Declaration", About: "An interest that somebody declared."},
		{Name: "Participation", About: "The part that somebody had in an item of business."},
		{Name: "Reference", About: "A place in a text that points to something: a meeting, a minute, a report, a law."},
		{Name: "Evidence", About: "The words of a source from which a thing was read, and the rule that read them."},
		{Name: "Source", About: "A page of a council's that was read.", Under: []string{"foaf:Document", "prov:Entity"}},
		{Name: "Term", About: "A term as a councillor: a membership of the council itself.", Under: []string{"org:Membership"}},
		{Name: "Party", About: "A party or group that sits on a council.", Under: []string{"org:Organization"}},
		{Name: "Ward", About: "An area that elects councillors.", Under: []string{"schema:AdministrativeArea"}},
	}
}

// Properties are our properties.
func Properties() []Term {
	return []Term{
		{Name: "council", About: "The council whose record it is.", Is: "org:FormalOrganization"},
		{Name: "namedBy", About: "The council in whose records the person is named.", Of: "foaf:Person", Is: "org:FormalOrganization"},
		{Name: "ward", About: "A ward of a council, or the one that a term is for.", Is: "cd:Ward"},
		{Name: "wardOf", About: "The council whose ward it is.", Of: "cd:Ward", Is: "org:FormalOrganization"},
		{Name: "capacity", About: "In which capacity records name a person: councillor, officer or other.", Is: "skos:Concept"},
		{Name: "outsideBody", About: "Name of a body that is no committee of the council, on which a person sits.", Of: "org:Membership", Is: text},
		{Name: "roleAsWritten", About: "The role or office in the page's words.", Is: text},
		{Name: "partyAsWritten", About: "The party as the source spells it.", Of: "cd:Term", Is: text},
		{Name: "firstSeen", About: "The day of the earliest meeting whose record names the person with the post.", Of: "org:Post", Is: "xsd:date"},
		{Name: "lastSeen", About: "The day of the latest meeting whose record names the person with the post.", Of: "org:Post", Is: "xsd:date"},
		{Name: "meeting", About: "The meeting that resolved it.", Of: "cd:Resolution", Is: "schema:Event"},
		{Name: "meetingStatus", About: "Whether a meeting is planned, was held or fell away.", Of: "schema:Event", Is: "skos:Concept"},
		{Name: "agendaPublished", About: "Whether the meeting's agenda has been seen.", Of: "schema:Event", Is: "xsd:boolean"},
		{Name: "decisionsPublished", About: "Whether the meeting's decisions have been seen.", Of: "schema:Event", Is: "xsd:boolean"},
		{Name: "minutesPublished", About: "Whether the meeting's minutes have been seen.", Of: "schema:Event", Is: "xsd:boolean"},
		{Name: "attendance", About: "Somebody's presence at, or absence from, the meeting.", Of: "schema:Event", Is: "cd:Attendance"},
		{Name: "attendanceStatus", About: "Whether the person was there, and how.", Of: "cd:Attendance", Is: "skos:Concept"},
		{Name: "person", About: "Who it is; absent where the name could mean several people.", Is: "foaf:Person"},
		{Name: "substituteFor", About: "The member whose place a substitute took.", Of: "cd:Attendance", Is: "foaf:Person"},
		{Name: "asWritten", About: "As the page writes it.", Is: text},
		{Name: "virtual", About: "Whether the person attended by video or telephone.", Of: "cd:Attendance", Is: "xsd:boolean"},
		{Name: "arrived", About: "When the person came in, as 19:33 in local time.", Of: "cd:Attendance", Is: text},
		{Name: "left", About: "When the person left, as 20:15 in local time.", Of: "cd:Attendance", Is: text},
		{Name: "declaration", About: "An interest that was declared at the meeting or on the item.", Is: "cd:Declaration"},
		{Name: "interest", About: "The kind of interest.", Of: "cd:Declaration", Is: "skos:Concept"},
		{Name: "interestAsWritten", About: "The kind of interest in the page's words.", Of: "cd:Declaration", Is: text},
		{Name: "itemAsWritten", About: "The item that an interest is declared on, in the page's words.", Of: "cd:Declaration", Is: text},
		{Name: "leftRoom", About: "Whether the person left the room.", Of: "cd:Declaration", Is: "xsd:boolean"},
		{Name: "dispensation", About: "Whether a dispensation was held.", Of: "cd:Declaration", Is: "xsd:boolean"},
		{Name: "item", About: "An item of business: of an issue, or the one that an interest is declared on.", Is: "cd:AgendaItem"},
		{Name: "position", About: "Place among its like, from 1.", Is: "xsd:integer"},
		{Name: "minuteNumber", About: "Minute number, where the page prints one beside the agenda number.", Of: "cd:AgendaItem", Is: text},
		{Name: "issue", About: "The matter that an item belongs to, over meetings.", Of: "cd:AgendaItem", Is: "cd:Issue"},
		{Name: "purpose", About: "What it was for.", Is: text},
		{Name: "minutes", About: "What the minutes say of the item.", Of: "cd:AgendaItem", Is: text},
		{Name: "decisionText", About: "The text under the heading Decision.", Of: "cd:AgendaItem", Is: text},
		{Name: "reasons", About: "The reasons given.", Is: text},
		{Name: "alternatives", About: "The other options that were considered.", Is: text},
		{Name: "restricted", About: "Whether press and public were excluded.", Of: "cd:AgendaItem", Is: "xsd:boolean"},
		{Name: "exemption", About: "The paragraph of the Act under which it was restricted.", Of: "cd:AgendaItem", Is: text},
		{Name: "truncated", About: "Whether the page cuts a text short, so that resolutions can be missing.", Is: "xsd:boolean"},
		{Name: "outcome", About: "What became of an item, or what a resolution does.", Is: "skos:Concept"},
		{Name: "resolution", About: "What was resolved under an item.", Of: "cd:AgendaItem", Is: "cd:Resolution"},
		{Name: "motion", About: "A motion or an amendment that was put under an item.", Of: "cd:AgendaItem", Is: "opengov:Motion"},
		{Name: "voteEvent", About: "A vote that was taken under an item.", Of: "cd:AgendaItem", Is: "opengov:VoteEvent"},
		{Name: "participation", About: "The part that somebody had in an item.", Of: "cd:AgendaItem", Is: "cd:Participation"},
		{Name: "part", About: "Which part it was.", Of: "cd:Participation", Is: "skos:Concept"},
		{Name: "amount", About: "A sum of money that the text names.", Is: "schema:MonetaryAmount"},
		{Name: "per", About: "What a sum is paid for each of: week, month, year, household.", Of: "schema:MonetaryAmount", Is: text},
		{Name: "reference", About: "What the text points to.", Is: "cd:Reference"},
		{Name: "referenceKind", About: "What kind of thing it points to.", Of: "cd:Reference", Is: "skos:Concept"},
		{Name: "number", About: "The number that it points to, such as of a minute or a paragraph.", Of: "cd:Reference", Is: text},
		{Name: "target", About: "What it points to, where that is settled.", Of: "cd:Reference"},
		{Name: "motionKind", About: "Whether it is a motion or an amendment of one.", Of: "opengov:Motion", Is: "skos:Concept"},
		{Name: "motionResult", About: "What became of a motion.", Of: "opengov:Motion", Is: "skos:Concept"},
		{Name: "amends", About: "The motion that an amendment amends.", Of: "opengov:Motion", Is: "opengov:Motion"},
		{Name: "mover", About: "Who moved it.", Is: "foaf:Person"},
		{Name: "seconder", About: "Who seconded it.", Is: "foaf:Person"},
		{Name: "moverAsWritten", About: "The name of who moved it, as the page writes it.", Is: text},
		{Name: "seconderAsWritten", About: "The name of who seconded it, as the page writes it.", Is: text},
		{Name: "delegatedTo", About: "To whom a resolution gives authority, as written.", Of: "cd:Resolution", Is: text},
		{Name: "recommendedTo", About: "To whom a resolution recommends, as written.", Of: "cd:Resolution", Is: text},
		{Name: "voteMethod", About: "How a vote was taken.", Of: "opengov:VoteEvent", Is: "skos:Concept"},
		{Name: "castingVote", About: "How the chair's casting vote went, as written.", Of: "opengov:VoteEvent", Is: text},
		{Name: "maker", About: "Who decided, in the page's words.", Of: "cd:Decision", Is: text},
		{Name: "decisionStatus", About: "Status of a decision as printed.", Of: "cd:Decision", Is: text},
		{Name: "keyDecision", About: "Whether it is a key decision.", Of: "cd:Decision", Is: "xsd:boolean"},
		{Name: "callIn", About: "Whether it can be called in.", Of: "cd:Decision", Is: "xsd:boolean"},
		{Name: "urgent", About: "Whether it was urgent.", Of: "cd:Decision", Is: "xsd:boolean"},
		{Name: "effectiveOn", About: "The day from which it takes effect.", Of: "cd:Decision", Is: "xsd:date"},
		{Name: "procedural", About: "True for standing business such as apologies, false for a topic.", Of: "cd:Issue", Is: "xsd:boolean"},
		{Name: "inferred", About: "Whether no page names the issue, and it was put together from items that belong together.", Of: "cd:Issue", Is: "xsd:boolean"},
		{Name: "evidence", About: "The words of a source from which the thing was read.", Is: "cd:Evidence"},
		{Name: "rule", About: "The reading rule that found it.", Of: "cd:Evidence", Is: text},
		{Name: "fetchedAt", About: "When the page was fetched.", Of: "foaf:Document", Is: "xsd:dateTime"},
		{Name: "pageType", About: "What kind of page it is, such as issue, item or list.", Of: "cd:Source", Is: text},
		{Name: "readerVersion", About: "Version of the reading rules that read it last.", Of: "cd:Source", Is: "xsd:integer"},
		{Name: "redacted", About: "Whether private addresses, telephone numbers or e-mail addresses were removed before it was stored.", Of: "cd:Source", Is: "xsd:boolean"},
		{Name: "superseded", About: "Whether it speaks no longer: a newer version has been read since, or the page was withdrawn.", Of: "cd:Source", Is: "xsd:boolean"},
		{Name: "licenceAsStated", About: "The licence in the council's words.", Of: "cd:Source", Is: text},
	}
}
