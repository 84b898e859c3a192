package regexp

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"
)

// classes sorts characters into those that an expression cannot tell apart.
type classes struct {
	n       int // how many
	ascii   [utf8.RuneSelf]uint16
	from    []rune   // where a stretch of characters of one class begins, ascending, the first at 0
	class   []uint16 // beside from
	example []rune   // one character of each class
}

// of is the class of a character.
func (c *classes) of(r rune) int {
	i := sort.Search(len(c.from), func(i int) bool { return c.from[i] > r }) - 1
	return int(c.class[i])
}

func classesOf(prog *syntax.Prog) *classes {
	// Word characters and the line's end count apart because \b, ^ and $ look at them.
	bounds := []rune{0, '\n', '\n' + 1, '0', '9' + 1, 'A', 'Z' + 1, '_', '_' + 1, 'a', 'z' + 1}
	var asks []*syntax.Inst // each kind of question once
	known := map[string]bool{}
	var key []byte
	for i := range prog.Inst {
		inst := &prog.Inst[i]
		switch inst.Op {
		case syntax.InstRune, syntax.InstRune1:
			key := binary.AppendUvarint(key[:0], uint64(inst.Arg))
			for _, r := range inst.Rune {
				key = binary.AppendUvarint(key, uint64(r))
			}
			if !known[string(key)] {
				known[string(key)] = true
				asks = append(asks, inst)
				bounds = append(bounds, boundsOf(inst)...)
			}
		}
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)
	c := &classes{}
	byAnswer := map[string]uint16{}
	for _, r := range bounds {
		answer := make([]byte, 0, len(asks)+2)
		answer = append(answer, bit(syntax.IsWordChar(r)), bit(r == '\n'))
		for _, inst := range asks {
			answer = append(answer, bit(inst.MatchRune(r)))
		}
		id, ok := byAnswer[string(answer)]
		if !ok {
			id = uint16(len(byAnswer))
			byAnswer[string(answer)] = id
			c.example = append(c.example, r)
		}
		c.from, c.class = append(c.from, r), append(c.class, id)
	}
	c.n = len(byAnswer)
	for r := range c.ascii {
		c.ascii[r] = uint16(c.of(rune(r)))
	}
	return c
}

// boundsOf is where an instruction's answer may change.
func boundsOf(inst *syntax.Inst) []rune {
	var out []rune
	if len(inst.Rune) == 1 {
		first := inst.Rune[0]
		out = append(out, first, first+1)
		for r := unicode.SimpleFold(first); r != first; r = unicode.SimpleFold(r) {
			out = append(out, r, r+1)
		}
		return out
	}
	for i := 0; i+1 < len(inst.Rune); i += 2 {
		out = append(out, inst.Rune[i], inst.Rune[i+1]+1)
	}
	return out
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}
