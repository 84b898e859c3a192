package regexp

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var expressions = []string{
	``, `a`, `^a`, `a$`, `^$`, `^a*$`, `(?i)k`, `(?i)^straße\b`, `\bab\b`, `\Bab`, `(?m)^b$`, `(?s)a.b`, `a.b`, `[^a]b`, `a{2,4}b`,
	`(a|ab)(c|bcd)`, `(?i)\b(?:moved|seconded)\s+by\b`, `^[\s\x{a0}]*\d+[.)]`, `\p{Lu}\p{Ll}+`, `[A-Z]\w*|£\d`, `(?:a|b)*?c$`,
	`\z`, `\Ab`, `x*`, `(?:^|\n)a(?:$|\n)`, `[^\x00-\x{10FFFF}]`, `(?i)[k-s]x`, `\x{fffd}`, `(a+)(b+)?`, `(?:.{3}a){2}`, `\b`, `$`,
	`^[^c]{0,20}b$`, `(?:a|\n){2,14}c`, `(?:a{0,13}){13,}b`, `a[^\n]{13,}?c`,
}

// pieces are what texts are made of: what the expressions ask for, blanks, lines, and bytes that are no UTF-8.
var pieces = []string{"a", "b", "ab", "c", "bcd", " ", "\n", "\u00a0", "k", "K", "\u212a", "ſx", "Kx", "straße", "STRAßE", "moved", "Seconded", "by", "12.", "3)", "É", "Éa", "£4", "x", "\xff", "\xe2\x80", "\ufffd", "_", "9"}

// TestSame: every method answers what the standard library's does.
func TestSame(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"", "\n"}
	for range 3000 {
		var b strings.Builder
		for range random.IntN(9) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		texts = append(texts, b.String())
	}
	for _, expr := range expressions {
		got, want := MustCompile(expr), regexp.MustCompile(expr)
		got.automaton()
		found := 0
		for _, s := range texts {
			same(t, got, want, s)
			if want.MatchString(s) {
				found++
			}
		}
		if got.automaton().full.Load() {
			t.Errorf("%q was left to the standard library", expr)
		}
		if found == 0 && expr != `[^\x00-\x{10FFFF}]` {
			t.Errorf("%q matches no text of the test", expr)
		}
	}
}

func same(t *testing.T, got *Regexp, want *regexp.Regexp, s string) {
	t.Helper()
	upper := func(s string) string { return "<" + strings.ToUpper(s) + ">" }
	type answers struct {
		Match           bool
		One             string
		At              []int
		Groups          []string
		GroupsAt        []int
		All             []string
		AllAt           [][]int
		AllGroups       [][]string
		AllGroupsAt     [][]int
		Replaced, Upper string
	}
	a := answers{got.MatchString(s), got.FindString(s), got.FindStringIndex(s), got.FindStringSubmatch(s), got.FindStringSubmatchIndex(s), got.FindAllString(s, -1), got.FindAllStringIndex(s, 2), got.FindAllStringSubmatch(s, -1), got.FindAllStringSubmatchIndex(s, -1), got.ReplaceAllString(s, "<$0>"), got.ReplaceAllStringFunc(s, upper)}
	b := answers{want.MatchString(s), want.FindString(s), want.FindStringIndex(s), want.FindStringSubmatch(s), want.FindStringSubmatchIndex(s), want.FindAllString(s, -1), want.FindAllStringIndex(s, 2), want.FindAllStringSubmatch(s, -1), want.FindAllStringSubmatchIndex(s, -1), want.ReplaceAllString(s, "<$0>"), want.ReplaceAllStringFunc(s, upper)}
	if d := cmp.Diff(b, a); d != "" {
		t.Fatalf("%q in %q (standard library -, ours +):\n%s", want, s, d)
	}
}

// TestTooMany: an expression whose automaton would be too large is answered all the same.
func TestTooMany(t *testing.T) {
	const expr = `a[ab][ab][ab][ab][ab][ab][ab][ab][ab][ab][ab][ab]c`
	got, want := MustCompile(expr), regexp.MustCompile(expr)
	got.automaton()
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var b strings.Builder
		for range 500 {
			b.WriteByte("aaabbbaabc"[random.IntN(10)])
		}
		if s := b.String(); got.MatchString(s) != want.MatchString(s) {
			t.Fatalf("%q: %v", s, got.MatchString(s))
		}
	}
	if !got.automaton().full.Load() {
		t.Errorf("%d states, so this test shows nothing", len(got.automaton().states))
	}
}

// TestTogether: several goroutines may ask one expression at once.
func TestTogether(t *testing.T) {
	re := MustCompile(`(?i)\b(?:moved|seconded) by\b`)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 500 {
				if !re.MatchString("it was Moved by A") || re.MatchString("it was removed by A") {
					t.Error("a wrong answer")
				}
			}
		})
	}
	all.Wait()
}

// FuzzSame: no expression and no text make the answers differ.
func FuzzSame(f *testing.F) {
	for _, e := range expressions {
		f.Add(e, strings.Join(pieces, ""))
	}
	f.Fuzz(func(t *testing.T, expr, s string) {
		want, err := regexp.Compile(expr)
		if err != nil || len(expr) > 60 || len(s) > 300 {
			return
		}
		got := MustCompile(expr)
		same(t, got, want, s)
		got.automaton()
		same(t, got, want, s)
	})
}

func BenchmarkMatch(b *testing.B) {
	const expr = `(?i)\b(?:welcomed|thanked|congratulated|introduced|appointed|elected)[\s\x{a0}]+the\b`
	text := strings.Repeat("The Head of Property introduced a report on the benches of the park and its café. ", 12)
	b.Run("standard library", func(b *testing.B) {
		re := regexp.MustCompile(expr)
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			re.MatchString(text)
		}
	})
	b.Run("automaton", func(b *testing.B) {
		re := MustCompile(expr)
		re.automaton()
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			re.MatchString(text)
		}
	})
}
