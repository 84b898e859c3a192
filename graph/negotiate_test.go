package graph

import "testing"

// The form that is wanted most is given: weights first, then names over wildcards, then the client's order.
func TestAccept(t *testing.T) {
	for _, c := range []struct {
		accept string
		want   form // "" where nothing is taken
	}{
		{"", formJSON},
		{"*/*", formJSON},
		{"application/*", formJSON},
		{"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", formJSON},
		{"application/json", formJSON},
		{"Application/JSON; charset=utf-8", formJSON},
		{"application/graphql-response+json", formResponse},
		{"application/graphql-response+json, application/json;q=0.9", formResponse},
		{"application/json;q=0.5, application/graphql-response+json;q=0.9", formResponse},
		{"application/json, application/graphql-response+json", formJSON},
		{"application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed", formResponse},
		{"application/graphql-response+json;q=0, */*", formJSON},
		{"application/json;q=0, */*;q=0.1", formResponse},
		{"application/json;q=2, text/csv;q=0.1", formCSV},
		{"text/csv", formCSV},
		{"text/*", formCSV},
		{"application/x-ndjson", formNDJSON},
		{"text/event-stream", formEvents},
		{"text/html", ""},
		{"application/json;q=0", ""},
		{"image/*, text/html;q=0.3", ""},
		{"nonsense", formJSON}, // as though nothing were said
	} {
		got, ok := readAccept([]string{c.accept}).choose()
		if !ok {
			got = ""
		}
		if got != c.want {
			t.Errorf("%q gives %q, want %q", c.accept, got, c.want)
		}
	}
}

// A header in two lines is one list.
func TestAccept_lines(t *testing.T) {
	if got, _ := readAccept([]string{"text/html", "text/csv;q=0.2"}).choose(); got != formCSV {
		t.Errorf("%q, want %q", got, formCSV)
	}
}
