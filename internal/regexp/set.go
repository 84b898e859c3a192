package regexp

// A set is a set of numbers below a bound, in the order in which they were added.
type set struct {
	list []uint32
	has  []bool
}

func newSet(bound int) *set { return &set{has: make([]bool, bound)} }

// add puts n into the set and says whether it was not there.
func (s *set) add(n uint32) bool {
	if s.has[n] {
		return false
	}
	s.has[n] = true
	s.list = append(s.list, n)
	return true
}

func (s *set) clear() {
	for _, n := range s.list {
		s.has[n] = false
	}
	s.list = s.list[:0]
}
