package graph_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"councilgraph/internal/limits"
)

// Every limit that can be set stands in the table of the documentation, with its value.
func TestLimits_documented(t *testing.T) {
	text, err := os.ReadFile("../docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if cells := strings.Split(line, "|"); len(cells) == 6 {
			shown[strings.Trim(cells[3], " `")] = strings.ReplaceAll(strings.TrimSpace(cells[2]), ",", "")
		}
	}
	usual := limits.Default()
	for _, l := range usual.Numbers() {
		if shown[l.Name] != strconv.Itoa(*l.Value) {
			t.Errorf("%s is %d; docs/errors.md shows %q", l.Name, *l.Value, shown[l.Name])
		}
	}
}
