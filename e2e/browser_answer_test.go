package e2e

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// tableButton is what shows the answer as tables.
const tableButton = `document.querySelector('.cg-bar button[aria-pressed="false"]')`

// The answer is shown as tables, with a link at each uri; what the run cost stands below it, and not in the answer.
func testTable(t *testing.T, base string) {
	s := openBrowser(t, base)
	s.open(t, "")
	s.do(t, chromedp.Click(chromedp.CSS(`.graphiql-execute-button`)))
	s.assertData(t, "the first example")
	if strings.Contains(evaluate[string](t, s, answerText), "extensions") {
		t.Error("the answer shows extensions that nobody asked for")
	}
	cost := evaluate[string](t, s, `document.querySelector('.cg-cost').textContent`)
	if !regexp.MustCompile(`^NewestDecisions cost [\d,]+ points; you have [\d,]+ of 100,000 left$`).MatchString(cost) {
		t.Errorf("the bar says of the cost: %q", cost)
	}

	evaluate[chromedp.Void](t, s, `void `+tableButton+`.click()`)
	s.until(t, "the table", `document.querySelectorAll('.cg-tables tbody tr').length > 1`)
	type link struct{ Text, Href, Target string }
	links := evaluate[[]link](t, s, `[...document.querySelectorAll('.cg-tables td a')].map(a => ({Text: a.textContent, Href: a.href, Target: a.target}))`)
	rows := evaluate[int](t, s, `document.querySelectorAll('.cg-tables tbody tr').length`)
	if len(links) != rows {
		t.Errorf("%d links in %d rows, want one for each uri", len(links), rows)
	}
	for _, l := range links {
		if want := s.base + "/doc/" + strings.TrimPrefix(l.Text, "/id/"); l.Href != want || !strings.HasPrefix(l.Text, "/id/") {
			t.Errorf("%s leads to %s, want %s", l.Text, l.Href, want)
		}
	}
	if width := evaluate[int](t, s, `document.querySelector('.graphiql-response').getBoundingClientRect().right`); width > 1280 {
		t.Errorf("a wide table pushes the answer out of the window, to %d", width)
	}
	if !evaluate[bool](t, s, `document.querySelector('.cg-bar').getBoundingClientRect().bottom <= innerHeight`) {
		t.Error("a long table pushes the bar below it out of the window")
	}
	s.picture(t, "table")

	s.do(t, chromedp.Click(chromedp.CSS(`[data-example="06-lasting-address"]`)))
	s.until(t, "the values of an answer without a list", `document.querySelector('.cg-tables')?.innerText.includes('resource.website')`)
	s.picture(t, "values")

	// In the JSON a uri is a link as well: the editor marks it.
	s.open(t, "?"+url.Values{"query": {`{ council(slug: "bromley") { uri } }`}}.Encode())
	s.do(t, chromedp.Click(chromedp.CSS(`.graphiql-execute-button`)))
	s.until(t, "a mark at a uri of the JSON", `[...document.querySelectorAll('.result-window .detected-link')].some(e => e.textContent.includes('/id/bromley'))`)
}

// The panel of code shows the query in view in each language.
func testCode(t *testing.T, base string) {
	s := openBrowser(t, base)
	s.open(t, "")
	s.do(t, chromedp.Click(chromedp.CSS(`.graphiql-sidebar button[aria-label*="Code"]`)))
	for language, mark := range map[string]string{
		"curl": "curl -G '" + s.base + "/graphql'", "JavaScript": "await fetch(", "Python": "urllib.request", "Go": "package main",
	} {
		evaluate[chromedp.Void](t, s, `void [...document.querySelectorAll('.cg-choices button')].find(b => b.textContent === `+quoted(language)+`).click()`)
		s.until(t, "the code in "+language, `document.querySelector('.cg-code').textContent.includes(`+quoted(mark)+`)`)
		code := evaluate[string](t, s, `document.querySelector('.cg-code').textContent`)
		if !strings.Contains(code, strings.TrimSpace(examples(t)[0].Query)) {
			t.Errorf("the code in %s lacks the query in view: %s", language, code)
		}
		s.picture(t, language)
	}
}

// Tab leads to every control of ours, Enter and Space work them.
func testKeyboard(t *testing.T, base string) {
	s := openBrowser(t, base)
	s.open(t, "")
	evaluate[chromedp.Void](t, s, `void document.querySelector('[data-example]').focus()`)
	s.press(t, "\t")
	inOrder := evaluate[string](t, s, `document.activeElement.dataset.example ?? ''`)
	list := evaluate[[]string](t, s, `[...document.querySelectorAll('[data-example]')].map(e => e.dataset.example)`)
	if inOrder != list[1] {
		t.Fatalf("Tab leads from the first example to %q, not to %s", inOrder, list[1])
	}
	s.press(t, "\r")
	s.until(t, "the example that Enter chose", answered)

	s.until(t, "Tab to reach the choice of a table", `(() => { `+tableButton+`.focus(); return document.activeElement === `+tableButton+` })()`)
	s.press(t, " ")
	s.until(t, "the table that Space chose", `document.querySelectorAll('.cg-tables tbody tr').length > 0`)
	if evaluate[string](t, s, `getComputedStyle(document.activeElement).outlineStyle`) == "none" {
		t.Error("the control that has the focus does not show it")
	}
}

// press presses and releases a key that writes that character.
func (s *session) press(t *testing.T, key string) {
	t.Helper()
	names := map[string]struct {
		key, code string
		number    int64
	}{"\t": {"Tab", "Tab", 9}, "\r": {"Enter", "Enter", 13}, " ": {" ", "Space", 32}}
	k := names[key]
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		event := input.DispatchKeyEventParams{Type: kind, Key: k.key, Code: k.code, WindowsVirtualKeyCode: k.number}
		if kind == input.DispatchKeyEventTypeKeyDown && key != "\t" {
			event.Text = key
		}
		if _, err := chromedp.Call(s.ctx, input.DispatchKeyEvent, event); err != nil {
			t.Fatal(err)
		}
	}
}
