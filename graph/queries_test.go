package graph_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var updateQueries = flag.Bool("update-queries", false, "write the answers into docs/queries.md; read them before you commit them")

// Each question of docs/queries.md is answered as it says there.
func TestQueries(t *testing.T) {
	const file, least = "../docs/queries.md", 25
	a := newAPI(t)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if *updateQueries {
		if err := os.WriteFile(file, []byte(withAnswers(t, a, string(text))), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	all, names := examples(t, string(text)), map[string]bool{}
	if len(all) < least {
		t.Errorf("%d questions, want %d or more", len(all), least)
	}
	for _, e := range all {
		name, _, _ := strings.Cut(strings.TrimPrefix(e.query, "query "), " ")
		if names[name] {
			t.Errorf("two queries have the name %s", name)
		}
		names[name] = true
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(e.want, answer(t, a.post(t, e.query, nil))); diff != "" {
				t.Errorf("printed (-) and answered (+):\n%s", diff)
			}
			if _, ok := e.want["errors"]; ok {
				t.Error("the query fails")
			}
		})
	}
}

// withAnswers is the page with the answers that the server gives.
func withAnswers(t *testing.T, a *api, text string) string {
	t.Helper()
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, "```graphql\n")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		query, after, _ := strings.Cut(rest, "```\n")
		if old, ok := strings.CutPrefix(after, "```json\n"); ok {
			_, after, _ = strings.Cut(old, "```\n")
		}
		res, err := http.Get(a.URL + "?query=" + url.QueryEscape(query))
		if err != nil {
			t.Fatal(err)
		}
		var body bytes.Buffer
		_, err = body.ReadFrom(res.Body)
		_ = res.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString("```graphql\n" + query + "```\n```json\n")
		writeJSON(t, &out, body.Bytes(), "")
		out.WriteString("\n```\n")
		text = after
	}
}

// widest is how long a line of an answer may be that holds a whole object or list.
const widest = 120

// writeJSON writes JSON in the order in which it came, what is short on one line.
func writeJSON(t *testing.T, out *strings.Builder, value json.RawMessage, indent string) {
	t.Helper()
	value = bytes.TrimSpace(value)
	if value[0] != '{' && value[0] != '[' || len(indent)+len(value) < widest {
		out.WriteString(spaced(value))
		return
	}
	dec := json.NewDecoder(bytes.NewReader(value))
	open, err := dec.Token()
	if err != nil {
		t.Fatal(err)
	}
	out.WriteString(string(rune(open.(json.Delim))))
	inner := indent + "  "
	for first := true; dec.More(); first = false {
		if !first {
			out.WriteString(",")
		}
		out.WriteString("\n" + inner)
		if value[0] == '{' {
			name, err := dec.Token()
			if err != nil {
				t.Fatal(err)
			}
			out.WriteString(`"` + name.(string) + `": `)
		}
		var part json.RawMessage
		if err := dec.Decode(&part); err != nil {
			t.Fatal(err)
		}
		writeJSON(t, out, part, inner)
	}
	out.WriteString("\n" + indent + map[byte]string{'{': "}", '[': "]"}[value[0]])
}

// spaced puts a space behind each colon and comma, and within braces, outside of texts.
func spaced(value []byte) string {
	var out strings.Builder
	inText := false
	for i, c := range value {
		if c == '"' && (i == 0 || value[i-1] != '\\') {
			inText = !inText
		}
		switch {
		case inText:
			out.WriteByte(c)
		case c == ':' || c == ',':
			out.WriteByte(c)
			out.WriteByte(' ')
		case c == '{' && value[i+1] != '}':
			out.WriteString("{ ")
		case c == '}' && value[i-1] != '{':
			out.WriteString(" }")
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}
