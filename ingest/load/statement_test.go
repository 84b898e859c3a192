package load

import (
	"encoding/json"
	"testing"
)

// A statement is written as encoding/json writes it, whatever its texts hold: what is stored was written by either.
func TestEncode(t *testing.T) {
	for _, says := range []map[string]any{
		{},
		{"title": "Minutes", "position": 3, "id": int64(1) << 60, "cut": false, "low": 1250.5},
		{"b": `a "quoted" word`, "a": `back\slash`, "c": "line\nand\ttab", "d": "£2,500 – naïve", "e": "<b> & </b>", "f": "\x7f\u2028", "g": "\xff", "h": ""},
		{"count": []int{1, 2}, "none": nil},
	} {
		want, err := json.Marshal(says)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := encode(says); err != nil || got != string(want) {
			t.Errorf("%s, %v; want %s", got, err, want)
		}
	}
	if got, err := encode(map[string]any{"a": func() {}}); err == nil {
		t.Errorf("a function was written as %s", got)
	}
}
