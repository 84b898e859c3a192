// Package how names the parts that a person can have in a resolution, and the bits that the store keeps
// them as. What writes them and what reads them share this list.
package how

// Mask is a set of parts.
type Mask int

// The parts, in the order in which lists show them. A bit is never given to another part: it is stored.
const (
	Present          Mask = 1 << iota // listed as there when the resolution was made
	Chair                             // in the chair
	Mover                             // moved the resolution
	Seconder                          // seconded it
	VotedFor                          // voted for it
	VotedAgainst                      // voted against it
	Abstained                         // abstained from the vote on it
	Speaker                           // spoke on its item
	Presenter                         // presented its item
	DeclaredInterest                  // declared an interest in its item
	DecisionMaker                     // made the decision alone, as the published record says
)

// Voted are the ways to vote.
const Voted = VotedFor | VotedAgainst | Abstained

// names are what the API calls the parts, in the order of their bits.
func names() []string {
	return []string{
		"PRESENT", "CHAIR", "MOVER", "SECONDER", "VOTED_FOR", "VOTED_AGAINST", "ABSTAINED",
		"SPEAKER", "PRESENTER", "DECLARED_INTEREST", "DECISION_MAKER",
	}
}

// Names are the parts of the set by the names that the API gives them, in order.
func (m Mask) Names() []string {
	var out []string
	for i, name := range names() {
		if m&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	return out
}

// Named is the part of this name, 0 for a name that is none.
func Named(name string) Mask {
	for i, n := range names() {
		if n == name {
			return 1 << i
		}
	}
	return 0
}
