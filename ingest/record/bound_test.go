package record

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestPage_Bound(t *testing.T) {
	const many = 5000
	long := strings.Repeat("word ", many/5)
	const grows = "ﷺ" // to 33 bytes of 3
	p := Page{
		Page: PageInfo{URL: "https://council.example/" + long}, Text: long,
		People: []Person{{Name: "Ann Birch", SourceID: long, Roles: []string{"Chair", long}}},
		Meetings: []Meeting{{Committee: "Executive", SourceID: "17", Items: []AgendaItem{{
			Title: long, Minutes: long, Resolutions: []Resolution{{Text: long, Mover: long, Seconder: strings.Repeat(grows, 33)}},
			Documents: []File{{Title: "Plan", URL: "https://council.example/plan.pdf"}, {Title: long, URL: "https://council.example/" + long}},
		}}}},
	}
	p.Bound()
	m := p.Meetings[0]
	item := m.Items[0]
	for name, got := range map[string]string{
		"title": item.Title, "role": p.People[0].Roles[1], "mover": item.Resolutions[0].Mover, "document's title": item.Documents[1].Title,
	} {
		if len(got) > MaxLabel || len(got) < MaxLabel*9/10 || !strings.HasSuffix(got, "word…") {
			t.Errorf("%s of %d bytes: %s", name, len(got), got)
		}
	}
	if got := norm.NFKD.String(item.Resolutions[0].Seconder); len(got) > MaxLabel+len("...") || !strings.HasSuffix(got, "...") {
		t.Errorf("a label of 99 bytes that becomes longer: %d bytes", len(got))
	}
	for name, got := range map[string]string{"text": p.Text, "minutes": item.Minutes, "resolution": item.Resolutions[0].Text} {
		if got != long {
			t.Errorf("%s has no bound: %d bytes", name, len(got))
		}
	}
	for name, got := range map[string]string{"page's address": p.Page.URL, "person's number": p.People[0].SourceID, "document's address": item.Documents[1].URL} {
		if got != "" {
			t.Errorf("a part of the %s: %s", name, got)
		}
	}
	if m.Committee != "Executive" || m.SourceID != "17" || p.People[0].Roles[0] != "Chair" || item.Documents[0].URL != "https://council.example/plan.pdf" {
		t.Errorf("what is short stays: %+v", p)
	}
}

func TestLabel(t *testing.T) {
	for name, s := range map[string]string{
		"without a blank": strings.Repeat("x", 3000), "of two bytes": strings.Repeat("ŵ", 800), "of what becomes longer": strings.Repeat("ﷺ", 300),
		"of what becomes shorter": strings.Repeat("𝐀", 1000), "of far more of it": strings.Repeat("𝐀", 9000),
		"of syllables": strings.Repeat("각", 400), "of one blank": "a " + strings.Repeat("x", 3000),
	} {
		got := Label(s)
		if len(got) > MaxLabel || len(norm.NFKD.String(got)) > MaxLabel+len("...") || len(got) < 30 || !strings.HasSuffix(got, "…") || !utf8.ValidString(got) {
			t.Errorf("a label %s: %d bytes, %d decomposed: %q", name, len(got), len(norm.NFKD.String(got)), got)
		}
	}
	for s, want := range map[string]string{
		strings.Repeat("word\u00a0", 300):         "word…",
		strings.Repeat("word\t", 300):             "word…",
		strings.Repeat("e\u0301", 500):            "e\u0301…",
		strings.Repeat("\u0301", 900):             "…",
		strings.Repeat("\xff", 2000):              "\uFFFD…",
		strings.Repeat("\x80", 1001) + " of what": "of…",
	} {
		if got := Label(s); len(got) > MaxLabel || !strings.HasSuffix(got, want) || !utf8.ValidString(got) {
			t.Errorf("%d bytes of %q end in %q, want %q: %d bytes", len(s), s[:10], got[max(0, len(got)-20):], want, len(got))
		}
	}
	for _, s := range []string{"", "Council", strings.Repeat("x", MaxLabel), strings.Repeat("ŵ", 300)} {
		if got := Label(s); got != s {
			t.Errorf("%d bytes are no more than are kept: %q", len(s), got)
		}
	}
}

func TestShorten(t *testing.T) {
	long := strings.Repeat("a", 300)
	a, b := Shorten(long+"x", 200, "-"), Shorten(long+"y", 200, "-")
	if a == b || len(a) != 217 || !strings.HasPrefix(a, long[:200]+"-") {
		t.Errorf("two long texts stay apart: %s, %s", a, b)
	}
	if got := Shorten(long, 300, "-"); got != long {
		t.Errorf("a short one stays: %s", got)
	}
}
