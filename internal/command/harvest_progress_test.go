package command

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"councilgraph/ingest/harvest"

	"github.com/google/go-cmp/cmp"
)

func names(code string) string {
	return map[string]string{"BRY": "Bromley", "ABC": "Armagh City, Banbridge and Craigavon"}[code]
}

func TestHarvestProgress_lines(t *testing.T) {
	p := harvestProgress{name: names, all: 7, over: 2, asked: 300, now: map[string]harvest.Progress{
		"BRY": {Council: "BRY", Asked: 120, Left: 600, Took: 2 * time.Minute},
		"ABC": {Council: "ABC", Asked: 3, Left: 9, Took: 3 * time.Second},
	}}
	want := []string{
		"Armagh City, Banbri…      3 pages   1.0/s      9 to come ",
		"Bromley                 120 pages   1.0/s    600 to come about 10 min left",
		"2 of 7 councils done, 2 at work: 423 pages, 609 known to come",
	}
	if d := cmp.Diff(want, p.lines()); d != "" {
		t.Error(d)
	}
	for left, words := range map[int]string{600: "about 10 min left", 20: "about 20 s left", 9000: "about 2.5 h left"} {
		if got := about(harvest.Progress{Asked: 60, Took: time.Minute, Left: left}); got != words {
			t.Errorf("%d pages: %q, want %q", left, got, words)
		}
	}
}

// Lines take the place of those before, however many there were, and none is longer than the terminal is wide.
func TestHarvestProgress_draw(t *testing.T) {
	var b bytes.Buffer
	p := harvestProgress{w: &b, name: names, now: map[string]harvest.Progress{"BRY": {Council: "BRY", Asked: 1}, "ABC": {Council: "ABC", Asked: 1}}}
	p.draw(30)
	if got := strings.Count(b.String(), "\n"); got != 3 {
		t.Errorf("%d lines", got)
	}
	for line := range strings.SplitSeq(b.String(), "\n") {
		if n := len([]rune(strings.TrimPrefix(line, "\r\033[K"))); n > 29 {
			t.Errorf("%q has %d characters", line, n)
		}
	}
	b.Reset()
	delete(p.now, "ABC")
	p.draw(30)
	if got := b.String(); !strings.HasPrefix(got, "\033[3A") || strings.Count(got, "\n") != 2 || !strings.HasSuffix(got, "\033[J") {
		t.Errorf("%q", got)
	}
	b.Reset()
	p.wipe()
	if got := b.String(); got != "\033[2A\r\033[J" {
		t.Errorf("%q", got)
	}
}
