-- +goose Up
-- add column "withdrawn_at" to table: "sources"
ALTER TABLE `sources` ADD COLUMN `withdrawn_at` text NULL;
-- create "harvests" table
CREATE TABLE `harvests` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `council_id` integer NOT NULL, `base` text NOT NULL, `service` bool NOT NULL DEFAULT (false), `started_at` text NOT NULL, `finished_at` text NOT NULL DEFAULT (''));
-- set sequence for "harvests" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("harvests", 163208757248);
-- create index "harvests_council_id_key" to table: "harvests"
CREATE UNIQUE INDEX `harvests_council_id_key` ON `harvests` (`council_id`);
-- create "harvest_hosts" table
CREATE TABLE `harvest_hosts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `host` text NOT NULL, `holder` text NOT NULL, `held_until` text NOT NULL);
-- set sequence for "harvest_hosts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("harvest_hosts", 167503724544);
-- create index "harvest_hosts_host_key" to table: "harvest_hosts"
CREATE UNIQUE INDEX `harvest_hosts_host_key` ON `harvest_hosts` (`host`);
-- create "harvest_pages" table
CREATE TABLE `harvest_pages` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `council_id` integer NOT NULL, `page` text NOT NULL, `kind` text NOT NULL, `state` text NOT NULL, `url` text NOT NULL DEFAULT (''), `about` text NOT NULL DEFAULT (''), `meeting` text NOT NULL DEFAULT (''), `hint` text NOT NULL DEFAULT (''), `etag` text NOT NULL DEFAULT (''), `last_modified` text NOT NULL DEFAULT (''), `first_at` text NOT NULL, `asked_at` text NOT NULL, `changed_at` text NOT NULL DEFAULT (''));
-- set sequence for "harvest_pages" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("harvest_pages", 171798691840);
-- create index "harvestpage_council_id_page" to table: "harvest_pages"
CREATE UNIQUE INDEX `harvestpage_council_id_page` ON `harvest_pages` (`council_id`, `page`);

-- +goose Down
-- reverse: create index "harvestpage_council_id_page" to table: "harvest_pages"
DROP INDEX `harvestpage_council_id_page`;
-- reverse: set sequence for "harvest_pages" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "harvest_pages";
-- reverse: create "harvest_pages" table
DROP TABLE `harvest_pages`;
-- reverse: create index "harvest_hosts_host_key" to table: "harvest_hosts"
DROP INDEX `harvest_hosts_host_key`;
-- reverse: set sequence for "harvest_hosts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "harvest_hosts";
-- reverse: create "harvest_hosts" table
DROP TABLE `harvest_hosts`;
-- reverse: create index "harvests_council_id_key" to table: "harvests"
DROP INDEX `harvests_council_id_key`;
-- reverse: set sequence for "harvests" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "harvests";
-- reverse: create "harvests" table
DROP TABLE `harvests`;
-- reverse: add column "withdrawn_at" to table: "sources"
ALTER TABLE `sources` DROP COLUMN `withdrawn_at`;
