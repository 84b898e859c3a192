package minutes

import (
	"strings"

	"councilgraph/ingest/record"
	"councilgraph/internal/regexp"
)

// A member's own line in a voting record: "Councillor A Smith Against".
var (
	voteLine    = regexp.MustCompile(`(For|Against|Abstain(?:ed)?|Abstention|Absent|No [Vv]ote(?: recorded)?|Did not vote)[\s\x{a0}.|]*$`)
	voteSubject = regexp.MustCompile(`(?i)\b(amendment|motion)\b`)
)

// NamedVotes finds how each named person voted: from rows of names, from a line for each person, and
// from sentences ("Councillors A and B voted against"). Names in rows without a title stand as printed.
func NamedVotes(paragraphs []Paragraph) []NamedVoteFact {
	var out []NamedVoteFact
	subject := ""
	rows := voteRows(paragraphs)
	next := 0
	inRow := map[int]bool{}
	for _, r := range rows {
		for k := r.par; k <= r.last; k++ {
			inRow[k] = true
		}
	}
	for i, p := range paragraphs {
		for ; next < len(rows) && rows[next].par == i; next++ {
			if option := optionName(rows[next].label); option != "" && rows[next].names.End > 0 {
				out = append(out, namesInRow(paragraphs, rows[next], option, subject)...)
			}
		}
		if inRow[i] {
			continue
		}
		if fact, ok := voteOfLine(p, subject); ok {
			out = append(out, fact)
			continue
		}
		if !strings.Contains(p.Text, "otion") && !strings.Contains(p.Text, "mendment") && !strings.Contains(p.Text, "MOTION") && !strings.Contains(p.Text, "AMENDMENT") {
			continue
		}
		if m := voteSubject.FindString(head(p.Text, 400)); m != "" {
			subject = strings.ToLower(m)
		}
	}
	return out
}

// optionName is the option of a row's or a line's word, "" for a row that is no vote of a person.
func optionName(label string) string {
	switch l := strings.ToLower(label); {
	case rowOption(label) != "":
		return rowOption(label)
	case strings.HasPrefix(l, "absent"):
		return "absent"
	case strings.HasPrefix(l, "no vote"), l == "did not vote", l == "not voting", l == "declined to vote":
		return "no_vote"
	default:
		return ""
	}
}

func namesInRow(paragraphs []Paragraph, r voteTableRow, option, subject string) []NamedVoteFact {
	var out []NamedVoteFact
	for _, p := range paragraphs[r.par : r.last+1] {
		if r.names.Start < p.Start || r.names.End > p.Start+len(p.Text) {
			continue
		}
		s := p.Text[:r.names.End-p.Start]
		from := r.names.Start - p.Start
		ts := tokens(s[from:])
		for i := 0; i < len(ts); {
			after, _, _ := readTitle(ts, i)
			n, ok := readName(s[from:], ts, after, true)
			if !ok {
				i++
				continue
			}
			a, b := from+ts[i].from, from+n.endName
			out = append(out, NamedVoteFact{record.NamedVote{Name: n.name, AsWritten: s[a:b], Option: option, Motion: subject}, p.At(a, b, "vote-row")})
			i = n.next
		}
		break
	}
	return out
}

// optionEnds says that a line ends like the word of an option.
func optionEnds(s string) bool {
	for _, e := range []string{"For", "Against", "bstain", "bstained", "bstention", "Absent", "ote", "recorded"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

func voteOfLine(p Paragraph, subject string) (NamedVoteFact, bool) {
	if len(p.Text) > 200 {
		return NamedVoteFact{}, false
	}
	m := []int(nil)
	if end := strings.TrimRight(tail(p.Text, 24), " \u00a0\t.|"); optionEnds(end) {
		m = voteLine.FindStringSubmatchIndex(p.Text)
	}
	if m == nil {
		return NamedVoteFact{}, false
	}
	s := p.Text[:m[2]]
	ts := tokens(s)
	for len(ts) > 0 && !ts[len(ts)-1].word {
		ts = ts[:len(ts)-1]
	}
	if len(ts) < 2 {
		return NamedVoteFact{}, false
	}
	after, _, member := readTitle(ts, 0)
	n, ok := readName(s, ts, after, true)
	if !ok || n.next != len(ts) || !member {
		return NamedVoteFact{}, false
	}
	return NamedVoteFact{record.NamedVote{Name: n.name, AsWritten: s[ts[0].from:n.endName], Option: optionName(p.Text[m[2]:m[3]]), Motion: subject}, p.At(ts[0].from, n.endName, "vote-line")}, true
}
