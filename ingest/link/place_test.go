package link_test

import (
	"fmt"
	"strings"
	"testing"

	"councilgraph/ingest/link"
)

func plainSlug(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), "-")
}

// sheet is a page's claims.
type sheet []link.Place

// page begins the claims of a page that names a meeting; "" is what it leaves out.
func page(name, cid, committee, mid, date, start string) sheet {
	ref := func(at string) link.Ref { return link.Ref{Source: name, At: at} }
	base := "wexcombe/source/" + name
	var out sheet
	parent := ""
	if cid != "" || committee != "" {
		parent = "committee/0"
		out = append(out, link.Place{Ref: ref(parent), Kind: link.Committee, SourceID: cid, Name: committee, Date: date, Rank: name})
	}
	m := link.Place{Ref: ref("meeting/0"), Kind: link.Meeting, SourceID: mid, Parent: parent, Date: date, Start: start, Position: 1, Rank: name}
	if mid != "" || parent != "" || date != "" || start != "" {
		m.Fallback = base + "/meeting"
	}
	return append(out, m)
}

// item adds an item of business to the page.
func (s sheet) item(aiid, number, minute, title string) sheet {
	n, last := 1, s[len(s)-1]
	if last.Kind == link.AgendaItem {
		n = last.Position + 1
	}
	at := fmt.Sprintf("meeting/0/item/%d", n-1)
	return append(s, link.Place{
		Ref: link.Ref{Source: last.Source, At: at}, Kind: link.AgendaItem, SourceID: aiid, Parent: "meeting/0", Name: title,
		Number: number, MinuteNumber: minute, Position: n, Rank: last.Rank, Fallback: fmt.Sprintf("wexcombe/source/%s/item/%d", last.Source, n),
	})
}

func TestPlaces(t *testing.T) {
	for name, test := range map[string]struct {
		pages []sheet
		want  string // what each page's claims are, without committees: the meeting, then its items
	}{
		"one page": {
			[]sheet{page("a", "1", "Executive", "10", "2026-01-14", "19:00").item("", "7", "", "Roads").item("", "", "", "Any other business").item("", "", "", "")},
			"a: executive/2026-01-14 executive/2026-01-14/7 executive/2026-01-14/item-any-other-business executive/2026-01-14/item-3",
		},
		"nothing but items": {
			[]sheet{page("a", "", "", "", "", "").item("", "7", "", "Roads")},
			"a:  source/a/item/1",
		},
		"one number of the source is one meeting, whatever its pages lack": {
			[]sheet{
				page("a", "", "", "10", "", "").item("", "7", "", ""),
				page("b", "1", "Executive", "10", "2026-01-14", "19:00").item("", "7", "", "Roads"),
				page("c", "1", "", "10", "", "").item("", "", "", "Roads"),
			},
			"a: executive/2026-01-14 executive/2026-01-14/7\nb: executive/2026-01-14 executive/2026-01-14/7\nc: executive/2026-01-14 executive/2026-01-14/7",
		},
		"numbers without committee and day hang on the first page": {
			[]sheet{page("b", "", "", "10", "", "").item("", "7", "", "Roads"), page("a", "", "", "10", "", "").item("", "7", "", "Roads")},
			"b: source/a/meeting source/a/item/1\na: source/a/meeting source/a/item/1",
		},
		"one committee of two names has the more trusted one": {
			[]sheet{page("a", "1", "Cabinet", "10", "2026-01-14", ""), page("b", "1", "Executive", "11", "2024-01-14", ""), page("c", "", "Executive", "", "2024-01-14", "")},
			"a: cabinet/2026-01-14\nb: cabinet/2024-01-14\nc: cabinet/2024-01-14",
		},
		"a committee set up anew is the old one": {
			[]sheet{page("a", "1", "Planning", "10", "2020-01-14", ""), page("b", "2", "Planning", "11", "2024-01-14", ""), page("c", "", "Planning", "", "2022-01-14", "")},
			"a: planning/2020-01-14\nb: planning/2024-01-14\nc: planning/2022-01-14",
		},
		"two that meet side by side are two, and the name alone is neither": {
			[]sheet{
				page("a", "1", "Panel", "10", "2020-01-14", ""), page("b", "1", "Panel", "11", "2024-01-14", ""), page("c", "2", "Panel", "12", "2022-01-14", ""), page("d", "2", "Panel", "13", "2026-01-14", ""),
				page("e", "", "Panel", "", "2023-01-14", ""), page("f", "", "Panel", "", "2021-01-14", ""), page("g", "", "Panel", "13", "", ""),
			},
			"a: panel/2020-01-14\nb: panel/2024-01-14\nc: panel-2/2022-01-14\nd: panel-2/2026-01-14\ne: source/e/meeting\nf: panel/2021-01-14\ng: panel-2/2026-01-14",
		},
		"two meetings of a day in the order of their starts": {
			[]sheet{
				page("a", "1", "Licensing", "12", "2026-01-14", "10:00"), page("b", "1", "Licensing", "11", "2026-01-14", "14:00"),
				page("c", "", "Licensing", "", "2026-01-14", "14:00").item("", "1", "", "Red Lion"), page("d", "", "Licensing", "", "2026-01-14", "").item("", "1", "", "Blue Boar"),
			},
			"a: licensing/2026-01-14\nb: licensing/2026-01-14-2\nc: licensing/2026-01-14-2 licensing/2026-01-14-2/1\nd: source/d/meeting source/d/item/1",
		},
		"two of a day without start in the order of their numbers": {
			[]sheet{page("a", "1", "Licensing", "100", "2026-01-14", ""), page("b", "1", "Licensing", "99", "2026-01-14", "")},
			"a: licensing/2026-01-14-2\nb: licensing/2026-01-14",
		},
		"a page of an item alone belongs to the item's meeting": {
			[]sheet{page("a", "1", "Executive", "10", "2026-01-14", "").item("500", "7", "", "Roads"), page("b", "", "", "", "", "").item("500", "", "", "")},
			"a: executive/2026-01-14 executive/2026-01-14/7\nb: executive/2026-01-14 executive/2026-01-14/7",
		},
		"a page that could be of two meetings is settled by its items": {
			[]sheet{
				page("a", "1", "Licensing", "11", "2026-01-14", "10:00").item("500", "1", "", "Red Lion"), page("b", "1", "Licensing", "12", "2026-01-14", "14:00").item("501", "1", "", "Blue Boar"),
				page("c", "", "Licensing", "", "2026-01-14", "").item("501", "", "", "").item("", "2", "", "Costs"),
			},
			"a: licensing/2026-01-14 licensing/2026-01-14/1\nb: licensing/2026-01-14-2 licensing/2026-01-14-2/1\nc: licensing/2026-01-14-2 licensing/2026-01-14-2/1 licensing/2026-01-14-2/2",
		},
		"the source's numbers keep items of one number apart, titles tell which is meant": {
			[]sheet{
				page("a", "", "Executive", "", "2026-01-14", "").item("501", "7", "", "Roads").item("500", "7", "", "Bridges"),
				page("b", "", "Executive", "", "2026-01-14", "").item("", "7", "", "Roads"), page("c", "", "Executive", "", "2026-01-14", "").item("", "7", "", ""),
			},
			"a: executive/2026-01-14 executive/2026-01-14/7-2 executive/2026-01-14/7\nb: executive/2026-01-14 executive/2026-01-14/7-2\nc: executive/2026-01-14 source/c/item/1",
		},
		"an agenda number and a minute number": {
			[]sheet{
				page("a", "", "Executive", "", "2026-01-14", "").item("", "7", "152", "Roads").item("", "8", "153", "Bridges"),
				page("b", "", "Executive", "", "2026-01-14", "").item("", "152", "", "Roads"),
				page("c", "", "Executive", "", "2026-01-14", "").item("", "153", "", "Parks"),
			},
			"a: executive/2026-01-14 executive/2026-01-14/7 executive/2026-01-14/8\nb: executive/2026-01-14 executive/2026-01-14/7\nc: executive/2026-01-14 executive/2026-01-14/153",
		},
		"a title joins where the number is missing and the title is alone": {
			[]sheet{
				page("a", "", "Executive", "", "2026-01-14", "").item("", "7", "", "Roads").item("", "8", "", "Questions").item("", "9", "", "Questions"),
				page("b", "", "Executive", "", "2026-01-14", "").item("", "", "", "ROADS"), page("c", "", "Executive", "", "2026-01-14", "").item("", "", "", "Questions"),
				page("d", "", "Executive", "", "2026-01-14", "").item("70", "", "", "Roads"),
			},
			"a: executive/2026-01-14 executive/2026-01-14/7 executive/2026-01-14/8 executive/2026-01-14/9\nb: executive/2026-01-14 executive/2026-01-14/7\n" +
				"c: executive/2026-01-14 executive/2026-01-14/item-questions\nd: executive/2026-01-14 executive/2026-01-14/7",
		},
		"a page that prints a number twice has two items": {
			[]sheet{page("a", "", "Executive", "", "2026-01-14", "").item("", "7", "", "Roads").item("", "7", "", "Bridges"), page("b", "", "Executive", "", "2026-01-14", "").item("", "7", "", "Bridges")},
			"a: executive/2026-01-14 executive/2026-01-14/7 executive/2026-01-14/7-2\nb: executive/2026-01-14 executive/2026-01-14/7-2",
		},
		"items without number and title on two pages are not one": {
			[]sheet{page("a", "", "Executive", "", "2026-01-14", "").item("", "", "", ""), page("b", "", "Executive", "", "2026-01-14", "").item("", "", "", "")},
			"a: executive/2026-01-14 source/a/item/1\nb: executive/2026-01-14 source/b/item/1",
		},
	} {
		t.Run(name, func(t *testing.T) {
			var all []link.Place
			for _, s := range test.pages {
				all = append(all, s...)
			}
			got := link.Places("wexcombe", all, plainSlug)
			var lines []string
			for _, s := range test.pages {
				var keys []string
				for _, c := range s {
					if c.Kind != link.Committee {
						keys = append(keys, strings.TrimPrefix(got[c.Ref], "wexcombe/"))
					}
				}
				lines = append(lines, s[0].Source+": "+strings.Join(keys, " "))
			}
			if text := strings.Join(lines, "\n"); text != test.want {
				t.Errorf("got\n%s\nwant\n%s", text, test.want)
			}
		})
	}
}

// Issues and decisions are known by the source's numbers, else by title, or day and title.
func TestPlaces_issuesAndDecisions(t *testing.T) {
	claim := func(source, kind, id, date, title string) link.Place {
		return link.Place{Ref: link.Ref{Source: source, At: kind}, Kind: kind, SourceID: id, Date: date, Name: title, Position: 1, Rank: source, Fallback: "wexcombe/source/" + source + "/x"}
	}
	all := []link.Place{
		claim("a", link.Issue, "7", "", "Roads"), claim("b", link.Issue, "", "", "ROADS"), claim("c", link.Issue, "8", "", "Minutes"),
		claim("d", link.Issue, "9", "", "Minutes"), claim("e", link.Issue, "", "", "Minutes"), claim("f", link.Issue, "", "", "7"),
		claim("a", link.Decision, "7", "2026-01-14", "Roads"), claim("b", link.Decision, "", "2026-01-14", "Roads"),
		claim("c", link.Decision, "", "2026-01-15", "Roads"), claim("d", link.Decision, "", "", "Roads"),
	}
	got := link.Places("wexcombe", all, plainSlug)
	want := []string{
		"issue/7", "issue/7", "issue/8", "issue/9", "issue/minutes", "issue/title-7",
		"decision/7", "decision/7", "decision/2026-01-15-roads", "source/d/x",
	}
	for i, c := range all {
		if key := strings.TrimPrefix(got[c.Ref], "wexcombe/"); key != want[i] {
			t.Errorf("%s of page %s: %s, want %s", c.Kind, c.Source, key, want[i])
		}
	}
}
