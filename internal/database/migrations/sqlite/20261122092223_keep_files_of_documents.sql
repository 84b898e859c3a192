-- +goose Up
-- create "document_files" table
CREATE TABLE `document_files` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `council_id` integer NOT NULL, `url` text NOT NULL, `status` text NOT NULL, `reason` text NULL, `fetched_at` text NULL, `sha256` text NULL, `size` integer NULL, `media_type` text NULL, `page_count` integer NULL, `redacted` bool NOT NULL DEFAULT (false), `etag` text NOT NULL DEFAULT (''), `last_modified` text NOT NULL DEFAULT (''), `asked_at` text NOT NULL, `changed_at` text NOT NULL DEFAULT (''));
-- set sequence for "document_files" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("document_files", 176093659136);
-- create index "documentfile_council_id_url" to table: "document_files"
CREATE UNIQUE INDEX `documentfile_council_id_url` ON `document_files` (`council_id`, `url`);
-- create "document_pages" table
CREATE TABLE `document_pages` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `file_id` integer NOT NULL, `number` integer NOT NULL, `text` text NOT NULL);
-- set sequence for "document_pages" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("document_pages", 180388626432);
-- create index "documentpage_file_id_number" to table: "document_pages"
CREATE UNIQUE INDEX `documentpage_file_id_number` ON `document_pages` (`file_id`, `number`);

-- +goose Down
-- reverse: create index "documentpage_file_id_number" to table: "document_pages"
DROP INDEX `documentpage_file_id_number`;
-- reverse: set sequence for "document_pages" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "document_pages";
-- reverse: create "document_pages" table
DROP TABLE `document_pages`;
-- reverse: create index "documentfile_council_id_url" to table: "document_files"
DROP INDEX `documentfile_council_id_url`;
-- reverse: set sequence for "document_files" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "document_files";
-- reverse: create "document_files" table
DROP TABLE `document_files`;
