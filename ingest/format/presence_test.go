package format_test

import (
	"strings"
	"testing"

	"councilgraph/ingest/format"

	"github.com/google/go-cmp/cmp"
)

// TestPresence reads who was there from lists and rows beside the items, and joins surnames in items to them.
func TestPresence(t *testing.T) {
	for _, c := range []struct{ page, present, declared, parts string }{
		{"meeting-cmis-lists-of-people", "Ray Poole present; Ann Ash present; Bob Oak present; Tess Lane apologies; Fay Moss absent", "Ann Ash 3 personal", "Ann Ash declared_interest; Ray Poole mover"},
		{"list-present-in-head", "F Moss apologies; A Ash present; B Oak present; C Elm present; D Yew in_attendance", "", "F Moss apologies; B Oak mover; C Elm seconder"},
	} {
		page, err := format.Parse(document(t, "testdata/"+c.page+"/page.txt"))
		if err != nil {
			t.Fatal(err)
		}
		var present, declared, parts []string
		for _, m := range page.Meetings {
			for _, a := range m.Attendances {
				present = append(present, a.Name+" "+a.Status)
			}
			for _, d := range m.Declarations {
				declared = append(declared, d.Person+" "+d.Item+" "+d.Kind)
			}
			for _, i := range m.Items {
				for _, p := range i.Participations {
					parts = append(parts, p.Name+" "+p.How)
				}
			}
		}
		if d := cmp.Diff([]string{c.present, c.declared, c.parts}, []string{strings.Join(present, "; "), strings.Join(declared, "; "), strings.Join(parts, "; ")}); d != "" {
			t.Errorf("%s: %s", c.page, d)
		}
	}
}
