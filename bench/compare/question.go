package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
)

// question is one thing that every system is asked, each in its own words.
type question struct {
	number string // Q1 ...
	name   string // the name of the operation
	about  string
	asks   func(value) map[string]any // the variables, in the program's own names
}

// value is one set of what the questions ask about. Ids are those of one database.
type value struct{ item, person, council, named, word string }

func questions() []question {
	return []question{
		{"Q1", "Item", "one agenda item by id, with its resolutions, meeting, committee and council", func(v value) map[string]any { return map[string]any{"id": v.item} }},
		{"Q2", "Newest", "the 50 newest resolutions, with mover, item, meeting, committee and council", none},
		{"Q3", "Attended", "50 attendances of a person, with the meetings, 20 items of each, and their resolutions", func(v value) map[string]any { return map[string]any{"id": v.person} }},
		{"Q4", "Matching", "the newest 20 resolutions with a word of the council with a name, and how many there are", named},
		{"Q5", "Monthly", "resolutions by council and month, the 100 largest groups", none},
		{"Q6", "Introspection", "the whole schema, as tools ask for it", none},
		{"Q7", "Within", "as Q4, but with the council told by its id", func(v value) map[string]any { return map[string]any{"council": v.council, "word": v.word} }},
	}
}

func named(v value) map[string]any { return map[string]any{"council": v.named, "word": v.word} }

func none(value) map[string]any { return nil }

// wanted are the questions of these numbers, all where there are none.
func wanted(numbers []string) ([]question, error) {
	if len(numbers) == 0 {
		return questions(), nil
	}
	var out []question
	for _, n := range numbers {
		found := false
		for _, q := range questions() {
			if strings.EqualFold(q.number, n) {
				out, found = append(out, q), true
			}
		}
		if !found {
			return nil, fmt.Errorf("--questions %s: the questions are Q1 to Q7", n)
		}
	}
	return out, nil
}

//go:embed questions
var texts embed.FS

// body is a question in the words of a system, "" for one that has no answer to it. The words are in a folder of
// the system's; variables can be asked for in another form.
func body(s system, q question, v value) (string, error) {
	text, err := texts.ReadFile("questions/" + s.folder + "/" + strings.ToLower(q.name) + ".graphql")
	if err != nil {
		return "", nil //nolint:nilerr // a system without such a file has no answer to the question
	}
	variables := q.asks(v)
	for name, given := range variables {
		variables[name] = s.form(name, given.(string))
	}
	if s.new {
		text = append(text, unasked...)
	}
	b, err := json.Marshal(map[string]any{"query": string(text), "operationName": q.name, "variables": variables})
	return string(b), err
}

// asText hands the values on as they are.
func asText(_, value string) any { return value }
