-- +goose Up
-- drop index "agendaitem_committee_id_date_desc" from table: "agenda_items"
DROP INDEX "agendaitem_committee_id_date_desc";
-- drop index "agendaitem_council_id_date_desc" from table: "agenda_items"
DROP INDEX "agendaitem_council_id_date_desc";
-- drop index "agendaitem_council_id_number_asc" from table: "agenda_items"
DROP INDEX "agendaitem_council_id_number_asc";
-- drop index "agendaitem_date" from table: "agenda_items"
DROP INDEX "agendaitem_date";
-- drop index "agendaitem_date_asc" from table: "agenda_items"
DROP INDEX "agendaitem_date_asc";
-- drop index "agendaitem_date_desc" from table: "agenda_items"
DROP INDEX "agendaitem_date_desc";
-- drop index "agendaitem_number_asc" from table: "agenda_items"
DROP INDEX "agendaitem_number_asc";
-- drop index "agendaitem_number_desc" from table: "agenda_items"
DROP INDEX "agendaitem_number_desc";
-- drop index "agendaitem_outcome_date_desc" from table: "agenda_items"
DROP INDEX "agendaitem_outcome_date_desc";
-- drop index "agendaitem_position" from table: "agenda_items"
DROP INDEX "agendaitem_position";
-- drop index "agendaitem_thread_sort" from table: "agenda_items"
DROP INDEX "agendaitem_thread_sort";
-- create index "agendaitem_committee_id_date_asc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_committee_id_date_asc_id" ON "agenda_items" ("committee_id", "date_asc", "id");
-- create index "agendaitem_committee_id_date_desc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_committee_id_date_desc_id" ON "agenda_items" ("committee_id", "date_desc", "id");
-- create index "agendaitem_committee_id_id" to table: "agenda_items"
CREATE INDEX "agendaitem_committee_id_id" ON "agenda_items" ("committee_id", "id");
-- create index "agendaitem_council_id_date_asc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_council_id_date_asc_id" ON "agenda_items" ("council_id", "date_asc", "id");
-- create index "agendaitem_council_id_date_desc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_council_id_date_desc_id" ON "agenda_items" ("council_id", "date_desc", "id");
-- create index "agendaitem_council_id_id" to table: "agenda_items"
CREATE INDEX "agendaitem_council_id_id" ON "agenda_items" ("council_id", "id");
-- create index "agendaitem_council_id_number_asc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_council_id_number_asc_id" ON "agenda_items" ("council_id", "number_asc", "id");
-- create index "agendaitem_council_id_number_desc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_council_id_number_desc_id" ON "agenda_items" ("council_id", "number_desc", "id");
-- create index "agendaitem_date_asc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_date_asc_id" ON "agenda_items" ("date_asc", "id");
-- create index "agendaitem_date_desc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_date_desc_id" ON "agenda_items" ("date_desc", "id");
-- create index "agendaitem_number_asc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_number_asc_id" ON "agenda_items" ("number_asc", "id");
-- create index "agendaitem_number_desc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_number_desc_id" ON "agenda_items" ("number_desc", "id");
-- create index "agendaitem_outcome_date_desc_id" to table: "agenda_items"
CREATE INDEX "agendaitem_outcome_date_desc_id" ON "agenda_items" ("outcome", "date_desc", "id");
-- create index "agendaitem_outcome_id" to table: "agenda_items"
CREATE INDEX "agendaitem_outcome_id" ON "agenda_items" ("outcome", "id");
-- create index "agendaitem_position_id" to table: "agenda_items"
CREATE INDEX "agendaitem_position_id" ON "agenda_items" ("position", "id");
-- create index "agendaitem_thread_sort_id" to table: "agenda_items"
CREATE INDEX "agendaitem_thread_sort_id" ON "agenda_items" ("thread_sort", "id");
-- drop index "amount_council_id" from table: "amounts"
DROP INDEX "amount_council_id";
-- create index "amount_council_id_id" to table: "amounts"
CREATE INDEX "amount_council_id_id" ON "amounts" ("council_id", "id");
-- drop index "attendance_council_id" from table: "attendances"
DROP INDEX "attendance_council_id";
-- drop index "attendance_person_id" from table: "attendances"
DROP INDEX "attendance_person_id";
-- create index "attendance_council_id_id" to table: "attendances"
CREATE INDEX "attendance_council_id_id" ON "attendances" ("council_id", "id");
-- create index "attendance_person_id_id" to table: "attendances"
CREATE INDEX "attendance_person_id_id" ON "attendances" ("person_id", "id");
-- drop index "decision_committee_id_made_on_desc" from table: "decisions"
DROP INDEX "decision_committee_id_made_on_desc";
-- drop index "decision_council_id_made_on_desc" from table: "decisions"
DROP INDEX "decision_council_id_made_on_desc";
-- drop index "decision_made_on" from table: "decisions"
DROP INDEX "decision_made_on";
-- drop index "decision_made_on_asc" from table: "decisions"
DROP INDEX "decision_made_on_asc";
-- drop index "decision_made_on_desc" from table: "decisions"
DROP INDEX "decision_made_on_desc";
-- drop index "decision_person_id_made_on_desc" from table: "decisions"
DROP INDEX "decision_person_id_made_on_desc";
-- create index "decision_committee_id_id" to table: "decisions"
CREATE INDEX "decision_committee_id_id" ON "decisions" ("committee_id", "id");
-- create index "decision_committee_id_made_on_asc_id" to table: "decisions"
CREATE INDEX "decision_committee_id_made_on_asc_id" ON "decisions" ("committee_id", "made_on_asc", "id");
-- create index "decision_committee_id_made_on_desc_id" to table: "decisions"
CREATE INDEX "decision_committee_id_made_on_desc_id" ON "decisions" ("committee_id", "made_on_desc", "id");
-- create index "decision_council_id_id" to table: "decisions"
CREATE INDEX "decision_council_id_id" ON "decisions" ("council_id", "id");
-- create index "decision_council_id_made_on_asc_id" to table: "decisions"
CREATE INDEX "decision_council_id_made_on_asc_id" ON "decisions" ("council_id", "made_on_asc", "id");
-- create index "decision_council_id_made_on_desc_id" to table: "decisions"
CREATE INDEX "decision_council_id_made_on_desc_id" ON "decisions" ("council_id", "made_on_desc", "id");
-- create index "decision_made_on_asc_id" to table: "decisions"
CREATE INDEX "decision_made_on_asc_id" ON "decisions" ("made_on_asc", "id");
-- create index "decision_made_on_desc_id" to table: "decisions"
CREATE INDEX "decision_made_on_desc_id" ON "decisions" ("made_on_desc", "id");
-- create index "decision_person_id_made_on_desc_id" to table: "decisions"
CREATE INDEX "decision_person_id_made_on_desc_id" ON "decisions" ("person_id", "made_on_desc", "id");
-- drop index "declaration_council_id" from table: "declarations"
DROP INDEX "declaration_council_id";
-- create index "declaration_council_id_id" to table: "declarations"
CREATE INDEX "declaration_council_id_id" ON "declarations" ("council_id", "id");
-- drop index "document_council_id" from table: "documents"
DROP INDEX "document_council_id";
-- create index "document_council_id_id" to table: "documents"
CREATE INDEX "document_council_id_id" ON "documents" ("council_id", "id");
-- create index "failure_council_id_id" to table: "failures"
CREATE INDEX "failure_council_id_id" ON "failures" ("council_id", "id");
-- drop index "issue_council_id_title_asc" from table: "issues"
DROP INDEX "issue_council_id_title_asc";
-- drop index "issue_title_asc" from table: "issues"
DROP INDEX "issue_title_asc";
-- drop index "issue_title_desc" from table: "issues"
DROP INDEX "issue_title_desc";
-- create index "issue_council_id_id" to table: "issues"
CREATE INDEX "issue_council_id_id" ON "issues" ("council_id", "id");
-- create index "issue_council_id_title_asc_id" to table: "issues"
CREATE INDEX "issue_council_id_title_asc_id" ON "issues" ("council_id", "title_asc", "id");
-- create index "issue_council_id_title_desc_id" to table: "issues"
CREATE INDEX "issue_council_id_title_desc_id" ON "issues" ("council_id", "title_desc", "id");
-- create index "issue_title_asc_id" to table: "issues"
CREATE INDEX "issue_title_asc_id" ON "issues" ("title_asc", "id");
-- create index "issue_title_desc_id" to table: "issues"
CREATE INDEX "issue_title_desc_id" ON "issues" ("title_desc", "id");
-- drop index "meeting_committee_id_date_desc" from table: "meetings"
DROP INDEX "meeting_committee_id_date_desc";
-- drop index "meeting_council_id_date_asc" from table: "meetings"
DROP INDEX "meeting_council_id_date_asc";
-- drop index "meeting_council_id_date_desc" from table: "meetings"
DROP INDEX "meeting_council_id_date_desc";
-- drop index "meeting_date" from table: "meetings"
DROP INDEX "meeting_date";
-- drop index "meeting_date_asc" from table: "meetings"
DROP INDEX "meeting_date_asc";
-- drop index "meeting_date_desc" from table: "meetings"
DROP INDEX "meeting_date_desc";
-- create index "meeting_committee_id_date_asc_id" to table: "meetings"
CREATE INDEX "meeting_committee_id_date_asc_id" ON "meetings" ("committee_id", "date_asc", "id");
-- create index "meeting_committee_id_date_desc_id" to table: "meetings"
CREATE INDEX "meeting_committee_id_date_desc_id" ON "meetings" ("committee_id", "date_desc", "id");
-- create index "meeting_committee_id_id" to table: "meetings"
CREATE INDEX "meeting_committee_id_id" ON "meetings" ("committee_id", "id");
-- create index "meeting_council_id_date_asc_id" to table: "meetings"
CREATE INDEX "meeting_council_id_date_asc_id" ON "meetings" ("council_id", "date_asc", "id");
-- create index "meeting_council_id_date_desc_id" to table: "meetings"
CREATE INDEX "meeting_council_id_date_desc_id" ON "meetings" ("council_id", "date_desc", "id");
-- create index "meeting_council_id_id" to table: "meetings"
CREATE INDEX "meeting_council_id_id" ON "meetings" ("council_id", "id");
-- create index "meeting_date_asc_id" to table: "meetings"
CREATE INDEX "meeting_date_asc_id" ON "meetings" ("date_asc", "id");
-- create index "meeting_date_desc_id" to table: "meetings"
CREATE INDEX "meeting_date_desc_id" ON "meetings" ("date_desc", "id");
-- drop index "membership_committee_id" from table: "memberships"
DROP INDEX "membership_committee_id";
-- drop index "membership_council_id" from table: "memberships"
DROP INDEX "membership_council_id";
-- create index "membership_committee_id_id" to table: "memberships"
CREATE INDEX "membership_committee_id_id" ON "memberships" ("committee_id", "id");
-- create index "membership_council_id_id" to table: "memberships"
CREATE INDEX "membership_council_id_id" ON "memberships" ("council_id", "id");
-- drop index "motion_council_id" from table: "motions"
DROP INDEX "motion_council_id";
-- create index "motion_council_id_id" to table: "motions"
CREATE INDEX "motion_council_id_id" ON "motions" ("council_id", "id");
-- drop index "office_council_id" from table: "offices"
DROP INDEX "office_council_id";
-- create index "office_council_id_id" to table: "offices"
CREATE INDEX "office_council_id_id" ON "offices" ("council_id", "id");
-- drop index "participation_council_id" from table: "participations"
DROP INDEX "participation_council_id";
-- create index "participation_council_id_id" to table: "participations"
CREATE INDEX "participation_council_id_id" ON "participations" ("council_id", "id");
-- drop index "personidentifier_council_id" from table: "person_identifiers"
DROP INDEX "personidentifier_council_id";
-- create index "personidentifier_council_id_id" to table: "person_identifiers"
CREATE INDEX "personidentifier_council_id_id" ON "person_identifiers" ("council_id", "id");
-- drop index "personname_council_id" from table: "person_names"
DROP INDEX "personname_council_id";
-- create index "personname_council_id_id" to table: "person_names"
CREATE INDEX "personname_council_id_id" ON "person_names" ("council_id", "id");
-- drop index "person_council_id_name_sort" from table: "persons"
DROP INDEX "person_council_id_name_sort";
-- drop index "person_name_sort" from table: "persons"
DROP INDEX "person_name_sort";
-- create index "person_council_id_id" to table: "persons"
CREATE INDEX "person_council_id_id" ON "persons" ("council_id", "id");
-- create index "person_council_id_name_sort_id" to table: "persons"
CREATE INDEX "person_council_id_name_sort_id" ON "persons" ("council_id", "name_sort", "id");
-- create index "person_name_sort_id" to table: "persons"
CREATE INDEX "person_name_sort_id" ON "persons" ("name_sort", "id");
-- drop index "reference_council_id" from table: "references"
DROP INDEX "reference_council_id";
-- create index "reference_council_id_id" to table: "references"
CREATE INDEX "reference_council_id_id" ON "references" ("council_id", "id");
-- drop index "resolution_committee_id_date_desc" from table: "resolutions"
DROP INDEX "resolution_committee_id_date_desc";
-- drop index "resolution_council_id_date_desc" from table: "resolutions"
DROP INDEX "resolution_council_id_date_desc";
-- drop index "resolution_council_id_kind" from table: "resolutions"
DROP INDEX "resolution_council_id_kind";
-- drop index "resolution_date" from table: "resolutions"
DROP INDEX "resolution_date";
-- drop index "resolution_date_asc" from table: "resolutions"
DROP INDEX "resolution_date_asc";
-- drop index "resolution_date_desc" from table: "resolutions"
DROP INDEX "resolution_date_desc";
-- drop index "resolution_kind_date_desc" from table: "resolutions"
DROP INDEX "resolution_kind_date_desc";
-- drop index "resolution_mover_id_date_desc" from table: "resolutions"
DROP INDEX "resolution_mover_id_date_desc";
-- drop index "resolution_position" from table: "resolutions"
DROP INDEX "resolution_position";
-- drop index "resolution_seconder_id_date_desc" from table: "resolutions"
DROP INDEX "resolution_seconder_id_date_desc";
-- create index "resolution_committee_id_date_asc_id" to table: "resolutions"
CREATE INDEX "resolution_committee_id_date_asc_id" ON "resolutions" ("committee_id", "date_asc", "id");
-- create index "resolution_committee_id_date_desc_id" to table: "resolutions"
CREATE INDEX "resolution_committee_id_date_desc_id" ON "resolutions" ("committee_id", "date_desc", "id");
-- create index "resolution_committee_id_id" to table: "resolutions"
CREATE INDEX "resolution_committee_id_id" ON "resolutions" ("committee_id", "id");
-- create index "resolution_council_id_date_asc_id" to table: "resolutions"
CREATE INDEX "resolution_council_id_date_asc_id" ON "resolutions" ("council_id", "date_asc", "id");
-- create index "resolution_council_id_date_desc_id" to table: "resolutions"
CREATE INDEX "resolution_council_id_date_desc_id" ON "resolutions" ("council_id", "date_desc", "id");
-- create index "resolution_council_id_id" to table: "resolutions"
CREATE INDEX "resolution_council_id_id" ON "resolutions" ("council_id", "id");
-- create index "resolution_date_asc_id" to table: "resolutions"
CREATE INDEX "resolution_date_asc_id" ON "resolutions" ("date_asc", "id");
-- create index "resolution_date_desc_id" to table: "resolutions"
CREATE INDEX "resolution_date_desc_id" ON "resolutions" ("date_desc", "id");
-- create index "resolution_kind_date_desc_id" to table: "resolutions"
CREATE INDEX "resolution_kind_date_desc_id" ON "resolutions" ("kind", "date_desc", "id");
-- create index "resolution_kind_id" to table: "resolutions"
CREATE INDEX "resolution_kind_id" ON "resolutions" ("kind", "id");
-- create index "resolution_mover_id_date_desc_id" to table: "resolutions"
CREATE INDEX "resolution_mover_id_date_desc_id" ON "resolutions" ("mover_id", "date_desc", "id");
-- create index "resolution_position_id" to table: "resolutions"
CREATE INDEX "resolution_position_id" ON "resolutions" ("position", "id");
-- create index "resolution_seconder_id_date_desc_id" to table: "resolutions"
CREATE INDEX "resolution_seconder_id_date_desc_id" ON "resolutions" ("seconder_id", "date_desc", "id");
-- drop index "source_council_id_fetched_at_desc" from table: "sources"
DROP INDEX "source_council_id_fetched_at_desc";
-- drop index "source_fetched_at" from table: "sources"
DROP INDEX "source_fetched_at";
-- drop index "source_fetched_at_asc" from table: "sources"
DROP INDEX "source_fetched_at_asc";
-- drop index "source_fetched_at_desc" from table: "sources"
DROP INDEX "source_fetched_at_desc";
-- create index "source_council_id_fetched_at_asc_id" to table: "sources"
CREATE INDEX "source_council_id_fetched_at_asc_id" ON "sources" ("council_id", "fetched_at_asc", "id");
-- create index "source_council_id_fetched_at_desc_id" to table: "sources"
CREATE INDEX "source_council_id_fetched_at_desc_id" ON "sources" ("council_id", "fetched_at_desc", "id");
-- create index "source_council_id_id" to table: "sources"
CREATE INDEX "source_council_id_id" ON "sources" ("council_id", "id");
-- create index "source_fetched_at_asc_id" to table: "sources"
CREATE INDEX "source_fetched_at_asc_id" ON "sources" ("fetched_at_asc", "id");
-- create index "source_fetched_at_desc_id" to table: "sources"
CREATE INDEX "source_fetched_at_desc_id" ON "sources" ("fetched_at_desc", "id");
-- drop index "term_council_id" from table: "terms"
DROP INDEX "term_council_id";
-- create index "term_council_id_id" to table: "terms"
CREATE INDEX "term_council_id_id" ON "terms" ("council_id", "id");
-- drop index "voteevent_council_id" from table: "vote_events"
DROP INDEX "voteevent_council_id";
-- create index "voteevent_council_id_id" to table: "vote_events"
CREATE INDEX "voteevent_council_id_id" ON "vote_events" ("council_id", "id");
-- drop index "vote_council_id" from table: "votes"
DROP INDEX "vote_council_id";
-- create index "vote_council_id_id" to table: "votes"
CREATE INDEX "vote_council_id_id" ON "votes" ("council_id", "id");

-- +goose Down
-- reverse: create index "vote_council_id_id" to table: "votes"
DROP INDEX "vote_council_id_id";
-- reverse: drop index "vote_council_id" from table: "votes"
CREATE INDEX "vote_council_id" ON "votes" ("council_id");
-- reverse: create index "voteevent_council_id_id" to table: "vote_events"
DROP INDEX "voteevent_council_id_id";
-- reverse: drop index "voteevent_council_id" from table: "vote_events"
CREATE INDEX "voteevent_council_id" ON "vote_events" ("council_id");
-- reverse: create index "term_council_id_id" to table: "terms"
DROP INDEX "term_council_id_id";
-- reverse: drop index "term_council_id" from table: "terms"
CREATE INDEX "term_council_id" ON "terms" ("council_id");
-- reverse: create index "source_fetched_at_desc_id" to table: "sources"
DROP INDEX "source_fetched_at_desc_id";
-- reverse: create index "source_fetched_at_asc_id" to table: "sources"
DROP INDEX "source_fetched_at_asc_id";
-- reverse: create index "source_council_id_id" to table: "sources"
DROP INDEX "source_council_id_id";
-- reverse: create index "source_council_id_fetched_at_desc_id" to table: "sources"
DROP INDEX "source_council_id_fetched_at_desc_id";
-- reverse: create index "source_council_id_fetched_at_asc_id" to table: "sources"
DROP INDEX "source_council_id_fetched_at_asc_id";
-- reverse: drop index "source_fetched_at_desc" from table: "sources"
CREATE INDEX "source_fetched_at_desc" ON "sources" ("fetched_at_desc");
-- reverse: drop index "source_fetched_at_asc" from table: "sources"
CREATE INDEX "source_fetched_at_asc" ON "sources" ("fetched_at_asc");
-- reverse: drop index "source_fetched_at" from table: "sources"
CREATE INDEX "source_fetched_at" ON "sources" ("fetched_at");
-- reverse: drop index "source_council_id_fetched_at_desc" from table: "sources"
CREATE INDEX "source_council_id_fetched_at_desc" ON "sources" ("council_id", "fetched_at_desc");
-- reverse: create index "resolution_seconder_id_date_desc_id" to table: "resolutions"
DROP INDEX "resolution_seconder_id_date_desc_id";
-- reverse: create index "resolution_position_id" to table: "resolutions"
DROP INDEX "resolution_position_id";
-- reverse: create index "resolution_mover_id_date_desc_id" to table: "resolutions"
DROP INDEX "resolution_mover_id_date_desc_id";
-- reverse: create index "resolution_kind_id" to table: "resolutions"
DROP INDEX "resolution_kind_id";
-- reverse: create index "resolution_kind_date_desc_id" to table: "resolutions"
DROP INDEX "resolution_kind_date_desc_id";
-- reverse: create index "resolution_date_desc_id" to table: "resolutions"
DROP INDEX "resolution_date_desc_id";
-- reverse: create index "resolution_date_asc_id" to table: "resolutions"
DROP INDEX "resolution_date_asc_id";
-- reverse: create index "resolution_council_id_id" to table: "resolutions"
DROP INDEX "resolution_council_id_id";
-- reverse: create index "resolution_council_id_date_desc_id" to table: "resolutions"
DROP INDEX "resolution_council_id_date_desc_id";
-- reverse: create index "resolution_council_id_date_asc_id" to table: "resolutions"
DROP INDEX "resolution_council_id_date_asc_id";
-- reverse: create index "resolution_committee_id_id" to table: "resolutions"
DROP INDEX "resolution_committee_id_id";
-- reverse: create index "resolution_committee_id_date_desc_id" to table: "resolutions"
DROP INDEX "resolution_committee_id_date_desc_id";
-- reverse: create index "resolution_committee_id_date_asc_id" to table: "resolutions"
DROP INDEX "resolution_committee_id_date_asc_id";
-- reverse: drop index "resolution_seconder_id_date_desc" from table: "resolutions"
CREATE INDEX "resolution_seconder_id_date_desc" ON "resolutions" ("seconder_id", "date_desc");
-- reverse: drop index "resolution_position" from table: "resolutions"
CREATE INDEX "resolution_position" ON "resolutions" ("position");
-- reverse: drop index "resolution_mover_id_date_desc" from table: "resolutions"
CREATE INDEX "resolution_mover_id_date_desc" ON "resolutions" ("mover_id", "date_desc");
-- reverse: drop index "resolution_kind_date_desc" from table: "resolutions"
CREATE INDEX "resolution_kind_date_desc" ON "resolutions" ("kind", "date_desc");
-- reverse: drop index "resolution_date_desc" from table: "resolutions"
CREATE INDEX "resolution_date_desc" ON "resolutions" ("date_desc");
-- reverse: drop index "resolution_date_asc" from table: "resolutions"
CREATE INDEX "resolution_date_asc" ON "resolutions" ("date_asc");
-- reverse: drop index "resolution_date" from table: "resolutions"
CREATE INDEX "resolution_date" ON "resolutions" ("date");
-- reverse: drop index "resolution_council_id_kind" from table: "resolutions"
CREATE INDEX "resolution_council_id_kind" ON "resolutions" ("council_id", "kind");
-- reverse: drop index "resolution_council_id_date_desc" from table: "resolutions"
CREATE INDEX "resolution_council_id_date_desc" ON "resolutions" ("council_id", "date_desc");
-- reverse: drop index "resolution_committee_id_date_desc" from table: "resolutions"
CREATE INDEX "resolution_committee_id_date_desc" ON "resolutions" ("committee_id", "date_desc");
-- reverse: create index "reference_council_id_id" to table: "references"
DROP INDEX "reference_council_id_id";
-- reverse: drop index "reference_council_id" from table: "references"
CREATE INDEX "reference_council_id" ON "references" ("council_id");
-- reverse: create index "person_name_sort_id" to table: "persons"
DROP INDEX "person_name_sort_id";
-- reverse: create index "person_council_id_name_sort_id" to table: "persons"
DROP INDEX "person_council_id_name_sort_id";
-- reverse: create index "person_council_id_id" to table: "persons"
DROP INDEX "person_council_id_id";
-- reverse: drop index "person_name_sort" from table: "persons"
CREATE INDEX "person_name_sort" ON "persons" ("name_sort");
-- reverse: drop index "person_council_id_name_sort" from table: "persons"
CREATE INDEX "person_council_id_name_sort" ON "persons" ("council_id", "name_sort");
-- reverse: create index "personname_council_id_id" to table: "person_names"
DROP INDEX "personname_council_id_id";
-- reverse: drop index "personname_council_id" from table: "person_names"
CREATE INDEX "personname_council_id" ON "person_names" ("council_id");
-- reverse: create index "personidentifier_council_id_id" to table: "person_identifiers"
DROP INDEX "personidentifier_council_id_id";
-- reverse: drop index "personidentifier_council_id" from table: "person_identifiers"
CREATE INDEX "personidentifier_council_id" ON "person_identifiers" ("council_id");
-- reverse: create index "participation_council_id_id" to table: "participations"
DROP INDEX "participation_council_id_id";
-- reverse: drop index "participation_council_id" from table: "participations"
CREATE INDEX "participation_council_id" ON "participations" ("council_id");
-- reverse: create index "office_council_id_id" to table: "offices"
DROP INDEX "office_council_id_id";
-- reverse: drop index "office_council_id" from table: "offices"
CREATE INDEX "office_council_id" ON "offices" ("council_id");
-- reverse: create index "motion_council_id_id" to table: "motions"
DROP INDEX "motion_council_id_id";
-- reverse: drop index "motion_council_id" from table: "motions"
CREATE INDEX "motion_council_id" ON "motions" ("council_id");
-- reverse: create index "membership_council_id_id" to table: "memberships"
DROP INDEX "membership_council_id_id";
-- reverse: create index "membership_committee_id_id" to table: "memberships"
DROP INDEX "membership_committee_id_id";
-- reverse: drop index "membership_council_id" from table: "memberships"
CREATE INDEX "membership_council_id" ON "memberships" ("council_id");
-- reverse: drop index "membership_committee_id" from table: "memberships"
CREATE INDEX "membership_committee_id" ON "memberships" ("committee_id");
-- reverse: create index "meeting_date_desc_id" to table: "meetings"
DROP INDEX "meeting_date_desc_id";
-- reverse: create index "meeting_date_asc_id" to table: "meetings"
DROP INDEX "meeting_date_asc_id";
-- reverse: create index "meeting_council_id_id" to table: "meetings"
DROP INDEX "meeting_council_id_id";
-- reverse: create index "meeting_council_id_date_desc_id" to table: "meetings"
DROP INDEX "meeting_council_id_date_desc_id";
-- reverse: create index "meeting_council_id_date_asc_id" to table: "meetings"
DROP INDEX "meeting_council_id_date_asc_id";
-- reverse: create index "meeting_committee_id_id" to table: "meetings"
DROP INDEX "meeting_committee_id_id";
-- reverse: create index "meeting_committee_id_date_desc_id" to table: "meetings"
DROP INDEX "meeting_committee_id_date_desc_id";
-- reverse: create index "meeting_committee_id_date_asc_id" to table: "meetings"
DROP INDEX "meeting_committee_id_date_asc_id";
-- reverse: drop index "meeting_date_desc" from table: "meetings"
CREATE INDEX "meeting_date_desc" ON "meetings" ("date_desc");
-- reverse: drop index "meeting_date_asc" from table: "meetings"
CREATE INDEX "meeting_date_asc" ON "meetings" ("date_asc");
-- reverse: drop index "meeting_date" from table: "meetings"
CREATE INDEX "meeting_date" ON "meetings" ("date");
-- reverse: drop index "meeting_council_id_date_desc" from table: "meetings"
CREATE INDEX "meeting_council_id_date_desc" ON "meetings" ("council_id", "date_desc");
-- reverse: drop index "meeting_council_id_date_asc" from table: "meetings"
CREATE INDEX "meeting_council_id_date_asc" ON "meetings" ("council_id", "date_asc");
-- reverse: drop index "meeting_committee_id_date_desc" from table: "meetings"
CREATE INDEX "meeting_committee_id_date_desc" ON "meetings" ("committee_id", "date_desc");
-- reverse: create index "issue_title_desc_id" to table: "issues"
DROP INDEX "issue_title_desc_id";
-- reverse: create index "issue_title_asc_id" to table: "issues"
DROP INDEX "issue_title_asc_id";
-- reverse: create index "issue_council_id_title_desc_id" to table: "issues"
DROP INDEX "issue_council_id_title_desc_id";
-- reverse: create index "issue_council_id_title_asc_id" to table: "issues"
DROP INDEX "issue_council_id_title_asc_id";
-- reverse: create index "issue_council_id_id" to table: "issues"
DROP INDEX "issue_council_id_id";
-- reverse: drop index "issue_title_desc" from table: "issues"
CREATE INDEX "issue_title_desc" ON "issues" ("title_desc");
-- reverse: drop index "issue_title_asc" from table: "issues"
CREATE INDEX "issue_title_asc" ON "issues" ("title_asc");
-- reverse: drop index "issue_council_id_title_asc" from table: "issues"
CREATE INDEX "issue_council_id_title_asc" ON "issues" ("council_id", "title_asc");
-- reverse: create index "failure_council_id_id" to table: "failures"
DROP INDEX "failure_council_id_id";
-- reverse: create index "document_council_id_id" to table: "documents"
DROP INDEX "document_council_id_id";
-- reverse: drop index "document_council_id" from table: "documents"
CREATE INDEX "document_council_id" ON "documents" ("council_id");
-- reverse: create index "declaration_council_id_id" to table: "declarations"
DROP INDEX "declaration_council_id_id";
-- reverse: drop index "declaration_council_id" from table: "declarations"
CREATE INDEX "declaration_council_id" ON "declarations" ("council_id");
-- reverse: create index "decision_person_id_made_on_desc_id" to table: "decisions"
DROP INDEX "decision_person_id_made_on_desc_id";
-- reverse: create index "decision_made_on_desc_id" to table: "decisions"
DROP INDEX "decision_made_on_desc_id";
-- reverse: create index "decision_made_on_asc_id" to table: "decisions"
DROP INDEX "decision_made_on_asc_id";
-- reverse: create index "decision_council_id_made_on_desc_id" to table: "decisions"
DROP INDEX "decision_council_id_made_on_desc_id";
-- reverse: create index "decision_council_id_made_on_asc_id" to table: "decisions"
DROP INDEX "decision_council_id_made_on_asc_id";
-- reverse: create index "decision_council_id_id" to table: "decisions"
DROP INDEX "decision_council_id_id";
-- reverse: create index "decision_committee_id_made_on_desc_id" to table: "decisions"
DROP INDEX "decision_committee_id_made_on_desc_id";
-- reverse: create index "decision_committee_id_made_on_asc_id" to table: "decisions"
DROP INDEX "decision_committee_id_made_on_asc_id";
-- reverse: create index "decision_committee_id_id" to table: "decisions"
DROP INDEX "decision_committee_id_id";
-- reverse: drop index "decision_person_id_made_on_desc" from table: "decisions"
CREATE INDEX "decision_person_id_made_on_desc" ON "decisions" ("person_id", "made_on_desc");
-- reverse: drop index "decision_made_on_desc" from table: "decisions"
CREATE INDEX "decision_made_on_desc" ON "decisions" ("made_on_desc");
-- reverse: drop index "decision_made_on_asc" from table: "decisions"
CREATE INDEX "decision_made_on_asc" ON "decisions" ("made_on_asc");
-- reverse: drop index "decision_made_on" from table: "decisions"
CREATE INDEX "decision_made_on" ON "decisions" ("made_on");
-- reverse: drop index "decision_council_id_made_on_desc" from table: "decisions"
CREATE INDEX "decision_council_id_made_on_desc" ON "decisions" ("council_id", "made_on_desc");
-- reverse: drop index "decision_committee_id_made_on_desc" from table: "decisions"
CREATE INDEX "decision_committee_id_made_on_desc" ON "decisions" ("committee_id", "made_on_desc");
-- reverse: create index "attendance_person_id_id" to table: "attendances"
DROP INDEX "attendance_person_id_id";
-- reverse: create index "attendance_council_id_id" to table: "attendances"
DROP INDEX "attendance_council_id_id";
-- reverse: drop index "attendance_person_id" from table: "attendances"
CREATE INDEX "attendance_person_id" ON "attendances" ("person_id");
-- reverse: drop index "attendance_council_id" from table: "attendances"
CREATE INDEX "attendance_council_id" ON "attendances" ("council_id");
-- reverse: create index "amount_council_id_id" to table: "amounts"
DROP INDEX "amount_council_id_id";
-- reverse: drop index "amount_council_id" from table: "amounts"
CREATE INDEX "amount_council_id" ON "amounts" ("council_id");
-- reverse: create index "agendaitem_thread_sort_id" to table: "agenda_items"
DROP INDEX "agendaitem_thread_sort_id";
-- reverse: create index "agendaitem_position_id" to table: "agenda_items"
DROP INDEX "agendaitem_position_id";
-- reverse: create index "agendaitem_outcome_id" to table: "agenda_items"
DROP INDEX "agendaitem_outcome_id";
-- reverse: create index "agendaitem_outcome_date_desc_id" to table: "agenda_items"
DROP INDEX "agendaitem_outcome_date_desc_id";
-- reverse: create index "agendaitem_number_desc_id" to table: "agenda_items"
DROP INDEX "agendaitem_number_desc_id";
-- reverse: create index "agendaitem_number_asc_id" to table: "agenda_items"
DROP INDEX "agendaitem_number_asc_id";
-- reverse: create index "agendaitem_date_desc_id" to table: "agenda_items"
DROP INDEX "agendaitem_date_desc_id";
-- reverse: create index "agendaitem_date_asc_id" to table: "agenda_items"
DROP INDEX "agendaitem_date_asc_id";
-- reverse: create index "agendaitem_council_id_number_desc_id" to table: "agenda_items"
DROP INDEX "agendaitem_council_id_number_desc_id";
-- reverse: create index "agendaitem_council_id_number_asc_id" to table: "agenda_items"
DROP INDEX "agendaitem_council_id_number_asc_id";
-- reverse: create index "agendaitem_council_id_id" to table: "agenda_items"
DROP INDEX "agendaitem_council_id_id";
-- reverse: create index "agendaitem_council_id_date_desc_id" to table: "agenda_items"
DROP INDEX "agendaitem_council_id_date_desc_id";
-- reverse: create index "agendaitem_council_id_date_asc_id" to table: "agenda_items"
DROP INDEX "agendaitem_council_id_date_asc_id";
-- reverse: create index "agendaitem_committee_id_id" to table: "agenda_items"
DROP INDEX "agendaitem_committee_id_id";
-- reverse: create index "agendaitem_committee_id_date_desc_id" to table: "agenda_items"
DROP INDEX "agendaitem_committee_id_date_desc_id";
-- reverse: create index "agendaitem_committee_id_date_asc_id" to table: "agenda_items"
DROP INDEX "agendaitem_committee_id_date_asc_id";
-- reverse: drop index "agendaitem_thread_sort" from table: "agenda_items"
CREATE INDEX "agendaitem_thread_sort" ON "agenda_items" ("thread_sort");
-- reverse: drop index "agendaitem_position" from table: "agenda_items"
CREATE INDEX "agendaitem_position" ON "agenda_items" ("position");
-- reverse: drop index "agendaitem_outcome_date_desc" from table: "agenda_items"
CREATE INDEX "agendaitem_outcome_date_desc" ON "agenda_items" ("outcome", "date_desc");
-- reverse: drop index "agendaitem_number_desc" from table: "agenda_items"
CREATE INDEX "agendaitem_number_desc" ON "agenda_items" ("number_desc");
-- reverse: drop index "agendaitem_number_asc" from table: "agenda_items"
CREATE INDEX "agendaitem_number_asc" ON "agenda_items" ("number_asc");
-- reverse: drop index "agendaitem_date_desc" from table: "agenda_items"
CREATE INDEX "agendaitem_date_desc" ON "agenda_items" ("date_desc");
-- reverse: drop index "agendaitem_date_asc" from table: "agenda_items"
CREATE INDEX "agendaitem_date_asc" ON "agenda_items" ("date_asc");
-- reverse: drop index "agendaitem_date" from table: "agenda_items"
CREATE INDEX "agendaitem_date" ON "agenda_items" ("date");
-- reverse: drop index "agendaitem_council_id_number_asc" from table: "agenda_items"
CREATE INDEX "agendaitem_council_id_number_asc" ON "agenda_items" ("council_id", "number_asc");
-- reverse: drop index "agendaitem_council_id_date_desc" from table: "agenda_items"
CREATE INDEX "agendaitem_council_id_date_desc" ON "agenda_items" ("council_id", "date_desc");
-- reverse: drop index "agendaitem_committee_id_date_desc" from table: "agenda_items"
CREATE INDEX "agendaitem_committee_id_date_desc" ON "agenda_items" ("committee_id", "date_desc");
