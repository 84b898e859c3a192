package minutes

// A cover marks the bytes of a text that a rule has taken, so that no other rule reads them again. The
// zero value covers nothing.
type cover struct{ taken []bool }

func (c *cover) has(from, to int) bool {
	if c.taken == nil {
		return false
	}
	for _, t := range c.taken[from:to] {
		if t {
			return true
		}
	}
	return false
}

// add marks bytes from..to of a text of the given length.
func (c *cover) add(from, to, length int) {
	if c.taken == nil {
		c.taken = make([]bool, length)
	}
	for i := from; i < to; i++ {
		c.taken[i] = true
	}
}
