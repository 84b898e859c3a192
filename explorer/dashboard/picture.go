package dashboard

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// Colours of pictures: of a mean lightness, so that they can be told from light and from dark paper.
const (
	colourBar  = "#3a7ca5"
	colourGood = "#2e8b57"
	colourWait = "#b8860b"
	colourBad  = "#c0392b"
	colourRest = "#808a94"
)

// drawing writes a picture as SVG. It uses no style sheet, so that it looks the same within a page, as a file, and under any policy.
type drawing struct {
	strings.Builder
	width, height int
}

// picture is the picture of the board's part. Within a page its text has the page's colour; as a file it has paper of its own.
func (b *board) picture(within bool) string {
	d := &drawing{}
	switch b.part {
	case partAttendance:
		b.drawMatrix(d)
	case partMoney:
		months, values := make([]string, len(b.Months)), make([]float64, len(b.Months))
		says := make([]string, len(b.Months))
		for i, m := range b.Months {
			months[i], values[i] = m.Month, m.High
			says[i] = m.Text() + ": " + m.Pounds()
			if m.Pounds() == "" {
				says[i] = m.Text() + ": no sum named"
			}
		}
		d.bars(months, values, says, pounds)
	default:
		months, values := make([]string, len(b.Months)), make([]float64, len(b.Months))
		says := make([]string, len(b.Months))
		for i, m := range b.Months {
			months[i], values[i] = m.Month, float64(m.Decisions)
			says[i] = m.Text() + ": " + count(m.Decisions, "decision", "decisions")
		}
		d.bars(months, values, says, func(v float64) string { return number(int(v)) })
	}
	return d.svg(b.caption(), within)
}

// caption says what the picture shows.
func (b *board) caption() string {
	of := b.Subject.Name + ", " + b.Subject.Council.Name + ", " + day(b.Period.From) + " to " + day(b.Period.To)
	switch {
	case b.part == partAttendance:
		return "Attendance: " + of
	case b.part == partMoney:
		return "Sums named in decisions, by month: " + of
	case b.person:
		return "Decisions moved or seconded, by month: " + of
	default:
		return "Decisions by month: " + of
	}
}

// svg is the whole picture.
func (d *drawing) svg(caption string, within bool) string {
	title := html.EscapeString(caption)
	if within {
		return fmt.Sprintf(`<svg viewBox="0 0 %d %d" role="img" aria-label="%s" font-family="system-ui, sans-serif" font-size="12" fill="currentColor" class="picture">%s</svg>`,
			d.width, d.height, title, d.String())
	}
	const head = 30
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 -%d %d %d" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1b1f23">`+
		`<title>%s</title><rect y="-%d" width="%d" height="%d" fill="#fff"/><text x="4" y="-10" font-size="13" font-weight="600">%s</text>%s</svg>`+"\n",
		d.width, d.height+head, head, d.width, d.height+head, title, head, d.width, d.height+head, title, d.String())
}

// text writes a text; anchor is start, middle or end.
func (d *drawing) text(x, y float64, anchor, s string) {
	_, _ = fmt.Fprintf(d, `<text x="%s" y="%s" text-anchor="%s">%s</text>`, num(x), num(y), anchor, html.EscapeString(s))
}

// box writes a filled rectangle that says something when pointed at.
func (d *drawing) box(x, y, w, h float64, fill, says string) {
	_, _ = fmt.Fprintf(d, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s"><title>%s</title></rect>`, num(x), num(y), num(w), num(h), fill, html.EscapeString(says))
}

// num is a place in the picture, to a tenth.
func num(v float64) string { return fmt.Sprintf("%g", math.Round(v*10)/10) }

// bars draws a bar for each month.
func (d *drawing) bars(months []string, values []float64, says []string, label func(float64) string) {
	const left, top, bottom, wide, high = 70.0, 12.0, 30.0, 720.0, 200.0
	d.width, d.height = int(wide), int(high)
	most := 0.0
	for _, v := range values {
		most = max(most, v)
	}
	scale := ceiling(most)
	plot := high - top - bottom
	for _, share := range []float64{0, 0.5, 1} {
		y := high - bottom - share*plot
		_, _ = fmt.Fprintf(d, `<path d="M%s %sH%s" stroke="%s" stroke-opacity=".5"/>`, num(left), num(y), num(wide), colourRest)
		if share*scale == math.Trunc(share*scale) {
			d.text(left-6, y+4, "end", label(share*scale))
		}
	}
	step := (wide - left) / float64(max(len(months), 1))
	every := 1
	for float64(every)*step < 58 {
		every++
	}
	for i, m := range months {
		x := left + float64(i)*step
		if h := values[i] / scale * plot; h > 0 {
			d.box(x+step*.12, high-bottom-h, step*.76, h, colourBar, says[i])
		}
		if i%every == 0 {
			d.text(x+step/2, high-bottom+18, "middle", written(m, "Jan 06"))
		}
	}
}

// ceiling is a round number that is at least as large: 1, 2, 4, 5 or 10 times a power of ten, and never 0.
func ceiling(most float64) float64 {
	if most <= 2 {
		return 2
	}
	power := math.Pow(10, math.Floor(math.Log10(most)))
	for _, times := range []float64{1, 2, 4, 5, 6, 8} {
		if times*power >= most {
			return times * power
		}
	}
	return 10 * power
}

// drawMatrix draws the matrix of attendance.
func (b *board) drawMatrix(d *drawing) {
	const left, top, cell, row = 230.0, 58.0, 26.0, 20.0
	m := b.Matrix.shown()
	d.width, d.height = int(left+cell*float64(len(m.Columns)))+50, int(top+row*float64(len(m.Lines)))+26
	for i, c := range m.Columns {
		x := left + cell*(float64(i)+.6)
		_, _ = fmt.Fprintf(d, `<text transform="translate(%s %s) rotate(-55)">%s</text>`, num(x), num(top-6), html.EscapeString(c.Text))
	}
	fills := map[string]string{"good": colourGood, "wait": colourWait, "bad": colourBad, "quiet": colourRest}
	for y, l := range m.Lines {
		at := top + row*float64(y)
		d.text(left-8, at+14, "end", clipped(l.Name))
		for x, k := range l.Marks {
			if k.Letters == "" {
				continue
			}
			d.box(left+cell*float64(x)+1, at+1, cell-2, row-2, fills[k.Class], l.Name+", "+m.Columns[x].Title+": "+k.Title)
			_, _ = fmt.Fprintf(d, `<text x="%s" y="%s" text-anchor="middle" fill="#fff" font-weight="600" pointer-events="none">%s</text>`,
				num(left+cell*(float64(x)+.5)), num(at+14), html.EscapeString(k.Letters))
		}
	}
	var legend []string
	for _, k := range m.Legend() {
		legend = append(legend, k.Letters+" "+k.Title)
	}
	d.text(4, float64(d.height)-8, "start", strings.Join(legend, " · "))
}

// clipped is a name in the room that it has.
func clipped(name string) string {
	const most = 32
	if r := []rune(name); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return name
}
