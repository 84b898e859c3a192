package made

import (
	"fmt"
	"html"
	"math/rand/v2"
	"strings"
	"time"
)

// page is a page in parts, to be written as markup or as the text that extractors make of it.
type page struct {
	address, title string
	menu           []string
	meeting        *meeting // of a council's page
	paragraphs     []string
}

type meeting struct {
	committee string
	at        time.Time
	items     []item
}

type item struct {
	title      string
	minutes    []string
	resolution []string
}

// lore is what pages are made of, the same for all of an archive.
type lore struct {
	words      []string
	sentences  []string
	councils   []string // sentences of minutes
	committees []string
	topics     []string
}

func newLore(seed uint64) *lore {
	random := rand.New(rand.NewPCG(seed, 1<<63)) //nolint:gosec // made up
	l := &lore{
		committees: []string{"Cabinet", "Planning Committee", "Audit Committee", "Licensing Panel", "Health Scrutiny Committee", "Pensions Board"},
		topics: []string{
			"Apologies for Absence", "Declarations of Interest", "Minutes of the Previous Meeting", "Budget Monitoring", "Capital Programme", "Highways Maintenance",
			"Leisure Centre Contract", "Air Quality Action Plan", "Parking Review", "Work Programme", "Risk Register", "Housing Strategy",
		},
	}
	consonants, vowels := "bcdfghjklmnprstvwz", "aeiou"
	for range 6000 {
		var w strings.Builder
		for range 1 + random.IntN(4) {
			w.WriteByte(consonants[random.IntN(len(consonants))])
			w.WriteByte(vowels[random.IntN(len(vowels))])
		}
		l.words = append(l.words, w.String())
	}
	for range 4000 {
		l.sentences = append(l.sentences, l.sentence(random))
	}
	names := []string{"Ann Birch", "Cy Dale", "Di Elm", "Ed Firth", "Flo Gorse", "Gus Heath", "Ivy Moss", "Jo Nettle"}
	for i := range 2000 {
		who := names[random.IntN(len(names))]
		switch i % 4 {
		case 0:
			l.councils = append(l.councils, fmt.Sprintf("Councillor %s introduced the report, which would cost £%d,000. %s", who, 5+random.IntN(900), l.sentence(random)))
		case 1:
			l.councils = append(l.councils, fmt.Sprintf("Councillor %s asked about %s. %s", who, l.words[random.IntN(len(l.words))], l.sentence(random)))
		default:
			l.councils = append(l.councils, l.sentence(random))
		}
	}
	return l
}

// sentence is some words, the commonest most often.
func (l *lore) sentence(random *rand.Rand) string {
	n := 8 + random.IntN(18)
	out := make([]string, n)
	for i := range out {
		x := random.Float64()
		out[i] = l.words[int(x*x*x*float64(len(l.words)))]
	}
	s := strings.Join(out, " ")
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

func pick(random *rand.Rand, from []string) string { return from[random.IntN(len(from))] }

// elsewhere is a page of some other site.
func (l *lore) elsewhere(random *rand.Rand, nth int) page {
	site := pick(random, l.words) + pick(random, l.words)
	p := page{address: fmt.Sprintf("https://www.%s.example/%s/%d.html", site, pick(random, l.words), nth), title: pick(random, l.sentences)}
	for range 20 + random.IntN(60) {
		p.menu = append(p.menu, pick(random, l.words)+" "+pick(random, l.words))
	}
	// Most pages are short, and a few are long.
	for range 5 + int(160*random.ExpFloat64()*random.Float64()) {
		p.paragraphs = append(p.paragraphs, pick(random, l.sentences)+" "+pick(random, l.sentences))
	}
	return p
}

// agenda is the page of a council's meeting, of a length as the others'.
func (l *lore) agenda(random *rand.Rand, nth int, host string) page {
	committee := random.IntN(len(l.committees))
	m := &meeting{committee: l.committees[committee], at: time.Date(2012, 1, 3, 18, 30, 0, 0, time.UTC).AddDate(0, 0, nth%5000)}
	for i := range 4 + random.IntN(10) {
		it := item{title: l.topics[i%len(l.topics)]}
		for range 1 + random.IntN(8) {
			it.minutes = append(it.minutes, pick(random, l.councils))
		}
		if i > 2 {
			it.resolution = []string{
				fmt.Sprintf("(1) the sum of £%d,500 be approved; and", 5+random.IntN(400)), "(2) the Director of Places be authorised to spend it.",
			}
		}
		m.items = append(m.items, it)
	}
	return page{
		address: fmt.Sprintf("https://%s/ieListDocuments.aspx?CId=%d&MId=%d&Ver=4", host, 100+committee, nth), title: "Agenda and minutes", meeting: m,
		menu: []string{"Home", "Your council", "Councillors", "Meetings", "Decisions", "Search"},
	}
}

func (m *meeting) heading() string {
	day := m.at.Day()
	suffix := "th"
	switch {
	case day%10 == 1 && day != 11:
		suffix = "st"
	case day%10 == 2 && day != 12:
		suffix = "nd"
	case day%10 == 3 && day != 13:
		suffix = "rd"
	}
	return fmt.Sprintf("%s - %s, %d%s %s, %d 6.30 pm", m.committee, m.at.Weekday(), day, suffix, m.at.Month(), m.at.Year())
}

// html is the page as a site sends it.
func (p page) html() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title>\n<link rel=\"stylesheet\" href=\"/assets/site.css\"><script src=\"/assets/site.js\" defer></script></head>\n<body><header><nav class=\"site-menu\" aria-label=\"Main\"><ul class=\"site-menu__list\">\n", html.EscapeString(p.title))
	for i, m := range p.menu {
		fmt.Fprintf(&b, "<li class=\"site-menu__item\"><a class=\"site-menu__link\" href=\"/section/%d/%s\" data-track=\"menu-%d\">%s</a></li>\n", i, strings.ReplaceAll(m, " ", "-"), i, m)
	}
	b.WriteString("</ul></nav></header>\n")
	if p.meeting != nil {
		p.meeting.html(&b)
	}
	for i, text := range p.paragraphs {
		if i%6 == 0 {
			fmt.Fprintf(&b, "<div class=\"content__block\" id=\"block-%d\"><h2 class=\"content__title\">%s</h2>\n", i, text[:20])
		}
		fmt.Fprintf(&b, "<p class=\"content__text\">%s</p>\n", text)
		if i%6 == 5 || i == len(p.paragraphs)-1 {
			b.WriteString("</div>\n")
		}
	}
	b.WriteString("<footer class=\"site-footer\"><p>All rights reserved.</p></footer></body></html>\n")
	return b.String()
}

func (m *meeting) html(b *strings.Builder) {
	fmt.Fprintf(b, "<div id=\"modgov\"><div class=\"mgHeader\"><h1  class=\"mgMainTitleTxt\" >Agenda and minutes</h1></div>\n<div class=\"mgSubTitle\" ><h2 class=\"mgSubTitleTxt\">%s</h2></div>\n<div class=\"mgContent\" >\n<table class=\"mgItemTable\" id=\"mgItemTable\" summary=\"Table of agenda items\">\n<tr><th>No.</th><th>Item</th></tr>\n", m.heading())
	for i, it := range m.items {
		fmt.Fprintf(b, "<tr><td class=\"mgItemNumberCell\"><p class=\"mgAiTitleTxt\" ><a name=\"AI%d\"></a>%d.</p></td>\n<td><p class=\"mgAiTitleTxt\" >%s</p>\n<p class=\"mgSubItemTitleTxt\">Minutes:</p>\n<div class=\"mgWordPara\">", 9000+i, i+1, it.title)
		for _, text := range it.minutes {
			b.WriteString("<p>" + text + "</p>\n")
		}
		if it.resolution != nil {
			b.WriteString("<p>RESOLVED that</p>\n")
		}
		for _, text := range it.resolution {
			b.WriteString("<p>" + text + "</p>\n")
		}
		b.WriteString("</div></td></tr>\n")
	}
	b.WriteString("</table></div></div>\n")
}

// text is the page as an extractor of text writes it.
func (p page) text() string {
	var b strings.Builder
	b.WriteString(p.title + "\n" + strings.Join(p.menu, "\n") + "\n")
	if m := p.meeting; m != nil {
		fmt.Fprintf(&b, "Agenda and minutes\n\n%s\n\nVenue: Town Hall\n\nItems\nNo. Item\n\n", m.heading())
		for i, it := range m.items {
			fmt.Fprintf(&b, "%d.\n\n%s\n\nMinutes:\n\n%s\n\n", i+1, it.title, strings.Join(it.minutes, "\n\n"))
			if it.resolution != nil {
				b.WriteString("RESOLVED that\n\n" + strings.Join(it.resolution, "\n\n") + "\n\n")
			}
		}
	}
	b.WriteString(strings.Join(p.paragraphs, "\n") + "\nAll rights reserved.\n")
	return b.String()
}
