package explain

import (
	"html/template"
	"io"
	"slices"
	"strings"

	"councilgraph/ingest/record"
)

// piece is a stretch of text over which the same facts hold.
type piece struct {
	Text  string
	Kind  string // of the innermost fact, "" outside all
	Facts string // what was read here and by which rules
}

// HTML writes the page as a document of its own: the text with the facts marked, what was read and the
// rule shown on hover, and a list of all facts below. It loads nothing.
func HTML(w io.Writer, page *record.Page) error {
	return document.Execute(w, struct {
		Page   *record.Page
		Pieces []piece
		Facts  []Fact
	}{page, pieces(page), Facts(page)})
}

func pieces(page *record.Page) []piece {
	runes := []rune(page.Text)
	facts := Facts(page)
	cuts := []int{0, len(runes)}
	for _, f := range facts {
		cuts = append(cuts, min(f.Start, len(runes)), min(f.End, len(runes)))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []piece
	var open []Fact
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		for len(facts) > 0 && facts[0].Start <= from {
			open, facts = append(open, facts[0]), facts[1:]
		}
		open = slices.DeleteFunc(open, func(f Fact) bool { return f.End <= from })
		p := piece{Text: string(runes[from:to])}
		var lines []string
		for _, f := range open {
			p.Kind = f.Kind
			lines = append(lines, f.Kind+said(f)+" "+rule(f))
		}
		p.Facts = strings.Join(lines, "\n")
		out = append(out, p)
	}
	return out
}

var document = template.Must(template.New("explain").Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>What was read: {{.Page.Page.Type}}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222; background: #fff }
pre { white-space: pre-wrap; font: inherit }
mark { background: #fff3bf; color: inherit; border-bottom: 2px solid #b08900 }
mark.AgendaItem, mark.Meeting, mark.Issue { background: none; border-bottom: 0; border-left: 2px solid #ccc }
mark.Resolution { background: #d3f9d8; border-color: #2b8a3e }
mark.Participation, mark.Attendance, mark.Declaration { background: #d0ebff; border-color: #1864ab }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; border-top: 1px solid #ddd; padding: .25rem .5rem }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #181818 } mark { background: #4d4200 } mark.Resolution { background: #1b4d23 } mark.Participation, mark.Attendance, mark.Declaration { background: #123d63 } td, th { border-color: #444 } }
</style></head><body>
<h1>{{.Page.Page.Type}} page, read as {{.Page.Page.Format}}</h1>
<pre>{{range .Pieces}}{{if .Kind}}<mark class="{{.Kind}}" title="{{.Facts}}">{{.Text}}</mark>{{else}}{{.Text}}{{end}}{{end}}</pre>
<h2>Facts</h2>
<table><tr><th>Fact</th><th>What was read</th><th>Rule</th><th>Place</th></tr>
{{range .Facts}}<tr><td>{{.Kind}}</td><td>{{.Says}}</td><td>{{.Rule}}</td><td>{{.Start}} to {{.End}}</td></tr>
{{end}}</table>
</body></html>
`))
