package corrections

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const merge = `{"action":"merge","person":"/id/bromley/person/a","into":"/id/bromley/person/b","reason":"x"}`

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		about, text, want string // what the error says, "" for none
	}{
		{"no lines", "", ""},
		{"a blank line", merge + "\n\n" + merge, ""},
		{"no JSON", merge + "\nmerge a b\n", "c.jsonl line 2: it is no JSON object"},
		{"an unknown field", `{"action":"merge","form":"x"}`, `unknown field "form"`},
		{"an unknown action", `{"action":"join","reason":"x"}`, `action "join": it is merge, split, resolve, redact`},
		{"no address", strings.Replace(merge, "/id/bromley/person/a", "Sue Marlow", 1), `person "Sue Marlow": write it as /id/bromley/person/sue-marlow`},
		{"another council", strings.Replace(merge, "bromley", "lewisham", 1), "of another council"},
		{"no reason", strings.Replace(merge, `"x"`, `" "`, 1), "reason is missing"},
		{"itself", strings.Replace(merge, "person/a", "person/b", 1), "the same address"},
		{"nobody named", `{"action":"resolve","into":"/id/bromley/person/b","reason":"x"}`, "name and role are missing"},
		{"a day", `{"action":"resolve","name":"A","into":"/id/bromley/person/b","from":"1 May","reason":"x"}`, `from "1 May": write it as 2017-01-11`},
		{"words in plain sight", `{"action":"redact","council":"bromley","words":["Sue Marlow"],"reason":"x"}`, "as councilgraph redact writes it"},
	} {
		t.Run(tt.about, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "c.jsonl")
			if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := Read(path)
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestAppend(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.jsonl")
	if lines, err := Read(path); err != nil || lines != nil {
		t.Fatalf("no file: %v %v", lines, err)
	}
	if err := os.WriteFile(path, []byte(merge), 0o600); err != nil { // without a line's end
		t.Fatal(err)
	}
	line := Line{Action: Resolve, Name: "Cllr O'Hara <b>", Into: "/id/bromley/person/b", Reason: "known"}
	if err := Append(path, line); err != nil {
		t.Fatal(err)
	}
	if err := Append(path, Line{Action: Merge}); err == nil {
		t.Error("a broken line was written")
	}
	got, err := Read(path)
	want := []Line{{Action: Merge, Person: "/id/bromley/person/a", Into: "/id/bromley/person/b", Reason: "x"}, line}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("%v\n%s", err, d)
	}
}

func TestLinking_unknownCouncil(t *testing.T) {
	lines := []Line{{Action: Merge, Person: "/id/nowhere/person/a", Into: "/id/nowhere/person/b", Reason: "x"}}
	_, err := Linking(lines, func(string) (string, bool) { return "", false })
	if err == nil || !strings.Contains(err.Error(), `"nowhere", which is no council's slug`) {
		t.Errorf("got %v", err)
	}
}
