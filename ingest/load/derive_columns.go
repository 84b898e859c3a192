package load

// followed are the columns, by table, that no source states: they follow from other nodes, whatever page
// told of those, and are kept in step by follow.
var followed = map[string]map[string]bool{
	"agenda_items": {"issue_id": true, "issue_by": true, "outcome": true},
	"issues":       {"procedural": true},
	"references":   {"target_meeting_id": true, "target_item_id": true, "target_document_id": true, "resolved_by": true},
}
