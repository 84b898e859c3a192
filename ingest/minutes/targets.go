package minutes

import (
	"strings"

	"councilgraph/internal/regexp"
)

// fullest keeps each target once: of two references to the same target the longer. Only references with
// a word or a figure in common are compared.
func fullest(found []ReferenceFact) []ReferenceFact {
	var out []ReferenceFact
	index := map[string][]int{}
next:
	for _, f := range found {
		keys := targetKeys(f)
		for _, k := range keys {
			for _, i := range index[k] {
				if sameTarget(f, out[i]) {
					if len(f.AsWritten) > len(out[i].AsWritten) {
						out[i] = f
					}
					continue next
				}
			}
		}
		for _, k := range keys {
			if len(index[k]) < 30 {
				index[k] = append(index[k], len(out))
			}
		}
		out = append(out, f)
	}
	return out
}

// targetKeys are what two references to the same target have in common: a date, a number, or their
// first and last words.
func targetKeys(f ReferenceFact) []string {
	var keys []string
	if f.Date != "" {
		keys = append(keys, "d"+f.Date)
	}
	if f.Number != "" {
		keys = append(keys, "n"+f.Number)
	}
	x := plain(f.AsWritten)
	keys = append(keys, "w"+x)
	if figures := figuresOf.FindAllString(x, -1); len(figures) > 0 {
		keys = append(keys, "f"+strings.Join(figures, " "), "g"+figures[0])
	}
	return keys
}

var figuresOf = regexp.MustCompile(`\d+`)

func sameTarget(a, b ReferenceFact) bool {
	x, y := plain(a.AsWritten), plain(b.AsWritten)
	if x == y {
		return true
	}
	if a.Kind != b.Kind && !(a.Date != "" && a.Date == b.Date && a.Number == b.Number) {
		return false
	}
	if a.Kind == "minute" && b.Kind == "minute" && a.Number != "" && a.Number == b.Number && (a.Date == "" || b.Date == "") {
		return true
	}
	if a.Date != "" && a.Date == b.Date && a.Number == b.Number && (a.Kind == b.Kind || a.Kind == "meeting" || b.Kind == "meeting") {
		return true
	}
	if strings.HasPrefix(x, y+" ") || strings.HasPrefix(y, x+" ") || strings.HasSuffix(x, " "+y) || strings.HasSuffix(y, " "+x) {
		return true
	}
	return a.Kind == b.Kind && a.Kind != "meeting" && a.Kind != "appendix" && a.Kind != "legislation" && a.Kind != "policy" && a.Date == "" && b.Date == "" && a.Number != "" && strings.Join(figuresOf.FindAllString(x, -1), " ") == strings.Join(figuresOf.FindAllString(y, -1), " ")
}
