package load

import (
	"testing"

	"councilgraph/ent/meeting"
	"councilgraph/ingest/record"
)

// The page of a committee tells of no meeting.
func TestLoad_committeeAlone(t *testing.T) {
	l, db := setUp(t)
	written("https://democracy.bromley.gov.uk/mgCommitteeDetails.aspx?ID=7", "", record.Meeting{Committee: "Cabinet", CommitteeID: "7"}).load(t, l)
	if n := db.Client.Meeting.Query().CountX(t.Context()); n != 0 {
		t.Errorf("%d meetings, want none", n)
	}
	if n := db.Client.Committee.Query().CountX(t.Context()); n != 1 {
		t.Errorf("%d committees, want 1", n)
	}
}

func TestLoad_meetingStatus(t *testing.T) {
	l, db := setUp(t)
	for i, printed := range []string{"CANCELLED", "Postponed", "Confirmed", ""} {
		written("", "", record.Meeting{Committee: "Cabinet", Date: "2026-01-0" + string(rune('1'+i)), Status: printed}).load(t, l)
	}
	var got []string
	for _, m := range db.Client.Meeting.Query().Order(meeting.ByDate()).AllX(t.Context()) {
		status := ""
		if m.Status != nil {
			status = m.Status.String()
		}
		got = append(got, status)
	}
	if len(got) != 4 || got[0] != "CANCELLED" || got[1] != "POSTPONED" || got[2] != "" || got[3] != "" {
		t.Errorf("statuses %q", got)
	}
}

// The web service and a page give one attachment under two addresses; a list can give it twice.
func TestLoad_oneAttachment(t *testing.T) {
	l, db := setUp(t)
	with := func(files ...record.File) record.Meeting {
		return record.Meeting{Committee: "Cabinet", Date: "2026-01-01", Items: []record.AgendaItem{{Number: "3", Title: "Ponds", Documents: files}}}
	}
	page := record.File{Title: "Report on the ponds", URL: "https://democracy.bromley.gov.uk/documents/s9100/Ponds.pdf", SourceID: "s9100"}
	service := record.File{Title: "Report on the ponds", URL: "https://democracy.bromley.gov.uk/mgConvert2PDF.aspx?ID=9100", SourceID: "9100"}
	other := record.File{Title: "Map", URL: "https://democracy.bromley.gov.uk/documents/s9101/Map.pdf", SourceID: "s9101"}
	written("", "", with(page, other, page)).load(t, l)
	written("", "", with(service)).load(t, l)
	if n := db.Client.Document.Query().CountX(t.Context()); n != 2 {
		t.Errorf("%d documents, want 2", n)
	}
}
