package regexp

import "regexp/syntax"

// countedTo is the longest counted repeat that an automaton counts. Each step of a count is a state of its
// own, and where a count can begin anywhere every mixture of steps is one.
const countedTo = 12

// loosen turns the long counted repeats of an expression into uncounted ones and says whether there were
// any. What the loosened expression does not match, the expression itself does not match.
func loosen(re *syntax.Regexp) bool {
	changed := false
	if re.Op == syntax.OpRepeat && max(re.Min, re.Max) > countedTo {
		changed = true
		re.Op = syntax.OpPlus
		if re.Min == 0 {
			re.Op = syntax.OpStar
		}
		re.Min, re.Max = 0, 0
	}
	for _, sub := range re.Sub {
		if loosen(sub) {
			changed = true
		}
	}
	return changed
}
