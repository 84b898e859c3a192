package rdf_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"councilgraph/linked/rdf"
)

func awkward() *rdf.Graph {
	g := rdf.New(map[string]string{"cd": "http://x.example/def/council#"})
	text := "a \"b\" \\ c\nd\te\r£ \x01</script>&\u2028é😀"
	g.About("http://x.example/id/a b<c>").Is("cd:Thing", "schema:Event").
		Text("dct:title", &text, "en").Add("cd:position", rdf.Int(3), rdf.Int(3), rdf.Int(-4)).
		Add("cd:open", rdf.Bool(true)).Add("dct:date", rdf.Date("2020-02-29")).Add("schema:minValue", rdf.Decimal(48500.5)).
		Add("dct:source", rdf.Ref("https://y.example/a{b}|c^d`e?f=g&h"))
	g.About("http://x.example/id/other").Add("schema:name", rdf.Text("x", ""))
	g.About("http://x.example/id/named only")
	return g
}

func TestGraph_nTriples(t *testing.T) {
	want := `<http://x.example/id/a%20b%3Cc%3E> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://x.example/def/council#Thing> .
<http://x.example/id/a%20b%3Cc%3E> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Event> .
<http://x.example/id/a%20b%3Cc%3E> <http://purl.org/dc/terms/title> "a \"b\" \\ c\nd\te\r£ \u0001</script>&` + "\u2028" + `é😀"@en .
<http://x.example/id/a%20b%3Cc%3E> <http://x.example/def/council#position> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://x.example/id/a%20b%3Cc%3E> <http://x.example/def/council#position> "-4"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://x.example/id/a%20b%3Cc%3E> <http://x.example/def/council#open> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<http://x.example/id/a%20b%3Cc%3E> <http://purl.org/dc/terms/date> "2020-02-29"^^<http://www.w3.org/2001/XMLSchema#date> .
<http://x.example/id/a%20b%3Cc%3E> <http://schema.org/minValue> "48500.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .
<http://x.example/id/a%20b%3Cc%3E> <http://purl.org/dc/terms/source> <https://y.example/a%7Bb%7D%7Cc%5Ed%60e?f=g&h> .
<http://x.example/id/other> <http://schema.org/name> "x" .
`
	g := awkward()
	if d := cmp.Diff(want, string(g.NTriples())); d != "" {
		t.Error(d)
	}
	if got := strings.Count(want, "\n"); got != g.Len() {
		t.Errorf("Len %d of %d statements", g.Len(), got)
	}
	quads := string(g.AppendNQuads(nil, "http://x.example/doc/a"))
	if strings.Count(quads, " <http://x.example/doc/a> .\n") != g.Len() {
		t.Errorf("quads without their graph:\n%s", quads)
	}
}

func TestGraph_turtle(t *testing.T) {
	want := `@prefix cd: <http://x.example/def/council#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix schema: <http://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<http://x.example/id/a%20b%3Cc%3E> a cd:Thing, schema:Event ;
    dct:title "a \"b\" \\ c\nd\te\r£ \u0001</script>&` + "\u2028" + `é😀"@en ;
    cd:position 3, -4 ;
    cd:open true ;
    dct:date "2020-02-29"^^xsd:date ;
    schema:minValue "48500.5"^^xsd:decimal ;
    dct:source <https://y.example/a%7Bb%7D%7Cc%5Ed%60e?f=g&h> .

<http://x.example/id/other> schema:name "x" .
`
	if d := cmp.Diff(want, string(awkward().Turtle())); d != "" {
		t.Error(d)
	}
}

func TestGraph_jsonld(t *testing.T) {
	text := awkward().JSONLD()
	if strings.ContainsAny(string(text), "<>") {
		t.Errorf("it could end an element of HTML:\n%s", text)
	}
	var got struct {
		Context map[string]string `json:"@context"`
		Graph   []map[string]any  `json:"@graph"`
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if len(got.Graph) != 2 || got.Context["cd"] != "http://x.example/def/council#" || len(got.Context) != 4 {
		t.Fatalf("got %+v", got)
	}
	want := map[string]any{
		"@id": "http://x.example/id/a%20b%3Cc%3E", "@type": []any{"cd:Thing", "schema:Event"},
		"dct:title":   map[string]any{"@value": "a \"b\" \\ c\nd\te\r£ \x01</script>&\u2028é😀", "@language": "en"},
		"cd:position": []any{3.0, -4.0}, "cd:open": true, "dct:date": map[string]any{"@value": "2020-02-29", "@type": "xsd:date"},
		"schema:minValue": map[string]any{"@value": "48500.5", "@type": "xsd:decimal"},
		"dct:source":      map[string]any{"@id": "https://y.example/a%7Bb%7D%7Cc%5Ed%60e?f=g&h"},
	}
	if d := cmp.Diff(want, got.Graph[0]); d != "" {
		t.Error(d)
	}
}

// Whatever a text holds, JSON gives it back, and no line of N-Triples breaks.
func TestGraph_anyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		g := rdf.New(nil)
		g.About("http://x.example/"+text).Add("dct:title", rdf.Text(text, ""))
		var got struct {
			Graph []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal(g.JSONLD(), &got); err != nil {
			t.Fatal(err)
		}
		if got.Graph[0]["dct:title"] != text {
			t.Errorf("%q came back as %q", text, got.Graph[0]["dct:title"])
		}
		if lines := strings.Split(string(g.NTriples()), "\n"); len(lines) != 2 || strings.Count(lines[0], "<") != 2+strings.Count(text, "<") {
			t.Errorf("%q gives %q", text, lines)
		}
	})
}
