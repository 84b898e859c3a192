package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

const datasetQuery = `{ dataset { version lastIngest licence attribution counts {
	councils committees people memberships offices parties wards terms meetings attendances agendaItems resolutions
	participations amounts documents references motions voteEvents votes declarations issues decisions sources } } }`

// What is said of the data as a whole is what the lists say.
func TestDataset(t *testing.T) {
	a := newAPI(t)
	d := at(a.ask(t, datasetQuery, nil), "dataset").(map[string]any)
	if _, err := time.Parse(time.RFC3339, d["lastIngest"].(string)); err != nil || d["version"] == "0" || d["licence"] == "" || d["attribution"] == "" {
		t.Errorf("%v", d)
	}
	var b strings.Builder
	counts := d["counts"].(map[string]any)
	for kind := range counts {
		switch kind {
		case "amounts", "documents", "references": // they have no list of their own
			continue
		}
		fmt.Fprintf(&b, " %s { totalCount }", kind)
	}
	fields := strings.SplitAfter(b.String(), "}")
	for half := range 2 { // not more fields than a query may have
		lists := a.ask(t, "{"+strings.Join(fields[half*len(fields)/2:(half+1)*len(fields)/2], "")+"}", nil)
		for kind := range lists {
			if want := at(lists, kind, "totalCount"); counts[kind] != want {
				t.Errorf("%s: %v counted, %v in the list", kind, counts[kind], want)
			}
		}
	}
	for table, kind := range map[string]string{"amounts": "amounts", "documents": "documents", "references": "references"} {
		var n float64
		if err := a.db.DB.QueryRow(`SELECT COUNT(*) FROM "` + table + `"`).Scan(&n); err != nil || counts[kind] != n {
			t.Errorf("%s: %v counted, %v in the table, %v", kind, counts[kind], n, err)
		}
	}
}

// The figures follow the data: within a version they are not counted again.
func TestDataset_version(t *testing.T) {
	a := newAPI(t)
	const query = `{ dataset { version counts { resolutions } } }`
	before := a.ask(t, query, nil)
	a.ingest(t, 2, "A bandstand", "that a bandstand be built.")
	after := a.ask(t, query, nil)
	if at(before, "dataset", "version") == at(after, "dataset", "version") || at(after, "dataset", "counts", "resolutions") != at(before, "dataset", "counts", "resolutions").(float64)+1 {
		t.Errorf("before %v, after %v", before, after)
	}
	// A row that no change tells of is not seen, because nothing is counted again.
	if _, err := a.db.DB.Exec(`DELETE FROM participations`); err != nil {
		t.Fatal(err)
	}
	if again := a.ask(t, query, nil); fmt.Sprint(again) != fmt.Sprint(after) {
		t.Errorf("%v, want %v", again, after)
	}
}
