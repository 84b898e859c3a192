package regexp

import "regexp/syntax"

// context is what an expression asks about the place where it stands: whether the character before is a word's
// or a line's end, and whether a line or the text begins. States that differ in nothing that is asked are one.
type context struct {
	words, lines, begins bool
}

func contextOf(prog *syntax.Prog) context {
	var c context
	for _, inst := range prog.Inst {
		if inst.Op == syntax.InstEmptyWidth {
			op := syntax.EmptyOp(inst.Arg)
			c.words = c.words || op&(syntax.EmptyWordBoundary|syntax.EmptyNoWordBoundary) != 0
			c.begins = c.begins || op&(syntax.EmptyBeginLine|syntax.EmptyBeginText) != 0
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
