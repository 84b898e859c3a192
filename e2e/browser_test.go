package e2e

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"councilgraph/explorer"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

// JavaScript that reads the explorer's state: the texts of its three editors, and the titles of its tabs.
const (
	queryText     = `globalThis.__MONACO?.editor.getModels().find(m => m.uri.path.endsWith('operation.graphql'))?.getValue() ?? ''`
	variablesText = `globalThis.__MONACO?.editor.getModels().find(m => m.uri.path.endsWith('variables.json'))?.getValue() ?? ''`
	answerText    = `globalThis.__MONACO?.editor.getModels().find(m => m.uri.path.endsWith('response.json'))?.getValue() ?? ''`
	tabTitles     = `[...document.querySelectorAll('.graphiql-tab-button')].map(tab => tab.textContent)`
	activeTab     = `document.querySelector('.graphiql-tab-active .graphiql-tab-button')?.textContent ?? ''`
	editorReady   = `document.querySelectorAll('.graphiql-query-editor .view-line').length > 0`
	answered      = `(() => { try { return 'data' in JSON.parse(` + answerText + `) } catch { return false } })()`
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

// assertData fails the test unless the answer in view has data and no errors.
func (s *session) assertData(t *testing.T, of string) {
	t.Helper()
	s.until(t, "an answer to "+of, answered)
	answer := evaluate[struct{ Errors, Data any }](t, s, "JSON.parse("+answerText+")")
	if answer.Errors != nil {
		t.Errorf("%s: the answer has errors: %v", of, answer.Errors)
	}
	if answer.Data == nil {
		t.Errorf("%s: the answer has no data", of)
	}
}

func TestBrowserFirstVisit(t *testing.T) {
	s := openBrowser(t, startServer(t))
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
	s.until(t, "the schema", `performance.getEntriesByType('resource').some(e => e.name.endsWith('/graphql'))`)
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

func TestBrowserEveryExample(t *testing.T) {
	s := openBrowser(t, startServer(t))
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

// The editor's three workers run: the schema is known, and a mistake is marked.
func TestBrowserMarksMistakes(t *testing.T) {
	s := openBrowser(t, startServer(t))
	s.open(t, "?query="+url.QueryEscape("query Mistake { thereIsNoSuchField }"))
	s.until(t, "a mark under the mistake", mistakes+`.some(m => m.includes('thereIsNoSuchField'))`)
}

func TestBrowserPrettify(t *testing.T) {
	s := openBrowser(t, startServer(t))
	link := url.Values{"query": {"# why\nquery A($n:Int){__typename}"}, "variables": {`{"n":1,"list":[true,null]}`}}
	s.open(t, "?"+link.Encode())
	s.do(t, chromedp.Click(chromedp.CSS(`button[aria-label^="Prettify"]`)))
	const query = "# why\nquery A($n: Int) {\n  __typename\n}"
	s.until(t, "the query to be laid out", `(`+queryText+`).trim() === `+quoted(query))
	const variables = "{\n  \"n\": 1,\n  \"list\": [\n    true,\n    null\n  ]\n}"
	s.until(t, "the variables to be laid out", variablesText+` === `+quoted(variables))
}

// Each panel of the side bar opens and shows what it is for.
func TestBrowserPanels(t *testing.T) {
	s := openBrowser(t, startServer(t))
	s.open(t, "")
	s.do(t, chromedp.Click(chromedp.CSS(`.graphiql-execute-button`)))
	s.assertData(t, "the first example")
	for _, panel := range []struct{ name, shows string }{
		{"Documentation Explorer", "resolutions"}, // GraphiQL names the root types; the click below follows Query
		{"History", examples(t)[0].OperationName},
		{"GraphiQL Explorer", "agendaItems"},
		{"Examples", examples(t)[0].Title},
	} {
		s.do(t, chromedp.Click(chromedp.CSS(`.graphiql-sidebar button[aria-label*="`+panel.name+`"]`)))
		if strings.HasPrefix(panel.name, "Doc") {
			s.do(t, chromedp.Click(chromedp.CSS(`.graphiql-plugin .graphiql-doc-explorer-root-type + a, .graphiql-plugin a.graphiql-doc-explorer-type-name`)))
		}
		s.until(t, "the panel "+panel.name, `document.querySelector('.graphiql-plugin').innerText.includes(`+quoted(panel.shows)+`)`)
		s.picture(t, strings.ReplaceAll(panel.name, " ", "-"))
	}
}

func TestBrowserDeepLink(t *testing.T) {
	const query = "query First { __typename }\n\nquery Second($n: Int = 1) { __typename }\n"
	const variables = `{"n": 2}`
	link := url.Values{"query": {query}, "variables": {variables}, "operationName": {"Second"}}.Encode()

	for name, after := range map[string]string{"search": "?" + link, "hash": "#" + link} {
		t.Run(name, func(t *testing.T) {
			s := openBrowser(t, startServer(t))
			s.open(t, after)
			s.assertFilled(t, query, variables)
			titles := evaluate[[]string](t, s, tabTitles)
			if diff := cmp.Diff([]string{"Second"}, titles); diff != "" {
				t.Errorf("tabs (-want +got):\n%s", diff)
			}
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
		s := openBrowser(t, startServer(t))
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
		s := openBrowser(t, startServer(t))
		s.open(t, "")
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

func TestBrowserShareLink(t *testing.T) {
	s := openBrowser(t, startServer(t))
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

func TestBrowserSavesCSV(t *testing.T) {
	s := openBrowser(t, startServer(t))
	s.open(t, "")
	folder := t.TempDir()
	into := browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder}
	if _, err := chromedp.CallBrowser(s.ctx, browser.SetDownloadBehavior, into); err != nil {
		t.Fatal(err)
	}
	s.do(t, chromedp.Click(chromedp.CSS(`.graphiql-execute-button`)))
	s.assertData(t, "the first example")
	s.do(t,
		chromedp.Click(chromedp.CSS(`button[aria-label="Save the answer as CSV"]`)),
		chromedp.Query(chromedp.CSS(`[role="menuitem"]`), chromedp.NodeVisible),
	)
	s.picture(t, "menu")
	s.do(t, chromedp.Click(chromedp.CSS(`[role="menuitem"]`)))
	file := filepath.Join(folder, "councilgraph-resolutions-nodes.csv")
	deadline := time.Now().Add(browserWait)
	var content []byte
	for {
		var err error
		if content, err = os.ReadFile(file); err == nil && len(content) > 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("no CSV was saved: %v", err)
		}
		time.Sleep(50 * time.Millisecond)
	}
	head, _, _ := strings.Cut(string(content), "\r\n")
	for _, column := range []string{"\uFEFFresolutions.totalCount", "resolutions.nodes.text", "resolutions.nodes.council.name"} {
		if !strings.Contains(head, column) {
			t.Errorf("the CSV has no column %q: %s", column, head)
		}
	}
}
