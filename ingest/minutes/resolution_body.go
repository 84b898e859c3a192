package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// formal reads the resolutions that a formal word or the label Decision: introduces.
func formal(ps []Paragraph, label bool) []ResolutionFact {
	var out []ResolutionFact
	for i := 0; i < len(ps); {
		in, ok := introOf(ps[i])
		if !ok {
			if label && len(out) == 0 {
				if got, next := labelled(ps, i); len(got) > 0 {
					out = append(out, got...)
					i = next
					continue
				}
			}
			i++
			continue
		}
		if in.mover == "" {
			in.mover, in.seconder = movedBefore(ps, i, in.from)
		}
		got, next := body(ps, i, in)
		out = append(out, got...)
		i = max(next, i+1)
	}
	return out
}

// body reads what stands behind an introduction in ps[i]; next is the first paragraph behind it.
func body(ps []Paragraph, i int, in intro) ([]ResolutionFact, int) {
	units := ps[i+1:]
	used := i + 1
	if rest := ps[i].from(in.rest); strings.Trim(rest.Text, " \u00a0:;,.–—-\n\t") != "" {
		from, _ := trimPunct(rest.Text)
		units = append([]Paragraph{rest.from(from)}, ps[i+1:]...)
		used = i
	} else {
		for len(units) > 0 && bareWord(units[0].Text) {
			units = units[1:]
			used++
		}
	}
	rule := "resolved-" + ruleWord(in.word)
	if in.weak {
		rule = weakRule
	}
	if len(units) > 0 && accordingly.MatchString(units[0].Text) {
		if f, ok := movedText(ps, i, in); ok {
			return []ResolutionFact{f}, used + 1
		}
		return nil, used + 1
	}
	facts, n := read(units, in.word, rule)
	if next := used + n; in.mover == "" && next < len(ps) {
		if m := movedAfter.FindStringSubmatch(ps[next].Text); m != nil {
			in.mover, in.seconder = nameEnd(m[1]), nameEnd(m[2])
		}
	}
	if m := movedTail.FindStringSubmatch(ps[i].Text[in.rest:]); m != nil && in.mover == "" {
		in.mover, in.seconder = nameEnd(m[1]), nameEnd(m[2])
	}
	for k := range facts {
		facts[k].Mover, facts[k].Seconder = in.mover, in.seconder
	}
	return facts, used + n
}

func ruleWord(word string) string {
	if word == "" {
		return "heading"
	}
	return word
}

// bareWord is a line that only leads to the text: "that", "to:", "It was".
func bareWord(s string) bool {
	switch strings.ToLower(strings.Trim(s, " \u00a0:;,.–—-")) {
	case "that", "to", "unanimously", "it was", "":
		return true
	}
	return introHeading.MatchString(s)
}

// read takes the resolutions that units begin with; n is how many units they fill.
func read(units []Paragraph, word, rule string) (facts []ResolutionFact, n int) {
	if len(units) == 0 {
		return nil, 0
	}
	head := units[0]
	if pre, entries := inlineList(head); entries != nil && !complete(pre.Text) {
		return entriesFacts(units, entries, word, pre.Text, rule), 1
	}
	if HasMarker(head.Text) {
		entries, next := readList(units, 0)
		return listFacts(units, entries, word, "", rule), next
	}
	if stops.MatchString(head.Text) {
		return nil, 0
	}
	listed := len(units) > 1 && HasMarker(units[1].Text) && !stops.MatchString(units[1].Text)
	opens := openEnded(head.Text)
	switch {
	case listed && !complete(head.Text):
		entries, next := readList(units, 1)
		return listFacts(units, entries, word, head.Text, rule), next
	case listed && opens:
		entries, next := readList(units, 1)
		end := entries[len(entries)-1].end
		return []ResolutionFact{spanning(units, 0, head.Start, end, "", word, rule)}, next
	case !complete(head.Text) && opens && len(units) > 1 && !stop(units[1]):
		// the preamble of paragraphs without marks
		got, n := run(units[1:], word, rule)
		return got, n + 1
	case opens && len(units) > 1 && quoted(units[1].Text):
		end := 1
		for end < len(units) && quoted(units[end].Text) {
			end++
		}
		return []ResolutionFact{spanning(units, 0, head.Start, units[end-1].End(), "", word, rule)}, end
	}
	return run(units, word, rule)
}

// run reads resolutions that are plain paragraphs: the first, and those that go on from it.
func run(units []Paragraph, word, rule string) (facts []ResolutionFact, n int) {
	for n < len(units) {
		u := units[n]
		if n > 0 {
			before := strings.TrimRight(units[n-1].Text, " \u00a0")
			if stop(u) || !thatStart.MatchString(u.Text) && !strings.HasSuffix(before, ";") && !andEnd.MatchString(before) {
				break
			}
		}
		if HasMarker(u.Text) && n > 0 {
			break
		}
		facts = append(facts, fact(u.Text, u.Start, "", word, rule))
		n++
		if end := below(units, n); complete(u.Text) && end > n {
			facts[len(facts)-1] = spanning(units, n-1, u.Start, units[end-1].End(), "", word, rule)
			n = end
		}
		if openEnded(u.Text) && n < len(units) && HasMarker(units[n].Text) && !stop(units[n]) {
			entries, next := readList(units, n)
			facts[len(facts)-1] = spanning(units, n-1, u.Start, entries[len(entries)-1].end, "", word, rule)
			n = next
		}
	}
	return facts, n
}

// below is the end of the short lines that stand under a text that ends in a colon: the accounts that it
// was resolved to pay. They begin at units[n].
func below(units []Paragraph, n int) int {
	if !strings.HasSuffix(strings.TrimRight(units[n-1].Text, " \u00a0"), ":") {
		return n
	}
	end := n
	for end < len(units) && end < n+60 {
		u := units[end].Text
		if len(u) > 120 || HasMarker(u) || stop(units[end]) || strings.HasSuffix(u, ".") && told.MatchString(u) || thatStart.MatchString(u) {
			break
		}
		end++
	}
	return end
}

var (
	thatStart = regexp.MustCompile(`^(?:[Aa]nd[\s\x{a0}]+)?(?:That|that|THAT|To|TO)\b`)
	andEnd    = regexp.MustCompile(`(?i)[;,][\s\x{a0}]*and,?$`)
	openEnd   = regexp.MustCompile(`(?i)(?::|:[\s\x{a0}]*[-–—]|[-–—]|\b(?:that|to|because|for the following reasons?|following conditions|including))[\s\x{a0}]*$`)
)

// openEnded says that a text leads on to what follows it.
func openEnded(s string) bool { return openEnd.MatchString(s) }

func quoted(s string) bool { return strings.ContainsRune("‘“\"'", firstRune(s)) }

// complete says that a preamble already resolves something, so that the list behind it holds reasons,
// conditions or sub-points: "the application be REFUSED because:". "that the Committee:-" is not complete.
func complete(s string) bool {
	s = strings.TrimRight(s, " \u00a0:;,.–—-\n")
	if leadsOn.MatchString(s) && !subjectTo.MatchString(s) {
		return false
	}
	for _, m := range passive.FindAllStringSubmatch(head(s, 600), 8) {
		if strings.EqualFold(m[2], "be") && m[1] == "" && participle(strings.ToLower(m[3])) {
			return true
		}
	}
	if authority.MatchString(s) {
		return true
	}
	from, to := activeVerb(s)
	if to == 0 {
		return false
	}
	verb := strings.ToLower(s[from:to])
	rest := strings.Trim(strings.ToLower(s[to:]), " \u00a0:;,-–—")
	if kindVerbs[verb] == "" && !infinitive.MatchString(s) {
		return false
	}
	return rest != "" && !following.MatchString(rest) && !toWhom.MatchString(rest)
}

var (
	leadsOn    = regexp.MustCompile(`(?i)(?:\b(?:that|to|be|it is|it be)|^(?:that[\s\x{a0}]+)?(?:the[\s\x{a0}]+)?(?:council|cabinet|executive|committee|board|panel|sub-committee|members?))$`)
	subjectTo  = regexp.MustCompile(`(?i)\b(?:subject|conditional (?:up)?on|according|relation|relating|regard|addition|prior|due|limited|respect|reference|pursuant)[\s\x{a0}]+to$`)
	infinitive = regexp.MustCompile(`^(?:That[\s\x{a0}]+)?(?:To|to)[\s\x{a0}]+[a-z]+[\s\x{a0}]+\S`)
	toWhom     = regexp.MustCompile(`^to[\s\x{a0}]+(?:the[\s\x{a0}]+)?(?:full[\s\x{a0}]+)?(?:[\w-]+[\s\x{a0}]+){0,5}?(?:council|cabinet|executive|committee|board|panel)(?:[\s\x{a0}]+(?:for approval|as follows|the following))?$`)
	following  = regexp.MustCompile(`^(?:the following(?: recommendations?| actions?| resolutions?| matters| items?| decisions?)?|as follows|the recommendations?(?: as follows| below| set out below)?|recommendations?)$`)
)

// spanning makes one resolution of the page's text from..end over several units.
func spanning(units []Paragraph, at, from, end int, number, word, rule string) ResolutionFact {
	f := fact(units[at].Text, from, number, word, rule)
	var b strings.Builder
	for _, u := range units[at:] {
		if u.Start >= end {
			break
		}
		s := u.Text
		if u.End() > end {
			s = s[:end-u.Start]
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(squeeze(s))
	}
	f.Text, f.Place.End = b.String(), end
	return f
}
