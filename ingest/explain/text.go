package explain

import (
	"fmt"
	"io"
	"strings"

	"councilgraph/ingest/record"
)

// Text writes the page paragraph by paragraph, and under each paragraph the facts that begin in it, each
// with its words, what was read and the rule. With colour the facts stand out on a terminal.
func Text(w io.Writer, page *record.Page, colour bool) error {
	runes := []rune(page.Text)
	facts := Facts(page)
	dim, bold, off := "", "", ""
	if colour {
		dim, bold, off = "\x1b[2m", "\x1b[1;36m", "\x1b[0m"
	}
	for start := 0; start < len(runes); {
		end := start
		for end < len(runes) && runes[end] != '\n' {
			end++
		}
		if line := strings.TrimRight(string(runes[start:end]), " \r\t\u00a0"); line != "" {
			if _, err := fmt.Fprintln(w, line); err != nil {
				return err
			}
		}
		for len(facts) > 0 && facts[0].Start <= end {
			f := facts[0]
			facts = facts[1:]
			if _, err := fmt.Fprintf(w, "    %s%s%s %q%s %s%s\n", bold, f.Kind, off, cut(runes[f.Start:min(f.End, len(runes))]), said(f), dim, rule(f)+off); err != nil {
				return err
			}
		}
		start = end + 1
	}
	return nil
}

func said(f Fact) string {
	if f.Says == "" {
		return ""
	}
	return " (" + f.Says + ")"
}

func rule(f Fact) string {
	if f.Rule == "" {
		return "[no rule named]"
	}
	return "[" + f.Rule + "]"
}

// cut is the beginning and the end of a quote.
func cut(quote []rune) string {
	const most = 80
	if len(quote) <= most {
		return string(quote)
	}
	return string(quote[:most*2/3]) + " ... " + string(quote[len(quote)-most/3:])
}
