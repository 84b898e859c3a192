package load

// Count is what became of the nodes of one kind.
type Count struct {
	Inserted  int `json:"inserted"`
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
	Deleted   int `json:"deleted"`
}

// Outcome is what became of the nodes, by kind.
type Outcome map[string]Count

// Add counts another outcome in.
func (o Outcome) Add(other Outcome) {
	for kind, c := range other {
		sum := o[kind]
		sum.Inserted += c.Inserted
		sum.Updated += c.Updated
		sum.Unchanged += c.Unchanged
		sum.Deleted += c.Deleted
		o[kind] = sum
	}
}

// Total is the count over all kinds.
func (o Outcome) Total() Count {
	all := Outcome{}
	for _, c := range o {
		all.Add(Outcome{"": c})
	}
	return all[""]
}
