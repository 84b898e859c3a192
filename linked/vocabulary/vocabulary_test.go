package vocabulary_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"councilgraph/linked/vocabulary"
)

const base = "https://x.example"

// Each of our terms that linked data is written with, or that a shape speaks of, is in the vocabulary, and each that is there is used.
func TestGraph_hasAllTerms(t *testing.T) {
	g, err := vocabulary.Graph(base)
	if err != nil {
		t.Fatal(err)
	}
	text := string(g.NTriples())
	name := regexp.MustCompile(`"cd:([A-Za-z-]+)"`)
	used := map[string]bool{}
	files, err := filepath.Glob("../mapping/*.go")
	if err != nil || len(files) < 5 {
		t.Fatalf("%v %v", files, err)
	}
	for _, f := range files {
		code, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range name.FindAllStringSubmatch(string(code), -1) {
			used[m[1]] = true
		}
	}
	for term := range used {
		if !strings.Contains(text, "<"+base+"/def/council#"+term+"> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>") {
			t.Errorf("cd:%s is used and not in the vocabulary", term)
		}
	}
	for _, term := range append(vocabulary.Classes(), vocabulary.Properties()...) {
		if !used[term.Name] || term.About == "" {
			t.Errorf("cd:%s is in the vocabulary and not used, or not described", term.Name)
		}
	}
	shapes, err := vocabulary.Shapes(base)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`\bcd:([A-Za-z]+)`).FindAllStringSubmatch(string(shapes), -1) {
		if !used[m[1]] && !strings.HasSuffix(m[1], "Shape") {
			t.Errorf("a shape speaks of cd:%s, which is not used", m[1])
		}
	}
}

func TestPage(t *testing.T) {
	var page bytes.Buffer
	if err := vocabulary.Page(&page, base); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page.String(), -1) {
		if ids[m[1]] {
			t.Errorf("two elements have the id %s", m[1])
		}
		ids[m[1]] = true
	}
	for _, id := range []string{"Resolution", "outcome", "outcome-noted", "outcome-list", "council-kind-ni-district"} {
		if !ids[id] {
			t.Errorf("nothing stands at #%s", id)
		}
	}
}
