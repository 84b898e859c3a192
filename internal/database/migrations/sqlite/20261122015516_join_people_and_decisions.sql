-- +goose Up
-- create "parts" table
CREATE TABLE `parts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `resolution_id` integer NOT NULL, `person_id` integer NOT NULL DEFAULT (0), `as_written` text NOT NULL DEFAULT (''), `how` integer NOT NULL, `date_asc` text NOT NULL DEFAULT (''), `date_desc` text NOT NULL DEFAULT (''));
-- set sequence for "parts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("parts", 146028888064);
-- create index "part_resolution_id_person_id_as_written" to table: "parts"
CREATE UNIQUE INDEX `part_resolution_id_person_id_as_written` ON `parts` (`resolution_id`, `person_id`, `as_written`);
-- create index "part_person_id_date_desc_resolution_id_how" to table: "parts"
CREATE INDEX `part_person_id_date_desc_resolution_id_how` ON `parts` (`person_id`, `date_desc`, `resolution_id`, `how`);

-- +goose Down
-- reverse: create index "part_person_id_date_desc_resolution_id_how" to table: "parts"
DROP INDEX `part_person_id_date_desc_resolution_id_how`;
-- reverse: create index "part_resolution_id_person_id_as_written" to table: "parts"
DROP INDEX `part_resolution_id_person_id_as_written`;
-- reverse: set sequence for "parts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "parts";
-- reverse: create "parts" table
DROP TABLE `parts`;
