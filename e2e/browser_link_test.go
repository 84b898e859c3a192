package e2e

import (
	"net/url"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

func testDeepLink(t *testing.T, base string) {
	const query = "query First { __typename }\n\nquery Second($n: Int = 1) { __typename }\n"
	const variables = `{"n": 2}`
	link := url.Values{"query": {query}, "variables": {variables}, "operationName": {"Second"}}.Encode()

	for name, after := range map[string]string{"search": "?" + link, "hash": "#" + link} {
		t.Run(name, func(t *testing.T) {
			s := openBrowser(t, base)
			s.open(t, after)
			s.assertFilled(t, query, variables)
			titles := evaluate[[]string](t, s, tabTitles)
			if diff := cmp.Diff([]string{"Second"}, titles); diff != "" {
				t.Errorf("tabs (-want +got):\n%s", diff)
			}
			s.until(t, "the schema", schemaAsked)
			time.Sleep(time.Second) // time in which a query that runs by itself would be sent
			if sent := s.requests(); sent != 1 {
				t.Errorf("%d requests, want only the one for the schema: a link must not run", sent)
			}
			if answer := evaluate[string](t, s, answerText); answer != "" {
				t.Errorf("there is an answer though nothing was run: %s", answer)
			}
		})
	}

	t.Run("second visit", func(t *testing.T) {
		s := openBrowser(t, base)
		s.open(t, "")
		s.until(t, "the tabs to be kept", `Object.keys(localStorage).some(key => key.endsWith('tabState'))`)
		s.open(t, "?"+link)
		s.assertFilled(t, query, variables)
		titles := evaluate[[]string](t, s, tabTitles)
		if len(titles) != 4 {
			t.Errorf("want the three tabs of the first visit and the link's, got %v", titles)
		}
		s.do(t, chromedp.Click(chromedp.CSS(`#graphiql-session-tab-0`)))
		if first := evaluate[string](t, s, queryText); first != examples(t)[0].Query {
			t.Errorf("the link changed the first tab: %s", first)
		}
	})

	t.Run("followed in place", func(t *testing.T) {
		s := openBrowser(t, base)
		s.open(t, "")
		s.until(t, "the schema", schemaAsked)
		sent := s.requests()
		evaluate[chromedp.Void](t, s, `void (location.hash = `+quoted(link)+`)`)
		s.until(t, "the link's query", queryText+` === `+quoted(query))
		s.assertFilled(t, query, variables)
		if s.requests() != sent {
			t.Error("the link ran")
		}
	})
}

func (s *session) assertFilled(t *testing.T, query, variables string) {
	t.Helper()
	gotQuery, gotVariables := evaluate[string](t, s, queryText), evaluate[string](t, s, variablesText)
	if gotQuery != query || gotVariables != variables {
		t.Errorf("the link filled in query %q and variables %q", gotQuery, gotVariables)
	}
}

func testShareLink(t *testing.T, base string) {
	s := openBrowser(t, base)
	s.open(t, "")
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		allow := browser.SetPermissionParams{
			Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted, Origin: s.base,
		}
		if _, err := chromedp.CallBrowser(s.ctx, browser.SetPermission, allow); err != nil {
			t.Fatal(err)
		}
	}
	s.do(t, chromedp.Click(chromedp.CSS(`button[aria-label="Copy a link to this query"]`)))
	s.until(t, "word that it was copied", `document.querySelector('.cg-said').textContent !== ''`)
	link := evaluate[string](t, s, `navigator.clipboard.readText()`)
	address, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := address.Query().Get("query"), examples(t)[0].Query; got != want {
		t.Errorf("the link %s holds the query %q, not %q", link, got, want)
	}
}
