-- +goose NO TRANSACTION
-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_changes" table
CREATE TABLE `new_changes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `action` text NOT NULL, `node_type` text NOT NULL, `node_id` integer NOT NULL, `node_uri` text NULL, `survivor_id` integer NULL, `survivor_uri` text NULL, `at` text NOT NULL, `council_id` integer NULL, CONSTRAINT `changes_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE SET NULL);
-- set sequence for "new_changes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_changes", 17179869184);
-- copy rows from old table "changes" to new temporary table "new_changes"
INSERT INTO `new_changes` (`id`, `action`, `node_type`, `node_id`, `node_uri`, `survivor_id`, `survivor_uri`, `at`) SELECT `id`, `action`, `node_type`, `node_id`, `node_uri`, `survivor_id`, `survivor_uri`, `at` FROM `changes`;
-- drop "changes" table after copying rows
DROP TABLE `changes`;
-- rename temporary table "new_changes" to "changes"
ALTER TABLE `new_changes` RENAME TO `changes`;
-- create index "change_node_id" to table: "changes"
CREATE INDEX `change_node_id` ON `changes` (`node_id`);
-- create index "change_node_type_id" to table: "changes"
CREATE INDEX `change_node_type_id` ON `changes` (`node_type`, `id`);
-- create index "change_council_id_id" to table: "changes"
CREATE INDEX `change_council_id_id` ON `changes` (`council_id`, `id`);
-- create index "change_action" to table: "changes"
CREATE INDEX `change_action` ON `changes` (`action`);
-- create index "change_at" to table: "changes"
CREATE INDEX `change_at` ON `changes` (`at`);
-- create index "change_node_uri" to table: "changes"
CREATE INDEX `change_node_uri` ON `changes` (`node_uri`);
-- create "coverages" table
CREATE TABLE `coverages` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `council_id` integer NOT NULL, `committee_id` integer NOT NULL DEFAULT (0), `month` text NOT NULL DEFAULT (''), `meetings` integer NOT NULL DEFAULT (0), `cancelled` integer NOT NULL DEFAULT (0), `with_agenda` integer NOT NULL DEFAULT (0), `with_minutes` integer NOT NULL DEFAULT (0), `with_decisions` integer NOT NULL DEFAULT (0), `items` integer NOT NULL DEFAULT (0), `cut_items` integer NOT NULL DEFAULT (0), `unresolved` integer NOT NULL DEFAULT (0), `failed` integer NOT NULL DEFAULT (0));
-- set sequence for "coverages" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("coverages", 154618822656);
-- create index "coverage_council_id_committee_id_month" to table: "coverages"
CREATE UNIQUE INDEX `coverage_council_id_committee_id_month` ON `coverages` (`council_id`, `committee_id`, `month`);
-- create "failures" table
CREATE TABLE `failures` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `url` text NULL, `file` text NULL, `reason` text NOT NULL, `sha256` text NULL, `failed_at` text NOT NULL, `resolved_at` text NULL, `council_id` integer NULL, CONSTRAINT `failures_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE SET NULL);
-- set sequence for "failures" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("failures", 158913789952);
-- create index "failures_key_key" to table: "failures"
CREATE UNIQUE INDEX `failures_key_key` ON `failures` (`key`);
-- create index "failure_council_id_resolved_at" to table: "failures"
CREATE INDEX `failure_council_id_resolved_at` ON `failures` (`council_id`, `resolved_at`);
-- create index "failure_url" to table: "failures"
CREATE INDEX `failure_url` ON `failures` (`url`);
-- create index "failure_file" to table: "failures"
CREATE INDEX `failure_file` ON `failures` (`file`);
-- create index "failure_sha256" to table: "failures"
CREATE INDEX `failure_sha256` ON `failures` (`sha256`);
-- create index "failure_failed_at" to table: "failures"
CREATE INDEX `failure_failed_at` ON `failures` (`failed_at`);
-- create index "failure_resolved_at" to table: "failures"
CREATE INDEX `failure_resolved_at` ON `failures` (`resolved_at`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

-- +goose Down
-- reverse: create index "failure_resolved_at" to table: "failures"
DROP INDEX `failure_resolved_at`;
-- reverse: create index "failure_failed_at" to table: "failures"
DROP INDEX `failure_failed_at`;
-- reverse: create index "failure_sha256" to table: "failures"
DROP INDEX `failure_sha256`;
-- reverse: create index "failure_file" to table: "failures"
DROP INDEX `failure_file`;
-- reverse: create index "failure_url" to table: "failures"
DROP INDEX `failure_url`;
-- reverse: create index "failure_council_id_resolved_at" to table: "failures"
DROP INDEX `failure_council_id_resolved_at`;
-- reverse: create index "failures_key_key" to table: "failures"
DROP INDEX `failures_key_key`;
-- reverse: set sequence for "failures" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "failures";
-- reverse: create "failures" table
DROP TABLE `failures`;
-- reverse: create index "coverage_council_id_committee_id_month" to table: "coverages"
DROP INDEX `coverage_council_id_committee_id_month`;
-- reverse: set sequence for "coverages" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "coverages";
-- reverse: create "coverages" table
DROP TABLE `coverages`;
-- reverse: create index "change_node_uri" to table: "changes"
DROP INDEX `change_node_uri`;
-- reverse: create index "change_at" to table: "changes"
DROP INDEX `change_at`;
-- reverse: create index "change_action" to table: "changes"
DROP INDEX `change_action`;
-- reverse: create index "change_council_id_id" to table: "changes"
DROP INDEX `change_council_id_id`;
-- reverse: create index "change_node_type_id" to table: "changes"
DROP INDEX `change_node_type_id`;
-- reverse: create index "change_node_id" to table: "changes"
DROP INDEX `change_node_id`;
-- reverse: set sequence for "new_changes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_changes";
-- reverse: create "new_changes" table
DROP TABLE `new_changes`;
