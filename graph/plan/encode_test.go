package plan

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"pgregory.net/rapid"
)

// Values stand in the answer as gqlgen writes them, to the byte.
func TestEncode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[\x00-\x7f]*`), rapid.StringMatching(`["\\/<>&'  é‘😀]*`)).Draw(t, "text")
		if got, want := string(appendText(nil, []byte(text))), marshalled(graphql.MarshalString(text)); got != want {
			t.Errorf("text %q: %s, want %s", text, got, want)
		}
		if got, want := string(appendQuoted(nil, []byte(text))), strconv.Quote(text); got != want {
			t.Errorf("quoted %q: %s, want %s", text, got, want)
		}
		number := rapid.Float64().Draw(t, "number")
		if got, want := string(appendFloat(nil, number)), marshalled(graphql.MarshalFloat(number)); got != want {
			t.Errorf("number %v: %s, want %s", number, got, want)
		}
		id := rapid.Int().Draw(t, "id")
		if got, want := string(appendNumber(nil, int64(id), asInt)), marshalled(graphql.MarshalInt(id)); got != want {
			t.Errorf("int %d: %s, want %s", id, got, want)
		}
	})
	if got := string(appendFloat(nil, 1e21)); got != "1e+21" || math.IsNaN(1e21) {
		t.Errorf("1e21 is %s", got)
	}
}

func marshalled(m graphql.Marshaler) string {
	var b bytes.Buffer
	m.MarshalGQL(&b)
	return b.String()
}

// What a resolver gives is written by its type, and nothing stands for null.
func TestAppendValue(t *testing.T) {
	text, number, none := "a", 7, (*string)(nil)
	for _, c := range []struct {
		value any
		as    encoding
		want  string
	}{
		{"a", asText, `"a"`}, {&text, asQuoted, `"a"`}, {none, asText, ""}, {nil, asText, ""},
		{7, asID, `"7"`}, {7, asInt, "7"}, {&number, asInt, "7"}, {1.5, asFloat, "1.5"}, {true, asBool, "true"},
	} {
		got, ok, err := appendValue(nil, c.value, c.as)
		if err != nil || ok != (c.want != "") || string(got) != c.want {
			t.Errorf("%v: %s %t %v, want %s", c.value, got, ok, err, c.want)
		}
	}
	if _, _, err := appendValue(nil, struct{}{}, asText); err == nil || !strings.Contains(err.Error(), "struct") {
		t.Errorf("a struct: %v", err)
	}
}
