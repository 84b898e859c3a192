package regexp

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// maxStates bounds what an automaton may hold. An expression that needs more is left to the standard
// library from then on.
const maxStates = 1500

// An automaton answers whether an expression matches anywhere in a text. Its states are made when a text
// first reaches them, and are kept.
type automaton struct {
	prog     *syntax.Prog
	classes  *classes
	context  context
	anchored bool // matches begin where the text begins
	loose    bool // it takes more than the expression does, so that only its "no" counts
	start    *state
	full     atomic.Bool // maxStates is reached

	mu     sync.Mutex // held to make states; texts pass through made ones without it
	states map[string]*state
	next   *set
	walked *set
}

// A state is what a match may go on with: the instructions that wait for a character, and what stood
// before, as far as the expression asks for that.
type state struct {
	verdict verdict
	idle    bool // no match has begun, and the text can be cut here
	before  rune
	insts   []uint32
	next    []atomic.Pointer[state] // by class of the next character, the last for the text's end
}

type verdict uint8

const (
	open    verdict = iota
	matched         // a match has ended
	dead            // none can come
)

func newAutomaton(expr string) *automaton {
	parsed, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err) // the standard library has compiled it
	}
	loose := loosen(parsed)
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		panic(err)
	}
	a := &automaton{prog: prog, loose: loose, classes: classesOf(prog), context: contextOf(prog), states: map[string]*state{}}
	a.anchored = prog.StartCond()&syntax.EmptyBeginText != 0
	a.next, a.walked = newSet(len(prog.Inst)), newSet(len(prog.Inst))
	a.wait(uint32(prog.Start))
	a.start = a.stateOf(-1, false)
	return a
}

// An answer is what an automaton says of a text.
type answer struct {
	found, known bool // known is false where the automaton cannot tell
	// from is a place before which no match begins, and at which the text can be cut: what follows matches
	// the same without what stands before.
	from int
}

// match says whether the expression matches in s.
func (a *automaton) match(s string) answer {
	if a.full.Load() {
		return answer{}
	}
	at, from, classes := a.start, 0, a.classes
	for i := 0; i < len(s) && at.verdict == open; {
		var c int
		if b := s[i]; b < utf8.RuneSelf {
			c = int(classes.ascii[b])
			i++
		} else {
			r, n := utf8.DecodeRuneInString(s[i:])
			c = classes.of(r)
			i += n
		}
		next := at.next[c].Load()
		if next == nil {
			if next = a.step(at, c); next == nil {
				return answer{}
			}
		}
		at = next
		if at.idle {
			from = i
		}
	}
	if at.verdict == open {
		end := at.next[a.classes.n].Load()
		if end == nil {
			if end = a.step(at, a.classes.n); end == nil {
				return answer{}
			}
		}
		at = end
	}
	found := at.verdict == matched
	return answer{found, !found || !a.loose, from}
}

// step makes the state that a character of class c leads to, nil when there are too many.
func (a *automaton) step(from *state, c int) *state {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.states) >= maxStates {
		a.full.Store(true)
		return nil
	}
	r := rune(-1) // the text's end
	if c < a.classes.n {
		r = a.classes.example[c]
	}
	a.next.clear()
	a.walked.clear()
	flags := syntax.EmptyOpContext(from.before, r)
	done := false
	for _, pc := range from.insts {
		if a.pass(pc, r, flags) {
			done = true
			break
		}
	}
	before := a.context.reduce(r)
	idle := len(a.next.list) == 0 && before == ' ' && !a.context.begins
	if !done && !a.anchored && r >= 0 {
		a.wait(uint32(a.prog.Start))
	}
	var to *state
	switch {
	case done:
		to = &state{verdict: matched}
	case r < 0:
		to = &state{verdict: dead}
	default:
		to = a.stateOf(before, idle)
	}
	from.next[c].Store(to)
	return to
}

// pass takes an instruction through what is empty here, and over the character. It answers true at a match.
func (a *automaton) pass(pc uint32, r rune, flags syntax.EmptyOp) bool {
	if !a.walked.add(pc) {
		return false
	}
	switch inst := &a.prog.Inst[pc]; inst.Op {
	case syntax.InstMatch:
		return true
	case syntax.InstAlt, syntax.InstAltMatch:
		return a.pass(inst.Out, r, flags) || a.pass(inst.Arg, r, flags)
	case syntax.InstCapture, syntax.InstNop:
		return a.pass(inst.Out, r, flags)
	case syntax.InstEmptyWidth:
		if need := syntax.EmptyOp(inst.Arg); need&^flags == 0 {
			return a.pass(inst.Out, r, flags)
		}
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		if r >= 0 && inst.MatchRune(r) {
			a.wait(inst.Out)
		}
	}
	return false
}

// wait puts into the next state the instructions that an instruction leads to without a look at the text.
func (a *automaton) wait(pc uint32) {
	if !a.next.add(pc) {
		return
	}
	switch inst := &a.prog.Inst[pc]; inst.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		a.wait(inst.Out)
		a.wait(inst.Arg)
	case syntax.InstCapture, syntax.InstNop:
		a.wait(inst.Out)
	}
}

// stateOf is the state of the instructions in a.next behind the character before. idle says that none of
// them goes on with a match that has begun.
func (a *automaton) stateOf(before rune, idle bool) *state {
	var insts []uint32
	verdict := dead
	for _, pc := range a.next.list {
		switch a.prog.Inst[pc].Op {
		case syntax.InstMatch:
			verdict = matched
		case syntax.InstEmptyWidth, syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			insts = append(insts, pc)
		}
	}
	if verdict == dead && len(insts) > 0 {
		verdict = open
	}
	slices.Sort(insts)
	key := binary.AppendVarint(nil, int64(before))
	key = append(key, byte(verdict), bit(idle))
	for _, pc := range insts {
		key = binary.AppendUvarint(key, uint64(pc))
	}
	if s := a.states[string(key)]; s != nil {
		return s
	}
	s := &state{verdict: verdict, idle: idle, before: before, insts: insts}
	if verdict == open {
		s.next = make([]atomic.Pointer[state], a.classes.n+1)
	}
	a.states[string(key)] = s
	return s
}
