package redact

import (
	"testing"

	"councilgraph/ingest/record"
)

func TestWords_Remove(t *testing.T) {
	w := Words{}
	for _, text := range []string{"Seán O'Garra", "Councillor O'Garra", "the keys are under the mat"} {
		w.Add(Sign(text))
	}
	for _, tt := range []struct {
		in, want string
		n        int
	}{
		{"Councillor Seán O’Garra spoke.", "Councillor [removed]  spoke.", 1},
		{"SEAN O&#39;GARRA", "[removed] ", 1},
		{"<td>Se&aacute;n</td>\n<td><b>O'Garra</b></td>", "<td>[removed]</td>\n<td><b></b></td>", 1},
		{"Se\xe1n O\x92Garra", "[removed] ", 1},
		{"Councillor O'Garra and Councillor Garra", "[removed]  and Councillor Garra", 1},
		{"He said that the keys, are under the MAT!", "He said that [removed] ,    !", 1},
		{"Sean Garra; O'Garra, Sean", "Sean Garra; O'Garra, Sean", 0},
	} {
		doc, n := w.Remove(record.Document{Bytes: []byte(tt.in)})
		if string(doc.Bytes) != tt.want || n != tt.n {
			t.Errorf("%q: %d, %q; want %d, %q", tt.in, n, doc.Bytes, tt.n, tt.want)
		}
		if again, n := w.Remove(doc); n != 0 || string(again.Bytes) != tt.want {
			t.Errorf("%q again: %d, %q", tt.in, n, again.Bytes)
		}
	}
	if Sign(" ,. ") != "" {
		t.Error("no words have a sign")
	}
}
