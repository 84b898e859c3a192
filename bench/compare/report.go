package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strconv"
	"strings"
)

// The marks between which the report stands in a file.
const (
	begin = "<!-- written by bench/compare: begin -->\n"
	end   = "<!-- written by bench/compare: end -->\n"
)

// report is what came of it, as Markdown.
func report(o *options, size string, r, other *results) string {
	var b strings.Builder
	fmt.Fprintf(&b, "    %s\n\n", o.command)
	fmt.Fprintf(&b, "The data: %s. Medians of %d runs of %s each, the systems in turn, on %d cores that the client shares. CPU is the processor time of a request in milliseconds, of the system and of PostgreSQL's server, read from /proc; statements are those of PostgreSQL for a request.\n\n", size, o.rounds, o.long, runtime.NumCPU())
	if has(o.clients, ratioClients) {
		b.WriteString("### Ratios, 16 clients\n\n" + ratios(r) + "\n")
	}
	if other != nil {
		b.WriteString("### Against the other database\n\n" + growth(o, r, other) + "\n")
	}
	b.WriteString("### The systems\n\n| system | what it is | most anonymous memory, MB |\n|---|---|---|\n")
	for _, s := range systems() {
		switch why := r.Refused[s.name]; {
		case why != "":
			fmt.Fprintf(&b, "| %s | %s; left out: %s | |\n", s.name, s.about, cellText(why))
		case r.Memory[s.name] > 0:
			fmt.Fprintf(&b, "| %s | %s | %.0f |\n", s.name, s.about, float64(r.Memory[s.name])/(1<<20))
		}
	}
	for _, q := range o.questions {
		b.WriteString("\n### " + q.number + ": " + q.about + "\n\n" + table(o, r, q))
	}
	return b.String()
}

// table is one question on all systems.
func table(o *options, r *results, q question) string {
	var b strings.Builder
	b.WriteString("| system |")
	for _, n := range o.clients {
		fmt.Fprintf(&b, " %d: requests/s (p50 / p99 ms) | CPU |", n)
	}
	b.WriteString(" statements | bytes | wrong |\n|---|" + strings.Repeat("---|", 2*len(o.clients)+3) + "\n")
	for _, name := range measuredSystems(o, r, q) {
		fmt.Fprintf(&b, "| %s |", name)
		wrong := 0
		for _, n := range o.clients {
			m, _ := r.median(cell{q.number, name, n})
			fmt.Fprintf(&b, " %s (%s / %s) | %.3f+%.3f |", figure(m.Rate), figure(ms(m.P50)), figure(ms(m.P99)), ms(m.App), ms(m.DB))
			wrong += m.Wrong
		}
		key := cell{q.number, name, 0}.key()
		statements := ""
		if n, ok := r.Statements[key]; ok {
			statements = strconv.FormatFloat(n, 'f', -1, 64)
		}
		fmt.Fprintf(&b, " %s | %s | %d |\n", statements, thousands(r.Bytes[key]), wrong)
	}
	for _, s := range systems() {
		if why := r.Refused[cell{q.number, s.name, 0}.key()]; why != "" {
			fmt.Fprintf(&b, "\n%s is not timed: it %s.\n", s.name, cellText(why))
		}
	}
	return b.String()
}

// figure is a number with about three digits that count.
func figure(v float64) string {
	switch {
	case v >= 100:
		return thousands(int(v + 0.5))
	case v >= 10:
		return strconv.FormatFloat(v, 'f', 1, 64)
	default:
		return strconv.FormatFloat(v, 'f', 2, 64)
	}
}

// thousands is a number with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// cellText keeps a text within one cell of a table.
func cellText(s string) string {
	return strings.NewReplacer("|", "/", "\n", " ", "<", "&lt;").Replace(s)
}

func has(list []int, n int) bool {
	for _, v := range list {
		if v == n {
			return true
		}
	}
	return false
}

// insert writes the report into a file, between its marks, and leaves all else there as it is.
func insert(path, text string) error {
	old, err := os.ReadFile(path) //nolint:gosec // the caller says which
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	page := string(old)
	if page == "" {
		page = "# Performance\n\n" + begin + end
	}
	before, rest, ok := strings.Cut(page, begin)
	_, after, okToo := strings.Cut(rest, end)
	if !ok || !okToo {
		return fmt.Errorf("%s has no place for the report; put these two lines where it is to stand:\n%s%s", path, begin, end)
	}
	return os.WriteFile(path, []byte(before+begin+"\n"+text+"\n"+end+after), 0o600)
}
