package regexp

import "regexp/syntax"

// context is what an expression asks about the character before: states that differ in nothing else are one.
type context struct {
	words, lines bool
}

func contextOf(prog *syntax.Prog) context {
	var c context
	for _, inst := range prog.Inst {
		if inst.Op == syntax.InstEmptyWidth {
			op := syntax.EmptyOp(inst.Arg)
			c.words = c.words || op&(syntax.EmptyWordBoundary|syntax.EmptyNoWordBoundary) != 0
			c.lines = c.lines || op&(syntax.EmptyBeginLine|syntax.EmptyEndLine) != 0
		}
	}
	return c
}

// reduce is a character that stands for all that the expression cannot tell from r when it looks back.
func (c context) reduce(r rune) rune {
	switch {
	case c.lines && r == '\n':
		return '\n'
	case c.words && syntax.IsWordChar(r):
		return 'a'
	}
	return ' '
}
