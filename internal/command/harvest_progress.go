package command

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"councilgraph/ingest/harvest"
)

// How often progress is shown on a terminal, and how often it is logged for each council elsewhere.
const (
	shownEvery  = 200 * time.Millisecond
	loggedEvery = time.Minute
)

// harvestProgress shows how far harvests are. Its caller holds the lock.
type harvestProgress struct {
	w     io.Writer
	all   int // councils of this run; 0 where it goes on for ever
	name  func(code string) string
	now   map[string]harvest.Progress // by council, of those at work
	over  int                         // councils that are done
	asked int                         // pages of those
	drawn int                         // lines that stand on the terminal
	at    time.Time                   // when they were drawn
}

// draw puts the lines in the place of those that stand there.
func (p *harvestProgress) draw(width int) {
	var b strings.Builder
	if p.drawn > 0 {
		fmt.Fprintf(&b, "\033[%dA", p.drawn)
	}
	lines := p.lines()
	for _, line := range lines {
		b.WriteString("\r\033[K" + cut(line, width-1) + "\n")
	}
	b.WriteString("\033[J") // what stood below
	_, _ = io.WriteString(p.w, b.String())
	p.drawn, p.at = len(lines), time.Now()
}

// wipe takes the lines away, so that something can be written in their place.
func (p *harvestProgress) wipe() {
	if p.drawn > 0 {
		_, _ = fmt.Fprintf(p.w, "\033[%dA\r\033[J", p.drawn)
		p.drawn = 0
	}
}

// lines are one for each council at work and one for all, of at most 78 characters as a rule.
func (p *harvestProgress) lines() []string {
	var out []string
	asked, left, longest := p.asked, 0, time.Duration(0)
	for _, code := range slices.SortedFunc(maps.Keys(p.now), func(a, b string) int { return cmp.Compare(p.name(a), p.name(b)) }) {
		at := p.now[code]
		asked, left, longest = asked+at.Asked, left+at.Left, max(longest, remaining(at))
		out = append(out, fmt.Sprintf("%-20s %6d pages %5.1f/s %6d to come %s", cut(p.name(code), 20), at.Asked, rate(at), at.Left, about(at)))
	}
	of := ""
	if p.all > 0 {
		of = fmt.Sprintf(" of %d", p.all)
	}
	return append(out, fmt.Sprintf("%d%s councils done, %d at work: %d pages, %d known to come", p.over, of, len(p.now), asked, left))
}

// rate is how many pages a second a harvest has asked for.
func rate(p harvest.Progress) float64 {
	if p.Took <= 0 {
		return 0
	}
	return float64(p.Asked) / p.Took.Seconds()
}

// remaining is how long the pages that are known will take at the pace so far.
func remaining(p harvest.Progress) time.Duration {
	if p.Asked == 0 {
		return 0
	}
	return p.Took / time.Duration(p.Asked) * time.Duration(p.Left)
}

// about words how long it will take, as exactly as that can be known.
func about(p harvest.Progress) string {
	left := remaining(p)
	switch {
	case p.Asked < 5:
		return ""
	case left < time.Minute:
		return fmt.Sprintf("about %d s left", int(left.Round(time.Second).Seconds()))
	case left < time.Hour:
		return fmt.Sprintf("about %d min left", int(left.Round(time.Minute).Minutes()))
	}
	return fmt.Sprintf("about %.1f h left", left.Hours())
}

// cut keeps the beginning of a line, as many characters as there is room for.
func cut(line string, room int) string {
	if letters := []rune(line); room > 0 && len(letters) > room {
		return string(letters[:room-1]) + "…"
	}
	return line
}

// width is how many characters a line of the terminal holds.
func width(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return n
		}
	}
	return 80
}
