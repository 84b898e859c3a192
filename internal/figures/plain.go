package figures

// Plain are the kinds of node that are counted as a whole and by council only.
func Plain() []Kind {
	return []Kind{
		{Name: "Committee", Table: "committees"}, {Name: "Decision", Table: "decisions"}, {Name: "Declaration", Table: "declarations"},
		{Name: "Document", Table: "documents"}, {Name: "Issue", Table: "issues"}, {Name: "Membership", Table: "memberships"},
		{Name: "Motion", Table: "motions"}, {Name: "Office", Table: "offices"}, {Name: "Party", Table: "parties"}, {Name: "Person", Table: "persons"},
		{Name: "Reference", Table: "references"}, {Name: "Term", Table: "terms"}, {Name: "VoteEvent", Table: "vote_events"}, {Name: "Ward", Table: "wards"},
	}
}

// Counted is the kind of this name as it is counted: a plain one has no dimensions.
func Counted(name string) (Kind, bool) {
	if k, ok := ByName(name); ok {
		return k, true
	}
	for _, k := range Plain() {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}
