package load

// IndexesRead are the names of the indexes without which loading would read whole tables again and again: a database
// that is loaded for the first time needs no others meanwhile.
func IndexesRead() []string {
	return []string{
		"addresses_uri_key",
		"agenda_items_key_key", "agendaitem_committee_id_date_desc_id", "agendaitem_council_id_title_key", "agendaitem_meeting_id_position",
		"amounts_key_key", "amount_agenda_item_id_position",
		"attendances_key_key", "attendance_meeting_id_position",
		"body_council_id_number_name",
		"claim_source_id",
		"committees_key_key", "contents_sha256_key", "councils_key_key", "councils_register_code_key",
		"coverage_council_id_committee_id_month",
		"decision_council_id_id",
		"declaration_meeting_id_position",
		"documents_key_key", "document_agenda_item_id_position", "document_meeting_id_position", "document_report_reference",
		"evidence_subject_id_rank", "evidence_subject_type_subject_key",
		"figure_node_type_cut_council_id_committee_id_value_period",
		"identifier_council_id_identifier", "identifier_source_id",
		"meetings_key_key", "meeting_committee_id_date_desc_id",
		"mention_council_id_family", "mention_naming",
		"participations_key_key", "participation_agenda_item_id_position",
		"part_resolution_id_person_id_as_written",
		"references_key_key", "reference_council_id_id", "reference_kind", "reference_resolved_by",
		"resolutions_key_key", "resolution_agenda_item_id_position",
		"search_texts_node_id",
		"sources_key_key", "sources_uri_key", "source_url", "source_council_id_id",
		"voteevent_agenda_item_id_position",
	}
}
