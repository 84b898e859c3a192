package e2e

import (
	"slices"
	"testing"
	"time"

	"councilgraph/explorer"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

func testFirstVisit(t *testing.T, base string) {
	s := openBrowser(t, base)
	list := examples(t)
	s.open(t, "")

	titles := evaluate[[]string](t, s, tabTitles)
	want := []string{list[0].OperationName, list[1].OperationName, list[2].OperationName}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Errorf("tabs (-want +got):\n%s", diff)
	}
	panel := evaluate[[]string](t, s, `[...document.querySelectorAll('.cg-examples [data-example]')].map(e => e.dataset.example)`)
	if len(panel) != len(list) {
		t.Errorf("the panel shows %d examples, not %d: %v", len(panel), len(list), panel)
	}
	headings := evaluate[[]string](t, s, `[...document.querySelectorAll('.cg-examples section h3')].map(e => e.textContent)`)
	if diff := cmp.Diff(groups(list), headings); diff != "" {
		t.Errorf("groups of examples (-want +got):\n%s", diff)
	}
	s.until(t, "the schema", schemaAsked)
	if sent := s.requests(); sent != 1 {
		t.Errorf("%d requests before anybody ran anything, want the one for the schema", sent)
	}

	s.do(t, chromedp.Click(chromedp.CSS(`.graphiql-execute-button`)))
	s.assertData(t, list[0].Name)
	s.until(t, "the answer on the screen", `document.querySelector('.graphiql-response .view-lines').innerText.includes('data')`)
	time.Sleep(500 * time.Millisecond) // for the picture: the editor colours its text a moment later
	s.picture(t, "light")
	dark := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}}
	if _, err := chromedp.Call(s.ctx, emulation.SetEmulatedMedia, dark); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond)
	s.picture(t, "dark")
}

// groups are the headings of examples, in the order of their first example.
func groups(list []explorer.Example) []string {
	var headings []string
	for _, example := range list {
		if !slices.Contains(headings, example.Group) {
			headings = append(headings, example.Group)
		}
	}
	return headings
}

func testEveryExample(t *testing.T, base string) {
	s := openBrowser(t, base)
	s.open(t, "")
	for _, example := range examples(t) {
		t.Run(example.Name, func(t *testing.T) {
			s.do(t, chromedp.Click(chromedp.CSS(`[data-example="`+example.Name+`"]`)))
			s.until(t, "its tab", activeTab+` === `+quoted(example.OperationName))
			s.assertData(t, example.Name)
			query := evaluate[string](t, s, queryText)
			if diff := cmp.Diff(example.Query, query); diff != "" {
				t.Errorf("the editor holds another query (-example +editor):\n%s", diff)
			}
			faults := evaluate[[]string](t, s, mistakes)
			if len(faults) > 0 {
				t.Errorf("the editor finds mistakes in it: %v", faults)
			}
			s.picture(t, "answer")
		})
	}
	titles := evaluate[[]string](t, s, tabTitles)
	if len(titles) != len(examples(t)) {
		t.Errorf("%d tabs after each example was chosen once, want one for each: %v", len(titles), titles)
	}
}
