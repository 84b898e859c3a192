-- +goose NO TRANSACTION
-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_agenda_items" table
CREATE TABLE `new_agenda_items` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `position` integer NOT NULL, `number` text NULL, `number_asc` text NOT NULL DEFAULT (''), `number_desc` text NOT NULL DEFAULT (''), `minute_number` text NULL, `title` text NULL, `purpose` text NULL, `minutes` text NULL, `decision` text NULL, `reasons` text NULL, `alternatives` text NULL, `restricted` bool NULL, `exemption` text NULL, `truncated` bool NOT NULL DEFAULT (false), `source_id` text NULL, `date` text NULL, `date_asc` text NOT NULL DEFAULT (''), `date_desc` text NOT NULL DEFAULT (''), `issue_by` text NULL, `outcome` text NULL, `own_issue_key` text NULL, `own_issue_by` text NULL, `title_key` text NOT NULL DEFAULT (''), `thread_sort` text NOT NULL DEFAULT (''), `meeting_id` integer NULL, `committee_id` integer NULL, `council_id` integer NOT NULL, `parent_id` integer NULL, `issue_id` integer NULL, CONSTRAINT `agenda_items_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE SET NULL, CONSTRAINT `agenda_items_committees_committee` FOREIGN KEY (`committee_id`) REFERENCES `committees` (`id`) ON DELETE SET NULL, CONSTRAINT `agenda_items_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION, CONSTRAINT `agenda_items_agenda_items_parent` FOREIGN KEY (`parent_id`) REFERENCES `agenda_items` (`id`) ON DELETE SET NULL, CONSTRAINT `agenda_items_issues_issue` FOREIGN KEY (`issue_id`) REFERENCES `issues` (`id`) ON DELETE SET NULL);
-- set sequence for "new_agenda_items" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_agenda_items", 4294967296);
-- copy rows from old table "agenda_items" to new temporary table "new_agenda_items"
INSERT INTO `new_agenda_items` (`id`, `key`, `uri`, `position`, `number`, `number_asc`, `number_desc`, `minute_number`, `title`, `purpose`, `minutes`, `decision`, `reasons`, `alternatives`, `restricted`, `exemption`, `truncated`, `source_id`, `date`, `date_asc`, `date_desc`, `meeting_id`, `committee_id`, `council_id`, `parent_id`, `issue_id`) SELECT `id`, `key`, `uri`, `position`, `number`, `number_asc`, `number_desc`, `minute_number`, `title`, `purpose`, `minutes`, `decision`, `reasons`, `alternatives`, `restricted`, `exemption`, `truncated`, `source_id`, `date`, `date_asc`, `date_desc`, `meeting_id`, `committee_id`, `council_id`, `parent_id`, `issue_id` FROM `agenda_items`;
-- drop "agenda_items" table after copying rows
DROP TABLE `agenda_items`;
-- rename temporary table "new_agenda_items" to "agenda_items"
ALTER TABLE `new_agenda_items` RENAME TO `agenda_items`;
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
-- create index "agendaitem_issue_id_thread_sort" to table: "agenda_items"
CREATE INDEX `agendaitem_issue_id_thread_sort` ON `agenda_items` (`issue_id`, `thread_sort`);
-- create index "agendaitem_thread_sort" to table: "agenda_items"
CREATE INDEX `agendaitem_thread_sort` ON `agenda_items` (`thread_sort`);
-- create index "agendaitem_issue_by" to table: "agenda_items"
CREATE INDEX `agendaitem_issue_by` ON `agenda_items` (`issue_by`);
-- create index "agendaitem_outcome_date_desc" to table: "agenda_items"
CREATE INDEX `agendaitem_outcome_date_desc` ON `agenda_items` (`outcome`, `date_desc`);
-- create index "agendaitem_council_id_title_key" to table: "agenda_items"
CREATE INDEX `agendaitem_council_id_title_key` ON `agenda_items` (`council_id`, `title_key`);
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
-- create "new_issues" table
CREATE TABLE `new_issues` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `title` text NULL, `title_asc` text NOT NULL DEFAULT (''), `title_desc` text NOT NULL DEFAULT (''), `source_id` text NULL, `procedural` bool NULL, `inferred` bool NOT NULL DEFAULT (false), `council_id` integer NOT NULL, CONSTRAINT `issues_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "new_issues" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_issues", 42949672960);
-- copy rows from old table "issues" to new temporary table "new_issues"
INSERT INTO `new_issues` (`id`, `key`, `uri`, `title`, `title_asc`, `title_desc`, `source_id`, `procedural`, `council_id`) SELECT `id`, `key`, `uri`, `title`, `title_asc`, `title_desc`, `source_id`, `procedural`, `council_id` FROM `issues`;
-- drop "issues" table after copying rows
DROP TABLE `issues`;
-- rename temporary table "new_issues" to "issues"
ALTER TABLE `new_issues` RENAME TO `issues`;
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
-- create index "issue_inferred" to table: "issues"
CREATE INDEX `issue_inferred` ON `issues` (`inferred`);
-- create "new_references" table
CREATE TABLE `new_references` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `as_written` text NOT NULL, `kind` text NOT NULL, `date` text NULL, `number` text NULL, `resolved_by` text NULL, `agenda_item_id` integer NOT NULL, `resolution_id` integer NULL, `target_meeting_id` integer NULL, `target_item_id` integer NULL, `target_document_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `references_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `references_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE SET NULL, CONSTRAINT `references_meetings_target_meeting` FOREIGN KEY (`target_meeting_id`) REFERENCES `meetings` (`id`) ON DELETE SET NULL, CONSTRAINT `references_agenda_items_target_item` FOREIGN KEY (`target_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE SET NULL, CONSTRAINT `references_documents_target_document` FOREIGN KEY (`target_document_id`) REFERENCES `documents` (`id`) ON DELETE SET NULL, CONSTRAINT `references_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "new_references" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_references", 60129542144);
-- copy rows from old table "references" to new temporary table "new_references"
INSERT INTO `new_references` (`id`, `key`, `position`, `as_written`, `kind`, `date`, `number`, `agenda_item_id`, `resolution_id`, `target_meeting_id`, `target_item_id`, `council_id`) SELECT `id`, `key`, `position`, `as_written`, `kind`, `date`, `number`, `agenda_item_id`, `resolution_id`, `target_meeting_id`, `target_item_id`, `council_id` FROM `references`;
-- drop "references" table after copying rows
DROP TABLE `references`;
-- rename temporary table "new_references" to "references"
ALTER TABLE `new_references` RENAME TO `references`;
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
-- create index "reference_target_document_id" to table: "references"
CREATE INDEX `reference_target_document_id` ON `references` (`target_document_id`);
-- create index "reference_resolved_by" to table: "references"
CREATE INDEX `reference_resolved_by` ON `references` (`resolved_by`);
-- create index "reference_council_id_date" to table: "references"
CREATE INDEX `reference_council_id_date` ON `references` (`council_id`, `date`);
-- create index "reference_council_id_number" to table: "references"
CREATE INDEX `reference_council_id_number` ON `references` (`council_id`, `number`);
-- create index "reference_kind" to table: "references"
CREATE INDEX `reference_kind` ON `references` (`kind`);
-- create index "reference_date" to table: "references"
CREATE INDEX `reference_date` ON `references` (`date`);
-- create index "reference_number" to table: "references"
CREATE INDEX `reference_number` ON `references` (`number`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

-- +goose Down
-- reverse: create index "reference_number" to table: "references"
DROP INDEX `reference_number`;
-- reverse: create index "reference_date" to table: "references"
DROP INDEX `reference_date`;
-- reverse: create index "reference_kind" to table: "references"
DROP INDEX `reference_kind`;
-- reverse: create index "reference_council_id_number" to table: "references"
DROP INDEX `reference_council_id_number`;
-- reverse: create index "reference_council_id_date" to table: "references"
DROP INDEX `reference_council_id_date`;
-- reverse: create index "reference_resolved_by" to table: "references"
DROP INDEX `reference_resolved_by`;
-- reverse: create index "reference_target_document_id" to table: "references"
DROP INDEX `reference_target_document_id`;
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
-- reverse: set sequence for "new_references" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_references";
-- reverse: create "new_references" table
DROP TABLE `new_references`;
-- reverse: create index "issue_inferred" to table: "issues"
DROP INDEX `issue_inferred`;
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
-- reverse: set sequence for "new_issues" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_issues";
-- reverse: create "new_issues" table
DROP TABLE `new_issues`;
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
-- reverse: create index "agendaitem_council_id_title_key" to table: "agenda_items"
DROP INDEX `agendaitem_council_id_title_key`;
-- reverse: create index "agendaitem_outcome_date_desc" to table: "agenda_items"
DROP INDEX `agendaitem_outcome_date_desc`;
-- reverse: create index "agendaitem_issue_by" to table: "agenda_items"
DROP INDEX `agendaitem_issue_by`;
-- reverse: create index "agendaitem_thread_sort" to table: "agenda_items"
DROP INDEX `agendaitem_thread_sort`;
-- reverse: create index "agendaitem_issue_id_thread_sort" to table: "agenda_items"
DROP INDEX `agendaitem_issue_id_thread_sort`;
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
-- reverse: set sequence for "new_agenda_items" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_agenda_items";
-- reverse: create "new_agenda_items" table
DROP TABLE `new_agenda_items`;
