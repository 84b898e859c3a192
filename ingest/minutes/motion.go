package minutes

import (
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// MotionFact is a motion or an amendment that was put; the caller turns Place into the Span.
type MotionFact struct {
	record.Motion
	Place Place
}

// A stretch of text that may hold a name: a full stop stands in it only behind an initial or a title.
const (
	namePart  = `(?:\b[A-Z]\.|\b(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Rev)\.|[^.;:])`
	shortName = `(?:\b[A-Z]\.|\b(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Rev)\.|[^.;:,])`
)

var (
	// "It was moved by X and seconded by Y that ..."
	movedBy = regexp.MustCompile(`(?i)\b(?:(?:it was|were|was|is)[\s\x{a0}]+(?:then[\s\x{a0}]+|duly[\s\x{a0}]+|also[\s\x{a0}]+)?(?:moved|proposed)|moved|proposed)(?:[\s\x{a0}]+as an amendment)?[\s\x{a0}]+by[\s\x{a0}]+(` + namePart + `{3,90}?),?(?:[\s\x{a0}]+and)?[\s\x{a0}]+(?:duly[\s\x{a0}]+)?seconded(?:[\s\x{a0}]+by[\s\x{a0}]+(` + shortName + `{3,70}))?`)
	// "On a motion by X and seconded by Y it was"
	onMotion = regexp.MustCompile(`(?i)\bon[\s\x{a0}]+(?:a|the)[\s\x{a0}]+(?:motion|proposal|proposition)[\s\x{a0}]+(?:by|of|from)[\s\x{a0}]+(` + namePart + `{3,90}?),?(?:[\s\x{a0}]+and)?[\s\x{a0}]+(?:duly[\s\x{a0}]+)?seconded[\s\x{a0}]+by[\s\x{a0}]+(` + shortName + `{3,70}?)(?:,|[\s\x{a0}]+it\b|[\s\x{a0}]+and\b|$)`)
	// "X moved, seconded by Y, ..." and "X proposed and Y seconded"
	xMoved    = regexp.MustCompile(`\b((?:Councillors?|Cllrs?\.?|Alderman|Baillie|Provost|Mr|Mrs|Ms|The|Sir|Dr)[\s\x{a0}]` + namePart + `{2,70}?),?[\s\x{a0}]+(?:then[\s\x{a0}]+|also[\s\x{a0}]+)?(?:moved|proposed|MOVED|PROPOSED)\b[^.;:]{0,120}?,?[\s\x{a0}]+(?:and[\s\x{a0}]+)?(?:(?:duly[\s\x{a0}]+)?(?:seconded|SECONDED) by[\s\x{a0}]+(` + shortName + `{3,70})|(` + shortName + `{3,70}?)[\s\x{a0}]+seconded)`)
	amendWord = regexp.MustCompile(`(?i)\bamendment\b`)
	notYet    = regexp.MustCompile(`(?i)\b(?:to move|will move|to be moved|to second|has given notice)\b`)
	// what became of it
	outcome = regexp.MustCompile(`(?i)\b(?:the[\s\x{a0}]+)?(substantive motion|motion(?:,? as amended,?)?|amendment|proposal|proposition|recommendations?)[\s\x{a0}]*(?:[^.;]{0,110}?)\b(?:(carried|agreed|approved|passed|adopted|CARRIED)|(lost|fell|falls|defeated|rejected|LOST|negatived)|(withdrawn)|(not put))\b`)
)

// Motions finds the motions and amendments that were moved, each with what became of it.
func Motions(t ItemText) []MotionFact {
	if t.Draft {
		return nil
	}
	ps := append(append([]Paragraph(nil), t.Decision...), t.Minutes...)
	var out []MotionFact
	for i, p := range ps {
		if len(p.Text) > 20000 || !mayMove(p.Text) || notYet.MatchString(head(p.Text, 300)) {
			continue
		}
		m := movedBy.FindStringSubmatchIndex(p.Text)
		if m == nil {
			m = xMoved.FindStringSubmatchIndex(p.Text)
		}
		if m == nil {
			continue
		}
		f := MotionFact{Motion: record.Motion{Kind: "motion"}, Place: p.At(m[0], len(p.Text), "moved")}
		f.Mover, f.Seconder = moverSeconder(strs(p.Text, m))
		end := textFrom(p.Text, m)
		if amendWord.MatchString(p.Text[max(0, m[0]-60):m[1]]) {
			f.Kind = "amendment"
		}
		rest := p.from(end)
		if from, to := trimPunct(rest.Text); to-from > 8 {
			f.Text = squeeze(rest.Text[from:to])
		}
		f.Result = resultOf(ps[i:], m[1], f.Kind)
		if m := thenResolved.FindStringIndex(f.Text); m != nil {
			f.Text = f.Text[m[1]:] // what was resolved is what was moved
			if f.Result == "" {
				f.Result = "carried"
			}
		}
		out = append(out, f)
	}
	return out
}

// thenResolved is the keyword between the names and the words: "moved by A, seconded by B, and RESOLVED that".
var thenResolved = regexp.MustCompile(`^(?:and )?(?:it was )?(?:(?:UNANIMOUSLY|[Uu]nanimously) )?(?:RESOLVED|[Rr]esolved)\b[ :,–-]*`)

// mayMove says whether a paragraph is worth a closer look.
func mayMove(s string) bool {
	for _, k := range [...]string{"oved", "OVED", "roposed", "ROPOSED"} {
		if strings.Contains(s, k) {
			return true
		}
	}
	return false
}

// strs are the groups of a match as text.
func strs(s string, m []int) []string {
	var out []string
	for k := 0; k+1 < len(m); k += 2 {
		if m[k] < 0 {
			out = append(out, "")
			continue
		}
		out = append(out, s[m[k]:m[k+1]])
	}
	return out
}

// moverSeconder are the two names of a match of movedBy or xMoved.
func moverSeconder(m []string) (mover, seconder string) {
	for _, s := range m[2:] {
		if s != "" {
			seconder = nameEnd(s)
		}
	}
	return nameEnd(m[1]), seconder
}

// textFrom is where the text behind mover and seconder begins: behind the last of the two names, or
// behind the words that move where they come last.
func textFrom(s string, m []int) int {
	end := m[1]
	for k := 4; k+1 < len(m); k += 2 {
		if m[k] >= 0 && m[k+1] == m[1] {
			name := nameEnd(s[m[k]:m[k+1]])
			if at := strings.Index(s[m[k]:m[k+1]], name); at >= 0 {
				end = m[k] + at + len(name)
			}
		}
	}
	return end
}

// nameEnd cuts what follows a mover's name: "X, to leave rents as they are".
func nameEnd(s string) string {
	s = squeeze(s)
	if cut := strings.IndexAny(s, ",("); cut > 0 {
		s = s[:cut]
	}
	for _, w := range []string{" that ", " to ", " and ", " for "} {
		if cut := strings.Index(s+" ", w); cut > 0 {
			s = s[:cut]
		}
	}
	return strings.TrimSpace(s)
}

// resultOf is what became of a motion of a kind: the first outcome behind it that speaks of its kind.
func resultOf(ps []Paragraph, from int, kind string) string {
	for i, p := range ps {
		if i > 60 {
			break
		}
		s := p.Text
		if i == 0 {
			s = s[from:]
		}
		for _, m := range outcome.FindAllStringSubmatch(s, 6) {
			amendment := strings.EqualFold(m[1], "amendment")
			if amendment != (kind == "amendment") {
				continue
			}
			switch {
			case m[2] != "":
				return "carried"
			case m[3] != "":
				return "lost"
			case m[4] != "":
				return "withdrawn"
			case m[5] != "":
				return "not_put"
			}
		}
	}
	return ""
}

// carried takes the text of a carried motion for resolutions, where the item has no formal ones.
func carried(ps []Paragraph) []ResolutionFact {
	for i, p := range ps {
		if !mayMove(p.Text) {
			continue
		}
		m := movedBy.FindStringSubmatchIndex(p.Text)
		if m == nil {
			m = xMoved.FindStringSubmatchIndex(p.Text)
		}
		if m == nil || notYet.MatchString(head(p.Text, 300)) || amendWord.MatchString(p.Text[max(0, m[0]-60):m[1]]) || resultOf(ps[i:], m[1], "motion") != "carried" {
			continue
		}
		mover, seconder := moverSeconder(strs(p.Text, m))
		var units []Paragraph
		end := textFrom(p.Text, m)
		if at := thatWord.FindStringIndex(p.Text[end:]); at != nil && at[0] < 20 {
			units = append(units, p.from(end+at[0]))
		}
		units = append(units, ps[i+1:]...)
		if len(units) == 0 || len(units) == len(ps)-i-1 && !HasMarker(units[0].Text) && !bareThat.MatchString(units[0].Text) && !quoted(units[0].Text) {
			continue
		}
		facts := resolves(units)
		if facts == nil {
			facts, _ = read(quotation(units), "", "motion-carried")
		}
		for k := range facts {
			facts[k].Mover, facts[k].Seconder = mover, seconder
		}
		return facts
	}
	return nil
}

// resolvesTo is the end of a motion's preamble: "This Council resolves to:".
var resolvesTo = regexp.MustCompile(`(?i)\b(?:council|committee|cabinet|meeting|it)?[\s\x{a0}]*(?:therefore[\s\x{a0}]+|also[\s\x{a0}]+|hereby[\s\x{a0}]+)?(?:resolves?|agrees?|calls on the (?:cabinet|executive|leader|council)|asks? (?:the )?(?:cabinet|executive|leader))(?:[\s\x{a0}]+(?:to|that))?[\s\x{a0}]*:[\s\x{a0}]*[-–]?$`)

// resolves takes the list under "This Council resolves to:" in the text of a motion.
func resolves(units []Paragraph) []ResolutionFact {
	for i, u := range units {
		if i > 40 || outcome.MatchString(u.Text) {
			return nil
		}
		if resolvesTo.MatchString(u.Text) && i+1 < len(units) && HasMarker(units[i+1].Text) {
			entries, _ := readList(units, i+1)
			return listFacts(units, entries, "", "", "motion-carried")
		}
	}
	return nil
}

// quotation joins the paragraphs of a quoted motion into one, from its first quotation mark to its last.
func quotation(units []Paragraph) []Paragraph {
	if len(units) < 2 || !quoted(units[0].Text) {
		return units
	}
	for i, u := range units {
		if i > 30 {
			break
		}
		if s := strings.TrimRight(u.Text, " \u00a0."); strings.HasSuffix(s, "”") || strings.HasSuffix(s, "\"") && i > 0 || strings.HasSuffix(s, "’") && strings.HasPrefix(units[0].Text, "‘") {
			return append([]Paragraph{{Text: joinedText(units[:i+1]), Start: units[0].Start}}, units[i+1:]...)
		}
	}
	return units
}

// joinedText is the text of paragraphs that follow each other, with as many line breaks between them as
// there are bytes between them on the page, so that places in it are places on the page.
func joinedText(ps []Paragraph) string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteString(strings.Repeat("\n", max(0, p.Start-ps[i-1].End())))
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

var thatWord = regexp.MustCompile(`(?i)\bthat\b`)
