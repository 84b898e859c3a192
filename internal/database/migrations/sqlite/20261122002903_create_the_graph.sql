-- +goose Up
-- create "addresses" table
CREATE TABLE `addresses` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `uri` text NOT NULL, `node_id` integer NOT NULL);
-- create index "addresses_uri_key" to table: "addresses"
CREATE UNIQUE INDEX `addresses_uri_key` ON `addresses` (`uri`);
-- create index "address_node_id" to table: "addresses"
CREATE INDEX `address_node_id` ON `addresses` (`node_id`);
-- create "agenda_items" table
CREATE TABLE `agenda_items` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `position` integer NOT NULL, `number` text NULL, `number_asc` text NOT NULL DEFAULT (''), `number_desc` text NOT NULL DEFAULT (''), `minute_number` text NULL, `title` text NULL, `purpose` text NULL, `minutes` text NULL, `decision` text NULL, `reasons` text NULL, `alternatives` text NULL, `restricted` bool NULL, `exemption` text NULL, `truncated` bool NOT NULL DEFAULT (false), `source_id` text NULL, `date` text NULL, `date_asc` text NOT NULL DEFAULT (''), `date_desc` text NOT NULL DEFAULT (''), `meeting_id` integer NULL, `committee_id` integer NULL, `council_id` integer NOT NULL, `parent_id` integer NULL, `issue_id` integer NULL, CONSTRAINT `agenda_items_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE SET NULL, CONSTRAINT `agenda_items_committees_committee` FOREIGN KEY (`committee_id`) REFERENCES `committees` (`id`) ON DELETE SET NULL, CONSTRAINT `agenda_items_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION, CONSTRAINT `agenda_items_agenda_items_parent` FOREIGN KEY (`parent_id`) REFERENCES `agenda_items` (`id`) ON DELETE SET NULL, CONSTRAINT `agenda_items_issues_issue` FOREIGN KEY (`issue_id`) REFERENCES `issues` (`id`) ON DELETE SET NULL);
-- set sequence for "agenda_items" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("agenda_items", 4294967296);
-- create index "agenda_items_key_key" to table: "agenda_items"
CREATE UNIQUE INDEX `agenda_items_key_key` ON `agenda_items` (`key`);
-- create index "agenda_items_uri_key" to table: "agenda_items"
CREATE UNIQUE INDEX `agenda_items_uri_key` ON `agenda_items` (`uri`);
-- create index "agendaitem_meeting_id_position" to table: "agenda_items"
CREATE INDEX `agendaitem_meeting_id_position` ON `agenda_items` (`meeting_id`, `position`);
-- create index "agendaitem_committee_id_date_desc" to table: "agenda_items"
CREATE INDEX `agendaitem_committee_id_date_desc` ON `agenda_items` (`committee_id`, `date_desc`);
-- create index "agendaitem_council_id_date_desc" to table: "agenda_items"
CREATE INDEX `agendaitem_council_id_date_desc` ON `agenda_items` (`council_id`, `date_desc`);
-- create index "agendaitem_council_id_number_asc" to table: "agenda_items"
CREATE INDEX `agendaitem_council_id_number_asc` ON `agenda_items` (`council_id`, `number_asc`);
-- create index "agendaitem_issue_id_date_asc" to table: "agenda_items"
CREATE INDEX `agendaitem_issue_id_date_asc` ON `agenda_items` (`issue_id`, `date_asc`);
-- create index "agendaitem_parent_id_position" to table: "agenda_items"
CREATE INDEX `agendaitem_parent_id_position` ON `agenda_items` (`parent_id`, `position`);
-- create index "agendaitem_position" to table: "agenda_items"
CREATE INDEX `agendaitem_position` ON `agenda_items` (`position`);
-- create index "agendaitem_number" to table: "agenda_items"
CREATE INDEX `agendaitem_number` ON `agenda_items` (`number`);
-- create index "agendaitem_number_asc" to table: "agenda_items"
CREATE INDEX `agendaitem_number_asc` ON `agenda_items` (`number_asc`);
-- create index "agendaitem_number_desc" to table: "agenda_items"
CREATE INDEX `agendaitem_number_desc` ON `agenda_items` (`number_desc`);
-- create index "agendaitem_minute_number" to table: "agenda_items"
CREATE INDEX `agendaitem_minute_number` ON `agenda_items` (`minute_number`);
-- create index "agendaitem_title" to table: "agenda_items"
CREATE INDEX `agendaitem_title` ON `agenda_items` (`title`);
-- create index "agendaitem_date" to table: "agenda_items"
CREATE INDEX `agendaitem_date` ON `agenda_items` (`date`);
-- create index "agendaitem_date_asc" to table: "agenda_items"
CREATE INDEX `agendaitem_date_asc` ON `agenda_items` (`date_asc`);
-- create index "agendaitem_date_desc" to table: "agenda_items"
CREATE INDEX `agendaitem_date_desc` ON `agenda_items` (`date_desc`);
-- create index "agendaitem_restricted" to table: "agenda_items"
CREATE INDEX `agendaitem_restricted` ON `agenda_items` (`restricted`);
-- create index "agendaitem_truncated" to table: "agenda_items"
CREATE INDEX `agendaitem_truncated` ON `agenda_items` (`truncated`);
-- create index "agendaitem_source_id" to table: "agenda_items"
CREATE INDEX `agendaitem_source_id` ON `agenda_items` (`source_id`);
-- create index "agendaitem_exemption" to table: "agenda_items"
CREATE INDEX `agendaitem_exemption` ON `agenda_items` (`exemption`);
-- create "amounts" table
CREATE TABLE `amounts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `as_written` text NOT NULL, `low` real NULL, `high` real NULL, `currency` text NOT NULL DEFAULT ('GBP'), `per` text NULL, `agenda_item_id` integer NOT NULL, `resolution_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `amounts_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `amounts_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE SET NULL, CONSTRAINT `amounts_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "amounts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("amounts", 8589934592);
-- create index "amounts_key_key" to table: "amounts"
CREATE UNIQUE INDEX `amounts_key_key` ON `amounts` (`key`);
-- create index "amount_agenda_item_id_position" to table: "amounts"
CREATE INDEX `amount_agenda_item_id_position` ON `amounts` (`agenda_item_id`, `position`);
-- create index "amount_resolution_id_position" to table: "amounts"
CREATE INDEX `amount_resolution_id_position` ON `amounts` (`resolution_id`, `position`);
-- create index "amount_council_id" to table: "amounts"
CREATE INDEX `amount_council_id` ON `amounts` (`council_id`);
-- create index "amount_low" to table: "amounts"
CREATE INDEX `amount_low` ON `amounts` (`low`);
-- create index "amount_high" to table: "amounts"
CREATE INDEX `amount_high` ON `amounts` (`high`);
-- create index "amount_currency" to table: "amounts"
CREATE INDEX `amount_currency` ON `amounts` (`currency`);
-- create index "amount_per" to table: "amounts"
CREATE INDEX `amount_per` ON `amounts` (`per`);
-- create "attendances" table
CREATE TABLE `attendances` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `status` text NOT NULL, `role` text NULL, `as_written` text NOT NULL, `virtual` bool NULL, `arrived` text NULL, `left` text NULL, `meeting_id` integer NOT NULL, `person_id` integer NULL, `substitute_for_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `attendances_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION, CONSTRAINT `attendances_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `attendances_persons_substitute_for` FOREIGN KEY (`substitute_for_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `attendances_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "attendances" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("attendances", 12884901888);
-- create index "attendances_key_key" to table: "attendances"
CREATE UNIQUE INDEX `attendances_key_key` ON `attendances` (`key`);
-- create index "attendance_meeting_id_position" to table: "attendances"
CREATE INDEX `attendance_meeting_id_position` ON `attendances` (`meeting_id`, `position`);
-- create index "attendance_person_id" to table: "attendances"
CREATE INDEX `attendance_person_id` ON `attendances` (`person_id`);
-- create index "attendance_substitute_for_id" to table: "attendances"
CREATE INDEX `attendance_substitute_for_id` ON `attendances` (`substitute_for_id`);
-- create index "attendance_council_id" to table: "attendances"
CREATE INDEX `attendance_council_id` ON `attendances` (`council_id`);
-- create index "attendance_status" to table: "attendances"
CREATE INDEX `attendance_status` ON `attendances` (`status`);
-- create index "attendance_role" to table: "attendances"
CREATE INDEX `attendance_role` ON `attendances` (`role`);
-- create index "attendance_as_written" to table: "attendances"
CREATE INDEX `attendance_as_written` ON `attendances` (`as_written`);
-- create index "attendance_arrived" to table: "attendances"
CREATE INDEX `attendance_arrived` ON `attendances` (`arrived`);
-- create index "attendance_left" to table: "attendances"
CREATE INDEX `attendance_left` ON `attendances` (`left`);
-- create "changes" table
CREATE TABLE `changes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `action` text NOT NULL, `node_type` text NOT NULL, `node_id` integer NOT NULL, `node_uri` text NULL, `at` text NOT NULL);
-- set sequence for "changes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("changes", 17179869184);
-- create index "change_node_id" to table: "changes"
CREATE INDEX `change_node_id` ON `changes` (`node_id`);
-- create index "change_node_type" to table: "changes"
CREATE INDEX `change_node_type` ON `changes` (`node_type`);
-- create index "change_action" to table: "changes"
CREATE INDEX `change_action` ON `changes` (`action`);
-- create index "change_at" to table: "changes"
CREATE INDEX `change_at` ON `changes` (`at`);
-- create index "change_node_uri" to table: "changes"
CREATE INDEX `change_node_uri` ON `changes` (`node_uri`);
-- create "committees" table
CREATE TABLE `committees` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `name` text NOT NULL, `name_sort` text NOT NULL DEFAULT (''), `slug` text NOT NULL, `source_id` text NULL, `kind` text NOT NULL, `start_date` text NULL, `end_date` text NULL, `council_id` integer NOT NULL, `parent_id` integer NULL, CONSTRAINT `committees_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION, CONSTRAINT `committees_committees_parent` FOREIGN KEY (`parent_id`) REFERENCES `committees` (`id`) ON DELETE SET NULL);
-- set sequence for "committees" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("committees", 21474836480);
-- create index "committees_key_key" to table: "committees"
CREATE UNIQUE INDEX `committees_key_key` ON `committees` (`key`);
-- create index "committees_uri_key" to table: "committees"
CREATE UNIQUE INDEX `committees_uri_key` ON `committees` (`uri`);
-- create index "committee_council_id_slug" to table: "committees"
CREATE UNIQUE INDEX `committee_council_id_slug` ON `committees` (`council_id`, `slug`);
-- create index "committee_council_id_name_sort" to table: "committees"
CREATE INDEX `committee_council_id_name_sort` ON `committees` (`council_id`, `name_sort`);
-- create index "committee_name_sort" to table: "committees"
CREATE INDEX `committee_name_sort` ON `committees` (`name_sort`);
-- create index "committee_kind" to table: "committees"
CREATE INDEX `committee_kind` ON `committees` (`kind`);
-- create index "committee_name" to table: "committees"
CREATE INDEX `committee_name` ON `committees` (`name`);
-- create index "committee_slug" to table: "committees"
CREATE INDEX `committee_slug` ON `committees` (`slug`);
-- create index "committee_source_id" to table: "committees"
CREATE INDEX `committee_source_id` ON `committees` (`source_id`);
-- create index "committee_parent_id" to table: "committees"
CREATE INDEX `committee_parent_id` ON `committees` (`parent_id`);
-- create index "committee_start_date" to table: "committees"
CREATE INDEX `committee_start_date` ON `committees` (`start_date`);
-- create index "committee_end_date" to table: "committees"
CREATE INDEX `committee_end_date` ON `committees` (`end_date`);
-- create "contents" table
CREATE TABLE `contents` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `sha256` text NOT NULL, `bytes` blob NOT NULL, `text` text NOT NULL);
-- set sequence for "contents" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("contents", 25769803776);
-- create index "contents_sha256_key" to table: "contents"
CREATE UNIQUE INDEX `contents_sha256_key` ON `contents` (`sha256`);
-- create "councils" table
CREATE TABLE `councils` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `name` text NOT NULL, `name_sort` text NOT NULL DEFAULT (''), `short_name` text NOT NULL, `slug` text NOT NULL, `gss_code` text NULL, `register_code` text NOT NULL, `kind` text NOT NULL, `nation` text NULL, `region` text NULL, `website` text NULL, `start_date` text NULL, `end_date` text NULL, `system` text NULL, `base_url` text NULL);
-- set sequence for "councils" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("councils", 30064771072);
-- create index "councils_key_key" to table: "councils"
CREATE UNIQUE INDEX `councils_key_key` ON `councils` (`key`);
-- create index "councils_uri_key" to table: "councils"
CREATE UNIQUE INDEX `councils_uri_key` ON `councils` (`uri`);
-- create index "councils_slug_key" to table: "councils"
CREATE UNIQUE INDEX `councils_slug_key` ON `councils` (`slug`);
-- create index "councils_register_code_key" to table: "councils"
CREATE UNIQUE INDEX `councils_register_code_key` ON `councils` (`register_code`);
-- create index "council_name_sort" to table: "councils"
CREATE INDEX `council_name_sort` ON `councils` (`name_sort`);
-- create index "council_gss_code" to table: "councils"
CREATE UNIQUE INDEX `council_gss_code` ON `councils` (`gss_code`);
-- create index "council_kind" to table: "councils"
CREATE INDEX `council_kind` ON `councils` (`kind`);
-- create index "council_nation" to table: "councils"
CREATE INDEX `council_nation` ON `councils` (`nation`);
-- create index "council_region" to table: "councils"
CREATE INDEX `council_region` ON `councils` (`region`);
-- create index "council_system" to table: "councils"
CREATE INDEX `council_system` ON `councils` (`system`);
-- create index "council_name" to table: "councils"
CREATE INDEX `council_name` ON `councils` (`name`);
-- create index "council_short_name" to table: "councils"
CREATE INDEX `council_short_name` ON `councils` (`short_name`);
-- create index "council_start_date" to table: "councils"
CREATE INDEX `council_start_date` ON `councils` (`start_date`);
-- create index "council_end_date" to table: "councils"
CREATE INDEX `council_end_date` ON `councils` (`end_date`);
-- create "decisions" table
CREATE TABLE `decisions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `title` text NULL, `maker` text NULL, `status` text NULL, `key_decision` bool NULL, `call_in` bool NULL, `urgent` bool NULL, `made_on` text NULL, `made_on_asc` text NOT NULL DEFAULT (''), `made_on_desc` text NOT NULL DEFAULT (''), `published_on` text NULL, `effective_on` text NULL, `purpose` text NULL, `text` text NULL, `reasons` text NULL, `alternatives` text NULL, `source_id` text NULL, `committee_id` integer NULL, `person_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `decisions_committees_committee` FOREIGN KEY (`committee_id`) REFERENCES `committees` (`id`) ON DELETE SET NULL, CONSTRAINT `decisions_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `decisions_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "decisions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("decisions", 73014444032);
-- create index "decisions_key_key" to table: "decisions"
CREATE UNIQUE INDEX `decisions_key_key` ON `decisions` (`key`);
-- create index "decisions_uri_key" to table: "decisions"
CREATE UNIQUE INDEX `decisions_uri_key` ON `decisions` (`uri`);
-- create index "decision_council_id_made_on_desc" to table: "decisions"
CREATE INDEX `decision_council_id_made_on_desc` ON `decisions` (`council_id`, `made_on_desc`);
-- create index "decision_committee_id_made_on_desc" to table: "decisions"
CREATE INDEX `decision_committee_id_made_on_desc` ON `decisions` (`committee_id`, `made_on_desc`);
-- create index "decision_person_id_made_on_desc" to table: "decisions"
CREATE INDEX `decision_person_id_made_on_desc` ON `decisions` (`person_id`, `made_on_desc`);
-- create index "decision_made_on_asc" to table: "decisions"
CREATE INDEX `decision_made_on_asc` ON `decisions` (`made_on_asc`);
-- create index "decision_made_on_desc" to table: "decisions"
CREATE INDEX `decision_made_on_desc` ON `decisions` (`made_on_desc`);
-- create index "decision_made_on" to table: "decisions"
CREATE INDEX `decision_made_on` ON `decisions` (`made_on`);
-- create index "decision_published_on" to table: "decisions"
CREATE INDEX `decision_published_on` ON `decisions` (`published_on`);
-- create index "decision_effective_on" to table: "decisions"
CREATE INDEX `decision_effective_on` ON `decisions` (`effective_on`);
-- create index "decision_title" to table: "decisions"
CREATE INDEX `decision_title` ON `decisions` (`title`);
-- create index "decision_maker" to table: "decisions"
CREATE INDEX `decision_maker` ON `decisions` (`maker`);
-- create index "decision_status" to table: "decisions"
CREATE INDEX `decision_status` ON `decisions` (`status`);
-- create index "decision_key_decision" to table: "decisions"
CREATE INDEX `decision_key_decision` ON `decisions` (`key_decision`);
-- create index "decision_call_in" to table: "decisions"
CREATE INDEX `decision_call_in` ON `decisions` (`call_in`);
-- create index "decision_urgent" to table: "decisions"
CREATE INDEX `decision_urgent` ON `decisions` (`urgent`);
-- create index "decision_source_id" to table: "decisions"
CREATE INDEX `decision_source_id` ON `decisions` (`source_id`);
-- create "declarations" table
CREATE TABLE `declarations` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `as_written` text NOT NULL, `kind_as_written` text NULL, `kind` text NULL, `item_as_written` text NULL, `left_room` bool NULL, `dispensation` bool NULL, `meeting_id` integer NULL, `agenda_item_id` integer NULL, `person_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `declarations_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE SET NULL, CONSTRAINT `declarations_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE SET NULL, CONSTRAINT `declarations_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `declarations_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "declarations" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("declarations", 77309411328);
-- create index "declarations_key_key" to table: "declarations"
CREATE UNIQUE INDEX `declarations_key_key` ON `declarations` (`key`);
-- create index "declaration_meeting_id_position" to table: "declarations"
CREATE INDEX `declaration_meeting_id_position` ON `declarations` (`meeting_id`, `position`);
-- create index "declaration_agenda_item_id_position" to table: "declarations"
CREATE INDEX `declaration_agenda_item_id_position` ON `declarations` (`agenda_item_id`, `position`);
-- create index "declaration_person_id" to table: "declarations"
CREATE INDEX `declaration_person_id` ON `declarations` (`person_id`);
-- create index "declaration_council_id" to table: "declarations"
CREATE INDEX `declaration_council_id` ON `declarations` (`council_id`);
-- create index "declaration_kind" to table: "declarations"
CREATE INDEX `declaration_kind` ON `declarations` (`kind`);
-- create index "declaration_as_written" to table: "declarations"
CREATE INDEX `declaration_as_written` ON `declarations` (`as_written`);
-- create index "declaration_kind_as_written" to table: "declarations"
CREATE INDEX `declaration_kind_as_written` ON `declarations` (`kind_as_written`);
-- create index "declaration_item_as_written" to table: "declarations"
CREATE INDEX `declaration_item_as_written` ON `declarations` (`item_as_written`);
-- create index "declaration_left_room" to table: "declarations"
CREATE INDEX `declaration_left_room` ON `declarations` (`left_room`);
-- create index "declaration_dispensation" to table: "declarations"
CREATE INDEX `declaration_dispensation` ON `declarations` (`dispensation`);
-- create "documents" table
CREATE TABLE `documents` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `title` text NULL, `url` text NULL, `media_type` text NULL, `size` text NULL, `report_reference` text NULL, `agenda_item_id` integer NULL, `meeting_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `documents_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE SET NULL, CONSTRAINT `documents_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE SET NULL, CONSTRAINT `documents_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "documents" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("documents", 34359738368);
-- create index "documents_key_key" to table: "documents"
CREATE UNIQUE INDEX `documents_key_key` ON `documents` (`key`);
-- create index "document_agenda_item_id_position" to table: "documents"
CREATE INDEX `document_agenda_item_id_position` ON `documents` (`agenda_item_id`, `position`);
-- create index "document_meeting_id_position" to table: "documents"
CREATE INDEX `document_meeting_id_position` ON `documents` (`meeting_id`, `position`);
-- create index "document_council_id" to table: "documents"
CREATE INDEX `document_council_id` ON `documents` (`council_id`);
-- create index "document_title" to table: "documents"
CREATE INDEX `document_title` ON `documents` (`title`);
-- create index "document_url" to table: "documents"
CREATE INDEX `document_url` ON `documents` (`url`);
-- create index "document_media_type" to table: "documents"
CREATE INDEX `document_media_type` ON `documents` (`media_type`);
-- create index "document_size" to table: "documents"
CREATE INDEX `document_size` ON `documents` (`size`);
-- create index "document_report_reference" to table: "documents"
CREATE INDEX `document_report_reference` ON `documents` (`report_reference`);
-- create "evidences" table
CREATE TABLE `evidences` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `subject_id` integer NOT NULL, `subject_type` text NOT NULL, `subject_key` text NOT NULL, `rank` text NOT NULL, `start` integer NOT NULL, `end` integer NOT NULL, `quote` text NOT NULL, `rule` text NOT NULL, `says` text NOT NULL, `source_id` integer NOT NULL, CONSTRAINT `evidences_sources_source` FOREIGN KEY (`source_id`) REFERENCES `sources` (`id`) ON DELETE NO ACTION);
-- set sequence for "evidences" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("evidences", 38654705664);
-- create index "evidences_key_key" to table: "evidences"
CREATE UNIQUE INDEX `evidences_key_key` ON `evidences` (`key`);
-- create index "evidence_subject_id_rank" to table: "evidences"
CREATE INDEX `evidence_subject_id_rank` ON `evidences` (`subject_id`, `rank`);
-- create index "evidence_subject_type_subject_key" to table: "evidences"
CREATE INDEX `evidence_subject_type_subject_key` ON `evidences` (`subject_type`, `subject_key`);
-- create index "evidence_source_id" to table: "evidences"
CREATE INDEX `evidence_source_id` ON `evidences` (`source_id`);
-- create "issues" table
CREATE TABLE `issues` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `title` text NULL, `title_asc` text NOT NULL DEFAULT (''), `title_desc` text NOT NULL DEFAULT (''), `source_id` text NULL, `procedural` bool NULL, `council_id` integer NOT NULL, CONSTRAINT `issues_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "issues" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("issues", 42949672960);
-- create index "issues_key_key" to table: "issues"
CREATE UNIQUE INDEX `issues_key_key` ON `issues` (`key`);
-- create index "issues_uri_key" to table: "issues"
CREATE UNIQUE INDEX `issues_uri_key` ON `issues` (`uri`);
-- create index "issue_council_id_title_asc" to table: "issues"
CREATE INDEX `issue_council_id_title_asc` ON `issues` (`council_id`, `title_asc`);
-- create index "issue_title_asc" to table: "issues"
CREATE INDEX `issue_title_asc` ON `issues` (`title_asc`);
-- create index "issue_title_desc" to table: "issues"
CREATE INDEX `issue_title_desc` ON `issues` (`title_desc`);
-- create index "issue_title" to table: "issues"
CREATE INDEX `issue_title` ON `issues` (`title`);
-- create index "issue_source_id" to table: "issues"
CREATE INDEX `issue_source_id` ON `issues` (`source_id`);
-- create index "issue_procedural" to table: "issues"
CREATE INDEX `issue_procedural` ON `issues` (`procedural`);
-- create "meetings" table
CREATE TABLE `meetings` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `date` text NULL, `date_asc` text NOT NULL DEFAULT (''), `date_desc` text NOT NULL DEFAULT (''), `start_time` text NULL, `end_time` text NULL, `venue` text NULL, `status` text NULL, `agenda_published` bool NULL, `decisions_published` bool NULL, `minutes_published` bool NULL, `source_id` text NULL, `committee_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `meetings_committees_committee` FOREIGN KEY (`committee_id`) REFERENCES `committees` (`id`) ON DELETE SET NULL, CONSTRAINT `meetings_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "meetings" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("meetings", 47244640256);
-- create index "meetings_key_key" to table: "meetings"
CREATE UNIQUE INDEX `meetings_key_key` ON `meetings` (`key`);
-- create index "meetings_uri_key" to table: "meetings"
CREATE UNIQUE INDEX `meetings_uri_key` ON `meetings` (`uri`);
-- create index "meeting_committee_id_date" to table: "meetings"
CREATE INDEX `meeting_committee_id_date` ON `meetings` (`committee_id`, `date`);
-- create index "meeting_committee_id_date_desc" to table: "meetings"
CREATE INDEX `meeting_committee_id_date_desc` ON `meetings` (`committee_id`, `date_desc`);
-- create index "meeting_council_id_date_asc" to table: "meetings"
CREATE INDEX `meeting_council_id_date_asc` ON `meetings` (`council_id`, `date_asc`);
-- create index "meeting_council_id_date_desc" to table: "meetings"
CREATE INDEX `meeting_council_id_date_desc` ON `meetings` (`council_id`, `date_desc`);
-- create index "meeting_date" to table: "meetings"
CREATE INDEX `meeting_date` ON `meetings` (`date`);
-- create index "meeting_date_asc" to table: "meetings"
CREATE INDEX `meeting_date_asc` ON `meetings` (`date_asc`);
-- create index "meeting_date_desc" to table: "meetings"
CREATE INDEX `meeting_date_desc` ON `meetings` (`date_desc`);
-- create index "meeting_start_time" to table: "meetings"
CREATE INDEX `meeting_start_time` ON `meetings` (`start_time`);
-- create index "meeting_end_time" to table: "meetings"
CREATE INDEX `meeting_end_time` ON `meetings` (`end_time`);
-- create index "meeting_venue" to table: "meetings"
CREATE INDEX `meeting_venue` ON `meetings` (`venue`);
-- create index "meeting_status" to table: "meetings"
CREATE INDEX `meeting_status` ON `meetings` (`status`);
-- create index "meeting_source_id" to table: "meetings"
CREATE INDEX `meeting_source_id` ON `meetings` (`source_id`);
-- create index "meeting_agenda_published" to table: "meetings"
CREATE INDEX `meeting_agenda_published` ON `meetings` (`agenda_published`);
-- create index "meeting_decisions_published" to table: "meetings"
CREATE INDEX `meeting_decisions_published` ON `meetings` (`decisions_published`);
-- create index "meeting_minutes_published" to table: "meetings"
CREATE INDEX `meeting_minutes_published` ON `meetings` (`minutes_published`);
-- create "memberships" table
CREATE TABLE `memberships` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `role` text NULL, `role_as_written` text NULL, `outside_body` text NULL, `start_date` text NULL, `end_date` text NULL, `person_id` integer NOT NULL, `committee_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `memberships_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `memberships_committees_committee` FOREIGN KEY (`committee_id`) REFERENCES `committees` (`id`) ON DELETE SET NULL, CONSTRAINT `memberships_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "memberships" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("memberships", 81604378624);
-- create index "memberships_key_key" to table: "memberships"
CREATE UNIQUE INDEX `memberships_key_key` ON `memberships` (`key`);
-- create index "membership_person_id" to table: "memberships"
CREATE INDEX `membership_person_id` ON `memberships` (`person_id`);
-- create index "membership_committee_id" to table: "memberships"
CREATE INDEX `membership_committee_id` ON `memberships` (`committee_id`);
-- create index "membership_council_id" to table: "memberships"
CREATE INDEX `membership_council_id` ON `memberships` (`council_id`);
-- create index "membership_role" to table: "memberships"
CREATE INDEX `membership_role` ON `memberships` (`role`);
-- create index "membership_role_as_written" to table: "memberships"
CREATE INDEX `membership_role_as_written` ON `memberships` (`role_as_written`);
-- create index "membership_outside_body" to table: "memberships"
CREATE INDEX `membership_outside_body` ON `memberships` (`outside_body`);
-- create index "membership_start_date" to table: "memberships"
CREATE INDEX `membership_start_date` ON `memberships` (`start_date`);
-- create index "membership_end_date" to table: "memberships"
CREATE INDEX `membership_end_date` ON `memberships` (`end_date`);
-- create "motions" table
CREATE TABLE `motions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `kind` text NOT NULL, `text` text NULL, `result` text NULL, `agenda_item_id` integer NOT NULL, `amends_id` integer NULL, `mover_id` integer NULL, `seconder_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `motions_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `motions_motions_amends` FOREIGN KEY (`amends_id`) REFERENCES `motions` (`id`) ON DELETE SET NULL, CONSTRAINT `motions_persons_mover` FOREIGN KEY (`mover_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `motions_persons_seconder` FOREIGN KEY (`seconder_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `motions_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "motions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("motions", 85899345920);
-- create index "motions_key_key" to table: "motions"
CREATE UNIQUE INDEX `motions_key_key` ON `motions` (`key`);
-- create index "motion_agenda_item_id_position" to table: "motions"
CREATE INDEX `motion_agenda_item_id_position` ON `motions` (`agenda_item_id`, `position`);
-- create index "motion_amends_id_position" to table: "motions"
CREATE INDEX `motion_amends_id_position` ON `motions` (`amends_id`, `position`);
-- create index "motion_mover_id" to table: "motions"
CREATE INDEX `motion_mover_id` ON `motions` (`mover_id`);
-- create index "motion_seconder_id" to table: "motions"
CREATE INDEX `motion_seconder_id` ON `motions` (`seconder_id`);
-- create index "motion_council_id" to table: "motions"
CREATE INDEX `motion_council_id` ON `motions` (`council_id`);
-- create index "motion_kind" to table: "motions"
CREATE INDEX `motion_kind` ON `motions` (`kind`);
-- create index "motion_result" to table: "motions"
CREATE INDEX `motion_result` ON `motions` (`result`);
-- create "offices" table
CREATE TABLE `offices` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `title` text NOT NULL, `first_seen` text NULL, `last_seen` text NULL, `person_id` integer NOT NULL, `council_id` integer NOT NULL, CONSTRAINT `offices_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `offices_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "offices" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("offices", 90194313216);
-- create index "offices_key_key" to table: "offices"
CREATE UNIQUE INDEX `offices_key_key` ON `offices` (`key`);
-- create index "office_person_id" to table: "offices"
CREATE INDEX `office_person_id` ON `offices` (`person_id`);
-- create index "office_council_id" to table: "offices"
CREATE INDEX `office_council_id` ON `offices` (`council_id`);
-- create index "office_title" to table: "offices"
CREATE INDEX `office_title` ON `offices` (`title`);
-- create index "office_first_seen" to table: "offices"
CREATE INDEX `office_first_seen` ON `offices` (`first_seen`);
-- create index "office_last_seen" to table: "offices"
CREATE INDEX `office_last_seen` ON `offices` (`last_seen`);
-- create "participations" table
CREATE TABLE `participations` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `how` text NOT NULL, `as_written` text NOT NULL, `title` text NULL, `role` text NULL, `kind` text NOT NULL, `person_id` integer NULL, `agenda_item_id` integer NOT NULL, `council_id` integer NOT NULL, CONSTRAINT `participations_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `participations_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `participations_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "participations" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("participations", 51539607552);
-- create index "participations_key_key" to table: "participations"
CREATE UNIQUE INDEX `participations_key_key` ON `participations` (`key`);
-- create index "participation_person_id_how" to table: "participations"
CREATE INDEX `participation_person_id_how` ON `participations` (`person_id`, `how`);
-- create index "participation_agenda_item_id_position" to table: "participations"
CREATE INDEX `participation_agenda_item_id_position` ON `participations` (`agenda_item_id`, `position`);
-- create index "participation_council_id" to table: "participations"
CREATE INDEX `participation_council_id` ON `participations` (`council_id`);
-- create index "participation_how" to table: "participations"
CREATE INDEX `participation_how` ON `participations` (`how`);
-- create index "participation_as_written" to table: "participations"
CREATE INDEX `participation_as_written` ON `participations` (`as_written`);
-- create index "participation_title" to table: "participations"
CREATE INDEX `participation_title` ON `participations` (`title`);
-- create index "participation_role" to table: "participations"
CREATE INDEX `participation_role` ON `participations` (`role`);
-- create index "participation_kind" to table: "participations"
CREATE INDEX `participation_kind` ON `participations` (`kind`);
-- create "parties" table
CREATE TABLE `parties` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `name` text NOT NULL, `name_sort` text NOT NULL DEFAULT (''), `council_id` integer NOT NULL, CONSTRAINT `parties_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "parties" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("parties", 94489280512);
-- create index "parties_key_key" to table: "parties"
CREATE UNIQUE INDEX `parties_key_key` ON `parties` (`key`);
-- create index "party_council_id_name_sort" to table: "parties"
CREATE INDEX `party_council_id_name_sort` ON `parties` (`council_id`, `name_sort`);
-- create index "party_name_sort" to table: "parties"
CREATE INDEX `party_name_sort` ON `parties` (`name_sort`);
-- create index "party_name" to table: "parties"
CREATE INDEX `party_name` ON `parties` (`name`);
-- create "persons" table
CREATE TABLE `persons` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `name` text NOT NULL, `name_sort` text NOT NULL DEFAULT (''), `family_name` text NULL, `given_name` text NULL, `honorific` text NULL, `kind` text NULL, `slug` text NOT NULL, `source_id` text NULL, `council_id` integer NOT NULL, CONSTRAINT `persons_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "persons" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("persons", 55834574848);
-- create index "persons_key_key" to table: "persons"
CREATE UNIQUE INDEX `persons_key_key` ON `persons` (`key`);
-- create index "persons_uri_key" to table: "persons"
CREATE UNIQUE INDEX `persons_uri_key` ON `persons` (`uri`);
-- create index "person_council_id_slug" to table: "persons"
CREATE UNIQUE INDEX `person_council_id_slug` ON `persons` (`council_id`, `slug`);
-- create index "person_council_id_name_sort" to table: "persons"
CREATE INDEX `person_council_id_name_sort` ON `persons` (`council_id`, `name_sort`);
-- create index "person_name_sort" to table: "persons"
CREATE INDEX `person_name_sort` ON `persons` (`name_sort`);
-- create index "person_name" to table: "persons"
CREATE INDEX `person_name` ON `persons` (`name`);
-- create index "person_kind" to table: "persons"
CREATE INDEX `person_kind` ON `persons` (`kind`);
-- create index "person_slug" to table: "persons"
CREATE INDEX `person_slug` ON `persons` (`slug`);
-- create index "person_family_name" to table: "persons"
CREATE INDEX `person_family_name` ON `persons` (`family_name`);
-- create index "person_given_name" to table: "persons"
CREATE INDEX `person_given_name` ON `persons` (`given_name`);
-- create index "person_honorific" to table: "persons"
CREATE INDEX `person_honorific` ON `persons` (`honorific`);
-- create index "person_source_id" to table: "persons"
CREATE INDEX `person_source_id` ON `persons` (`source_id`);
-- create "references" table
CREATE TABLE `references` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `as_written` text NOT NULL, `kind` text NOT NULL, `date` text NULL, `number` text NULL, `agenda_item_id` integer NOT NULL, `resolution_id` integer NULL, `target_meeting_id` integer NULL, `target_item_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `references_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `references_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE SET NULL, CONSTRAINT `references_meetings_target_meeting` FOREIGN KEY (`target_meeting_id`) REFERENCES `meetings` (`id`) ON DELETE SET NULL, CONSTRAINT `references_agenda_items_target_item` FOREIGN KEY (`target_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE SET NULL, CONSTRAINT `references_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "references" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("references", 60129542144);
-- create index "references_key_key" to table: "references"
CREATE UNIQUE INDEX `references_key_key` ON `references` (`key`);
-- create index "reference_agenda_item_id_position" to table: "references"
CREATE INDEX `reference_agenda_item_id_position` ON `references` (`agenda_item_id`, `position`);
-- create index "reference_resolution_id_position" to table: "references"
CREATE INDEX `reference_resolution_id_position` ON `references` (`resolution_id`, `position`);
-- create index "reference_council_id" to table: "references"
CREATE INDEX `reference_council_id` ON `references` (`council_id`);
-- create index "reference_target_meeting_id" to table: "references"
CREATE INDEX `reference_target_meeting_id` ON `references` (`target_meeting_id`);
-- create index "reference_target_item_id" to table: "references"
CREATE INDEX `reference_target_item_id` ON `references` (`target_item_id`);
-- create index "reference_kind" to table: "references"
CREATE INDEX `reference_kind` ON `references` (`kind`);
-- create index "reference_date" to table: "references"
CREATE INDEX `reference_date` ON `references` (`date`);
-- create index "reference_number" to table: "references"
CREATE INDEX `reference_number` ON `references` (`number`);
-- create "resolutions" table
CREATE TABLE `resolutions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `position` integer NOT NULL, `number` text NULL, `text` text NOT NULL, `kind` text NOT NULL, `date` text NULL, `date_asc` text NOT NULL DEFAULT (''), `date_desc` text NOT NULL DEFAULT (''), `delegated_to` text NULL, `recommended_to` text NULL, `agenda_item_id` integer NOT NULL, `mover_id` integer NULL, `seconder_id` integer NULL, `meeting_id` integer NULL, `committee_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `resolutions_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `resolutions_persons_mover` FOREIGN KEY (`mover_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `resolutions_persons_seconder` FOREIGN KEY (`seconder_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `resolutions_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE SET NULL, CONSTRAINT `resolutions_committees_committee` FOREIGN KEY (`committee_id`) REFERENCES `committees` (`id`) ON DELETE SET NULL, CONSTRAINT `resolutions_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "resolutions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("resolutions", 64424509440);
-- create index "resolutions_key_key" to table: "resolutions"
CREATE UNIQUE INDEX `resolutions_key_key` ON `resolutions` (`key`);
-- create index "resolutions_uri_key" to table: "resolutions"
CREATE UNIQUE INDEX `resolutions_uri_key` ON `resolutions` (`uri`);
-- create index "resolution_agenda_item_id_position" to table: "resolutions"
CREATE INDEX `resolution_agenda_item_id_position` ON `resolutions` (`agenda_item_id`, `position`);
-- create index "resolution_meeting_id_date_desc" to table: "resolutions"
CREATE INDEX `resolution_meeting_id_date_desc` ON `resolutions` (`meeting_id`, `date_desc`);
-- create index "resolution_committee_id_date_desc" to table: "resolutions"
CREATE INDEX `resolution_committee_id_date_desc` ON `resolutions` (`committee_id`, `date_desc`);
-- create index "resolution_council_id_date_desc" to table: "resolutions"
CREATE INDEX `resolution_council_id_date_desc` ON `resolutions` (`council_id`, `date_desc`);
-- create index "resolution_council_id_kind" to table: "resolutions"
CREATE INDEX `resolution_council_id_kind` ON `resolutions` (`council_id`, `kind`);
-- create index "resolution_mover_id_date_desc" to table: "resolutions"
CREATE INDEX `resolution_mover_id_date_desc` ON `resolutions` (`mover_id`, `date_desc`);
-- create index "resolution_seconder_id_date_desc" to table: "resolutions"
CREATE INDEX `resolution_seconder_id_date_desc` ON `resolutions` (`seconder_id`, `date_desc`);
-- create index "resolution_kind_date_desc" to table: "resolutions"
CREATE INDEX `resolution_kind_date_desc` ON `resolutions` (`kind`, `date_desc`);
-- create index "resolution_position" to table: "resolutions"
CREATE INDEX `resolution_position` ON `resolutions` (`position`);
-- create index "resolution_number" to table: "resolutions"
CREATE INDEX `resolution_number` ON `resolutions` (`number`);
-- create index "resolution_date" to table: "resolutions"
CREATE INDEX `resolution_date` ON `resolutions` (`date`);
-- create index "resolution_date_asc" to table: "resolutions"
CREATE INDEX `resolution_date_asc` ON `resolutions` (`date_asc`);
-- create index "resolution_date_desc" to table: "resolutions"
CREATE INDEX `resolution_date_desc` ON `resolutions` (`date_desc`);
-- create "sources" table
CREATE TABLE `sources` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `url` text NULL, `fetched_at` text NULL, `fetched_at_asc` text NOT NULL DEFAULT (''), `fetched_at_desc` text NOT NULL DEFAULT (''), `sha256` text NOT NULL, `media_type` text NOT NULL, `format` text NOT NULL, `page_type` text NOT NULL, `reader_version` integer NOT NULL, `licence` text NULL, `redacted` bool NOT NULL DEFAULT (false), `truncated` bool NOT NULL DEFAULT (false), `unsettled` integer NOT NULL DEFAULT (0), `superseded` bool NOT NULL DEFAULT (false), `council_id` integer NOT NULL, CONSTRAINT `sources_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "sources" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("sources", 68719476736);
-- create index "sources_key_key" to table: "sources"
CREATE UNIQUE INDEX `sources_key_key` ON `sources` (`key`);
-- create index "sources_uri_key" to table: "sources"
CREATE UNIQUE INDEX `sources_uri_key` ON `sources` (`uri`);
-- create index "source_council_id_fetched_at_desc" to table: "sources"
CREATE INDEX `source_council_id_fetched_at_desc` ON `sources` (`council_id`, `fetched_at_desc`);
-- create index "source_url" to table: "sources"
CREATE INDEX `source_url` ON `sources` (`url`);
-- create index "source_sha256" to table: "sources"
CREATE INDEX `source_sha256` ON `sources` (`sha256`);
-- create index "source_fetched_at" to table: "sources"
CREATE INDEX `source_fetched_at` ON `sources` (`fetched_at`);
-- create index "source_fetched_at_asc" to table: "sources"
CREATE INDEX `source_fetched_at_asc` ON `sources` (`fetched_at_asc`);
-- create index "source_fetched_at_desc" to table: "sources"
CREATE INDEX `source_fetched_at_desc` ON `sources` (`fetched_at_desc`);
-- create index "source_media_type" to table: "sources"
CREATE INDEX `source_media_type` ON `sources` (`media_type`);
-- create index "source_format" to table: "sources"
CREATE INDEX `source_format` ON `sources` (`format`);
-- create index "source_page_type" to table: "sources"
CREATE INDEX `source_page_type` ON `sources` (`page_type`);
-- create index "source_reader_version" to table: "sources"
CREATE INDEX `source_reader_version` ON `sources` (`reader_version`);
-- create index "source_licence" to table: "sources"
CREATE INDEX `source_licence` ON `sources` (`licence`);
-- create index "source_redacted" to table: "sources"
CREATE INDEX `source_redacted` ON `sources` (`redacted`);
-- create index "source_truncated" to table: "sources"
CREATE INDEX `source_truncated` ON `sources` (`truncated`);
-- create index "source_superseded" to table: "sources"
CREATE INDEX `source_superseded` ON `sources` (`superseded`);
-- create index "source_unsettled" to table: "sources"
CREATE INDEX `source_unsettled` ON `sources` (`unsettled`);
-- create "terms" table
CREATE TABLE `terms` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `start_date` text NULL, `end_date` text NULL, `party_as_written` text NULL, `person_id` integer NOT NULL, `ward_id` integer NULL, `party_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `terms_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `terms_wards_ward` FOREIGN KEY (`ward_id`) REFERENCES `wards` (`id`) ON DELETE SET NULL, CONSTRAINT `terms_parties_party` FOREIGN KEY (`party_id`) REFERENCES `parties` (`id`) ON DELETE SET NULL, CONSTRAINT `terms_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "terms" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("terms", 98784247808);
-- create index "terms_key_key" to table: "terms"
CREATE UNIQUE INDEX `terms_key_key` ON `terms` (`key`);
-- create index "term_person_id" to table: "terms"
CREATE INDEX `term_person_id` ON `terms` (`person_id`);
-- create index "term_ward_id" to table: "terms"
CREATE INDEX `term_ward_id` ON `terms` (`ward_id`);
-- create index "term_party_id" to table: "terms"
CREATE INDEX `term_party_id` ON `terms` (`party_id`);
-- create index "term_council_id" to table: "terms"
CREATE INDEX `term_council_id` ON `terms` (`council_id`);
-- create index "term_start_date" to table: "terms"
CREATE INDEX `term_start_date` ON `terms` (`start_date`);
-- create index "term_end_date" to table: "terms"
CREATE INDEX `term_end_date` ON `terms` (`end_date`);
-- create index "term_party_as_written" to table: "terms"
CREATE INDEX `term_party_as_written` ON `terms` (`party_as_written`);
-- create "votes" table
CREATE TABLE `votes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `option` text NOT NULL, `as_written` text NOT NULL, `vote_event_id` integer NOT NULL, `person_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `votes_vote_events_vote_event` FOREIGN KEY (`vote_event_id`) REFERENCES `vote_events` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `votes_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "votes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("votes", 103079215104);
-- create index "votes_key_key" to table: "votes"
CREATE UNIQUE INDEX `votes_key_key` ON `votes` (`key`);
-- create index "vote_vote_event_id_position" to table: "votes"
CREATE INDEX `vote_vote_event_id_position` ON `votes` (`vote_event_id`, `position`);
-- create index "vote_person_id_option" to table: "votes"
CREATE INDEX `vote_person_id_option` ON `votes` (`person_id`, `option`);
-- create index "vote_council_id" to table: "votes"
CREATE INDEX `vote_council_id` ON `votes` (`council_id`);
-- create index "vote_option" to table: "votes"
CREATE INDEX `vote_option` ON `votes` (`option`);
-- create index "vote_as_written" to table: "votes"
CREATE INDEX `vote_as_written` ON `votes` (`as_written`);
-- create "vote_events" table
CREATE TABLE `vote_events` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `for_count` integer NULL, `against_count` integer NULL, `abstain_count` integer NULL, `method` text NULL, `result` text NULL, `casting_vote` text NULL, `subject` text NULL, `agenda_item_id` integer NOT NULL, `motion_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `vote_events_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `vote_events_motions_motion` FOREIGN KEY (`motion_id`) REFERENCES `motions` (`id`) ON DELETE SET NULL, CONSTRAINT `vote_events_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "vote_events" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("vote_events", 107374182400);
-- create index "vote_events_key_key" to table: "vote_events"
CREATE UNIQUE INDEX `vote_events_key_key` ON `vote_events` (`key`);
-- create index "voteevent_agenda_item_id_position" to table: "vote_events"
CREATE INDEX `voteevent_agenda_item_id_position` ON `vote_events` (`agenda_item_id`, `position`);
-- create index "voteevent_motion_id_position" to table: "vote_events"
CREATE INDEX `voteevent_motion_id_position` ON `vote_events` (`motion_id`, `position`);
-- create index "voteevent_council_id" to table: "vote_events"
CREATE INDEX `voteevent_council_id` ON `vote_events` (`council_id`);
-- create index "voteevent_for_count" to table: "vote_events"
CREATE INDEX `voteevent_for_count` ON `vote_events` (`for_count`);
-- create index "voteevent_against_count" to table: "vote_events"
CREATE INDEX `voteevent_against_count` ON `vote_events` (`against_count`);
-- create index "voteevent_abstain_count" to table: "vote_events"
CREATE INDEX `voteevent_abstain_count` ON `vote_events` (`abstain_count`);
-- create index "voteevent_method" to table: "vote_events"
CREATE INDEX `voteevent_method` ON `vote_events` (`method`);
-- create index "voteevent_result" to table: "vote_events"
CREATE INDEX `voteevent_result` ON `vote_events` (`result`);
-- create index "voteevent_subject" to table: "vote_events"
CREATE INDEX `voteevent_subject` ON `vote_events` (`subject`);
-- create index "voteevent_casting_vote" to table: "vote_events"
CREATE INDEX `voteevent_casting_vote` ON `vote_events` (`casting_vote`);
-- create "wards" table
CREATE TABLE `wards` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `name` text NOT NULL, `name_sort` text NOT NULL DEFAULT (''), `council_id` integer NOT NULL, CONSTRAINT `wards_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "wards" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("wards", 111669149696);
-- create index "wards_key_key" to table: "wards"
CREATE UNIQUE INDEX `wards_key_key` ON `wards` (`key`);
-- create index "ward_council_id_name_sort" to table: "wards"
CREATE INDEX `ward_council_id_name_sort` ON `wards` (`council_id`, `name_sort`);
-- create index "ward_name_sort" to table: "wards"
CREATE INDEX `ward_name_sort` ON `wards` (`name_sort`);
-- create index "ward_name" to table: "wards"
CREATE INDEX `ward_name` ON `wards` (`name`);
-- create "council_successors" table
CREATE TABLE `council_successors` (`council_id` integer NOT NULL, `predecessor_id` integer NOT NULL, PRIMARY KEY (`council_id`, `predecessor_id`), CONSTRAINT `council_successors_council_id` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE CASCADE, CONSTRAINT `council_successors_predecessor_id` FOREIGN KEY (`predecessor_id`) REFERENCES `councils` (`id`) ON DELETE CASCADE);

-- +goose Down
-- reverse: create "council_successors" table
DROP TABLE `council_successors`;
-- reverse: create index "ward_name" to table: "wards"
DROP INDEX `ward_name`;
-- reverse: create index "ward_name_sort" to table: "wards"
DROP INDEX `ward_name_sort`;
-- reverse: create index "ward_council_id_name_sort" to table: "wards"
DROP INDEX `ward_council_id_name_sort`;
-- reverse: create index "wards_key_key" to table: "wards"
DROP INDEX `wards_key_key`;
-- reverse: set sequence for "wards" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "wards";
-- reverse: create "wards" table
DROP TABLE `wards`;
-- reverse: create index "voteevent_casting_vote" to table: "vote_events"
DROP INDEX `voteevent_casting_vote`;
-- reverse: create index "voteevent_subject" to table: "vote_events"
DROP INDEX `voteevent_subject`;
-- reverse: create index "voteevent_result" to table: "vote_events"
DROP INDEX `voteevent_result`;
-- reverse: create index "voteevent_method" to table: "vote_events"
DROP INDEX `voteevent_method`;
-- reverse: create index "voteevent_abstain_count" to table: "vote_events"
DROP INDEX `voteevent_abstain_count`;
-- reverse: create index "voteevent_against_count" to table: "vote_events"
DROP INDEX `voteevent_against_count`;
-- reverse: create index "voteevent_for_count" to table: "vote_events"
DROP INDEX `voteevent_for_count`;
-- reverse: create index "voteevent_council_id" to table: "vote_events"
DROP INDEX `voteevent_council_id`;
-- reverse: create index "voteevent_motion_id_position" to table: "vote_events"
DROP INDEX `voteevent_motion_id_position`;
-- reverse: create index "voteevent_agenda_item_id_position" to table: "vote_events"
DROP INDEX `voteevent_agenda_item_id_position`;
-- reverse: create index "vote_events_key_key" to table: "vote_events"
DROP INDEX `vote_events_key_key`;
-- reverse: set sequence for "vote_events" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "vote_events";
-- reverse: create "vote_events" table
DROP TABLE `vote_events`;
-- reverse: create index "vote_as_written" to table: "votes"
DROP INDEX `vote_as_written`;
-- reverse: create index "vote_option" to table: "votes"
DROP INDEX `vote_option`;
-- reverse: create index "vote_council_id" to table: "votes"
DROP INDEX `vote_council_id`;
-- reverse: create index "vote_person_id_option" to table: "votes"
DROP INDEX `vote_person_id_option`;
-- reverse: create index "vote_vote_event_id_position" to table: "votes"
DROP INDEX `vote_vote_event_id_position`;
-- reverse: create index "votes_key_key" to table: "votes"
DROP INDEX `votes_key_key`;
-- reverse: set sequence for "votes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "votes";
-- reverse: create "votes" table
DROP TABLE `votes`;
-- reverse: create index "term_party_as_written" to table: "terms"
DROP INDEX `term_party_as_written`;
-- reverse: create index "term_end_date" to table: "terms"
DROP INDEX `term_end_date`;
-- reverse: create index "term_start_date" to table: "terms"
DROP INDEX `term_start_date`;
-- reverse: create index "term_council_id" to table: "terms"
DROP INDEX `term_council_id`;
-- reverse: create index "term_party_id" to table: "terms"
DROP INDEX `term_party_id`;
-- reverse: create index "term_ward_id" to table: "terms"
DROP INDEX `term_ward_id`;
-- reverse: create index "term_person_id" to table: "terms"
DROP INDEX `term_person_id`;
-- reverse: create index "terms_key_key" to table: "terms"
DROP INDEX `terms_key_key`;
-- reverse: set sequence for "terms" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "terms";
-- reverse: create "terms" table
DROP TABLE `terms`;
-- reverse: create index "source_unsettled" to table: "sources"
DROP INDEX `source_unsettled`;
-- reverse: create index "source_superseded" to table: "sources"
DROP INDEX `source_superseded`;
-- reverse: create index "source_truncated" to table: "sources"
DROP INDEX `source_truncated`;
-- reverse: create index "source_redacted" to table: "sources"
DROP INDEX `source_redacted`;
-- reverse: create index "source_licence" to table: "sources"
DROP INDEX `source_licence`;
-- reverse: create index "source_reader_version" to table: "sources"
DROP INDEX `source_reader_version`;
-- reverse: create index "source_page_type" to table: "sources"
DROP INDEX `source_page_type`;
-- reverse: create index "source_format" to table: "sources"
DROP INDEX `source_format`;
-- reverse: create index "source_media_type" to table: "sources"
DROP INDEX `source_media_type`;
-- reverse: create index "source_fetched_at_desc" to table: "sources"
DROP INDEX `source_fetched_at_desc`;
-- reverse: create index "source_fetched_at_asc" to table: "sources"
DROP INDEX `source_fetched_at_asc`;
-- reverse: create index "source_fetched_at" to table: "sources"
DROP INDEX `source_fetched_at`;
-- reverse: create index "source_sha256" to table: "sources"
DROP INDEX `source_sha256`;
-- reverse: create index "source_url" to table: "sources"
DROP INDEX `source_url`;
-- reverse: create index "source_council_id_fetched_at_desc" to table: "sources"
DROP INDEX `source_council_id_fetched_at_desc`;
-- reverse: create index "sources_uri_key" to table: "sources"
DROP INDEX `sources_uri_key`;
-- reverse: create index "sources_key_key" to table: "sources"
DROP INDEX `sources_key_key`;
-- reverse: set sequence for "sources" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "sources";
-- reverse: create "sources" table
DROP TABLE `sources`;
-- reverse: create index "resolution_date_desc" to table: "resolutions"
DROP INDEX `resolution_date_desc`;
-- reverse: create index "resolution_date_asc" to table: "resolutions"
DROP INDEX `resolution_date_asc`;
-- reverse: create index "resolution_date" to table: "resolutions"
DROP INDEX `resolution_date`;
-- reverse: create index "resolution_number" to table: "resolutions"
DROP INDEX `resolution_number`;
-- reverse: create index "resolution_position" to table: "resolutions"
DROP INDEX `resolution_position`;
-- reverse: create index "resolution_kind_date_desc" to table: "resolutions"
DROP INDEX `resolution_kind_date_desc`;
-- reverse: create index "resolution_seconder_id_date_desc" to table: "resolutions"
DROP INDEX `resolution_seconder_id_date_desc`;
-- reverse: create index "resolution_mover_id_date_desc" to table: "resolutions"
DROP INDEX `resolution_mover_id_date_desc`;
-- reverse: create index "resolution_council_id_kind" to table: "resolutions"
DROP INDEX `resolution_council_id_kind`;
-- reverse: create index "resolution_council_id_date_desc" to table: "resolutions"
DROP INDEX `resolution_council_id_date_desc`;
-- reverse: create index "resolution_committee_id_date_desc" to table: "resolutions"
DROP INDEX `resolution_committee_id_date_desc`;
-- reverse: create index "resolution_meeting_id_date_desc" to table: "resolutions"
DROP INDEX `resolution_meeting_id_date_desc`;
-- reverse: create index "resolution_agenda_item_id_position" to table: "resolutions"
DROP INDEX `resolution_agenda_item_id_position`;
-- reverse: create index "resolutions_uri_key" to table: "resolutions"
DROP INDEX `resolutions_uri_key`;
-- reverse: create index "resolutions_key_key" to table: "resolutions"
DROP INDEX `resolutions_key_key`;
-- reverse: set sequence for "resolutions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "resolutions";
-- reverse: create "resolutions" table
DROP TABLE `resolutions`;
-- reverse: create index "reference_number" to table: "references"
DROP INDEX `reference_number`;
-- reverse: create index "reference_date" to table: "references"
DROP INDEX `reference_date`;
-- reverse: create index "reference_kind" to table: "references"
DROP INDEX `reference_kind`;
-- reverse: create index "reference_target_item_id" to table: "references"
DROP INDEX `reference_target_item_id`;
-- reverse: create index "reference_target_meeting_id" to table: "references"
DROP INDEX `reference_target_meeting_id`;
-- reverse: create index "reference_council_id" to table: "references"
DROP INDEX `reference_council_id`;
-- reverse: create index "reference_resolution_id_position" to table: "references"
DROP INDEX `reference_resolution_id_position`;
-- reverse: create index "reference_agenda_item_id_position" to table: "references"
DROP INDEX `reference_agenda_item_id_position`;
-- reverse: create index "references_key_key" to table: "references"
DROP INDEX `references_key_key`;
-- reverse: set sequence for "references" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "references";
-- reverse: create "references" table
DROP TABLE `references`;
-- reverse: create index "person_source_id" to table: "persons"
DROP INDEX `person_source_id`;
-- reverse: create index "person_honorific" to table: "persons"
DROP INDEX `person_honorific`;
-- reverse: create index "person_given_name" to table: "persons"
DROP INDEX `person_given_name`;
-- reverse: create index "person_family_name" to table: "persons"
DROP INDEX `person_family_name`;
-- reverse: create index "person_slug" to table: "persons"
DROP INDEX `person_slug`;
-- reverse: create index "person_kind" to table: "persons"
DROP INDEX `person_kind`;
-- reverse: create index "person_name" to table: "persons"
DROP INDEX `person_name`;
-- reverse: create index "person_name_sort" to table: "persons"
DROP INDEX `person_name_sort`;
-- reverse: create index "person_council_id_name_sort" to table: "persons"
DROP INDEX `person_council_id_name_sort`;
-- reverse: create index "person_council_id_slug" to table: "persons"
DROP INDEX `person_council_id_slug`;
-- reverse: create index "persons_uri_key" to table: "persons"
DROP INDEX `persons_uri_key`;
-- reverse: create index "persons_key_key" to table: "persons"
DROP INDEX `persons_key_key`;
-- reverse: set sequence for "persons" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "persons";
-- reverse: create "persons" table
DROP TABLE `persons`;
-- reverse: create index "party_name" to table: "parties"
DROP INDEX `party_name`;
-- reverse: create index "party_name_sort" to table: "parties"
DROP INDEX `party_name_sort`;
-- reverse: create index "party_council_id_name_sort" to table: "parties"
DROP INDEX `party_council_id_name_sort`;
-- reverse: create index "parties_key_key" to table: "parties"
DROP INDEX `parties_key_key`;
-- reverse: set sequence for "parties" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "parties";
-- reverse: create "parties" table
DROP TABLE `parties`;
-- reverse: create index "participation_kind" to table: "participations"
DROP INDEX `participation_kind`;
-- reverse: create index "participation_role" to table: "participations"
DROP INDEX `participation_role`;
-- reverse: create index "participation_title" to table: "participations"
DROP INDEX `participation_title`;
-- reverse: create index "participation_as_written" to table: "participations"
DROP INDEX `participation_as_written`;
-- reverse: create index "participation_how" to table: "participations"
DROP INDEX `participation_how`;
-- reverse: create index "participation_council_id" to table: "participations"
DROP INDEX `participation_council_id`;
-- reverse: create index "participation_agenda_item_id_position" to table: "participations"
DROP INDEX `participation_agenda_item_id_position`;
-- reverse: create index "participation_person_id_how" to table: "participations"
DROP INDEX `participation_person_id_how`;
-- reverse: create index "participations_key_key" to table: "participations"
DROP INDEX `participations_key_key`;
-- reverse: set sequence for "participations" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "participations";
-- reverse: create "participations" table
DROP TABLE `participations`;
-- reverse: create index "office_last_seen" to table: "offices"
DROP INDEX `office_last_seen`;
-- reverse: create index "office_first_seen" to table: "offices"
DROP INDEX `office_first_seen`;
-- reverse: create index "office_title" to table: "offices"
DROP INDEX `office_title`;
-- reverse: create index "office_council_id" to table: "offices"
DROP INDEX `office_council_id`;
-- reverse: create index "office_person_id" to table: "offices"
DROP INDEX `office_person_id`;
-- reverse: create index "offices_key_key" to table: "offices"
DROP INDEX `offices_key_key`;
-- reverse: set sequence for "offices" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "offices";
-- reverse: create "offices" table
DROP TABLE `offices`;
-- reverse: create index "motion_result" to table: "motions"
DROP INDEX `motion_result`;
-- reverse: create index "motion_kind" to table: "motions"
DROP INDEX `motion_kind`;
-- reverse: create index "motion_council_id" to table: "motions"
DROP INDEX `motion_council_id`;
-- reverse: create index "motion_seconder_id" to table: "motions"
DROP INDEX `motion_seconder_id`;
-- reverse: create index "motion_mover_id" to table: "motions"
DROP INDEX `motion_mover_id`;
-- reverse: create index "motion_amends_id_position" to table: "motions"
DROP INDEX `motion_amends_id_position`;
-- reverse: create index "motion_agenda_item_id_position" to table: "motions"
DROP INDEX `motion_agenda_item_id_position`;
-- reverse: create index "motions_key_key" to table: "motions"
DROP INDEX `motions_key_key`;
-- reverse: set sequence for "motions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "motions";
-- reverse: create "motions" table
DROP TABLE `motions`;
-- reverse: create index "membership_end_date" to table: "memberships"
DROP INDEX `membership_end_date`;
-- reverse: create index "membership_start_date" to table: "memberships"
DROP INDEX `membership_start_date`;
-- reverse: create index "membership_outside_body" to table: "memberships"
DROP INDEX `membership_outside_body`;
-- reverse: create index "membership_role_as_written" to table: "memberships"
DROP INDEX `membership_role_as_written`;
-- reverse: create index "membership_role" to table: "memberships"
DROP INDEX `membership_role`;
-- reverse: create index "membership_council_id" to table: "memberships"
DROP INDEX `membership_council_id`;
-- reverse: create index "membership_committee_id" to table: "memberships"
DROP INDEX `membership_committee_id`;
-- reverse: create index "membership_person_id" to table: "memberships"
DROP INDEX `membership_person_id`;
-- reverse: create index "memberships_key_key" to table: "memberships"
DROP INDEX `memberships_key_key`;
-- reverse: set sequence for "memberships" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "memberships";
-- reverse: create "memberships" table
DROP TABLE `memberships`;
-- reverse: create index "meeting_minutes_published" to table: "meetings"
DROP INDEX `meeting_minutes_published`;
-- reverse: create index "meeting_decisions_published" to table: "meetings"
DROP INDEX `meeting_decisions_published`;
-- reverse: create index "meeting_agenda_published" to table: "meetings"
DROP INDEX `meeting_agenda_published`;
-- reverse: create index "meeting_source_id" to table: "meetings"
DROP INDEX `meeting_source_id`;
-- reverse: create index "meeting_status" to table: "meetings"
DROP INDEX `meeting_status`;
-- reverse: create index "meeting_venue" to table: "meetings"
DROP INDEX `meeting_venue`;
-- reverse: create index "meeting_end_time" to table: "meetings"
DROP INDEX `meeting_end_time`;
-- reverse: create index "meeting_start_time" to table: "meetings"
DROP INDEX `meeting_start_time`;
-- reverse: create index "meeting_date_desc" to table: "meetings"
DROP INDEX `meeting_date_desc`;
-- reverse: create index "meeting_date_asc" to table: "meetings"
DROP INDEX `meeting_date_asc`;
-- reverse: create index "meeting_date" to table: "meetings"
DROP INDEX `meeting_date`;
-- reverse: create index "meeting_council_id_date_desc" to table: "meetings"
DROP INDEX `meeting_council_id_date_desc`;
-- reverse: create index "meeting_council_id_date_asc" to table: "meetings"
DROP INDEX `meeting_council_id_date_asc`;
-- reverse: create index "meeting_committee_id_date_desc" to table: "meetings"
DROP INDEX `meeting_committee_id_date_desc`;
-- reverse: create index "meeting_committee_id_date" to table: "meetings"
DROP INDEX `meeting_committee_id_date`;
-- reverse: create index "meetings_uri_key" to table: "meetings"
DROP INDEX `meetings_uri_key`;
-- reverse: create index "meetings_key_key" to table: "meetings"
DROP INDEX `meetings_key_key`;
-- reverse: set sequence for "meetings" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "meetings";
-- reverse: create "meetings" table
DROP TABLE `meetings`;
-- reverse: create index "issue_procedural" to table: "issues"
DROP INDEX `issue_procedural`;
-- reverse: create index "issue_source_id" to table: "issues"
DROP INDEX `issue_source_id`;
-- reverse: create index "issue_title" to table: "issues"
DROP INDEX `issue_title`;
-- reverse: create index "issue_title_desc" to table: "issues"
DROP INDEX `issue_title_desc`;
-- reverse: create index "issue_title_asc" to table: "issues"
DROP INDEX `issue_title_asc`;
-- reverse: create index "issue_council_id_title_asc" to table: "issues"
DROP INDEX `issue_council_id_title_asc`;
-- reverse: create index "issues_uri_key" to table: "issues"
DROP INDEX `issues_uri_key`;
-- reverse: create index "issues_key_key" to table: "issues"
DROP INDEX `issues_key_key`;
-- reverse: set sequence for "issues" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "issues";
-- reverse: create "issues" table
DROP TABLE `issues`;
-- reverse: create index "evidence_source_id" to table: "evidences"
DROP INDEX `evidence_source_id`;
-- reverse: create index "evidence_subject_type_subject_key" to table: "evidences"
DROP INDEX `evidence_subject_type_subject_key`;
-- reverse: create index "evidence_subject_id_rank" to table: "evidences"
DROP INDEX `evidence_subject_id_rank`;
-- reverse: create index "evidences_key_key" to table: "evidences"
DROP INDEX `evidences_key_key`;
-- reverse: set sequence for "evidences" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "evidences";
-- reverse: create "evidences" table
DROP TABLE `evidences`;
-- reverse: create index "document_report_reference" to table: "documents"
DROP INDEX `document_report_reference`;
-- reverse: create index "document_size" to table: "documents"
DROP INDEX `document_size`;
-- reverse: create index "document_media_type" to table: "documents"
DROP INDEX `document_media_type`;
-- reverse: create index "document_url" to table: "documents"
DROP INDEX `document_url`;
-- reverse: create index "document_title" to table: "documents"
DROP INDEX `document_title`;
-- reverse: create index "document_council_id" to table: "documents"
DROP INDEX `document_council_id`;
-- reverse: create index "document_meeting_id_position" to table: "documents"
DROP INDEX `document_meeting_id_position`;
-- reverse: create index "document_agenda_item_id_position" to table: "documents"
DROP INDEX `document_agenda_item_id_position`;
-- reverse: create index "documents_key_key" to table: "documents"
DROP INDEX `documents_key_key`;
-- reverse: set sequence for "documents" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "documents";
-- reverse: create "documents" table
DROP TABLE `documents`;
-- reverse: create index "declaration_dispensation" to table: "declarations"
DROP INDEX `declaration_dispensation`;
-- reverse: create index "declaration_left_room" to table: "declarations"
DROP INDEX `declaration_left_room`;
-- reverse: create index "declaration_item_as_written" to table: "declarations"
DROP INDEX `declaration_item_as_written`;
-- reverse: create index "declaration_kind_as_written" to table: "declarations"
DROP INDEX `declaration_kind_as_written`;
-- reverse: create index "declaration_as_written" to table: "declarations"
DROP INDEX `declaration_as_written`;
-- reverse: create index "declaration_kind" to table: "declarations"
DROP INDEX `declaration_kind`;
-- reverse: create index "declaration_council_id" to table: "declarations"
DROP INDEX `declaration_council_id`;
-- reverse: create index "declaration_person_id" to table: "declarations"
DROP INDEX `declaration_person_id`;
-- reverse: create index "declaration_agenda_item_id_position" to table: "declarations"
DROP INDEX `declaration_agenda_item_id_position`;
-- reverse: create index "declaration_meeting_id_position" to table: "declarations"
DROP INDEX `declaration_meeting_id_position`;
-- reverse: create index "declarations_key_key" to table: "declarations"
DROP INDEX `declarations_key_key`;
-- reverse: set sequence for "declarations" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "declarations";
-- reverse: create "declarations" table
DROP TABLE `declarations`;
-- reverse: create index "decision_source_id" to table: "decisions"
DROP INDEX `decision_source_id`;
-- reverse: create index "decision_urgent" to table: "decisions"
DROP INDEX `decision_urgent`;
-- reverse: create index "decision_call_in" to table: "decisions"
DROP INDEX `decision_call_in`;
-- reverse: create index "decision_key_decision" to table: "decisions"
DROP INDEX `decision_key_decision`;
-- reverse: create index "decision_status" to table: "decisions"
DROP INDEX `decision_status`;
-- reverse: create index "decision_maker" to table: "decisions"
DROP INDEX `decision_maker`;
-- reverse: create index "decision_title" to table: "decisions"
DROP INDEX `decision_title`;
-- reverse: create index "decision_effective_on" to table: "decisions"
DROP INDEX `decision_effective_on`;
-- reverse: create index "decision_published_on" to table: "decisions"
DROP INDEX `decision_published_on`;
-- reverse: create index "decision_made_on" to table: "decisions"
DROP INDEX `decision_made_on`;
-- reverse: create index "decision_made_on_desc" to table: "decisions"
DROP INDEX `decision_made_on_desc`;
-- reverse: create index "decision_made_on_asc" to table: "decisions"
DROP INDEX `decision_made_on_asc`;
-- reverse: create index "decision_person_id_made_on_desc" to table: "decisions"
DROP INDEX `decision_person_id_made_on_desc`;
-- reverse: create index "decision_committee_id_made_on_desc" to table: "decisions"
DROP INDEX `decision_committee_id_made_on_desc`;
-- reverse: create index "decision_council_id_made_on_desc" to table: "decisions"
DROP INDEX `decision_council_id_made_on_desc`;
-- reverse: create index "decisions_uri_key" to table: "decisions"
DROP INDEX `decisions_uri_key`;
-- reverse: create index "decisions_key_key" to table: "decisions"
DROP INDEX `decisions_key_key`;
-- reverse: set sequence for "decisions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "decisions";
-- reverse: create "decisions" table
DROP TABLE `decisions`;
-- reverse: create index "council_end_date" to table: "councils"
DROP INDEX `council_end_date`;
-- reverse: create index "council_start_date" to table: "councils"
DROP INDEX `council_start_date`;
-- reverse: create index "council_short_name" to table: "councils"
DROP INDEX `council_short_name`;
-- reverse: create index "council_name" to table: "councils"
DROP INDEX `council_name`;
-- reverse: create index "council_system" to table: "councils"
DROP INDEX `council_system`;
-- reverse: create index "council_region" to table: "councils"
DROP INDEX `council_region`;
-- reverse: create index "council_nation" to table: "councils"
DROP INDEX `council_nation`;
-- reverse: create index "council_kind" to table: "councils"
DROP INDEX `council_kind`;
-- reverse: create index "council_gss_code" to table: "councils"
DROP INDEX `council_gss_code`;
-- reverse: create index "council_name_sort" to table: "councils"
DROP INDEX `council_name_sort`;
-- reverse: create index "councils_register_code_key" to table: "councils"
DROP INDEX `councils_register_code_key`;
-- reverse: create index "councils_slug_key" to table: "councils"
DROP INDEX `councils_slug_key`;
-- reverse: create index "councils_uri_key" to table: "councils"
DROP INDEX `councils_uri_key`;
-- reverse: create index "councils_key_key" to table: "councils"
DROP INDEX `councils_key_key`;
-- reverse: set sequence for "councils" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "councils";
-- reverse: create "councils" table
DROP TABLE `councils`;
-- reverse: create index "contents_sha256_key" to table: "contents"
DROP INDEX `contents_sha256_key`;
-- reverse: set sequence for "contents" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "contents";
-- reverse: create "contents" table
DROP TABLE `contents`;
-- reverse: create index "committee_end_date" to table: "committees"
DROP INDEX `committee_end_date`;
-- reverse: create index "committee_start_date" to table: "committees"
DROP INDEX `committee_start_date`;
-- reverse: create index "committee_parent_id" to table: "committees"
DROP INDEX `committee_parent_id`;
-- reverse: create index "committee_source_id" to table: "committees"
DROP INDEX `committee_source_id`;
-- reverse: create index "committee_slug" to table: "committees"
DROP INDEX `committee_slug`;
-- reverse: create index "committee_name" to table: "committees"
DROP INDEX `committee_name`;
-- reverse: create index "committee_kind" to table: "committees"
DROP INDEX `committee_kind`;
-- reverse: create index "committee_name_sort" to table: "committees"
DROP INDEX `committee_name_sort`;
-- reverse: create index "committee_council_id_name_sort" to table: "committees"
DROP INDEX `committee_council_id_name_sort`;
-- reverse: create index "committee_council_id_slug" to table: "committees"
DROP INDEX `committee_council_id_slug`;
-- reverse: create index "committees_uri_key" to table: "committees"
DROP INDEX `committees_uri_key`;
-- reverse: create index "committees_key_key" to table: "committees"
DROP INDEX `committees_key_key`;
-- reverse: set sequence for "committees" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "committees";
-- reverse: create "committees" table
DROP TABLE `committees`;
-- reverse: create index "change_node_uri" to table: "changes"
DROP INDEX `change_node_uri`;
-- reverse: create index "change_at" to table: "changes"
DROP INDEX `change_at`;
-- reverse: create index "change_action" to table: "changes"
DROP INDEX `change_action`;
-- reverse: create index "change_node_type" to table: "changes"
DROP INDEX `change_node_type`;
-- reverse: create index "change_node_id" to table: "changes"
DROP INDEX `change_node_id`;
-- reverse: set sequence for "changes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "changes";
-- reverse: create "changes" table
DROP TABLE `changes`;
-- reverse: create index "attendance_left" to table: "attendances"
DROP INDEX `attendance_left`;
-- reverse: create index "attendance_arrived" to table: "attendances"
DROP INDEX `attendance_arrived`;
-- reverse: create index "attendance_as_written" to table: "attendances"
DROP INDEX `attendance_as_written`;
-- reverse: create index "attendance_role" to table: "attendances"
DROP INDEX `attendance_role`;
-- reverse: create index "attendance_status" to table: "attendances"
DROP INDEX `attendance_status`;
-- reverse: create index "attendance_council_id" to table: "attendances"
DROP INDEX `attendance_council_id`;
-- reverse: create index "attendance_substitute_for_id" to table: "attendances"
DROP INDEX `attendance_substitute_for_id`;
-- reverse: create index "attendance_person_id" to table: "attendances"
DROP INDEX `attendance_person_id`;
-- reverse: create index "attendance_meeting_id_position" to table: "attendances"
DROP INDEX `attendance_meeting_id_position`;
-- reverse: create index "attendances_key_key" to table: "attendances"
DROP INDEX `attendances_key_key`;
-- reverse: set sequence for "attendances" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "attendances";
-- reverse: create "attendances" table
DROP TABLE `attendances`;
-- reverse: create index "amount_per" to table: "amounts"
DROP INDEX `amount_per`;
-- reverse: create index "amount_currency" to table: "amounts"
DROP INDEX `amount_currency`;
-- reverse: create index "amount_high" to table: "amounts"
DROP INDEX `amount_high`;
-- reverse: create index "amount_low" to table: "amounts"
DROP INDEX `amount_low`;
-- reverse: create index "amount_council_id" to table: "amounts"
DROP INDEX `amount_council_id`;
-- reverse: create index "amount_resolution_id_position" to table: "amounts"
DROP INDEX `amount_resolution_id_position`;
-- reverse: create index "amount_agenda_item_id_position" to table: "amounts"
DROP INDEX `amount_agenda_item_id_position`;
-- reverse: create index "amounts_key_key" to table: "amounts"
DROP INDEX `amounts_key_key`;
-- reverse: set sequence for "amounts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "amounts";
-- reverse: create "amounts" table
DROP TABLE `amounts`;
-- reverse: create index "agendaitem_exemption" to table: "agenda_items"
DROP INDEX `agendaitem_exemption`;
-- reverse: create index "agendaitem_source_id" to table: "agenda_items"
DROP INDEX `agendaitem_source_id`;
-- reverse: create index "agendaitem_truncated" to table: "agenda_items"
DROP INDEX `agendaitem_truncated`;
-- reverse: create index "agendaitem_restricted" to table: "agenda_items"
DROP INDEX `agendaitem_restricted`;
-- reverse: create index "agendaitem_date_desc" to table: "agenda_items"
DROP INDEX `agendaitem_date_desc`;
-- reverse: create index "agendaitem_date_asc" to table: "agenda_items"
DROP INDEX `agendaitem_date_asc`;
-- reverse: create index "agendaitem_date" to table: "agenda_items"
DROP INDEX `agendaitem_date`;
-- reverse: create index "agendaitem_title" to table: "agenda_items"
DROP INDEX `agendaitem_title`;
-- reverse: create index "agendaitem_minute_number" to table: "agenda_items"
DROP INDEX `agendaitem_minute_number`;
-- reverse: create index "agendaitem_number_desc" to table: "agenda_items"
DROP INDEX `agendaitem_number_desc`;
-- reverse: create index "agendaitem_number_asc" to table: "agenda_items"
DROP INDEX `agendaitem_number_asc`;
-- reverse: create index "agendaitem_number" to table: "agenda_items"
DROP INDEX `agendaitem_number`;
-- reverse: create index "agendaitem_position" to table: "agenda_items"
DROP INDEX `agendaitem_position`;
-- reverse: create index "agendaitem_parent_id_position" to table: "agenda_items"
DROP INDEX `agendaitem_parent_id_position`;
-- reverse: create index "agendaitem_issue_id_date_asc" to table: "agenda_items"
DROP INDEX `agendaitem_issue_id_date_asc`;
-- reverse: create index "agendaitem_council_id_number_asc" to table: "agenda_items"
DROP INDEX `agendaitem_council_id_number_asc`;
-- reverse: create index "agendaitem_council_id_date_desc" to table: "agenda_items"
DROP INDEX `agendaitem_council_id_date_desc`;
-- reverse: create index "agendaitem_committee_id_date_desc" to table: "agenda_items"
DROP INDEX `agendaitem_committee_id_date_desc`;
-- reverse: create index "agendaitem_meeting_id_position" to table: "agenda_items"
DROP INDEX `agendaitem_meeting_id_position`;
-- reverse: create index "agenda_items_uri_key" to table: "agenda_items"
DROP INDEX `agenda_items_uri_key`;
-- reverse: create index "agenda_items_key_key" to table: "agenda_items"
DROP INDEX `agenda_items_key_key`;
-- reverse: set sequence for "agenda_items" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "agenda_items";
-- reverse: create "agenda_items" table
DROP TABLE `agenda_items`;
-- reverse: create index "address_node_id" to table: "addresses"
DROP INDEX `address_node_id`;
-- reverse: create index "addresses_uri_key" to table: "addresses"
DROP INDEX `addresses_uri_key`;
-- reverse: create "addresses" table
DROP TABLE `addresses`;
