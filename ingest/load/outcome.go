package load

// Count is what became of the nodes of one kind.
type Count struct {
	Inserted  int `json:"inserted"`
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
	Deleted   int `json:"deleted"`
	Merged    int `json:"merged"` // into another node that was found to be the same
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
		sum.Merged += c.Merged
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
