package table

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTables(t *testing.T) {
	for data, want := range map[string][]Table{
		`{"meetings": {"totalCount": 1, "nodes": [{"date": "2031-05-01", "committee": {"name": "Harbour Board"},
			"items": [{"title": "Dredging"}, {"title": "Moorings"}], "attendances": [{"status": "PRESENT"}]}]}}`: {
			{Path: "meetings.nodes", Columns: []string{"meetings.totalCount", "meetings.nodes.date", "meetings.nodes.committee.name"}, Rows: [][]string{{"1", "2031-05-01", "Harbour Board"}}},
			{
				Path: "meetings.nodes.items", Columns: []string{"meetings.totalCount", "meetings.nodes.date", "meetings.nodes.committee.name", "meetings.nodes.items.title"},
				Rows: [][]string{{"1", "2031-05-01", "Harbour Board", "Dredging"}, {"1", "2031-05-01", "Harbour Board", "Moorings"}},
			},
			{
				Path: "meetings.nodes.attendances", Columns: []string{"meetings.totalCount", "meetings.nodes.date", "meetings.nodes.committee.name", "meetings.nodes.attendances.status"},
				Rows: [][]string{{"1", "2031-05-01", "Harbour Board", "PRESENT"}},
			},
		},
		`{"l": [{"a": 1, "tags": ["x", "y"]}, {"b": true, "a": null}]}`: {
			{Path: "l", Columns: []string{"l.a", "l.tags", "l.b"}, Rows: [][]string{{"1", "x; y", ""}, {"", "", "true"}}},
		},
		`{"council": {"name": "Example", "tags": []}}`: {
			{Columns: []string{"council.name", "council.tags"}, Rows: [][]string{{"Example", ""}}},
		},
		`{"council": null}`: {{Columns: []string{"council"}, Rows: [][]string{{""}}}},
		`{}`:                nil,
	} {
		got, err := Tables([]byte(data))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", data, diff)
		}
	}
	if _, err := Tables([]byte(`{"a": `)); err == nil {
		t.Error("an answer that is cut off gives no error")
	}
}

func TestTable_forPeople(t *testing.T) {
	table := Table{Path: "m.nodes", Columns: []string{"m.totalCount", "m.pageInfo.endCursor", "m.nodes.date"}}
	if diff := cmp.Diff([]int{2}, table.Telling()); diff != "" {
		t.Error(diff)
	}
	if got := table.Short("m.nodes.date"); got != "date" {
		t.Errorf("m.nodes.date is called %s", got)
	}
}
