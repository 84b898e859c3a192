package graph_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/graph"
)

// The refusals that docs/errors.md prints are those of the server, beside the answers to queries, which
// TestDocuments asks.
func TestErrors_printed(t *testing.T) {
	page, err := os.ReadFile("../docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	a := newAPI(t)
	nested := url.QueryEscape(`{ councils { nodes { name meetings { nodes { date } } } } }`)
	for code, got := range map[string]answered{
		"BAD_REQUEST":          a.do(t, "POST", "/", `[]`, nil),
		"BODY_TOO_LARGE":       a.do(t, "POST", "/", strings.Repeat(" ", 300_042), nil),
		"ADDRESS_TOO_LONG":     a.do(t, "GET", "/?query="+strings.Repeat("x", 9018-8), "", nil),
		"NOT_FLAT":             a.do(t, "GET", "/?query="+nested, "", asCSV),
		"DOCUMENT_NOT_TRUSTED": trusting(t).get(t, `{ __typename }`, nil),
	} {
		_, section, _ := strings.Cut(string(page), "### "+code+"\n")
		_, printed, found := strings.Cut(section, "\n    {\"errors\"")
		printed, _, _ = strings.Cut(printed, "\n")
		var want, answer any
		if err := json.Unmarshal([]byte(`{"errors"`+printed), &want); err != nil || !found {
			t.Fatalf("%s: %v", code, err)
		}
		if err := json.Unmarshal([]byte(got.body), &answer); err != nil {
			t.Fatalf("%s: %v", code, err)
		}
		if d := cmp.Diff(want, answer); d != "" {
			t.Errorf("%s: printed (-) and answered (+):\n%s", code, d)
		}
	}
}

// trusting is a server that answers nothing but its own documents.
func trusting(t *testing.T) *api {
	t.Helper()
	file := filepath.Join(t.TempDir(), "count.graphql")
	if err := os.WriteFile(file, []byte(`{ councils { totalCount } }`), 0o600); err != nil {
		t.Fatal(err)
	}
	documents, err := graph.ReadDocuments(file)
	if err != nil {
		t.Fatal(err)
	}
	documents.Only = true
	return newAPI(t, func(c *graph.Config) { c.Documents = documents })
}

// A request that fails in the server is named in the answer, in its header and in the log, and only the log
// has the cause.
func TestErrors_requestID(t *testing.T) {
	var log bytes.Buffer
	a := newAPI(t, func(c *graph.Config) { c.Log = slog.New(slog.NewJSONHandler(&log, nil)) })
	if _, err := a.db.DB.Exec("ALTER TABLE councils RENAME TO gone"); err != nil {
		t.Fatal(err)
	}
	got := a.get(t, `{ councils { nodes { name } } }`, nil)
	id := got.Header.Get("X-Request-Id")
	if got.StatusCode != http.StatusOK || id == "" || !strings.Contains(got.body, `"code":"INTERNAL","requestId":"`+id+`"`) || strings.Contains(got.body, "SELECT") {
		t.Errorf("%d %v %s", got.StatusCode, got.Header, got.body)
	}
	a.Close() // the request has ended, and with it what it writes
	if line := log.String(); !strings.Contains(line, `"request":"`+id+`"`) || !strings.Contains(line, "councils") {
		t.Errorf("the log says %s", line)
	}
}
