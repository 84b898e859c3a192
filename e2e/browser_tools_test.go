package e2e

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// Each panel of the side bar opens and shows what it is for.
func testPanels(t *testing.T, base string) {
	s := openBrowser(t, base)
	s.open(t, "")
	s.do(t, chromedp.Click(chromedp.CSS(`.graphiql-execute-button`)))
	s.assertData(t, "the first example")
	for _, panel := range []struct{ name, shows string }{
		{"Documentation Explorer", "resolutions"}, // GraphiQL names the root types; the click below follows Query
		{"History", examples(t)[0].OperationName},
		{"GraphiQL Explorer", "agendaItems"},
		{"Code", "--data-urlencode"},
		{"Limits", "At most 20,000 points"},
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

// The editor's three workers run: the schema is known, and a mistake is marked.
func testMarksMistakes(t *testing.T, base string) {
	s := openBrowser(t, base)
	s.open(t, "?query="+url.QueryEscape("query Mistake { thereIsNoSuchField }"))
	s.until(t, "a mark under the mistake", mistakes+`.some(m => m.includes('thereIsNoSuchField'))`)
}

func testPrettify(t *testing.T, base string) {
	s := openBrowser(t, base)
	link := url.Values{"query": {"# why\nquery A($n:Int){__typename}"}, "variables": {`{"n":1,"list":[true,null]}`}}
	s.open(t, "?"+link.Encode())
	s.do(t, chromedp.Click(chromedp.CSS(`button[aria-label^="Prettify"]`)))
	const query = "# why\nquery A($n: Int) {\n  __typename\n}"
	s.until(t, "the query to be laid out", `(`+queryText+`).trim() === `+quoted(query))
	const variables = "{\n  \"n\": 1,\n  \"list\": [\n    true,\n    null\n  ]\n}"
	s.until(t, "the variables to be laid out", variablesText+` === `+quoted(variables))
}

func testSavesCSV(t *testing.T, base string) {
	s := openBrowser(t, base)
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
