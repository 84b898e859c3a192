package moderngovtext

import (
	"strings"

	"councilgraph/ingest/minutes"
	"councilgraph/internal/regexp"
)

// labelCells says that a table's labels stand in cells of their own, so that each cell is a line.
func labelCells(lines []line) bool {
	for i, l := range lines {
		if labelOf(l.text, false) == labelMinutes && i > 0 && lines[i-1].cell < l.cell {
			return true
		}
	}
	return false
}

// byLabels cuts lines into items at their labels: an item begins at the title before its first label.
func (r *reader) byLabels(lines []line) []block {
	var starts []int
	minuted := true // whether the item before has had its text
	floor := 0
	for i, l := range lines {
		found := labelOf(l.text, false)
		if found != labelDocuments && found != labelDecision && found != labelMinutes {
			continue
		}
		if minuted {
			starts = append(starts, titleBefore(lines, i, floor))
		}
		minuted = found == labelMinutes
		floor = i + 1
	}
	if len(starts) == 0 {
		return []block{{body: lines}}
	}
	var out []block
	if starts[0] > 0 && titleLike(lines[0].text) && !prose(lines[0].text) {
		starts[0] = 0
	}
	for n, from := range starts {
		end := len(lines)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		if labelOf(lines[from].text, false) != noLabel {
			out = append(out, block{body: lines[from:end]})
			continue
		}
		out = append(out, block{title: lines[from], body: lines[from+1 : end]})
	}
	return out
}

// purposeLine is what stands between a title and the item's labels.
var purposeLine = regexp.MustCompile(`^(?:To [a-z]|Report (?:of|by|to)\b|Joint report|Presentation|Verbal|Members are|The (?:report|Committee|Council|Cabinet|Panel|Board) (?:is|are|will)|Quorum|Please|For (?:information|decision|noting))`)

// titleBefore is the index of the title that belongs to the label at lines[i]; i itself where it was lost.
func titleBefore(lines []line, i, floor int) int {
	for k := i - 1; k >= floor && k >= i-4; k-- {
		s := lines[k].text
		if readFile(s).Sized {
			return k
		}
		if purposeLine.MatchString(s) || strings.HasSuffix(s, ".") || minutes.HasMarker(s) || len(s) > 160 {
			continue
		}
		if titleLike(s) {
			return k
		}
	}
	if i-1 >= floor && titleLike(lines[i-1].text) && !prose(lines[i-1].text) && !minutes.HasMarker(lines[i-1].text) {
		return i - 1
	}
	return i
}
