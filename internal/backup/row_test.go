package backup

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var everyType = []Column{{"a", Int}, {"b", Text}, {"c", Bool}, {"d", Float}, {"e", Bytes}}

// Any row comes back as it went in, and where its texts are UTF-8 it is JSON that others can read.
func TestRow_everyValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", `\`, `"`, "\x00\x1f\x7f", "a\nb\tc\r", "\xff\xfe", "Llŷn “£5”\u2028"})).Draw(t, "text")
		row := []any{rapid.Int64().Draw(t, "int"), text, rapid.Bool().Draw(t, "bool"), rapid.Float64().Draw(t, "float"), rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")}
		for i := range row {
			if rapid.IntRange(0, 4).Draw(t, "null") == 0 {
				row[i] = nil
			}
		}
		line, err := encode(nil, everyType, row)
		if err != nil {
			t.Fatal(err)
		}
		line = line[:len(line)-1]
		got, err := decode(nil, everyType, line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if d := cmp.Diff(row, got); d != "" {
			t.Fatalf("%s (-want +got):\n%s", line, d)
		}
		var others []any
		if err := json.Unmarshal(line, &others); utf8.Valid(line) && (err != nil || row[1] != nil && others[1] != row[1]) {
			t.Fatalf("%s: read by encoding/json: %v %v", line, others, err)
		}
	})
}

// What drivers give for one value in several types is written in one way.
func TestRow_driversDiffer(t *testing.T) {
	one, err := encode(nil, everyType, []any{int64(1), "x", true, 2.0, []byte("y")})
	if err != nil {
		t.Fatal(err)
	}
	other, err := encode(nil, everyType, []any{int64(1), []byte("x"), int64(1), int64(2), "y"})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(one), string(other)); d != "" {
		t.Error(d)
	}
	if _, err := encode(nil, everyType[:1], []any{"x"}); err == nil {
		t.Error("a text in a column of numbers is written")
	}
}

// A row of another shape is refused and never read as something else.
func TestRow_damaged(t *testing.T) {
	for _, text := range []string{
		``, `[`, `[]`, `[1]`, `[1,"x",true,2.5]`, `[1,"x",true,2.5,"eQ==",1]`, `[1,"x",true,2.5,"eQ=="`, `["1","x",true,2.5,"eQ=="]`,
		`[1,x,true,2.5,"eQ=="]`, `[1,"x,true,2.5,"eQ=="]`, `[1,"x",7,2.5,"eQ=="]`, `[1,"x",true,2.5,"e"]`, `[1,"\q",true,2.5,"eQ=="]`,
		`[1,"\u00`, `[1,"\`, `[1,"\u20ac",true,2.5,"eQ=="]`, `[99999999999999999999,"x",true,2.5,"eQ=="]`, `[1 "x",true,2.5,"eQ=="]`,
	} {
		if got, err := decode(nil, everyType, []byte(text)); err == nil {
			t.Errorf("%s is read as %v", text, got)
		}
	}
}
