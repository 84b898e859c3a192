package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// Figures of a vote in cells of their own: a label and its figure on two lines, or a row of labels with
// a row of figures below, the cells on one line or a line each.
var (
	voteCell    = regexp.MustCompile(`(?i)^(?:(?:number of[\s\x{a0}]+)?votes?[\s\x{a0}]+)?(?:(` + voteLabelFor + `)|(` + voteLabelAgainst + `)|(` + voteLabelAbstain + `))(?:[\s\x{a0}]+votes?)?:?$`)
	figureCell  = regexp.MustCompile(`^\(?(\d{1,3})\)?$`)
	otherOption = regexp.MustCompile(`(?i)^(?:not voting|did not vote|no vote|absent|total|declined to vote)$`)
)

// A cell is a part of a line between bars, or a line without any.
type cell struct {
	text     string
	par      int
	from, to int
}

// cellsOf cuts the lines of a text into cells, those that are neither option nor figure as "" marks.
func cellsOf(paragraphs []Paragraph) []cell {
	var out []cell
	for i, p := range paragraphs {
		s := p.Text
		if len(s) > 300 {
			out = append(out, cell{"", i, 0, 0})
			continue
		}
		for at := 0; at <= len(s); {
			end := len(s)
			if k := strings.IndexByte(s[at:], '|'); k >= 0 {
				end = at + k
			}
			t := strings.Trim(s[at:end], " \u00a0\t\r\n*")
			if t != "" {
				from := at + strings.Index(s[at:end], t)
				out = append(out, cell{t, i, from, from + len(t)})
			}
			at = end + 1
		}
	}
	return out
}

// optionCell is the option that a cell names; "-" for one that is no side of a vote, "" where it names none.
func optionCell(s string) string {
	if len(s) > 60 || len(s) < 2 {
		return ""
	}
	if otherOption.MatchString(s) {
		return "-"
	}
	m := voteCell.FindStringSubmatchIndex(s)
	if m == nil || strings.EqualFold(s, "motion") || strings.EqualFold(s, "amendment") || strings.EqualFold(s, "objections") || strings.EqualFold(s, "no") {
		return ""
	}
	return labelOption(s, m, 2)
}

// voteColumns reads options and figures that stand in cells of their own: option, figure, option, figure;
// or two or more options and as many figures behind them.
func voteColumns(paragraphs []Paragraph) []tally {
	if !mayHoldColumns(paragraphs) {
		return nil
	}
	cells := cellsOf(paragraphs)
	var out []tally
	for i := 0; i < len(cells); {
		k := i
		var options []string
		for k < len(cells) {
			o := optionCell(cells[k].text)
			if o == "" {
				break
			}
			options = append(options, o)
			k++
		}
		n := len(options)
		if n == 0 {
			i++
			continue
		}
		figures := 0
		for figures < n && k+figures < len(cells) && figureCell.MatchString(cells[k+figures].text) {
			figures++
		}
		switch {
		case n > 1 && figures == n:
			for j, o := range options {
				out = addColumn(out, paragraphs, o, cells[k+j], cells[k+j])
			}
			i = k + n
		case n == 1 && figures == 1 && (cells[i].par != cells[k].par):
			out = addColumn(out, paragraphs, options[0], cells[i], cells[k])
			i = k + 1
		default:
			i = k
		}
	}
	sides := map[string]bool{}
	for _, t := range out {
		sides[t.option] = true
	}
	if len(sides) < 2 {
		return nil // one label above a figure may be anything
	}
	return out
}

func addColumn(out []tally, paragraphs []Paragraph, option string, label, figure cell) []tally {
	n, ok := count(strings.Trim(figure.text, "()"))
	if !ok || option == "-" {
		return out
	}
	p := paragraphs[figure.par]
	from := figure.from
	if label.par == figure.par {
		from = label.from
	}
	return append(out, tally{option, n, p.At(from, figure.to, "vote-row"), figure.par, true})
}

// mayHoldColumns says that a text has a short line with the word of an option.
func mayHoldColumns(paragraphs []Paragraph) bool {
	for _, p := range paragraphs {
		if s := p.Text; len(s) < 300 && (strings.Contains(s, "gainst") || strings.Contains(s, "AGAINST") || strings.Contains(s, "erbyn")) {
			return true
		}
	}
	return false
}
