package graph

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// A text is read as the standard library reads it, whichever way it is written.
func TestDecodeText(t *testing.T) {
	check := func(t rapid.TB, raw string) {
		var want, got string
		wrong := json.Unmarshal([]byte(raw), &want)
		if err := decodeText(json.RawMessage(raw), &got); (err == nil) != (wrong == nil) || got != want {
			t.Errorf("%q: %q %v, want %q %v", raw, got, err, want, wrong)
		}
	}
	for _, raw := range []string{`null`, `""`, `"{ a }"`, `"a\nb"`, `"\u00e9"`, `"é"`, "\"\xff\"", `12`, `{}`, `["a"]`, `"\ud83d\ude00"`, `"\ud83d"`, `true`} {
		check(t, raw)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		raw, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		check(t, string(raw))
		if utf8.ValidString(s) {
			var got string
			if err := decodeText(raw, &got); err != nil || got != s {
				t.Errorf("%q came as %q, %v", s, got, err)
			}
		}
	})
	kept := "as it was"
	if err := decodeText(nil, &kept); err != nil || kept != "as it was" {
		t.Errorf("nothing: %q %v", kept, err)
	}
}

func TestIsJSON(t *testing.T) {
	for header, want := range map[string]bool{
		"application/json": true, "application/json; charset=utf-8": true, "Application/JSON;charset=UTF-8": true,
		"application/json; charset=latin1": false, "": false, "text/plain": false, "application/json;": true, "application/graphql": false,
	} {
		if got := isJSON(header); got != want {
			t.Errorf("%q: %v", header, got)
		}
	}
}
