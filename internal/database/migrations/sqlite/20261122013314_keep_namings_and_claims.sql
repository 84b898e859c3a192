-- +goose NO TRANSACTION
-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_attendances" table
CREATE TABLE `new_attendances` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `status` text NOT NULL, `role` text NULL, `as_written` text NOT NULL, `virtual` bool NULL, `arrived` text NULL, `left` text NULL, `unsettled` text NULL, `candidate_keys` text NULL, `naming` text NULL, `substitute_for_as_written` text NULL, `meeting_id` integer NOT NULL, `person_id` integer NULL, `substitute_for_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `attendances_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION, CONSTRAINT `attendances_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `attendances_persons_substitute_for` FOREIGN KEY (`substitute_for_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `attendances_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "new_attendances" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_attendances", 12884901888);
-- copy rows from old table "attendances" to new temporary table "new_attendances"
INSERT INTO `new_attendances` (`id`, `key`, `position`, `status`, `role`, `as_written`, `virtual`, `arrived`, `left`, `meeting_id`, `person_id`, `substitute_for_id`, `council_id`) SELECT `id`, `key`, `position`, `status`, `role`, `as_written`, `virtual`, `arrived`, `left`, `meeting_id`, `person_id`, `substitute_for_id`, `council_id` FROM `attendances`;
-- drop "attendances" table after copying rows
DROP TABLE `attendances`;
-- rename temporary table "new_attendances" to "attendances"
ALTER TABLE `new_attendances` RENAME TO `attendances`;
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
-- create index "attendance_unsettled" to table: "attendances"
CREATE INDEX `attendance_unsettled` ON `attendances` (`unsettled`);
-- add column "survivor_id" to table: "changes"
ALTER TABLE `changes` ADD COLUMN `survivor_id` integer NULL;
-- add column "survivor_uri" to table: "changes"
ALTER TABLE `changes` ADD COLUMN `survivor_uri` text NULL;
-- create "new_declarations" table
CREATE TABLE `new_declarations` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `as_written` text NOT NULL, `kind_as_written` text NULL, `kind` text NULL, `item_as_written` text NULL, `left_room` bool NULL, `dispensation` bool NULL, `unsettled` text NULL, `candidate_keys` text NULL, `naming` text NULL, `meeting_id` integer NULL, `agenda_item_id` integer NULL, `person_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `declarations_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE SET NULL, CONSTRAINT `declarations_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE SET NULL, CONSTRAINT `declarations_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `declarations_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "new_declarations" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_declarations", 77309411328);
-- copy rows from old table "declarations" to new temporary table "new_declarations"
INSERT INTO `new_declarations` (`id`, `key`, `position`, `as_written`, `kind_as_written`, `kind`, `item_as_written`, `left_room`, `dispensation`, `meeting_id`, `agenda_item_id`, `person_id`, `council_id`) SELECT `id`, `key`, `position`, `as_written`, `kind_as_written`, `kind`, `item_as_written`, `left_room`, `dispensation`, `meeting_id`, `agenda_item_id`, `person_id`, `council_id` FROM `declarations`;
-- drop "declarations" table after copying rows
DROP TABLE `declarations`;
-- rename temporary table "new_declarations" to "declarations"
ALTER TABLE `new_declarations` RENAME TO `declarations`;
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
-- create index "declaration_unsettled" to table: "declarations"
CREATE INDEX `declaration_unsettled` ON `declarations` (`unsettled`);
-- create "new_motions" table
CREATE TABLE `new_motions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `kind` text NOT NULL, `text` text NULL, `result` text NULL, `mover_as_written` text NULL, `seconder_as_written` text NULL, `agenda_item_id` integer NOT NULL, `amends_id` integer NULL, `mover_id` integer NULL, `seconder_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `motions_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `motions_motions_amends` FOREIGN KEY (`amends_id`) REFERENCES `motions` (`id`) ON DELETE SET NULL, CONSTRAINT `motions_persons_mover` FOREIGN KEY (`mover_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `motions_persons_seconder` FOREIGN KEY (`seconder_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `motions_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "new_motions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_motions", 85899345920);
-- copy rows from old table "motions" to new temporary table "new_motions"
INSERT INTO `new_motions` (`id`, `key`, `position`, `kind`, `text`, `result`, `agenda_item_id`, `amends_id`, `mover_id`, `seconder_id`, `council_id`) SELECT `id`, `key`, `position`, `kind`, `text`, `result`, `agenda_item_id`, `amends_id`, `mover_id`, `seconder_id`, `council_id` FROM `motions`;
-- drop "motions" table after copying rows
DROP TABLE `motions`;
-- rename temporary table "new_motions" to "motions"
ALTER TABLE `new_motions` RENAME TO `motions`;
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
-- create index "motion_mover_as_written" to table: "motions"
CREATE INDEX `motion_mover_as_written` ON `motions` (`mover_as_written`);
-- create index "motion_seconder_as_written" to table: "motions"
CREATE INDEX `motion_seconder_as_written` ON `motions` (`seconder_as_written`);
-- create "new_participations" table
CREATE TABLE `new_participations` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `how` text NOT NULL, `as_written` text NOT NULL, `title` text NULL, `role` text NULL, `kind` text NOT NULL, `unsettled` text NULL, `candidate_keys` text NULL, `naming` text NULL, `person_id` integer NULL, `agenda_item_id` integer NOT NULL, `council_id` integer NOT NULL, CONSTRAINT `participations_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `participations_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `participations_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "new_participations" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_participations", 51539607552);
-- copy rows from old table "participations" to new temporary table "new_participations"
INSERT INTO `new_participations` (`id`, `key`, `position`, `how`, `as_written`, `title`, `role`, `kind`, `person_id`, `agenda_item_id`, `council_id`) SELECT `id`, `key`, `position`, `how`, `as_written`, `title`, `role`, `kind`, `person_id`, `agenda_item_id`, `council_id` FROM `participations`;
-- drop "participations" table after copying rows
DROP TABLE `participations`;
-- rename temporary table "new_participations" to "participations"
ALTER TABLE `new_participations` RENAME TO `participations`;
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
-- create index "participation_unsettled" to table: "participations"
CREATE INDEX `participation_unsettled` ON `participations` (`unsettled`);
-- create "new_resolutions" table
CREATE TABLE `new_resolutions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `uri` text NOT NULL, `position` integer NOT NULL, `number` text NULL, `text` text NOT NULL, `kind` text NOT NULL, `date` text NULL, `date_asc` text NOT NULL DEFAULT (''), `date_desc` text NOT NULL DEFAULT (''), `delegated_to` text NULL, `recommended_to` text NULL, `mover_as_written` text NULL, `seconder_as_written` text NULL, `agenda_item_id` integer NOT NULL, `mover_id` integer NULL, `seconder_id` integer NULL, `meeting_id` integer NULL, `committee_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `resolutions_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `resolutions_persons_mover` FOREIGN KEY (`mover_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `resolutions_persons_seconder` FOREIGN KEY (`seconder_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `resolutions_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE SET NULL, CONSTRAINT `resolutions_committees_committee` FOREIGN KEY (`committee_id`) REFERENCES `committees` (`id`) ON DELETE SET NULL, CONSTRAINT `resolutions_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "new_resolutions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_resolutions", 64424509440);
-- copy rows from old table "resolutions" to new temporary table "new_resolutions"
INSERT INTO `new_resolutions` (`id`, `key`, `uri`, `position`, `number`, `text`, `kind`, `date`, `date_asc`, `date_desc`, `delegated_to`, `recommended_to`, `agenda_item_id`, `mover_id`, `seconder_id`, `meeting_id`, `committee_id`, `council_id`) SELECT `id`, `key`, `uri`, `position`, `number`, `text`, `kind`, `date`, `date_asc`, `date_desc`, `delegated_to`, `recommended_to`, `agenda_item_id`, `mover_id`, `seconder_id`, `meeting_id`, `committee_id`, `council_id` FROM `resolutions`;
-- drop "resolutions" table after copying rows
DROP TABLE `resolutions`;
-- rename temporary table "new_resolutions" to "resolutions"
ALTER TABLE `new_resolutions` RENAME TO `resolutions`;
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
-- create index "resolution_mover_as_written" to table: "resolutions"
CREATE INDEX `resolution_mover_as_written` ON `resolutions` (`mover_as_written`);
-- create index "resolution_seconder_as_written" to table: "resolutions"
CREATE INDEX `resolution_seconder_as_written` ON `resolutions` (`seconder_as_written`);
-- create "new_votes" table
CREATE TABLE `new_votes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `position` integer NOT NULL, `option` text NOT NULL, `as_written` text NOT NULL, `unsettled` text NULL, `candidate_keys` text NULL, `naming` text NULL, `vote_event_id` integer NOT NULL, `person_id` integer NULL, `council_id` integer NOT NULL, CONSTRAINT `votes_vote_events_vote_event` FOREIGN KEY (`vote_event_id`) REFERENCES `vote_events` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE SET NULL, CONSTRAINT `votes_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "new_votes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_votes", 103079215104);
-- copy rows from old table "votes" to new temporary table "new_votes"
INSERT INTO `new_votes` (`id`, `key`, `position`, `option`, `as_written`, `vote_event_id`, `person_id`, `council_id`) SELECT `id`, `key`, `position`, `option`, `as_written`, `vote_event_id`, `person_id`, `council_id` FROM `votes`;
-- drop "votes" table after copying rows
DROP TABLE `votes`;
-- rename temporary table "new_votes" to "votes"
ALTER TABLE `new_votes` RENAME TO `votes`;
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
-- create index "vote_unsettled" to table: "votes"
CREATE INDEX `vote_unsettled` ON `votes` (`unsettled`);
-- create "bodies" table
CREATE TABLE `bodies` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `source_id` integer NOT NULL, `council_id` integer NOT NULL, `number` text NOT NULL, `name` text NOT NULL, `date` text NOT NULL, `rank` text NOT NULL, `committee_key` text NOT NULL);
-- set sequence for "bodies" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("bodies", 115964116992);
-- create index "body_council_id_number_name" to table: "bodies"
CREATE INDEX `body_council_id_number_name` ON `bodies` (`council_id`, `number`, `name`);
-- create index "body_source_id" to table: "bodies"
CREATE INDEX `body_source_id` ON `bodies` (`source_id`);
-- create "claims" table
CREATE TABLE `claims` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `source_id` integer NOT NULL, `council_id` integer NOT NULL, `root` text NOT NULL, `places` text NOT NULL, `keys` text NOT NULL);
-- set sequence for "claims" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("claims", 120259084288);
-- create index "claim_source_id" to table: "claims"
CREATE INDEX `claim_source_id` ON `claims` (`source_id`);
-- create "identifiers" table
CREATE TABLE `identifiers` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `council_id` integer NOT NULL, `identifier` text NOT NULL, `source_id` integer NOT NULL, `root` text NOT NULL);
-- set sequence for "identifiers" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("identifiers", 124554051584);
-- create index "identifier_council_id_identifier" to table: "identifiers"
CREATE INDEX `identifier_council_id_identifier` ON `identifiers` (`council_id`, `identifier`);
-- create index "identifier_source_id" to table: "identifiers"
CREATE INDEX `identifier_source_id` ON `identifiers` (`source_id`);
-- create "mentions" table
CREATE TABLE `mentions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `source_id` integer NOT NULL, `council_id` integer NOT NULL, `naming` text NOT NULL, `family` text NOT NULL, `says` text NOT NULL, `answer` text NOT NULL, `start` integer NOT NULL, `end` integer NOT NULL);
-- set sequence for "mentions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("mentions", 128849018880);
-- create index "mention_council_id_family" to table: "mentions"
CREATE INDEX `mention_council_id_family` ON `mentions` (`council_id`, `family`);
-- create index "mention_source_id" to table: "mentions"
CREATE INDEX `mention_source_id` ON `mentions` (`source_id`);
-- create index "mention_naming" to table: "mentions"
CREATE INDEX `mention_naming` ON `mentions` (`naming`);
-- create "person_identifiers" table
CREATE TABLE `person_identifiers` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `value` text NOT NULL, `person_id` integer NOT NULL, `council_id` integer NOT NULL, CONSTRAINT `person_identifiers_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `person_identifiers_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "person_identifiers" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("person_identifiers", 133143986176);
-- create index "person_identifiers_key_key" to table: "person_identifiers"
CREATE UNIQUE INDEX `person_identifiers_key_key` ON `person_identifiers` (`key`);
-- create index "personidentifier_person_id" to table: "person_identifiers"
CREATE INDEX `personidentifier_person_id` ON `person_identifiers` (`person_id`);
-- create index "personidentifier_council_id" to table: "person_identifiers"
CREATE INDEX `personidentifier_council_id` ON `person_identifiers` (`council_id`);
-- create index "personidentifier_value" to table: "person_identifiers"
CREATE INDEX `personidentifier_value` ON `person_identifiers` (`value`);
-- create "person_names" table
CREATE TABLE `person_names` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `name` text NOT NULL, `first_seen` text NULL, `last_seen` text NULL, `person_id` integer NOT NULL, `council_id` integer NOT NULL, CONSTRAINT `person_names_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `person_names_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE NO ACTION);
-- set sequence for "person_names" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("person_names", 137438953472);
-- create index "person_names_key_key" to table: "person_names"
CREATE UNIQUE INDEX `person_names_key_key` ON `person_names` (`key`);
-- create index "personname_person_id" to table: "person_names"
CREATE INDEX `personname_person_id` ON `person_names` (`person_id`);
-- create index "personname_council_id" to table: "person_names"
CREATE INDEX `personname_council_id` ON `person_names` (`council_id`);
-- create index "personname_name" to table: "person_names"
CREATE INDEX `personname_name` ON `person_names` (`name`);
-- create index "personname_first_seen" to table: "person_names"
CREATE INDEX `personname_first_seen` ON `person_names` (`first_seen`);
-- create index "personname_last_seen" to table: "person_names"
CREATE INDEX `personname_last_seen` ON `person_names` (`last_seen`);
-- create "redirects" table
CREATE TABLE `redirects` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `from_id` integer NOT NULL, `to_id` integer NOT NULL);
-- set sequence for "redirects" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("redirects", 141733920768);
-- create index "redirects_from_id_key" to table: "redirects"
CREATE UNIQUE INDEX `redirects_from_id_key` ON `redirects` (`from_id`);
-- create index "redirect_to_id" to table: "redirects"
CREATE INDEX `redirect_to_id` ON `redirects` (`to_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

-- +goose Down
-- reverse: create index "redirect_to_id" to table: "redirects"
DROP INDEX `redirect_to_id`;
-- reverse: create index "redirects_from_id_key" to table: "redirects"
DROP INDEX `redirects_from_id_key`;
-- reverse: set sequence for "redirects" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "redirects";
-- reverse: create "redirects" table
DROP TABLE `redirects`;
-- reverse: create index "personname_last_seen" to table: "person_names"
DROP INDEX `personname_last_seen`;
-- reverse: create index "personname_first_seen" to table: "person_names"
DROP INDEX `personname_first_seen`;
-- reverse: create index "personname_name" to table: "person_names"
DROP INDEX `personname_name`;
-- reverse: create index "personname_council_id" to table: "person_names"
DROP INDEX `personname_council_id`;
-- reverse: create index "personname_person_id" to table: "person_names"
DROP INDEX `personname_person_id`;
-- reverse: create index "person_names_key_key" to table: "person_names"
DROP INDEX `person_names_key_key`;
-- reverse: set sequence for "person_names" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "person_names";
-- reverse: create "person_names" table
DROP TABLE `person_names`;
-- reverse: create index "personidentifier_value" to table: "person_identifiers"
DROP INDEX `personidentifier_value`;
-- reverse: create index "personidentifier_council_id" to table: "person_identifiers"
DROP INDEX `personidentifier_council_id`;
-- reverse: create index "personidentifier_person_id" to table: "person_identifiers"
DROP INDEX `personidentifier_person_id`;
-- reverse: create index "person_identifiers_key_key" to table: "person_identifiers"
DROP INDEX `person_identifiers_key_key`;
-- reverse: set sequence for "person_identifiers" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "person_identifiers";
-- reverse: create "person_identifiers" table
DROP TABLE `person_identifiers`;
-- reverse: create index "mention_naming" to table: "mentions"
DROP INDEX `mention_naming`;
-- reverse: create index "mention_source_id" to table: "mentions"
DROP INDEX `mention_source_id`;
-- reverse: create index "mention_council_id_family" to table: "mentions"
DROP INDEX `mention_council_id_family`;
-- reverse: set sequence for "mentions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "mentions";
-- reverse: create "mentions" table
DROP TABLE `mentions`;
-- reverse: create index "identifier_source_id" to table: "identifiers"
DROP INDEX `identifier_source_id`;
-- reverse: create index "identifier_council_id_identifier" to table: "identifiers"
DROP INDEX `identifier_council_id_identifier`;
-- reverse: set sequence for "identifiers" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "identifiers";
-- reverse: create "identifiers" table
DROP TABLE `identifiers`;
-- reverse: create index "claim_source_id" to table: "claims"
DROP INDEX `claim_source_id`;
-- reverse: set sequence for "claims" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "claims";
-- reverse: create "claims" table
DROP TABLE `claims`;
-- reverse: create index "body_source_id" to table: "bodies"
DROP INDEX `body_source_id`;
-- reverse: create index "body_council_id_number_name" to table: "bodies"
DROP INDEX `body_council_id_number_name`;
-- reverse: set sequence for "bodies" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "bodies";
-- reverse: create "bodies" table
DROP TABLE `bodies`;
-- reverse: create index "vote_unsettled" to table: "votes"
DROP INDEX `vote_unsettled`;
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
-- reverse: set sequence for "new_votes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_votes";
-- reverse: create "new_votes" table
DROP TABLE `new_votes`;
-- reverse: create index "resolution_seconder_as_written" to table: "resolutions"
DROP INDEX `resolution_seconder_as_written`;
-- reverse: create index "resolution_mover_as_written" to table: "resolutions"
DROP INDEX `resolution_mover_as_written`;
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
-- reverse: set sequence for "new_resolutions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_resolutions";
-- reverse: create "new_resolutions" table
DROP TABLE `new_resolutions`;
-- reverse: create index "participation_unsettled" to table: "participations"
DROP INDEX `participation_unsettled`;
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
-- reverse: set sequence for "new_participations" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_participations";
-- reverse: create "new_participations" table
DROP TABLE `new_participations`;
-- reverse: create index "motion_seconder_as_written" to table: "motions"
DROP INDEX `motion_seconder_as_written`;
-- reverse: create index "motion_mover_as_written" to table: "motions"
DROP INDEX `motion_mover_as_written`;
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
-- reverse: set sequence for "new_motions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_motions";
-- reverse: create "new_motions" table
DROP TABLE `new_motions`;
-- reverse: create index "declaration_unsettled" to table: "declarations"
DROP INDEX `declaration_unsettled`;
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
-- reverse: set sequence for "new_declarations" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_declarations";
-- reverse: create "new_declarations" table
DROP TABLE `new_declarations`;
-- reverse: add column "survivor_uri" to table: "changes"
ALTER TABLE `changes` DROP COLUMN `survivor_uri`;
-- reverse: add column "survivor_id" to table: "changes"
ALTER TABLE `changes` DROP COLUMN `survivor_id`;
-- reverse: create index "attendance_unsettled" to table: "attendances"
DROP INDEX `attendance_unsettled`;
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
-- reverse: set sequence for "new_attendances" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_attendances";
-- reverse: create "new_attendances" table
DROP TABLE `new_attendances`;
