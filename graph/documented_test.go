package graph_test

import (
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
)

// The questions that docs/http.md sends with curl are answered in the form that they ask for.
func TestHTTP_documented(t *testing.T) {
	page, err := os.ReadFile("../docs/http.md")
	if err != nil {
		t.Fatal(err)
	}
	a := newAPI(t)
	accepted, asked := regexp.MustCompile(`Accept: ([a-z/-]+)`), regexp.MustCompile(`(?s)'query=(.*?)'`)
	seen := 0
	for part := range strings.SplitSeq(string(page), "    curl ") {
		part, _, _ = strings.Cut(part, "\n\n")
		query := asked.FindStringSubmatch(part)
		if query == nil {
			continue
		}
		seen++
		form := "application/json"
		if said := accepted.FindStringSubmatch(part); said != nil {
			form = said[1]
		}
		if form == "text/event-stream" {
			a.subscribe(t, query[1]).begun(t)
			continue
		}
		got := a.get(t, query[1], map[string]string{"Accept": form})
		if got.StatusCode != http.StatusOK || !strings.HasPrefix(got.Header.Get("Content-Type"), form) || strings.Contains(got.body, `"errors"`) {
			t.Errorf("%s: %d %s", query[1], got.StatusCode, got.body)
		}
		if form == "text/csv" {
			header, _, _ := strings.Cut(got.body, "\r\n")
			if !strings.Contains(string(page), "gives the columns `"+header+"`") {
				t.Errorf("%s gives the columns %s", query[1], header)
			}
		}
	}
	if seen < 3 {
		t.Errorf("%d questions, want three or more", seen)
	}
}
