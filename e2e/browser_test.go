package e2e

import (
	"testing"

	"councilgraph/explorer"

	"github.com/chromedp/chromedp"
)

// The explorer works in a real browser, served by the real program: nothing on its console, no violation of its policy, no request to
// another host. Each part has a window with a fresh profile.
func TestBrowser(t *testing.T) {
	base := startServer(t)
	t.Run("first visit", func(t *testing.T) { testFirstVisit(t, base) })
	t.Run("every example", func(t *testing.T) { testEveryExample(t, base) })
	t.Run("panels", func(t *testing.T) { testPanels(t, base) })
	t.Run("marks mistakes", func(t *testing.T) { testMarksMistakes(t, base) })
	t.Run("prettify", func(t *testing.T) { testPrettify(t, base) })
	t.Run("deep link", func(t *testing.T) { testDeepLink(t, base) })
	t.Run("share link", func(t *testing.T) { testShareLink(t, base) })
	t.Run("table", func(t *testing.T) { testTable(t, base) })
	t.Run("code", func(t *testing.T) { testCode(t, base) })
	t.Run("keyboard", func(t *testing.T) { testKeyboard(t, base) })
	t.Run("CSV", func(t *testing.T) { testSavesCSV(t, base) })
}

// JavaScript that reads the explorer's state: the texts of its three editors, and the titles of its tabs.
const (
	queryText     = `globalThis.__MONACO?.editor.getModels().find(m => m.uri.path.endsWith('operation.graphql'))?.getValue() ?? ''`
	variablesText = `globalThis.__MONACO?.editor.getModels().find(m => m.uri.path.endsWith('variables.json'))?.getValue() ?? ''`
	answerText    = `globalThis.__MONACO?.editor.getModels().find(m => m.uri.path.endsWith('response.json'))?.getValue() ?? ''`
	tabTitles     = `[...document.querySelectorAll('.graphiql-tab-button')].map(tab => tab.textContent)`
	activeTab     = `document.querySelector('.graphiql-tab-active .graphiql-tab-button')?.textContent ?? ''`
	editorReady   = `document.querySelectorAll('.graphiql-query-editor .view-line').length > 0`
	answered      = `(() => { try { return 'data' in JSON.parse(` + answerText + `) } catch { return false } })()`
	filled        = `Object.values(JSON.parse(` + answerText + `).data).every(part => part !== null && part.nodes?.length !== 0)`
	mistakes      = `globalThis.__MONACO.editor.getModelMarkers({}).filter(m => m.resource.path.endsWith('operation.graphql')).map(m => m.message)`
)

func examples(t *testing.T) []explorer.Example {
	t.Helper()
	list, err := explorer.Examples()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// open goes to the explorer, with an address after it such as ?query=..., and waits for the editor.
func (s *session) open(t *testing.T, after string) {
	t.Helper()
	s.do(t, chromedp.Navigate(s.base+explorer.Path+after))
	s.until(t, "the editor", editorReady)
}

// assertData fails the test unless the answer in view has data in every part, and no errors.
func (s *session) assertData(t *testing.T, of string) {
	t.Helper()
	s.until(t, "an answer to "+of, answered)
	answer := evaluate[struct{ Errors, Data any }](t, s, "JSON.parse("+answerText+")")
	if answer.Errors != nil {
		t.Errorf("%s: the answer has errors: %v", of, answer.Errors)
	}
	if answer.Data == nil {
		t.Errorf("%s: the answer has no data", of)
	} else if !evaluate[bool](t, s, filled) {
		t.Errorf("%s: part of the answer is empty: %v", of, answer.Data)
	}
}
