// Package regexp is the standard library's regexp with one thing added: before an expression is matched
// with its groups, a deterministic automaton that is built as it is needed says whether it matches at all,
// and how much of the text the match need not look at. Most of a reader's expressions match few of the
// paragraphs that they are asked about, and the automaton answers "no" in a few nanoseconds a byte. What
// matches, and where, is always the standard library's answer.
package regexp

import (
	"regexp"
	"sync"
	"sync/atomic"
)

// Regexp is a compiled expression. It is safe for use by several goroutines at once. The methods that are
// not declared here are those of the standard library's Regexp, unchanged.
type Regexp struct {
	*regexp.Regexp
	asked atomic.Int64 // bytes that it was asked about, until the automaton is built
	once  sync.Once
	dfa   atomic.Pointer[automaton]
}

// warm is after how many bytes an automaton is worth its making: about where the standard library has
// spent as much on them as the automaton costs to make.
const warm = 4000

// MustCompile compiles an expression in the standard library's syntax. It panics if there is a mistake in it.
func MustCompile(expr string) *Regexp { return &Regexp{Regexp: regexp.MustCompile(expr)} }

// match says what the automaton knows of s, nothing while it is not built.
func (re *Regexp) match(s string) answer {
	dfa := re.dfa.Load()
	if dfa == nil {
		const perCall = 16
		if re.asked.Add(int64(len(s)+perCall)) < warm {
			return answer{}
		}
		dfa = re.automaton()
	}
	return dfa.match(s)
}

func (re *Regexp) automaton() *automaton {
	re.once.Do(func() { re.dfa.Store(newAutomaton(re.String())) })
	return re.dfa.Load()
}

// absent says that the expression certainly matches nowhere in s, or else from where it may match.
func (re *Regexp) absent(s string) (from int, absent bool) {
	a := re.match(s)
	return a.from, a.known && !a.found
}

// MatchString says whether the expression matches anywhere in s.
func (re *Regexp) MatchString(s string) bool {
	a := re.match(s)
	if !a.known {
		return re.Regexp.MatchString(s[a.from:])
	}
	return a.found
}

// FindString is the leftmost match in s, "" where there is none.
func (re *Regexp) FindString(s string) string {
	from, absent := re.absent(s)
	if absent {
		return ""
	}
	return re.Regexp.FindString(s[from:])
}

// FindStringIndex is the place of the leftmost match in s, nil where there is none.
func (re *Regexp) FindStringIndex(s string) []int {
	from, absent := re.absent(s)
	if absent {
		return nil
	}
	return shift(re.Regexp.FindStringIndex(s[from:]), from)
}

// FindStringSubmatch is the leftmost match in s and its groups, nil where there is none.
func (re *Regexp) FindStringSubmatch(s string) []string {
	from, absent := re.absent(s)
	if absent {
		return nil
	}
	return re.Regexp.FindStringSubmatch(s[from:])
}

// FindStringSubmatchIndex is the places of the leftmost match in s and of its groups, nil where there is none.
func (re *Regexp) FindStringSubmatchIndex(s string) []int {
	from, absent := re.absent(s)
	if absent {
		return nil
	}
	return shift(re.Regexp.FindStringSubmatchIndex(s[from:]), from)
}

// FindAllString is the first n matches in s, all of them if n is negative.
func (re *Regexp) FindAllString(s string, n int) []string {
	from, absent := re.absent(s)
	if absent {
		return nil
	}
	return re.Regexp.FindAllString(s[from:], n)
}

// FindAllStringIndex is the places of the first n matches in s, all of them if n is negative.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	from, absent := re.absent(s)
	if absent {
		return nil
	}
	return shiftAll(re.Regexp.FindAllStringIndex(s[from:], n), from)
}

// FindAllStringSubmatch is the first n matches in s and their groups, all of them if n is negative.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	from, absent := re.absent(s)
	if absent {
		return nil
	}
	return re.Regexp.FindAllStringSubmatch(s[from:], n)
}

// FindAllStringSubmatchIndex is the places of the first n matches in s and of their groups, all of them if
// n is negative.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	from, absent := re.absent(s)
	if absent {
		return nil
	}
	return shiftAll(re.Regexp.FindAllStringSubmatchIndex(s[from:], n), from)
}

// ReplaceAllString is s with repl in place of every match; $1 in repl stands for the first group.
func (re *Regexp) ReplaceAllString(s, repl string) string {
	if _, absent := re.absent(s); absent {
		return s
	}
	return re.Regexp.ReplaceAllString(s, repl)
}

// ReplaceAllStringFunc is s with repl's answer in place of every match.
func (re *Regexp) ReplaceAllStringFunc(s string, repl func(string) string) string {
	if _, absent := re.absent(s); absent {
		return s
	}
	return re.Regexp.ReplaceAllStringFunc(s, repl)
}

// shift moves places, of which -1 is none.
func shift(places []int, by int) []int {
	for i := range places {
		if places[i] >= 0 {
			places[i] += by
		}
	}
	return places
}

func shiftAll(all [][]int, by int) [][]int {
	for _, places := range all {
		shift(places, by)
	}
	return all
}
