-- +goose NO TRANSACTION
-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_failures" table
CREATE TABLE `new_failures` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `url` text NULL, `file` text NULL, `reason` text NOT NULL, `sha256` text NULL, `failed_at` text NOT NULL, `resolved_at` text NULL, `date` text NULL, `council_id` integer NULL, `committee_id` integer NULL, CONSTRAINT `failures_councils_council` FOREIGN KEY (`council_id`) REFERENCES `councils` (`id`) ON DELETE SET NULL, CONSTRAINT `failures_committees_committee` FOREIGN KEY (`committee_id`) REFERENCES `committees` (`id`) ON DELETE SET NULL);
-- set sequence for "new_failures" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_failures", 158913789952);
-- copy rows from old table "failures" to new temporary table "new_failures"
INSERT INTO `new_failures` (`id`, `key`, `url`, `file`, `reason`, `sha256`, `failed_at`, `resolved_at`, `council_id`) SELECT `id`, `key`, `url`, `file`, `reason`, `sha256`, `failed_at`, `resolved_at`, `council_id` FROM `failures`;
-- drop "failures" table after copying rows
DROP TABLE `failures`;
-- rename temporary table "new_failures" to "failures"
ALTER TABLE `new_failures` RENAME TO `failures`;
-- create index "failures_key_key" to table: "failures"
CREATE UNIQUE INDEX `failures_key_key` ON `failures` (`key`);
-- create index "failure_council_id_id" to table: "failures"
CREATE INDEX `failure_council_id_id` ON `failures` (`council_id`, `id`);
-- create index "failure_council_id_resolved_at" to table: "failures"
CREATE INDEX `failure_council_id_resolved_at` ON `failures` (`council_id`, `resolved_at`);
-- create index "failure_committee_id_id" to table: "failures"
CREATE INDEX `failure_committee_id_id` ON `failures` (`committee_id`, `id`);
-- create index "failure_date" to table: "failures"
CREATE INDEX `failure_date` ON `failures` (`date`);
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
-- reverse: create index "failure_date" to table: "failures"
DROP INDEX `failure_date`;
-- reverse: create index "failure_committee_id_id" to table: "failures"
DROP INDEX `failure_committee_id_id`;
-- reverse: create index "failure_council_id_resolved_at" to table: "failures"
DROP INDEX `failure_council_id_resolved_at`;
-- reverse: create index "failure_council_id_id" to table: "failures"
DROP INDEX `failure_council_id_id`;
-- reverse: create index "failures_key_key" to table: "failures"
DROP INDEX `failures_key_key`;
-- reverse: set sequence for "new_failures" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_failures";
-- reverse: create "new_failures" table
DROP TABLE `new_failures`;
