package main

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

var small = strings.ReplaceAll(`
"Where it begins." type Query {
  "All meetings."
  meetings("Go on." after: String, "How many." first: Int, "Stop." before: String, "From the end." last: Int, "Only these." where: MeetingWhereInput, "A | B." odd: Int = 3): MeetingConnection!
  "Old." was: Kind @deprecated(reason: "ask for meetings")
}
"A page." type MeetingConnection { "Them." nodes: [Meeting!]! "How many." totalCount: Int! }
"A meeting." type Meeting implements Node { "Its id." id: ID! '''What
  kind it is.''' kind: [Kind!]! }
"Anything." interface Node { "Its id." id: ID! }
"Kinds." enum Kind { "The first." FIRST }
"Conditions." input MeetingWhereInput { "Not." not: MeetingWhereInput "day is exactly this." day: String "day is one of these." dayIn: [String!] "day is known." dayNotNil: Boolean "It has a name." named: Boolean }
`, "'''", `"""`)

// Each thing of the schema stands on the page once, with its description, and the usual is not repeated.
func TestPage(t *testing.T) {
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: small})
	if err != nil {
		t.Fatal(err)
	}
	got := page(schema)
	for _, want := range []string{
		"- `after`: Go on.\n",
		"| `meetings`(*paging*, `where`: [MeetingWhereInput](#meetingwhereinput), `odd`: `Int` = `3`) | `MeetingConnection!` | All meetings.<br>`odd`: A \\| B. |\n",
		"| `was` | [Kind](#kind) | Old. **Deprecated**: ask for meetings |\n",
		"- **Things**: [Meeting](#meeting)\n",
		"### Meeting\nA meeting.\n",
		"| `kind` | \\[[Kind](#kind)!\\]! | What kind it is. |\n",
		"| `FIRST` | The first. |\n",
		"| `not` | [MeetingWhereInput](#meetingwhereinput) | Not. |\n| `day` | `String` | is exactly this; `In` `NotNil` |\n| `named` | `Boolean` | It has a name. |\n",
	} {
		if strings.Count(got, want) != 1 {
			t.Errorf("the page lacks, or repeats, %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "### MeetingConnection") {
		t.Error("a plain page of a list has a chapter of its own")
	}
}
