package format_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// fact is one statement of a page. A resolution is matched by its first and last words, all else by key.
type fact struct {
	key         string
	first, last string // a resolution's first six and last four words
	kind, item  string // a resolution's kind and its item's number
}

// facts are a page's statements by type: amount, person, resolution ...
type facts map[string][]fact

func (f facts) add(what string, parts ...string) {
	f[what] = append(f[what], fact{key: strings.Join(parts, " | ")})
}

// addNamed adds what is not empty.
func (f facts) addNamed(what, s string) {
	if s != "" {
		f.add(what, s)
	}
}

// once keeps the first of equal facts: what a page gives twice in one capacity is one fact.
func (f facts) once(types ...string) {
	for _, t := range types {
		var kept []fact
		for _, x := range f[t] {
			if !slices.Contains(kept, x) {
				kept = append(kept, x)
			}
		}
		f[t] = kept
	}
}

func resolution(start, end []string, kind, item string) fact {
	first := strings.Join(start[:min(6, len(start))], " ")
	last := strings.Join(end[max(0, len(end)-4):], " ")
	return fact{first: first, last: last, kind: strings.ToLower(kind), item: number(item), key: first + " ... " + last}
}

var (
	plain     = strings.NewReplacer("\u00a0", " ", "’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-")
	titled    = regexp.MustCompile(`^(the )?(councillor|cllr|cllrs|councillors|alderman|baillie|bailie|county councillor|mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|professor|reverend|rev)\.? `)
	honorific = regexp.MustCompile(`\b(mr|mrs|ms|miss|dr|sir|dame|prof)\.? `)
	stops     = regexp.MustCompile(`[.\s]+`)
	article   = regexp.MustCompile(`^((the|a|an|new) )+`)
	wordRule  = regexp.MustCompile(`[\p{L}\p{N}_£%&/.\-]+`)
	unplain   = regexp.MustCompile(`[^0-9a-z]`)
	marks     = regexp.MustCompile(`[.()\s]`)
	digits    = regexp.MustCompile(`\d+`)
	months    = strings.Fields("january february march april may june july august september october november december")
)

// norm folds case, quotation marks, dashes and blanks, and drops marks at both ends.
func norm(s string) string {
	return strings.Trim(strings.Join(strings.Fields(strings.ToLower(plain.Replace(s))), " "), ` .,;:"'`)
}

// person is a name without titles, stops and articles.
func person(s string) string {
	s = titled.ReplaceAllString(norm(s), "")
	s = stops.ReplaceAllString(honorific.ReplaceAllString(s, ""), " ")
	return strings.TrimSpace(strings.ReplaceAll(article.ReplaceAllString(s, ""), "- ", "-"))
}

// personKey is a name, or the words for a role where the page names nobody.
func personKey(name, asWritten string) string {
	if name != "" {
		return person(name)
	}
	return "role:" + person(asWritten)
}

func words(s string) []string { return wordRule.FindAllString(norm(s), -1) }

func compact(s string) string { return unplain.ReplaceAllString(norm(s), "") }

func number(s string) string { return strings.ToLower(marks.ReplaceAllString(s, "")) }

// itemKey is an item's number, or the beginning of its title where the page gives none.
func itemKey(num, title string) string {
	if n := number(num); n != "" {
		return n
	}
	t := compact(title)
	return "t:" + t[:min(40, len(t))]
}

// figure is a vote's count; a count that is not stated differs from 0.
func figure(n *int) string {
	if n == nil {
		return "-"
	}
	return strconv.Itoa(*n)
}

func pounds(n *float64) string {
	if n == nil {
		return "-"
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}

// same says whether what was read is the fact that the gold states.
func same(what string, gold, got fact) bool {
	switch what {
	case "resolution":
		return gold.first == got.first && gold.last == got.last ||
			compact(gold.first) == compact(got.first) && tail(compact(gold.last)) == tail(compact(got.last))
	case "reference":
		return refersAlike(gold.key, got.key)
	}
	return gold == got
}

func tail(s string) string { return s[max(0, len(s)-18):] }

// refersAlike: the words of one hold the other's, or both name the same numbers and months.
func refersAlike(a, b string) bool {
	ca, cb := compact(a), compact(b)
	if ca != "" && cb != "" && (strings.Contains(ca, cb) || strings.Contains(cb, ca)) {
		return true
	}
	na, nb := numbers(a), numbers(b)
	return len(na) > 0 && slices.Equal(na, nb)
}

func numbers(s string) []string {
	n := digits.FindAllString(s, -1)
	slices.Sort(n)
	for _, m := range months {
		if strings.Contains(norm(s), m) {
			n = append(n, m)
		}
	}
	return n
}

func TestAccuracyMatching(t *testing.T) {
	text := func(s string) fact { return resolution(words(s), words(s), "noted", "1") }
	for _, c := range []struct {
		name, what string
		gold, got  fact
		want       bool
	}{
		{"titles are no part of a name", "person", fact{key: person("Councillor Mrs P. J. Tolley")}, fact{key: person("P J Tolley")}, true},
		{"another name", "person", fact{key: person("J King")}, fact{key: person("R King")}, false},
		{"minute by its number and date", "reference", fact{key: "Minute 31 of 3 May 2022"}, fact{key: "minute 31 (May 3, 2022)"}, true},
		{"another paragraph", "reference", fact{key: "paragraph 5.4"}, fact{key: "paragraph 6.1"}, false},
		{"marks and case", "resolution", text("That the report be NOTED;"), text("that the report be noted."), true},
		{"cut short", "resolution", text("to pay the accounts below: £95"), text("to pay the accounts below"), false},
		{"unknown is not none", "vote", fact{key: figure(nil)}, fact{key: figure(new(int))}, false},
	} {
		if got := same(c.what, c.gold, c.got); got != c.want {
			t.Errorf("%s: same(%q, %q) = %v", c.name, c.gold.key, c.got.key, got)
		}
	}
}
